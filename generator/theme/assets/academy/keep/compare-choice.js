/* What to compare next: the likeliest others, and a search for any record. */
(() => {
  "use strict";

  const { createElement, find, keep, root } = academy;
  // records that share a value of these are worth comparing; the rarer the value, the more so
  const TELLING_FACETS = new Set([
    "practice",
    "outcome",
    "area",
    "principle",
    "condition",
    "theme",
  ]);
  const MOST_LIKELY = 6;
  const MOST_SIMILAR = 2; // of these, those with the words of the title
  const MOST_FOUND = 8;
  const MOST_SHARED = 2; // values that say why a record is offered
  const MOST_NAMESAKES = 40; // documents among which that of a record is looked for
  const TYPING_PAUSE = 60; // ms

  /** The documents of a kind. @param {string} kind @param {readonly number[]} documents */
  function ofKind(kind, documents) {
    const { kinds, documentCount } = find.head;
    const place = kinds.findIndex(({ name }) => name === kind);
    const end = kinds[place + 1]?.start ?? documentCount;
    return place < 0 ? [] : documents.filter((d) => d >= kinds[place].start && d < end);
  }

  /**
   * The document of a record, and those whose texts are most like its title.
   * @param {RecordOutline} outline
   */
  async function findRecord({ kind, title, path }) {
    const { documents } = await find.search(title, false);
    const first = ofKind(kind, documents).slice(0, MOST_NAMESAKES);
    const results = await find.loadDocuments(first);
    const place = results.findIndex(({ url }) => url === path);
    return {
      document: first[place],
      similar: first.filter((_, other) => other !== place).slice(0, MOST_SIMILAR),
    };
  }

  /**
   * The documents of the same kind that share most with one, each with what they share.
   * @param {string} kind
   * @param {number} document
   */
  async function likeliest(kind, document) {
    const facets = find.head.facets.filter(({ key }) => TELLING_FACETS.has(key));
    const values = new find.FacetValues();
    await values.load(new Set(facets.map(({ key }) => key)));
    /** @type {Map<number, { weight: number, shared: string[] }>} */
    const alike = new Map();
    const shared = facets.flatMap(({ key }) => values.having(key, document));
    shared.sort((a, b) => a.documents.length - b.documents.length);
    for (const { title, documents } of shared) {
      for (const other of ofKind(kind, documents)) {
        const known = alike.get(other) ?? { weight: 0, shared: [] };
        known.weight += 1 / documents.length;
        known.shared.push(title);
        alike.set(other, known);
      }
    }
    alike.delete(document);
    const ranked = [...alike].sort(([, a], [, b]) => b.weight - a.weight);
    return new Map(ranked.map(([other, { shared: titles }]) => [other, titles]));
  }

  /** Why a record is offered. @param {readonly string[]} shared */
  function describeShared(shared) {
    const titles = [...new Set(shared)].slice(0, MOST_SHARED);
    return titles.length ? `Both: ${titles.join("; ")}` : "Similar words";
  }

  /**
   * A list of links that each open the comparison with one record more.
   * @param {readonly RecordOutline[]} compared
   * @param {readonly { result: SearchResult, why: string }[]} offers
   * @param {number} most
   */
  function createOffers(compared, offers, most) {
    const list = createElement("ul", "la-compare-choice__list");
    const taken = new Set(compared.map(({ path }) => path));
    const free = offers.filter(({ result }) => !taken.has(result.url));
    for (const { result, why } of free.slice(0, most)) {
      const record = keep.comparableAt(result.url, result.title);
      if (!record) continue;
      const records = [...compared, record];
      const link = createElement("a", "la-compare-choice__offer", result.title);
      link.href = `${root}compare/index.html${keep.formatQuery(records)}`;
      link.addEventListener("click", () => keep.keepRecords("compare", records));
      if (why) link.append(createElement("span", "la-compare-choice__why", why));
      const item = createElement("li");
      item.append(link);
      list.append(item);
    }
    return list;
  }

  /** @param {readonly RecordOutline[]} compared */
  async function createLikely(compared) {
    const { document, similar } = await findRecord(compared[0]);
    if (document === undefined) return null;
    const shared = await likeliest(compared[0].kind, document);
    const likely = [...new Set([...similar, ...shared.keys()])];
    const first = likely.slice(0, MOST_LIKELY + compared.length);
    const results = await find.loadDocuments(first);
    const offers = results.map((result, place) => ({
      result,
      why: describeShared(shared.get(first[place]) ?? []),
    }));
    return createOffers(compared, offers, MOST_LIKELY);
  }

  /**
   * The results for what somebody types, of the kind that is compared.
   * @param {readonly RecordOutline[]} compared
   * @param {string} query
   */
  async function findOffers(compared, query) {
    const kinds = compared.length ? [compared[0].kind] : Object.values(academy.comparable);
    const { documents } = await find.search(query, true);
    const suitable = new Set(kinds.flatMap((kind) => ofKind(kind, documents)));
    const first = documents.filter((number) => suitable.has(number)).slice(0, MOST_FOUND);
    const results = await find.loadDocuments(first);
    return results.map((result) => ({ result, why: compared.length ? "" : result.kind }));
  }

  /**
   * @param {HTMLElement} host
   * @param {readonly RecordOutline[]} compared
   * @param {OutlineIndex} index
   */
  function addSearch(host, compared, index) {
    const about = compared.length ? index.kinds[compared[0].kind].label.toLowerCase() : "record";
    const label = createElement("label", "", `Find ${compared.length ? "another" : "a"} ${about}`);
    const input = createElement("input");
    const status = keep.createStatus();
    const results = createElement("div");
    input.type = "search";
    input.id = "la-compare-choice";
    input.autocomplete = "off";
    label.htmlFor = input.id;
    let request = 0;
    const search = async () => {
      const query = input.value.trim();
      request += 1;
      const own = request;
      const offers = query ? await findOffers(compared, query) : [];
      if (own !== request) return; // something else was typed meanwhile
      const list = createOffers(compared, offers, MOST_FOUND);
      const count = list.childElementCount;
      results.replaceChildren(list);
      const found = count === 1 ? "1 to choose from" : `${count} to choose from`;
      status.textContent = query && (count ? found : `Nothing found for “${query}”.`);
    };
    let timer = 0;
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, TYPING_PAUSE);
    });
    host.append(label, input, status, results);
  }

  /**
   * Offer what to compare next.
   * @param {readonly RecordOutline[]} compared none, or up to three of one kind
   * @param {OutlineIndex} index
   */
  function createChoice(compared, index) {
    const host = createElement("section", "la-compare-choice");
    const [first] = compared;
    const words = first ? `What to compare ${compared.length > 1 ? "them" : "it"} with` : "";
    const heading = createElement("h2", "", words || "What to compare");
    heading.id = "what-to-compare";
    host.setAttribute("aria-labelledby", heading.id);
    host.append(heading);
    const open = async () => {
      await Promise.all([find.loadEngine(), academy.loadBundle("results")]);
      const likely = first && (await createLikely(compared));
      if (likely?.childElementCount) host.append(likely);
      addSearch(host, compared, index);
    };
    open().catch(() => host.append(createElement("p", "la-callout", find.loadFailure())));
    return host;
  }

  Object.assign(keep, { createChoice });
})();
