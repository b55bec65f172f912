/* Loads what Compare and My list need, on these pages alone. */
(() => {
  "use strict";

  const { createElement, loadScript } = academy;
  const FOLDER = "assets/academy/keep/";
  const SHARED = ["outlines", "comparison", "outline-words"];
  /** @type {Readonly<Record<string, readonly string[]>>} */
  const PARTS = { compare: ["compare-page"], list: ["pack", "list-page"] };

  /** @param {HTMLElement} host */
  async function openPage(host) {
    const part = host.dataset.keeping ?? "";
    host.replaceChildren();
    try {
      const files = [...SHARED, ...PARTS[part]].map((name) => loadScript(`${FOLDER}${name}.js`));
      await Promise.all([...files, loadScript("assets/academy/csv.js")]);
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
