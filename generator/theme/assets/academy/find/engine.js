/* The search itself: which words are meant, where they occur, and what comes first. */
(function () {
  "use strict";

  var find = window.academyFind;
  var BONUS = 0.1; // what a word counts for merely because it occurs, beside 1 at most
  var UNFINISHED = 0.75;
  var ENDING = 0.7;
  var TYPO = [1, 0.6, 0.4];
  var MEANT = 0.8;
  var ENOUGH = 0.35; // a result covers at least this share of what the best one covers
  var MOST_MEANT = 12;
  var symbols = new Int16Array(128).fill(-1);
  var head, terms, sizes, lists, decoded;

  function ready() {
    if (!ready.promise) {
      ready.promise = Promise.all([find.part("head"), find.part("words")]).then(function (both) {
        head = both[0];
        head.stop = new Set(head.stop);
        for (var n = 0; n < head.symbols.length; n++) symbols[head.symbols.charCodeAt(n)] = n;
        terms = uncoded(both[1][0]);
        sizes = both[1][1];
        lists = new Map();
        decoded = new Map();
        find.head = head;
      });
    }
    return ready.promise;
  }

  function uncoded(text) {
    var before = "";
    return text.split(" ").slice(0, -1).map(function (one) {
      before = before.slice(0, symbols[one.charCodeAt(0)]) + one.slice(1);
      return before;
    });
  }

  /* The whole number that begins at a place; `after` is then where the text goes on. */
  var after = 0;

  function numberAt(text, at) {
    var value = 0;
    var symbol = symbols[text.charCodeAt(at)];
    while (symbol >= head.half) {
      value = value * head.half + symbol - head.half + 1;
      symbol = symbols[text.charCodeAt(++at)];
    }
    after = at + 1;
    return value * head.half + symbol;
  }

  /* Rising places, and a weight with each where `weighted`. */
  function unpacked(text, weighted) {
    var places = [];
    var weights = [];
    var place = -1;
    for (var at = 0; at < text.length; at = after) {
      place += numberAt(text, at) + 1;
      places.push(place);
      if (weighted) weights.push(symbols[text.charCodeAt(after++)]);
    }
    return { places: places, weights: weights };
  }

  /* Whole numbers that stand one after the other. */
  function numbers(text) {
    var out = [];
    for (var at = 0; at < text.length; at = after) out.push(numberAt(text, at));
    return out;
  }

  /* ---------------------------------------------------- which words are meant */

  function lowest(word) {
    var low = 0;
    var high = terms.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (terms[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function exact(word) {
    var at = lowest(word);
    return terms[at] === word ? at : -1;
  }

  function size(term) {
    return symbols[sizes.charCodeAt(term)];
  }

  function commonest(found, most) {
    found.sort(function (a, b) {
      return b.weight - a.weight || size(b.term) - size(a.term) || a.term - b.term;
    });
    return found.slice(0, most);
  }

  function beginning(start, weight) {
    var found = [];
    for (var at = lowest(start); at < terms.length && terms[at].startsWith(start); at++) {
      found.push({ term: at, weight: weight });
    }
    return commonest(found, MOST_MEANT);
  }

  /* “commissioni” and “commissionign” mean “commission”. */
  function endingLost(word) {
    for (var length = word.length - 1; length >= 4 && length >= word.length - 4; length--) {
      var at = exact(word.slice(0, length));
      if (at >= 0) return [{ term: at, weight: ENDING }];
    }
    return [];
  }

  function misspelt(word, unfinished) {
    var most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    if (!most) return [];
    var stem = find.stem(word);
    var found = [];
    for (var at = 0; at < terms.length; at++) {
      var term = terms[at];
      if (term.length < 3) continue;
      var away = Math.min(
        distance(word, term, most),
        distance(stem, term, most),
        unfinished && term.length > word.length ? distance(word, term.slice(0, word.length), 1) : 9
      );
      if (away <= most) found.push({ term: at, weight: TYPO[away] });
    }
    return commonest(found, 6);
  }

  /* Letters left out, put in, changed or swapped (optimal string alignment); 9 beyond `most`. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return 9;
    var before;
    var row = [];
    for (var j = 0; j <= b.length; j++) row.push(j);
    for (var i = 1; i <= a.length; i++) {
      var two = before;
      before = row;
      row = [i];
      var least = i;
      for (j = 1; j <= b.length; j++) {
        var same = a[i - 1] === b[j - 1];
        var cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0 : 1));
        if (two && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          cost = Math.min(cost, two[j - 2] + 1);
        }
        row.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return 9;
    }
    return row[b.length] <= most ? row[b.length] : 9;
  }

  function meant(word, unfinished) {
    var stem = find.stem(word);
    var at = exact(stem);
    var found = at >= 0 ? [{ term: at, weight: 1 }] : [];
    if (unfinished) {
      beginning(word, UNFINISHED).forEach(function (one) {
        if (one.term !== at) found.push(one);
      });
    }
    if (!found.length) found = endingLost(word);
    if (!found.length) found = misspelt(word, unfinished);
    // “constructor” is a word too, and every object has something of that name
    var same = Object.prototype.hasOwnProperty.call(head.same, stem) ? head.same[stem] : [];
    return { terms: found, instead: same.map(termsOf) };
  }

  function termsOf(stems) {
    return stems.map(exact).filter(function (term) {
      return term >= 0;
    });
  }

  /* --------------------------------------------------------- where they occur */

  function fileOf(term) {
    var file = 0;
    while (file + 1 < head.starts.length && head.starts[file + 1] <= term) file++;
    return file;
  }

  function fetched(needed) {
    var files = Array.from(new Set(needed.map(fileOf)));
    return Promise.all(
      files.map(function (file) {
        return find.part("p" + file).then(function (texts) {
          lists.set(file, texts);
        });
      })
    );
  }

  function occurrences(term) {
    if (!decoded.has(term)) {
      var file = fileOf(term);
      decoded.set(term, unpacked(lists.get(file)[term - head.starts[file]], true));
    }
    return decoded.get(term);
  }

  function rarity(count) {
    return Math.log(1 + (head.docs - count + 0.5) / (count + 0.5));
  }

  /* What one word counts for in each thing: the best of all it may mean. */
  function counted(word) {
    var values = new Float32Array(head.docs);
    var together = 0;
    word.terms.forEach(function (one) {
      together += occurrences(one.term).places.length;
    });
    var rare = rarity(Math.min(together, head.docs));
    word.terms.forEach(function (one) {
      var found = occurrences(one.term);
      for (var n = 0; n < found.places.length; n++) {
        var value = one.weight * (BONUS + found.weights[n] / head.steps);
        if (value > values[found.places[n]]) values[found.places[n]] = value;
      }
    });
    word.instead.forEach(function (group) {
      together += addInstead(group, values);
    });
    if (!word.terms.length) rare = rarity(Math.min(together, head.docs));
    return { values: values, rare: rare, known: together > 0 };
  }

  /* All the words that an abbreviation stands for count as the abbreviation. */
  function addInstead(group, values) {
    if (!group.length) return 0;
    var sums = new Float32Array(head.docs);
    var times = new Uint8Array(head.docs);
    group.forEach(function (term) {
      var found = occurrences(term);
      found.places.forEach(function (place, n) {
        sums[place] += BONUS + found.weights[n] / head.steps;
        times[place]++;
      });
    });
    var count = 0;
    for (var place = 0; place < sums.length; place++) {
      if (times[place] < group.length) continue;
      count++;
      values[place] = Math.max(values[place], (MEANT * sums[place]) / group.length);
    }
    return count;
  }

  /* ---------------------------------------------------------- what comes first */

  function kindAt(place) {
    var number = head.kinds.length - 1;
    while (head.kinds[number][3] > place) number--;
    return number;
  }

  function scored(words) {
    var scores = new Float32Array(head.docs);
    var covered = new Float32Array(head.docs);
    var all = 0;
    words.map(counted).forEach(function (word) {
      if (!word.known) return;
      all += word.rare;
      for (var place = 0; place < head.docs; place++) {
        if (!word.values[place]) continue;
        scores[place] += word.rare * word.values[place];
        covered[place] += word.rare;
      }
    });
    var best = 0;
    for (var place = 0; place < head.docs; place++) best = Math.max(best, covered[place]);
    var kind = 0;
    for (place = 0; place < head.docs; place++) {
      while (kind + 1 < head.kinds.length && head.kinds[kind + 1][3] <= place) kind++;
      if (!covered[place]) continue;
      if (covered[place] < ENOUGH * best) scores[place] = 0;
      else scores[place] *= head.kinds[kind][4] * Math.sqrt(covered[place] / all);
    }
    return scores;
  }

  function ranked(scores) {
    var places = [];
    for (var place = 0; place < scores.length; place++) if (scores[place]) places.push(place);
    return places.sort(function (a, b) {
      return scores[b] - scores[a] || a - b;
    });
  }

  /* `typing`: the last word may not be finished. Gives places, the best first, their scores, and
     the stems that were found, for marking. */
  function search(query, typing) {
    var typed = find.words(query);
    var open = typing && !/\s$/.test(query);
    var words = typed.filter(function (word, n) {
      return word.length > 1 && (!head.stop.has(word) || (open && n === typed.length - 1));
    });
    if (words.length > 1 && head.stop.has(words[words.length - 1])) words.pop();
    var all = words.map(function (word, n) {
      return meant(word, open && n === words.length - 1);
    });
    var needed = [];
    all.forEach(function (word) {
      word.terms.forEach(function (one) {
        needed.push(one.term);
      });
      word.instead.forEach(function (group) {
        needed.push.apply(needed, group);
      });
    });
    return fetched(needed).then(function () {
      var scores = scored(all);
      var stems = new Set(
        needed.map(function (term) {
          return terms[term];
        })
      );
      return { places: ranked(scores), scores: scores, stems: stems };
    });
  }

  /* The things at these places, in their order. */
  function docs(places) {
    return Promise.all(
      places.map(function (place) {
        return find.part("d" + Math.floor(place / head.inFile)).then(function (texts) {
          var one = texts[place % head.inFile];
          var kind = head.kinds[kindAt(place)];
          return {
            url: one[0], title: one[1], summary: one[2], said: one[4], kind: kind[1], kinds: kind[2],
            labels: one[3].map(function (label) {
              return { text: label[0], tone: head.tones[label[1]] };
            }),
          };
        });
      })
    );
  }

  Object.assign(find, {
    ready: ready, search: search, docs: docs, unpacked: unpacked, numbers: numbers, uncoded: uncoded,
  });
})();
