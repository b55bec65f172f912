/* What the fields of a result say, in words: the figures as people write them, and a sentence that
   says the result back. */
(() => {
  "use strict";

  const { share } = academy;
  /** @type {Readonly<Record<string, string>>} */
  const CHANGE_WORDS = {
    improved: "got better",
    stable: "stayed the same",
    worsened: "got worse",
    "no-clear-difference": "showed no clear difference",
  };
  /** @type {Readonly<Record<string, string>>} */
  const EVALUATOR_WORDS = {
    "those-involved": "evaluated by the people who did the work",
    independent: "found by an independent evaluation",
    "peer-reviewed": "found by a peer-reviewed study",
  };

  /** The field at a path such as `baseline.value`. @param {FormFields} fields @param {string} path */
  function fieldAt(fields, path) {
    const [name, inside] = path.split(".");
    const field = /** @type {FormField} */ (fields.get(name));
    return inside ? /** @type {FormField} */ (field.groups?.()[0].get(inside)) : field;
  }

  /** @param {FormFields} fields @param {string} path */
  function valueAt(fields, path) {
    return String(fieldAt(fields, path).get());
  }

  /** A figure with its unit: “30%”, “£1,200”, “9 days”. @param {string} number @param {string} unit */
  function figureText(number, unit) {
    const text = share.formatNumber(number);
    if (unit === "percent" || unit === "%") return `${text}%`;
    const sign = share.currencySign(unit);
    if (sign) return text.startsWith("−") ? `−${sign}${text.slice(1)}` : sign + text;
    return unit ? `${text} ${unit.replaceAll("-", " ")}` : text;
  }

  /** Whether a text is a number, and can be written with its unit. @param {string} text */
  function isNumber(text) {
    return Boolean(text && share.plainNumber(text));
  }

  /** The value of a result as somebody would write it; empty for none. @param {FormFields} fields */
  function afterText(fields) {
    const [value, unit] = [valueAt(fields, "value"), valueAt(fields, "unit")];
    if (value && !isNumber(value)) return value; // not understood: as it was typed
    const about = valueAt(fields, "approximate") === "yes" ? "about " : "";
    const [low, high] = [valueAt(fields, "interval.low"), valueAt(fields, "interval.high")];
    const level = valueAt(fields, "interval.level") || "95";
    const interval = isNumber(low) && isNumber(high) ? `${level}% CI ${low} to ${high}` : "";
    const figure = about + levelText(fields, value, unit);
    if (!interval || figure === about) return figure === about ? interval : figure;
    return `${figure} (${interval})`;
  }

  /** @param {FormFields} fields @param {string} value @param {string} unit */
  function levelText(fields, value, unit) {
    const withheld = valueAt(fields, "suppressed");
    if (withheld) return unit ? `${withheld} ${unit}` : withheld;
    const high = valueAt(fields, "value_high");
    const bounds = ["at_least", "at_most"].map((name) => [name, valueAt(fields, name)]);
    const bound = bounds.find(([, number]) => isNumber(number));
    if (!value) return bound ? `${bound[0].replace("_", " ")} ${figureText(bound[1], unit)}` : "";
    if (isNumber(high)) return `${share.formatNumber(value)} to ${figureText(high, unit)}`;
    if (!share.CHANGE_FORMS.has(valueAt(fields, "form"))) return figureText(value, unit);
    const size = figureText(value.replace(/^[-−]/, ""), unit);
    return `${size} ${/^[-−]/.test(value) ? "less" : "more"}`;
  }

  /** The unit of the figure before. @param {FormFields} fields */
  function unitBefore(fields) {
    const own = valueAt(fields, "baseline.unit");
    const form = valueAt(fields, "form");
    return own || (["", "level", "absolute-change"].includes(form) ? valueAt(fields, "unit") : "");
  }

  /** The figure before as somebody would write it, or its words. @param {FormFields} fields */
  function beforeText(fields) {
    const value = valueAt(fields, "baseline.value");
    if (!isNumber(value)) return value || valueAt(fields, "baseline.text");
    const least = valueAt(fields, "baseline.at_least") === "yes" ? "at least " : "";
    const period = valueAt(fields, "baseline.period");
    return least + figureText(value, unitBefore(fields)) + (period && ` (${period})`);
  }

  /** What was found, as the start of a sentence; empty where it is not clear. @param {FormFields} fields */
  function resultHeadline(fields) {
    const outcome = share.recordTitle(["outcome"], valueAt(fields, "outcome"));
    const after = afterText(fields);
    const value = valueAt(fields, "value");
    if (!outcome || (value && !isNumber(value))) return "";
    const nature = fields
      .get("nature")
      ?.question.options?.find(([word]) => word === valueAt(fields, "nature"));
    const kind = nature && nature[0] !== "result" ? `${nature[1]}: ` : "";
    if (!after) {
      const change = CHANGE_WORDS[valueAt(fields, "change")];
      return change && !kind ? `${outcome} ${change}` : "";
    }
    return kind + outcome + movement(fields, after);
  }

  /** “ fell from 12 to 9 days”, “: 9 days”. @param {FormFields} fields @param {string} after */
  function movement(fields, after) {
    const before = beforeText(fields);
    const [start, end] = ["baseline.value", "value"].map((path) => valueAt(fields, path));
    const isLevel = ["", "level"].includes(valueAt(fields, "form"));
    const isPlain = isNumber(start) && isNumber(end) && !valueAt(fields, "value_high");
    if (isLevel && isPlain && unitBefore(fields) === valueAt(fields, "unit")) {
      const [from, to] = [start, end].map((text) => Number(share.plainNumber(text)));
      const verb = to < from ? "fell" : "rose";
      if (to === from) return ` stayed at ${after}`;
      return ` ${verb} from ${shortStart(fields, before)} to ${after}`;
    }
    return `: ${after}${before && `, from ${before}`}`;
  }

  /** The figure before, without a unit that the figure after repeats: “12” of “12 days”. @param {FormFields} fields @param {string} before */
  function shortStart(fields, before) {
    const unit = valueAt(fields, "unit").replaceAll("-", " ");
    return unit && before.endsWith(` ${unit}`) ? before.slice(0, -unit.length - 1) : before;
  }

  /**
   * A result in one sentence, as it was understood; empty where it is not clear.
   * @param {FormFields} fields
   */
  function resultSentence(fields) {
    const headline = resultHeadline(fields);
    if (!headline) return "";
    const [sample, people] = [valueAt(fields, "sample"), valueAt(fields, "population")];
    const count = isNumber(sample) ? share.formatNumber(sample) : sample;
    const among = [count, people].filter(Boolean).join(" ");
    const period = valueAt(fields, "period");
    const over = /^(?:about )?[0-9]+ [a-z]/i.test(period) ? `over ${period}` : period;
    const other = comparedText(fields);
    const evaluator = EVALUATOR_WORDS[valueAt(fields, "evaluated_by")];
    const parts = [headline, among && `among ${among}`, over, other && `compared with ${other}`];
    const sentence = parts.filter(Boolean).join(", ");
    return `${sentence}${evaluator ? `; ${evaluator}` : ""}.`;
  }

  /** @param {FormFields} fields */
  function comparedText(fields) {
    const area = valueAt(fields, "comparator.area");
    return valueAt(fields, "comparator.group") || (area && share.recordTitle(["area"], area));
  }

  Object.assign(share, {
    fieldAt,
    valueAt,
    figureText,
    afterText,
    beforeText,
    comparedText,
    resultHeadline,
    resultSentence,
  });
})();
