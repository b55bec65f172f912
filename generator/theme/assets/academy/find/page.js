/* The Find page, and the same in place on every list: facets, sorting, and results in the address. */
(function () {
  "use strict";

  var find = window.academyFind;
  var make = find.make;
  var STEP = 20;
  var FEW = 10;
  var WIDE = matchMedia("(min-width: 60rem)");

  function Finder(host) {
    this.host = host;
    this.kind = host.getAttribute("data-find-list") || "";
    this.form = host.querySelector("form");
    this.input = host.querySelector("input");
    this.plain = Array.from(document.querySelectorAll("[data-find-plain]"));
    this.out = host.querySelector("[data-find-out]");
    this.asked = 0;
    this.facets = new Map();
    this.openFacets = new Set();
    this.all = new Set();
  }

  /* ------------------------------------------------------------- the address */

  Finder.prototype.read = function () {
    var given = new URLSearchParams(location.search);
    var chosen = new Map();
    this.keys().forEach(function (key) {
      var values = given.getAll(key).filter(Boolean);
      if (values.length) chosen.set(key, new Set(values));
    });
    // an address may ask for an order that there is not
    var sort = find.head.sorts.find(function (one) {
      return one[0] === given.get("sort");
    });
    this.state = { q: given.get("q") || "", sort: sort ? sort[0] : "", chosen: chosen };
    this.shown = STEP;
    this.input.value = this.state.q;
  };

  Finder.prototype.keys = function () {
    var own = this.kind;
    return find.head.facets
      .filter(function (facet) {
        return !own || (facet[0] !== "kind" && facet[3].indexOf(own) >= 0);
      })
      .map(function (facet) {
        return facet[0];
      });
  };

  Finder.prototype.write = function (replace) {
    var words = new URLSearchParams();
    if (this.state.q.trim()) words.set("q", this.state.q.trim());
    this.state.chosen.forEach(function (values, key) {
      values.forEach(function (value) {
        words.append(key, value);
      });
    });
    if (this.state.sort) words.set("sort", this.state.sort);
    var text = words.toString();
    var address = location.pathname + (text ? "?" + text : "");
    if (replace) history.replaceState(null, "", address);
    else if (address !== location.pathname + location.search) history.pushState(null, "", address);
  };

  Finder.prototype.idle = function () {
    return !this.state.q.trim() && !this.state.chosen.size && !this.state.sort;
  };

  /* -------------------------------------------------------------- the search */

  Finder.prototype.update = function () {
    var finder = this;
    var asked = ++this.asked;
    var typing = document.activeElement === this.input;
    return find
      .search(this.state.q, typing)
      .then(function (found) {
        return finder.load().then(function () {
          if (asked !== finder.asked) return null;
          finder.found = finder.ordered(finder.narrowed(finder.base(found)), found);
          finder.stems = found.stems;
          return finder.draw(asked);
        });
      })
      .catch(function () {
        if (asked === finder.asked) finder.tell(find.trouble());
      });
  };

  /* The facets that are open or chosen, and the order where it is asked for. */
  Finder.prototype.load = function () {
    var finder = this;
    var wanted = new Set(this.openFacets);
    this.state.chosen.forEach(function (_, key) {
      wanted.add(key);
    });
    if (this.kind) wanted.add("kind");
    var parts = Array.from(wanted)
      .filter(function (key) {
        return !finder.facets.has(key);
      })
      .map(function (key) {
        return find.part("f-" + key).then(function (values) {
          finder.facets.set(key, values.map(function (one) {
            return { key: one[0], title: one[1], depth: one[2], places: find.unpacked(one[3]).places };
          }));
        });
      });
    if (this.state.sort) parts.push(this.loadOrder());
    return Promise.all(parts);
  };

  Finder.prototype.loadOrder = function () {
    var finder = this;
    return find.part("order").then(function (orders) {
      finder.ranks = finder.ranks || {};
      var key = finder.state.sort;
      if (!finder.ranks[key] && orders[key]) finder.ranks[key] = find.numbers(orders[key]);
    });
  };

  /* What the words alone find: 1 for each place in it. Without words it is everything. */
  Finder.prototype.base = function (found) {
    var size = find.head.docs;
    var mask = new Uint8Array(size);
    if (this.state.q.trim()) {
      found.places.forEach(function (place) {
        mask[place] = 1;
      });
    } else mask.fill(1);
    if (this.kind) {
      var own = this.valueOf("kind", this.kind);
      var within = new Uint8Array(size);
      (own ? own.places : []).forEach(function (place) {
        within[place] = mask[place];
      });
      mask = within;
    }
    return mask;
  };

  Finder.prototype.valueOf = function (facet, key) {
    return (this.facets.get(facet) || []).find(function (value) {
      return value.key === key;
    });
  };

  /* How many of the chosen facets each place fails, and the last of these. A facet's own choice
     does not narrow its own counts. */
  Finder.prototype.narrowed = function (mask) {
    var finder = this;
    var size = mask.length;
    var fails = new Uint8Array(size);
    var failed = new Uint8Array(size);
    this.numbers = new Map();
    var number = 0;
    this.state.chosen.forEach(function (keys, facet) {
      number++;
      finder.numbers.set(facet, number);
      var has = new Uint8Array(size);
      keys.forEach(function (key) {
        var value = finder.valueOf(facet, key);
        (value ? value.places : []).forEach(function (place) {
          has[place] = 1;
        });
      });
      for (var place = 0; place < size; place++) {
        if (has[place]) continue;
        fails[place]++;
        failed[place] = number;
      }
    });
    this.mask = mask;
    this.fails = fails;
    this.failed = failed;
    var places = [];
    for (var place = 0; place < size; place++) if (mask[place] && !fails[place]) places.push(place);
    return places;
  };

  Finder.prototype.count = function (facet, value) {
    var own = this.numbers.get(facet) || 255;
    var total = 0;
    for (var n = 0; n < value.places.length; n++) {
      var place = value.places[n];
      if (!this.mask[place]) continue;
      if (!this.fails[place] || (this.fails[place] === 1 && this.failed[place] === own)) total++;
    }
    return total;
  };

  Finder.prototype.ordered = function (places, found) {
    var ranks = this.state.sort && this.ranks && this.ranks[this.state.sort];
    var worded = Boolean(this.state.q.trim());
    return places.sort(function (a, b) {
      return (
        (ranks ? ranks[b] - ranks[a] : 0) ||
        (worded ? found.scores[b] - found.scores[a] : 0) ||
        a - b
      );
    });
  };

  /* -------------------------------------------------------------- what is seen */

  Finder.prototype.draw = function (asked) {
    var finder = this;
    this.swap();
    this.drawFacets();
    this.drawChosen();
    var total = this.found.length;
    this.csv.hidden = !total;
    this.more.hidden = true;
    this.tell(this.said(total));
    return find.docs(this.found.slice(0, this.shown)).then(function (docs) {
      if (asked !== finder.asked) return;
      finder.list.replaceChildren.apply(
        finder.list,
        docs.map(function (doc) {
          return result(doc, finder.stems, finder.kind);
        })
      );
      finder.more.hidden = finder.shown >= total;
      finder.more.textContent = "Show " + Math.min(STEP, total - finder.shown) + " more";
    });
  };

  /* A list is there without scripts; while it is searched, what is found stands in its place. */
  Finder.prototype.swap = function () {
    var shut = this.host.tagName === "DETAILS" && !this.host.open;
    this.plain.forEach(function (part) {
      part.hidden = !shut;
    });
  };

  Finder.prototype.said = function (total) {
    if (total) return total === 1 ? "1 result" : total.toLocaleString("en-GB") + " results";
    var narrow = this.state.chosen.size ? " or take a filter away" : "";
    return (
      "Nothing found. Try fewer words, another word for it" + narrow +
      ". It may not be recorded yet. If you know more, share your work."
    );
  };

  Finder.prototype.tell = function (text) {
    this.status.textContent = text;
  };

  function result(doc, stems, kind) {
    var item = make("li", "la-card");
    var title = make("p", "la-card__title");
    var link = make("a", "");
    link.href = find.root + doc.url;
    link.append(find.marked(doc.title, stems));
    title.append(link);
    item.append(title);
    var said = find.snippet(doc, stems, 220);
    if (said) {
      var text = make("p", "la-card__summary");
      text.append(said);
      item.append(text);
    }
    var labels = (kind ? [] : [{ text: doc.kind, tone: "plain" }]).concat(doc.labels);
    var chips = make("p", "la-card__chips");
    labels.forEach(function (label) {
      chips.append(make("span", "la-chip la-chip--" + label.tone, label.text), " ");
    });
    if (labels.length) item.append(chips);
    return item;
  }

  Finder.prototype.drawChosen = function () {
    var finder = this;
    var buttons = [];
    this.state.chosen.forEach(function (keys, facet) {
      keys.forEach(function (key) {
        var value = finder.valueOf(facet, key);
        var button = make("button", "la-picked", (value ? value.title : key) + " ×");
        button.type = "button";
        button.setAttribute("aria-label", "Remove the filter " + (value ? value.title : key));
        button.addEventListener("click", function () {
          finder.pick(facet, key, false);
          finder.status.focus();
        });
        buttons.push(button);
      });
    });
    this.picked.replaceChildren.apply(this.picked, buttons);
  };

  Finder.prototype.drawFacets = function () {
    var finder = this;
    this.panels.forEach(function (panel, key) {
      var values = finder.facets.get(key);
      var chosen = finder.state.chosen.get(key) || new Set();
      panel.note.textContent = chosen.size ? chosen.size + " chosen" : "";
      if (!values) return;
      var counted = values
        .map(function (value) {
          return { value: value, count: finder.count(key, value), on: chosen.has(value.key) };
        })
        .filter(function (one) {
          return one.count || one.on;
        });
      finder.fill(panel, key, counted);
    });
  };

  Finder.prototype.fill = function (panel, key, counted) {
    var finder = this;
    var focused = panel.list.contains(document.activeElement) && document.activeElement.value;
    var few = counted;
    if (counted.length > FEW + 2 && !this.all.has(key)) few = mostOf(counted, FEW);
    panel.list.replaceChildren.apply(
      panel.list,
      few.map(function (one) {
        return finder.choice(key, one);
      })
    );
    panel.empty.hidden = counted.length > 0;
    panel.rest.hidden = few.length === counted.length;
    panel.rest.textContent = "Show all " + counted.length;
    if (typeof focused === "string") {
      var again = Array.from(panel.list.querySelectorAll("input")).find(function (input) {
        return input.value === focused;
      });
      if (again) again.focus();
    }
  };

  /* Those with most, in the order in which they stood; what is chosen always stays. */
  function mostOf(counted, most) {
    var counts = counted
      .map(function (one) {
        return one.count;
      })
      .sort(function (a, b) {
        return b - a;
      });
    var least = counts[most - 1];
    var room = most;
    return counted.filter(function (one) {
      return one.on || (one.count >= least && room-- > 0);
    });
  }

  Finder.prototype.choice = function (facet, one) {
    var finder = this;
    var item = make("li", "la-facet__value la-facet__value--" + Math.min(one.value.depth, 4));
    var label = make("label", "");
    var box = make("input", "");
    box.type = "checkbox";
    box.value = one.value.key;
    box.checked = one.on;
    box.addEventListener("change", function () {
      finder.pick(facet, one.value.key, box.checked);
    });
    label.append(box, make("span", "la-facet__title", one.value.title), " ",
      make("span", "la-facet__count", one.count.toLocaleString("en-GB")));
    item.append(label);
    return item;
  };

  Finder.prototype.pick = function (facet, key, on) {
    var keys = this.state.chosen.get(facet) || new Set();
    if (on) keys.add(key);
    else keys.delete(key);
    if (keys.size) this.state.chosen.set(facet, keys);
    else this.state.chosen.delete(facet);
    this.shown = STEP;
    this.write(false);
    this.update();
  };

  /* ------------------------------------------------------------------ building */

  Finder.prototype.build = function () {
    var finder = this;
    var side = make("details", "la-facets");
    side.append(make("summary", "", "Filters"));
    side.open = WIDE.matches;
    var main = make("div", "la-found");
    this.panels = new Map();
    find.head.facets.forEach(function (facet) {
      if (finder.keys().indexOf(facet[0]) >= 0) side.append(finder.panel(facet));
    });
    this.status = make("p", "la-found__count");
    this.status.setAttribute("role", "status");
    this.status.tabIndex = -1;
    this.picked = make("div", "la-found__picked");
    this.list = make("ol", "la-cards la-found__list");
    this.more = button("Show more", function () {
      var first = finder.list.children.length;
      finder.shown += STEP;
      finder.draw(finder.asked).then(function () {
        var next = finder.list.children[first];
        if (next) next.querySelector("a").focus();
      });
    });
    this.csv = button("Save this list (CSV)", function () {
      finder.save();
    });
    var tools = make("div", "la-found__tools");
    tools.append(this.sorter(), this.csv);
    main.append(this.status, this.picked, tools, this.list, this.more);
    this.out.replaceChildren(side, main);
    this.out.hidden = false;
  };

  function button(text, act) {
    var element = make("button", "la-button", text);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  Finder.prototype.panel = function (facet) {
    var finder = this;
    var key = facet[0];
    var fold = make("details", "la-facet");
    var name = make("summary", "", facet[1] + " ");
    var panel = {
      note: make("span", "la-facet__note"),
      list: make("ul", "la-facet__list"),
      empty: make("p", "la-facet__empty", "Nothing to choose from here."),
      rest: button("Show all", function () {
        finder.all.add(key);
        finder.drawFacets();
        panel.list.querySelectorAll("input")[FEW - 1].focus();
      }),
    };
    panel.empty.hidden = true;
    panel.rest.hidden = true;
    panel.list.setAttribute("aria-label", facet[1]);
    name.append(panel.note);
    fold.append(name, panel.list, panel.empty, panel.rest);
    fold.open = (facet[2] && WIDE.matches) || this.state.chosen.has(key);
    if (fold.open) this.openFacets.add(key);
    fold.addEventListener("toggle", function () {
      if (!fold.open || finder.openFacets.has(key)) return;
      finder.openFacets.add(key);
      finder.update();
    });
    this.panels.set(key, panel);
    return fold;
  };

  Finder.prototype.sorter = function () {
    var finder = this;
    var label = make("label", "la-found__sort", "Sort by ");
    var choose = make("select", "");
    var first = this.kind ? "Best match, or as listed" : "Best match";
    [["", first]].concat(find.head.sorts).forEach(function (sort) {
      var option = make("option", "", sort[1]);
      option.value = sort[0];
      choose.append(option);
    });
    choose.addEventListener("change", function () {
      finder.state.sort = choose.value;
      finder.shown = STEP;
      finder.write(false);
      finder.update();
    });
    this.choose = choose;
    label.append(choose);
    return label;
  };

  /* ----------------------------------------------------------------- the file */

  Finder.prototype.save = function () {
    var finder = this;
    find.docs(this.found).then(function (docs) {
      var rows = [["Title", "What it is", "Summary", "Labels", "Address"]].concat(
        docs.map(function (doc) {
          var address = new URL(finder.host.ownerDocument.baseURI);
          return [doc.title, doc.kind, doc.summary, find.said(doc.labels, "; "),
            new URL(find.root + doc.url, address).href];
        })
      );
      var text = "\ufeff" + rows.map(line).join("");
      var link = make("a", "");
      link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
      link.download = "found.csv";
      link.click();
      URL.revokeObjectURL(link.href);
    });
  };

  /* A cell that a spreadsheet would take for a formula begins with an apostrophe. */
  function line(cells) {
    return (
      cells
        .map(function (cell) {
          var safe = /^[=+\-@\t\r]/.test(cell) ? "'" + cell : cell;
          return '"' + safe.replace(/"/g, '""') + '"';
        })
        .join(",") + "\r\n"
    );
  }

  /* ------------------------------------------------------------------- the start */

  find.mount = function (host) {
    var finder = new Finder(host);
    var timer;
    return find.engine().then(
      function () {
        finder.read();
        finder.build();
        finder.choose.value = finder.state.sort;
        if (!finder.idle() && host.tagName === "DETAILS") host.open = true;
        finder.form.addEventListener("submit", function (event) {
          event.preventDefault();
          finder.state.q = finder.input.value;
          finder.write(false);
          finder.update();
        });
        finder.input.addEventListener("input", function () {
          clearTimeout(timer);
          timer = setTimeout(function () {
            finder.state.q = finder.input.value;
            finder.shown = STEP;
            finder.write(true);
            finder.update();
          }, 80);
        });
        host.addEventListener("toggle", finder.swap.bind(finder));
        window.addEventListener("popstate", function () {
          finder.read();
          finder.choose.value = finder.state.sort;
          finder.update();
        });
        return finder.update();
      },
      function () {
        finder.out.hidden = false;
        finder.out.textContent = find.trouble();
      }
    );
  };
})();
