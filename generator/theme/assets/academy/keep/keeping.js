/* Loads what Compare and My list need, on these pages alone. */
(() => {
  "use strict";

  const { createElement, loadBundle } = academy;

  /** @param {HTMLElement} host */
  async function openPage(host) {
    const part = host.dataset.keeping ?? "";
    host.replaceChildren();
    try {
      await Promise.all([loadBundle("outlines"), loadBundle("keep")]);
      const { openComparePage, openListPage } = academy.keep;
      await (part === "compare" ? openComparePage : openListPage)(host);
    } catch {
      const text =
        "The records could not be loaded. The academy may have changed. Load the page again.";
      host.replaceChildren(createElement("p", "la-callout", text));
    }
  }

  /** @type {HTMLElement | null} */
  const host = document.querySelector("[data-keeping]");
  if (host) openPage(host);
})();
