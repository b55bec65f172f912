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
    share.recordRules = { ...rules.record, prose: rules.prose };
    share.genericWords = rules.genericWords;
    share.currencies = rules.currencies;
    share.setDateRules(rules.dates);
    share.setFigureRules(rules.figures);
    share.setIdRules(rules);
    patterns = Object.fromEntries(
      Object.entries(rules.patterns).map(([name, pattern]) => [name, compileFullMatch(pattern)]),
    );
  }

  /**
   * The words of a refusal, with values in place of `{name}` and `{name:,}`.
   * @param {string} name
   * @param {Readonly<Record<string, string | number>>} values
   * @param {string} [betterHint] in place of the hint
   */
  function refuse(name, values, betterHint) {
    const [message, hint] = rules.refusals[name];
    return fillIn(`${message} ${betterHint || hint}`, values);
  }

  /**
   * A text with values in place of their names in braces.
   * @param {string} text
   * @param {Readonly<Record<string, string | number>>} values
   */
  function fillIn(text, values) {
    return text.replace(/\{(\w+)(?::,)?\}/g, (_, field) => {
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
    const error = share.findDateError(text) ?? share.findDateDoubt(text);
    return error ? refuse(error.refusal, { ...error.values, text: clip(text) }) : "";
  }

  /** A number as scripts read it, such as -1200 for “−1,200”; empty for other text. @param {string} text */
  function plainNumber(text) {
    const plain = text.trim().replace("−", "-");
    return patterns.number.test(plain) ? plain : share.readNumber(plain);
  }

  /** A whole number, such as 1200 for “1,200”; empty for other text. @param {string} text */
  function plainWhole(text) {
    const plain = patterns.whole.test(text.trim()) ? text.trim() : share.readNumber(text);
    return patterns.whole.test(plain) ? plain : "";
  }

  /**
   * An answer as the academy takes it: people may write “1,200” or “2k” for a number.
   * @param {QuestionShape} shape
   * @param {string} text
   */
  function plainAnswer(shape, text) {
    const answer = text.trim();
    const isTaken = patterns[shape]?.test(answer.replace("−", "-"));
    if (shape === "number" && !isTaken) return plainNumber(answer) || answer;
    if (shape === "whole" && !isTaken) return plainWhole(answer) || answer;
    return answer;
  }

  /**
   * How an answer was understood, where it was not just taken as it is; else empty.
   * @param {QuestionShape} shape
   * @param {string} text
   */
  function understoodAs(shape, text) {
    if (shape === "date") return dateError(text) ? "" : share.dateEcho(text);
    const plain = plainAnswer(shape, text);
    const words = plain !== text.trim() ? formatNumber(plain) : "";
    return words === text.trim() ? "" : words;
  }

  /** A number with commas between thousands. @param {string} plain */
  function formatNumber(plain) {
    const [whole, decimals] = plain.replace("-", "−").split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return decimals === undefined ? grouped : `${grouped}.${decimals}`;
  }

  /** @param {string} text @param {DegreeLimit} [limit] */
  function numberError(text, limit) {
    const plain = plainNumber(text);
    if (!plain) {
      const rounded = share.roundedNumber(rules.numberHints, text);
      const most = rules.numberHints.decimals;
      if (rounded) return refuse("decimals", { text: clip(text), most, rounded });
      const hint = share.numberHint(rules.numberHints, text);
      return refuse("number", { text: clip(text) }, hint);
    }
    const isOffMap = limit && Math.abs(Number(plain)) > limit.most;
    return isOffMap ? refuse("degrees", { text: clip(text), ...limit }) : "";
  }

  /**
   * The scheme of which a code can only be a slip.
   * @param {string} text
   */
  function schemeMeant(text) {
    const forms = Object.values(rules.codeForms);
    return forms.find(({ slip }) => slip && compileFullMatch(slip).test(text));
  }

  /**
   * What is wrong with an official code; empty for one that can be of its scheme.
   * @param {string} text
   * @param {string} scheme
   */
  function codeError(text, scheme) {
    const form = scheme ? rules.codeForms[scheme] : schemeMeant(text);
    const isCode = !text || !form || compileFullMatch(form.pattern).test(text);
    return isCode ? "" : refuse("code", { text: clip(text), ...form.values });
  }

  /** @param {string} text */
  function wholeError(text) {
    if (plainWhole(text)) return "";
    const { value = "" } = share.readFigure(text);
    const hint = patterns.whole.test(value)
      ? fillIn(rules.numberHints.onlyTheFigure, { value })
      : "";
    return refuse("whole", { text: clip(text) }, hint);
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

  /** @param {"picture-file" | "document-file"} shape @param {string} text */
  function mediaFileError(shape, text) {
    const isPath = patterns[shape].test(text) && text.length <= rules.limits.media;
    return isPath ? "" : refuse(shape.replace("-", "_"), { text: clip(text) });
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
    const { length } = [...text.replace(/\s+/g, " ")];
    const most = rules.limits.line;
    return length <= most ? "" : refuse("line_length", { length, most });
  }

  /** @param {string} text @param {number} most letters */
  function proseError(text, most) {
    const { columns, brackets } = rules.limits;
    const { length } = text.length > most ? [...text] : text;
    if (length > most) return refuse("text_length", { length, most });
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
    const { mention, picture, pictureAttempt, html } = rules.prose;
    const plain = blankCode(text);
    const shown = compilePrefix(picture);
    for (const match of plain.matchAll(compilePattern(pictureAttempt, "g"))) {
      const address = /\]\(([^)"]+)/.exec(match[0])?.[1] ?? match[0];
      const { file, alt } = shown.exec(plain.slice(match.index))?.groups ?? {};
      if (!file) return refuse("prose_picture", { text: clip(address) });
      const error = mediaFileError("picture-file", file);
      if (error) return error;
      if (!/[\p{L}\p{N}]/u.test(alt)) return refuse("prose_alt", {});
    }
    const tag = compilePattern(html).exec(blank(plain, compilePattern(mention, "g")));
    return tag ? refuse("prose_html", { text: clip(tag[0]) }) : "";
  }

  /** A text with spaces in place of code. @param {string} text */
  function blankCode(text) {
    return blank(text, compilePattern(rules.prose.code, "g"));
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
    "picture-file": (text) => mediaFileError("picture-file", text),
    "document-file": (text) => mediaFileError("document-file", text),
  };

  /**
   * A character that hides or reorders text, which a reader would not see.
   * @param {string} text
   */
  function hiddenError(text) {
    const hidden = compilePattern(rules.hidden).exec(text);
    if (!hidden) return "";
    const before = /\S*$/.exec(text.slice(0, hidden.index))?.[0] ?? "";
    const after = /^\S*/.exec(text.slice(hidden.index))?.[0] ?? "";
    const word = (before + after).replace(compilePattern(rules.hidden, "g"), "");
    return refuse("hidden", { word: clip(word || text) });
  }

  /**
   * What is wrong with one answer to a question; empty when it is right.
   * @param {Question} question
   * @param {string} text
   */
  function answerError(question, text) {
    const answer = text.trim();
    if (answer)
      return hiddenError(answer) || ERROR_OF[question.shape]?.(answer, question.limit) || "";
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
    return refuse("missing", { verb, label, help });
  }

  Object.assign(share, {
    setAnswerRules,
    answerError,
    oneOfError,
    codeError,
    blankCode,
    idError,
    plainNumber,
    plainAnswer,
    understoodAs,
    formatNumber,
    refuse,
    fillIn,
    clip,
  });
})();
