/* In the tables of Spread and of the board reports, the rows of the reader's area come first. Runs
   before the tables are made sortable, so that this is the order of the page. */
(() => {
  "use strict";

  const { createElement, keep, root } = academy;
  const FOLDERS = ["spread/", "boards/"];

  /** @param {Element} row @param {string} id of an area */
  function isAbout(row, id) {
    const ends = [`areas/${id}.html`, `boards/${id}.html`];
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = row.querySelectorAll("td a");
    return [...links].some(({ href }) => ends.some((end) => href === root + end));
  }

  /** @param {HTMLTableSectionElement} body @param {KeptRecord} area */
  function putFirst(body, area) {
    const own = [...body.rows].filter((row) => isAbout(row, area.id));
    for (const row of own) {
      row.classList.add("la-own-row");
      row.cells[0]?.append(" ", createElement("span", "la-tag", "My area"));
    }
    body.prepend(...own);
    return own.length;
  }

  /** Mark the heading of a figure that leads to the area. @param {KeptRecord} area */
  function markFigures(area) {
    /** @type {NodeListOf<SVGAElement>} */
    const links = document.querySelectorAll(`.la-figure__drawing a[href$="areas/${area.id}.html"]`);
    for (const link of links) link.classList.add("fg-own");
    return links.length;
  }

  /** @param {KeptRecord} area */
  function markArea(area) {
    const bodies = [...document.querySelectorAll("tbody")];
    const rows = bodies.reduce((count, body) => count + putFirst(body, area), 0);
    const isDrawn = markFigures(area) > 0;
    const place = document.querySelector("#grid");
    if (!place) return;
    const link = createElement("a", "", area.title);
    link.href = `${root}areas/${area.id}.html`;
    const note = createElement("p", "la-own-area__note", "My area: ");
    const drawn = isDrawn ? "It is marked in the picture. " : "";
    const listed = rows ? "Its rows come first in the table." : "The table here has no row of it.";
    note.append(link, `. ${drawn}${listed}`);
    place.after(note);
  }

  const area = keep.ownArea();
  if (area && FOLDERS.some((folder) => location.href.startsWith(root + folder))) markArea(area);
})();
