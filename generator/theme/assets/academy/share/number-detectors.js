/* Detectors of numbers of patients and of National Insurance; their patterns come from the Python
   module of the same name in `generator/privacy`. */
(() => {
  "use strict";

  const { compilePattern, compilePrefix, compileFullMatch, privacy } = academy;
  const { digitsOf, groupStart, isNhsNumber } = privacy;

  /**
   * What the first groups of patterns hold, and where. The patterns must have the flags “g” and “d”.
   * @param {TextContext} context
   * @param {readonly RegExp[]} patterns
   */
  function* firstGroups(context, patterns) {
    for (const pattern of patterns) {
      for (const { match } of context.matches(pattern)) {
        const start = groupStart(match, 1);
        yield { number: match[1], start, end: start + match[1].length };
      }
    }
  }

  /** @param {DetectorRules["nhsNumber"]} rules @returns {Detector} */
  function nhsNumberDetector(rules) {
    const titled = [compilePattern(rules.titled, "gd"), compilePattern(rules.titledAfter, "gd")];
    const regrouped = compilePattern(rules.regrouped, "g");
    const year = compilePattern(rules.year);
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
    /** @param {TextContext} context @param {string} number @param {number} start */
    const isOtherRegrouped = (context, number, start) =>
      digitsOf(number).length !== 10 || year.test(number) || isOtherGrouped(context, number, start);
    /** @param {TextContext} context @param {string} number @param {number} start @param {number} end */
    const isOtherWhole = (context, number, start, end) =>
      otherWhole.test(context.before(start)) ||
      counted.test(context.after(end)) ||
      hour.test(number) ||
      seconds.test(number) ||
      context.isInAddress(start);

    const unnamed = /** @type {const} */ ([
      [grouped, isOtherGrouped],
      [regrouped, isOtherRegrouped],
      [whole, isOtherWhole],
    ]);

    /** Numbers that only their check digit tells. @type {Detector} */
    function* unlabelled(context) {
      for (const [pattern, isOther] of unnamed) {
        for (const { match, start, end } of context.matches(pattern)) {
          const isPatient = isNhsNumber(digitsOf(match[0]));
          if (isPatient && !isOther(context, match[0], start, end))
            yield ["nhs-number", start, end];
        }
      }
    }

    return function* nhsNumber(context) {
      for (const { start, end } of firstGroups(context, titled)) yield ["nhs-number", start, end];
      for (const { number, start, end } of firstGroups(context, [named])) {
        if (isNhsNumber(digitsOf(number))) yield ["nhs-number", start, end];
      }
      yield* unlabelled(context);
    };
  }

  /** @param {DetectorRules["patientNumber"]} rules @returns {Detector} */
  function patientNumberDetector(rules) {
    const patterns = [compilePattern(rules.named, "gd"), compilePattern(rules.chi, "gd")];
    const years = compileFullMatch(rules.years);

    return function* patientNumber(context) {
      for (const { number, start, end } of firstGroups(context, patterns)) {
        if (!years.test(number)) yield ["patient-number", start, end];
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

  Object.assign(privacy, {
    nhsNumberDetector,
    patientNumberDetector,
    nationalInsuranceDetector,
  });
})();
