/* The chapters of a form: what everybody is asked first, then the rest of the story in folds, and a list
   of the chapters that shows how far one has come. */
(() => {
  "use strict";

  const { createElement, share } = academy;
  const START = "Start here";
  const FINISH = "finish"; // the id of the end of the form

  /**
   * @param {FormKind} kind
   * @param {FormFields} fields
   */
  function createChapters(kind, fields) {
    const list = createElement("ol");
    const questions = kind.questions.map((question) => ({
      question,
      field: /** @type {FormField} */ (fields.get(question.name)),
    }));
    const isFirst = (/** @type {Question} */ { light, required }) => Boolean(light || required);
    const first = questions.filter(({ question }) => isFirst(question)).map(({ field }) => field);
    const rest = questions.filter(({ question }) => !isFirst(question));
    /** @type {HTMLDetailsElement[]} */
    const sections = [];
    const chapters = [createStart(first)];
    for (const { title, sections: titles } of kind.chapters) {
      const parts = titles.map(([id, name]) => {
        const asked = rest.filter(({ question }) => question.section === id);
        return createSection(
          name,
          asked.map(({ field }) => field),
        );
      });
      const filled = parts.filter(({ childElementCount }) => childElementCount > 1);
      if (!filled.length) continue;
      sections.push(...filled);
      const ids = titles.map(([id]) => id);
      const asked = rest.filter(({ question }) => ids.includes(question.section ?? ""));
      chapters.push(
        createChapter(
          title,
          filled,
          asked.map(({ field }) => field),
        ),
      );
    }
    list.append(...chapters.map(createListItem), createFinishItem());
    addWays(chapters);
    const nav = createElement("nav", "la-form__chapters");
    nav.setAttribute("aria-label", "Parts of this form");
    nav.append(list);
    return { list: nav, chapters, sections };
  }

  /** @param {readonly FormField[]} fields @returns {ChapterPart} */
  function createStart(fields) {
    const elements = fields.map(({ element }) => element);
    const help = createElement(
      "p",
      "la-field__help",
      "This is all you need to start. It takes about three minutes.",
    );
    return createChapter(START, [help, ...elements], fields);
  }

  /**
   * @param {string} title
   * @param {readonly HTMLElement[]} content
   * @param {readonly FormField[]} fields
   * @returns {ChapterPart}
   */
  function createChapter(title, content, fields) {
    const element = createElement("section", "la-form__section");
    const heading = createElement("h2", "", title);
    heading.tabIndex = -1;
    element.append(heading, ...content);
    const progress = createElement("span", "la-form__progress");
    return { element, progress, fields };
  }

  /**
   * A fold of questions that belong together.
   * @param {string} title
   * @param {readonly FormField[]} fields
   */
  function createSection(title, fields) {
    const section = createElement("details", "la-details la-form__section");
    const summary = createElement("summary", "", title);
    summary.append(" ", createElement("span", "la-form__required"));
    section.append(summary, ...fields.map(({ element }) => element));
    return section;
  }

  /** @param {ChapterPart} chapter @param {number} n */
  function createListItem({ element, progress }, n) {
    element.id = `chapter-${n + 1}`;
    const item = createElement("li");
    item.append(
      createWay(element.id, element.querySelector("h2")?.textContent ?? ""),
      " ",
      progress,
    );
    return item;
  }

  function createFinishItem() {
    const item = createElement("li");
    item.append(createWay(FINISH, "Check and send"));
    return item;
  }

  /** A link to a part of the form. @param {string} id @param {string} text */
  function createWay(id, text) {
    const link = createElement("a", "", text);
    link.href = `#${id}`;
    return link;
  }

  /** The ways back and on at the end of each chapter. @param {readonly ChapterPart[]} chapters */
  function addWays(chapters) {
    for (const [n, { element }] of chapters.entries()) {
      const ways = createElement("p", "la-form__ways");
      const next = chapters[n + 1]?.element;
      const title = next?.querySelector("h2")?.textContent;
      if (n) ways.append(createWay(chapters[n - 1].element.id, "Back"), " ");
      ways.append(
        createWay(next?.id ?? FINISH, `Next: ${title?.toLowerCase() ?? "check and send"}`),
      );
      element.append(ways);
    }
  }

  /** Say in the list how many questions of each chapter have an answer. @param {readonly ChapterPart[]} chapters */
  function showProgress(chapters) {
    for (const { progress, fields } of chapters) {
      const answered = fields.filter((field) => !share.isEmpty(field.get())).length;
      progress.textContent = answered ? `${answered} of ${fields.length} answered` : "";
    }
  }

  Object.assign(share, { createChapters, showProgress });
})();
