/* Detectors of what is personal data in the academy's country only; the patterns and the rules of
   check characters come from `generator/privacy/countries.py`. */
(() => {
  "use strict";

  const { compilePattern, privacy } = academy;
  const { groupStart } = privacy;

  /** @param {PatientNumberRules} rules @param {string} number */
  function hasValidCheck(rules, number) {
    const signs = [...number.toUpperCase()].filter((sign) => /[0-9A-Z]/.test(sign));
    /** @param {string} sign */
    const value = (sign) => (/[0-9]/.test(sign) ? Number(sign) : rules.alphabet.indexOf(sign) + 1);
    const total = rules.weights.reduce((sum, weight, at) => sum + weight * value(signs[at]), 0);
    const check = rules.modulus - (total % rules.modulus);
    const last = signs.at(-1);
    if (rules.checkLetter) return last === rules.alphabet[check - 1];
    return check < rules.modulus && last === String(check % 10);
  }

  /** @param {CountryRules} rules @returns {{ patientNumber: Detector, telephone: Detector }} */
  function countryDetectors(rules) {
    const formats = rules.patientNumbers.map((format) => ({
      format,
      labelled: compilePattern(format.labelled, "gd"),
      plain: compilePattern(format.plain, "gd"),
    }));
    const telephones = rules.telephones.map((pattern) => compilePattern(pattern, "gd"));

    return {
      *patientNumber(context) {
        for (const { format, labelled, plain } of formats) {
          for (const { start, end } of numbersIn(context, labelled)) {
            yield ["patient-number", start, end];
          }
          for (const { match, start, end } of numbersIn(context, plain)) {
            const isNumber = hasValidCheck(format, match) && !context.isInAddress(start);
            if (isNumber) yield ["patient-number", start, end];
          }
        }
      },
      *telephone(context) {
        for (const pattern of telephones) {
          for (const { start, end } of numbersIn(context, pattern)) {
            if (!context.isInAddress(start)) yield ["telephone", start, end];
          }
        }
      },
    };
  }

  /** @param {TextContext} context @param {RegExp} pattern */
  function* numbersIn(context, pattern) {
    for (const { match } of context.matches(pattern)) {
      const start = groupStart(match, 1);
      yield { match: match[1], start, end: start + match[1].length };
    }
  }

  Object.assign(privacy, { countryDetectors });
})();
