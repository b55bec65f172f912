/* A list of records as a file: a page that needs nothing else, or a table for a spreadsheet. */
(() => {
  "use strict";

  const STYLE =
    "body{font:1rem/1.5 sans-serif;color:#17211f;background:#fff;max-width:46rem;" +
    "margin:2rem auto;padding:0 1rem}h1,h2{line-height:1.2}" +
    "section{border-top:1px solid #79857f;margin-top:2rem;padding-top:1rem}" +
    "dt{font-weight:bold;margin-top:.6rem}dd{margin:0}.kind,.note{color:#4a5754}" +
    "@media print{body{margin:0;font-size:10pt}section{break-inside:avoid-page}}";
  const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  /** @param {string} text */
  function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
  }

  /** @param {SourcePlace} source */
  function sourceText([document, place]) {
    return place ? `${document}, ${place}` : document;
  }

  /**
   * A page with every record: what it says, and its sources.
   * @param {readonly RecordOutline[]} outlines
   * @param {PackHead} head
   */
  function formatPack(outlines, { academyName, siteRoot, day }) {
    const title = escapeHtml(`My list from ${academyName}`);
    const from = siteRoot ? `, ${escapeHtml(siteRoot)}` : "";
    return (
      `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n` +
      `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n` +
      `<meta name="viewport" content="width=device-width,initial-scale=1">\n` +
      `<title>${title}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<h1>${title}</h1>\n` +
      `<p class="note">Saved on ${escapeHtml(day)} from ${escapeHtml(academyName)}${from}. ` +
      `It says what the academy said on that day.</p>\n` +
      `${outlines.map((outline) => formatSection(outline, siteRoot)).join("")}</body>\n</html>\n`
    );
  }

  /** @param {RecordOutline} outline @param {string} siteRoot */
  function formatSection(outline, siteRoot) {
    const { kindLabel, title, summary, path, id, sources } = outline;
    const text = escapeHtml(title);
    const heading = siteRoot ? `<a href="${escapeHtml(siteRoot + path)}">${text}</a>` : text;
    const stated = [...outline.rows, ...outline.details].filter(({ lines }) => lines.length);
    const facts = stated.map(
      ({ label, lines }) =>
        `<dt>${escapeHtml(label)}</dt>${lines.map((line) => `<dd>${escapeHtml(line)}</dd>`).join("")}`,
    );
    const cited = sources.map((source) => `<li>${escapeHtml(sourceText(source))}</li>`).join("");
    return (
      `<section>\n<p class="kind">${escapeHtml(kindLabel)} · ${escapeHtml(id)}</p>\n` +
      `<h2>${heading}</h2>\n${summary ? `<p>${escapeHtml(summary)}</p>\n` : ""}` +
      `${facts.length ? `<dl>${facts.join("\n")}</dl>\n` : ""}<h3>Sources</h3>\n` +
      `${cited ? `<ul>${cited}</ul>` : "<p>None is stated.</p>"}\n</section>\n`
    );
  }

  /**
   * The rows of a table of records.
   * @param {readonly RecordOutline[]} outlines
   * @param {string} siteRoot
   */
  function packRows(outlines, siteRoot) {
    const rows = outlines.map(({ title, kindLabel, id, summary, path, sources }) => [
      title,
      kindLabel,
      id,
      summary,
      sources.map(sourceText).join("; "),
      siteRoot ? siteRoot + path : "",
    ]);
    return [["Title", "What it is", "ID", "Summary", "Sources", "Address"], ...rows];
  }

  Object.assign(academy.keep, { formatPack, packRows });
})();
