/* The Find page, and the same in place on every list: facets, sorting, and the search in the address. */
(() => {
  "use strict";

  const { createElement, createButton, createOption, find } = academy;
  const FIRST_RESULTS = 10;
  const RESULTS_STEP = 20;
  const TYPING_PAUSE = 80; // ms

  class ResultsPage {
    #facetValues = new find.FacetValues();
    /** @type {Map<string, readonly number[]>} */
    #ranks = new Map(); // of every document, by the key of the order
    #isTyping = false; // so that the last word may not be finished
    #request = 0; // answers to an earlier request are dropped
    #shownCount = FIRST_RESULTS;
    /** @type {number[]} */
    #documents = []; // that were found, in order
    #isOutside = false; // whether the filters leave none, so that these are without the filters
    /** @type {SearchMatches | null} */
    #matches = null;

    /** @param {HTMLElement} host */
    constructor(host) {
      this.host = host;
      this.kind = host.getAttribute("data-find-list") ?? ""; // empty on the Find page
      this.form = /** @type {HTMLFormElement} */ (host.querySelector("form"));
      this.input = /** @type {HTMLInputElement} */ (host.querySelector("input"));
      this.output = /** @type {HTMLElement} */ (host.querySelector("[data-find-out]"));
      this.state = this.#readAddress();
      this.panels = new find.Panels(this.#facets(), (facet) => this.state.chosen.has(facet), {
        onOpen: () => this.update(),
        onChoose: (facet, value, isChosen) => this.choose(facet, value, isChosen),
      });
      this.status = createElement("div", "la-results__status");
      this.note = createElement("p", "la-results__note");
      this.count = createElement("p", "la-results__count");
      this.synonyms = createElement("p", "la-results__synonyms");
      this.filters = createElement("div", "la-results__filters");
      this.list = createElement("ol", "la-cards la-results__list");
      this.more = createButton("Show more", () => this.showMore());
      this.csv = createButton("Save this list (CSV)", () => this.saveCsv());
      this.sort = createElement("select");
      this.tools = createElement("div", "la-results__tools");
      this.#addToPage();
      this.#listen();
    }

    #addToPage() {
      this.status.setAttribute("role", "status");
      this.status.tabIndex = -1;
      this.status.append(this.note, this.count, this.synonyms);
      this.note.hidden = true;
      const label = createElement("label", "la-results__sort", "Sort by ");
      const best = this.kind ? "Best match, or as listed" : "Best match";
      this.sort.append(
        createOption("", best),
        ...find.head.sorts.map(({ key, title }) => createOption(key, title)),
      );
      this.sort.value = this.state.sort;
      label.append(this.sort);
      const copy = academy.createCopyButton(() =>
        academy.pageReference(location.search, `${document.title}: ${this.state.query}`),
      );
      this.tools.append(label, this.csv, copy.button, copy.note);
      const main = createElement("div", "la-results");
      main.append(this.status, this.filters, this.tools, this.list, this.more);
      this.output.replaceChildren(this.panels.element, main);
      this.output.hidden = false;
      if (this.host instanceof HTMLDetailsElement && !find.isEmptyState(this.state)) {
        this.host.open = true;
      }
    }

    #listen() {
      let timer = 0;
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        clearTimeout(timer);
        this.#isTyping = false;
        this.#searchFor({ query: this.input.value }, false);
      });
      this.input.addEventListener("input", () => {
        clearTimeout(timer);
        this.#isTyping = true;
        timer = setTimeout(() => this.#searchFor({ query: this.input.value }, true), TYPING_PAUSE);
      });
      this.sort.addEventListener("change", () => this.#searchFor({ sort: this.sort.value }, false));
      this.host.addEventListener("toggle", () => this.#showPlainList());
      window.addEventListener("popstate", () => {
        this.state = this.#readAddress();
        this.sort.value = this.state.sort;
        this.update();
      });
    }

    #facets() {
      if (!this.kind) return find.head.facets;
      return find.head.facets.filter(
        ({ key, kinds }) => key !== "kind" && kinds.includes(this.kind),
      );
    }

    #readAddress() {
      const facets = this.#facets().map(({ key }) => key);
      const state = find.parseState(location.search, facets, find.head.sorts);
      if (!this.kind) find.chooseOwnArea(state, location.search, facets);
      this.#shownCount = FIRST_RESULTS;
      this.input.value = state.query;
      return state;
    }

    /** @param {Partial<SearchState>} change @param {boolean} replacesAddress */
    #searchFor(change, replacesAddress) {
      Object.assign(this.state, change);
      this.#shownCount = FIRST_RESULTS;
      const format = this.kind ? find.formatState : find.formatOwnState;
      const address = location.pathname + format(this.state);
      if (replacesAddress) history.replaceState(null, "", address);
      else if (address !== location.pathname + location.search) {
        history.pushState(null, "", address);
      }
      return this.update();
    }

    /** @param {string} facet @param {string} value @param {boolean} isChosen */
    choose(facet, value, isChosen) {
      find.chooseValue(this.state, facet, value, isChosen);
      this.#searchFor({}, false);
    }

    async update() {
      this.#request += 1;
      const request = this.#request;
      try {
        const [matches] = await Promise.all([
          find.search(this.state.query, this.#isTyping),
          this.#loadFacets(),
          this.#loadOrder(this.state.sort),
        ]);
        if (request !== this.#request) return;
        const filter = this.#createFilter(matches);
        const within = filter.documents();
        const documents = within.length ? within : filter.matched();
        this.#documents = this.#sorted(documents, matches.scores);
        this.#isOutside = !within.length && documents.length > 0;
        this.#matches = matches;
        await this.#draw(filter, request);
      } catch {
        if (request !== this.#request) return;
        this.note.hidden = true;
        this.count.textContent = find.loadFailure();
      }
    }

    /** Load the values of the facets that are open or chosen. */
    #loadFacets() {
      const wanted = new Set([...this.panels.openFacets(), ...this.state.chosen.keys()]);
      if (this.kind) wanted.add("kind");
      return this.#facetValues.load(wanted);
    }

    /** @param {string} key */
    async #loadOrder(key) {
      if (!key || this.#ranks.has(key)) return;
      const orders = new Map(Object.entries(await find.loadPart("order")));
      this.#ranks.set(key, find.decoder.numbers(orders.get(key) ?? ""));
    }

    /** @param {SearchMatches} matches */
    #createFilter(matches) {
      const all = new Uint8Array(find.head.documentCount);
      if (this.state.query.trim()) for (const document of matches.documents) all[document] = 1;
      else all.fill(1);
      const mask = this.kind ? this.#withinKind(all) : all;
      const chosen = [...this.state.chosen].map(([facet, keys]) => {
        const values = [...keys].flatMap((key) => this.#facetValues.value(facet, key) ?? []);
        return /** @type {const} */ ([facet, values]);
      });
      return new find.Filter(mask, chosen);
    }

    /** @param {Uint8Array} matches */
    #withinKind(matches) {
      const within = new Uint8Array(matches.length);
      for (const document of this.#facetValues.value("kind", this.kind)?.documents ?? []) {
        within[document] = matches[document];
      }
      return within;
    }

    /** @param {number[]} documents @param {Float32Array} scores */
    #sorted(documents, scores) {
      const ranks = this.#ranks.get(this.state.sort);
      const byScore = Boolean(this.state.query.trim());
      return documents.sort(
        (a, b) =>
          (ranks ? ranks[b] - ranks[a] : 0) || (byScore ? scores[b] - scores[a] : 0) || a - b,
      );
    }

    /** @param {FacetFilter} filter @param {number} request */
    async #draw(filter, request) {
      this.#showPlainList();
      this.panels.update((facet) =>
        this.#facetValues.counted(facet, filter, this.state.chosen.get(facet)),
      );
      const buttons = this.#createFilterButtons();
      this.filters.replaceChildren(
        ...(this.#isOutside ? [this.#createClearButton()] : find.ownAreaNote(this.state)),
        ...buttons,
      );
      this.tools.hidden = !this.#documents.length;
      // where nothing was found there is nothing to narrow
      this.panels.element.hidden = !this.#documents.length && !this.state.chosen.size;
      this.more.hidden = true;
      await this.#drawCards(request);
    }

    /** Say what was found, and what was not. @param {readonly SearchResult[]} results the first */
    #announce(results) {
      const matches = this.#matches;
      const text = matches && this.state.query.trim() ? find.describeMatches(matches, results) : "";
      this.note.hidden = !text;
      this.note.textContent = text;
      if (text && !results.length) this.note.append(" If you know more, ", createShareLink(), ".");
      const whole = this.note.hidden;
      this.count.textContent = this.#isOutside
        ? this.#describeFiltered().text
        : find.describeCount(this.#documents, matches, this.state, whole);
      this.synonyms.textContent = matches ? find.describeSynonyms(matches) : "";
    }

    /** @param {number} request */
    async #drawCards(request) {
      const total = this.#documents.length;
      const results = await find.loadDocuments(this.#documents.slice(0, this.#shownCount));
      if (request !== this.#request) return;
      this.#announce(results);
      const cards = results.map((result, n) => this.#createCard(result, this.#documents[n]));
      this.list.replaceChildren(...cards);
      this.more.hidden = this.#shownCount >= total;
      this.more.textContent = `Show ${Math.min(RESULTS_STEP, total - this.#shownCount)} more`;
    }

    /** @param {SearchResult} result @param {number} document */
    #createCard(result, document) {
      const matches = this.#matches;
      const reason = matches ? find.describeReason(matches, document, result) : "";
      return find.createCard(result, matches?.stems ?? new Set(), reason, !this.kind);
    }

    /** A list is there without scripts; while it is searched, the results take its place. */
    #showPlainList() {
      const isClosed = this.host instanceof HTMLDetailsElement && !this.host.open;
      /** @type {NodeListOf<HTMLElement>} */
      const lists = document.querySelectorAll("[data-find-plain]");
      for (const list of lists) list.hidden = !isClosed;
    }

    #describeFiltered() {
      const { chosen } = this.state;
      const titles = [...chosen].flatMap(([facet, keys]) =>
        [...keys].map((key) => this.#valueTitle(facet, key)),
      );
      return find.describeFiltered(this.#documents.length, chosen, titles);
    }

    /** @param {string} facet @param {string} key */
    #valueTitle(facet, key) {
      return this.#facetValues.value(facet, key)?.title ?? key;
    }

    #createClearButton() {
      return createButton(this.#describeFiltered().action, () => {
        this.state.chosen.clear();
        this.#searchFor({}, false);
        this.status.focus();
      });
    }

    #createFilterButtons() {
      return [...this.state.chosen].flatMap(([facet, keys]) =>
        [...keys].map((key) => {
          const title = this.#valueTitle(facet, key);
          const remove = () => {
            this.choose(facet, key, false);
            this.status.focus();
          };
          const button = createButton(`${title} ×`, remove, "la-filter");
          button.setAttribute("aria-label", `Remove the filter ${title}`);
          return button;
        }),
      );
    }

    async showMore() {
      const first = this.list.children.length;
      this.#shownCount += RESULTS_STEP;
      await this.#drawCards(this.#request);
      this.list.children[first]?.querySelector("a")?.focus();
    }

    async saveCsv() {
      const results = await find.loadDocuments(this.#documents);
      const text = find.formatCsv(results, academy.sharedRoot());
      academy.saveFile("search-results.csv", text, "text/csv");
    }
  }

  function createShareLink() {
    const link = createElement("a", "", "share your work");
    link.href = find.resultUrl({ url: "share.html" });
    return link;
  }

  /** @param {HTMLElement} host */
  async function openResultsPage(host) {
    try {
      await find.loadEngine();
    } catch {
      const output = /** @type {HTMLElement} */ (host.querySelector("[data-find-out]"));
      output.hidden = false;
      output.textContent = find.loadFailure();
      return;
    }
    await new ResultsPage(host).update();
  }

  find.openResultsPage = openResultsPage;
})();
