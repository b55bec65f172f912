/* The draft of a record, which the browser keeps until it is deleted. */
(() => {
  "use strict";

  const { createButton, createElement, share } = academy;

  /**
   * @param {string} kind
   * @param {string | null} record the id of the record that was opened
   */
  function draftKey(kind, record) {
    return record ? `academy-draft-${kind}-${record}` : `academy-draft-${kind}`;
  }

  /**
   * @param {string} key
   * @param {Answers} answers
   */
  function saveDraft(key, answers) {
    try {
      localStorage.setItem(key, JSON.stringify(answers));
    } catch {
      /* without storage there is no draft; the form still works */
    }
  }

  /**
   * @param {string} key
   * @returns {Answers | null}
   */
  function readDraft(key) {
    try {
      return JSON.parse(localStorage.getItem(key) ?? "null");
    } catch {
      return null; // an unreadable draft is no draft
    }
  }

  /**
   * Fill in the draft, if there is one, and offer to delete it.
   * @param {string} key
   * @param {FormLayout} layout
   */
  function restoreDraft(key, { fields, draft }) {
    const answers = readDraft(key);
    if (!answers || share.isEmpty(answers)) return;
    share.setAnswers(fields, answers);
    draft.append(
      createElement("p", "la-callout", "We have restored the draft you saved in this browser. "),
      createButton("Delete this draft", () => {
        localStorage.removeItem(key);
        location.reload();
      }),
    );
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

  Object.assign(share, { draftKey, saveDraft, restoreDraft, confirmReview, formatDate });
})();
