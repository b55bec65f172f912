/* The detector of people who are named; its patterns come from `generator/privacy/person.py`.
   A name alone is not enough: it takes an age, a street, a job or words that the person said. */
(() => {
  "use strict";

  const { compilePattern, compilePrefix, privacy } = academy;

  /**
   * The names in a text. Each pattern is tried at a common first name or a title only.
   * @param {DetectorRules["person"]} rules
   * @returns {(text: string) => Iterable<Span>}
   */
  function nameFinder(rules) {
    const capitalised = compilePattern(rules.capitalised, "g");
    const name = compilePattern(rules.name, "y");
    const starts = new Set([...rules.firstNames, ...rules.titles]);
    const bodies = new Set(rules.bodies);
    const knownBodies = new Set(rules.knownBodies);

    return function* names(text) {
      for (const { 0: word, index } of text.matchAll(capitalised)) {
        if (!starts.has(word)) continue;
        name.lastIndex = index;
        const match = name.exec(text);
        if (!match) continue;
        const [whole, title, first, last] = match;
        const lastWords = (last ?? first).split(/\s+/);
        const isBody =
          bodies.has(lastWords.at(-1) ?? "") || knownBodies.has(`${first} ${lastWords[0]}`);
        if ((title || last) && !isBody) yield [index, index + whole.length];
      }
    };
  }

  /** @param {DetectorRules["person"]} rules @returns {Detector} */
  function personDetector(rules) {
    const findNames = nameFinder(rules);
    const streetAfter = compilePrefix(rules.streetAfter);
    const agedAfter = compilePrefix(rules.agedAfter);
    const agedBefore = compilePattern(rules.agedBefore);
    const jobAfter = compilePrefix(rules.jobAfter);
    const jobBefore = compilePattern(rules.jobBefore);
    const saidAfter = compilePrefix(rules.saidAfter);
    const saidBefore = compilePattern(rules.saidBefore);
    const publishedAfter = compilePrefix(rules.publishedAfter);
    const publishedBefore = compilePattern(rules.publishedBefore);
    const ageAndStreet = compilePattern(rules.ageAndStreet, "g");

    /** @param {string} text @param {readonly RegExp[]} patterns */
    const matchLength = (text, patterns) => {
      for (const pattern of patterns) {
        const match = pattern.exec(text);
        if (match) return match[0].length;
      }
      return 0;
    };

    /**
     * The span of a name with an address, an age, a job or a quotation.
     * @param {TextContext} context
     * @param {Span} name
     * @returns {Span | undefined}
     */
    function details(context, [start, end]) {
      const before = context.before(start, rules.around);
      const after = context.after(end, rules.around);
      const personal = matchLength(after, [streetAfter, agedAfter]);
      if (personal) return [start, end + personal];
      const age = matchLength(before, [agedBefore]);
      if (age) return [start - age, end];
      if (publishedBefore.test(before) || publishedAfter.test(after)) return undefined;
      const next = matchLength(after, [jobAfter, saidAfter]);
      if (next) return [start, end + next];
      const previous = matchLength(before, [jobBefore, saidBefore]);
      return previous ? [start - previous, end] : undefined;
    }

    return function* people(context) {
      for (const name of findNames(context.text)) {
        const span = details(context, name);
        if (span) yield ["person", ...span];
      }
      for (const { start, end } of context.matches(ageAndStreet)) yield ["person", start, end];
    };
  }

  privacy.personDetector = personDetector;
})();
