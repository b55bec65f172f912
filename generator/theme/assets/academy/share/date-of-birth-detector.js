/* The detector of dates of birth; its patterns come from `generator/privacy/date_of_birth.py`.
   A date alone is nobody’s: a word such as “born” makes it one. */
(() => {
  "use strict";

  const { compilePattern, compilePrefix, compileFullMatch, privacy } = academy;
  const { firstFrom, groupStart } = privacy;

  /** @param {DetectorRules["dateOfBirth"]} rules @returns {Detector} */
  function dateOfBirthDetector(rules) {
    const date = compilePattern(rules.date, "g");
    const label = compilePattern(rules.label, "g");
    const sentenceEnd = compilePattern(rules.sentenceEnd);
    const limit = compilePattern(rules.limit);
    const partial = compilePattern(rules.partial, "gd");
    const thingBefore = compilePattern(rules.thingBefore);
    const thingAfter = compilePrefix(rules.thingAfter);
    const on = compilePattern(rules.on);
    const open = compilePrefix(rules.open);
    const back = compileFullMatch(rules.back);
    const whoBack = compileFullMatch(rules.whoBack);

    /** Whether an idea, a service or an organisation was born. @param {TextContext} context @param {number} start @param {number} end */
    const isOfThing = (context, start, end) =>
      thingBefore.test(context.before(start, rules.around)) ||
      thingAfter.test(context.after(end, rules.around));

    /** @param {TextContext} context @param {boolean} isForm @param {Span} label @param {Span} span */
    function follows(context, isForm, [start, end], [dateStart, dateEnd]) {
      const { text } = context;
      const gap = text.slice(end, dateStart);
      if (dateStart - end > rules.farthest) return false;
      if (sentenceEnd.test(gap) || limit.test(gap) || (isForm && on.test(gap))) return false;
      if (!isForm && isOfThing(context, start, dateEnd)) return false;
      const isClear =
        !/^[0-9]+$/.test(text.slice(dateStart, dateEnd)) || gap.length <= rules.closest;
      return isClear && !open.test(context.after(dateEnd));
    }

    /** @param {TextContext} context @param {boolean} isForm @param {number} start @param {Span} span */
    function precedes({ text }, isForm, start, [, dateEnd]) {
      const distance = start - dateEnd;
      if (distance < 0 || distance > Math.floor(rules.farthest / 2)) return false;
      return (isForm ? back : whoBack).test(text.slice(dateEnd, start));
    }

    return function* dateOfBirth(context) {
      const dates = Array.from(context.matches(date), ({ start, end }) => toSpan(start, end));
      for (const { match, start, end } of context.matches(label)) {
        const number = firstFrom(dates, end);
        const isForm = Boolean(match.groups?.form);
        const next = dates[number];
        const previous = dates[number - 1];
        if (next && follows(context, isForm, [start, end], next)) yield ["date-of-birth", ...next];
        else if (previous && precedes(context, isForm, start, previous)) {
          yield ["date-of-birth", ...previous];
        }
      }
      for (const { match } of context.matches(partial)) {
        const start = groupStart(match, 1);
        yield ["date-of-birth", start, start + match[1].length];
      }
    };
  }

  /** @param {number} start @param {number} end @returns {Span} */
  function toSpan(start, end) {
    return [start, end];
  }

  privacy.dateOfBirthDetector = dateOfBirthDetector;
})();
