/* Which documents the chosen facets leave, and how many each value would leave. */
(() => {
  "use strict";

  const NO_FACET = 255; // a number that no chosen facet has

  /**
   * Documents meet a facet when they have one of its chosen values. The choice within a facet does
   * not change the counts of its own values: they say what choosing another would add.
   * @implements {FacetFilter}
   */
  class Filter {
    #matches; // 1 for each document that the words of the search match
    #failCounts; // how many of the chosen facets a document does not meet
    #lastFailed; // the number of the last of these
    /** @type {Map<string, number>} */
    #facetNumbers = new Map();

    /**
     * @param {Uint8Array} matches
     * @param {Iterable<readonly [string, readonly FacetValue[]]>} chosen values, by facet
     */
    constructor(matches, chosen) {
      this.#matches = matches;
      this.#failCounts = new Uint8Array(matches.length);
      this.#lastFailed = new Uint8Array(matches.length);
      for (const [facet, values] of chosen) this.#addFacet(facet, values);
    }

    /** @param {string} facet @param {readonly FacetValue[]} values */
    #addFacet(facet, values) {
      const number = this.#facetNumbers.size + 1;
      this.#facetNumbers.set(facet, number);
      const meets = new Uint8Array(this.#matches.length);
      for (const { documents } of values) {
        for (const document of documents) meets[document] = 1;
      }
      meets.forEach((met, document) => {
        if (met) return;
        this.#failCounts[document] += 1;
        this.#lastFailed[document] = number;
      });
    }

    /** The documents that meet all the chosen facets. */
    documents() {
      return [...this.#matches.keys()].filter(
        (document) => this.#matches[document] && !this.#failCounts[document],
      );
    }

    /** The documents that the words of the search match, whatever is chosen. */
    matched() {
      return [...this.#matches.keys()].filter((document) => this.#matches[document]);
    }

    /** How many documents a value of a facet would leave. @param {string} facet @param {FacetValue} value */
    count(facet, value) {
      const own = this.#facetNumbers.get(facet) ?? NO_FACET;
      return value.documents.filter((document) => {
        if (!this.#matches[document]) return false;
        const fails = this.#failCounts[document];
        return !fails || (fails === 1 && this.#lastFailed[document] === own);
      }).length;
    }
  }

  /**
   * The values with the highest counts, in their order. Chosen values always stay.
   * @param {readonly CountedValue[]} values
   * @param {number} most
   */
  function commonestValues(values, most) {
    const counts = values.map(({ count }) => count).sort((a, b) => b - a);
    const least = counts[most - 1];
    let free = most;
    return values.filter(({ isChosen, count }) => {
      if (isChosen) return true;
      if (count < least || free <= 0) return false;
      free -= 1;
      return true;
    });
  }

  Object.assign(academy.find, { Filter, commonestValues });
})();
