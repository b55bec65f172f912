/* Records that are added in place, such as a new area that a prototype names, or beside the main one,
   such as an adoption of it. All are sent together. */
(() => {
  "use strict";

  const { createButton, createElement, share } = academy;
  /** @type {Set<AddedRecord>} */
  const added = new Set();
  /** @type {RecordDraft | null} */
  let main = null;

  /** A new record of its own, in a box inside the form. */
  class AddedRecord extends share.RecordDraft {
    /**
     * @param {string} kindName
     * @param {boolean} isExtra whether it is sent even if no answer names it
     */
    constructor(kindName, isExtra) {
      const element = createElement("fieldset", "la-group la-added");
      const legend = createElement("legend", "la-field__label");
      const fold = createElement("details", "la-details la-added__fold");
      fold.open = true;
      const summary = createElement("summary", "", "Questions about it");
      fold.append(summary);
      element.append(legend, fold);
      super(kindName, share.createFields(firstQuestionsFirst(kindName), fold));
      this.isExtra = isExtra;
      this.element = element;
      this.legend = legend;
      this.fold = fold;
      const done = () => {
        fold.open = false;
        summary.focus();
      };
      fold.append(createButton("Done", done, "la-button la-button--small"));
      this.note = createElement("p", "la-field__help");
      legend.after(this.note);
      const text = `Remove this ${share.kindLabel(kindName)}`;
      const remove = createButton(text, () => removeRecord(this), "la-button la-button--small");
      this.element.append(remove);
      this.knownTitle = "";
      this.describe(true);
    }

    focusFirstEmpty() {
      share.firstEmpty(this.element)?.focus();
    }

    /** @param {boolean} isSent */
    describe(isSent) {
      const title = this.title();
      const label = share.kindLabel(this.kindName);
      this.legend.textContent = title ? `New ${label}: ${title}` : `New ${label}`;
      this.note.textContent = isSent
        ? "We will send this together with your other answers."
        : "No answer names it now, so we will not send it.";
    }

    /** The id, which no other record may have. */
    id() {
      const id = super.id();
      if (!id || !isTaken(id, this)) return id;
      return `${id}-${this.kindName.replaceAll("_", "-")}`;
    }
  }

  /**
   * Whether a record of the academy, or one that was added before, has an id. The id of a record with a
   * title never depends on that of one without, whose own id is made of records that it names.
   * @param {string} id
   * @param {AddedRecord} record
   */
  function isTaken(id, record) {
    const drafts = allDrafts();
    const others = drafts.slice(0, drafts.indexOf(record));
    const compared = record.title() ? others.filter((other) => other.title()) : others;
    return Boolean(share.kindOfRecord(id)) || compared.some((other) => other.id() === id);
  }

  /** Every record that is being written, the main one first. @returns {RecordDraft[]} */
  function allDrafts() {
    return [...(main ? [main] : []), ...added];
  }

  /** The answers of the form that name a record. @returns {HTMLInputElement[]} */
  function nameInputs() {
    return [...document.querySelectorAll(".la-form input[data-names]")].filter(
      (input) => input instanceof HTMLInputElement,
    );
  }

  /** @param {string} kindName */
  function firstQuestionsFirst(kindName) {
    const rank = (/** @type {Question} */ { required, oneOf, light }) =>
      required || oneOf ? 0 : light ? 1 : 2;
    return [...share.kinds[kindName].questions].sort((a, b) => rank(a) - rank(b));
  }

  /**
   * Add a new record inside an element of the form.
   * @param {string} kindName
   * @param {string} title
   * @param {Element} parent
   * @param {boolean} isExtra
   */
  function addRecord(kindName, title, parent, isExtra) {
    const record = new AddedRecord(kindName, isExtra);
    added.add(record);
    if (title) record.fields.get("title")?.set(title);
    parent.append(record.element);
    updateAdded();
    return record;
  }

  /** @param {AddedRecord} record */
  function removeRecord(record) {
    added.delete(record);
    const parent = record.element.parentElement;
    record.element.replaceWith(createUndo(record));
    parent?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** @param {AddedRecord} record */
  function createUndo(record) {
    const box = createElement("p", "la-added__undo", `${record.legend.textContent} is removed. `);
    const undo = createButton("Undo", () => {
      added.add(record);
      box.replaceWith(record.element);
      record.element.dispatchEvent(new Event("change", { bubbles: true }));
    });
    box.append(undo);
    setTimeout(() => undo.focus());
    return box;
  }

  /** @param {RecordDraft} record the one that the form is for */
  function setMainRecord(record) {
    main = record;
  }

  /**
   * The id and title of each new record of some kinds.
   * @param {readonly string[]} kinds
   * @returns {RecordName[]}
   */
  function addedNames(kinds) {
    return allDrafts()
      .filter((one) => !one.opened && one.title() && kinds.includes(one.kindName))
      .map((one) => /** @type {const} */ ([one.id(), one.title()]))
      .filter(([id]) => id);
  }

  /** Every record to send: the main one, then those that it or another one of them names. */
  function recordsToSend() {
    if (!main) return [];
    const byId = new Map([...added].map((record) => [record.id(), record]));
    const sent = new Set([main, ...[...added].filter(({ isExtra }) => isExtra)]);
    for (const record of sent) {
      const named = leaves(record.answers()).map((answer) => byId.get(answer));
      for (const other of added) if (named.includes(other)) sent.add(other);
    }
    return [...sent];
  }

  /**
   * @param {Answer} answer
   * @returns {string[]}
   */
  function leaves(answer) {
    return typeof answer === "object" ? Object.values(answer).flatMap(leaves) : [String(answer)];
  }

  /** Bring the titles of added records up to date where they are named, and say which are sent. */
  function updateAdded() {
    for (const record of added) {
      const title = record.title();
      if (record.knownTitle !== title) renameAnswers(record.knownTitle, title);
      record.knownTitle = title;
      record.askForShortName();
    }
    const sent = recordsToSend();
    for (const record of added) record.describe(sent.includes(record));
  }

  /**
   * A new record was given another title: the answers that name it follow.
   * @param {string} before
   * @param {string} after
   */
  function renameAnswers(before, after) {
    if (!before || !after) return;
    for (const input of nameInputs()) if (input.value.trim() === before) input.value = after;
  }

  /** What a draft keeps of the records that were added. */
  function addedAnswers() {
    return [...added].map((record) => ({
      kind: record.kindName,
      isExtra: record.isExtra,
      shortName: String(record.shortName.get()),
      answers: record.answers(),
    }));
  }

  /**
   * Bring back the records of a draft: first their titles, so that answers can name them.
   * @param {readonly AddedAnswers[]} kept
   * @param {Element} parent
   */
  function restoreAdded(kept, parent) {
    const records = kept
      .filter(({ kind }) => share.kinds[kind])
      .map((one) => ({
        one,
        record: addRecord(one.kind, String(one.answers.title ?? ""), parent, one.isExtra),
      }));
    for (const { one, record } of records) {
      record.shortName.set(one.shortName);
      record.setAnswers(one.answers);
      record.fold.open = false;
    }
    updateAdded();
  }

  /** Put each added record below the first answer that names it. */
  function placeAdded() {
    const inputs = nameInputs();
    for (const record of added) {
      const isNamed = (/** @type {HTMLInputElement} */ input) =>
        input.value.trim() === record.title() && !record.element.contains(input);
      const field = record.isExtra ? null : inputs.find(isNamed)?.closest(".la-field");
      if (field && !field.contains(record.element)) field.append(record.element);
    }
  }

  Object.assign(share, {
    nameInputs,
    addRecord,
    addedNames,
    addedAnswers,
    recordsToSend,
    restoreAdded,
    placeAdded,
    setMainRecord,
    updateAdded,
  });
})();
