/* The detector of email addresses; its patterns come from `generator/privacy/email.py`.
   It knows addresses in words too. */
(() => {
  "use strict";

  const { compilePattern, compilePrefix, privacy } = academy;

  /** @param {DetectorRules["email"]} rules @returns {Detector} */
  function emailDetector(rules) {
    const plain = compilePattern(rules.plain, "g");
    const spaced = compilePattern(rules.spaced, "g");
    const written = [rules.bracketed, rules.words, rules.mixed, rules.capitals].map((pattern) =>
      compilePattern(pattern, "g"),
    );
    const noDomain = compilePrefix(rules.noDomain);
    const sureName = compilePattern(rules.sureName);

    /** Whether it is a word and the name of an account: “follow @example.org”. @param {RegExpMatchArray} match */
    const isHandle = ([, , name, before, after]) => before && !after && !sureName.test(name);

    return function* email(context) {
      const { text } = context;
      for (const pattern of [plain, spaced, ...written]) {
        for (const { match, start, end } of context.matches(pattern)) {
          const isGitRemote = match[2] === "git" && text[end] === ":";
          const isOther = noDomain.test(match[match.length - 1]);
          if (!isGitRemote && !isOther && !(pattern === spaced && isHandle(match))) {
            yield ["e-mail", start + match[1].length, end];
          }
        }
      }
    };
  }

  privacy.emailDetector = emailDetector;
})();
