/* Text as a person reads it, without the signs by which an address can be hidden: the same as
   `generator/privacy` does. */
(() => {
  "use strict";

  const { compilePattern, createElement } = academy;
  const privacy = /** @type {AcademyPrivacy} */ ({});
  academy.privacy = privacy;
  /** @type {Map<string, string>} */
  const lookAlikes = new Map();
  /** @type {Map<string, string>} */
  const entities = new Map();
  /** @type {RegExp} */
  let oddity;
  /** @type {RegExp} */
  let unseen;
  /** @type {HTMLTextAreaElement | undefined} */
  let entityDecoder;

  /** @param {FormRules} rules */
  function setNormaliseRules({ lookAlikes: letters, detectors: { normalise } }) {
    for (const [usual, alike] of Object.entries(letters)) {
      for (const letter of alike) lookAlikes.set(letter, usual);
    }
    const [source, flags] = normalise.odd;
    // a letter of two code units would move all places after it, so it is an oddity here
    oddity = compilePattern([`${source}|(?<astral>[\\u{10000}-\\u{10ffff}])`, flags], "g");
    unseen = compilePattern(normalise.unseen, "g");
  }

  /** Letters that look alike made the usual ones, place for place. @param {string} text */
  function usualLetters(text) {
    return text.replace(/[\v\f\u0080-\uffff]/g, (letter) => lookAlikes.get(letter) ?? letter);
  }

  /**
   * Resolve entities and escapes, make odd letters usual, and leave hidden letters out.
   * @param {string} text
   * @returns {NormalisedText}
   */
  function normalise(text) {
    const usual = usualLetters(text);
    /** @type {string[]} */
    const pieces = [];
    /** @type {number[]} */
    const starts = [];
    /** @type {number[]} */
    const ends = [];
    let done = 0;
    /** @param {number} end */
    const keepAsWritten = (end) => {
      pieces.push(usual.slice(done, end));
      for (let at = done; at < end; at++) {
        starts.push(at);
        ends.push(at + 1);
      }
    };
    for (const { 0: written, index = 0, groups = {} } of usual.matchAll(oddity)) {
      keepAsWritten(index);
      done = index + written.length;
      const meaning = meaningOf(groups);
      pieces.push(meaning);
      for (let n = 0; n < meaning.length; n++) {
        starts.push(index);
        ends.push(done);
      }
    }
    keepAsWritten(usual.length);
    return { text: pieces.join(""), starts, ends };
  }

  /** What an entity, an escape or a letter of two code units stands for. @param {Record<string, string | undefined>} groups */
  function meaningOf({ blank, sign, astral, entity, percent, four, two }) {
    if (blank) return blank === "n" ? "\n" : " ";
    if (sign) return sign;
    if (astral) return visible(astral);
    if (entity) return visible(decodeEntity(`&${entity};`));
    const code = percent ?? four ?? two;
    return code ? visible(String.fromCharCode(Number.parseInt(code, 16))) : "";
  }

  /** @param {string} text */
  function visible(text) {
    const usual = Array.from(text, (letter) => lookAlikes.get(letter) ?? letter);
    return usual.join("").replace(unseen, "");
  }

  /** @param {string} entity */
  function decodeEntity(entity) {
    let decoded = entities.get(entity);
    if (decoded === undefined) {
      entityDecoder ??= createElement("textarea");
      entityDecoder.innerHTML = `x${entity}`; // one entity, in an element that runs nothing
      decoded = entityDecoder.value.slice(1);
      entities.set(entity, decoded);
    }
    return decoded;
  }

  Object.assign(privacy, { setNormaliseRules, normalise });
})();
