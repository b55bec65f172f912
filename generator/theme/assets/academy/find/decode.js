/* The lists of the index, which Python encodes as short strings: see `generator/site/find/encoding.py`. */
(() => {
  "use strict";

  /** @implements {IndexDecoder} */
  class Decoder {
    #values = new Int16Array(128).fill(-1); // the value of each symbol, by its code
    #half; // symbols from this value on say that a number goes on
    #next = 0; // where the text goes on after the number that was read last

    /** @param {string} symbols @param {number} half */
    constructor(symbols, half) {
      this.#half = half;
      for (let value = 0; value < symbols.length; value++) {
        this.#values[symbols.charCodeAt(value)] = value;
      }
    }

    /** The value of one symbol. @param {string} text @param {number} position */
    symbol(text, position) {
      return this.#values[text.charCodeAt(position)];
    }

    /** @param {string} text @param {number} position */
    #number(text, position) {
      let value = 0;
      let at = position;
      let symbol = this.symbol(text, at);
      while (symbol >= this.#half) {
        value = value * this.#half + symbol - this.#half + 1;
        at += 1;
        symbol = this.symbol(text, at);
      }
      this.#next = at + 1;
      return value * this.#half + symbol;
    }

    /** Whole numbers. @param {string} text */
    numbers(text) {
      const numbers = [];
      for (let at = 0; at < text.length; at = this.#next) numbers.push(this.#number(text, at));
      return numbers;
    }

    /** Rising numbers, each encoded as its distance from the one before. @param {string} text */
    gaps(text) {
      const numbers = [];
      let number = -1;
      for (let at = 0; at < text.length; at = this.#next) {
        number += this.#number(text, at) + 1;
        numbers.push(number);
      }
      return numbers;
    }

    /** Rising document numbers with a weight each. @param {string} text @returns {Postings} */
    postings(text) {
      const documents = [];
      const weights = [];
      let number = -1;
      for (let at = 0; at < text.length; at = this.#next + 1) {
        number += this.#number(text, at) + 1;
        documents.push(number);
        weights.push(this.symbol(text, this.#next));
      }
      return { documents, weights };
    }

    /** Sorted words, each encoded as how much it shares with the one before, and the rest. @param {string} text */
    frontCoded(text) {
      let before = "";
      return text
        .split(" ")
        .slice(0, -1)
        .map((coded) => {
          before = before.slice(0, this.symbol(coded, 0)) + coded.slice(1);
          return before;
        });
    }
  }

  academy.find.Decoder = Decoder;
})();
