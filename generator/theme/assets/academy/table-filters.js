/* Filters above a table: a list for each thing that its rows can be narrowed by. The address holds
   what is chosen. Without scripts the whole table stands there. */
(() => {
  "use strict";

  const { createButton, createElement, createOption } = academy;
  const WIDE = matchMedia("(min-width: 40em)"); // on narrower pages the filters begin folded
  let formCount = 0;

  class TableFilters {
    /** @param {HTMLElement} region */
    constructor(region) {
      this.region = region;
      /** @type {TableFilter[]} */
      this.filters = JSON.parse(region.dataset.filters ?? "[]");
      /** @type {NodeListOf<HTMLTableRowElement>} */
      const rows = region.querySelectorAll("tbody tr");
      this.rows = [...rows].map((row) => ({
        row,
        keys: (row.dataset.filterKeys ?? "").split(";").map((keys) => keys.split(" ")),
      }));
      this.selects = this.filters.map(([key, label]) => createSelect(key, label));
      this.status = createElement("p", "la-table-filters__count");
      this.status.setAttribute("role", "status");
      this.#addToPage();
      this.#readAddress();
    }

    #addToPage() {
      const form = createElement("form", "la-table-filters");
      form.setAttribute("aria-label", `Filter: ${this.#name()}`);
      for (const [n, { box, select }] of this.selects.entries()) {
        select.addEventListener("change", () => this.#choose());
        box.hidden = this.filters[n][2].length < 2; // nothing to choose from
        form.append(box);
      }
      this.clear = createButton("Show all", () => this.#showAll());
      const copy = academy.createCopyButton(() =>
        academy.pageReference(location.search, document.title),
      );
      const foot = createElement("p", "la-table-filters__foot");
      foot.append(this.clear, copy.button, copy.note);
      form.append(foot);
      form.addEventListener("submit", (event) => event.preventDefault());
      window.addEventListener("popstate", () => this.#readAddress());
      this.fold = createElement("details", "la-details");
      this.fold.open = WIDE.matches;
      this.fold.append(createElement("summary", "", "Narrow this list"), form);
      this.region.before(this.fold, this.status);
    }

    #name() {
      return (this.region.getAttribute("aria-label") ?? "").replace(/^Table: /, "");
    }

    #readAddress() {
      const query = new URLSearchParams(location.search);
      this.filters.forEach(([key, , values], n) => {
        const wanted = query.get(key) ?? "";
        this.#drawOptions(n);
        const isKnown = values.some(([value]) => value === wanted);
        this.selects[n].select.value = isKnown ? wanted : "";
        if (isKnown && this.fold) this.fold.open = true;
      });
      this.#draw();
    }

    #choose() {
      const query = new URLSearchParams();
      this.filters.forEach(([key], n) => {
        const { value } = this.selects[n].select;
        if (value) query.set(key, value);
      });
      const search = query.toString();
      history.replaceState(null, "", location.pathname + (search && `?${search}`) + location.hash);
      this.#draw();
    }

    #showAll() {
      for (const { select } of this.selects) select.value = "";
      this.#choose();
      this.selects[0].select.focus();
    }

    /** Whether a row has what is chosen, but for one filter. @param {readonly string[][]} keys @param {number} [but] */
    #fits(keys, but) {
      return this.selects.every(
        ({ select }, n) => n === but || !select.value || keys[n]?.includes(select.value),
      );
    }

    /** The values of a filter with how many rows each would leave. @param {number} n */
    #drawOptions(n) {
      const [, , values] = this.filters[n];
      const { select } = this.selects[n];
      const chosen = select.value;
      const options = values.map(([key, label]) => {
        const count = this.rows.filter(
          ({ keys }) => keys[n]?.includes(key) && this.#fits(keys, n),
        ).length;
        const option = createOption(key, `${label} (${count})`);
        option.disabled = !count && key !== chosen;
        return option;
      });
      select.replaceChildren(createOption("", "Any"), ...options);
      select.value = chosen;
    }

    #draw() {
      for (const { row, keys } of this.rows) row.hidden = !this.#fits(keys);
      this.selects.forEach((_, n) => {
        this.#drawOptions(n);
      });
      const shown = this.rows.filter(({ row }) => !row.hidden).length;
      const chosen = this.selects.flatMap(({ select }, n) =>
        select.value ? `${this.filters[n][1]} ${words(select)}` : [],
      );
      const all = `${this.rows.length} ${this.#name().toLocaleLowerCase("en-GB")}`;
      this.status.textContent = chosen.length ? `${shown} of ${all}. ${chosen.join("; ")}.` : all;
      if (this.clear) this.clear.disabled = !chosen.length;
    }
  }

  /** The words of what is chosen, without the count. @param {HTMLSelectElement} select */
  function words(select) {
    return (select.selectedOptions[0]?.textContent ?? "").replace(/ \(\d+\)$/, "");
  }

  /** @param {string} key @param {string} text */
  function createSelect(key, text) {
    formCount += 1;
    const box = createElement("div", "la-table-filters__filter");
    const label = createElement("label", "", text);
    const select = createElement("select");
    select.id = `la-filter-${key}-${formCount}`;
    label.htmlFor = select.id;
    box.append(label, select);
    return { box, select };
  }

  /** @type {NodeListOf<HTMLElement>} */
  const regions = document.querySelectorAll(".la-table[data-filters]");
  for (const region of regions) new TableFilters(region);
})();
