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
    const simple = figureHint(hints, share.readFigure(text));
    if (simple) return simple;
    const line = plainLine(hints, text);
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

  /**
   * A hint for a figure that gives one value; empty for others.
   * @param {NumberHints} hints
   * @param {Readonly<Record<string, string>>} answers
   */
  function figureHint({ onlyTheFigure }, { value, unit, form, approximate, ...rest }) {
    if (!value || Object.keys(rest).length) return "";
    const isMore = unit || form || approximate;
    return isMore ? share.fillIn(onlyTheFigure, { value }) : `Write ${value}.`;
  }

  Object.assign(share, { numberHint, roundedNumber });
})();
