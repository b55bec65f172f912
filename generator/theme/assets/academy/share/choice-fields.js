/* Questions that are answered by choosing a word: few words as buttons to see, many as a list. */
(() => {
  "use strict";

  const { createElement, createOption, share } = academy;
  const MOST_BUTTONS = 5; // words; a list of more than this is shorter to read when it is closed
  const NOT_STATED = "Not stated";
  const NO_ANSWER = "No answer";

  class ChoiceField extends share.Field {
    /** @param {Question} question @param {string} [label] */
    constructor(question, label) {
      const input = createElement("select", "la-field__input la-field__input--short");
      input.append(...choicesOf(question).map(([value, text]) => createOption(value, text)));
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

  /**
   * What can be chosen: no answer first.
   * @param {Question} question
   * @returns {(readonly [string, string])[]}
   */
  function choicesOf(question) {
    const words = optionsOf(question);
    const isWord = words.some(([, text]) => text === NOT_STATED);
    return [["", isWord ? NO_ANSWER : noAnswer(question)], ...words];
  }

  /** What says that nothing is stated, and what the page shows then. @param {Question} question */
  function noAnswer({ unanswered }) {
    return unanswered ? `${NOT_STATED}: the page shows “${unanswered}”` : NOT_STATED;
  }

  /** “Not stated” needs no “No answer” beside it. @param {Question} question */
  function buttonsOf(question) {
    const [none, ...words] = choicesOf(question);
    return none[1] === NO_ANSWER ? words : [none, ...words];
  }

  /** Few words, each with a button of its own: one click chooses. */
  class RadioField extends share.Field {
    /** @param {Question} question @param {string} [label] */
    constructor(question, label) {
      const words = buttonsOf(question);
      const inputs = words.map(([value]) => createRadio(value));
      super(question, inputs[0], label);
      this.inputs = inputs;
      for (const input of inputs) input.name = this.input.id;
      const list = createElement("div", "la-radios");
      list.append(...words.map(([, text], n) => labelled(inputs[n], text)));
      this.element.append(list);
      this.element.setAttribute("role", "radiogroup");
      this.element.setAttribute("aria-labelledby", `${this.input.id}-label`);
      const described = this.input.getAttribute("aria-describedby");
      if (described) this.element.setAttribute("aria-describedby", described);
      this.input.removeAttribute("aria-describedby");
      list.addEventListener("change", () => this.checkSoon());
      this.set("");
    }

    /** The name of the group, which is no label of its first button. @param {string} [text] */
    createLabel(text) {
      const label = createElement("span", "la-field__label");
      label.append(...super.createLabel(text).childNodes);
      label.id = `${this.input.id}-label`;
      return label;
    }

    written() {
      return this.inputs.find((input) => input.checked)?.value ?? "";
    }

    /** @param {Answer | undefined} value */
    set(value) {
      const word = value === true ? "yes" : value === false ? "no" : String(value ?? "");
      for (const input of this.inputs) input.checked = input.value === word;
    }
  }

  /** @param {string} value */
  function createRadio(value) {
    const input = createElement("input");
    input.type = "radio";
    input.value = value;
    return input;
  }

  /** @param {HTMLInputElement} input @param {string} text */
  function labelled(input, text) {
    const label = createElement("label", "la-radios__choice");
    label.append(input, createElement("span", "", text));
    return label;
  }

  /** @param {Question} question @param {string} [label] */
  function createChoiceField(question, label) {
    const isShort = !question.terms && optionsOf(question).length <= MOST_BUTTONS;
    return isShort ? new RadioField(question, label) : new ChoiceField(question, label);
  }

  Object.assign(share, { createChoiceField, optionsOf });
})();
