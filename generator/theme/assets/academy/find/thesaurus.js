/* The words and phrases of the vocabulary: which mean the same, and which are near. */
(() => {
  "use strict";

  const { find } = academy;

  /** @implements {AcademyThesaurus} */
  class Thesaurus {
    /** @type {Map<string, Map<string, string>>} */
    #same = new Map(); // by term: the other terms of its groups, each with its text
    /** @type {Map<string, Map<string, string>>} */
    #near = new Map();
    /** @type {Map<string, string[][]>} */
    #phrases = new Map(); // by first stem: the stems of each phrase, the longest first

    /**
     * @param {readonly (readonly string[])[]} synonyms
     * @param {readonly (readonly string[])[]} related the first of a group is what is looked for
     * @param {(text: string) => string[]} stemsOf
     * @param {string} joint
     */
    constructor(synonyms, related, stemsOf, joint) {
      this.joint = joint;
      for (const group of synonyms) {
        const texts = this.#addPhrases(group, stemsOf);
        for (const term of texts.keys()) addTo(this.#same, term, texts);
      }
      for (const group of related) {
        const [first, ...others] = this.#addPhrases(group, stemsOf);
        addTo(this.#near, first[0], new Map(others));
      }
      for (const phrases of this.#phrases.values()) phrases.sort((a, b) => b.length - a.length);
    }

    /** @param {readonly string[]} group @param {(text: string) => string[]} stemsOf */
    #addPhrases(group, stemsOf) {
      /** @type {Map<string, string>} */
      const texts = new Map();
      for (const text of group) {
        const stems = stemsOf(text);
        const term = stems.join(this.joint);
        if (!term || texts.has(term)) continue;
        texts.set(term, text);
        if (stems.length < 2) continue;
        const phrases = this.#phrases.get(stems[0]) ?? [];
        phrases.push(stems);
        this.#phrases.set(stems[0], phrases);
      }
      return texts;
    }

    /**
     * How many words from a place on are a phrase; 1 where none begins there.
     * @param {readonly string[]} stems
     * @param {number} at
     */
    phraseLength(stems, at) {
      const phrases = this.#phrases.get(stems[at]) ?? [];
      const found = phrases.find((phrase) => phrase.every((stem, n) => stems[at + n] === stem));
      return found?.length ?? 1;
    }

    /** The terms that mean the same, with their texts. @param {string} term */
    synonyms(term) {
      return [...(this.#same.get(term) ?? [])];
    }

    /** The terms that are near, with their texts. @param {string} term */
    related(term) {
      return [...(this.#near.get(term) ?? [])];
    }
  }

  /**
   * @param {Map<string, Map<string, string>>} groups
   * @param {string} term
   * @param {ReadonlyMap<string, string>} texts
   */
  function addTo(groups, term, texts) {
    const known = groups.get(term) ?? new Map();
    for (const [other, text] of texts) if (other !== term) known.set(other, text);
    groups.set(term, known);
  }

  find.Thesaurus = Thesaurus;
})();
