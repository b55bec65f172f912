/* Tables that sort: by their headings, or by a list where narrow pages hide the headings. There a row
   becomes a card, each cell with the words of its heading; without scripts a wide table scrolls. */
(() => {
  "use strict";

  const { createElement, createOption } = academy;
  const NARROW = matchMedia("(max-width: 40em)"); // the width below which academy.css hides headings
  let listCount = 0;

  /**
   * The text by which a cell sorts: its `data-sort`, or else its words. A `data-sort` of spaces says
   * that there is nothing to sort by.
   * @param {HTMLTableRowElement} row
   * @param {number} column
   */
  function sortText(row, column) {
    const cell = row.cells[column];
    if (!cell) return "";
    return (cell.getAttribute("data-sort") || cell.textContent || "").trim().replace(/\s+/g, " ");
  }

  /**
   * A number as people write it (1,200, −3.5, £4, 17%), or null.
   * @param {string} text
   */
  function parseNumber(text) {
    const digits = text
      .replace(/[,\u00a0\s£$€%]|^(?:[A-Z]{1,3}(?=[$]))/g, "")
      .replace(/\u2212/g, "-")
      .replace(/^\+/, "");
    return /^-?\d+(\.\d+)?$/.test(digits) ? Number.parseFloat(digits) : null;
  }

  /**
   * Order texts, as numbers where all are numbers. Empty texts come last in either direction, and
   * equal texts keep their order.
   * @param {readonly string[]} texts
   * @param {boolean} descending
   * @returns {number[]} the positions in `texts`, in their new order
   */
  function sortOrder(texts, descending) {
    const keys = texts.map((text) => ({ text, number: parseNumber(text) }));
    const numeric = keys.every(({ text, number }) => text === "" || number !== null);
    /** @param {SortKey} a @param {SortKey} b */
    const compare = (a, b) =>
      numeric
        ? (a.number ?? 0) - (b.number ?? 0)
        : a.text.localeCompare(b.text, "en-GB", { numeric: true, sensitivity: "base" });
    return [...keys.keys()].sort((a, b) => {
      const [first, second] = [keys[a], keys[b]];
      if ((first.text === "") !== (second.text === "")) return first.text === "" ? 1 : -1;
      const difference = compare(first, second);
      return (descending ? -difference : difference) || a - b;
    });
  }

  /**
   * The list that sorts a table where its headings are hidden.
   * @param {readonly string[]} names of the columns
   * @param {(column: number, descending: boolean) => void} onSort column -1 restores the page's order
   */
  function createSortList(names, onSort) {
    listCount += 1;
    const box = createElement("div", "la-sort");
    const label = createElement("label", "", "Sort by");
    const select = createElement("select");
    select.id = `la-sort-${listCount}`;
    label.htmlFor = select.id;
    select.append(createOption("", "Order of this page"));
    names.forEach((name, column) => {
      select.append(createOption(`${column} up`, name));
      select.append(createOption(`${column} down`, `${name} (reversed)`));
    });
    select.addEventListener("change", () => {
      const [column, direction] = select.value.split(" ");
      onSort(column === "" ? -1 : Number(column), direction === "down");
    });
    box.append(label, select);
    return { box, select };
  }

  /**
   * Turn the words of a heading into a button.
   * @param {HTMLTableCellElement} heading
   * @param {() => void} onClick
   */
  function createHeadingButton(heading, onClick) {
    const button = academy.createButton("", onClick, "la-sort__button");
    button.append(...heading.childNodes);
    heading.append(button);
    return button;
  }

  /**
   * Where the headings are hidden, their buttons must not take the focus; the list does their work.
   * @param {readonly HTMLButtonElement[]} buttons
   */
  function followWidth(buttons) {
    const setTabStops = () => {
      for (const button of buttons) button.tabIndex = NARROW.matches ? -1 : 0;
    };
    NARROW.addEventListener("change", setTabStops);
    setTabStops();
  }

  /** @param {Element} region */
  function makeSortable(region) {
    const table = region.querySelector("table");
    const body = table?.tBodies[0];
    const headings = [...(table?.tHead?.rows[0]?.cells ?? [])];
    if (!body || !headings.length || body.rows.length < 2) return;
    const rows = [...body.rows];
    const names = headings.map((heading) => (heading.textContent ?? "").trim());
    const status = createElement("p", "la-sort__status");
    status.setAttribute("role", "status");
    const { box, select } = createSortList(names, sort);

    /** @param {number} column @param {boolean} descending */
    function sort(column, descending) {
      const texts = rows.map((row) => sortText(row, column));
      const order = column < 0 ? rows.keys() : sortOrder(texts, descending);
      body?.append(...Array.from(order, (position) => rows[position]));
      const direction = descending ? "descending" : "ascending";
      headings.forEach((heading, position) => {
        if (position === column) heading.setAttribute("aria-sort", direction);
        else heading.removeAttribute("aria-sort");
      });
      const isSorted = column >= 0;
      select.value = isSorted ? `${column} ${descending ? "down" : "up"}` : "";
      status.textContent = isSorted
        ? `Sorted by ${names[column]}, ${direction}.`
        : "Sorted as on this page.";
    }

    const buttons = headings.map((heading, column) =>
      createHeadingButton(heading, () =>
        sort(column, heading.getAttribute("aria-sort") === "ascending"),
      ),
    );
    followWidth(buttons);
    region.before(box);
    region.after(status);
  }

  /**
   * Prepare one table at a time, so that the page answers its reader in between.
   * @param {readonly Element[]} regions
   */
  function makeAllSortable([region, ...rest]) {
    if (!region) return;
    makeSortable(region);
    setTimeout(makeAllSortable, 0, rest);
  }

  /**
   * Give each cell the words of its heading, and keep what the table means to a screen reader where
   * its rows are drawn as cards.
   * @param {Element} region
   */
  function makeCards(region) {
    const table = region.querySelector("table");
    if (!table?.tHead || region.classList.contains("la-table--cards")) return;
    const names = [...table.tHead.rows[0].cells].map((cell) => (cell.textContent ?? "").trim());
    table.setAttribute("role", "table");
    for (const group of [table.tHead, ...table.tBodies]) group.setAttribute("role", "rowgroup");
    for (const row of table.rows) {
      row.setAttribute("role", "row");
      [...row.cells].forEach((cell, column) => {
        cell.setAttribute("role", cell.tagName === "TH" ? "columnheader" : "cell");
        if (cell.tagName === "TD") cell.dataset.label = names[column];
      });
    }
    region.classList.add("la-table--cards");
  }

  function makeAllCards() {
    if (NARROW.matches)
      for (const region of document.querySelectorAll(".la-table")) makeCards(region);
  }

  makeAllCards();
  NARROW.addEventListener("change", makeAllCards);
  academy.tables = { parseNumber, sortOrder };
  makeAllSortable([...document.querySelectorAll(".la-table[data-sortable]")]);
})();
