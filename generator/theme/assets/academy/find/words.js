/* What people type to the words that are looked up: the same as generator/site/find/tokens.py does. */
(function () {
  "use strict";

  var WORD = /[\p{L}\p{N}]+(?:['’&][\p{L}\p{N}]+)*/gu;
  var HYPHEN = /([\p{L}\p{N}]+)-([\p{L}\p{N}]+)/gu;
  var JOINT = /['’&]/g;
  var stemmer = new EnglishStemmer();
  var known = new Map();

  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function words(text) {
    var folded = fold(text);
    var found = (folded.match(WORD) || []).map(function (word) {
      return word.replace(JOINT, "");
    });
    var pair;
    HYPHEN.lastIndex = 0;
    while ((pair = HYPHEN.exec(folded))) found.push(pair[1] + pair[2]);
    return found;
  }

  function stem(word) {
    if (!known.has(word)) known.set(word, stemmer.stemWord(word));
    return known.get(word);
  }

  /* Where the words of a text stand in it: the text as it is, not folded. */
  function spans(text) {
    var out = [];
    var match;
    var pattern = /[\p{L}\p{N}\p{M}]+(?:['’&][\p{L}\p{N}\p{M}]+)*/gu;
    while ((match = pattern.exec(text))) {
      var word = words(match[0])[0];
      if (word) out.push({ start: match.index, end: match.index + match[0].length, stem: stem(word) });
    }
    return out;
  }

  Object.assign(window.academyFind, { words: words, stem: stem, spans: spans });
})();
