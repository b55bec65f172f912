/* A submission: all records that are sent together, as one zip or as one text. The format is that of
   `docs/submission.md`. */
(() => {
  "use strict";

  const { share } = academy;
  const FORMAT = "academy-submission";
  const VERSION = 1;
  const LONG_LINE = 60; // characters; an email program may wrap a line that is longer
  const SHORTEST_FENCE = 3;
  // a zip of the same answers has the same bytes
  const DAY = new Date(1980, 0, 1);
  const STORED = /** @type {const} */ ({ level: 0 }); // pictures and documents are compressed already

  /** @param {RecordFile} file */
  function stateOf({ original }) {
    return original ? "changed" : "new";
  }

  /**
   * @param {readonly RecordFile[]} files
   * @returns {Uint8Array<ArrayBuffer>}
   */
  function submissionZip(files) {
    /** @type {Record<string, ZipEntry>} */
    const entries = {};
    const add = (/** @type {string} */ path, /** @type {string} */ text) => {
      entries[path] = fflate.strToU8(text);
    };
    add("submission.json", `${JSON.stringify(contentsList(files), null, 2)}\n`);
    for (const { path, text, original } of files) {
      add(`records/${path}`, text);
      if (original) add(`originals/${path}`, original);
    }
    for (const [path, content] of share.mediaToSend(files)) entries[path] = [content, STORED];
    return fflate.zipSync(entries, { mtime: DAY });
  }

  /** @param {readonly RecordFile[]} files */
  function contentsList(files) {
    return {
      format: FORMAT,
      version: VERSION,
      academy: share.academy,
      records: files.map((file) => ({
        kind: file.kind,
        id: file.id,
        path: file.path,
        state: stateOf(file),
        sha256: sha256(file.text),
        ...(file.original ? { original_sha256: sha256(file.original) } : {}),
      })),
      media: share.mediaToSend(files).map(([path, content]) => ({ path, sha256: sha256(content) })),
    };
  }

  /** @param {readonly RecordFile[]} files */
  function submissionText(files) {
    const { name, edition } = share.academy;
    const head = [`Format: ${FORMAT} ${VERSION}`, `Academy: ${name}`, `Edition: ${edition}`];
    return `${[...head, `Records: ${files.length}`, "", ...files.flatMap(recordLines)].join("\n")}\n`;
  }

  /** @param {RecordFile} file */
  function recordLines(file) {
    const { path, text, original } = file;
    const lines = [`File: ${path}`, `State: ${stateOf(file)}`, `SHA-256: ${sha256(text)}`];
    lines.push(...longLines("Long lines", text), "", ...fenced(text, path), "");
    if (!original) return lines;
    lines.push(`Original SHA-256: ${sha256(original)}`);
    lines.push(...longLines("Original long lines", original), "", ...fenced(original, path), "");
    return lines;
  }

  /**
   * The lines that an email program may wrap, with their lengths; nothing where there is none.
   * @param {string} name
   * @param {string} text
   */
  function longLines(name, text) {
    const lengths = text.split("\n").map((line) => [...line].length);
    const long = lengths.flatMap((length, n) => (length > LONG_LINE ? [`${n + 1}=${length}`] : []));
    return long.length ? [`${name}: ${long.join(" ")}`] : [];
  }

  /**
   * A text between fences that are longer than any run of backticks in it.
   * @param {string} text
   * @param {string} path
   */
  function fenced(text, path) {
    const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    const fence = "`".repeat(Math.max(SHORTEST_FENCE, longest + 1));
    const language = path.endsWith(".md") ? "markdown" : "yaml";
    return [`${fence}${language}`, text.replace(/\n$/, ""), fence];
  }

  Object.assign(share, { submissionZip, submissionText });
})();
