/* What a reader keeps in this browser: records to compare, a list of records, and an area. */
(() => {
  "use strict";

  const MOST_KEPT = 200; // records
  const MOST_COMPARED = 4;
  const LONGEST_TITLE = 300; // letters
  const KIND = /^[a-z]+(?:_[a-z]+)*$/;
  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  /** What the browser refused to store, until the page is left. @type {Map<string, string>} */
  const unstored = new Map();
  /** @type {(() => void)[]} */
  const listeners = [];

  /**
   * Read the records of a stored text. Whatever is no record is left out: other pages of the same
   * server, or people, may have written there.
   * @param {string | null} text
   * @returns {KeptRecord[]}
   */
  function parseKept(text) {
    const records = readJson(text);
    return Array.isArray(records) ? withoutDoubles(records.flatMap(keptRecord)) : [];
  }

  /** @param {string | null} text @returns {unknown} */
  function readJson(text) {
    try {
      return JSON.parse(text ?? "null");
    } catch {
      return null;
    }
  }

  /** @param {unknown} value @returns {KeptRecord[]} */
  function keptRecord(value) {
    if (!Array.isArray(value)) return [];
    const [kind, id, title] = value.map(String);
    if (!KIND.test(kind ?? "") || !ID.test(id ?? "")) return [];
    return [{ kind, id, title: title?.slice(0, LONGEST_TITLE) || id }];
  }

  /** @param {readonly KeptRecord[]} records */
  function withoutDoubles(records) {
    const byKey = new Map(records.map((record) => [`${record.kind}/${record.id}`, record]));
    return [...byKey.values()].slice(0, MOST_KEPT);
  }

  /** @param {readonly KeptRecord[]} records */
  function formatKept(records) {
    return JSON.stringify(records.map(({ kind, id, title }) => [kind, id, title]));
  }

  /**
   * Records of the query of an address, in its order: `?prototype=x&area=y`.
   * @param {string} query
   */
  function parseQuery(query) {
    const named = [...new URLSearchParams(query)];
    return withoutDoubles(named.flatMap(([kind, id]) => keptRecord([kind, id, ""])));
  }

  /** @param {readonly KeptRecord[]} records */
  function formatQuery(records) {
    return records.length ? `?${records.map(({ kind, id }) => `${kind}=${id}`).join("&")}` : "";
  }

  /**
   * Each academy has its own place, also where several lie on one server.
   * @param {RecordList} name
   */
  function storageKey(name) {
    return `academy-${name}:${academy.root}`;
  }

  /** @param {RecordList} name @returns {string | null} */
  function readText(name) {
    const key = storageKey(name);
    if (unstored.has(key)) return unstored.get(key) ?? null;
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  /**
   * Keep a text, or with an empty one nothing.
   * @param {RecordList} name
   * @param {string} text
   */
  function writeText(name, text) {
    const key = storageKey(name);
    unstored.delete(key);
    try {
      if (text) localStorage.setItem(key, text);
      else localStorage.removeItem(key);
    } catch {
      unstored.set(key, text);
    }
    tellListeners();
  }

  /** What to say where the browser stored nothing; empty where it did. @param {RecordList} name */
  function storageFault(name) {
    return unstored.get(storageKey(name))
      ? "This browser could not store your choice: its storage is full or turned off. " +
          "It lasts until you leave this page."
      : "";
  }

  /** @param {RecordList} name */
  function keptRecords(name) {
    return parseKept(readText(name));
  }

  /** @param {RecordList} name @param {readonly KeptRecord[]} records */
  function keepRecords(name, records) {
    writeText(name, records.length ? formatKept(records) : "");
  }

  /** @param {KeptRecord} a @param {KeptRecord} b */
  function isSame(a, b) {
    return a.kind === b.kind && a.id === b.id;
  }

  /** @param {RecordList} name @param {KeptRecord} record */
  function isKept(name, record) {
    return keptRecords(name).some((kept) => isSame(kept, record));
  }

  /** @param {RecordList} name @param {KeptRecord} record */
  function removeRecord(name, record) {
    keepRecords(
      name,
      keptRecords(name).filter((kept) => !isSame(kept, record)),
    );
  }

  /**
   * Add a record to my list, and say why not where it cannot be.
   * @param {KeptRecord} record
   */
  function addToList(record) {
    const kept = keptRecords("list");
    if (kept.length >= MOST_KEPT) {
      return `Your list is full: it holds ${MOST_KEPT} records. Remove one first.`;
    }
    keepRecords("list", [...kept, record]);
    return storageFault("list");
  }

  /**
   * The record that a page of the site is about, if it can be compared.
   * @param {string} path within the site
   * @param {string} title
   * @returns {KeptRecord | null}
   */
  function comparableAt(path, title) {
    const [, slug, id] = path.match(/^([^/]+)\/([^/]+)\.html$/) ?? [];
    const kind = academy.comparable[slug];
    return kind && id !== "index" ? { kind, id, title } : null;
  }

  /**
   * What is compared when a record is added: with what was chosen before, or, where that is of
   * another kind or there is no room for it, the record alone.
   * @param {KeptRecord} record
   */
  function comparedWith(record) {
    const others = keptRecords("compare").filter((kept) => !isSame(kept, record));
    const fits = others.length < MOST_COMPARED && others.every(({ kind }) => kind === record.kind);
    return fits ? [...others, record] : [record];
  }

  /**
   * A link that opens Compare with a record.
   * @param {KeptRecord} record
   * @param {string} className
   * @param {string} text
   */
  function createCompareLink(record, className, text) {
    const link = academy.createElement("a", className, text);
    const draw = () => {
      link.href = `${academy.root}compare/index.html${formatQuery(comparedWith(record))}`;
    };
    draw();
    onChange(draw);
    link.addEventListener("click", () => keepRecords("compare", comparedWith(record)));
    return link;
  }

  /** The reader's area, if there is one. @returns {KeptRecord | null} */
  function ownArea() {
    const [area] = keptRecords("area");
    return area?.kind === "area" ? area : null;
  }

  /** @param {KeptRecord | null} area */
  function setOwnArea(area) {
    keepRecords("area", area ? [area] : []);
  }

  /** Call a function after every change, in this tab or another. @param {() => void} listener */
  function onChange(listener) {
    listeners.push(listener);
  }

  function tellListeners() {
    for (const listener of listeners) listener();
  }

  window.addEventListener("storage", tellListeners);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) tellListeners();
  });
  academy.keep = /** @type {AcademyKeep} */ ({
    MOST_COMPARED,
    parseKept,
    formatKept,
    parseQuery,
    formatQuery,
    keptRecords,
    keepRecords,
    isSame,
    isKept,
    addToList,
    comparableAt,
    createCompareLink,
    removeRecord,
    storageFault,
    ownArea,
    setOwnArea,
    onChange,
  });
})();
