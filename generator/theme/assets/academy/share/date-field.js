/* A date. One that can mean two is asked about, with both to choose from. */
(() => {
  "use strict";

  const { share } = academy;

  class DateField extends share.Field {
    #choices = new share.FieldChoices();

    /** @param {Question} question @param {string} [label] */
    constructor(question, label) {
      super(question, share.createLineInput(question), label);
      this.element.append(this.#choices.element);
    }

    /** @param {Answer | undefined} value */
    set(value) {
      super.set(value);
      this.#choices.show([]);
    }

    check() {
      const errors = super.check();
      const dates = errors.length ? share.dateReadings(this.written()) : [];
      this.#choices.show(
        dates.map((date) => [`Use “${date}”`, () => this.#choices.take(this, date)]),
      );
      return errors;
    }
  }

  /** @param {Question} question @param {string} [label] */
  function createDateField(question, label) {
    return new DateField(question, label);
  }

  share.createDateField = createDateField;
})();
