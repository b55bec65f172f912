/* Dates as people write them. The forms, readings and limits come from Python
   (`generator/site/share/rules.py`); `date_parser.py` reads them in the same way. */
(() => {
  "use strict";

  const { compileFullMatch, share } = academy;
  /** @type {CompiledDateRules} */
  let rules;
  const MS_PER_DAY = 86_400_000;

  /** Why an answer is no date: the name of the refusal, and the values of its message. */
  class DateError extends Error {
    /** @param {string} refusal @param {Record<string, string>} [values] */
    constructor(refusal, values = {}) {
      super(refusal);
      this.refusal = refusal;
      this.values = values;
    }
  }

  /** @param {DateRules} given */
  function setDateRules(given) {
    const { forms, refused, modifiers, sharedEndings } = given;
    rules = {
      ...given,
      forms: forms.map(([form, pattern]) => ({ form, pattern: compileFullMatch(pattern) })),
      refused: refused.map(([refusal, pattern, readings]) => ({
        refusal,
        pattern: compileFullMatch(pattern),
        readings,
      })),
      yearAndTwoDigits: compileFullMatch(given.yearAndTwoDigits),
      modifiers: {
        approximate: compileFullMatch(modifiers.approximate),
        bound: compileFullMatch(modifiers.bound),
        years: compileFullMatch(modifiers.years),
        range: compileFullMatch(modifiers.range),
      },
      sharedEndings: sharedEndings.map(([start, end]) => ({
        start: compileFullMatch(start),
        end: compileFullMatch(end),
      })),
    };
  }

  /**
   * Why a text is no date; null for a date.
   * @param {string} text
   */
  function findDateError(text) {
    const line = plainLine(text);
    try {
      return [...line].length <= rules.longest && wholeDate(line) ? null : reasonAgainst(line);
    } catch (error) {
      if (error instanceof DateError) return error;
      throw error;
    }
  }

  /**
   * A date in words, with the first and the last day that it can mean; null for other text.
   * @param {string} text
   */
  function dateRange(text) {
    return findDateError(text) ? null : wholeDate(plainLine(text));
  }

  /** The day after today: it may be that day elsewhere. */
  function tomorrow() {
    const now = new Date();
    return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate() + 1);
  }

  /**
   * What to ask about a month that could be a financial year, such as “2009-10”; else null.
   * @param {string} text
   */
  function findDateDoubt(text) {
    const line = plainLine(text);
    if (!rules.yearAndTwoDigits.test(line)) return null;
    for (const { form, pattern } of rules.forms) {
      const match = pattern.exec(line);
      if (!match) continue;
      const { year, month } = partsOf(match);
      if (form !== "month" || month !== (year + 1) % 100) return null;
      const words = `${rules.months[month - 1]} ${year}`;
      return new DateError("date_doubt", { words, financial: `${year}/${twoDigits(year + 1)}` });
    }
    return null;
  }

  /** @param {string} text */
  function plainLine(text) {
    return text
      .trim()
      .replace(/\s+/g, " ")
      .toLowerCase()
      .replace(/[\u2010\u2011\u2012\u2014\u2212]/g, "-")
      .replaceAll(" \u2013 ", " - ")
      .replaceAll("\u2013", "/");
  }

  /** @param {string} line @returns {DateRange | null} */
  function wholeDate(line) {
    const { bound, years, range } = rules.modifiers;
    const single = singleDate(line);
    if (single) return single;
    const limit = bound.exec(line);
    if (limit) return bounded(part(limit, "bound"), part(limit, "rest"));
    const ends = years.exec(line) ?? range.exec(line);
    return ends ? joined(part(ends, "start"), part(ends, "end")) : null;
  }

  /** “before” or “after” a date. @param {string} bound @param {string} rest @returns {DateRange | null} */
  function bounded(bound, rest) {
    const limit = singleDate(rest);
    if (!limit) return null;
    const { first, after, isAbout } = limit;
    const named = { form: bound, words: `${bound} ${limit.words}` };
    return bound === "before"
      ? { ...named, earliest: Number.NEGATIVE_INFINITY, latest: (isAbout ? after : first) - 1 }
      : { ...named, earliest: isAbout ? first : after, latest: Number.POSITIVE_INFINITY };
  }

  /** @param {string} start @param {string} end @returns {DateRange | null} */
  function joined(start, end) {
    const first = singleDate(withSharedEnding(start, end));
    const last = singleDate(end);
    if (!first || !last) return null;
    if (last.after <= first.first) throw new DateError("date_backwards");
    const words = share.rangeWords(first, last);
    return { form: "range", words, earliest: first.earliest, latest: last.latest };
  }

  /** @param {string} start @param {string} end */
  function withSharedEnding(start, end) {
    for (const patterns of rules.sharedEndings) {
      const match = patterns.start.test(start) && patterns.end.exec(end);
      if (match) return `${start} ${part(match, "rest")}`;
    }
    return start;
  }

  /** @param {string} line @returns {DatePeriod | null} */
  function singleDate(line) {
    const about = rules.modifiers.approximate.exec(line);
    const rest = about ? part(about, "rest") : line;
    for (const { form, pattern } of rules.forms) {
      const match = pattern.exec(rest);
      if (match) return period(form, partsOf(match), Boolean(about));
    }
    return null;
  }

  /** @param {RegExpExecArray | null} match @param {string} name */
  function part(match, name) {
    return match?.groups?.[name] ?? "";
  }

  /** @param {RegExpExecArray} match @returns {DateParts} */
  function partsOf(match) {
    const name = part(match, "name").slice(0, 3);
    const named = rules.months.findIndex((month) => name === month.slice(0, 3).toLowerCase()) + 1;
    const short = part(match, "short");
    return {
      year: short ? rules.shortYearsFrom + Number(short) : Number(part(match, "year")),
      month: Number(part(match, "month")) || named,
      day: Number(part(match, "day")),
      quarter: Number(part(match, "quarter")),
      end: Number(part(match, "end")),
      season: part(match, "season"),
    };
  }

  /**
   * The first day of a period and the day after it, and the days that it can mean: “about” a period
   * it can also be the one before or after it.
   * @param {string} form
   * @param {DateParts} parts
   * @param {boolean} isAbout
   * @returns {DatePeriod}
   */
  function period(form, parts, isAbout) {
    const { firstYear, lastYear, monthsIn } = rules;
    if (parts.year < firstYear || parts.year > lastYear) {
      throw new DateError("date_far", { first: String(firstYear), last: String(lastYear) });
    }
    const [month, day] = firstDay(form, parts);
    const months = monthsIn[form] ?? 0;
    const later = (/** @type {number} */ times) =>
      dayNumber(parts.year, month + times * months, months ? day : day + times);
    const [first, after] = [later(0), later(1)];
    const [earliest, latest] = isAbout ? [later(-1), later(2) - 1] : [first, after - 1];
    const exact = share.periodWords(form, parts, first, rules.months);
    const words = isAbout ? `about ${exact}` : exact;
    return { form: isAbout ? "about" : form, words, first, after, earliest, latest, isAbout };
  }

  /** @param {string} form @param {DateParts} parts @returns {[month: number, day: number]} */
  function firstDay(form, { year, month, day, quarter, season }) {
    const quarters = Math.max(quarter - 1, 0);
    if (form.startsWith("financial")) {
      const [startMonth, startDay] = rules.financialYearStarts;
      return [startMonth + 3 * quarters, startDay];
    }
    const named = rules.seasons[season] ?? month;
    const first = form === "year" || form === "quarter" ? 1 + 3 * quarters : named;
    const dayOfMonth = form === "day" ? day : 1;
    if (!isDay(year, first, dayOfMonth)) throw new DateError("date_unreal");
    return [first, dayOfMonth];
  }

  /** @param {number} year @param {number} month @param {number} day */
  function isDay(year, month, day) {
    if (month < 1 || month > 12) return false;
    return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  }

  /** The number of a day since 1970. Months over 12 and days over 31 lead on. @param {number} year @param {number} month from 1 @param {number} day */
  function dayNumber(year, month, day) {
    return Date.UTC(year, month - 1, day) / MS_PER_DAY;
  }

  /**
   * Why no form matches a text, or a part of it.
   * @param {string} line
   */
  function reasonAgainst(line) {
    for (const text of textsOf([...line].slice(0, rules.longest).join(""))) {
      for (const { refusal, pattern, readings } of rules.refused) {
        const match = pattern.exec(text);
        if (!match) continue;
        const values = readingValues(partsOf(match));
        const [first = "", second = ""] = readings.map((reading) => fillIn(reading, values));
        return new DateError(refusal, { first, second });
      }
    }
    return new DateError("date");
  }

  /**
   * A text, the ends of a range, and each of them without “about”.
   * @param {string} line
   */
  function* textsOf(line) {
    const { approximate, bound, years, range } = rules.modifiers;
    const texts = [line];
    for (const pattern of [bound, years, range]) {
      const match = pattern.exec(line);
      texts.push(...["rest", "start", "end"].map((name) => part(match, name)).filter(Boolean));
    }
    for (const text of texts) {
      yield text;
      const about = approximate.exec(text);
      if (about) yield part(about, "rest");
    }
  }

  /** @param {DateParts} parts @returns {Record<string, string | number>} */
  function readingValues({ year, month, day, quarter, end }) {
    const endYear = Math.floor(year / 100) * 100 + end;
    return {
      day,
      day_name: rules.months[day - 1] ?? "",
      month,
      month_name: rules.months[month - 1] ?? "",
      quarter,
      year,
      year_before: year - 1,
      year_after: year + 1,
      year_digits: twoDigits(year),
      next_digits: twoDigits(year + 1),
      end: twoDigits(endYear),
      end_year: endYear,
      end_year_before: endYear - 1,
    };
  }

  /** @param {number} year */
  function twoDigits(year) {
    return String(year % 100).padStart(2, "0");
  }

  /** @param {string} text @param {Record<string, string | number>} values */
  function fillIn(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  Object.assign(share, { setDateRules, findDateError, findDateDoubt, dateRange, tomorrow });
})();
