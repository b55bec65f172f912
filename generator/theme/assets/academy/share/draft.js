/* The draft of a record, which the browser keeps until it is deleted. */
(() => {
  "use strict";

  const { createButton, createElement, share } = academy;
  const DELETED = "academy-deleted-draft";
  /** What this tab last read or saved of each draft. @type {Map<string, string | null>} */
  const knownTexts = new Map();

  /**
   * @param {string} kind
   * @param {string | null} record the id of the record that was opened
   */
  function draftKey(kind, record) {
    return record ? `academy-draft-${kind}-${record}` : `academy-draft-${kind}`;
  }

  /** Whether the browser keeps anything: some refuse it to pages from a folder. */
  function hasStorage() {
    try {
      return Boolean(localStorage && sessionStorage);
    } catch {
      return false;
    }
  }

  /**
   * Keep the answers, and those of the records that were added to them.
   * @param {string} key
   * @param {Answers} answers
   */
  function saveDraft(key, answers) {
    try {
      const text = JSON.stringify({ answers, added: share.addedAnswers() });
      localStorage.setItem(key, text);
      knownTexts.set(key, text);
    } catch {
      /* where the storage is full there is no draft; the form still works */
    }
  }

  /**
   * Whether another tab has saved a draft since this tab read or saved it. Pages from a folder are told
   * nothing of other tabs, so that we look.
   * @param {string} key
   */
  function isTaken(key) {
    const text = localStorage.getItem(key);
    return text !== null && text !== (knownTexts.get(key) ?? null);
  }

  /**
   * @param {string} key
   * @returns {Draft | null}
   */
  function readDraft(key) {
    try {
      const text = localStorage.getItem(key);
      knownTexts.set(key, text);
      const draft = JSON.parse(text ?? "null");
      // drafts of earlier versions of the form are the answers alone
      return draft && !Array.isArray(draft.added) ? { answers: draft, added: [] } : draft;
    } catch {
      return null; // an unreadable draft is no draft
    }
  }

  /**
   * Fill in the draft, if there is one, and offer to delete it.
   * @param {string} key
   * @param {FormLayout} layout
   */
  function restoreDraft(key, { fields, draft, added }) {
    const kept = readDraft(key);
    if (!kept || (share.isEmpty(kept.answers) && !kept.added.length)) return;
    share.restoreAdded(kept.added, added);
    share.setAnswers(fields, kept.answers);
    share.placeAdded();
    const fold = added.closest("details");
    if (fold) fold.open = added.childElementCount > 0;
    draft.append(
      createElement("p", "la-callout", "We have restored the draft you saved in this browser. "),
      createDelete(key),
    );
  }

  /** A button that deletes a draft, and then one that brings it back. @param {string} key */
  function createDelete(key) {
    const box = createElement("p");
    const remove = createButton("Delete this draft", () => {
      const text = localStorage.getItem(key) ?? "";
      localStorage.removeItem(key);
      sessionStorage.setItem(DELETED, JSON.stringify([key, text]));
      location.reload();
    });
    box.append(remove);
    return box;
  }

  /**
   * Offer to bring back the draft that was just deleted.
   * @param {string} key
   * @param {FormLayout} layout
   */
  function offerDeletedDraft(key, { draft }) {
    const [deleted, text] = JSON.parse(sessionStorage.getItem(DELETED) ?? "[]");
    sessionStorage.removeItem(DELETED);
    if (deleted !== key) return;
    const undo = createButton("Bring it back", () => {
      localStorage.setItem(key, text);
      location.reload();
    });
    draft.append(createElement("p", "la-callout", "We have deleted the draft. "), undo);
  }

  /**
   * “This is still right” opens a record with today as the date of its last review.
   * @param {FormLayout} layout
   */
  function confirmReview({ fields, draft }) {
    const reviewedOn = fields.get("reviewed_on");
    const isConfirmed = new URLSearchParams(location.search).get("still") === "right";
    if (!isConfirmed || !reviewedOn) return;
    reviewedOn.set(formatDate(new Date()));
    const text =
      "We have set the date of the last review to today. " +
      "If nothing has changed, check your answers.";
    draft.append(createElement("p", "la-callout", text));
  }

  /**
   * A local date as the academy writes it: 2026-03-31.
   * @param {Date} date
   */
  function formatDate(date) {
    const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
    return parts.map((part) => String(part).padStart(2, "0")).join("-");
  }

  Object.assign(share, {
    draftKey,
    hasStorage,
    readDraft,
    saveDraft,
    isTaken,
    restoreDraft,
    offerDeletedDraft,
    confirmReview,
    formatDate,
  });
})();
