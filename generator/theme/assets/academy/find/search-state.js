/* What somebody searches for, and the same as the query of an address: `?q=care&kind=practice`. */
(() => {
  "use strict";

  /**
   * @param {string} query of an address
   * @param {readonly string[]} facets the keys of those that may be chosen here
   * @param {readonly SortOption[]} sorts
   * @returns {SearchState}
   */
  function parseState(query, facets, sorts) {
    const parameters = new URLSearchParams(query);
    /** @type {SearchState["chosen"]} */
    const chosen = new Map();
    for (const facet of facets) {
      const values = parameters.getAll(facet).filter(Boolean);
      if (values.length) chosen.set(facet, new Set(values));
    }
    // an address may ask for an order that does not exist
    const sort = sorts.find(({ key }) => key === parameters.get("sort"));
    return { query: parameters.get("q") ?? "", sort: sort?.key ?? "", chosen };
  }

  /**
   * @param {SearchState} state
   * @returns {string} empty, or a query that begins with “?”
   */
  function formatState({ query, sort, chosen }) {
    const parameters = new URLSearchParams();
    if (query.trim()) parameters.set("q", query.trim());
    for (const [facet, values] of chosen) {
      for (const value of values) parameters.append(facet, value);
    }
    if (sort) parameters.set("sort", sort);
    const text = parameters.toString();
    return text && `?${text}`;
  }

  /**
   * Whether nothing is searched for, filtered or sorted.
   * @param {SearchState} state
   */
  function isEmptyState({ query, sort, chosen }) {
    return !query.trim() && !chosen.size && !sort;
  }

  /**
   * Choose a value of a facet, or take it away. The state is changed in place.
   * @param {SearchState} state
   * @param {string} facet
   * @param {string} value
   * @param {boolean} isChosen
   */
  function chooseValue({ chosen }, facet, value, isChosen) {
    const values = chosen.get(facet) ?? new Set();
    if (isChosen) values.add(value);
    else values.delete(value);
    if (values.size) chosen.set(facet, values);
    else chosen.delete(facet);
  }

  Object.assign(academy.find, { parseState, formatState, isEmptyState, chooseValue });
})();
