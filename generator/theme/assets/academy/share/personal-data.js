/* Personal data in a text, as `generator/privacy` finds it; a test holds that both agree. */
(() => {
  "use strict";

  const { compilePattern, privacy } = academy;
  /** @type {FormRules} */
  let rules;
  /** @type {Detector[]} */
  let detectors = []; // the surer one first: its matches are not found again by a later one

  /** @param {FormRules} formRules */
  function setRules(formRules) {
    rules = formRules;
    const { context, telephone, telephoneAbroad } = rules.detectors;
    const { nhsNumber, patientNumber, nationalInsurance } = rules.detectors;
    const { dateOfBirth, email, postcode, person } = rules.detectors;
    const telephones = privacy.telephoneDetectors(telephone, context);
    const country = privacy.countryDetectors(rules.country);
    const abroad = privacy.foreignTelephoneDetectors(telephoneAbroad, telephone, context);
    privacy.setNormaliseRules(rules);
    detectors = [
      telephones.certain,
      abroad.foreign,
      privacy.labelledTelephoneDetector(telephoneAbroad),
      privacy.patientNumberDetector(patientNumber),
      country.patientNumber,
      country.telephone,
      privacy.nhsNumberDetector(nhsNumber),
      privacy.nationalInsuranceDetector(nationalInsurance),
      privacy.dateOfBirthDetector(dateOfBirth),
      telephones.national,
      abroad.american,
      privacy.emailDetector(email),
      privacy.postcodeDetector(postcode),
      privacy.personDetector(person),
    ];
  }

  /**
   * A match as a message may show it: the first letter or digit, and a star for each other one.
   * @param {string} text
   */
  function mask(text) {
    const line = text.split(/\s+/).filter(Boolean).join(" ");
    const first = line.search(compilePattern(rules.detectors.mask.letter)) + 1;
    const stars = line.slice(first).replace(compilePattern(rules.detectors.mask.letter, "g"), "*");
    return (line.slice(0, first) + stars).slice(0, rules.detectors.mask.longest);
  }

  /**
   * All personal data in a text, in its order.
   * @param {string} text
   * @returns {PersonalDataMatch[]}
   */
  function scan(text) {
    const normalised = privacy.normalise(text);
    const context = new privacy.Context(normalised.text, rules.detectors.context);
    const taken = new Uint8Array(normalised.text.length);
    const matches = [];
    for (const detect of detectors) {
      for (const [sort, start, end] of detect(context)) {
        if (taken.subarray(start, end).includes(1)) continue;
        taken.fill(1, start, end);
        matches.push({
          sort,
          start: normalised.starts[start],
          end: normalised.ends[end - 1],
          shown: mask(normalised.text.slice(start, end)),
        });
      }
    }
    return matches.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /**
   * Personal data in the name of a file. With hyphens read as spaces, only people and what no waiver
   * lets in are looked for.
   * @param {string} name
   */
  function scanName(name) {
    const matches = scan(name);
    if (matches.length) return matches;
    const { separator } = rules.detectors.names;
    const spaced = name.replace(compilePattern(separator, "g"), " ");
    return scan(peopleInCapitals(spaced)).filter(
      ({ sort }) => !isWaivable(sort) || sort === "person",
    );
  }

  /** A name with capitals for each first name and the word after it. @param {string} name */
  function peopleInCapitals(name) {
    const firstNames = new Set(rules.detectors.person.firstNames);
    let isAfterName = false;
    return name.replace(compilePattern(rules.detectors.names.word, "g"), (word) => {
      const isName = firstNames.has(word[0].toUpperCase() + word.slice(1).toLowerCase());
      const capital = isName || isAfterName ? word[0].toUpperCase() : word[0];
      isAfterName = isName;
      return capital + word.slice(1);
    });
  }

  /** A text without the signs of Markdown that may split a number. @param {string} text */
  function withoutMarks(text) {
    return text.replace(compilePattern(rules.proseMarks, "g"), "");
  }

  /** @param {string} sort of personal data */
  function isWaivable(sort) {
    return rules.personalData[sort].waivable;
  }

  /**
   * What is wrong with an answer that holds personal data; empty when it holds none.
   * @param {readonly PersonalDataMatch[]} matches
   */
  function personalDataError(matches) {
    if (!matches.length) return "";
    const names = new Set(matches.map(({ sort }) => rules.personalData[sort].name));
    return (
      `This looks like ${[...names].join(" and ")}. ` +
      "Delete it. Give a job title or an organisation instead."
    );
  }

  Object.assign(privacy, { setRules, scan, scanName, withoutMarks, isWaivable, personalDataError });
})();
