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

  /**
   * The words of a text that are looked for, alone or as a phrase.
   * @param {string} text
   * @param {ReadonlySet<string>} stems of words, and of phrases as they are in the index
   */
  function matchingSpans(text, stems) {
    const spans = find.tokenSpans(text);
    const stopWords = new Set(find.head.stopWords);
    const content = spans.filter(({ word }) => !stopWords.has(word));
    const phrases = [...stems].map((stem) => stem.split(find.head.joint));
    /** @type {Set<TokenSpan>} */
    const found = new Set();
    content.forEach((_, at) => {
      for (const phrase of phrases) {
        const part = content.slice(at, at + phrase.length);
        if (phrase.every((stem, n) => part[n]?.stem === stem)) {
          for (const span of part) found.add(span);
        }
      }
    });
    return spans.filter((span) => found.has(span));
  }

  /** The words of a text that are looked for, as they are written. @param {string} text @param {ReadonlySet<string>} stems */
  function matchingWords(text, stems) {
    return matchingSpans(text, stems).map(({ start, end }) => text.slice(start, end));
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

  Object.assign(find, { highlight, createSnippet, matchingWords });
})();
