/* Results as people see them. All text is written as text: nothing in a record becomes markup. */
(() => {
  "use strict";

  const { createElement, find } = academy;

  /**
   * A text with the words that were looked for marked.
   * @param {string} text
   * @param {ReadonlySet<string>} stems
   */
  function highlight(text, stems) {
    const fragment = document.createDocumentFragment();
    let end = 0;
    for (const span of matchingSpans(text, stems)) {
      const mark = createElement("mark", "", text.slice(span.start, span.end));
      fragment.append(text.slice(end, span.start), mark);
      end = span.end;
    }
    fragment.append(text.slice(end));
    return fragment;
  }

  /** @param {string} text @param {ReadonlySet<string>} stems */
  function matchingSpans(text, stems) {
    return find.tokenSpans(text).filter(({ stem }) => stems.has(stem));
  }

  /**
   * A piece of the summary, or of the text where the words occur there and not in the summary.
   * @param {SearchResult} result
   * @param {ReadonlySet<string>} stems
   * @param {number} length in letters, roughly
   * @returns {DocumentFragment | null} null where there is neither
   */
  function createSnippet({ summary, passage }, stems, length) {
    const inSummary = matchingSpans(summary, stems);
    const inPassage = matchingSpans(passage, stems);
    const usesPassage = !summary || (inPassage.length > 0 && !inSummary.length);
    const text = usesPassage ? passage : summary;
    if (!text) return null;
    const [first] = usesPassage ? inPassage : inSummary;
    const [start, end] = snippetRange(text, first?.start ?? 0, length);
    const fragment = document.createDocumentFragment();
    fragment.append(
      start ? "… " : "",
      highlight(text.slice(start, end), stems),
      end < text.length ? " …" : "",
    );
    return fragment;
  }

  /**
   * Where a snippet begins and ends: between words, with the first match in it.
   * @param {string} text
   * @param {number} match where the first match begins
   * @param {number} length
   */
  function snippetRange(text, match, length) {
    const start = match > length / 2 ? text.lastIndexOf(" ", match - length / 3) + 1 : 0;
    if (text.length - start <= length) return [start, text.length];
    const end = text.lastIndexOf(" ", start + length);
    return [start, end > start ? end : start + length];
  }

  Object.assign(find, { highlight, createSnippet });
})();
