/* A question that is answered with the name of a record, which can be added in place. */
(() => {
  "use strict";

  const { share } = academy;
  const SHORTEST_NAME = 2; // letters after which we look for a name
  const MOST_RECENT = 3;

  /** A record is picked by its title; its id is what is kept. */
  class RecordField extends share.Field {
    /** @param {Question} question @param {string} [label] */
    constructor(question, label) {
      super(question, share.createLineInput(question), label);
      const kinds = question.kinds ?? [];
      this.kinds = share.allowedKinds(kinds);
      this.noun = kinds === this.kinds ? this.kinds.map(share.kindLabel).join(" or ") : "record";
      this.input.dataset.names = "";
      this.input.autocomplete = "off";
      this.kindsToAdd = kinds === this.kinds ? kinds.filter((kind) => share.kinds[kind]) : [];
      this.choices = new share.FieldChoices();
      share.offerWhileAsked(this, this.choices, () => this.#offer());
      this.input.addEventListener("la-enter", (event) => this.#takeFirst(event));
    }

    /** Offer the records that may be meant, and to add what is not listed. */
    #offer() {
      const typed = this.input.value.trim();
      const isKnown = typed && (typed.length < SHORTEST_NAME || share.recordId(this.kinds, typed));
      const near = isKnown ? [] : typed ? share.nearNames(this.kinds, typed) : this.#recent();
      const kinds = isKnown || !typed ? [] : this.kindsToAdd;
      this.choices.show([
        ...near.map((title) => named(`Use “${title}”`, () => this.#choose(title))),
        ...kinds.map((kind) => {
          const text = `Add “${typed}” as a new ${share.kindLabel(kind)}`;
          return named(text, () => this.#add(kind, typed));
        }),
      ]);
    }

    /** What other answers of this form name, the last one first; only while the question is asked. */
    #recent() {
      if (document.activeElement !== this.input) return [];
      return share.namedInForm(this.kinds, this.input).slice(0, MOST_RECENT);
    }

    /**
     * Enter takes what is offered first if nothing else is, or if what was typed is how its name
     * begins. Otherwise it goes there, so that nothing is taken by accident.
     * @param {Event} event
     */
    #takeFirst(event) {
      const [first, ...others] = this.choices.element.querySelectorAll("button");
      const typed = this.input.value.trim().toLowerCase();
      if (!first || !typed) return;
      event.preventDefault();
      const isMeant = first.textContent?.toLowerCase().startsWith(`use “${typed}`);
      if (isMeant || !others.length) first.click();
      else first.focus();
    }

    /** @param {string} title */
    #choose(title) {
      this.choices.take(this, title);
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
      const refusal = this.kindsToAdd.length ? "unknown_record" : "unlisted_record";
      return share.refuse(refusal, { noun: this.noun, text: typed });
    }

    check() {
      const errors = super.check();
      this.#offer();
      return errors;
    }
  }

  /**
   * @param {string} text
   * @param {() => void} choose
   * @returns {readonly [string, () => void]}
   */
  function named(text, choose) {
    return [text, choose];
  }

  /** @param {Question} question @param {string} [label] */
  function createRecordField(question, label) {
    return new RecordField(question, label);
  }

  share.createRecordField = createRecordField;
})();
