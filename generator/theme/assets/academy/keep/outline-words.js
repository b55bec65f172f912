/* Pieces that Compare and My list share. */
(() => {
  "use strict";

  const { createElement, keep, root } = academy;

  /** A link to the page of a record. @param {RecordOutline} outline */
  function createRecordLink({ title, path }) {
    const link = createElement("a", "", title);
    link.href = root + path;
    return link;
  }

  /**
   * What leads others to a page with these records: its address, or else their titles and ids.
   * @param {readonly RecordOutline[]} outlines
   * @param {string} academyName
   */
  function listReference(outlines, academyName) {
    const words = outlines.map(({ title, kindLabel, id }) => `${title} (${kindLabel}, ${id})`);
    return academy.pageReference(
      keep.formatQuery(outlines),
      [`${academyName}:`, ...words].join("\n"),
    );
  }

  /** A sentence on records that are not in this academy. @param {readonly KeptRecord[]} missing */
  function missingText(missing) {
    const ids = missing.map(({ id }) => `“${id}”`).join(", ");
    return missing.length === 1
      ? `This record is not in this academy, or has another id now: ${ids}.`
      : `These records are not in this academy, or have other ids now: ${ids}.`;
  }

  /** Tell that something was done. */
  function createStatus() {
    const status = createElement("p", "la-keeping__status");
    status.setAttribute("role", "status");
    return status;
  }

  Object.assign(keep, { createRecordLink, listReference, missingText, createStatus });
})();
