/* Single questions as fields: each shows an answer, gives it back, and says what is wrong with it. */
(() => {
  "use strict";

  const { createElement, privacy, share } = academy;
  const OFFICE_BULLET = /^\s*(?:[•·▪◦●‣\uf0b7]\s*|o(?:\t| {2,}))(?=\S)/u;
  const SETTLE_TIME = 200; // ms
  const UNDERSTOOD = ["number", "whole", "date"]; // shapes that people write in many ways
  let fieldCount = 0;

  /**
   * A question with its help. Its error shows below the help.
   * @implements {FormField}
   */
  class Field {
    /** Whether another row of a list has the same answer. */
    isRepeated = false;

    /**
     * @param {Question} question
     * @param {FieldInput} input
     * @param {string} [label] where it is not the question's own
     */
    constructor(question, input, label) {
      fieldCount += 1;
      this.question = question;
      this.input = input;
      this.input.id = `la-field-${fieldCount}`;
      this.element = createElement("div", "la-field");
      this.error = createElement("p", "la-field__error");
      this.error.id = `${input.id}-error`;
      this.error.hidden = true;
      this.understood = createElement("p", "la-field__understood");
      this.understood.setAttribute("aria-live", "polite");
      this.element.append(this.createLabel(label), ...this.#createHelp(), this.error, input);
      if (UNDERSTOOD.includes(question.shape)) this.element.append(this.understood);
      input.addEventListener("change", () => this.checkSoon());
    }

    /** An error moves what is below it: the click that left the field must land first. */
    checkSoon() {
      setTimeout(() => share.afterPress(() => this.check()), SETTLE_TIME);
    }

    /** @param {string} [text] @returns {HTMLElement} */
    createLabel(text) {
      const label = createElement("label", "la-field__label", text ?? this.question.label);
      label.htmlFor = this.input.id;
      if (!this.question.required && !this.question.oneOf && !text) {
        label.append(" ", createElement("span", "la-field__optional", "(optional)"));
      }
      return label;
    }

    #createHelp() {
      const { help, example, hasHelpAbove } = this.question;
      if (!help || hasHelpAbove) return [];
      const text = example ? `${help} For example: ${example}.` : help;
      const element = createElement("p", "la-field__help", text);
      element.id = `${this.input.id}-help`;
      this.input.setAttribute("aria-describedby", `${element.id} ${this.error.id}`);
      return [element];
    }

    /** The answer as it is written. */
    written() {
      return this.input.value;
    }

    /** @returns {Answer} */
    get() {
      return share.plainAnswer(this.question.shape, this.written());
    }

    /** @param {Answer | undefined} value */
    set(value) {
      this.input.value = String(value ?? "");
      this.understood.textContent = "";
    }

    /** How the answer is understood, where that is not plain to see. */
    understoodAs() {
      return share.understoodAs(this.question.shape, this.written());
    }

    /** What is said about how the answer is understood; empty where that is plain to see. */
    understoodText() {
      const words = this.understoodAs();
      return words && `Understood as ${words}`;
    }

    /** What is wrong with the answer; empty when it is right. */
    answerError() {
      return share.answerError(this.question, this.written());
    }

    /** Show what is wrong. @returns {FieldError[]} the same, so that a summary can link to the field */
    check() {
      const matches = share.scanAnswer(this.written());
      const text = privacy.personalDataError(matches) || this.answerError();
      this.error.textContent = text;
      this.error.hidden = !text;
      if (text) this.input.setAttribute("aria-invalid", "true");
      else this.input.removeAttribute("aria-invalid");
      this.element.classList.toggle("la-field--invalid", Boolean(text));
      this.understood.textContent = text ? "" : this.understoodText();
      return text ? [{ text, input: this.input }] : [];
    }
  }

  /** @param {Question} question */
  function createLineInput({ shape }) {
    const input = createElement("input", "la-field__input");
    input.type = "text";
    if (shape === "date" || shape === "number" || shape === "whole") {
      input.classList.add("la-field__input--short");
    }
    if (shape === "number" || shape === "whole") input.inputMode = "decimal";
    return input;
  }

  /** @param {Question} question */
  function createTextArea({ shape }) {
    const area = createElement("textarea", "la-field__input");
    area.rows = shape === "story" ? 14 : 3;
    return area;
  }

  /** Write what was pasted from an office program as a list: “• one” is “- one”. @param {FieldInput} input */
  function writeListsPlainly(input) {
    const lines = input.value.split("\n");
    const isOne = lines.length === 1; // no list
    const plain = lines.map((line) => line.replace(OFFICE_BULLET, isOne ? "" : "- ")).join("\n");
    if (plain !== input.value) input.value = plain;
  }

  /**
   * A field for a question with a single answer that is not a group.
   * @param {Question} question
   * @param {string} [label]
   * @returns {FormField}
   */
  function createSingleField(question, label) {
    const { shape } = question;
    if (shape === "record") return share.createRecordField(question, label);
    if (shape === "picture-file" || shape === "document-file") {
      return share.createMediaField(question, label);
    }
    if (shape === "date") return share.createDateField(question, label);
    if (shape === "choice" || shape === "yes-no") return share.createChoiceField(question, label);
    const isLong = shape === "text" || shape === "story";
    const input = isLong ? createTextArea(question) : createLineInput(question);
    const field = new Field(question, input, label);
    if (isLong) input.addEventListener("change", () => writeListsPlainly(input));
    if (shape === "line") share.offerSameAgain(field);
    return field;
  }

  Object.assign(share, { Field, createLineInput, createSingleField });
})();
