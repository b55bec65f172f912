/* Rows as a CSV file. */
(() => {
  "use strict";

  /**
   * Rows as a CSV file, with a byte order mark by which Excel knows its encoding.
   * @param {readonly (readonly string[])[]} rows
   */
  function formatCsv(rows) {
    return `\ufeff${rows.map(formatRow).join("")}`;
  }

  /**
   * A cell that a spreadsheet would take for a formula begins with an apostrophe.
   * @param {readonly string[]} cells
   */
  function formatRow(cells) {
    const quoted = cells.map((cell) => {
      const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
      return `"${safe.replace(/"/g, '""')}"`;
    });
    return `${quoted.join(",")}\r\n`;
  }

  Object.assign(academy, { formatCsv });
})();
