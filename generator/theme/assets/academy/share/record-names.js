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
   * The id and the title of every record of some kinds.
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
   * The id of the record that somebody typed by its title or id; empty where there is none.
   * @param {readonly string[]} kinds
   * @param {string} typed
   */
  function recordId(kinds, typed) {
    const lower = typed.toLowerCase();
    const match = namesOf(kinds).find(
      ([id, title]) => id === typed || title.toLowerCase() === lower,
    );
    return match?.[0] ?? "";
  }

  /**
   * The title of a record, or its id where an earlier record has the same title.
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
    kindOfRecord,
    kindLabel,
  });
})();
