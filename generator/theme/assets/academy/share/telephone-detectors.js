/* Detectors of telephone numbers; their patterns come from `generator/privacy/telephone.py`.
   A detector is a function of a context that yields what it finds. */
(() => {
  "use strict";

  const { compilePattern, compilePrefix, compileFullMatch, privacy } = academy;
  const { digitsOf, groupStart, isNhsNumber } = privacy;

  /**
   * A function that gives the start of a number, without an opening bracket that it does not close.
   * @param {DetectorRules["telephone"]} rules
   * @returns {(number: string, start: number) => number}
   */
  function bracketRemover(rules) {
    const pair = compilePrefix(rules.pair);
    return (number, start) => start + (number.startsWith("(") && !pair.test(number) ? 1 : 0);
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
    const withoutBracket = bracketRemover(rules);
    const otherNumber = compilePattern(rules.other);
    const saysTelephone = compilePattern(contextRules.telephone);

    /** @param {string} number without its first 0 */
    const isInUse = (number) =>
      (number.length === 10 || (number.length === 9 && nineDigits.test(number))) &&
      range.test(number);
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

  /**
   * Detectors of numbers of other countries. Python also asks the library `phonenumbers` whether a
   * number is in use; here its length for its calling code has to do, so this finds the same or more.
   * @param {DetectorRules["telephoneAbroad"]} rules
   * @param {DetectorRules["telephone"]} telephoneRules
   * @param {DetectorRules["context"]} contextRules
   * @returns {{ foreign: Detector, american: Detector }}
   */
  function foreignTelephoneDetectors(rules, telephoneRules, contextRules) {
    const foreign = compilePattern(rules.foreign, "gd");
    const trunkZero = compilePattern(rules.trunkZero, "g");
    const groupEnd = compilePattern(rules.groupEnd, "g");
    const foreignDigits = compileFullMatch(rules.foreignDigits);
    const american = compilePattern(rules.american, "g");
    const saysTelephone = compilePattern(contextRules.telephone);
    const withoutBracket = bracketRemover(telephoneRules);

    /** The end of the last group with which a number is whole; 0 for none. @param {string} written */
    function wholeEnd(written) {
      const ends = Array.from(written.matchAll(groupEnd), ({ index }) => index + 1);
      const isWhole = (/** @type {number} */ end) =>
        foreignDigits.test(digitsOf(written.slice(0, end).replace(trunkZero, "")));
      return ends.reverse().find(isWhole) ?? 0;
    }

    return {
      *foreign(context) {
        for (const { match, start } of context.matches(foreign)) {
          const length = wholeEnd(match[1]);
          const end = groupStart(match, 1) + length;
          if (length) yield ["telephone", withoutBracket(match[0], start), end];
        }
      },
      *american(context) {
        for (const { match, start, end } of context.matches(american)) {
          const isPage = context.isInAddress(start) && !saysTelephone.test(context.before(start));
          if (!isPage) yield ["telephone", withoutBracket(match[0], start), end];
        }
      },
    };
  }

  /** Any number after a label such as “tel”. @param {DetectorRules["telephoneAbroad"]} rules @returns {Detector} */
  function labelledTelephoneDetector(rules) {
    const labelled = compilePattern(rules.labelled, "gd");
    const years = compilePrefix(rules.years);

    return function* labelledTelephone(context) {
      for (const { match, end } of context.matches(labelled)) {
        const number = digitsOf(match[1]);
        const isPatient = number.length === 10 && isNhsNumber(number) && !number.startsWith("0");
        if (!isPatient && !years.test(match[1])) yield ["telephone", groupStart(match, 1), end];
      }
    };
  }

  Object.assign(privacy, {
    telephoneDetectors,
    foreignTelephoneDetectors,
    labelledTelephoneDetector,
  });
})();
