/* What people type to the words that are looked up: the same as `words` in Python, with its
   patterns. */
(() => {
  "use strict";

  const { find, compilePattern } = academy;
  const stemmer = new EnglishStemmer();
  /** @type {Map<string, string>} */
  const stems = new Map();
  /** @type {{ word: RegExp, hyphenated: RegExp, joiner: RegExp, unfoldedWord: RegExp }} */
  let patterns;
  /** @type {ReadonlySet<string>} */
  let exactWords = new Set(); // which are their own stem, with a mark before it
  let exactMark = "";

  /** @param {TokenPatterns} given by Python */
  function setTokenPatterns(given) {
    patterns = {
      word: compilePattern(given.word, "g"),
      hyphenated: compilePattern(given.hyphenated, "g"),
      joiner: compilePattern(given.joiner, "g"),
      unfoldedWord: compilePattern(given.unfoldedWord, "g"),
    };
  }

  /** @param {readonly string[]} words @param {string} mark */
  function setExactWords(words, mark) {
    exactWords = new Set(words);
    exactMark = mark;
  }

  /**
   * Text in small letters without accents: “Café” becomes “cafe”.
   * @param {string} text
   */
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /**
   * The words of a text, folded. “A&E” is one word; “co-ordinator” is also “coordinator”.
   * @param {string} text
   */
  function tokenise(text) {
    const folded = fold(text);
    const words = (folded.match(patterns.word) ?? []).map((word) =>
      word.replace(patterns.joiner, ""),
    );
    const joined = [...folded.matchAll(patterns.hyphenated)].map(
      ([, first, second]) => first + second,
    );
    return [...words, ...joined];
  }

  /** @param {string} word folded */
  function stem(word) {
    let known = stems.get(word);
    if (known === undefined) {
      known = exactWords.has(word) ? exactMark + word : stemmer.stemWord(word);
      stems.set(word, known);
    }
    return known;
  }

  /**
   * The words of a text as it is written, each with its place, folded, and its stem.
   * @param {string} text
   * @returns {TokenSpan[]}
   */
  function tokenSpans(text) {
    return [...text.matchAll(patterns.unfoldedWord)].flatMap(({ 0: written, index = 0 }) => {
      const [word] = tokenise(written);
      return word ? [{ start: index, end: index + written.length, word, stem: stem(word) }] : [];
    });
  }

  Object.assign(find, { setTokenPatterns, setExactWords, tokenise, stem, tokenSpans });
})();
