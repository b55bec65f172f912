/* The facets beside a list of results: values to tick, with how many results each would leave. */
(() => {
  "use strict";

  const { createElement, createButton, find } = academy;
  const SHOWN_VALUES = 10;
  const SPARE_VALUES = 2; // more than this many must be hidden to be worth a button
  const DEEPEST_INDENT = 4;
  const WIDE = matchMedia("(min-width: 60rem)");

  /** @implements {FacetPanels} */
  class Panels {
    /** @type {Map<string, Panel>} */
    #panels = new Map();

    /**
     * @param {readonly Facet[]} facets
     * @param {(facet: string) => boolean} isChosen
     * @param {FacetPanelEvents} events
     */
    constructor(facets, isChosen, events) {
      this.element = createElement("details", "la-facets");
      this.element.append(createElement("summary", "", "Filters"));
      this.element.open = WIDE.matches;
      for (const facet of facets) {
        const panel = new Panel(facet, (facet.open && WIDE.matches) || isChosen(facet.key), events);
        this.#panels.set(facet.key, panel);
        this.element.append(panel.element);
      }
    }

    /** The keys of the facets whose values are needed. */
    openFacets() {
      return [...this.#panels].filter(([, panel]) => panel.wasOpened).map(([facet]) => facet);
    }

    /** @param {(facet: string) => readonly CountedValue[] | null} countValues null: not loaded yet */
    update(countValues) {
      for (const [facet, panel] of this.#panels) panel.update(countValues(facet));
    }
  }

  class Panel {
    #showsAll = false;
    /** @type {readonly CountedValue[]} */
    #values = [];

    /** @param {Facet} facet @param {boolean} isOpen @param {FacetPanelEvents} events */
    constructor({ key, title }, isOpen, events) {
      this.key = key;
      this.events = events;
      this.wasOpened = isOpen;
      this.note = createElement("span", "la-facet__note");
      this.list = createElement("ul", "la-facet__list");
      this.list.setAttribute("aria-label", title);
      this.empty = createElement("p", "la-facet__empty", "Nothing to choose from here.");
      this.empty.hidden = true;
      this.rest = createButton("Show all", () => this.#showAll());
      this.rest.hidden = true;
      this.element = createElement("details", "la-facet");
      const summary = createElement("summary", "", `${title} `);
      summary.append(this.note);
      this.element.append(summary, this.list, this.empty, this.rest);
      this.element.open = isOpen;
      this.element.addEventListener("toggle", () => this.#loadValues());
    }

    #loadValues() {
      if (!this.element.open || this.wasOpened) return;
      this.wasOpened = true;
      this.events.onOpen();
    }

    #showAll() {
      this.#showsAll = true;
      this.#draw();
      this.list.querySelectorAll("input")[SHOWN_VALUES - 1]?.focus();
    }

    /** @param {readonly CountedValue[] | null} values */
    update(values) {
      if (!values) return;
      this.#values = values;
      this.#draw();
    }

    #draw() {
      const values = this.#values.filter(({ count, isChosen }) => count || isChosen);
      const chosenCount = values.filter(({ isChosen }) => isChosen).length;
      this.note.textContent = chosenCount ? `${chosenCount} chosen` : "";
      const hidesSome = values.length > SHOWN_VALUES + SPARE_VALUES && !this.#showsAll;
      const shown = hidesSome ? find.commonestValues(values, SHOWN_VALUES) : values;
      const focused = this.#focusedValue();
      this.list.replaceChildren(...shown.map((value) => this.#createChoice(value)));
      this.empty.hidden = values.length > 0;
      this.rest.hidden = shown.length === values.length;
      this.rest.textContent = `Show all ${values.length}`;
      if (focused !== null) {
        [...this.list.querySelectorAll("input")].find(({ value }) => value === focused)?.focus();
      }
    }

    #focusedValue() {
      const active = document.activeElement;
      return active instanceof HTMLInputElement && this.list.contains(active) ? active.value : null;
    }

    /** @param {CountedValue} counted */
    #createChoice({ value, count, isChosen }) {
      const depth = Math.min(value.depth, DEEPEST_INDENT);
      const item = createElement("li", `la-facet__value la-facet__value--${depth}`);
      const label = createElement("label");
      const checkbox = createElement("input");
      checkbox.type = "checkbox";
      checkbox.value = value.key;
      checkbox.checked = isChosen;
      checkbox.addEventListener("change", () =>
        this.events.onChoose(this.key, value.key, checkbox.checked),
      );
      label.append(
        checkbox,
        createElement("span", "la-facet__title", value.title),
        " ",
        createElement("span", "la-facet__count", count.toLocaleString("en-GB")),
      );
      item.append(label);
      return item;
    }
  }

  find.Panels = Panels;
})();
