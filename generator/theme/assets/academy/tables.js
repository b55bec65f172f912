/* Tables that sort: by their headings, or by a list where narrow pages hide the headings. */
(function () {
  "use strict";

  var count = 0;
  /* the width under which academy.css hides the headings */
  var narrow = matchMedia("(max-width: 40em)");

  function valueOf(row, column) {
    var cell = row.cells[column];
    if (!cell) return "";
    /* without data-sort it is the words; one of spaces says that nothing is to be sorted by */
    var given = cell.getAttribute("data-sort") || cell.textContent;
    return given.trim().replace(/\s+/g, " ");
  }

  /* a number as people write it, or null: 1,200, −3.5, £4, 17% */
  function numberOf(text) {
    var bare = text.replace(/[,\u00a0\s£%]/g, "").replace(/\u2212/g, "-").replace(/^\+/, "");
    return /^-?\d+(\.\d+)?$/.test(bare) ? parseFloat(bare) : null;
  }

  /* rows in order; what is empty stays at the end whichever way, and equals keep their order */
  function ordered(rows, column, down) {
    var keyed = rows.map(function (row, place) {
      var text = valueOf(row, column);
      return { row: row, place: place, text: text, number: numberOf(text) };
    });
    var numbers = keyed.every(function (one) {
      return one.text === "" || one.number !== null;
    });
    keyed.sort(function (a, b) {
      if ((a.text === "") !== (b.text === "")) return a.text === "" ? 1 : -1;
      var by = numbers
        ? (a.number || 0) - (b.number || 0)
        : a.text.localeCompare(b.text, "en-GB", { numeric: true, sensitivity: "base" });
      return (down ? -by : by) || a.place - b.place;
    });
    return keyed.map(function (one) {
      return one.row;
    });
  }

  function make(tag, look, text) {
    var element = document.createElement(tag);
    if (look) element.className = look;
    if (text) element.textContent = text;
    return element;
  }

  function option(value, text) {
    var one = make("option", "", text);
    one.value = value;
    return one;
  }

  function list(names, sort) {
    count += 1;
    var box = make("div", "la-sort");
    var label = make("label", "", "Sort by");
    var select = make("select");
    select.id = "la-sort-" + count;
    label.htmlFor = select.id;
    select.appendChild(option("", "Order of this page"));
    names.forEach(function (name, column) {
      select.appendChild(option(column + " up", name));
      select.appendChild(option(column + " down", name + " (reversed)"));
    });
    select.addEventListener("change", function () {
      var chosen = select.value.split(" ");
      sort(chosen[0] === "" ? -1 : Number(chosen[0]), chosen[1] === "down");
    });
    box.appendChild(label);
    box.appendChild(select);
    return box;
  }

  function prepare(region) {
    var table = region.querySelector("table");
    var body = table && table.tBodies[0];
    var heads = table && table.tHead ? Array.from(table.tHead.rows[0].cells) : [];
    if (!body || !heads.length || body.rows.length < 2) return;
    var first = Array.from(body.rows);
    var names = heads.map(function (head) {
      return head.textContent.trim();
    });
    var said = make("p", "la-sort__said");
    said.setAttribute("role", "status");

    function sort(column, down) {
      var rows = column < 0 ? first : ordered(first, column, down);
      var whole = document.createDocumentFragment();
      rows.forEach(function (row) {
        whole.appendChild(row);
      });
      body.appendChild(whole);
      heads.forEach(function (head, place) {
        if (place === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      chooser.querySelector("select").value = column < 0 ? "" : column + (down ? " down" : " up");
      said.textContent =
        column < 0
          ? "Sorted as on this page."
          : "Sorted by " + names[column] + ", " + (down ? "descending." : "ascending.");
    }

    var chooser = list(names, sort);
    /* a button that cannot be seen must not be reached by keyboard; the list does its work */
    function reach() {
      buttons.forEach(function (button) {
        button.tabIndex = narrow.matches ? -1 : 0;
      });
    }

    var buttons = heads.map(function (head, column) {
      var button = make("button", "la-sort__button");
      button.type = "button";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        sort(column, head.getAttribute("aria-sort") === "ascending");
      });
      return button;
    });
    narrow.addEventListener("change", reach);
    reach();
    region.parentNode.insertBefore(chooser, region);
    region.parentNode.insertBefore(said, region.nextSibling);
  }

  /* one at a time, so that the page answers its reader in between */
  function prepareEach(regions) {
    if (!regions.length) return;
    prepare(regions[0]);
    setTimeout(prepareEach, 0, regions.slice(1));
  }

  prepareEach(Array.from(document.querySelectorAll(".la-table[data-sortable]")));
})();
