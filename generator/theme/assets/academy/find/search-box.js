/* The search box on every page: a combobox that shows the first results while somebody types. */
(() => {
  "use strict";

  const { createElement, find } = academy;
  const RESULT_COUNT = 8;
  const TYPING_PAUSE = 60; // ms
  const SHORTEST_QUERY = 2; // letters
  const SNIPPET_LENGTH = 110; // letters

  class SearchBox {
    /** @param {HTMLFormElement} form @param {number} number of the box on its page */
    constructor(form, number) {
      this.form = form;
      this.input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
      this.list = createElement("div", "la-search__list");
      this.note = createElement("p", "la-search__note");
      this.status = createElement("p", "la-visually-hidden");
      this.panel = createElement("div", "la-search__panel");
      /** @type {HTMLAnchorElement[]} */
      this.options = [];
      this.active = -1; // the number of the chosen option
      this.request = 0; // answers to an earlier request are dropped
      this.timer = 0;
      this.list.id = `la-search-list-${number}`;
      this.#addToPage();
      this.#listen();
    }

    #addToPage() {
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", "Results");
      this.status.setAttribute("role", "status");
      this.panel.hidden = true;
      this.panel.tabIndex = -1; // an element that scrolls would be a stop for the Tab key
      this.panel.append(this.note, this.list);
      this.form.append(this.panel, this.status);
      this.input.setAttribute("role", "combobox");
      this.input.setAttribute("aria-autocomplete", "list");
      this.input.setAttribute("aria-expanded", "false");
      this.input.setAttribute("aria-controls", this.list.id);
    }

    #listen() {
      this.input.addEventListener("input", () => this.searchSoon());
      this.input.addEventListener("keydown", (event) => this.handleKey(event));
      this.form.addEventListener("focusout", ({ relatedTarget }) => {
        if (!this.form.contains(/** @type {Node | null} */ (relatedTarget))) this.close();
      });
    }

    searchSoon() {
      this.request += 1;
      const request = this.request;
      clearTimeout(this.timer);
      if (this.input.value.trim().length < SHORTEST_QUERY) this.close();
      else this.timer = setTimeout(() => this.search(request), TYPING_PAUSE);
    }

    /** @param {number} request */
    async search(request) {
      const query = this.input.value;
      try {
        await find.loadEngine();
        const matches = await find.search(query, true);
        const results = await find.loadDocuments(matches.documents.slice(0, RESULT_COUNT));
        if (request === this.request) this.showResults(query, matches, results);
      } catch {
        if (request === this.request) this.showMessage(find.loadFailure(), find.loadFailure());
      }
    }

    /**
     * @param {string} query
     * @param {SearchMatches} matches
     * @param {readonly SearchResult[]} results the first of them
     */
    showResults(query, matches, results) {
      const total = matches.documents.length;
      const note = find.describeMatches(matches, results);
      if (!total) {
        const message = note || `Nothing found for “${query.trim()}”.`;
        this.showMessage(`${message} Try another word for it.`, message);
        return;
      }
      const chosen = this.options[this.active]?.href;
      this.list.hidden = false;
      this.note.textContent = note;
      this.note.hidden = !note;
      this.options = [];
      this.list.replaceChildren();
      for (const [title, group] of groupByKind(results)) {
        this.list.append(this.#createGroup(title, group, matches));
      }
      this.list.append(this.#createLinkToAll(query, total));
      this.open();
      // results that come late do not take away what the reader has moved to
      this.choose(this.options.findIndex((option) => option.href === chosen));
      this.#announce(note, results.length, total);
    }

    /** @param {string} note @param {number} shown @param {number} total */
    #announce(note, shown, total) {
      const count = total === 1 ? "1 result" : `${total} results`;
      const rest = shown < total ? `, the first ${shown} are here` : "";
      this.status.textContent = `${note && `${note} `}${count}${rest}. Use the arrow keys to choose.`;
    }

    /** @param {string} title @param {readonly SearchResult[]} results @param {SearchMatches} matches */
    #createGroup(title, results, matches) {
      const group = createElement("div", "la-search__group");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", title);
      const heading = createElement("div", "la-search__kind", title);
      heading.setAttribute("aria-hidden", "true");
      group.append(heading, ...results.map((result) => this.#createOption(result, matches)));
      return group;
    }

    /** @param {SearchResult} result @param {SearchMatches} matches */
    #createOption(result, { stems }) {
      const link = this.#createLink(find.resultUrl(result));
      const title = createElement("span", "la-search__title");
      title.append(find.highlight(result.title, stems));
      link.append(title);
      const snippet = find.createSnippet(result, stems, SNIPPET_LENGTH);
      if (snippet) {
        const text = createElement("span", "la-search__snippet");
        text.append(snippet);
        link.append(text);
      }
      const labels = find.joinLabels(result.labels, " · ");
      if (labels) link.append(createElement("span", "la-search__labels", labels));
      return link;
    }

    /** @param {string} query @param {number} total */
    #createLinkToAll(query, total) {
      // without an area, as the number says
      const none = academy.keep.ownArea() ? "&area=" : "";
      const words = encodeURIComponent(query.trim());
      const link = this.#createLink(`${this.form.action}?q=${words}${none}`);
      link.classList.add("la-search__all");
      link.textContent = total === 1 ? "See it on the search page" : `See all ${total} results`;
      return link;
    }

    /** @param {string} url */
    #createLink(url) {
      const link = createElement("a", "la-search__option");
      link.href = url;
      link.id = `${this.list.id}-${this.options.length}`;
      link.tabIndex = -1;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      this.options.push(link);
      return link;
    }

    /** @param {string} text @param {string} announcement */
    showMessage(text, announcement) {
      this.list.replaceChildren();
      this.list.hidden = true; // a listbox must have options
      this.options = [];
      this.note.hidden = false;
      this.note.textContent = text;
      this.open();
      this.input.setAttribute("aria-expanded", "false");
      this.status.textContent = announcement;
    }

    open() {
      this.choose(-1);
      this.panel.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
    }

    close() {
      this.request += 1;
      this.choose(-1);
      this.panel.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.status.textContent = "";
    }

    /** @param {number} number of an option; -1 for none */
    choose(number) {
      this.options[this.active]?.setAttribute("aria-selected", "false");
      this.active = number;
      const option = this.options[number];
      if (!option) {
        this.input.removeAttribute("aria-activedescendant");
        return;
      }
      option.setAttribute("aria-selected", "true");
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }

    /** @param {KeyboardEvent} event */
    handleKey(event) {
      const action = this.panel.hidden
        ? this.#closedAction(event.key)
        : this.#openAction(event.key);
      if (!action) return;
      action();
      event.preventDefault();
    }

    /** @param {string} key */
    #closedAction(key) {
      return key === "ArrowDown" && this.input.value.trim() ? () => this.searchSoon() : null;
    }

    /** @param {string} key */
    #openAction(key) {
      const count = this.options.length;
      if (key === "Escape") return () => this.close();
      if (key === "ArrowDown" && count) return () => this.choose((this.active + 1) % count);
      if (key === "ArrowUp" && count) {
        return () => this.choose(this.active < 1 ? count - 1 : this.active - 1);
      }
      const option = this.options[this.active];
      return key === "Enter" && option ? () => option.click() : null;
    }
  }

  /**
   * @param {readonly SearchResult[]} results
   * @returns {Map<string, SearchResult[]>} by the title of their kind, the kind of the best first
   */
  function groupByKind(results) {
    /** @type {Map<string, SearchResult[]>} */
    const groups = new Map();
    for (const result of results) {
      const group = groups.get(result.kindPlural);
      if (group) group.push(result);
      else groups.set(result.kindPlural, [result]);
    }
    return groups;
  }

  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll("form[data-find]");
  forms.forEach((form, number) => {
    new SearchBox(form, number);
  });
})();
