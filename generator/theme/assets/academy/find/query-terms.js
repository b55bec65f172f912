/* Which terms of the index a word of a query means: the same stem, a longer word that begins so, a
   word with a lost ending, or a word within a few typing errors. */
(() => {
  "use strict";

  const { find } = academy;
  const PREFIX_WEIGHT = 0.75;
  const LOST_ENDING_WEIGHT = 0.7;
  const TYPO_WEIGHTS = [1, 0.6, 0.4]; // by the number of typing errors
  const MOST_PREFIXED = 12;
  const MOST_MISSPELT = 6;
  const SHORTEST_STEM = 4; // letters that are left when an ending is cut off
  const LONGEST_ENDING = 4;
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
     * @param {Readonly<Record<string, string[][]>>} synonyms
     */
    constructor(terms, frequency, synonyms) {
      this.terms = terms;
      this.frequency = frequency;
      this.synonyms = new Map(Object.entries(synonyms));
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
    #termNumber(stem) {
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

    /** @param {string} prefix */
    #prefixed(prefix) {
      const found = [];
      let term = this.#lowerBound(prefix);
      while (this.terms[term]?.startsWith(prefix)) {
        found.push({ term, weight: PREFIX_WEIGHT });
        term += 1;
      }
      return this.#best(found, MOST_PREFIXED);
    }

    /** “commissioni” and “commissionign” mean “commission”. @param {string} word */
    #withoutEnding(word) {
      const shortest = Math.max(SHORTEST_STEM, word.length - LONGEST_ENDING);
      for (let length = word.length - 1; length >= shortest; length--) {
        const term = this.#termNumber(word.slice(0, length));
        if (term >= 0) return [{ term, weight: LOST_ENDING_WEIGHT }];
      }
      return [];
    }

    /** @param {string} word @param {boolean} unfinished */
    #misspelt(word, unfinished) {
      const most = mostErrors(word);
      if (!most) return [];
      const stem = find.stem(word);
      /** @type {WeightedTerm[]} */
      const found = [];
      this.terms.forEach((text, term) => {
        if (text.length < 3) return;
        const distance = Math.min(
          editDistance(word, text, most),
          editDistance(stem, text, most),
          unfinished && text.length > word.length
            ? editDistance(word, text.slice(0, word.length), 1)
            : TOO_FAR,
        );
        if (distance <= most) found.push({ term, weight: TYPO_WEIGHTS[distance] });
      });
      return this.#best(found, MOST_MISSPELT);
    }

    /** @param {string} word @param {boolean} unfinished */
    #meanings(word, unfinished) {
      const exact = this.#termNumber(find.stem(word));
      const found = exact >= 0 ? [{ term: exact, weight: 1 }] : [];
      if (unfinished) found.push(...this.#prefixed(word).filter(({ term }) => term !== exact));
      if (found.length) return found;
      const cut = this.#withoutEnding(word);
      return cut.length ? cut : this.#misspelt(word, unfinished);
    }

    /**
     * @param {string} word folded
     * @param {boolean} unfinished
     * @returns {QueryTerm}
     */
    lookUp(word, unfinished) {
      const synonyms = this.synonyms.get(find.stem(word)) ?? [];
      return {
        terms: this.#meanings(word, unfinished),
        synonyms: synonyms.map((stems) =>
          stems.map((stem) => this.#termNumber(stem)).filter((term) => term >= 0),
        ),
      };
    }
  }

  /** How many typing errors a word may have. @param {string} word */
  function mostErrors(word) {
    if (word.length < 4) return 0;
    return word.length < 8 ? 1 : 2;
  }

  Object.assign(find, { Dictionary, editDistance });
})();
