/* Detectors of personal data. Each is a function of a context that yields what it finds; patterns and
   word lists come from the Python module of the same name in `generator/privacy`. */
(() => {
  "use strict";

  const { compilePattern, compilePrefix, compileFullMatch, privacy } = academy;
  const { digitsOf, firstFrom } = privacy;

  /**
   * Whether ten digits can be an NHS number: modulus 11, and not one digit ten times
   * (https://www.datadictionary.nhs.uk/attributes/nhs_number.html).
   * @param {string} number
   */
  function isNhsNumber(number) {
    const sum = [...number].reduce((total, digit, n) => total + Number(digit) * (10 - n), 0);
    return sum % 11 === 0 && new Set(number).size > 1;
  }

  /**
   * Where a group of a match begins. The pattern must have the flag “d”.
   * @param {RegExpMatchArray} match
   * @param {number} group
   */
  function groupStart(match, group) {
    return match.indices?.[group]?.[0] ?? 0;
  }

  /**
   * @param {DetectorRules["telephone"]} rules
   * @param {DetectorRules["context"]} contextRules
   * @returns {{ certain: Detector, national: Detector }}
   */
  function telephoneDetectors(rules, contextRules) {
    const abroad = compilePattern(rules.abroad, "g");
    const noPlus = compilePattern(rules.noPlus, "g");
    const named = compilePattern(rules.named, "gd");
    const national = compilePattern(rules.national, "g");
    const short = compilePattern(rules.short, "g");
    const range = compilePrefix(rules.range);
    const nineDigits = compilePrefix(rules.nineDigits);
    const pair = compilePrefix(rules.pair);
    const otherNumber = compilePattern(rules.other);
    const saysTelephone = compilePattern(contextRules.telephone);

    /** @param {string} number without its first 0 */
    const isInUse = (number) =>
      (number.length === 10 || (number.length === 9 && nineDigits.test(number))) &&
      range.test(number);
    // a bracket belongs to a number only if it ends within it
    /** @param {string} number @param {number} start */
    const withoutBracket = (number, start) =>
      start + (number.startsWith("(") && !pair.test(number) ? 1 : 0);

    return {
      *certain(context) {
        for (const { match, start, end } of context.matches(abroad)) {
          if (isInUse(digitsOf(match[1]))) {
            yield ["telephone", withoutBracket(match[0], start), end];
          }
        }
        for (const { start, end } of context.matches(noPlus)) yield ["telephone", start, end];
        for (const { match, end } of context.matches(named)) {
          // “call” before ten digits without a 0 is less sure than a right check digit
          const number = digitsOf(match[1]);
          const isSurer = number.startsWith("0") || !isNhsNumber(number);
          if (isInUse(number.replace(/^0/, "")) && isSurer) {
            yield ["telephone", groupStart(match, 1), end];
          }
        }
      },
      *national(context) {
        for (const { match, start, end } of context.matches(national)) {
          if (otherNumber.test(context.before(start))) continue;
          const number = digitsOf(match[1]);
          // ten digits in one piece are as likely the number of something else
          const isSure = number.length === 11 || match[0].length > 10;
          const isPage = context.isInAddress(start) && !saysTelephone.test(context.before(start));
          if (isSure && isInUse(number.slice(1)) && !isPage) {
            yield ["telephone", withoutBracket(match[0], start), end];
          }
        }
        for (const { start, end } of context.matches(short)) yield ["telephone", start, end];
      },
    };
  }

  /** @param {DetectorRules["nhsNumber"]} rules @returns {Detector} */
  function nhsNumberDetector(rules) {
    const named = compilePattern(rules.named, "gd");
    const grouped = compilePattern(rules.grouped, "g");
    const whole = compilePattern(rules.whole, "g");
    const otherGrouped = compilePattern(rules.otherGrouped);
    const otherWhole = compilePattern(rules.otherWhole);
    const counted = compilePrefix(rules.counted);
    const hour = compileFullMatch(rules.hour);
    const seconds = compilePrefix(rules.seconds);

    /** @param {TextContext} context @param {string} _ @param {number} start */
    const isOtherGrouped = (context, _, start) =>
      otherGrouped.test(context.before(start)) || context.isInAddress(start);
    /** @param {TextContext} context @param {string} number @param {number} start @param {number} end */
    const isOtherWhole = (context, number, start, end) =>
      otherWhole.test(context.before(start)) ||
      counted.test(context.after(end)) ||
      hour.test(number) ||
      seconds.test(number) ||
      context.isInAddress(start);

    const unnamed = /** @type {const} */ ([
      [grouped, isOtherGrouped],
      [whole, isOtherWhole],
    ]);

    return function* nhsNumber(context) {
      for (const { match, end } of context.matches(named)) {
        if (isNhsNumber(digitsOf(match[1]))) yield ["nhs-number", groupStart(match, 1), end];
      }
      for (const [pattern, isOther] of unnamed) {
        for (const { match, start, end } of context.matches(pattern)) {
          const isPatient = isNhsNumber(digitsOf(match[0]));
          if (isPatient && !isOther(context, match[0], start, end))
            yield ["nhs-number", start, end];
        }
      }
    };
  }

  /** @param {DetectorRules["nationalInsurance"]} rules @returns {Detector} */
  function nationalInsuranceDetector(rules) {
    const named = compilePattern(rules.named, "gd");
    const whole = compilePattern(rules.whole, "g");
    const never = new Set(rules.never);
    // “NZ 123456 a mile away” is a place on a map
    /** @param {string} number */
    const hasOwnLastLetter = (number) =>
      /[0-9]$/.test(number.slice(0, -1)) || /^[A-Z]/.test(number) === /[A-Z]$/.test(number);

    return function* nationalInsurance(context) {
      for (const { match, end } of context.matches(named)) {
        if (!never.has(match[2].toUpperCase())) {
          yield ["national-insurance", groupStart(match, 1), end];
        }
      }
      for (const { match, start, end } of context.matches(whole)) {
        if (!never.has(match[1].toUpperCase()) && hasOwnLastLetter(match[0])) {
          yield ["national-insurance", start, end];
        }
      }
    };
  }

  /** @param {DetectorRules["dateOfBirth"]} rules @returns {Detector} */
  function dateOfBirthDetector(rules) {
    const date = compilePattern(rules.date, "g");
    const label = compilePattern(rules.label, "g");
    const sentenceEnd = compilePattern(rules.sentenceEnd);
    const limit = compilePattern(rules.limit);
    const on = compilePattern(rules.on);
    const open = compilePrefix(rules.open);
    const back = compileFullMatch(rules.back);
    const whoBack = compileFullMatch(rules.whoBack);

    /** @param {TextContext} context @param {boolean} isForm @param {number} end @param {Span} span */
    function follows(context, isForm, end, [dateStart, dateEnd]) {
      const { text } = context;
      const gap = text.slice(end, dateStart);
      if (dateStart - end > rules.farthest) return false;
      if (sentenceEnd.test(gap) || limit.test(gap) || (isForm && on.test(gap))) return false;
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
        if (next && follows(context, isForm, end, next)) yield ["date-of-birth", ...next];
        else if (previous && precedes(context, isForm, start, previous)) {
          yield ["date-of-birth", ...previous];
        }
      }
    };
  }

  /** @param {number} start @param {number} end @returns {Span} */
  function toSpan(start, end) {
    return [start, end];
  }

  /** @param {DetectorRules["email"]} rules @returns {Detector} */
  function emailDetector(rules) {
    const withSign = [compilePattern(rules.plain, "g"), compilePattern(rules.spaced, "g")];
    const bracketed = compilePattern(rules.bracketed, "g");
    const bracket = compilePattern(rules.bracket);
    const noDomain = compilePrefix(rules.noDomain);

    return function* email(context) {
      const { text } = context;
      const patterns = text.includes("@") ? [...withSign] : [];
      if (bracket.test(text)) patterns.push(bracketed);
      for (const pattern of patterns) {
        for (const { match, start, end } of context.matches(pattern)) {
          const isGitRemote = match[2] === "git" && text[end] === ":";
          if (!isGitRemote && !noDomain.test(match[3])) {
            yield ["e-mail", start + match[1].length, end];
          }
        }
      }
    };
  }

  Object.assign(privacy, {
    telephoneDetectors,
    nhsNumberDetector,
    nationalInsuranceDetector,
    dateOfBirthDetector,
    emailDetector,
  });
})();
