/* Answers about a result that stand for several of its fields: the figure before, the figure
   afterwards, and what it is compared with. */
(() => {
  "use strict";

  const { createElement, share } = academy;
  const EXAMPLE = "“9 days”, “about 30%” or “3 days fewer”";
  const AFTER_PATHS = [
    ...["value", "value_high", "at_least", "at_most", "suppressed", "unit", "form"],
    ...["approximate", "interval.low", "interval.high", "interval.level"],
    ...["baseline.value", "baseline.unit", "baseline.text", "comparator.group"],
  ];
  const COMPARED_PATHS = ["comparator.area", "comparator.group", "form"];
  const BEFORE_PATHS = ["value", "unit", "at_least", "period", "text"].map(
    (name) => `baseline.${name}`,
  );
  const KEPT = ["unit", "baseline.value", "baseline.unit", "comparator.group"]; // stay when the text says nothing of them

  /** An answer that is kept in other fields. What it says is written to them with each letter. */
  class FigureField extends share.Field {
    /** What the fields said when somebody began to write here. @type {Map<string, string>} */
    #start = new Map();
    #startText = "";
    #says = ""; // what the fields say since somebody wrote here

    /**
     * @param {Question} question
     * @param {FormFields} fields of the result
     * @param {readonly string[]} paths of the fields that it may write
     */
    constructor(question, fields, paths) {
      const input = createElement("input", "la-field__input");
      input.type = "text";
      input.autocomplete = "off";
      super(question, input);
      this.fields = fields;
      this.paths = paths;
      input.addEventListener("focus", () => this.#begin());
      input.addEventListener("input", () => this.#rewrite());
    }

    #begin() {
      this.#startText = this.written();
      this.#start = new Map(this.paths.map((path) => [path, share.valueAt(this.fields, path)]));
    }

    #rewrite() {
      if (!this.#start.size) this.#begin();
      for (const [path, value] of this.#start) this.put(path, value);
      if (this.written().trim() !== this.#startText.trim()) {
        this.write(this.written().trim(), this.#startText);
      }
      this.#says = this.fieldText();
    }

    /** @param {string} path @param {string} value */
    put(path, value) {
      const field = share.fieldAt(this.fields, path);
      if (String(field.get()) !== value) field.set(value);
    }

    /** Write to the fields what a text says. @param {string} _text @param {string} _before what was there */
    write(_text, _before) {}

    /** What the fields say. */
    fieldText() {
      return "";
    }

    /** Show what the fields say, if that is not what somebody has just written here. */
    refresh() {
      const text = this.fieldText();
      if (document.activeElement === this.input || text === this.#says) return;
      this.show(text);
    }

    /** Show an answer. @param {string} text */
    show(text) {
      this.#start.clear();
      this.#says = text;
      this.set(text);
    }

    isUnclear() {
      return false;
    }

    answerError() {
      return "";
    }

    understoodAs() {
      const typed = this.written().trim().toLowerCase();
      const words = this.fieldText();
      return words.toLowerCase() === typed ? "" : words;
    }
  }

  /**
   * “33% more” is a difference where others are compared, and else a change over time.
   * @param {FigureField} field
   */
  function fitForm(field) {
    const { fields } = field;
    const isShare = share.CHANGE_FORMS.get(share.valueAt(fields, "form"));
    if (isShare === undefined) return;
    const hasBefore = Boolean(share.valueAt(fields, "baseline.value"));
    const isOthers = !hasBefore && share.isOthers(share.comparedText(fields));
    field.put("form", share.changeForm(isShare, isOthers));
  }

  class AfterField extends FigureField {
    /** @param {Question} question @param {FormFields} fields */
    constructor(question, fields) {
      super(question, fields, AFTER_PATHS);
    }

    /** @param {string} text @param {string} before */
    write(text, before) {
      const unit = share.valueAt(this.fields, "unit");
      const answers = share.readFigure(text);
      const old = share.readFigure(before);
      const isRead = Object.keys(answers).length > 0;
      this.#replace({ value: "", ...old }, isRead ? answers : { value: text });
      if (answers["baseline.value"]) this.put("baseline.text", ""); // said better now
      if (answers.form !== old.form) fitForm(this);
      const hasBefore = Boolean(share.valueAt(this.fields, "baseline.value"));
      if (!text && !hasBefore) this.put("unit", "");
      const isOther = unit && answers.unit && unit !== answers.unit;
      if (isOther && hasBefore && !answers["baseline.value"]) this.#keepUnitBefore(unit);
    }

    /**
     * What the text says as before stays as the fields have it.
     * @param {Readonly<Record<string, string>>} old
     * @param {Readonly<Record<string, string>>} given
     */
    #replace(old, given) {
      for (const path of Object.keys(old)) {
        if (!KEPT.includes(path) && !(path in given)) this.put(path, "");
      }
      for (const [path, value] of Object.entries(given)) {
        if (value !== old[path]) this.put(path, value);
      }
    }

    /** The figure before keeps its unit where the one afterwards has another. @param {string} unit */
    #keepUnitBefore(unit) {
      if (!share.valueAt(this.fields, "baseline.unit")) this.put("baseline.unit", unit);
    }

    fieldText() {
      return share.afterText(this.fields);
    }

    isUnclear() {
      const value = share.valueAt(this.fields, "value");
      return Boolean(value && !share.plainNumber(value));
    }

    understoodAs() {
      const words = super.understoodAs();
      const answers = share.readFigure(this.written());
      if ("baseline.value" in answers) return `${words}, from ${share.beforeText(this.fields)}`;
      const group = answers["comparator.group"];
      return group ? `${words}, compared with ${group}` : words;
    }

    answerError() {
      if (!this.isUnclear()) return "";
      return (
        `“${share.clip(this.written())}” is not a figure that we understand. Write it like ` +
        `${EXAMPLE}. If there is no figure, leave this blank and say it in the sentence below.`
      );
    }
  }

  class BeforeField extends FigureField {
    /** @param {Question} question @param {FormFields} fields */
    constructor(question, fields) {
      super(question, fields, [...BEFORE_PATHS, "unit"]);
    }

    /** @param {string} text */
    write(text) {
      for (const path of BEFORE_PATHS) this.put(path, "");
      const [, figure, period] = /^(.*\S) \(([^()]+)\)$/.exec(text) ?? ["", text, ""];
      const { value, at_least: least, unit = "", ...rest } = share.readFigure(figure);
      const number = value ?? least;
      if (!number || Object.keys(rest).length) {
        this.put("baseline.text", text);
        return;
      }
      this.put("baseline.value", number);
      this.put("baseline.at_least", least ? "yes" : "");
      this.put("baseline.period", period);
      this.#writeUnit(unit);
    }

    /** @param {string} unit */
    #writeUnit(unit) {
      const own = share.valueAt(this.fields, "unit");
      if (!own) this.put("unit", unit);
      else if (unit !== own) this.put("baseline.unit", unit);
    }

    fieldText() {
      return share.beforeText(this.fields);
    }

    /** “about 30%” has no place of its own before: it is kept in words. */
    understoodText() {
      const [text, value] = ["text", "value"].map((name) =>
        share.valueAt(this.fields, `baseline.${name}`),
      );
      const isInWords = text && !value;
      return isInWords ? "Kept in words. No chart shows it." : super.understoodText();
    }
  }

  class ComparedField extends FigureField {
    /** @param {Question} question @param {FormFields} fields */
    constructor(question, fields) {
      super(question, fields, COMPARED_PATHS);
      this.input.dataset.names = "";
      this.choices = new share.FieldChoices();
      share.offerWhileAsked(this, this.choices, () => this.#offer());
    }

    /** Offer the areas that may be meant. */
    #offer() {
      const typed = this.written().trim();
      const near = share.recordId(["area"], typed) ? [] : share.nearNames(["area"], typed);
      this.choices.show(
        near.map((title) => [`Use “${title}”`, () => this.choices.take(this, title)]),
      );
    }

    /** @param {string} text */
    write(text) {
      const area = share.recordId(["area"], text);
      this.put("comparator.area", area);
      this.put("comparator.group", area ? "" : text);
      fitForm(this);
    }

    fieldText() {
      return share.comparedText(this.fields);
    }
  }

  Object.assign(share, { AfterField, BeforeField, ComparedField });
})();
