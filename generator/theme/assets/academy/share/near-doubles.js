/* A title that another record has already, or nearly: the form points it out, and never stands in the way. */
(() => {
  "use strict";

  const { createElement, share } = academy;
  const PAUSE = 400; // ms without a key after which we look
  const NEAR_ENOUGH = 0.85; // of the pairs of letters are the same
  const SHORTEST = 4; // letters

  /**
   * Point out the records that a new one may be, below its title.
   * @param {RecordDraft} record
   */
  function pointOutDoubles(record) {
    const title = record.fields.get("title");
    const input = title?.element.querySelector("input");
    if (!title || !input) return;
    const note = createElement("p", "la-field__help");
    note.setAttribute("role", "status");
    title.element.append(note);
    let waiting = 0;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => showDouble(record, note), PAUSE);
    });
  }

  /** @param {RecordDraft} record @param {HTMLElement} note */
  function showDouble(record, note) {
    const double = record.opened ? undefined : doubleOf(record.kindName, record.title());
    note.replaceChildren();
    if (!double) return;
    const link = createElement("a", "", double[1]);
    const page = `${record.kindName.replaceAll("_", "-")}.html`;
    link.href = `${page}?record=${encodeURIComponent(double[0])}`;
    link.target = "_blank";
    note.append("There is already “", link, "”. Do you mean that one? The link opens a new tab.");
  }

  /** The record of a kind that a title probably means. @param {string} kind @param {string} title */
  function doubleOf(kind, title) {
    const wanted = distinctiveWords(title);
    if (wanted.join("").length < SHORTEST) return undefined;
    const near = (name = "") => isNear(wanted, distinctiveWords(name));
    return (share.names.kinds[kind] ?? []).find(([, ...names]) => names.some(near));
  }

  /** The words that say which one is meant, each once, sorted: as in `similar_names.py`. @param {string} name */
  function distinctiveWords(name) {
    const words = share.wordsOf(name);
    return [...new Set(words.filter((word) => !share.genericWords.includes(word)))].sort();
  }

  /** @param {readonly string[]} words @param {readonly string[]} others */
  function isNear(words, others) {
    const isNumber = (/** @type {string} */ word) => /^\d+$/.test(word);
    const numbers = [words, others].map((list) => list.filter(isNumber).join(" "));
    if (numbers[0] !== numbers[1]) return false; // “Ward 2” is not “Ward 3”
    return share.likeness(words.join(" "), others.join(" ")) >= NEAR_ENOUGH;
  }

  share.pointOutDoubles = pointOutDoubles;
})();
