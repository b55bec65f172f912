/* Results as cards, and as a file for a spreadsheet. */
(() => {
  "use strict";

  const { createElement, find } = academy;
  const SNIPPET_LENGTH = 220; // letters

  /**
   * @param {SearchResult} result
   * @param {ReadonlySet<string>} stems to mark
   * @param {string} reason why it is shown, where it does not match the whole query
   * @param {boolean} showsKind
   */
  function createCard(result, stems, reason, showsKind) {
    const card = createElement("li", "la-card");
    if (result.picture) card.append(createPicture(result.picture));
    const title = createElement("p", "la-card__title");
    const link = createElement("a");
    link.href = find.resultUrl(result);
    link.append(find.highlight(result.title, stems));
    title.append(link);
    card.append(title);
    const snippet = find.createSnippet(result, stems, SNIPPET_LENGTH);
    if (snippet) {
      const summary = createElement("p", "la-card__summary");
      summary.append(snippet);
      card.append(summary);
    }
    if (reason) card.append(createElement("p", "la-card__reason", reason));
    const kind = showsKind ? [{ text: result.kind, tone: "plain" }] : [];
    const labels = [...kind, ...result.labels.filter(({ text }) => text !== kind[0]?.text)];
    if (labels.length) card.append(createTags(labels));
    return card;
  }

  /** @param {CardPicture} picture */
  function createPicture([url, alt, width, height]) {
    const image = createElement("img", "la-card__picture");
    Object.assign(image, { alt, width, height, loading: "lazy", src: find.resultUrl({ url }) });
    return image;
  }

  /** @param {readonly TagLabel[]} labels */
  function createTags(labels) {
    const tags = createElement("p", "la-card__tags");
    for (const { text, tone } of labels) {
      tags.append(createElement("span", `la-tag la-tag--${tone}`, text), " ");
    }
    return tags;
  }

  /**
   * Results as a CSV file.
   * @param {readonly SearchResult[]} results
   * @param {string} siteRoot the address of the site for others; empty where it has none, so that
   *   the table gives the place in the site
   */
  function formatCsv(results, siteRoot) {
    const rows = results.map((result) => [
      result.title,
      result.kind,
      result.summary,
      find.joinLabels(result.labels, "; "),
      result.passage,
      siteRoot + result.url,
    ]);
    return academy.formatCsv([
      ["Title", "What it is", "Summary", "Labels", "Value and details", "Address"],
      ...rows,
    ]);
  }

  Object.assign(find, { createCard, formatCsv });
})();
