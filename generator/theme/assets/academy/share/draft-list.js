/* Several drafts of one form: people can start another, go on with an earlier one, and have the form
   open in two tabs without losing the answers of either. */
(() => {
  "use strict";

  const { createButton, createElement, share } = academy;

  /**
   * The key under which a draft is put aside.
   * @param {string} key of the draft that the form opens with
   */
  function asideKey(key) {
    return `${key}/${Date.now()}`;
  }

  /**
   * Put the draft that the form opens with aside.
   * @param {string} key
   */
  function putAside(key) {
    const text = localStorage.getItem(key);
    localStorage.removeItem(key);
    if (text) localStorage.setItem(asideKey(key), text);
  }

  /**
   * The keys and titles of the drafts that were put aside, the latest first.
   * @param {string} key
   */
  function draftsAside(key) {
    const keys = Object.keys(localStorage).filter((other) => other.startsWith(`${key}/`));
    return keys
      .sort()
      .reverse()
      .map((other) => ({ key: other, title: titleOf(other) }));
  }

  /** @param {string} key */
  function titleOf(key) {
    return String(share.readDraft(key)?.answers.title ?? "");
  }

  /**
   * Offer to start another record, and to go on with a draft that was put aside.
   * @param {string} key
   * @param {FormLayout} layout
   */
  function offerDrafts(key, { draft }) {
    const buttons = createElement("p", "la-form__buttons");
    if (localStorage.getItem(key)) {
      buttons.append(
        createButton("Keep it and start another", () => {
          putAside(key);
          location.reload();
        }),
      );
    }
    for (const other of draftsAside(key)) {
      const text = `Go on with “${other.title || "a draft without a title"}”`;
      buttons.append(createButton(text, () => goOn(key, other.key)));
    }
    if (buttons.childElementCount) draft.append(buttons);
  }

  /** @param {string} key @param {string} other */
  function goOn(key, other) {
    const text = localStorage.getItem(other) ?? "";
    localStorage.removeItem(other);
    putAside(key);
    localStorage.setItem(key, text);
    location.reload();
  }

  /**
   * The key under which to save a draft: another one once another tab has saved the same draft.
   * @param {string} key
   * @param {FormLayout} layout
   */
  function freeKey(key, { draft }) {
    if (!share.isTaken(key)) return key;
    const text =
      "This draft was changed in another tab. We keep the answers of this tab as a draft of their own.";
    draft.append(createElement("p", "la-callout", text));
    return asideKey(key.split("/")[0]);
  }

  Object.assign(share, { offerDrafts, freeKey });
})();
