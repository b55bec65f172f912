/* Outlines of records: what their pages say as plain text, loaded a batch at a time. */
(() => {
  "use strict";

  const { loadScript } = academy;
  /** @type {Map<string, unknown>} */
  const parts = new Map();

  /** Take a file of outlines; each of them calls this. @param {string} name @param {unknown} value */
  function addPart(name, value) {
    parts.set(name, value);
  }

  /** @param {string} name @returns {Promise<any>} */
  async function loadPart(name) {
    await loadScript(`outlines/${name}.js`);
    return parts.get(name);
  }

  /** @returns {Promise<OutlineIndex>} */
  function loadIndex() {
    return loadPart("index");
  }

  /** @returns {Promise<readonly AreaChoice[]>} */
  function loadAreas() {
    return loadPart("areas");
  }

  /**
   * The first record of the file that a record is in; undefined for one before all files.
   * @param {readonly string[]} starts the first records of all files, in order
   * @param {string} id
   */
  function fileStart(starts, id) {
    return starts.findLast((start) => start <= id);
  }

  /**
   * The outlines of records, in their order; undefined for a record that is not there. A record may
   * be named by an earlier id.
   * @param {readonly KeptRecord[]} records
   * @returns {Promise<(RecordOutline | undefined)[]>}
   */
  async function loadOutlines(records) {
    const { kinds, aliases } = await loadIndex();
    return Promise.all(
      records.map(async ({ kind, id: named }) => {
        const id = Object.hasOwn(aliases, named) ? aliases[named] : named;
        const found = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
        const start = found && fileStart(found.starts, id);
        if (!start) return undefined;
        /** @type {readonly OutlineValues[]} */
        const outlines = await loadPart(`${kind}-${start}`);
        const values = outlines.find(([name]) => name === id);
        return values && readOutline(kind, found, values);
      }),
    );
  }

  /**
   * @param {string} kind
   * @param {OutlineKind} about
   * @param {OutlineValues} values
   * @returns {RecordOutline}
   */
  function readOutline(
    kind,
    { label, slug, comparable },
    [id, title, summary, rows, details, sources],
  ) {
    return {
      kind,
      id,
      title,
      summary,
      kindLabel: label,
      isComparable: comparable,
      path: `${slug}/${id}.html`,
      rows: rows.map(readRow),
      details: details.map(readRow),
      sources,
    };
  }

  /** @param {readonly [label: string, ...lines: string[]]} row @returns {OutlineRow} */
  function readRow([label, ...lines]) {
    return { label, lines };
  }

  academy.outlines = { addPart, loadIndex, loadAreas, loadOutlines, fileStart };
})();
