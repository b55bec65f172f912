/* The detector of postcodes; its patterns come from `generator/privacy/postcode.py`. */
(() => {
  "use strict";

  const { compilePattern, compilePrefix, privacy } = academy;

  /** @param {DetectorRules["postcode"]} rules @returns {Detector} */
  function postcodeDetector(rules) {
    const postcode = compilePattern(rules.postcode, "g");
    const areas = new Set(rules.areas);
    const lettered = new Set(rules.lettered);
    const measures = new Set(rules.measures);
    const named = compilePattern(rules.named);
    const memory = compilePrefix(rules.memory);
    const hyphenBefore = compilePattern(rules.hyphenBefore);
    const hyphenAfter = compilePrefix(rules.hyphenAfter);
    const signBefore = compilePattern(rules.signBefore);
    const goesOn = compilePrefix(rules.goesOn);

    /** @param {string} area @param {string} district */
    const exists = (area, district) =>
      areas.has(area) && (/^[0-9]+$/.test(district) || lettered.has(area));

    /** Whether what follows the space is a number of its own. @param {string} unit @param {string} gap @param {string} after */
    const isMeasure = (unit, gap, after) =>
      (unit === "GB" && memory.test(after)) || (gap !== "" && measures.has(unit));

    /**
     * Whether it is only a part of a longer name: an address of a page, an id, a colour.
     * @param {TextContext} context @param {string} code @param {number} start @param {number} end
     * @param {string} gap
     */
    function isPartOfName(context, code, start, end, gap) {
      const before = context.before(start);
      const after = context.after(end);
      if ((gap && !gap.trim()) || named.test(before)) return false;
      if (gap === "" && (context.isInAddress(start) || before.endsWith("#"))) return true;
      const hasHyphen = hyphenBefore.test(before) || hyphenAfter.test(after);
      if (code === code.toUpperCase()) return hasHyphen;
      return hasHyphen || signBefore.test(before) || goesOn.test(after) || gap.includes("-");
    }

    return function* postcodes(context) {
      for (const { match, start, end } of context.matches(postcode)) {
        const [code, area, district, gap, secondHalf] = match;
        const isReal = exists(area.toUpperCase(), district);
        const isOther = isMeasure(secondHalf.slice(1), gap, context.after(end));
        if (isReal && !isOther && !isPartOfName(context, code, start, end, gap)) {
          yield ["postcode", start, end];
        }
      }
    };
  }

  privacy.postcodeDetector = postcodeDetector;
})();
