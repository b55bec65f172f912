/* Results as people see them. All text is written as text: nothing in a record becomes markup. */
(function () {
  "use strict";

  var find = window.academyFind;

  /* A text with the words that were looked for marked. */
  function marked(text, stems) {
    var out = document.createDocumentFragment();
    var end = 0;
    find.spans(text).forEach(function (word) {
      if (!stems.has(word.stem)) return;
      out.append(text.slice(end, word.start), find.make("mark", "", text.slice(word.start, word.end)));
      end = word.end;
    });
    out.append(text.slice(end));
    return out;
  }

  /* About `most` letters of the summary, or of the text where the words stand there and not in the
     summary; null when there is neither. */
  function snippet(doc, stems, most) {
    var inSummary = hits(doc.summary, stems);
    var inText = hits(doc.said, stems);
    var text = inText.length && !inSummary.length ? doc.said : doc.summary || doc.said;
    if (!text) return null;
    var found = text === doc.said ? inText : inSummary;
    var first = found.length ? found[0].start : 0;
    var start = first > most / 2 ? text.lastIndexOf(" ", first - most / 3) + 1 : 0;
    var end = text.length - start > most ? text.lastIndexOf(" ", start + most) : text.length;
    if (end <= start) end = start + most;
    var out = document.createDocumentFragment();
    out.append(start ? "… " : "", marked(text.slice(start, end), stems), end < text.length ? " …" : "");
    return out;
  }

  function hits(text, stems) {
    return find.spans(text).filter(function (word) {
      return stems.has(word.stem);
    });
  }

  Object.assign(find, { marked: marked, snippet: snippet });
})();
