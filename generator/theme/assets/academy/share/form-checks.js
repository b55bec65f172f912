/* What is wrong with a whole record, and the summary that leads to each error. */
(() => {
  "use strict";

  const { createElement, privacy, share } = academy;

  /**
   * What a record must have at its stage, in the words of the checks; each check once.
   * @param {FormKind} kind
   * @param {FormFields} fields
   * @returns {FieldError[]}
   */
  function requirementErrors(kind, fields) {
    const answers = share.getAnswers(fields);
    /** @type {Map<string, FieldError>} */
    const errors = new Map();
    for (const { code, field, words, needs, message, form_hint } of kind.requiredWhen) {
      const word = String(answers[field] ?? "");
      const isMet = needs.some((path) => !share.isEmpty(answerAt(answers, path)));
      if (!words.includes(word) || isMet || errors.has(code)) continue;
      const [name] = needs[0].split(".");
      const input = /** @type {FieldInput} */ (
        fields.get(name)?.element.querySelector("input, textarea, select, button")
      );
      const option = fields.get(field)?.question.options?.find(([known]) => known === word);
      const told = message.replace("{word}", option?.[1] ?? word);
      const hint = form_hint.replace("{question}", fields.get(name)?.question.label ?? "");
      errors.set(code, { text: `${told} ${hint}`, input });
    }
    return [...errors.values()];
  }

  /**
   * What is wrong with questions of which exactly one is answered, such as the adopting area or
   * organisation.
   * @param {FormFields} fields
   * @returns {FieldError[]}
   */
  function oneOfErrors(fields) {
    const choices = [...fields.values()].filter(({ question }) => question.oneOf);
    const answered = choices.filter((field) => !share.isEmpty(field.get()));
    if (!choices.length || answered.length === 1) return [];
    const named = answered.length ? answered : choices;
    const text = share.oneOfError(
      named.map(({ question }) => question.label),
      answered.length > 0,
    );
    const { element } = named[answered.length ? 1 : 0];
    const input = /** @type {FieldInput} */ (element.querySelector("input, textarea, select"));
    return [{ text, input }];
  }

  /**
   * What is wrong with an official code, which must have the form of its scheme.
   * @param {FormFields} fields
   * @returns {FieldError[]}
   */
  function codeErrors(fields) {
    const code = fields.get("code");
    if (!code) return [];
    const text = share.codeError(String(code.get()), String(fields.get("code_scheme")?.get()));
    const input = /** @type {FieldInput} */ (code.element.querySelector("input"));
    return text ? [{ text, input }] : [];
  }

  /**
   * The answer at a path such as `lessons.worked`.
   * @param {Answers} answers
   * @param {string} path
   * @returns {Answer | undefined}
   */
  function answerAt(answers, path) {
    /** @type {Answer | undefined} */
    let value = answers;
    for (const name of path.split(".")) value = /** @type {Answers | undefined} */ (value)?.[name];
    return value;
  }

  /**
   * What is wrong with the title of a new record as the name of its file.
   * @param {string} id
   * @param {FormFields} fields
   * @returns {FieldError[]}
   */
  function titleErrors(id, fields) {
    const title = fields.get("title");
    if (!title || (!id && title.get())) return []; // the short name is asked for
    const input = /** @type {FieldInput} */ (title.element.querySelector("input, textarea"));
    const text = titleError(id, String(title.get()), fields.has("place"));
    return text ? [{ text, input }] : [];
  }

  /** @param {string} id @param {string} title @param {boolean} hasPlace */
  function titleError(id, title, hasPlace) {
    if (!id) return "";
    const personalData = privacy.scanName(id);
    if (personalData.length && !share.scanAnswer(title).length) {
      return privacy.personalDataError(personalData);
    }
    const reserved = share.idError(id);
    if (reserved) return reserved;
    const kind = share.kindOfRecord(id);
    const refusal = hasPlace ? "name_taken_elsewhere" : "name_taken";
    return kind ? share.refuse(refusal, { kind: share.labelsWithArticle[kind] }) : "";
  }

  /**
   * List errors above the form, each with a link to its field.
   * @param {HTMLElement} summary
   * @param {readonly FieldError[]} errors
   */
  function showErrors(summary, errors) {
    summary.hidden = !errors.length;
    summary.replaceChildren();
    if (!errors.length) return;
    const list = createElement("ul");
    list.append(...errors.map(createErrorItem));
    summary.append(createElement("h2", "", "There is a problem"), list);
    summary.focus();
  }

  /** @param {FieldError} error */
  function createErrorItem({ text, input }) {
    const link = createElement("a", "", text);
    link.href = `#${input.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      openFolds(input);
      input.focus();
    });
    const item = createElement("li");
    const part = partOf(input);
    item.append(...(part ? [`${part}: `] : []), link);
    return item;
  }

  /** The part of the form that a question stands in, such as “Partner 1” or a new record. @param {Element} input */
  function partOf(input) {
    const legend = input.closest(".la-group")?.querySelector(":scope > legend");
    return legend?.textContent?.replace(/: (.+)/, " “$1”") ?? "";
  }

  /** Open every fold around a field. @param {Element} element */
  function openFolds(element) {
    let fold = element.closest("details");
    while (fold) {
      fold.open = true;
      fold = fold.parentElement?.closest("details") ?? null;
    }
  }

  Object.assign(share, { requirementErrors, oneOfErrors, codeErrors, titleErrors, showErrors });
})();
