/* What is said about results: that nothing mentions a word, that nothing mentions all, and why each
   result is shown. */
(() => {
  "use strict";

  const { find } = academy;
  const MOST_LISTED = 3; // words of a query, for which a sentence lists them
  const MOST_WORDS = 4; // words near to a query in a sentence
  const NOT_RECORDED = "It may not be recorded yet.";

  /**
   * Say in plain words what no record answers; empty where records match the whole query.
   * @param {SearchMatches} matches
   * @param {readonly SearchResult[]} results the first of them
   */
  function describeMatches(matches, results) {
    const { matches: units, named, documents } = matches;
    if (named.size || !units.length) return "";
    const unknown = units.filter(({ isKnown }) => !isKnown);
    if (unknown.length) {
      const subject = unknown.some(isOnPage) ? "No record" : "Nothing here";
      const nothing = `${subject} mentions ${listWords(unknown, "or")}.`;
      return `${nothing} ${documents.length ? describeClosest(matches, results) : NOT_RECORDED}`;
    }
    if (documents.some((document) => isWhole(matches, document))) return "";
    if (units.length > MOST_LISTED) {
      return "No record mentions all of these words. The closest come first.";
    }
    const all = units.length === 2 ? "both" : "all of";
    const one = units.length === 2 ? "one of the two" : "some of them";
    return `No record mentions ${all} ${listWords(units, "and")}. These mention ${one}.`;
  }

  /**
   * Which other words with the same meaning brought results, so that nobody wonders why; empty for
   * none.
   * @param {SearchMatches} matches
   */
  function describeSynonyms({ matches: units }) {
    const texts = units.flatMap(({ unit, ways, isKnown }) =>
      unit.ways
        .filter(({ kind }, n) => kind === "synonym" && isKnown && ways.includes(n + 1))
        .map(({ text }) => text),
    );
    const listed = [...new Set(texts)].slice(0, MOST_WORDS).map(quote);
    return listed.length ? `Also searched for: ${listed.join(", ")}.` : "";
  }

  /** @param {SearchMatches} matches @param {readonly SearchResult[]} results */
  function describeClosest({ matches: units }, results) {
    const words = units.flatMap((match) =>
      match.isKnown ? [match.unit.text] : nearWords(match, results),
    );
    const listed = [...new Set(words)].slice(0, MOST_WORDS).map(quote);
    if (listed.length) return `The closest mention ${join(listed, "or")}.`;
    if (units.some(isOnPage)) return "These pages about the academy do.";
    return "The closest have words that are written nearly the same.";
  }

  /**
   * The words by which documents are near to a unit, as results write them.
   * @param {UnitMatch} match
   * @param {readonly SearchResult[]} results
   */
  function nearWords({ unit, ways }, results) {
    return unit.nearWays.flatMap((way, n) => {
      if (!ways.includes(unit.ways.length + n + 1)) return [];
      return way.text || writtenWord(way, results) || [];
    });
  }

  /** The first word of results that is a term of a way. @param {MatchWay} way @param {readonly SearchResult[]} results */
  function writtenWord({ kind, terms }, results) {
    if (kind === "parts") return "";
    const stems = new Set(terms.map((term) => find.termText(term)));
    for (const { title, summary, passage } of results) {
      const [word] = find.matchingWords(`${title} ${summary} ${passage}`, stems);
      if (word) return word.toLocaleLowerCase("en-GB");
    }
    return "";
  }

  /** Whether a document mentions every word, itself or a word for the same. @param {SearchMatches} matches @param {number} document */
  function isWhole({ matches: units, named }, document) {
    return named.has(document) || units.every(({ isKnown, values }) => isKnown && values[document]);
  }

  /**
   * Why a document is shown, where it does not match the whole query; otherwise empty.
   * @param {SearchMatches} matches
   * @param {number} document
   * @param {SearchResult} result
   */
  function describeReason(matches, document, result) {
    if (isWhole(matches, document)) return "";
    const has = matches.matches.filter(({ values }) => values[document]);
    const lacks = matches.matches.filter(({ isKnown, values }) => isKnown && !values[document]);
    const words = has.map((match) => matchedWord(match, document, result)).filter(Boolean);
    const not = lacks.length ? `, not ${listWords(lacks, "or")}` : "";
    if (words.length) return `Mentions ${join([...new Set(words)].map(quote), "and")}${not}`;
    return has.length ? `Has words like ${listWords(has, "and")}${not}` : "";
  }

  /** The word by which a document matches; empty where it is not in what readers see. @param {UnitMatch} match @param {number} document @param {SearchResult} result */
  function matchedWord({ unit, ways }, document, result) {
    const way = unit.nearWays[ways[document] - unit.ways.length - 1];
    return way ? way.text || writtenWord(way, [result]) : unit.text;
  }

  /** Whether pages about the academy have a word that no record has. @param {UnitMatch} match */
  function isOnPage({ unit, ways }) {
    return ways.some((way) => way > 0 && way <= unit.ways.length);
  }

  /** @param {readonly UnitMatch[]} units @param {string} conjunction */
  function listWords(units, conjunction) {
    return join(
      units.map(({ unit }) => quote(unit.text)),
      conjunction,
    );
  }

  /** @param {string} text */
  function quote(text) {
    return `“${text}”`;
  }

  /** @param {readonly string[]} texts @param {string} conjunction */
  function join(texts, conjunction) {
    const last = texts.length - 1;
    return last < 1
      ? texts.join("")
      : `${texts.slice(0, last).join(", ")} ${conjunction} ${texts[last]}`;
  }

  Object.assign(find, { describeMatches, describeReason, describeSynonyms, isWhole });
})();
