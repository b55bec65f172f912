/* Which terms of the index a word of a query means: the same stem, a relative of it, a longer word
   that begins so, or, where there is none of these, a word that is written nearly the same. */
(() => {
  "use strict";

  const { find } = academy;
  const LOST_ENDING_WEIGHT = 0.7;
  const TYPO_WEIGHTS = [1, 0.6, 0.4]; // by the number of typing errors
  const SHORTEST_SHORT_FORM = 5;
  const MOST_PREFIXED = 12;
  const MOST_MISSPELT = 6;
  const SHORTEST_STEM = 4; // letters that are left when an ending is cut off
  // what is left of the endings by which words of a family differ, after the stemmer has cut both
  const FAMILY_ENDINGS = new Set(
    [
      "",
      "e",
      "y",
      "li",
      "ti",
      "iti",
      "ness",
      "ful",
      "al",
      "ist",
      "ism",
      "iz",
      "or",
      "eer",
      "ari",
    ].concat(["ment", "ion", "ation", "at", "anc", "enc", "ship", "hood"]),
  );
  const ENDINGS = ["ing", "ings", "ion", "ions", "ed", "er", "ers", "es", "ment", "ments", "ation"];
  const TOO_FAR = 9;

  /**
   * Letters left out, put in, changed or swapped with a neighbour (optimal string alignment).
   * @param {string} a
   * @param {string} b
   * @param {number} most
   * @returns {number} the distance, or `TOO_FAR` where it is above `most`
   */
  function editDistance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return TOO_FAR;
    /** @type {number[]} */
    let rowBefore = [];
    let row = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let i = 1; i <= a.length; i++) {
      const next = alignmentRow(a, b, i, row, rowBefore);
      if (Math.min(...next) > most) return TOO_FAR;
      rowBefore = row;
      row = next;
    }
    const distance = row[b.length];
    return distance <= most ? distance : TOO_FAR;
  }

  /**
   * Row `i` of the table of distances between the beginnings of two words.
   * @param {string} a
   * @param {string} b
   * @param {number} i
   * @param {readonly number[]} above row i - 1
   * @param {readonly number[]} twoAbove row i - 2; empty in the first row
   */
  function alignmentRow(a, b, i, above, twoAbove) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, twoAbove[j - 2] + 1);
      }
      row.push(distance);
    }
    return row;
  }

  /** @implements {TermDictionary} */
  class Dictionary {
    /**
     * @param {readonly string[]} terms sorted
     * @param {(term: number) => number} frequency in how many documents a term occurs, roughly
     * @param {string} joint between the stems of a phrase
     */
    constructor(terms, frequency, joint) {
      this.terms = terms;
      this.frequency = frequency;
      this.joint = joint;
    }

    /** The number of the first term that is not before a word. @param {string} word */
    #lowerBound(word) {
      let low = 0;
      let high = this.terms.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.terms[middle] < word) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    /** The number of a term, or -1. @param {string} stem */
    termNumber(stem) {
      const number = this.#lowerBound(stem);
      return this.terms[number] === stem ? number : -1;
    }

    /** The best and commonest. @param {WeightedTerm[]} found @param {number} most */
    #best(found, most) {
      return found
        .sort(
          (a, b) =>
            b.weight - a.weight ||
            this.frequency(b.term) - this.frequency(a.term) ||
            a.term - b.term,
        )
        .slice(0, most);
    }

    /** Terms that begin with some letters; phrases are left out. @param {string} prefix */
    #beginningWith(prefix) {
      const found = [];
      let term = this.#lowerBound(prefix);
      while (this.terms[term]?.startsWith(prefix)) {
        if (!this.terms[term].includes(this.joint)) found.push({ term, weight: 1 });
        term += 1;
      }
      return found;
    }

    /** Longer words that begin so: “frailty” for “frai”. @param {string} word */
    prefixed(word) {
      const exact = this.termNumber(find.stem(word));
      const found = this.#beginningWith(word).filter(({ term }) => term !== exact);
      return this.#best(found, MOST_PREFIXED);
    }

    /** Words of which this may be a short form: “rehabilitation” for “rehab”. @param {string} word */
    longer(word) {
      return word.length < SHORTEST_SHORT_FORM ? [] : this.prefixed(word);
    }

    /** Words of the same family: “frail” for “frailty”, and the other way round. @param {string} stem */
    relatives(stem) {
      if (stem.length < SHORTEST_STEM) return [];
      return this.#beginningWith(stem.slice(0, SHORTEST_STEM)).filter(({ term }) =>
        areRelatives(stem, this.terms[term]),
      );
    }

    /** Words written nearly the same, which somebody may have meant. @param {string} word @param {boolean} unfinished */
    similar(word, unfinished) {
      const cut = this.#withoutEnding(word);
      return cut.length ? cut : this.#misspelt(word, unfinished);
    }

    /** “commissioni” and “commissionign” mean “commission”. @param {string} word */
    #withoutEnding(word) {
      for (let length = word.length - 1; length >= SHORTEST_STEM; length--) {
        const term = this.termNumber(word.slice(0, length));
        if (term >= 0 && isSpoiltEnding(word.slice(length))) {
          return [{ term, weight: LOST_ENDING_WEIGHT }];
        }
      }
      return [];
    }

    /** The first letter is nearly always right. @param {string} word @param {boolean} unfinished */
    #misspelt(word, unfinished) {
      const most = mostErrors(word);
      if (!most) return [];
      const stem = find.stem(word);
      const found = this.#beginningWith(word[0]).flatMap(({ term }) => {
        const text = this.terms[term];
        if (text.length < 3) return [];
        const distance = Math.min(
          editDistance(word, text, most),
          editDistance(stem, text, mostErrors(stem)),
          unfinished && text.length > word.length
            ? editDistance(word, text.slice(0, word.length), 1)
            : TOO_FAR,
        );
        return distance <= most ? [{ term, weight: TYPO_WEIGHTS[distance] }] : [];
      });
      return this.#best(found, MOST_MISSPELT);
    }
  }

  /** Whether two stems differ only by the endings of a family of words. @param {string} a @param {string} b */
  function areRelatives(a, b) {
    if (a === b) return false;
    let shared = 0;
    while (shared < a.length && a[shared] === b[shared]) shared += 1;
    const [endOfA, endOfB] = [a.slice(shared), b.slice(shared)];
    // “autism” and “autistic” share the first two letters of their endings as well
    if (a.slice(0, shared).endsWith("is") && /^(tm|mt)$/.test(endOfA + endOfB)) {
      return true;
    }
    return shared >= SHORTEST_STEM && FAMILY_ENDINGS.has(endOfA) && FAMILY_ENDINGS.has(endOfB);
  }

  /** Whether letters are the beginning of an ending, or one in a wrong order. @param {string} rest */
  function isSpoiltEnding(rest) {
    const letters = [...rest].sort().join("");
    return ENDINGS.some(
      (ending) => ending.startsWith(rest) || [...ending].sort().join("") === letters,
    );
  }

  /** How many typing errors a word may have. @param {string} word */
  function mostErrors(word) {
    if (word.length < 5) return 0;
    return word.length < 8 ? 1 : 2;
  }

  Object.assign(find, { Dictionary, editDistance });
})();
