/* The search box on every page. What it needs beside this file is loaded with the first key. */
(function () {
  "use strict";

  var ROOT = document.currentScript.src.replace(/assets\/academy\/find\/find\.js.*$/, "");
  var CODE = ["stem-base", "stem-english", "words", "engine", "results"];
  var version = null;
  var stale = false;
  var values = {};
  var loading = {};

  function script(url) {
    if (!loading[url]) {
      loading[url] = new Promise(function (done, failed) {
        var element = document.createElement("script");
        element.src = url;
        element.onload = done;
        element.onerror = function () {
          delete loading[url];
          failed(new Error(url));
        };
        document.head.appendChild(element);
      });
    }
    return loading[url];
  }

  // each file of the index calls this; all must be of one version
  function take(of, name, value) {
    version = version || of;
    stale = stale || of !== version;
    values[name] = value;
  }

  function part(name) {
    return script(ROOT + "find/" + name + ".js").then(function () {
      if (stale) throw new Error("stale");
      return values[name];
    });
  }

  function code(name) {
    return script(ROOT + "assets/academy/find/" + name + ".js");
  }

  function engine() {
    return CODE.reduce(function (before, name) {
      return before.then(function () {
        return code(name);
      });
    }, Promise.resolve()).then(function () {
      return window.academyFind.ready();
    });
  }

  function trouble() {
    return stale
      ? "The academy has changed since this page was opened. Load the page again to search."
      : "The search could not be loaded. Try again, or use the lists in the menu.";
  }

  window.academyFind = {
    root: ROOT, take: take, part: part, code: code, engine: engine, trouble: trouble,
  };

  /* ------------------------------------------------------------- the box */

  var SHOWN = 8;
  var PAUSE = 60;

  function Box(form, number) {
    this.input = form.querySelector("input");
    this.form = form;
    this.list = make("div", "la-search__list");
    this.note = make("p", "la-search__note");
    this.status = make("p", "la-aside");
    this.panel = make("div", "la-search__panel");
    this.options = [];
    this.active = -1;
    this.asked = 0;
    this.list.id = "la-search-list-" + number;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Results");
    this.status.setAttribute("role", "status");
    this.panel.hidden = true;
    this.panel.tabIndex = -1; // what scrolls would be a stop for the Tab key
    this.panel.append(this.list, this.note);
    form.append(this.panel, this.status);
    var input = this.input;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    input.addEventListener("input", this.type.bind(this));
    input.addEventListener("keydown", this.key.bind(this));
    form.addEventListener("focusout", this.leave.bind(this));
  }

  Box.prototype.type = function () {
    var box = this;
    var asked = ++this.asked;
    clearTimeout(this.timer);
    if (this.input.value.trim().length < 2) return this.close();
    this.timer = setTimeout(function () {
      box.search(asked);
    }, PAUSE);
  };

  Box.prototype.search = function (asked) {
    var box = this;
    var find = window.academyFind;
    var query = this.input.value;
    engine()
      .then(function () {
        return find.search(query, true);
      })
      .then(function (found) {
        return find.docs(found.places.slice(0, SHOWN)).then(function (docs) {
          if (asked === box.asked) box.show(query, found, docs);
        });
      })
      .catch(function () {
        if (asked === box.asked) box.say(trouble(), trouble());
      });
  };

  Box.prototype.show = function (query, found, docs) {
    var total = found.places.length;
    if (!total) {
      var none = "Nothing found for “" + query.trim() + "”.";
      return this.say(none + " Try fewer words, or another word for it.", none);
    }
    var chosen = this.options[this.active] && this.options[this.active].href;
    this.list.replaceChildren();
    this.list.hidden = false;
    this.note.hidden = true;
    this.options = [];
    groups(docs).forEach(function (group) {
      var part = make("div", "la-search__group");
      part.setAttribute("role", "group");
      part.setAttribute("aria-label", group.title);
      var head = make("div", "la-search__kind", group.title);
      head.setAttribute("aria-hidden", "true");
      part.append(head);
      group.docs.forEach(function (doc) {
        part.append(this.option(doc, found));
      }, this);
      this.list.append(part);
    }, this);
    this.list.append(this.all(query, total));
    this.open();
    // results that come late do not take away what the reader has gone to
    this.choose(
      this.options.findIndex(function (option) {
        return option.href === chosen;
      })
    );
    var shown = docs.length < total ? ", the first " + docs.length + " are here" : "";
    this.status.textContent =
      (total === 1 ? "1 result" : total + " results") + shown + ". Use the arrow keys to choose.";
  };

  Box.prototype.option = function (doc, found) {
    var link = this.link(ROOT + doc.url);
    var title = make("span", "la-search__title");
    title.append(window.academyFind.marked(doc.title, found.stems));
    link.append(title);
    var snippet = window.academyFind.snippet(doc, found.stems, 110);
    if (snippet) {
      var text = make("span", "la-search__said");
      text.append(snippet);
      link.append(text);
    }
    if (doc.labels.length) link.append(make("span", "la-search__labels", said(doc.labels, " · ")));
    return link;
  };

  Box.prototype.all = function (query, total) {
    var link = this.link(this.form.action + "?q=" + encodeURIComponent(query.trim()));
    link.classList.add("la-search__all");
    link.textContent = total === 1 ? "See it on the search page" : "See all " + total + " results";
    return link;
  };

  Box.prototype.link = function (url) {
    var link = make("a", "la-search__option");
    link.href = url;
    link.id = this.list.id + "-" + this.options.length;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    this.options.push(link);
    return link;
  };

  Box.prototype.say = function (text, spoken) {
    this.list.replaceChildren();
    this.list.hidden = true; // a listbox without options is none
    this.options = [];
    this.note.hidden = false;
    this.note.textContent = text;
    this.open();
    this.input.setAttribute("aria-expanded", "false");
    this.status.textContent = spoken;
  };

  Box.prototype.open = function () {
    this.choose(-1);
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  };

  Box.prototype.close = function () {
    this.asked++;
    this.choose(-1);
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.status.textContent = "";
  };

  Box.prototype.choose = function (number) {
    if (this.options[this.active]) this.options[this.active].setAttribute("aria-selected", "false");
    this.active = number;
    var option = this.options[number];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  Box.prototype.key = function (event) {
    var count = this.options.length;
    var shut = this.panel.hidden;
    if (event.key === "Escape" && !shut) this.close();
    else if (event.key === "ArrowDown" && shut && this.input.value.trim()) this.type();
    else if (event.key === "ArrowDown" && count) this.choose((this.active + 1) % count);
    else if (event.key === "ArrowUp" && count && !shut) {
      this.choose(this.active < 1 ? count - 1 : this.active - 1);
    } else if (event.key === "Enter" && !shut && this.options[this.active]) {
      this.options[this.active].click();
    } else return;
    event.preventDefault();
  };

  Box.prototype.leave = function (event) {
    if (!this.form.contains(event.relatedTarget)) this.close();
  };

  function groups(docs) {
    var byKind = new Map();
    docs.forEach(function (doc) {
      if (!byKind.has(doc.kind)) byKind.set(doc.kind, { title: doc.kinds, docs: [] });
      byKind.get(doc.kind).docs.push(doc);
    });
    return Array.from(byKind.values());
  }

  function said(labels, between) {
    return labels
      .map(function (label) {
        return label.text;
      })
      .join(between);
  }

  function make(name, className, text) {
    var element = document.createElement(name);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function slash(event) {
    var on = event.target;
    var writing = on.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(on.tagName);
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    var box = document.querySelector("[data-find-first], [data-find]");
    if (!box) return;
    event.preventDefault();
    box.querySelector("input").focus();
  }

  Object.assign(window.academyFind, { make: make, said: said });
  document.querySelectorAll("form[data-find]").forEach(function (form, number) {
    new Box(form, number);
  });
  document.addEventListener("keydown", slash);

  document.querySelectorAll("[data-find-page], [data-find-list]").forEach(function (host) {
    function begin() {
      return code("page").then(function () {
        window.academyFind.mount(host);
      });
    }
    if (host.hasAttribute("data-find-page") || location.search.length > 1) begin();
    else host.addEventListener("toggle", begin, { once: true });
  });
})();
