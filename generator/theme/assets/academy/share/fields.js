/* Single questions as fields: each shows an answer, gives it back, and says what is wrong with it. */
(() => {
  "use strict";

  const { createButton, createElement, createOption, privacy, share } = academy;
  const SHORTEST_NAME = 3; // letters after which we look for a name
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
      this.element.append(this.#createLabel(label), ...this.#createHelp(), this.error, input);
      if (UNDERSTOOD.includes(question.shape)) this.element.append(this.understood);
      // an error moves what is below it: the click that left the field must land first
      input.addEventListener("change", () => setTimeout(() => this.check(), SETTLE_TIME));
    }

    /** @param {string} [text] */
    #createLabel(text) {
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

    /** Show how the answer is understood. @param {boolean} isWrong */
    #showUnderstood(isWrong) {
      const words = isWrong ? "" : this.understoodAs();
      this.understood.textContent = words && `Understood as ${words}`;
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
      this.#showUnderstood(Boolean(text));
      return text ? [{ text, input: this.input }] : [];
    }
  }

  class ChoiceField extends Field {
    /** @param {Question} question @param {string} [label] */
    constructor(question, label) {
      const input = createElement("select", "la-field__input la-field__input--short");
      input.append(createOption("", "Not stated"));
      input.append(...optionsOf(question).map(([value, text]) => createOption(value, text)));
      super(question, input, label);
    }

    /** A term that was renamed is shown under its present id. @param {Answer | undefined} value */
    set(value) {
      const term = termsOf(this.question).find(([, , ...was]) => was.includes(String(value)));
      super.set(term ? term[0] : value === true ? "yes" : value === false ? "no" : value);
    }
  }

  /** The terms of the vocabulary that a question allows. @param {Question} question */
  function termsOf({ terms }) {
    return terms ? (share.vocabulary[terms] ?? []) : [];
  }

  /**
   * The allowed words of a choice, with what people read.
   * @param {Question} question
   * @returns {(readonly [string, string])[]}
   */
  function optionsOf(question) {
    if (question.terms) return termsOf(question).map(([id, label]) => [id, label]);
    return [
      ...(question.options ?? [
        ["yes", "Yes"],
        ["no", "No"],
      ]),
    ];
  }

  /** A record is picked by its title; its id is what is kept. */
  class RecordField extends Field {
    /** @param {Question} question @param {string} [label] */
    constructor(question, label) {
      super(question, createLineInput(question), label);
      const kinds = question.kinds ?? [];
      this.kinds = share.allowedKinds(kinds);
      this.noun = kinds === this.kinds ? this.kinds.map(share.kindLabel).join(" or ") : "record";
      this.input.setAttribute("list", share.nameListId(this.kinds));
      this.input.autocomplete = "off";
      this.kindsToAdd = kinds === this.kinds ? kinds.filter((kind) => share.kinds[kind]) : [];
      this.choices = createElement("div", "la-field__choices");
      this.element.append(this.choices);
      this.input.addEventListener("input", () => this.#offer());
    }

    /** Offer the records that may be meant, and to add what is not listed. */
    #offer() {
      const typed = this.input.value.trim();
      const isKnown = typed.length < SHORTEST_NAME || share.recordId(this.kinds, typed);
      const near = isKnown ? [] : share.nearNames(this.kinds, typed);
      const kinds = isKnown ? [] : this.kindsToAdd;
      this.choices.replaceChildren(
        ...near.map((title) => createChoice(`Use “${title}”`, () => this.#choose(title))),
        ...kinds.map((kind) => {
          const text = `Add “${typed}” as a new ${share.kindLabel(kind)}`;
          return createChoice(text, () => this.#add(kind, typed));
        }),
      );
    }

    /** @param {string} title */
    #choose(title) {
      this.input.value = title;
      this.choices.replaceChildren();
      this.input.focus();
      this.input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    /** @param {string} kind @param {string} title */
    #add(kind, title) {
      const record = share.addRecord(kind, title, this.element, false);
      this.#choose(title);
      this.check();
      record.focusFirstEmpty();
    }

    get() {
      const typed = this.input.value.trim();
      return share.recordId(this.kinds, typed) || typed;
    }

    /** @param {Answer | undefined} value */
    set(value) {
      this.input.value = value ? share.recordTitle(this.kinds, String(value)) : "";
    }

    answerError() {
      const typed = this.input.value.trim();
      if (!typed) return super.answerError();
      if (this.isRepeated) return share.refuse("repeated", { text: share.clip(typed) });
      if (share.recordId(this.kinds, typed)) return "";
      const question = share.nameQuestion(this.kinds, typed);
      if (question) return question;
      const remedy = this.kindsToAdd.length
        ? "Choose one below, or add it as new."
        : "Choose from the list.";
      return `There is no ${this.noun} called “${typed}”. ${remedy}`;
    }

    check() {
      const errors = super.check();
      this.#offer();
      return errors;
    }
  }

  /** @param {string} text @param {() => void} choose */
  function createChoice(text, choose) {
    return createButton(text, choose, "la-button la-button--small");
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

  /**
   * A field for a question with a single answer that is not a group.
   * @param {Question} question
   * @param {string} [label]
   * @returns {FormField}
   */
  function createSingleField(question, label) {
    const { shape } = question;
    if (shape === "record") return new RecordField(question, label);
    if (shape === "picture-file" || shape === "document-file") {
      return share.createMediaField(question, label);
    }
    if (shape === "choice" || shape === "yes-no") return new ChoiceField(question, label);
    const isLong = shape === "text" || shape === "story";
    return new Field(
      question,
      isLong ? createTextArea(question) : createLineInput(question),
      label,
    );
  }

  Object.assign(share, { Field, createSingleField });
})();
