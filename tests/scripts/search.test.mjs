import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { buildSite, plain, runScripts } from "./site.mjs";

const RESULTS_PAGE = ["search-state", "facet-filter", "count-words"].map(
  (name) => `assets/academy/find/${name}.js`,
);
let find;

before(async () => {
  const site = join(buildSite(), "site");
  ({ find } = runScripts(["assets/academy/find/find.js", ...RESULTS_PAGE], site));
  await find.loadEngine();
});

/** The titles of what a query finds, the best first. */
async function titles(query, typing = false) {
  const { documents } = await find.search(query, typing);
  return plain(await find.loadDocuments(documents)).map(({ title }) => title);
}

describe("words", () => {
  test("are folded, and signs inside them left out", () => {
    assert.deepEqual(plain(find.tokenise("Carers’ Café, A&E")), ["carers", "cafe", "ae"]);
  });

  test("with a hyphen are also found as one", () => {
    assert.deepEqual(plain(find.tokenise("co-ordinator")), ["co", "ordinator", "coordinator"]);
  });

  test("of one stem are one", () => {
    assert.equal(new Set(["pooling", "pooled", "pools"].map((word) => find.stem(word))).size, 1);
  });

  test("are found in a text as it is written", () => {
    const [span] = plain(find.tokenSpans("The Café\u0301s of")).filter(
      ({ stem }) => stem === find.stem("cafes"),
    );
    assert.deepEqual([span.start, span.end], [4, 10]);
  });
});

describe("the distance between words", () => {
  for (const [a, b, distance] of [
    ["care", "care", 0],
    ["care", "cares", 1],
    ["care", "cave", 1],
    ["dementia", "dementai", 1], // two letters swapped
    ["kitten", "sitting", 9], // three, and two is the most
  ]) {
    test(`${a} and ${b}`, () => assert.equal(find.editDistance(a, b, 2), distance));
  }
});

describe("a search", () => {
  test("finds a record by its title first", async () => {
    assert.equal((await titles("Shared visits in Ashby"))[0], "Shared visits in Ashby");
  });

  test("forgives a typing error", async () => {
    assert.deepEqual(await titles("handbok"), await titles("handbook"));
  });

  test("finds the beginning of a word only while somebody types", async () => {
    assert.ok((await titles("handb", true)).includes("The Vale handbook"));
    const finished = await find.search("vis ", true);
    assert.equal(plain(finished.documents).length, 0);
  });

  test("ranks a document with both words above those with one", async () => {
    const [first] = await titles("evening visits");
    assert.equal(first, "Evening visits in Brookvale");
  });

  test("leaves out words that hold a sentence together", async () => {
    assert.deepEqual(await titles("has anyone tried the visits"), await titles("visits"));
  });

  test("finds nothing for a word that nothing has, or that every object has", async () => {
    assert.deepEqual(await titles("xylophone"), []);
    assert.deepEqual(await titles("__hasOwnProperty__"), []);
  });

  test("says which stems it found, for marking", async () => {
    const { stems } = await find.search("visits", false);
    assert.deepEqual([...stems], [find.stem("visits")]);
  });
});

/** What the search says about a query, and the titles and reasons of what it shows. */
async function answer(query) {
  const matches = await find.search(query, false);
  const results = plain(await find.loadDocuments(matches.documents));
  const reasons = results.map((result, n) => [
    result.title,
    find.describeReason(matches, matches.documents[n], result),
  ]);
  return { note: find.describeMatches(matches, results), reasons: new Map(reasons) };
}

describe("an honest search", () => {
  test("says that nothing mentions a word, and shows nothing", async () => {
    const { note, reasons } = await answer("xylophone");
    assert.match(note, /^Nothing here mentions “xylophone”\. It may not be recorded yet/);
    assert.equal(reasons.size, 0);
  });

  test("says which word a typing error may have meant", async () => {
    const { note, reasons } = await answer("handbok");
    assert.equal(note, "Nothing here mentions “handbok”. The closest mention “handbook”.");
    assert.equal(reasons.get("The Vale handbook"), "Mentions “handbook”");
  });

  test("says nothing more where records mention every word", async () => {
    const { note, reasons } = await answer("evening visits");
    assert.equal(note, "");
    assert.equal(reasons.get("Evening visits in Brookvale"), "");
  });

  test("says that no record has both words, and which word each result has", async () => {
    const { note, reasons } = await answer("evening handbook");
    assert.match(note, /^No record mentions both “evening” and “handbook”\. These/);
    assert.equal(reasons.get("The Vale handbook"), "Mentions “handbook”, not “evening”");
    assert.equal(reasons.get("Evening visits in Brookvale"), "Mentions “evening”, not “handbook”");
  });

  test("says which words of the same meaning it looked for too", async () => {
    const unit = {
      text: "S75",
      ways: [{ kind: "word" }, { kind: "synonym", text: "pooled budget" }],
    };
    const said = (ways) =>
      find.describeSynonyms({ matches: [{ unit, ways: Uint8Array.from(ways), isKnown: true }] });
    assert.equal(said([0, 2]), "Also searched for: “pooled budget”.");
    assert.equal(said([1, 0]), "");
  });

  test("shows what is near to a word that no record has", async () => {
    const { note } = await answer("xylophone visits");
    assert.equal(note, "Nothing here mentions “xylophone”. The closest mention “visits”.");
  });

  test("finds the page that answers a question, however it is asked", async () => {
    for (const query of ["what failed", "What went wrong?", "mistakes", "what didn't work"]) {
      assert.equal((await titles(query))[0], "What has not worked", query);
    }
    assert.equal((await titles("who can help"))[0], "Help sought and offered");
  });
});

describe("what is marked in a result", () => {
  const words = (text, stems) => plain(find.matchingWords(text, new Set(stems)));

  test("is each word that was looked for", () => {
    assert.deepEqual(words("Visits, and one visit", ["visit"]), ["Visits", "visit"]);
  });

  test("is a phrase only where its words stand together", () => {
    assert.deepEqual(words("Home care, or care at a home", ["home_care"]), ["Home", "care"]);
    assert.deepEqual(words("Transfers of care", ["transfer_care"]), ["Transfers", "care"]);
  });
});

describe("the name of an organisation that has ended", () => {
  test("finds it, and who does its work today", async () => {
    const found = (await titles("Ashby Rural District")).slice(0, 2);
    assert.deepEqual(found.sort(), ["Ashby Council", "Ashby Rural District"]);
  });
});

describe("words that belong together", () => {
  const stems = (text) => text.split(" ").map((word) => find.stem(word));
  const thesaurus = () =>
    new find.Thesaurus([["s75", "pooled budget"]], [["lonely", "good friends"]], stems, "_");

  test("are a phrase", () => {
    assert.equal(thesaurus().phraseLength(stems("pooled budgets now"), 0), 2);
    assert.equal(thesaurus().phraseLength(stems("pooled money"), 0), 1);
  });

  test("find each other", () => {
    assert.deepEqual(plain(thesaurus().synonyms("s75")), [["pool_budget", "pooled budget"]]);
    assert.deepEqual(plain(thesaurus().synonyms("pool_budget")), [["s75", "s75"]]);
  });

  test("are near in one direction", () => {
    assert.deepEqual(plain(thesaurus().related("lone")), [["good_friend", "good friends"]]);
    assert.deepEqual(plain(thesaurus().related("good_friend")), []);
  });

  test("are of one family", () => {
    const terms = ["autism", "frail", "frailti", "frame", "home", "homeless", "isol"];
    const dictionary = new find.Dictionary(terms, () => 1, "_");
    const family = (word) =>
      plain(dictionary.relatives(find.stem(word))).map(({ term }) => terms[term]);
    assert.deepEqual(family("frailty"), ["frail"]);
    assert.deepEqual(family("frail"), ["frailti"]);
    assert.deepEqual(family("autistic"), ["autism"]);
    assert.deepEqual(family("homeless"), []);
  });
});

describe("the state of a search in the address", () => {
  const sorts = [{ key: "evidence", title: "Evidence" }];
  const query = "?q=care+home&kind=practice&kind=prototype&sort=evidence";

  test("is the same after it was read and written", () => {
    const state = find.parseState(query, ["kind", "area"], sorts);
    assert.deepEqual([...state.chosen.get("kind")], ["practice", "prototype"]);
    assert.equal(find.formatState(state), query);
  });

  test("holds no facet and no order that there is not", () => {
    const state = find.parseState(
      "?q=x&colour=red&sort=constructor&area=",
      ["kind", "area"],
      sorts,
    );
    assert.equal(find.formatState(state), "?q=x");
  });

  test("is empty where nothing is searched for", () => {
    assert.equal(find.formatState(find.parseState("?q=++", [], sorts)), "");
    assert.ok(find.isEmptyState(find.parseState("", [], sorts)));
  });

  test("changes with what is chosen and taken away", () => {
    const state = find.parseState("", ["area"], sorts);
    find.chooseValue(state, "area", "ashby", true);
    assert.equal(find.formatState(state), "?area=ashby");
    find.chooseValue(state, "area", "ashby", false);
    assert.ok(find.isEmptyState(state));
  });
});

describe("facets", () => {
  const value = (key, documents) => ({ key, title: key, depth: 0, documents });
  const ashby = value("ashby", [0, 1, 2]);
  const vale = value("vale", [3]);
  const live = value("live", [0, 3]);
  const all = () => new Uint8Array(5).fill(1);

  test("leave the documents that have a chosen value of each", () => {
    const filter = new find.Filter(all(), [
      ["area", [ashby, vale]],
      ["stage", [live]],
    ]);
    assert.deepEqual(plain(filter.documents()), [0, 3]);
  });

  test("count what each value would leave; a facet does not narrow its own counts", () => {
    const filter = new find.Filter(all(), [["area", [ashby]]]);
    assert.equal(filter.count("area", vale), 1);
    assert.equal(filter.count("stage", live), 1);
  });

  test("that leave nothing leave what the words found", () => {
    const filter = new find.Filter(Uint8Array.from([0, 0, 0, 1, 1]), [["area", [ashby]]]);
    assert.deepEqual(plain(filter.documents()), []);
    assert.deepEqual(plain(filter.matched()), [3, 4]);
  });

  test("show the commonest values in their order, and all that are chosen", () => {
    const counted = [5, 1, 9, 2].map((count, n) => ({ value: n, count, isChosen: n === 1 }));
    const shown = plain(find.commonestValues(counted, 2)).map((each) => each.value);
    assert.deepEqual(shown, [0, 1, 2]);
  });
});

describe("filters that leave nothing", () => {
  for (const [chosen, titles, text, action] of [
    [
      { area: ["ashby"] },
      ["Ashby"],
      "Nothing in Ashby. 1,200 results elsewhere.",
      "Show all areas",
    ],
    [
      { area: ["ashby", "vale"] },
      ["Ashby", "Vale"],
      "Nothing in these areas. 1,200 results elsewhere.",
      "Show all areas",
    ],
    [
      { stage: ["live"] },
      ["Live"],
      "Nothing with this filter. 1,200 results without it.",
      "Clear the filter",
    ],
    [
      { area: ["ashby"], stage: ["live"] },
      ["Ashby", "Live"],
      "Nothing with these filters. 1,200 results without them.",
      "Clear the filters",
    ],
  ]) {
    test(`are named: ${titles.join(", ")}`, () => {
      const map = new Map(Object.entries(chosen).map(([key, keys]) => [key, new Set(keys)]));
      assert.deepEqual(plain(find.describeFiltered(1200, map, titles)), { text, action });
    });
  }
});
