/* “Compare” on each card of a record that can be compared. */
(() => {
  "use strict";

  const { createElement, keep, root } = academy;

  /** @param {Element} card */
  function addCompareLink(card) {
    /** @type {HTMLAnchorElement | null} */
    const link = card.querySelector(".la-card__title a");
    const record =
      link && keep.comparableAt(link.href.replace(root, ""), link.textContent?.trim() ?? "");
    if (!record) return;
    const compare = keep.createCompareLink(record, "la-card__compare", "Compare");
    compare.setAttribute("aria-label", `Compare ${record.title}`);
    const tags = card.querySelector(".la-card__tags") ?? createElement("p", "la-card__tags");
    tags.append(compare);
    card.append(tags);
  }

  for (const card of document.querySelectorAll(".la-card")) addCompareLink(card);
})();
