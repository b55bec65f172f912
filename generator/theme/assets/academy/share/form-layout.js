/* The layout of a form: its chapters, what can be sent with it, and what comes in the end. */
(() => {
  "use strict";

  const { createButton, createElement, share } = academy;

  /**
   * @param {string} kindName
   * @returns {FormLayout}
   */
  function createLayout(kindName) {
    const kind = share.kinds[kindName];
    const form = createElement("form", "la-form__form");
    form.noValidate = true;
    const summary = createErrorSummary();
    const draft = createElement("div", "la-form__draft");
    const { submit, file } = createFinish();
    /** @type {FormFields} */
    const fields = new Map(kind.questions.map((each) => [each.name, share.createField(each)]));
    const { list, chapters, sections } = share.createChapters(kind, fields);
    const { extras, added } = createExtras();
    const body = createElement("div", "la-form__body");
    body.append(summary, draft, ...chapters.map(({ element }) => element), extras, submit);
    const preview = share.createPreview(kindName, fields);
    const side = createElement("div", "la-form__side");
    side.append(list, preview.element);
    form.append(side, body);
    return { form, fields, sections, chapters, summary, draft, added, file, preview };
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
    submit.id = "finish";
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
  function showNeeded(kind, { fields, sections, chapters }) {
    share.showProgress(chapters);
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
