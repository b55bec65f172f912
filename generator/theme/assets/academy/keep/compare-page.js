/* Compare: two to four records of one kind side by side. The address says which. */
(() => {
  "use strict";

  const { createButton, createElement, keep, outlines } = academy;
  const OFF_SHEET = "la-compare__off-sheet"; // hidden in print

  /** The records to compare: those of the address, or else those that were chosen. */
  function chosenRecords() {
    const named = keep.parseQuery(location.search);
    return named.length ? named : keep.keptRecords("compare");
  }

  /**
   * Sort records into those that can be compared and those that are left out, and say why.
   * @param {readonly RecordOutline[]} found
   * @returns {{ compared: RecordOutline[], reasons: string[] }}
   */
  function comparable(found) {
    const possible = found.filter(({ isComparable }) => isComparable);
    const sameKind = possible.filter(({ kind }) => kind === possible[0].kind);
    const reasons = [];
    if (possible.length < found.length) {
      reasons.push("Only prototypes, practices and areas can be compared.");
    }
    if (sameKind.length < possible.length) {
      const left = possible.filter(({ kind }) => kind !== possible[0].kind);
      reasons.push(
        "Different kinds of record are not compared, because they answer different questions. " +
          `Left out: ${left.map(({ title }) => title).join("; ")}.`,
      );
    }
    if (sameKind.length > keep.MOST_COMPARED) {
      reasons.push(`Here are the first ${keep.MOST_COMPARED}: more do not fit side by side.`);
    }
    return { compared: sameKind.slice(0, keep.MOST_COMPARED), reasons };
  }

  /** @param {HTMLElement} host @param {OutlineIndex} index */
  async function draw(host, index) {
    const records = chosenRecords();
    const loaded = await outlines.loadOutlines(records);
    const found = loaded.filter((outline) => outline !== undefined);
    const missing = records.filter((_, place) => !loaded[place]);
    const { compared, reasons } = comparable(found);
    if (missing.length) reasons.push(keep.missingText(missing));
    history.replaceState(null, "", location.pathname + keep.formatQuery(compared));
    const notes = reasons.map((reason) => createElement("p", "la-callout", reason));
    host.classList.toggle("la-keeping--filled", compared.length > 1);
    const isFull = compared.length >= keep.MOST_COMPARED;
    host.replaceChildren(
      ...notes,
      ...(compared.length > 1
        ? createComparison(compared, index, (outline) => remove(host, index, compared, outline))
        : createAdvice(compared)),
      ...(isFull ? [] : [keep.createChoice(compared, index)]),
    );
  }

  /**
   * @param {HTMLElement} host
   * @param {OutlineIndex} index
   * @param {readonly RecordOutline[]} compared
   * @param {RecordOutline} outline
   */
  async function remove(host, index, compared, outline) {
    const rest = compared.filter((other) => other !== outline);
    if (keep.isKept("compare", outline)) keep.removeRecord("compare", outline);
    history.replaceState(null, "", location.pathname + keep.formatQuery(rest));
    await draw(host, index);
    academy.focusHeading();
  }

  /** What to do where there are not two. @param {readonly RecordOutline[]} compared */
  function createAdvice(compared) {
    const text = compared.length
      ? "Choose at least one more below. So far you have chosen "
      : "Nothing is chosen yet. Find the first prototype, practice or area below, or press " +
        "Compare on its page or card. Then choose up to three more of the same kind.";
    const advice = createElement("p", "la-callout", text);
    if (compared.length) advice.append(keep.createRecordLink(compared[0]), ".");
    return [advice];
  }

  /**
   * @param {readonly RecordOutline[]} compared
   * @param {OutlineIndex} index
   * @param {(outline: RecordOutline) => void} onRemove
   */
  function createComparison(compared, { academy: name, kinds }, onRemove) {
    const labels = kinds[compared[0].kind].labels.toLowerCase();
    const { different, details, same, unstated } = keep.compareOutlines(compared);
    const region = createElement("div", "la-compare");
    region.tabIndex = 0;
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", `Table: ${compared.length} ${labels} compared`);
    const table = createElement("table", `la-compare__table la-compare__table--${compared.length}`);
    table.setAttribute("role", "table");
    table.append(createHead(compared, onRemove));
    const titles = compared.map(({ title }) => title);
    if (different.length) table.append(createGroup("Where they differ", different, titles, false));
    if (same.length) table.append(createGroup("Where they are the same", same, titles, true));
    region.append(table);
    const more = details.length ? [createMore(table, details, titles)] : [];
    const left = markOffSheet(
      [...different, ...same, ...details],
      titles,
      unstatedText(unstated),
      region,
    );
    return [
      createTools(compared, name),
      region,
      ...more,
      createElement("p", "la-compare__unstated", unstatedText(unstated)),
      createSheetNote(compared, name, left),
    ];
  }

  /**
   * Mark the rows that do not fit on a printed sheet, and count them.
   * @param {readonly ComparedRow[]} rows
   * @param {readonly string[]} titles of the records
   * @param {string} unstated
   * @param {Element} region
   */
  function markOffSheet(rows, titles, unstated, region) {
    const fitting = keep.rowsOnSheet(rows, titles, unstated);
    const drawn = [...region.querySelectorAll("tr")].filter((row) => row.querySelector("tbody th"));
    for (const row of drawn.slice(fitting)) row.classList.add(OFF_SHEET);
    for (const group of region.querySelectorAll("tbody")) {
      const isOff = !group.querySelector(`tr:not(.${OFF_SHEET}) th`);
      group.classList.toggle(OFF_SHEET, isOff);
    }
    return rows.length - fitting;
  }

  /**
   * What stands at the foot of a printed sheet: where it is from, and what it leaves out.
   * @param {readonly RecordOutline[]} compared
   * @param {string} name of the academy
   * @param {number} left rows that are not on the sheet
   */
  function createSheetNote(compared, name, left) {
    const address = academy.sharedRoot() && keep.listReference(compared, name);
    const rest = left ? ` The page has ${left === 1 ? "1 more row" : `${left} more rows`}.` : "";
    const from = `From ${name}${address && `, ${address}`}.`;
    return createElement("p", "la-compare__sheet-note", from + rest);
  }

  /**
   * A button that unfolds the rows of details. A printed sheet has as many of them as fit.
   * @param {HTMLTableElement} table
   * @param {readonly ComparedRow[]} details
   * @param {readonly string[]} titles
   */
  function createMore(table, details, titles) {
    const group = createGroup("More that differs", details, titles, false);
    group.classList.add("la-compare__folded");
    table.append(group);
    const more = createElement("p", "la-compare__more");
    const text = details.length === 1 ? "1 more row" : `${details.length} more rows`;
    const button = createButton(`Show ${text} where they differ`, () => {
      group.classList.remove("la-compare__folded");
      more.remove();
      const heading = /** @type {HTMLElement | null} */ (group.querySelector("td"));
      if (heading) heading.tabIndex = -1;
      heading?.focus();
    });
    more.append(button);
    return more;
  }

  /** @param {readonly RecordOutline[]} compared @param {string} name of the academy */
  function createTools(compared, name) {
    const tools = createElement("p", "la-actions");
    const copy = academy.createCopyButton(() => keep.listReference(compared, name));
    tools.append(
      createButton("Print on one sheet", () => print()),
      copy.button,
      copy.note,
    );
    return tools;
  }

  /** A sentence on what no record states; empty where there is nothing. @param {readonly string[]} labels */
  function unstatedText(labels) {
    if (!labels.length) return "";
    return `Not recorded for any of them: ${labels.map((label) => label.toLowerCase()).join("; ")}.`;
  }

  /** @param {readonly RecordOutline[]} compared @param {(outline: RecordOutline) => void} onRemove */
  function createHead(compared, onRemove) {
    const head = createElement("thead");
    head.setAttribute("role", "rowgroup");
    const row = createRow();
    const corner = createElement("td");
    corner.setAttribute("role", "cell");
    row.append(corner);
    for (const outline of compared) {
      const cell = createHeading("columnheader", "col");
      const remove = createButton("Remove", () => onRemove(outline), "la-compare__remove");
      remove.setAttribute("aria-label", `Remove ${outline.title}`);
      cell.append(keep.createRecordLink(outline), " ", remove);
      row.append(cell);
    }
    head.append(row);
    return head;
  }

  /**
   * @param {string} title
   * @param {readonly ComparedRow[]} rows
   * @param {readonly string[]} titles of the records
   * @param {boolean} areSame
   */
  function createGroup(title, rows, titles, areSame) {
    const group = createElement("tbody");
    group.setAttribute("role", "rowgroup");
    const head = createRow();
    const heading = createElement("td", "la-compare__group", title);
    heading.setAttribute("role", "cell");
    heading.colSpan = titles.length + 1;
    head.append(heading);
    group.append(head);
    for (const { label, cells } of rows) {
      const row = createRow();
      row.append(createHeading("rowheader", "row", label));
      const shown = areSame ? cells.slice(0, 1) : cells;
      shown.forEach((lines, place) => {
        const cell = createCell(lines, areSame ? "All of them" : titles[place]);
        if (areSame) cell.colSpan = titles.length;
        row.append(cell);
      });
      group.append(row);
    }
    return group;
  }

  function createRow() {
    const row = createElement("tr");
    row.setAttribute("role", "row");
    return row;
  }

  /** @param {string} role @param {string} scope @param {string} [text] */
  function createHeading(role, scope, text) {
    const heading = createElement("th", "", text);
    heading.scope = scope;
    heading.setAttribute("role", role);
    return heading;
  }

  /** @param {readonly string[]} lines @param {string} whose shown where the columns are stacked */
  function createCell(lines, whose) {
    const cell = createElement("td", lines.length ? "" : "la-compare__none");
    cell.setAttribute("role", "cell");
    cell.dataset.label = whose;
    const shown = lines.length ? lines : ["Nothing recorded"];
    cell.append(...shown.map((line) => createElement("p", "", line)));
    return cell;
  }

  /** @param {HTMLElement} host */
  async function openComparePage(host) {
    const index = await outlines.loadIndex();
    await draw(host, index);
    window.addEventListener("popstate", () => draw(host, index));
  }

  keep.openComparePage = openComparePage;
})();
