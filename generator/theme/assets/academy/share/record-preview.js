/* “What it will look like”: the first screen of the page that will come of the answers, with the site's
   own styles. What people typed is only ever text. */
(() => {
  "use strict";

  const { createElement, share } = academy;
  const PICTURE_WIDTH = 480; // pixels
  const PICTURE_HEIGHT = 240;
  const WIDE_WINDOW = "(min-width: 72rem)"; // where it stands beside the questions

  /**
   * @param {string} kindName
   * @param {FormFields} fields
   * @returns {RecordPreview}
   */
  function createPreview(kindName, fields) {
    const element = createElement("details", "la-details la-preview");
    element.open = matchMedia(WIDE_WINDOW).matches;
    const page = createElement("div", "la-preview__page la-page-header");
    element.append(createElement("summary", "", "What it will look like"), page);
    const update = () => {
      if (element.open) page.replaceChildren(...firstScreen(kindName, fields));
    };
    element.addEventListener("toggle", update);
    return { element, update };
  }

  /** @param {string} kindName @param {FormFields} fields */
  function firstScreen(kindName, fields) {
    const kind = share.kinds[kindName];
    const [title, summary] = ["title", "summary"].map((name) => textOf(fields, name));
    const facts = createElement("dl", "la-key-facts");
    facts.append(...factRows(kindName, fields));
    return [
      createElement("p", "la-page-header__kind", kind.label),
      createElement("p", "la-preview__title", title || "Your title"),
      ...(summary ? [createElement("p", "la-page-header__summary", summary)] : []),
      ...basisLine(kindName, fields),
      ...leadPicture(fields),
      ...(facts.childElementCount ? [facts] : []),
    ];
  }

  /** What it rests on. @param {string} kindName @param {FormFields} fields */
  function basisLine(kindName, fields) {
    const basis = share.evidenceBasis(kindName, fields);
    if (!basis) return [];
    const line = createElement("p", "la-page-header__evidence", "Type of evidence: ");
    line.append(createTag(...basis));
    return [line];
  }

  /** The first picture, if it was chosen here. @param {FormFields} fields */
  function leadPicture(fields) {
    const [first] = fields.get("pictures")?.groups?.() ?? [];
    const content = first && share.heldMedia(textOf(first, "file"));
    if (!content) return [];
    const picture = createElement("canvas", "la-preview__picture");
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", textOf(first, "alt"));
    share.drawPicture(picture, content, PICTURE_WIDTH, PICTURE_HEIGHT);
    return [picture];
  }

  /**
   * The years of the documents that the record cites, the first and the last; or only the last,
   * where the page says as of when its answers are.
   * @param {string} kindName
   * @param {FormFields} fields
   */
  function sourceRows(kindName, fields) {
    const cited = (fields.get("sources")?.groups?.() ?? []).map((one) => textOf(one, "resource"));
    const dated = cited.map((id) => share.names.years[id]).filter(Boolean);
    dated.sort();
    const tellsAge = share.preview.tellingAge.includes(kindName);
    const ends = new Set([tellsAge ? undefined : dated[0], dated.at(-1)].filter(Boolean));
    const text = [...ends].join(" to ");
    const label = tellsAge ? "As of" : "Source date";
    return text ? [createRow(label, [createElement("span", "", text)])] : [];
  }

  /** @param {FormFields} fields @param {string} name */
  function textOf(fields, name) {
    return share.textOf(fields, name).trim();
  }

  /** @param {string} kindName @param {FormFields} fields */
  function factRows(kindName, fields) {
    const rows = share.kinds[kindName].firstScreen.flatMap((row) => {
      const field = fields.get(row.name);
      if (!field) return [];
      const answers = [field.get()].flat().map(String).filter(Boolean);
      const [label, tone] = row.unanswered;
      if (!answers.length && !row.always && !label) return [];
      const parts = answers.map((answer) => answerPart(row, field.question, answer, fields));
      const shown = !answers.length && label ? [createTag(label, tone)] : parts;
      return [createRow(field.question.label, shown)];
    });
    return [...rows, ...sourceRows(kindName, fields), ...resultRows(fields)];
  }

  /** @param {string} label @param {readonly HTMLElement[]} parts */
  function createRow(label, parts) {
    const length = parts.reduce((sum, { textContent }) => sum + (textContent ?? "").length, 0);
    const row = createElement("div", length > share.preview.wideFrom ? "la-key-facts__wide" : "");
    const value = createElement("dd");
    const shown = parts.length ? parts : [createElement("span", "la-not-stated", "Not stated")];
    value.append(...shown.flatMap((part) => [part, " "]));
    row.append(createElement("dt", "", label), value);
    return row;
  }

  /**
   * An answer as the page shows it.
   * @param {FirstScreenRow} row
   * @param {Question} question
   * @param {string} answer
   * @param {FormFields} fields
   */
  function answerPart(row, question, answer, fields) {
    if (question.shape === "record") {
      const title = share.recordTitle(share.allowedKinds(question.kinds ?? []), answer);
      return createElement("span", "la-link", title);
    }
    if (question.shape === "choice") {
      const label = optionLabel(question, answer);
      const words = row.name === "verdict" ? label + judgeWords(fields, answer) : label;
      return createTag(words, row.tones[answer]);
    }
    if (question.shape === "date") {
      return createElement("span", "", share.dateRange(answer)?.words ?? answer);
    }
    return createElement("span", "", answer);
  }

  /** @param {string} text @param {string} [tone] */
  function createTag(text, tone = "plain") {
    return createElement("span", tone === "plain" ? "la-tag" : `la-tag la-tag--${tone}`, text);
  }

  /** @param {Question} question @param {string} word */
  function optionLabel(question, word) {
    return share.optionsOf(question).find(([id]) => id === word)?.[1] ?? word;
  }

  /** Who gave a verdict, and whether it rests on a result. @param {FormFields} fields @param {string} verdict */
  function judgeWords(fields, verdict) {
    const { judgedVerdicts, judgeNotStated, noResult } = share.preview;
    if (!judgedVerdicts.includes(verdict)) return "";
    const judge = fields.get("judged_by");
    const word = textOf(fields, "judged_by");
    const label = judge && word ? optionLabel(judge.question, word).toLowerCase() : judgeNotStated;
    return `, ${label}${results(fields).length ? "" : `; ${noResult}`}`;
  }

  /** The results that have happened. @param {FormFields} fields */
  function results(fields) {
    const groups = fields.get("measures")?.groups?.() ?? [];
    return groups.filter((group) => textOf(group, "nature") === "result");
  }

  /** The first result, with which way it went. @param {FormFields} fields */
  function resultRows(fields) {
    const [first] = results(fields);
    const statement = first ? textOf(first, "statement") : "";
    return statement ? [createRow("First result", [createElement("span", "", statement)])] : [];
  }

  Object.assign(share, { createPreview });
})();
