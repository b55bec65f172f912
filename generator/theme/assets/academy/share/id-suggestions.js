/* The id that a record's title suggests, as `academy new` makes it. Letters and limits come from
   Python (`generator/site/share/rules.py`). */
(() => {
  "use strict";

  const { share } = academy;
  const MOST_IDS = 1000; // of titles that are remembered
  let longest = 0; // letters of an id

  /** @type {Map<string, string>} letter → as it is spelt in an id */
  const spellings = new Map();
  /** @type {Map<string, string>} title → its id */
  const knownIds = new Map();

  /** @param {FormRules} rules */
  function setIdRules(rules) {
    longest = rules.limits.id;
    for (const [spelling, letters] of Object.entries(rules.idLetters)) {
      for (const letter of letters) spellings.set(letter, spelling);
    }
    for (const letter of rules.apostrophes) spellings.set(letter, "");
    knownIds.clear();
  }

  /**
   * The id that a title suggests, as `academy new` makes it; empty where it has too few Latin letters.
   * @param {string} title
   */
  function idFor(title) {
    // each key that is typed asks for the id of every record that is being written, many times
    const known = knownIds.get(title);
    if (known !== undefined) return known;
    if (knownIds.size === MOST_IDS) knownIds.clear();
    const id = idOf(title);
    knownIds.set(title, id);
    return id;
  }

  /** @param {string} title */
  function idOf(title) {
    const spelt = [...title].map((letter) => spellings.get(letter) ?? letter).join("");
    const text = spelt
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .toLowerCase();
    const plain = text.match(/[a-z]/g)?.length ?? 0;
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (letters - plain > plain) return "";
    return cutAtWord((text.match(/[a-z0-9]+/g) ?? []).join("-"), longest);
  }

  /** @param {string} id @param {number} most letters */
  function cutAtWord(id, most) {
    if (id.length <= most) return id;
    const hyphen = id.lastIndexOf("-", most);
    return id.slice(0, hyphen > 0 ? hyphen : most);
  }

  /**
   * The words for the id of a record without a title, from its other answers.
   * @param {readonly string[]} parts
   * @param {Answers} answers
   */
  function untitledWords(parts, answers) {
    const words = parts.map((part) => {
      let isAnswered = false;
      const filled = part.replace(/\{(\w+)\}/g, (_, field) => {
        const answer = firstText(answers[field]);
        isAnswered ||= Boolean(answer);
        return answer;
      });
      return isAnswered ? filled : "";
    });
    return words.filter(Boolean).join(" ");
  }

  /** @param {Answer | undefined} answer @returns {string} */
  function firstText(answer) {
    if (typeof answer !== "object") return String(answer ?? "");
    return firstText(Object.values(answer)[0]);
  }

  Object.assign(share, { setIdRules, idFor, untitledWords });
})();
