/* What is wrong with an answer, in the words of `academy check`. Patterns, limits and words come from
   Python (`generator/site/share/rules.py`). */
(() => {
  "use strict";

  const { compileFullMatch, compilePattern, compilePrefix, share } = academy;
  const CLIP_LENGTH = 60; // letters of an answer that are repeated in a message
  /** @type {FormRules} */
  let rules;
  /** @type {Record<string, RegExp>} */
  let patterns = {};

  /** @param {FormRules} formRules */
  function setAnswerRules(formRules) {
    rules = formRules;
    share.setDateRules(rules.dates);
    patterns = Object.fromEntries(
      Object.entries(rules.patterns).map(([name, pattern]) => [name, compileFullMatch(pattern)]),
    );
  }

  /**
   * The words of a refusal, with values in place of `{name}` and `{name:,}`.
   * @param {string} name
   * @param {Record<string, string | number>} values
   */
  function refuse(name, values) {
    return rules.refusals[name].join(" ").replace(/\{(\w+)(?::,)?\}/g, (_, field) => {
      const value = values[field];
      return typeof value === "number" ? value.toLocaleString("en-GB") : value;
    });
  }

  /** @param {string} text */
  function clip(text) {
    const line = text.replace(/\s+/g, " ");
    return line.length > CLIP_LENGTH ? `${line.slice(0, CLIP_LENGTH - 1)}…` : line;
  }

  /** @param {string} text */
  function dateError(text) {
    const error = share.findDateError(text);
    return error ? refuse(error.refusal, { ...error.values, text: clip(text) }) : "";
  }

  /** @param {string} text @param {DegreeLimit} [limit] */
  function numberError(text, limit) {
    const plain = text.replace("−", "-");
    if (!patterns.number.test(plain)) return refuse("number", { text: clip(text) });
    const isOffMap = limit && Math.abs(Number(plain)) > limit.most;
    return isOffMap ? refuse("degrees", { text: clip(text), ...limit }) : "";
  }

  /**
   * What is wrong with an official code; empty for one that can be of its scheme.
   * @param {string} text
   * @param {string} scheme
   */
  function codeError(text, scheme) {
    const form = rules.codeForms[scheme];
    const isCode = !text || !form || compileFullMatch(form.pattern).test(text);
    return isCode ? "" : refuse("code", { text: clip(text), ...form.values });
  }

  /** @param {string} text */
  function wholeError(text) {
    return patterns.whole.test(text) ? "" : refuse("whole", { text: clip(text) });
  }

  /** @param {string} text */
  function pValueError(text) {
    return patterns["p-value"].test(text) ? "" : refuse("p_value", { text: clip(text) });
  }

  /** @param {string} text */
  function webError(text) {
    const isAddress = patterns.web.test(text) && text.length <= rules.limits.web;
    return isAddress ? "" : refuse("web", { text: clip(text) });
  }

  /** @param {string} text */
  function pictureFileError(text) {
    const isPath = patterns["picture-file"].test(text) && text.length <= rules.limits.media;
    return isPath ? "" : refuse("picture_file", { text: clip(text) });
  }

  /** @param {string} text */
  function idError(text) {
    if (text.length > rules.limits.id) return refuse("id_length", { most: rules.limits.id });
    if (rules.reservedIds.includes(text)) return refuse("id_reserved", { text });
    const near = (text.toLowerCase().match(/[a-z0-9]+/g) ?? ["my-record"]).join("-");
    return patterns.id.test(text) ? "" : refuse("id", { text: clip(text), near: clip(near) });
  }

  /** @param {string} text */
  function lineError(text) {
    const { length } = text.replace(/\s+/g, " ");
    const most = rules.limits.line;
    return length <= most ? "" : refuse("line_length", { length, most });
  }

  /** @param {string} text @param {number} most letters */
  function proseError(text, most) {
    const { columns, brackets } = rules.limits;
    if (text.length > most) return refuse("text_length", { length: text.length, most });
    if (text.split("\n").some((line) => line.split("|").length - 1 > columns)) {
      return refuse("columns", { most: columns, columns: columns - 1 });
    }
    if (text.split("[").length - 1 > brackets) return refuse("brackets", { most: brackets });
    return markupError(text);
  }

  /**
   * A picture that cannot be shown, or HTML; what stands in code or in a mention is neither.
   * @param {string} text
   */
  function markupError(text) {
    const { code, mention, picture, pictureAttempt, html } = rules.prose;
    const plain = blank(text, compilePattern(code, "g"));
    const shown = compilePrefix(picture);
    for (const match of plain.matchAll(compilePattern(pictureAttempt, "g"))) {
      const address = /\]\(([^)"]+)/.exec(match[0])?.[1] ?? match[0];
      const file = shown.exec(plain.slice(match.index))?.groups?.file;
      if (!file) return refuse("prose_picture", { text: clip(address) });
      if (pictureFileError(file)) return pictureFileError(file);
    }
    const tag = compilePattern(html).exec(blank(plain, compilePattern(mention, "g")));
    return tag ? refuse("prose_html", { text: clip(tag[0]) }) : "";
  }

  /** @param {string} text @param {RegExp} pattern */
  function blank(text, pattern) {
    return text.replace(pattern, (match) => match.replace(/[^\n]/g, " "));
  }

  /** @type {Partial<Record<QuestionShape, (text: string, limit?: DegreeLimit) => string>>} */
  const ERROR_OF = {
    line: lineError,
    text: (text) => proseError(text, rules.limits.text),
    story: (text) => proseError(text, rules.limits.story),
    date: dateError,
    number: numberError,
    whole: wholeError,
    web: webError,
    id: idError,
    "p-value": pValueError,
    "picture-file": pictureFileError,
  };

  /**
   * What is wrong with one answer to a question; empty when it is right.
   * @param {Question} question
   * @param {string} text
   */
  function answerError(question, text) {
    const answer = text.trim();
    if (answer) return ERROR_OF[question.shape]?.(answer, question.limit) ?? "";
    return question.required ? missingError(question) : "";
  }

  /**
   * What is wrong where none or several of these questions are answered, and one should be.
   * @param {readonly string[]} labels
   * @param {boolean} severalAnswered
   */
  function oneOfError(labels, severalAnswered) {
    const name = severalAnswered ? "several_filled" : "none_filled";
    const type = severalAnswered ? "conjunction" : "disjunction";
    const list = new Intl.ListFormat("en-GB", { type });
    return refuse(name, { names: list.format(labels.map((label) => `“${label}”`)) });
  }

  /** @param {Question} question */
  function missingError({ shape, label, help }) {
    const verb = shape === "choice" || shape === "yes-no" ? "Select" : "Enter";
    return `${verb} “${label}”. ${help}`;
  }

  /**
   * The id that a title suggests, as `academy new` makes it.
   * @param {string} title
   */
  function idFor(title) {
    const letters = title
      .normalize("NFKD")
      .replace(/\P{ASCII}/gu, "")
      .toLowerCase()
      .replaceAll("'", "");
    const words = letters.match(/[a-z0-9]+/g) ?? [];
    return words.join("-").slice(0, rules.limits.id).replace(/^-|-$/g, "");
  }

  Object.assign(share, {
    setAnswerRules,
    answerError,
    oneOfError,
    codeError,
    refuse,
    clip,
    idFor,
  });
})();
