/* A record as the text of its file: text, lists and named fields, as the academy reads them. */
(() => {
  "use strict";

  // needs no quotes: begins with a letter or digit, and has nothing that YAML reads otherwise
  const PLAIN = /^[\p{L}\p{N}£(][^\n\r\t#:]*$/u;
  const KEYWORD = /^(null|true|false|yes|no|on|off)$/i;
  const INDENT = "  ";

  /**
   * A single value, with the space that stands between its name and it.
   * @param {string} text
   * @param {string} indent
   */
  function formatScalar(text, indent) {
    if (text.includes("\n")) return formatBlock(text, indent);
    const isPlain = PLAIN.test(text) && !/\s$/.test(text) && !KEYWORD.test(text);
    return isPlain ? ` ${text}` : ` ${JSON.stringify(text)}`;
  }

  /**
   * Text of several lines, as a block below its name where YAML would keep it as it is.
   * @param {string} text
   * @param {string} indent
   */
  function formatBlock(text, indent) {
    const isKept = text === text.trim() && !/^[ \t]|[^\S\n]$|\t/m.test(text);
    if (!isKept) return ` ${JSON.stringify(text)}`;
    const lines = text.split("\n").map((line) => line && indent + INDENT + line);
    return ` |-\n${lines.join("\n")}`;
  }

  /**
   * Whether there is no text in a value.
   * @param {Answer | undefined | null} value
   * @returns {boolean}
   */
  function isEmpty(value) {
    if (value === null || value === undefined || value === "") return true;
    return typeof value === "object" && Object.values(value).every(isEmpty);
  }

  /**
   * @param {Answers} record
   * @param {string} indent
   */
  function formatFields(record, indent) {
    return Object.entries(record)
      .filter(([, value]) => !isEmpty(value))
      .map(([name, value]) => `${indent}${name}:${formatValue(value, indent)}`)
      .join("\n");
  }

  /**
   * @param {Answer} value
   * @param {string} indent
   * @returns {string}
   */
  function formatValue(value, indent) {
    if (Array.isArray(value)) {
      const items = value.filter((item) => !isEmpty(item));
      return items.map((item) => `\n${indent}${INDENT}-${formatItem(item, indent)}`).join("");
    }
    if (typeof value === "object") return `\n${formatFields(value, indent + INDENT)}`;
    return formatScalar(String(value), indent);
  }

  /**
   * @param {Answer} item of a list
   * @param {string} listIndent of the list's name
   */
  function formatItem(item, listIndent) {
    const indent = listIndent + INDENT + INDENT;
    if (typeof item !== "object") return formatScalar(String(item), indent);
    return ` ${formatFields(/** @type {Answers} */ (item), indent).trimStart()}`;
  }

  /**
   * @param {Answers} record
   * @param {string} suffix of its file; in `.md` the story is the text below the fields
   */
  function formatRecord(record, suffix) {
    const { story, ...fields } = record;
    const text = `${formatFields(fields, "")}\n`;
    if (suffix !== ".md") return text;
    const body = isEmpty(story) ? "" : `\n${String(story).trim()}\n`;
    return `---\n${text}---\n${body}`;
  }

  Object.assign(academy.share, { formatRecord, isEmpty });
})();
