/* The search of every page: what it needs beside the search box is loaded with the first key. */
(() => {
  "use strict";

  const { root, loadBundle, loadScript } = academy;
  /** @type {Map<string, unknown>} */
  const parts = new Map();
  /** @type {string | null} */
  let indexVersion = null;
  let isStale = false;

  /**
   * Take a part of the index; each of its files calls this. All must be of one version.
   * @param {string} version
   * @param {string} name
   * @param {unknown} value
   */
  function addPart(version, name, value) {
    indexVersion ??= version;
    isStale ||= version !== indexVersion;
    parts.set(name, value);
  }

  /**
   * @template {string} Name
   * @param {Name} name
   * @returns {Promise<IndexPart<Name>>}
   */
  async function loadPart(name) {
    await loadScript(`find/${name}.js`);
    if (isStale) throw new Error("Two versions of the search index are mixed.");
    return /** @type {IndexPart<Name>} */ (parts.get(name));
  }

  async function loadEngine() {
    await loadBundle("find");
    await academy.find.openIndex();
  }

  function loadFailure() {
    return isStale
      ? "The academy has changed since this page was opened. Load the page again to search."
      : "The search could not be loaded. Try again, or use the lists in the menu.";
  }

  /**
   * A link to a document of the index, or to its picture.
   * @param {{ url: string }} result
   */
  function resultUrl(result) {
    return root + result.url;
  }

  /** @param {readonly TagLabel[]} labels @param {string} separator */
  function joinLabels(labels, separator) {
    return labels.map((label) => label.text).join(separator);
  }

  /**
   * The slash key moves to the search box, unless somebody is typing.
   * @param {KeyboardEvent} event
   */
  function focusOnSlash(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const form = document.querySelector("[data-find-first], [data-find]");
    if (!form) return;
    event.preventDefault();
    form.querySelector("input")?.focus();
  }

  /** @param {HTMLElement} host */
  function prepareResultsPage(host) {
    const open = async () => {
      await loadBundle("results");
      await academy.find.openResultsPage(host);
    };
    if (host.hasAttribute("data-find-page") || location.search.length > 1) open();
    else host.addEventListener("toggle", open, { once: true });
  }

  academy.find = /** @type {AcademyFind} */ ({
    addPart,
    loadPart,
    loadEngine,
    loadFailure,
    resultUrl,
    joinLabels,
  });
  document.addEventListener("keydown", focusOnSlash);
  /** @type {NodeListOf<HTMLElement>} */
  const hosts = document.querySelectorAll("[data-find-page], [data-find-list]");
  for (const host of hosts) prepareResultsPage(host);
})();
