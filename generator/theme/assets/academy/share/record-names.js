/* The names of all records: people pick a record by its title, and its id is what is kept. */
(() => {
  "use strict";

  const { createElement, createOption, share } = academy;
  /** @type {Map<string, HTMLDataListElement>} */
  const lists = new Map();
  const ANY_KIND = "*";

  /**
   * The kinds that a question takes, in full.
   * @param {readonly string[]} kinds
   */
  function allowedKinds(kinds) {
    return kinds.includes(ANY_KIND) ? Object.keys(share.names.kinds) : kinds;
  }

  /**
   * The id and the names of every record of some kinds.
   * @param {readonly string[]} kinds
   */
  function namesOf(kinds) {
    return kinds.flatMap((kind) => share.names.kinds[kind] ?? []);
  }

  /**
   * The id of the list to pick from, which all fields share that take the same kinds.
   * @param {readonly string[]} kinds
   */
  function nameListId(kinds) {
    const id = `la-list-${kinds.join("-")}`;
    if (!lists.has(id)) {
      const list = createElement("datalist");
      list.id = id;
      list.append(...namesOf(kinds).map(([, title]) => createOption(title, "")));
      lists.set(id, list);
    }
    return id;
  }

  /** All lists to pick from, for the page to hold. */
  function nameLists() {
    return [...lists.values()];
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
    const byId = names.filter(([id]) => id === typed);
    if (byId.length) return byId;
    const shown = names.filter(([, title]) => foldName(title) === wanted);
    if (shown.length) return shown;
    return names.filter(([, , ...others]) => others.some((name) => foldName(name) === wanted));
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

  /** @param {string} kind */
  function kindLabel(kind) {
    return (share.labels[kind] ?? kind).toLowerCase();
  }

  Object.assign(share, {
    allowedKinds,
    nameListId,
    nameLists,
    recordId,
    recordTitle,
    nameQuestion,
    kindOfRecord,
    kindLabel,
  });
})();
