/* Answers that do not fit together, as `generator/checks` finds them. The words come from Python
   (`generator/model/record_refusals.py`). */
(() => {
  "use strict";

  const { compilePattern, share } = academy;
  const STEP_WORDS = ["status", "stage"]; // what a step of a history says, and the record too
  const DECIMALS = 6;

  /**
   * What is wrong with answers that are right one by one.
   * @param {FormFields} fields
   * @param {string} id of the record
   * @returns {FieldError[]}
   */
  function recordErrors(fields, id) {
    const groups = [fields, ...groupsIn(fields)];
    return [
      ...RECORD_RULES.flatMap((rule) => rule(fields)),
      ...share.nameErrors(fields, groups, id),
      ...share.totalErrors(groups),
      ...groups.flatMap((group) => GROUP_RULES.flatMap((rule) => rule(group))),
    ];
  }

  /** The groups of questions inside others that have an answer. @param {FormFields} fields @returns {FormFields[]} */
  function groupsIn(fields) {
    return [...fields.values()]
      .flatMap(answeredGroups)
      .flatMap((group) => [group, ...groupsIn(group)]);
  }

  /** @param {FormField | undefined} field */
  function answeredGroups(field) {
    const groups = field?.groups?.() ?? [];
    return groups.filter((group) => !share.isEmpty(share.getAnswers(group)));
  }

  /** The answer to a question; empty where there is none. @param {FormFields} fields @param {string} name */
  function textOf(fields, name) {
    return String(fields.get(name)?.get() ?? "");
  }

  /**
   * An answer as people read it.
   * @param {FormFields} fields
   * @param {string} name
   */
  function wordOf(fields, name, text = textOf(fields, name)) {
    const options = fields.get(name)?.question.options ?? [];
    return options.find(([word]) => word === text)?.[1] ?? text;
  }

  /** @param {FormFields} fields @param {string} name */
  function labelOf(fields, name) {
    return fields.get(name)?.question.label ?? "";
  }

  /**
   * @param {FormFields} fields
   * @param {string} name of the question at fault
   * @param {string} refusal
   * @param {Readonly<Record<string, string | number>>} values
   * @returns {FieldError[]}
   */
  function errorAt(fields, name, refusal, values) {
    const input = fields.get(name)?.element.querySelector("input, textarea, select, button");
    const text = share.refuse(refusal, values);
    return [{ text, input: /** @type {FieldInput} */ (input) }];
  }

  /** @param {FormFields} fields */
  function dateOrderErrors(fields) {
    return share.recordRules.dateOrder.flatMap(([first, second]) => {
      const [earlier, later] = [textOf(fields, first), textOf(fields, second)];
      if (!isSurelyBefore(later, earlier)) return [];
      const names = { earlier_name: labelOf(fields, first), later_name: labelOf(fields, second) };
      return errorAt(fields, second, "date_order", { earlier, later, ...names });
    });
  }

  /** Whether every day that a date can mean is before every day of another. @param {string} date @param {string} other */
  function isSurelyBefore(date, other) {
    const [own, others] = [share.dateRange(date), share.dateRange(other)];
    return Boolean(own && others && own.latest < others.earliest);
  }

  /** @param {FormFields} fields */
  function stepOrderErrors(fields) {
    let last = "";
    return answeredGroups(fields.get("history")).flatMap((step) => {
      const date = textOf(step, "date");
      const isWrong = isSurelyBefore(date, last);
      const error = isWrong ? errorAt(step, "date", "step_order", { date, last }) : [];
      last = share.dateRange(date) ? date : last;
      return error;
    });
  }

  /** @param {FormFields} fields */
  function historyEndErrors(fields) {
    const end = answeredGroups(fields.get("history")).at(-1);
    const name = STEP_WORDS.find((word) => end?.has(word) && fields.has(word));
    if (!end || !name) return [];
    const now = textOf(fields, name) || share.recordRules.whereNotStated[name];
    const last = textOf(end, name);
    if (!now || !last || now === last) return [];
    const values = { now: wordOf(fields, name, now), last: wordOf(end, name) };
    return errorAt(fields, name, "history_end", { ...values, now_name: labelOf(fields, name) });
  }

  /** @param {FormFields} fields */
  function haltErrors(fields) {
    const { needsReason } = share.recordRules;
    const steps = answeredGroups(fields.get("history"));
    const isHalt = (/** @type {FormFields} */ group) =>
      needsReason.includes(textOf(group, "status"));
    if (!steps.length && isHalt(fields)) {
      const values = { word: wordOf(fields, "status"), history_name: labelOf(fields, "history") };
      return errorAt(fields, "history", "halt_reason", values);
    }
    const unexplained = steps.filter((step) => isHalt(step) && !textOf(step, "reason"));
    return unexplained.flatMap((step) =>
      errorAt(step, "reason", "step_reason", { word: wordOf(step, "status") }),
    );
  }

  /** @param {FormFields} fields */
  function pictureCountErrors(fields) {
    const most = share.recordRules.mostPictures;
    const listed = answeredGroups(fields.get("pictures")).map((picture) => textOf(picture, "file"));
    const count = new Set([...listed.filter(Boolean), ...share.picturesIn(fields)]).size;
    return count > most ? errorAt(fields, "pictures", "pictures", { count, most }) : [];
  }

  /** @param {FormFields} group */
  function pastDateErrors(group) {
    const { pastDates } = share.recordRules;
    return Object.entries(pastDates).flatMap(([name, refusal]) => {
      const date = textOf(group, name);
      const range = share.dateRange(date);
      return range && range.earliest > share.tomorrow()
        ? errorAt(group, name, refusal, { date })
        : [];
    });
  }

  /** A number in millionths, which a script counts exactly; null for no number. @param {FormFields} group @param {string} name */
  function numberOf(group, name) {
    const text = share.plainNumber(textOf(group, name));
    if (!text) return null;
    const [whole, fraction = ""] = text.split(".");
    return BigInt(whole + fraction.padEnd(DECIMALS, "0"));
  }

  /** @param {FormFields} group */
  function rangeErrors(group) {
    const [low, high] = [numberOf(group, "value"), numberOf(group, "value_high")];
    if (high === null || (low !== null && high > low)) return [];
    return errorAt(group, "value_high", low === null ? "range_start" : "range_order", {
      low: textOf(group, "value"),
      high: textOf(group, "value_high"),
      low_name: labelOf(group, "value"),
      high_name: labelOf(group, "value_high"),
    });
  }

  /** @param {FormFields} group */
  function unitErrors(group) {
    const needsUnit = !share.recordRules.unitlessForms.includes(textOf(group, "form"));
    if (!isMeasure(group) || numberOf(group, "value") === null) return [];
    const names = { value_name: labelOf(group, "value"), unit_name: labelOf(group, "unit") };
    return needsUnit && !textOf(group, "unit") ? errorAt(group, "unit", "no_unit", names) : [];
  }

  /** @param {FormFields} group */
  function isMeasure(group) {
    return group.has("nature");
  }

  /** @param {FormFields} group */
  function natureErrors(group) {
    const [nature, level] = [textOf(group, "nature"), textOf(group, "evidence_level")];
    const change = textOf(group, "change");
    const nature_name = labelOf(group, "nature");
    const errors = [];
    if (nature === "result" && level === "illustration") {
      const evidence_name = labelOf(group, "evidence_level");
      errors.push(...errorAt(group, "nature", "made_up_result", { evidence_name }));
    }
    if (nature === "target" && level && level !== "illustration") {
      const word = wordOf(group, "evidence_level");
      errors.push(...errorAt(group, "evidence_level", "target_evidence", { word, nature_name }));
    }
    if (nature === "target" && change && change !== "not-stated") {
      const word = wordOf(group, "change");
      errors.push(...errorAt(group, "change", "target_change", { word, nature_name }));
    }
    return errors;
  }

  /** @param {FormFields} group */
  function ratioErrors(group) {
    const value = numberOf(group, "value");
    if (textOf(group, "form") !== "ratio" || value === null || value > 0n) return [];
    const values = { value: textOf(group, "value"), form_name: labelOf(group, "form") };
    return errorAt(group, "value", "ratio", values);
  }

  /** @param {FormFields} group */
  function intervalErrors(group) {
    const [low, high] = [numberOf(group, "low"), numberOf(group, "high")];
    if (low === null || high === null || low <= high) return [];
    const values = { low: textOf(group, "low"), high: textOf(group, "high") };
    return errorAt(group, "low", "interval_order", values);
  }

  /** @param {FormFields} group */
  function peopleErrors(group) {
    if (!group.has("consent") || textOf(group, "consent")) return [];
    const words = `${textOf(group, "alt")} ${textOf(group, "caption")}`;
    const match = compilePattern(share.recordRules.people).exec(words);
    return match ? errorAt(group, "consent", "people", { word: match[0] }) : [];
  }

  const RECORD_RULES = [
    dateOrderErrors,
    stepOrderErrors,
    historyEndErrors,
    haltErrors,
    pictureCountErrors,
  ];
  const GROUP_RULES = [
    pastDateErrors,
    rangeErrors,
    unitErrors,
    natureErrors,
    ratioErrors,
    intervalErrors,
    peopleErrors,
  ];

  Object.assign(share, { recordErrors, textOf, errorAt });
})();
