/* What stands around a number and says what it is: the same as `generator/privacy/context.py`. */
(() => {
  "use strict";

  const { compilePattern, privacy } = academy;

  /** @implements {TextContext} */
  class Context {
    /** @type {(readonly [number, number])[]} */
    #addresses; // where web addresses begin and end
    #rules;

    /** @param {string} text @param {DetectorRules["context"]} rules */
    constructor(text, rules) {
      this.text = text;
      this.#rules = rules;
      const addresses = text.matchAll(compilePattern(rules.address, "g"));
      this.#addresses = Array.from(addresses, ({ 0: address, index = 0 }) => [
        index,
        index + address.length,
      ]);
    }

    /** The few letters before a place. @param {number} position @param {number} most */
    before(position, most = this.#rules.before) {
      return this.text.slice(Math.max(position - most, 0), position);
    }

    /** The few letters from a place on. @param {number} position @param {number} most */
    after(position, most = this.#rules.after) {
      return this.text.slice(position, position + most);
    }

    /** Whether a place is inside a web address, where numbers name pages. @param {number} position */
    isInAddress(position) {
      const number = firstFrom(this.#addresses, position + 1) - 1;
      return number >= 0 && position < this.#addresses[number][1];
    }

    /** All matches of a pattern with the flag “g”. @param {RegExp} pattern */
    *matches(pattern) {
      for (const match of this.text.matchAll(pattern)) {
        const { index = 0 } = match;
        yield { match, start: index, end: index + match[0].length };
      }
    }
  }

  /**
   * @param {readonly (readonly [number, number])[]} spans in their order
   * @param {number} position
   * @returns {number} the number of the first span that begins at a position or after it
   */
  function firstFrom(spans, position) {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle][0] < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {string} text */
  function digitsOf(text) {
    return text.replace(/[^0-9]/g, "");
  }

  /**
   * Whether ten digits can be an NHS number: modulus 11, and not one digit ten times
   * (https://www.datadictionary.nhs.uk/attributes/nhs_number.html).
   * @param {string} number
   */
  function isNhsNumber(number) {
    const sum = [...number].reduce((total, digit, n) => total + Number(digit) * (10 - n), 0);
    return sum % 11 === 0 && new Set(number).size > 1;
  }

  /**
   * Where a group of a match begins. The pattern must have the flag “d”.
   * @param {RegExpMatchArray} match
   * @param {number} group
   */
  function groupStart(match, group) {
    return match.indices?.[group]?.[0] ?? 0;
  }

  Object.assign(privacy, { Context, firstFrom, digitsOf, isNhsNumber, groupStart });
})();
