/* Ranks documents for the units of a query: first those that a query names, then those that match
   both of its two words, then the rest; within each by score (BM25 with fields, from Python). */
(() => {
  "use strict";

  const { find } = academy;
  const OCCURRENCE_BONUS = 0.1; // what a term adds by occurring at all, beside its weight of at most 1
  const LEAST_COVERAGE = 0.35; // of what the best result covers

  /** Inverse document frequency, as in BM25. @param {number} count of documents @param {number} total */
  function rarity(count, total) {
    return Math.log(1 + (total - count + 0.5) / (count + 0.5));
  }

  /**
   * Raise the value of each document that matches a unit in one way.
   * @param {MatchWay} way
   * @param {number} number of the way, from 1
   * @param {UnitMatch} match
   * @param {RankingTools} tools
   * @returns {number} how many documents match so
   */
  function addWay({ terms, weight }, number, match, { postingsOf, weightSteps }) {
    const lists = terms.map(postingsOf);
    /** @type {Map<number, number>} */
    let sums = new Map();
    for (const [n, { documents, weights }] of lists.entries()) {
      /** @type {Map<number, number>} */
      const both = new Map();
      documents.forEach((document, place) => {
        const before = n ? sums.get(document) : 0;
        if (before !== undefined) {
          both.set(document, before + OCCURRENCE_BONUS + weights[place] / weightSteps);
        }
      });
      sums = both;
    }
    for (const [document, sum] of sums) {
      const value = (weight * sum) / terms.length;
      if (!match.ways[document]) match.ways[document] = number;
      match.values[document] = Math.max(match.values[document], value);
    }
    return sums.size;
  }

  /**
   * Add the documents of the first kind of near ways that finds any.
   * @param {UnitMatch} match
   * @param {RankingTools} tools
   */
  function addNearest(match, tools) {
    const { nearWays, ways } = match.unit;
    let count = 0;
    let kind = "";
    nearWays.forEach((way, n) => {
      if (count && way.kind !== kind) return;
      kind = way.kind;
      count += addWay(way, ways.length + n + 1, match, tools);
    });
    return count;
  }

  /**
   * What a unit adds to each document. Where no record mentions it, what is near to it counts.
   * @param {QueryUnit} unit
   * @param {RankingTools} tools
   * @returns {UnitMatch}
   */
  function matchUnit(unit, tools) {
    const { documentCount, isPage } = tools;
    /** @type {UnitMatch} */
    const match = {
      unit,
      values: new Float32Array(documentCount),
      ways: new Uint8Array(documentCount),
      isKnown: false,
      rarity: 0,
    };
    let occurrences = 0;
    unit.ways.forEach((way, n) => {
      const count = addWay(way, n + 1, match, tools);
      if (way.kind !== "synonym" || !occurrences) occurrences += count;
    });
    match.isKnown = match.ways.some((way, document) => way > 0 && !isPage[document]);
    if (!match.isKnown) occurrences += addNearest(match, tools);
    match.rarity = rarity(Math.min(occurrences, documentCount), documentCount);
    return match;
  }

  /**
   * @param {readonly QueryUnit[]} units
   * @param {readonly number[]} named the documents that the query names
   * @param {RankingTools} tools
   * @returns {RankedDocuments}
   */
  function rank(units, named, tools) {
    const matches = units.map((unit) => matchUnit(unit, tools));
    const found = matches.filter(({ values }) => values.some(Boolean));
    const scores = new Float32Array(tools.documentCount);
    const coverage = new Float32Array(tools.documentCount);
    const hits = new Uint8Array(tools.documentCount);
    for (const { values, rarity: weight } of found) {
      values.forEach((value, document) => {
        if (!value) return;
        scores[document] += weight * value;
        coverage[document] += weight;
        hits[document] += 1;
      });
    }
    weighCoverage(scores, coverage, tools);
    // two words want both; of a longer question, what is rare in it says more than how much is met
    if (found.length === 2) {
      raise(scores, (document) => scores[document] > 0 && hits[document] === found.length);
    }
    const names = new Set(named);
    raise(scores, (document) => names.has(document));
    return { matches, scores, documents: inOrder(scores) };
  }

  /**
   * Drop documents that cover too little of the query, and lower the score of those that cover only
   * a part. Scores are changed in place.
   * @param {Float32Array} scores
   * @param {Float32Array} coverage
   * @param {RankingTools} tools
   */
  function weighCoverage(scores, coverage, { kinds }) {
    const best = coverage.reduce((most, covered) => Math.max(most, covered), 0);
    let kind = 0;
    coverage.forEach((covered, document) => {
      while (kinds[kind + 1]?.start <= document) kind += 1;
      if (!covered) return;
      if (covered < LEAST_COVERAGE * best) scores[document] = 0;
      else scores[document] *= kinds[kind].prior * Math.sqrt(covered / best);
    });
  }

  /** Put some documents above all others. @param {Float32Array} scores @param {(document: number) => boolean} isAbove */
  function raise(scores, isAbove) {
    const top = scores.reduce((most, score) => Math.max(most, score), 0);
    scores.forEach((score, document) => {
      if (isAbove(document)) scores[document] = score + top + 1;
    });
  }

  /** @param {Float32Array} scores */
  function inOrder(scores) {
    const documents = [...scores.keys()].filter((document) => scores[document]);
    return documents.sort((a, b) => scores[b] - scores[a] || a - b);
  }

  find.rank = rank;
})();
