/* The form: loads the questions and the names, keeps a draft, checks, and gives the finished file. */
(function () {
  "use strict";

  var here = document.querySelector("[data-share]");
  if (!here) return;
  var SELF = document.currentScript.src;
  var ROOT = SELF.replace(/assets\/academy\/share\/form\.js.*$/, "");
  var ABOUT = "about-it";
  var FIGURES = "measures";
  var LONGEST_ADDRESS = 7000;
  var CODE = ["yaml", "rules", "privacy", "fields"];
  var parts = {};
  var share = (window.academyShare = window.academyShare || {});
  var kind, fields, sections, record;
  var openedText = ""; // the text of the record that was opened

  share.root = ROOT;
  share.take = function (name, value) {
    parts[name] = value;
  };

  function script(url) {
    return new Promise(function (done, failed) {
      var element = document.createElement("script");
      element.src = ROOT + url;
      element.onload = done;
      element.onerror = failed;
      document.head.appendChild(element);
    });
  }

  function part(name) {
    return script("share/" + name + ".js").then(function () {
      return parts[name];
    });
  }

  /* -------------------------------------------------------------------- the names */

  var lists = {};

  function pairs(kinds) {
    return kinds.reduce(function (found, one) {
      return found.concat(share.names.kinds[one] || []);
    }, []);
  }

  /* The list to pick from, shared by all fields that take the same kinds. */
  share.listOf = function (kinds) {
    var key = "la-list-" + kinds.join("-").replace(/\*/g, "any");
    if (!lists[key]) {
      var list = (lists[key] = share.make("datalist"));
      list.id = key;
      pairs(kinds).forEach(function (pair) {
        var option = share.make("option");
        option.value = pair[1];
        list.append(option);
      });
      here.append(list);
    }
    return key;
  };

  share.idOf = function (kinds, typed) {
    var all = pairs(kinds);
    var same = all.filter(function (pair) {
      return pair[0] === typed || pair[1].toLowerCase() === typed.toLowerCase();
    });
    return same.length ? same[0][0] : "";
  };

  /* The title of a record, or its id where another has the same title. */
  share.titleOf = function (kinds, id) {
    var all = pairs(kinds);
    var pair = all.find(function (one) {
      return one[0] === id;
    });
    return pair && share.idOf(kinds, pair[1]) === id ? pair[1] : id;
  };

  share.labelOf = function (name) {
    return share.labels[name] || name;
  };

  /* Personal data in an answer. What a waiver may have let into the record that was opened is left
     to `academy check`, which knows the waivers. */
  share.scan = function (text) {
    return window.academyPrivacy.scan(text).filter(function (hit) {
      return !WAIVABLE.test(hit.sort) || openedText.indexOf(text.slice(hit.start, hit.end)) < 0;
    });
  };

  /* What is wrong with an answer that holds personal data; empty when it holds none. */
  share.personal = function (found) {
    var names = found.map(function (hit) {
      return SORTS[hit.sort];
    });
    if (!names.length) return "";
    return "This looks like " + Array.from(new Set(names)).join(" and ") +
      ". Delete it. Give a job title or an organisation instead.";
  };

  var WAIVABLE = /^(e-mail|telephone|postcode)$/;

  var SORTS = {
    "e-mail": "an email address", telephone: "a phone number",
    "nhs-number": "an NHS number", "national-insurance": "a National Insurance number",
    postcode: "a postcode", "date-of-birth": "a date of birth",
  };

  /* ------------------------------------------------------------------- the form */

  function begin() {
    CODE.reduce(function (before, name) {
      return before.then(function () {
        return script("assets/academy/share/" + name + ".js");
      });
    }, Promise.resolve())
      .then(function () {
        return Promise.all([part("questions"), part("names")]);
      })
      .then(function (both) {
        Object.assign(share, both[0], { names: both[1] });
        kind = share.kinds[here.getAttribute("data-share")];
        build();
        return open();
      })
      .catch(function () {
        here.querySelector("[data-share-plain]").textContent =
          "Sorry, the form did not load. Reload the page, or use a file or a spreadsheet instead.";
      });
  }

  function build() {
    var form = share.make("form", "la-form__form");
    form.noValidate = true;
    form.append(summaryBox(), share.make("div", "la-form__draft"));
    fields = {};
    sections = {};
    var short = part_of(form, "Start here", true);
    short.append(share.make("p", "la-field__help", "This is all you need to start."));
    var taken = {};
    kind.questions.forEach(function (question) {
      if (question.light || question.required) taken[question.name] = short;
    });
    kind.questions.forEach(function (question) {
      fields[question.name] = share.fieldFor(question);
    });
    [[ABOUT, "More about it"]].concat(kind.parts).forEach(function (one) {
      var mine = kind.questions.filter(function (question) {
        return !taken[question.name] && home(question) === one[0];
      });
      if (!mine.length) return;
      sections[one[0]] = part_of(form, one[1], false);
      mine.forEach(function (question) {
        taken[question.name] = sections[one[0]];
      });
    });
    kind.questions.forEach(function (question) {
      taken[question.name].append(fields[question.name].element);
    });
    form.append(finish());
    form.addEventListener("change", changed);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      check();
    });
    here.replaceChildren(form);
    Object.keys(lists).forEach(function (key) {
      here.append(lists[key]);
    });
  }

  /* The part of the form where a question stands: that of the page, or the first. */
  function home(question) {
    var known = kind.parts.map(function (one) {
      return one[0];
    });
    if (known.indexOf(question.part) >= 0) return question.part;
    var figures = ["results", FIGURES].filter(function (one) {
      return known.indexOf(one) >= 0;
    });
    return question.name === FIGURES && figures.length ? figures[0] : ABOUT;
  }

  function part_of(form, title, open) {
    var element = share.make(open ? "section" : "details", open ? "la-form__part" : "la-fold la-form__part");
    var head = share.make(open ? "h2" : "summary", "", title);
    if (!open) head.append(" ", share.make("span", "la-form__now"));
    element.append(head);
    form.append(element);
    return element;
  }

  function summaryBox() {
    var box = share.make("div", "la-form__summary");
    box.tabIndex = -1;
    box.hidden = true;
    box.setAttribute("role", "alert");
    return box;
  }

  function finish() {
    var box = share.make("section", "la-form__finish");
    var check_it = share.make("button", "la-button la-button--main", "Check your answers");
    check_it.type = "submit";
    var file = share.make("div", "la-form__file");
    file.hidden = true;
    box.append(check_it, file);
    return box;
  }

  /* ------------------------------------------------------------- draft and record */

  function key() {
    return "academy-draft-" + here.getAttribute("data-share") + (record ? "-" + record : "");
  }

  function changed() {
    grow();
    try {
      localStorage.setItem(key(), JSON.stringify(share.gather(fields)));
    } catch (error) {
      /* without a store there is no draft; the form still works */
    }
    var file = here.querySelector(".la-form__file");
    if (!file.hidden) show();
  }

  function open() {
    record = new URLSearchParams(location.search).get("record");
    var ready = Promise.resolve({});
    if (record) ready = opened(record);
    return ready.then(function (values) {
      openedText = JSON.stringify(values);
      share.form.set(values);
      restore();
      if (record) confirm();
      grow();
      here.dataset.ready = "yes";
    });
  }

  /* “This is still right” opens the record with today as the day of its last review. */
  function confirm() {
    if (new URLSearchParams(location.search).get("still") !== "right" || !fields.reviewed_on) return;
    var day = new Date();
    fields.reviewed_on.set(
      [day.getFullYear(), day.getMonth() + 1, day.getDate()]
        .map(function (part) {
          return String(part).padStart(2, "0");
        })
        .join("-")
    );
    var box = here.querySelector(".la-form__draft");
    box.append(share.make("p", "la-remark",
      "We have set the date of the last review to today. If nothing has changed, check your answers."));
  }

  function opened(id) {
    var name = here.getAttribute("data-share");
    var at = (share.names.kinds[name] || []).findIndex(function (pair) {
      return pair[0] === id;
    });
    if (at < 0) {
      record = null;
      return Promise.resolve({});
    }
    document.querySelector("h1").textContent = "Change: " + share.names.kinds[name][at][1];
    return part(name + "-" + Math.floor(at / share.names.inFile)).then(function (some) {
      return some[at % share.names.inFile];
    });
  }

  function restore() {
    var draft = null;
    try {
      draft = JSON.parse(localStorage.getItem(key()) || "null");
    } catch (error) {
      /* an unreadable draft is no draft */
    }
    var box = here.querySelector(".la-form__draft");
    if (!draft || share.empty(draft)) return;
    share.scatter(fields, draft);
    box.append(
      share.make("p", "la-remark", "We have restored the draft you saved in this browser. "),
      share.button("Delete this draft", function () {
        localStorage.removeItem(key());
        location.reload();
      })
    );
  }

  /* What is asked grows with the stage: its parts open and say so. */
  function grow() {
    var asked = new Set();
    kind.grows.forEach(function (one) {
      if (one[1].indexOf(fields[one[0]].get()) >= 0) one[2].forEach(asked.add, asked);
    });
    Object.keys(fields).forEach(function (name) {
      fields[name].element.classList.toggle("la-field--now", asked.has(name));
    });
    Object.keys(sections).forEach(function (id) {
      var element = sections[id];
      var now = Boolean(element.querySelector(":scope > .la-field--now"));
      var note = element.querySelector(".la-form__now");
      note.textContent = now ? "needed at this stage" : "";
      if (now && !element.dataset.opened) {
        element.open = true;
        element.dataset.opened = "yes";
      }
    });
  }

  /* ----------------------------------------------------------------- the finish */

  function file_id() {
    return record || share.idFor(fields.title ? fields.title.get() : "");
  }

  function check() {
    var found = share.faults(fields).concat(demands(), taken_already());
    if (!found.length) found = together();
    var box = here.querySelector(".la-form__summary");
    box.replaceChildren();
    box.hidden = !found.length;
    var file = here.querySelector(".la-form__file");
    if (!found.length) {
      file.hidden = false;
      show();
      file.querySelector("h2").focus();
      return;
    }
    var list = share.make("ul");
    found.forEach(function (fault) {
      var item = share.make("li");
      var link = share.make("a", "", fault.text);
      link.href = "#" + fault.input.id;
      link.addEventListener("click", function (event) {
        event.preventDefault();
        for (var up = fault.input.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
        fault.input.focus();
      });
      item.append(link);
      list.append(item);
    });
    box.append(share.make("h2", "", "There is a problem"), list);
    box.focus();
  }

  /* What a record cannot do without at its stage, in the words of the checks; each said once. */
  function demands() {
    var values = share.gather(fields);
    var told = {};
    return kind.demands
      .filter(function (one) {
        var asked = one.words.indexOf(values[one.field]) >= 0 && !told[one.code];
        var unmet = asked && one.needs.every(function (path) {
          return share.empty(at(values, path));
        });
        if (unmet) told[one.code] = true;
        return unmet;
      })
      .map(function (one) {
        var text = one.message.replace("{word}", values[one.field]) + " " + one.hint;
        var holder = fields[one.needs[0].split(".")[0]].element;
        return { text: text, input: holder.querySelector("input, textarea, select, button") };
      });
  }

  function at(values, path) {
    return path.split(".").reduce(function (value, name) {
      return value ? value[name] : undefined;
    }, values);
  }

  /* Personal data that only two answers together give away, such as “born” and a date. */
  function together() {
    var said = share.personal(share.scan(text()));
    return said ? [{ text: said, input: here.querySelector("input, textarea") }] : [];
  }

  function taken_already() {
    var name = here.getAttribute("data-share");
    var id = file_id();
    if (record || !fields.title) return [];
    var input = fields.title.input;
    if (!id) {
      return fields.title.get()
        ? [{ text: "The title must have at least one letter or number.", input: input }] : [];
    }
    var personal = window.academyPrivacy.scanName(id);
    if (personal.length && !share.scan(fields.title.get()).length) {
      return [{ text: share.personal(personal), input: input }];
    }
    var holder = Object.keys(share.names.kinds).find(function (one) {
      return share.names.kinds[one].some(function (pair) {
        return pair[0] === id;
      });
    });
    if (!holder) return [];
    return [{ text: "There is already " + share.withArticle[holder] + " with this name. Use a different title.", input: input }];
  }

  function text() {
    return share.write(share.gather(fields), kind.suffix);
  }

  function path() {
    return kind.folder + "/" + file_id() + kind.suffix;
  }

  function show() {
    var box = here.querySelector(".la-form__file");
    var open = box.querySelector("pre");
    if (open) {
      open.textContent = text();
      box.querySelector("code").textContent = path();
      return;
    }
    var title = share.make("h2", "", "Your record is ready");
    title.tabIndex = -1;
    var where = share.make("p", "", "We have not sent it to anyone. For the person who looks after the site: save it as ");
    where.append(share.make("code", "", path()), ".");
    var said = share.make("p", "la-form__said");
    said.setAttribute("role", "status");
    var buttons = share.make("p", "la-form__buttons");
    buttons.append(
      share.button("Save the file", save, "la-button la-button--main"), " ",
      share.button("Copy the text", function () {
        copy(said);
      })
    );
    if (github()) {
      buttons.append(" ", share.button("Propose it on GitHub", function () {
        propose(said);
      }));
    }
    var shown = share.make("details", "la-fold");
    shown.append(share.make("summary", "", "See the file"), share.make("pre", "la-form__text", text()));
    box.append(title, where, buttons, said, shown, next());
  }

  function next() {
    var list = share.make("ol");
    [
      "Save the file and send it to the person who looks after this site.",
      "They check it, and tell you if anything needs to change.",
      "It will appear on the site when it has been approved.",
    ].forEach(function (one) {
      list.append(share.make("li", "", one));
    });
    return list;
  }

  function save() {
    var link = share.make("a");
    link.href = URL.createObjectURL(new Blob([text()], { type: "text/plain" }));
    link.download = file_id() + kind.suffix;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  function copy(said) {
    var done = function () {
      said.textContent = "Copied. Paste the text into an email or a file.";
    };
    var by_hand = function () {
      var area = share.make("textarea");
      area.value = text();
      here.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      done();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text()).then(done, by_hand);
    else by_hand();
  }

  function github() {
    return /^https:\/\/github\.com\/[^/]+\/[^/]+\/edit\//.test(share.edit) ? share.edit.replace(/\/$/, "") : "";
  }

  /* A new file can be handed over in the address; a long one, or a change, is copied and pasted. */
  function propose(said) {
    var edit = github();
    var fresh = edit.replace("/edit/", "/new/") + "/" + kind.folder + "?filename=" +
      encodeURIComponent(file_id() + kind.suffix);
    var whole = fresh + "&value=" + encodeURIComponent(text());
    if (!record && whole.length <= LONGEST_ADDRESS) {
      window.open(whole, "_blank", "noopener");
      return;
    }
    copy(said);
    window.open(record ? edit + "/" + path() : fresh, "_blank", "noopener");
    said.textContent = "Copied. Paste the text into the page that opened, to replace the text there.";
  }

  /* The whole form as one value: for opening a record, and for tests of the way there and back. */
  share.form = {
    set: function (values) {
      share.scatter(fields, values);
      grow();
    },
    faults: function () {
      return share.faults(fields).concat(demands()).map(function (fault) {
        return fault.text;
      });
    },
    text: text,
  };
  begin();
})();
