/* The layout of a form: what everybody is asked first, then a section for each part of the record. */
(() => {
  "use strict";

  const { createButton, createElement, share } = academy;
  const FIRST_SECTION = "about-it";
  const MEASURES = "measures";

  /**
   * @param {FormKind} kind
   * @returns {FormLayout}
   */
  function createLayout(kind) {
    const form = createElement("form", "la-form__form");
    form.noValidate = true;
    const summary = createErrorSummary();
    const draft = createElement("div", "la-form__draft");
    const start = createElement("section", "la-form__section");
    start.append(
      createElement("h2", "", "Start here"),
      createElement("p", "la-field__help", "This is all you need to start."),
    );
    const { submit, file } = createFinish();
    /** @type {FormFields} */
    const fields = new Map(kind.questions.map((each) => [each.name, share.createField(each)]));
    const sections = createSections(kind);
    for (const question of kind.questions) {
      const isFirst = question.light || question.required;
      const section = isFirst ? start : sections.get(sectionOf(question, kind));
      const field = fields.get(question.name);
      if (field) section?.append(field.element);
    }
    const filled = [...sections.values()].filter(({ childElementCount }) => childElementCount > 1);
    const { extras, added } = createExtras();
    form.append(summary, draft, start, ...filled, extras, submit);
    return { form, fields, sections: filled, summary, draft, added, file };
  }

  /**
   * @param {FormKind} kind
   * @returns {Map<string, HTMLDetailsElement>}
   */
  function createSections(kind) {
    /** @type {readonly (readonly [string, string])[]} */
    const titles = [[FIRST_SECTION, "More about it"], ...kind.sections];
    return new Map(
      titles.map(([id, title]) => {
        const section = createElement("details", "la-details la-form__section");
        const summary = createElement("summary", "", title);
        summary.append(" ", createElement("span", "la-form__required"));
        section.append(summary);
        return [id, section];
      }),
    );
  }

  /**
   * The section of a question: that of the record's page, or the first.
   * @param {Question} question
   * @param {FormKind} kind
   */
  function sectionOf(question, kind) {
    const known = kind.sections.map(([id]) => id);
    if (question.section && known.includes(question.section)) return question.section;
    const forMeasures = ["results", MEASURES].find((id) => known.includes(id));
    return question.name === MEASURES && forMeasures ? forMeasures : FIRST_SECTION;
  }

  function createErrorSummary() {
    const summary = createElement("div", "la-form__summary");
    summary.tabIndex = -1;
    summary.hidden = true;
    summary.setAttribute("role", "alert");
    return summary;
  }

  /** What belongs to the record but does not stand in it, such as an adoption of it. */
  function createExtras() {
    const extras = createElement("details", "la-details la-form__section");
    const help =
      "Add what belongs to this, such as an adoption or something to learn from. " +
      "We will send all of it together.";
    const buttons = createElement("p", "la-form__buttons");
    const added = createElement("div");
    for (const kind of Object.keys(share.kinds)) {
      const add = () => share.addRecord(kind, "", added, true).focusFirstEmpty();
      buttons.append(createButton(`Add ${share.labelsWithArticle[kind]}`, add));
    }
    extras.append(
      createElement("summary", "", "Send more with it"),
      createElement("p", "la-field__help", help),
      added,
      buttons,
    );
    return { extras, added };
  }

  function createFinish() {
    const submit = createElement("section", "la-form__finish");
    const button = createElement("button", "la-button la-button--main", "Check your answers");
    button.type = "submit";
    const file = createElement("div", "la-form__file");
    file.hidden = true;
    submit.append(button, file);
    return { submit, file };
  }

  /**
   * Mark what is asked at the stage that was chosen. Its sections open, once.
   * @param {FormKind} kind
   * @param {FormLayout} layout
   */
  function showNeeded(kind, { fields, sections }) {
    const needed = new Set(
      kind.askedWhen
        .filter(({ field, words }) => words.includes(String(fields.get(field)?.get())))
        .flatMap(({ asks }) => asks),
    );
    for (const [name, { element }] of fields) {
      element.classList.toggle("la-field--required", needed.has(name));
    }
    for (const section of sections) {
      const isNeeded = Boolean(section.querySelector(":scope > .la-field--required"));
      const note = section.querySelector(".la-form__required");
      if (note) note.textContent = isNeeded ? "needed at this stage" : "";
      if (isNeeded && !section.dataset.opened) {
        section.open = true;
        section.dataset.opened = "yes";
      }
    }
  }

  Object.assign(share, { createLayout, showNeeded });
})();
