/* How to write a figure that is not a plain number: the table of Python's `number_hints.py`. */
(() => {
  "use strict";

  const { compileFullMatch, compilePattern, share } = academy;

  /**
   * A number with too many decimal places, rounded; empty for other text.
   * @param {NumberHints} hints
   * @param {string} text
   */
  function roundedNumber(hints, text) {
    const line = plainLine(hints, text);
    const isLong = compileFullMatch(hints.long).test(line);
    return isLong ? Number(line).toFixed(hints.decimals) : "";
  }

  /**
   * A hint for a figure such as “24%”, “£1.5m” or “<5”; empty for other text.
   * @param {NumberHints} hints
   * @param {string} text
   */
  function numberHint(hints, text) {
    const line = plainLine(hints, text);
    const large = largeHint(hints, line);
    if (large) return large;
    for (const [pattern, hint] of hints.forms) {
      const parts = compileFullMatch(pattern).exec(line);
      if (parts) return hint.replace(/\{(\d)\}/g, (_, group) => parts[Number(group)]);
    }
    return "";
  }

  /** @param {NumberHints} hints @param {string} text */
  function plainLine({ thousands, separators }, text) {
    const line = text.toLowerCase().replaceAll("−", "-").trim().replace(/\s+/g, " ");
    return line.replace(compilePattern(thousands, "g"), (digits) =>
      digits.replace(compilePattern(separators, "g"), ""),
    );
  }

  /** @param {NumberHints} hints @param {string} line */
  function largeHint({ large, zeros, largeHints }, line) {
    const [, sign, money, digits, word] = compileFullMatch(large).exec(line) ?? [];
    if (!money && !word) return "";
    const number = sign + withZeros(digits, zeros[word] ?? 0);
    return (largeHints[money] ?? largeHints[""]).replace("{1}", number);
  }

  /**
   * A number times a power of ten, without the errors of floating point.
   * @param {string} digits
   * @param {number} zeros
   */
  function withZeros(digits, zeros) {
    const [whole, decimals = ""] = digits.split(".");
    const moved = whole + decimals.slice(0, zeros).padEnd(zeros, "0");
    const rest = decimals.slice(zeros).replace(/0+$/, "");
    return moved.replace(/^0+(?=\d)/, "") + (rest && `.${rest}`);
  }

  Object.assign(share, { numberHint, roundedNumber });
})();
