/* Questions with several answers, and questions that have questions of their own. */
(() => {
  "use strict";

  const { createButton, createElement, share } = academy;
  const RESULTS = "measures"; // the question about results
  const SHOWN_QUESTIONS = 4;
  const SPARE_QUESTIONS = 2; // more than this many must be hidden to be worth a fold
  /** @type {Set<readonly Question[]>} Those whose fold was open last, which opens in the next row. */
  const unfolded = new Set();

  /**
   * A question that may have several answers, one a row.
   * @implements {FormField}
   */
  class RepeatedField {
    /** @type {{ field: FormField, row: HTMLElement }[]} */
    #rows = [];

    /** @param {Question} question */
    constructor(question) {
      this.question = question;
      this.element = createElement("fieldset", "la-repeated");
      this.list = createElement("div", "la-repeated__rows");
      this.undo = createElement("p", "la-added__undo");
      this.addButton = createButton("", () => this.#addAndFocus());
      this.element.append(createElement("legend", "la-field__label", question.label));
      if (question.help) this.element.append(createElement("p", "la-field__help", question.help));
      this.element.append(this.list, this.undo, this.addButton);
      this.list.addEventListener("la-enter", (event) => this.#goToNextRow(event));
      this.#nameButton();
      if (question.required) this.#addRow();
    }

    /** Say what the button adds: “Add area”, then “Add another area”. */
    #nameButton() {
      const text = `Add ${this.#rows.length ? "another " : ""}${this.question.item?.toLowerCase()}`;
      this.addButton.textContent = text;
      this.addButton.setAttribute("aria-label", `${text} to: ${this.question.label}`);
    }

    /** Enter in an answer goes to the row below, which there is then. @param {Event} event */
    #goToNextRow(event) {
      const input = /** @type {Element} */ (event.target);
      const position = this.#rows.findIndex(({ row }) => row.contains(input));
      if (event.defaultPrevented || this.question.shape === "group") return;
      if (input.closest(".la-repeated__rows") !== this.list) return;
      if (share.isEmpty(this.#rows[position].field.get())) return;
      event.preventDefault();
      const next = this.#rows[position + 1]?.field ?? this.#addRow();
      /** @type {HTMLElement | null} */ (next.element.querySelector("input"))?.focus();
    }

    #addRow() {
      const label = `${this.question.item} ${this.#rows.length + 1}`;
      const field = createField({ ...this.question, many: false, hasHelpAbove: true }, label);
      const row = createElement("div", "la-repeated__row");
      const remove = createButton(
        "Remove",
        () => this.#removeRow(row),
        "la-button la-button--small",
      );
      remove.setAttribute("aria-label", `Remove ${label}`);
      row.append(field.element, remove);
      this.list.append(row);
      this.#rows.push({ field, row });
      this.#nameButton();
      return field;
    }

    #addAndFocus() {
      const field = this.#addRow();
      /** @type {HTMLElement | null} */
      const input = field.element.querySelector("input, textarea, select");
      input?.focus();
    }

    /** @param {HTMLElement} row */
    #removeRow(row) {
      const position = this.#rows.findIndex((kept) => kept.row === row);
      const [removed] = this.#rows.splice(position, 1);
      row.remove();
      this.#nameButton();
      if (!share.isEmpty(removed.field.get())) this.#offerUndo(removed, position);
      this.addButton.focus();
      this.element.dispatchEvent(new Event("change", { bubbles: true }));
    }

    /** @param {{ field: FormField, row: HTMLElement }} removed @param {number} position */
    #offerUndo(removed, position) {
      const undo = createButton("Undo", () => {
        this.list.insertBefore(removed.row, this.list.children[position] ?? null);
        this.#rows.splice(position, 0, removed);
        this.#nameButton();
        this.undo.replaceChildren();
        this.element.dispatchEvent(new Event("change", { bubbles: true }));
      });
      this.undo.replaceChildren("Removed. ", undo);
    }

    /** Mark each row that names the record of a row above it. */
    #markRepeated() {
      if (this.question.shape !== "record") return;
      const above = new Set();
      for (const { field } of this.#rows) {
        const id = field.get();
        field.isRepeated = Boolean(id) && above.has(id);
        above.add(id);
      }
    }

    get() {
      return this.#rows.map(({ field }) => field.get()).filter((value) => !share.isEmpty(value));
    }

    /** The groups of questions in its rows. @returns {FormFields[]} */
    groups() {
      return this.#rows.flatMap(({ field }) => field.groups?.() ?? []);
    }

    /** @param {Answer | undefined} values */
    set(values) {
      this.#rows = [];
      this.#nameButton();
      this.list.replaceChildren();
      this.undo.replaceChildren();
      if (Array.isArray(values)) for (const value of values) this.#addRow().set(value);
      if (!this.#rows.length && this.question.required) this.#addRow();
    }

    check() {
      this.#markRepeated();
      const isMissing = this.question.required && !this.get().length;
      return this.#rows.flatMap(({ field }, n) => {
        const isAsked = !share.isEmpty(field.get()) || (isMissing && n === 0);
        return isAsked ? field.check() : [];
      });
    }
  }

  /**
   * A question that has questions of its own.
   * @implements {FormField}
   */
  class FieldGroup {
    /**
     * @param {Question} question
     * @param {string} [label]
     * @param {typeof createFields} create lays out its questions
     */
    constructor(question, label, create = createFields) {
      this.question = question;
      this.element = createElement("fieldset", "la-group");
      this.element.append(createElement("legend", "la-field__label", label ?? question.label));
      if (question.help && !question.hasHelpAbove) {
        this.element.append(createElement("p", "la-field__help", question.help));
      }
      this.fields = create(question.questions ?? [], this.element);
    }

    get() {
      return getAnswers(this.fields);
    }

    groups() {
      return [this.fields];
    }

    /** @param {Answer | undefined} values */
    set(values) {
      setAnswers(this.fields, /** @type {Answers} */ (values ?? {}));
    }

    check() {
      const isAsked = this.question.required || !share.isEmpty(this.get());
      return isAsked ? checkFields(this.fields) : [];
    }
  }

  /**
   * Questions one below the other; those that are rarely needed are folded, and so are those for the
   * people who look after the academy.
   * @param {readonly Question[]} questions
   * @param {HTMLElement} parent
   * @returns {FormFields}
   */
  function createFields(questions, parent) {
    const folds = questions.length > SHOWN_QUESTIONS + SPARE_QUESTIONS;
    const more = createFold("More details");
    const upkeep = createFold(share.upkeepTitle);
    more.open = unfolded.has(questions);
    more.addEventListener("toggle", () => unfolded[more.open ? "add" : "delete"](questions));
    /** @type {FormFields} */
    const fields = new Map();
    questions.forEach((question, n) => {
      const field = createField(question);
      fields.set(question.name, field);
      const isShown = !folds || question.required || n < SHOWN_QUESTIONS;
      (question.upkeep ? upkeep : isShown ? parent : more).append(field.element);
    });
    parent.append(...[more, upkeep].filter(({ childElementCount }) => childElementCount > 1));
    return fields;
  }

  /** A closed fold of questions. @param {string} title */
  function createFold(title) {
    const fold = createElement("details", "la-details la-more");
    fold.append(createElement("summary", "", title));
    return fold;
  }

  /**
   * @param {FormFields} fields
   * @returns {Answers} those that are not empty
   */
  function getAnswers(fields) {
    const answers = [...fields].map(([name, field]) => /** @type {const} */ ([name, field.get()]));
    return Object.fromEntries(answers.filter(([, value]) => !share.isEmpty(value)));
  }

  /** @param {FormFields} fields @param {Answers} answers */
  function setAnswers(fields, answers) {
    for (const [name, field] of fields) field.set(answers[name]);
  }

  /** @param {FormFields} fields */
  function checkFields(fields) {
    const errors = [...fields.values()].flatMap((field) => field.check());
    return [...errors, ...share.oneOfErrors(fields)];
  }

  /**
   * @param {Question} question
   * @param {string} [label]
   * @returns {FormField}
   */
  function createField(question, label) {
    if (question.many) return new RepeatedField(question);
    if (question.name === RESULTS) return new share.ResultGroup(question, label);
    if (question.shape === "group") return new FieldGroup(question, label);
    return share.createSingleField(question, label);
  }

  Object.assign(share, {
    FieldGroup,
    createField,
    createFields,
    createFold,
    getAnswers,
    setAnswers,
    checkFields,
  });
})();
