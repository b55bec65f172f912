/* The names of all records: people pick a record by its title, and its id is what is kept. */
(() => {
  "use strict";

  const { share } = academy;
  const ANY_KIND = "*";
  const NEAR_ENOUGH = 0.72;
  const MOST_NEAR = 5;

  /**
   * The kinds that a question takes, in full.
   * @param {readonly string[]} kinds
   */
  function allowedKinds(kinds) {
    return kinds.includes(ANY_KIND) ? Object.keys(share.names.kinds) : kinds;
  }

  /**
   * The id and the names of every record of some kinds: those here, those of other academies, by
   * their full names, and those that were added in the form.
   * @param {readonly string[]} kinds
   * @returns {RecordName[]}
   */
  function namesOf(kinds) {
    const { kinds: own, followed } = share.names;
    const known = [own, followed].flatMap((names) => kinds.flatMap((kind) => names[kind] ?? []));
    return [...known, ...share.addedNames(kinds)];
  }

  /**
   * The names that come nearest to what somebody typed, the nearest first. What stands in brackets
   * behind a name may be left out.
   * @param {readonly string[]} kinds
   * @param {string} typed
   * @returns {string[]}
   */
  function nearNames(kinds, typed) {
    const wanted = wordsOf(typed);
    if (!wanted.length) return [];
    const scored = namesOf(kinds).map(([, ...names]) => {
      const all = [...names, names[0].replace(/\s*\([^)]*\)/g, "")];
      return { title: names[0], score: Math.max(...all.map((name) => nameScore(name, wanted))) };
    });
    const near = scored.filter(({ score }) => score >= NEAR_ENOUGH);
    near.sort((a, b) => b.score - a.score || a.title.length - b.title.length);
    return [...new Set(near.map(({ title }) => title))].slice(0, MOST_NEAR);
  }

  /**
   * How near a name is, from 0 to 2: how well the wanted words stand in it, and how much it has
   * besides. 0 where they stand in it badly.
   * @param {string} name
   * @param {readonly string[]} wanted
   */
  function nameScore(name, wanted) {
    const words = wordsOf(name);
    const each = wanted.map((part) => Math.max(0, ...words.map((word) => wordScore(part, word))));
    const mean = each.reduce((sum, score) => sum + score, 0) / each.length;
    const whole = likeness(wanted.join(" "), words.join(" "));
    return Math.max(mean, whole) < NEAR_ENOUGH ? 0 : mean + whole;
  }

  /** @param {string} part @param {string} word */
  function wordScore(part, word) {
    return word.startsWith(part) ? 1 : likeness(part, word);
  }

  /** Dice's coefficient of the pairs of letters: 1 for the same text. @param {string} a @param {string} b */
  function likeness(a, b) {
    const [own, others] = [pairsOf(a), pairsOf(b)];
    const shared = [...own].filter((pair) => others.has(pair)).length;
    return (2 * shared) / (own.size + others.size || 1);
  }

  /** @param {string} text */
  function wordsOf(text) {
    const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.replace(/['’]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
  }

  /** Each two letters that stand beside each other. @param {string} text */
  function pairsOf(text) {
    return new Set([...text.slice(1)].map((letter, n) => text[n] + letter));
  }

  /**
   * The records that somebody can mean: by id, by the name that is shown, or else by another name.
   * @param {readonly string[]} kinds
   * @param {string} typed
   * @returns {RecordName[]}
   */
  function recordsNamed(kinds, typed) {
    const wanted = foldName(typed);
    const names = namesOf(kinds);
    const wantedId = presentId(typed) || typed;
    const byId = names.filter(([id]) => id === wantedId);
    if (byId.length) return byId;
    const shown = names.filter(([, title]) => foldName(title) === wanted);
    if (shown.length) return shown;
    return names.filter(([, , ...others]) => others.some((name) => foldName(name) === wanted));
  }

  /** The id of the record that had an id earlier; empty where none had. @param {string} id */
  function presentId(id) {
    return Object.hasOwn(share.names.aliases, id) ? share.names.aliases[id] : "";
  }

  /** @param {string} name */
  function foldName(name) {
    return name.replace(/\s+/g, " ").trim().toLowerCase();
  }

  /**
   * The id of the record that somebody typed; empty where there is none, or more than one.
   * @param {readonly string[]} kinds
   * @param {string} typed
   */
  function recordId(kinds, typed) {
    const meant = recordsNamed(kinds, typed);
    return meant.length === 1 ? meant[0][0] : "";
  }

  /**
   * Why a name does not say which record is meant; empty where it names no record at all.
   * @param {readonly string[]} kinds
   * @param {string} typed
   */
  function nameQuestion(kinds, typed) {
    const text = share.clip(typed);
    const meant = recordsNamed(kinds, typed);
    if (meant.length > 1) {
      const choice = joinNames(meant.map((record) => recordTitle(kinds, record[0])));
      return share.refuse("ambiguous", { text, count: meant.length, choice });
    }
    const parts = typed.split(/[,;/&]| and /).map((part) => part.trim());
    if (parts.length < 2 || !parts.every((part) => recordsNamed(kinds, part).length)) return "";
    const names = joinNames(parts, "and");
    return share.refuse("several", { text, count: parts.length, names });
  }

  /** @param {readonly string[]} names @param {string} [last] */
  function joinNames(names, last = "or") {
    const quoted = names.map((name) => `“${share.clip(name)}”`);
    return `${quoted.slice(0, -1).join(", ")} ${last} ${quoted.at(-1)}`;
  }

  /**
   * The name of a record, or its id where another record has the same name.
   * @param {readonly string[]} kinds
   * @param {string} id
   */
  function recordTitle(kinds, id) {
    const title = namesOf(kinds).find(([other]) => other === id)?.[1];
    return title !== undefined && recordId(kinds, title) === id ? title : id;
  }

  /**
   * The kind of the record with an id; undefined where there is none.
   * @param {string} id
   */
  function kindOfRecord(id) {
    return Object.keys(share.names.kinds).find((kind) =>
      share.names.kinds[kind].some(([other]) => other === id),
    );
  }

  /**
   * The record, published or new, that has an id or had it earlier; empty where there is none.
   * @param {string} id
   */
  function holderOf(id) {
    const isNew = share.addedNames(Object.keys(share.names.kinds)).some(([other]) => other === id);
    return presentId(id) || (isNew || kindOfRecord(id) ? id : "");
  }

  /**
   * The names of records in other answers of the form, the one that was named last first.
   * @param {readonly string[]} kinds
   * @param {FieldInput} asked
   */
  function namedInForm(kinds, asked) {
    const names = share
      .nameInputs()
      .filter((input) => input !== asked)
      .map((input) => recordId(kinds, input.value))
      .filter(Boolean);
    return [...new Set(names.reverse())].map((id) => recordTitle(kinds, id));
  }

  /** @param {string} kind */
  function kindLabel(kind) {
    return (share.labels[kind] ?? kind).toLowerCase();
  }

  Object.assign(share, {
    allowedKinds,
    nearNames,
    namedInForm,
    recordId,
    recordTitle,
    nameQuestion,
    kindOfRecord,
    holderOf,
    kindLabel,
    likeness,
    wordsOf,
  });
})();
