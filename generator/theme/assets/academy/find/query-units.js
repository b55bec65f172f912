/* A query as units, each a word or a phrase of the vocabulary, with the ways in which a document can
   match it. */
(() => {
  "use strict";

  const { find } = academy;
  /** @type {Record<MatchKind, number>} */
  const WEIGHTS = {
    word: 1,
    relative: 0.7,
    prefix: 0.75,
    synonym: 0.8,
    parts: 0.5,
    longer: 0.7,
    similar: 1,
    near: 0.75,
  };

  /**
   * @param {string} query
   * @param {boolean} unfinished whether the last word may go on
   * @param {UnitTools} tools
   * @returns {QueryUnit[]}
   */
  function readUnits(query, unfinished, tools) {
    const spans = wordsToLookUp(query, unfinished, tools);
    const stems = spans.map(({ stem }) => stem);
    const hyphenated = hyphens(query);
    /** @type {QueryUnit[]} */
    const units = [];
    for (let at = 0; at < spans.length; ) {
      let length = tools.thesaurus.phraseLength(stems, at);
      const words = spans.slice(at, at + length);
      const joined = spans[at + 1] && hyphenated.get(spans[at].end);
      if (length === 1 && joined) {
        length = 2;
        words.push(spans[at + 1]);
      }
      const text = query.slice(words[0].start, words[words.length - 1].end);
      const isLast = unfinished && at + length === spans.length;
      units.push(createUnit(text, words, joined ?? "", isLast, tools));
      at += length;
    }
    return units.filter(({ key }, n) => units.findIndex((unit) => unit.key === key) === n);
  }

  /** The words of a query that say something. @param {string} query @param {boolean} unfinished @param {UnitTools} tools */
  function wordsToLookUp(query, unfinished, { stopWords, shortestWord }) {
    const spans = find.tokenSpans(query.replaceAll("-", " "));
    const words = spans.filter(
      ({ word }, n) =>
        word.length >= shortestWord &&
        (!stopWords.has(word) || (unfinished && n === spans.length - 1)),
    );
    if (words.length > 1 && stopWords.has(words[words.length - 1].word)) words.pop();
    return words;
  }

  /** “co-ordinator” is also “coordinator”: by where the first part ends. @param {string} query */
  function hyphens(query) {
    /** @type {Map<number, string>} */
    const found = new Map();
    const spans = find.tokenSpans(query);
    spans.forEach(({ end }, n) => {
      const next = spans[n + 1];
      if (query[end] === "-" && next?.start === end + 1) found.set(end, spans[n].word + next.word);
    });
    return found;
  }

  /**
   * @param {string} text
   * @param {readonly TokenSpan[]} words
   * @param {string} joined
   * @param {boolean} unfinished
   * @param {UnitTools} tools
   * @returns {QueryUnit}
   */
  function createUnit(text, words, joined, unfinished, { dictionary, thesaurus }) {
    const stems = words.map(({ stem }) => stem);
    const key = stems.join(thesaurus.joint);
    /** @type {MatchWay[]} */
    const ways = [];
    /** @type {MatchWay[]} */
    const nearWays = [];
    /** @param {MatchWay[]} list @param {MatchKind} kind @param {readonly string[]} all @param {string} [wayText] @param {number} [weight] */
    const add = (list, kind, all, wayText = "", weight = 1) => {
      const terms = all.map((stem) => dictionary.termNumber(stem));
      if (terms.every((term) => term >= 0)) {
        list.push({ kind, terms, text: wayText, weight: weight * WEIGHTS[kind] });
      }
    };
    /** @param {MatchKind} kind @param {readonly WeightedTerm[]} found @param {MatchWay[]} list */
    const addTerms = (kind, found, list) => {
      for (const { term, weight } of found) {
        list.push({ kind, terms: [term], text: "", weight: weight * WEIGHTS[kind] });
      }
    };
    add(ways, "word", [key]);
    if (joined) {
      add(ways, "word", [find.stem(joined)]);
      add(ways, "word", stems);
    }
    for (const [term, other] of thesaurus.synonyms(key)) add(ways, "synonym", [term], other);
    for (const [term, other] of thesaurus.related(key)) add(nearWays, "near", [term], other);
    if (words.length === 1) {
      addTerms("relative", dictionary.relatives(key), ways);
      if (unfinished) addTerms("prefix", dictionary.prefixed(words[0].word), ways);
    }
    // what is written nearly so is looked for only where the word itself is not in the index
    if (!ways.length && words.length === 1) {
      addTerms("longer", dictionary.longer(words[0].word), nearWays);
      addTerms("similar", dictionary.similar(words[0].word, unfinished), nearWays);
    } else if (!ways.length) add(nearWays, "parts", stems);
    return { key, text, ways, nearWays };
  }

  find.readUnits = readUnits;
})();
