/* A result as the people who achieved it tell it: what was measured, before and afterwards, among how
   many, and who evaluated it. The form writes the other fields from these answers, and says back what it
   understood. Every field can still be answered by itself. */
(() => {
  "use strict";

  const { createElement, share } = academy;
  const FIGURES = ["value", "at_least", "at_most", "suppressed"];

  /**
   * The questions in the order in which people are asked; all others in a fold.
   * @param {readonly Question[]} questions
   * @param {HTMLElement} parent
   * @returns {FormFields}
   */
  function createResultFields(questions, parent) {
    /** @type {FormFields} */
    const fields = new Map(questions.map((each) => [each.name, share.createField(each)]));
    const more = share.createFold("Every detail of this result");
    const upkeep = share.createFold(share.upkeepTitle);
    const asked = share.results.asked.map(({ name }) => name);
    for (const name of asked) {
      const field = fields.get(name);
      if (field) parent.append(field.element);
    }
    for (const [name, { element, question }] of fields) {
      if (!asked.includes(name)) (question.upkeep ? upkeep : more).append(element);
    }
    more.append(upkeep);
    parent.append(more);
    return fields;
  }

  class ResultGroup extends share.FieldGroup {
    #level = ""; // the strength of evidence that the answers speak for
    #headline = "";

    /** @param {Question} question @param {string} [label] */
    constructor(question, label) {
      super(question, label, createResultFields);
      const { fields } = this;
      this.before = new share.BeforeField(askedAs("before"), fields);
      this.after = new share.AfterField(askedAs("after"), fields);
      this.compared = new share.ComparedField(askedAs("compared"), fields);
      this.figures = [this.before, this.after, this.compared];
      this.sentence = createElement("p", "la-result__sentence");
      this.sentence.setAttribute("aria-live", "polite");
      fields.get("change")?.element.before(this.before.element, this.after.element);
      fields.get("evaluated_by")?.element.before(this.compared.element);
      fields.get("statement")?.element.after(this.sentence);
      this.element.addEventListener("change", () => this.#update());
    }

    /** @param {Answer | undefined} values */
    set(values) {
      super.set(values);
      for (const figure of this.figures) figure.show(figure.fieldText());
      this.#headline = "";
      this.#remember();
      this.#show();
    }

    check() {
      const value = share.fieldAt(this.fields, "value").element.querySelector("input");
      const errors = super.check();
      if (!this.after.isUnclear()) return errors;
      // the sentence is written from the figure, as soon as that is clear
      const statement = this.fields.get("statement")?.element.querySelector("input");
      return errors.flatMap((error) => {
        if (error.input === value) return this.after.check();
        return error.input === statement && !statement?.value ? [] : [error];
      });
    }

    /** Write what follows from the answers, where nobody has written anything else. */
    #update() {
      this.#follow("evidence_level", this.#level, this.#derivedLevel());
      this.#follow("statement", this.#headline, this.#newHeadline());
      this.#remember();
      this.#show();
    }

    /**
     * Give a field what follows from the answers if it said what followed from them before.
     * @param {string} name
     * @param {string} before
     * @param {string} after
     */
    #follow(name, before, after) {
      if (before !== after && share.valueAt(this.fields, name) === before) {
        this.fields.get(name)?.set(after);
      }
    }

    #remember() {
      this.#level = this.#derivedLevel();
      this.#headline = this.#newHeadline();
    }

    /** The last one stays while a figure is not clear. */
    #newHeadline() {
      return share.resultHeadline(this.fields) || this.#headline;
    }

    #derivedLevel() {
      if (share.valueAt(this.fields, "nature") !== "result") return "";
      const design = share.valueAt(this.fields, "design");
      const hasFigure = FIGURES.some((name) => share.valueAt(this.fields, name));
      return share.results.designLevels[design] ?? (hasFigure ? "data" : "");
    }

    /** Show in the figures what the fields say, and say the result back. */
    #show() {
      for (const figure of this.figures) figure.refresh();
      const sentence = share.resultSentence(this.fields);
      this.sentence.textContent = sentence && `We understood: ${sentence}`;
    }
  }

  /** @param {string} name @returns {Question} */
  function askedAs(name) {
    const asked = share.results.asked.find((each) => each.name === name);
    return { name, label: "", help: "", ...asked, shape: "number" };
  }

  share.ResultGroup = ResultGroup;
})();
