/* What leads others to a page. From a folder that is its published address, or else words: an
   address of this computer would be of no use to anybody else. */
(() => {
  "use strict";

  const { createButton, createElement, root } = academy;

  /** The address at which this page is published, where the academy has one. */
  function publishedAddress() {
    /** @type {HTMLLinkElement | null} */
    const canonical = document.querySelector("link[rel=canonical]");
    return canonical?.href ?? "";
  }

  function isInFolder() {
    return location.protocol === "file:";
  }

  /**
   * What leads others to this page.
   * @param {string} query of the address: empty, or begins with “?”
   * @param {string} words for a page without an address
   */
  function pageReference(query, words) {
    const page = isInFolder() ? publishedAddress() : location.href.replace(/[?#].*$/, "");
    return page ? page + query : words;
  }

  /** The address of the site for others; empty where it is not published. */
  function sharedRoot() {
    if (!isInFolder()) return root;
    const here = withoutIndex(location.href.replace(/[?#].*$/, "").slice(root.length));
    const published = withoutIndex(publishedAddress());
    return published.endsWith(here) ? published.slice(0, published.length - here.length) : "";
  }

  /** @param {string} address */
  function withoutIndex(address) {
    return address.replace(/(^|\/)index\.html$/, "$1");
  }

  /** @param {string} text */
  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // a browser that refuses scripts the clipboard shows the text, ready to be copied by hand
      prompt("Copy this:", text);
    }
  }

  /**
   * A button that copies a text, and a note that says so.
   * @param {() => string} reference
   */
  function createCopyButton(reference) {
    const note = createElement("span", "la-actions__note");
    note.setAttribute("role", "status");
    const button = createButton("Copy link", async () => {
      const text = reference();
      await copyText(text);
      note.textContent = /^https?:/.test(text)
        ? "Copied"
        : "Copied as words: this copy of the academy has no web address";
    });
    return { button, note };
  }

  Object.assign(academy, { pageReference, sharedRoot, createCopyButton });
})();
