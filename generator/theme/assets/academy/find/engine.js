/* The search engine: loads the postings of the terms that a query means, and ranks documents. */
(() => {
  "use strict";

  const { find } = academy;
  const OCCURRENCE_BONUS = 0.1; // what a term adds by occurring at all, beside its weight of at most 1
  const SYNONYM_WEIGHT = 0.8;
  const LEAST_COVERAGE = 0.35; // of what the best result covers
  /** @type {IndexHead} */
  let head;
  /** @type {IndexDecoder} */
  let decoder;
  /** @type {TermDictionary} */
  let dictionary;
  /** @type {Set<string>} */
  let stopWords;
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
    const [headPart, [terms, frequencies]] = await Promise.all([
      find.loadPart("head"),
      find.loadPart("words"),
    ]);
    head = headPart;
    decoder = new find.Decoder(head.symbols, head.half);
    find.setTokenPatterns(head.patterns);
    stopWords = new Set(head.stopWords);
    dictionary = new find.Dictionary(
      decoder.frontCoded(terms),
      (term) => decoder.symbol(frequencies, term),
      head.synonyms,
    );
    Object.assign(find, { head, decoder });
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

  /* --------------------------------------------------------------- scoring */

  /** Inverse document frequency, as in BM25. @param {number} count of documents with the term */
  function rarity(count) {
    return Math.log(1 + (head.documentCount - count + 0.5) / (count + 0.5));
  }

  /**
   * What one word of the query adds to each document: the best of all its meanings.
   * @param {QueryTerm} queryTerm
   */
  function scoreWord({ terms, synonyms }) {
    const values = new Float32Array(head.documentCount);
    let occurrences = 0;
    for (const { term, weight } of terms) {
      const postings = postingsOf(term);
      occurrences += postings.documents.length;
      postings.documents.forEach((document, n) => {
        const value = weight * (OCCURRENCE_BONUS + postings.weights[n] / head.weightSteps);
        if (value > values[document]) values[document] = value;
      });
    }
    let total = occurrences;
    for (const group of synonyms) total += addSynonym(group, values);
    const counted = terms.length ? occurrences : total;
    return {
      values,
      rarity: rarity(Math.min(counted, head.documentCount)),
      occurs: total > 0,
    };
  }

  /**
   * Raise the value of each document that has all the terms of a synonym.
   * @param {readonly number[]} group of terms, all of which must occur
   * @param {Float32Array} values
   * @returns {number} how many documents have them all
   */
  function addSynonym(group, values) {
    if (!group.length) return 0;
    const sums = new Float32Array(head.documentCount);
    const hits = new Uint8Array(head.documentCount);
    for (const term of group) {
      const { documents, weights } = postingsOf(term);
      documents.forEach((document, n) => {
        sums[document] += OCCURRENCE_BONUS + weights[n] / head.weightSteps;
        hits[document] += 1;
      });
    }
    let count = 0;
    hits.forEach((hit, document) => {
      if (hit < group.length) return;
      count += 1;
      const value = (SYNONYM_WEIGHT * sums[document]) / group.length;
      values[document] = Math.max(values[document], value);
    });
    return count;
  }

  /** @param {readonly QueryTerm[]} queryTerms */
  function scoreDocuments(queryTerms) {
    const scores = new Float32Array(head.documentCount);
    const coverage = new Float32Array(head.documentCount);
    let fullCoverage = 0;
    for (const word of queryTerms.map(scoreWord)) {
      if (!word.occurs) continue;
      fullCoverage += word.rarity;
      word.values.forEach((value, document) => {
        if (!value) return;
        scores[document] += word.rarity * value;
        coverage[document] += word.rarity;
      });
    }
    weighCoverage(scores, coverage, fullCoverage);
    return scores;
  }

  /**
   * Drop documents that cover too little of the query, and lower the score of those that cover only
   * a part. Scores are changed in place.
   * @param {Float32Array} scores
   * @param {Float32Array} coverage
   * @param {number} fullCoverage
   */
  function weighCoverage(scores, coverage, fullCoverage) {
    const best = coverage.reduce((most, covered) => Math.max(most, covered), 0);
    let kind = 0;
    coverage.forEach((covered, document) => {
      while (head.kinds[kind + 1]?.start <= document) kind += 1;
      if (!covered) return;
      if (covered < LEAST_COVERAGE * best) scores[document] = 0;
      else scores[document] *= head.kinds[kind].prior * Math.sqrt(covered / fullCoverage);
    });
  }

  /** @param {Float32Array} scores */
  function rankDocuments(scores) {
    const documents = [...scores.keys()].filter((document) => scores[document]);
    return documents.sort((a, b) => scores[b] - scores[a] || a - b);
  }

  /**
   * The words of a query that are looked up.
   * @param {string} query
   * @param {boolean} unfinished whether the last word may go on
   */
  function wordsToLookUp(query, unfinished) {
    const tokens = find.tokenise(query);
    const words = tokens.filter(
      (word, n) =>
        word.length >= head.shortestWord &&
        (!stopWords.has(word) || (unfinished && n === tokens.length - 1)),
    );
    if (words.length > 1 && stopWords.has(words[words.length - 1])) words.pop();
    return words;
  }

  /**
   * @param {string} query
   * @param {boolean} typing whether somebody is typing, so that the last word may not be finished
   * @returns {Promise<SearchMatches>}
   */
  async function search(query, typing) {
    const unfinished = typing && !/\s$/.test(query);
    const words = wordsToLookUp(query, unfinished);
    const queryTerms = words.map((word, n) =>
      dictionary.lookUp(word, unfinished && n === words.length - 1),
    );
    const terms = queryTerms.flatMap((word) => [
      ...word.terms.map(({ term }) => term),
      ...word.synonyms.flat(),
    ]);
    await loadPostings(terms);
    const scores = scoreDocuments(queryTerms);
    const stems = new Set(terms.map((term) => dictionary.terms[term]));
    return { documents: rankDocuments(scores), scores, stems };
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

  Object.assign(find, { openIndex, search, loadDocuments });
})();
