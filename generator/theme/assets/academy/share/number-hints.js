/* How to write a figure that is not a plain number: the table of Python's `number_hints.py`. */
(() => {
  "use strict";

  const { compileFullMatch, compilePattern, share } = academy;

  /**
   * A hint for a figure such as “24%” or “<5”; empty for other text.
   * @param {NumberHints} hints
   * @param {string} text
   */
  function numberHint({ thousands, long, round, decimals, forms }, text) {
    const line = text.toLowerCase().replaceAll("−", "-").trim().replace(/\s+/g, " ");
    const plain = line.replace(compilePattern(thousands, "g"), (digits) =>
      digits.replaceAll(",", ""),
    );
    if (compileFullMatch(long).test(plain)) {
      const rounded = Number(plain).toFixed(decimals);
      return round.replace("{most}", String(decimals)).replace("{rounded}", rounded);
    }
    for (const [pattern, hint] of forms) {
      const parts = compileFullMatch(pattern).exec(plain);
      if (parts) return hint.replace(/\{(\d)\}/g, (_, group) => parts[Number(group)]);
    }
    return "";
  }

  share.numberHint = numberHint;
})();
