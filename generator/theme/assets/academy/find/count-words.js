/* How many results there are, in words. */
(() => {
  "use strict";

  const { find } = academy;

  /**
   * @param {readonly number[]} documents that were found
   * @param {SearchMatches | null} matches
   * @param {SearchState} state
   * @param {boolean} tellsWhole whether to say how many have both words
   */
  function describeCount(documents, matches, state, tellsWhole) {
    const total = documents.length;
    if (total) {
      const results = total === 1 ? "1 result" : `${total.toLocaleString("en-GB")} results`;
      return results + (tellsWhole ? wholeText(documents, matches, state) : "");
    }
    const narrower = state.chosen.size ? ", or remove a filter" : "";
    const fewer = matches?.matches.length === 1 ? "" : "fewer words, or ";
    return `Nothing found. Try ${fewer}another word for it${narrower}.`;
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

  find.describeCount = describeCount;
})();
