/* The search engine: loads the parts of the index that a query needs. */
(() => {
  "use strict";

  const { find } = academy;
  /** @type {IndexHead} */
  let head;
  /** @type {IndexDecoder} */
  let decoder;
  /** @type {TermDictionary} */
  let dictionary;
  /** @type {AcademyThesaurus} */
  let thesaurus;
  /** @type {Set<string>} */
  let stopWords;
  /** @type {Uint8Array} */
  let isPage; // by document: 1 for a page, which is about the academy and no record
  /** @type {Promise<void> | undefined} */
  let opening;
  /** @type {Map<number, readonly string[]>} */
  const shards = new Map(); // encoded postings, by the number of their file
  /** @type {Map<number, Postings>} */
  const decodedPostings = new Map(); // by term

  function openIndex() {
    opening ??= readHead().catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  async function readHead() {
    head = await find.loadPart("head");
    const [terms, frequencies] = head.words;
    decoder = new find.Decoder(head.symbols, head.half);
    find.setTokenPatterns(head.patterns);
    find.setExactWords(head.exactWords, head.exactMark);
    stopWords = new Set(head.stopWords);
    dictionary = new find.Dictionary(
      decoder.frontCoded(terms),
      (term) => decoder.symbol(frequencies, term),
      head.joint,
    );
    thesaurus = new find.Thesaurus(head.synonyms, head.related, stemsOf, head.joint);
    isPage = markPages();
    Object.assign(find, { head, decoder });
  }

  function markPages() {
    const pages = head.kinds.findIndex(({ name }) => name === head.pageKind);
    const end = head.kinds[pages + 1]?.start ?? head.documentCount;
    const marks = new Uint8Array(head.documentCount);
    return pages < 0 ? marks : marks.fill(1, head.kinds[pages].start, end);
  }

  /* -------------------------------------------------------------- postings */

  /** The number of the file with the postings of a term. @param {number} term */
  function shardOf(term) {
    let shard = 0;
    while (head.shardStarts[shard + 1] <= term) shard += 1;
    return shard;
  }

  /** @param {readonly number[]} terms */
  async function loadPostings(terms) {
    const needed = new Set(terms.map(shardOf));
    await Promise.all(
      [...needed].map(async (shard) => shards.set(shard, await find.loadPart(`p${shard}`))),
    );
  }

  /** @param {number} term @returns {Postings} */
  function postingsOf(term) {
    let postings = decodedPostings.get(term);
    if (!postings) {
      const shard = shardOf(term);
      const encoded = shards.get(shard)?.[term - head.shardStarts[shard]] ?? "";
      postings = decoder.postings(encoded);
      decodedPostings.set(term, postings);
    }
    return postings;
  }

  /* ---------------------------------------------------------------- search */

  /** The stems of a text that are looked up. @param {string} text */
  function stemsOf(text) {
    return find
      .tokenSpans(text.replaceAll("-", " "))
      .filter(({ word }) => word.length >= head.shortestWord && !stopWords.has(word))
      .map(({ stem }) => stem);
  }

  /** The pages, glossary terms and partners that a query asks for by name. @param {string} query */
  function namedDocuments(query) {
    const key = [...new Set(stemsOf(query))].sort().join(" ");
    return Object.hasOwn(head.whole, key) ? head.whole[key] : [];
  }

  /** The stems of words and phrases that readers look for in results. @param {readonly UnitMatch[]} matches */
  function usedStems(matches) {
    const ways = matches.flatMap(({ unit, ways: numbers, isKnown }) =>
      isKnown
        ? unit.ways
        : [...unit.ways, ...unit.nearWays].filter((_, n) => numbers.includes(n + 1)),
    );
    return new Set(ways.flatMap((way) => way.terms.map(termText)));
  }

  /**
   * @param {string} query
   * @param {boolean} typing whether somebody is typing, so that the last word may not be finished
   * @returns {Promise<SearchMatches>}
   */
  async function search(query, typing) {
    const unfinished = typing && !/\s$/.test(query);
    const units = find.readUnits(query, unfinished, {
      dictionary,
      thesaurus,
      stopWords,
      shortestWord: head.shortestWord,
    });
    const terms = units.flatMap(({ ways, nearWays }) =>
      [...ways, ...nearWays].flatMap((way) => way.terms),
    );
    await loadPostings(terms);
    const named = namedDocuments(query);
    const ranked = find.rank(units, named, {
      postingsOf,
      weightSteps: head.weightSteps,
      documentCount: head.documentCount,
      isPage,
      kinds: head.kinds,
    });
    return { ...ranked, named: new Set(named), stems: usedStems(ranked.matches) };
  }

  /* ------------------------------------------------------------- documents */

  /** @param {number} document */
  function kindOf(document) {
    return head.kinds.findLast(({ start }) => start <= document) ?? head.kinds[0];
  }

  /**
   * What readers see of documents, in the order of their numbers in `documents`.
   * @param {readonly number[]} documents
   * @returns {Promise<SearchResult[]>}
   */
  function loadDocuments(documents) {
    return Promise.all(
      documents.map(async (document) => {
        const file = await find.loadPart(`d${Math.floor(document / head.documentsPerFile)}`);
        const [url, title, summary, labels, passage, picture] =
          file[document % head.documentsPerFile];
        const { label, labels: kindPlural } = kindOf(document);
        const tags = labels.map(([text, tone]) => ({ text, tone: head.tones[tone] }));
        return { url, title, summary, passage, labels: tags, kind: label, kindPlural, picture };
      }),
    );
  }

  /** The stem, or the stems of the phrase, that a term is. @param {number} term */
  function termText(term) {
    return dictionary.terms[term];
  }

  Object.assign(find, { openIndex, search, loadDocuments, termText });
})();
