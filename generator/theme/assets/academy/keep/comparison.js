/* What differs between records, from their outlines. */
(() => {
  "use strict";

  /** What the style for print leaves for rows, in mm and letters. */
  const SHEET = { height: 148, line: 3.25, gap: 1.5, letters: 180, labelLetters: 24 };

  /**
   * The labels of all lists of rows. A label that only later ones have comes after the one it
   * follows there.
   * @param {readonly (readonly OutlineRow[])[]} lists
   */
  function allLabels(lists) {
    /** @type {string[]} */
    const labels = [];
    for (const rows of lists) {
      let place = 0;
      for (const { label } of rows) {
        const known = labels.indexOf(label);
        if (known < 0) labels.splice(place, 0, label);
        place = (known < 0 ? place : known) + 1;
      }
    }
    return labels;
  }

  /**
   * Sort rows into those that differ, those that are the same, and the labels of those that no
   * record states. Lines in another order do not differ.
   * @param {readonly RecordOutline[]} outlines
   * @returns {Comparison}
   */
  function compareOutlines(outlines) {
    /** @type {Comparison} */
    const comparison = { different: [], details: [], same: [], unstated: [] };
    const all = outlines.map(({ rows, details }) => [...rows, ...details]);
    const main = new Set(allLabels(outlines.map(({ rows }) => rows)));
    for (const label of allLabels(all)) {
      const cells = all.map((rows) => rows.find((row) => row.label === label)?.lines ?? []);
      const contents = new Set(cells.map((lines) => JSON.stringify([...lines].sort())));
      if (cells.every((lines) => !lines.length)) comparison.unstated.push(label);
      else if (contents.size === 1) comparison.same.push({ label, cells });
      else if (main.has(label)) comparison.different.push({ label, cells });
      else comparison.details.push({ label, cells });
    }
    return comparison;
  }

  /**
   * How many rows fit on a sheet of A4 across, as the style for print sets them.
   * @param {readonly ComparedRow[]} rows
   * @param {readonly string[]} titles of the records
   * @param {string} unstated the line below the table
   */
  function rowsOnSheet(rows, titles, unstated) {
    const letters = SHEET.letters / titles.length; // in a line of a cell
    const head = Math.max(...titles.map((title) => lineCount([title], letters * 0.8)));
    let free = SHEET.height - (head + lineCount([unstated], SHEET.letters)) * SHEET.line;
    const first = rows.findIndex(({ label, cells }) => {
      const counts = cells.map((lines) => lineCount(lines, letters));
      const height = Math.max(lineCount([label], SHEET.labelLetters), ...counts);
      free -= height * SHEET.line + SHEET.gap;
      return free < 0;
    });
    return first < 0 ? rows.length : first;
  }

  /** @param {readonly string[]} lines @param {number} letters */
  function lineCount(lines, letters) {
    return lines.reduce((count, line) => count + Math.ceil(line.length / letters), 0);
  }

  Object.assign(academy.keep, { compareOutlines, rowsOnSheet });
})();
