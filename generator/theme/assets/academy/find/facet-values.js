/* The values of the facets, loaded when they are first needed. */
(() => {
  "use strict";

  const { find } = academy;

  /** @implements {LoadedFacets} */
  class FacetValues {
    /** @type {Map<string, readonly FacetValue[]>} */
    #values = new Map(); // of the facets that are loaded

    /** @param {ReadonlySet<string>} facets */
    async load(facets) {
      const missing = [...facets].filter((facet) => !this.#values.has(facet));
      await Promise.all(
        missing.map(async (facet) => {
          const values = await loadFacet(facet);
          this.#values.set(
            facet,
            values.map(([key, title, depth, documents]) => ({
              key,
              title,
              depth,
              documents: find.decoder.gaps(documents),
            })),
          );
        }),
      );
    }

    /** @param {string} facet @param {string} key */
    value(facet, key) {
      return this.#values.get(facet)?.find((value) => value.key === key);
    }

    /** The values of a facet that a document has. @param {string} facet @param {number} document */
    having(facet, document) {
      const values = this.#values.get(facet) ?? [];
      return values.filter(({ documents }) => documents.includes(document));
    }

    /**
     * @param {string} facet
     * @param {FacetFilter} filter
     * @param {ReadonlySet<string>} [chosen]
     * @returns {CountedValue[] | null}
     */
    counted(facet, filter, chosen) {
      const values = this.#values.get(facet);
      if (!values) return null;
      return values.map((value) => ({
        value,
        count: filter.count(facet, value),
        isChosen: chosen?.has(value.key) ?? false,
      }));
    }
  }

  /** The values of a facet; those that are open at first are in one file. @param {string} key */
  async function loadFacet(key) {
    const isOpen = find.head.facets.some((facet) => facet.key === key && facet.open);
    return isOpen ? (await find.loadPart("facets"))[key] : find.loadPart(`f-${key}`);
  }

  find.FacetValues = FacetValues;
})();
