/* How many results there are, in words, and what to do where the filters leave none of them. */
(() => {
  "use strict";

  const { find } = academy;
  const AREA = "area";

  /**
   * @param {readonly number[]} documents that were found
   * @param {SearchMatches | null} matches
   * @param {SearchState} state
   * @param {boolean} tellsWhole whether to say how many have both words
   */
  function describeCount(documents, matches, state, tellsWhole) {
    const total = documents.length;
    if (total) {
      return countResults(total) + (tellsWhole ? wholeText(documents, matches, state) : "");
    }
    const fewer = matches?.matches.length === 1 ? "" : "fewer words, or ";
    return `Nothing found. Try ${fewer}another word for it.`;
  }

  /** @param {number} total */
  function countResults(total) {
    return total === 1 ? "1 result" : `${total.toLocaleString("en-GB")} results`;
  }

  /**
   * Say that the filters leave nothing, and how many results there are without them.
   * @param {number} total of the results without the filters
   * @param {SearchState["chosen"]} chosen
   * @param {readonly string[]} titles of the chosen values
   * @returns {{ text: string, action: string }} what is said, and the words of a button
   */
  function describeFiltered(total, chosen, titles) {
    const results = countResults(total);
    const isOne = titles.length === 1;
    if (chosen.size === 1 && chosen.has(AREA)) {
      const where = isOne ? titles[0] : "these areas";
      return { text: `Nothing in ${where}. ${results} elsewhere.`, action: "Show all areas" };
    }
    return isOne
      ? { text: `Nothing with this filter. ${results} without it.`, action: "Clear the filter" }
      : {
          text: `Nothing with these filters. ${results} without them.`,
          action: "Clear the filters",
        };
  }

  /**
   * How many results have both words, where some have one.
   * @param {readonly number[]} documents
   * @param {SearchMatches | null} matches
   * @param {SearchState} state
   */
  function wholeText(documents, matches, state) {
    if (matches?.matches.length !== 2) return "";
    const whole = documents.filter((document) => find.isWhole(matches, document)).length;
    if (!whole || whole === documents.length) return "";
    return state.sort
      ? `, ${whole} with both words`
      : `: ${whole} with both words, then those with one`;
  }

  Object.assign(find, { describeCount, describeFiltered });
})();
