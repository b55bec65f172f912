/* The reader's area on the Find page: chosen from the start, said in words, and easily removed. An
   address with an empty `area` says that no area is chosen. */
(() => {
  "use strict";

  const { createElement, find, keep } = academy;
  const FACET = "area";

  /**
   * Choose the reader's area where an address says nothing of areas. The state is changed in place.
   * @param {SearchState} state
   * @param {string} query of the address
   * @param {readonly string[]} facets the keys of those that may be chosen here
   */
  function chooseOwnArea({ chosen }, query, facets) {
    const area = keep.ownArea();
    if (!area || !facets.includes(FACET) || new URLSearchParams(query).has(FACET)) return;
    chosen.set(FACET, new Set([area.id]));
  }

  /**
   * The query of the address of a state, as `formatState` gives it.
   * @param {SearchState} state
   */
  function formatOwnState(state) {
    const query = find.formatState(state);
    if (!keep.ownArea() || state.chosen.has(FACET)) return query;
    return `${query || "?"}${query ? "&" : ""}${FACET}=`;
  }

  /**
   * What is said above the filters where the results are those of the reader's area.
   * @param {SearchState} state
   */
  function ownAreaNote({ chosen }) {
    const area = keep.ownArea();
    if (!area || !chosen.get(FACET)?.has(area.id)) return [];
    return [createElement("span", "la-own-area__found", "Only what concerns your area is shown:")];
  }

  Object.assign(find, { chooseOwnArea, formatOwnState, ownAreaNote });
})();
