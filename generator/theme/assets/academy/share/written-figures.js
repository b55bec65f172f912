/* Figures as people write them: “about 30%”, “£1.2m”, “from 12 to 9 days”. The patterns come from
   Python, and `written_figures.py` reads them in the same way. */
(() => {
  "use strict";

  const { compileFullMatch, compilePattern, share } = academy;
  /** The forms of changes and differences: whether each is in percent. */
  const CHANGE_FORMS = new Map([
    ["absolute-change", false],
    ["percent-change", true],
    ["difference", false],
    ["percent-difference", true],
  ]);
  /** @type {CompiledFigureRules} */
  let rules;

  /** @param {FigureRules} given */
  function setFigureRules(given) {
    const { amount, about, interval, earlier } = given.parts;
    rules = {
      ...given,
      forms: given.forms.map(([name, pattern]) => [name, compileFullMatch(pattern)]),
      parts: {
        amount: compileFullMatch(amount),
        about: compileFullMatch(about),
        interval: compileFullMatch(interval),
        earlier: compileFullMatch(earlier),
      },
      scale: compilePattern(given.scale),
    };
  }

  /**
   * The answers that a figure gives, by their path in a measure; empty if it is unclear.
   * @param {string} text
   * @returns {Record<string, string>}
   */
  function readFigure(text) {
    let line = text.replaceAll("−", "-").trim().replace(/\s+/g, " ");
    if (line.length > rules.longest) return {};
    /** @type {Record<string, string>} */
    const answers = {};
    const interval = rules.parts.interval.exec(line)?.groups;
    if (interval) {
      const [low, high] = [numberOf(interval.low), numberOf(interval.high)];
      if (!low || !high) return {};
      Object.assign(answers, { "interval.low": low, "interval.high": high });
      const level = interval.level ?? rules.usualLevel;
      if (level !== rules.usualLevel) answers["interval.level"] = level;
      line = interval.rest.trim();
      if (!line) return answers;
    }
    const about = rules.parts.about.exec(line)?.groups;
    if (about) {
      answers.approximate = "yes";
      line = about.rest;
    }
    const figure = readForm(line);
    return Object.keys(figure).length ? { ...figure, ...answers } : {};
  }

  /** The plain number that a text such as “1,200” or “2k” means; empty for other text. @param {string} text */
  function readNumber(text) {
    const { value, ...rest } = readFigure(text);
    return Object.keys(rest).length ? "" : (value ?? "");
  }

  /** @param {string} line @returns {Record<string, string>} */
  function readForm(line) {
    for (const [form, pattern] of rules.forms) {
      const parts = pattern.exec(line)?.groups;
      if (parts) return answersOf(form, parts);
    }
    return {};
  }

  /**
   * @param {string} form
   * @param {Readonly<Record<string, string | undefined>>} parts
   * @returns {Record<string, string>}
   */
  function answersOf(form, parts) {
    const value = numberOf(parts.value);
    const last = "high" in parts ? numberOf(parts.high) : value;
    const first = "before" in parts ? numberOf(parts.before) : value;
    const signs = [parts.value, parts.high, parts.before].map(unitOf).filter(Boolean);
    const words = [parts.unit, parts.other].map((word) => (word ?? "").trim()).filter(Boolean);
    const units = unitsOf(new Set(signs), new Set(words));
    if (!value || !last || !first || units.length > 1) return {};
    const [unit] = units;
    return formAnswers(form, parts, { value, last, first, unit });
  }

  /**
   * The units that a figure names. “£20 per person” is one: pounds per person.
   * @param {ReadonlySet<string>} signs
   * @param {ReadonlySet<string>} words
   */
  function unitsOf(signs, words) {
    const [[sign = ""], [word = ""]] = [signs, words].map((set) => [...set]);
    const currency = rules.currencyWords[sign];
    const isOne = signs.size === 1 && words.size === 1 && currency;
    if (isOne && word.startsWith("per ")) return [`${currency} ${word}`];
    return [...new Set([...signs, ...words])];
  }

  /**
   * @param {string} form
   * @param {Readonly<Record<string, string | undefined>>} parts
   * @param {{ value: string, last: string, first: string, unit: string }} figure
   * @returns {Record<string, string>}
   */
  function formAnswers(form, parts, { value, last, first, unit }) {
    /** @type {Record<string, string>} */
    const withUnit = unit ? { unit } : {};
    const { group } = parts;
    /** @type {Record<string, string>} */
    const change = { form: changeForm(unit === "percent", isOthers(group ?? "")) };
    if (group) change["comparator.group"] = group;
    const isSigned = /^[+-]/.test(parts.value ?? "");
    const isShare = unit === "percent";
    /** @type {Record<string, Record<string, string>>} */
    const answers = {
      range: rangeAnswers(parts, value, last, withUnit),
      "from-to": { "baseline.value": first, value, ...withUnit },
      "at-least": { at_least: value, ...withUnit },
      "at-most": { at_most: value, ...withUnit },
      withheld: isShare ? { at_most: value, unit } : { suppressed: `<${value}`, ...withUnit },
      less: isSigned ? {} : { value: `-${value}`, ...withUnit, ...change },
      more: isSigned ? {} : { value, ...withUnit, ...change },
      level: isSigned && unit ? { value, unit, ...change } : { value, ...withUnit },
    };
    return answers[form];
  }

  /**
   * “12 to 15” is a range, “12 to 9” a fall.
   * @param {Readonly<Record<string, string | undefined>>} parts
   * @param {string} value
   * @param {string} last
   * @param {Readonly<Record<string, string>>} withUnit
   * @returns {Record<string, string>}
   */
  function rangeAnswers(parts, value, last, withUnit) {
    const rise = Number(last) - Number(value);
    if (rise > 0 && !scalesOneEnd(parts)) return { value, value_high: last, ...withUnit };
    const isFall = rise < 0 && parts.to?.toLowerCase() === "to";
    return isFall ? { "baseline.value": value, value: last, ...withUnit } : {};
  }

  /** The form of a change over time, or of a difference between groups. @param {boolean} isShare @param {boolean} betweenGroups */
  function changeForm(isShare, betweenGroups) {
    if (betweenGroups) return isShare ? "percent-difference" : "difference";
    return isShare ? "percent-change" : "absolute-change";
  }

  /** Whether a result is compared with other people, and not with an earlier time. @param {string} group */
  function isOthers(group) {
    return Boolean(group) && !rules.parts.earlier.test(group);
  }

  /** Whether only the end of a range is in thousands or millions: “£5-7m”. @param {Readonly<Record<string, string | undefined>>} parts */
  function scalesOneEnd({ value = "", high = "" }) {
    return !rules.scale.test(value) && rules.scale.test(high);
  }

  /** The unit that the signs of an amount say; empty for none. @param {string | undefined} amount */
  function unitOf(amount) {
    const { money = "", percent } = rules.parts.amount.exec(amount ?? "")?.groups ?? {};
    const sign = money.toUpperCase();
    return rules.currencies[sign] ?? (sign || (percent ? "percent" : ""));
  }

  /** The sign of a currency, such as “£” for GBP; empty for other units. @param {string} unit */
  function currencySign(unit) {
    return Object.entries(rules.currencies).find(([, currency]) => currency === unit)?.[0] ?? "";
  }

  /** An amount as a plain number; empty for one that records do not take. @param {string | undefined} amount */
  function numberOf(amount) {
    const parts = rules.parts.amount.exec(amount ?? "")?.groups;
    if (!parts || (parts.money && parts.percent)) return "";
    let [whole, decimals = ""] = parts.digits.replace(/[, _]/g, "").split(".");
    const zeros = rules.zeros[(parts.scale ?? "").trim().toLowerCase()] ?? 0;
    if (zeros) {
      whole += decimals.slice(0, zeros).padEnd(zeros, "0");
      decimals = decimals.slice(zeros).replace(/0+$/, "");
      whole = whole.replace(/^0+(?=\d)/, "");
    }
    if (whole.length > rules.mostDigits || decimals.length > rules.mostDecimals) return "";
    return `${parts.sign === "-" ? "-" : ""}${whole}${decimals && "."}${decimals}`;
  }

  Object.assign(share, {
    CHANGE_FORMS,
    setFigureRules,
    readFigure,
    readNumber,
    changeForm,
    isOthers,
    currencySign,
  });
})();
