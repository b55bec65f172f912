/* The tray at the foot of every page: which records are chosen for comparing. */
(() => {
  "use strict";

  const { createButton, createElement, keep, root } = academy;

  class Tray {
    constructor() {
      this.element = createElement("aside", "la-tray");
      this.element.setAttribute("aria-label", "Chosen for comparing");
      this.title = createElement("p", "la-tray__title");
      this.title.tabIndex = -1;
      this.list = createElement("ul", "la-tray__list");
      this.next = createElement("p", "la-tray__next");
      const box = createElement("div", "la-tray__inner md-grid");
      box.append(this.title, this.list, this.next);
      this.element.append(box);
    }

    draw() {
      const records = keep.keptRecords("compare");
      this.element.hidden = !records.length;
      document.documentElement.classList.toggle("has-tray", records.length > 0);
      this.title.replaceChildren(
        createElement("span", "la-tray__wide", "Compare: "),
        `${records.length} chosen`,
      );
      this.list.replaceChildren(...records.map((record) => this.#createItem(record)));
      this.next.replaceChildren(
        records.length > 1 ? createLink(records) : createElement("span", "", "Choose one more."),
        " ",
        createButton("Clear", () => this.#clear()),
      );
    }

    /** @param {KeptRecord} record */
    #createItem(record) {
      const item = createElement("li", "la-tray__item");
      const remove = createButton(`${record.title} ×`, () => this.#remove(record), "la-filter");
      remove.setAttribute("aria-label", `Remove ${record.title} from the comparison`);
      item.append(remove);
      return item;
    }

    /** @param {KeptRecord} record */
    #remove(record) {
      keep.removeRecord("compare", record);
      this.#moveFocus();
    }

    #clear() {
      keep.keepRecords("compare", []);
      this.#moveFocus();
    }

    /** The button that had the focus is gone. */
    #moveFocus() {
      if (this.element.hidden) academy.focusHeading();
      else this.title.focus();
    }
  }

  /** @param {readonly KeptRecord[]} records */
  function createLink(records) {
    const link = createElement("a", "la-button la-button--main", "Compare now");
    link.href = `${root}compare/index.html${keep.formatQuery(records)}`;
    return link;
  }

  // the page that compares shows what is chosen anyway
  if (document.querySelector("[data-keeping=compare]")) return;
  const tray = new Tray();
  tray.draw();
  document.body.append(tray.element);
  keep.onChange(() => tray.draw());
})();
