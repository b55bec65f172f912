/* What readers keep in their browser: stored text, addresses, comparisons and saved lists. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { plain, runScripts } from "./site.mjs";

const { keep, outlines, formatCsv } = runScripts([
  "assets/academy/csv.js",
  "assets/academy/keep/kept.js",
  "assets/academy/keep/outlines.js",
  "assets/academy/keep/comparison.js",
  "assets/academy/keep/pack.js",
]);

/** @param {string} id @param {Record<string, string[]>} rows @param {Record<string, string[]>} details */
function outline(id, rows, details = {}) {
  const list = (named) => Object.entries(named).map(([label, lines]) => ({ label, lines }));
  return {
    kind: "practice",
    id,
    title: id.toUpperCase(),
    summary: "",
    kindLabel: "Practice",
    isComparable: true,
    path: `practices/${id}.html`,
    rows: list(rows),
    details: list(details),
    sources: [["A study", "page 3"]],
  };
}

const labels = (rows) => plain(rows.map(({ label }) => label));

test("what is kept reads as it was written", () => {
  const records = [
    { kind: "case_study", id: "a-1", title: "“A” & B" },
    { kind: "area", id: "b", title: "B" },
  ];
  assert.deepEqual(plain(keep.parseKept(keep.formatKept(records))), records);
});

test("stored text that is no record is left out", () => {
  const stored = [
    null,
    5,
    ["area", "../../x", "Up"],
    ["area", "ok", 7],
    ["a b", "x", "Space"],
    ["area", "javascript:alert(1)", "Script"],
    ["area", "ok", "Again"],
    { kind: "area", id: "x" },
  ];
  assert.deepEqual(plain(keep.parseKept(JSON.stringify(stored))), [
    { kind: "area", id: "ok", title: "Again" },
  ]);
  for (const text of [null, "", "{", '"x"', "{}", "[[]]"]) {
    assert.deepEqual(plain(keep.parseKept(text)), []);
  }
});

test("a stored list has an end, and so has a title", () => {
  const many = Array.from({ length: 999 }, (_, number) => ["area", `a${number}`, "x".repeat(999)]);
  const kept = keep.parseKept(JSON.stringify(many));
  assert.equal(kept.length, 200);
  assert.equal(kept[0].title.length, 300);
});

test("an address keeps the order of its records, whatever their kinds", () => {
  const query = "?area=b&prototype=a&area=c";
  assert.equal(keep.formatQuery(keep.parseQuery(query)), query);
  assert.equal(keep.formatQuery(keep.parseQuery("?area=b&area=b&q=%3Cb%3E&x")), "?area=b");
  assert.equal(keep.formatQuery([]), "");
});

test("a record is looked for in the file that begins before it", () => {
  const starts = ["b", "f", "m"];
  assert.deepEqual(
    ["a", "b", "e", "f", "z"].map((id) => outlines.fileStart(starts, id)),
    [undefined, "b", "b", "f", "m"],
  );
});

test("differences come apart from what is the same and what nobody states", () => {
  const one = outline("a", { Stage: ["Live"], Where: ["X", "Y"], Cost: [] }, { Team: ["Two"] });
  const two = outline("b", { Stage: ["Ended"], Where: ["Y", "X"], Cost: [] }, { Team: [] });
  const compared = keep.compareOutlines([one, two]);
  assert.deepEqual(labels(compared.different), ["Stage"]);
  assert.deepEqual(labels(compared.details), ["Team"]);
  assert.deepEqual(labels(compared.same), ["Where"]);
  assert.deepEqual(plain(compared.unstated), ["Cost"]);
  assert.deepEqual(plain(compared.details[0].cells), [["Two"], []]);
});

test("a row that only one record has stands where that record has it", () => {
  const one = outline("a", { Stage: ["1"], Where: ["1"] });
  const two = outline("b", { Stage: ["2"], Cost: ["£2"], Where: ["2"] });
  assert.deepEqual(labels(keep.compareOutlines([one, two]).different), ["Stage", "Cost", "Where"]);
});

test("a sheet takes fewer rows where they are longer or stand in narrower columns", () => {
  const rows = (text) => Array.from({ length: 90 }, (_, n) => ({ label: `${n}`, cells: [[text]] }));
  const fitting = (text, titles, unstated = "") => keep.rowsOnSheet(rows(text), titles, unstated);
  const long = "word ".repeat(60);
  assert.ok(fitting("Live", ["A", "B"]) > fitting(long, ["A", "B"]));
  assert.ok(fitting(long, ["A", "B"]) > fitting(long, ["A", "B", "C", "D"]));
  assert.ok(fitting("Live", ["A", "B"]) > fitting("Live", ["A", "B"], long.repeat(9)));
  assert.equal(keep.rowsOnSheet(rows("Live").slice(0, 3), ["A", "B"], ""), 3);
});

test("a saved page names each record, what it says and its sources, and no markup runs", () => {
  const hostile = outline("a", { "<b>Stage": ['<img src=x onerror="alert(1)">'] });
  hostile.title = "</title><script>alert(1)</script>";
  const page = keep.formatPack([hostile], {
    academyName: "A & B",
    siteRoot: 'https://example.org/"x/',
    day: "1 May 2026",
  });
  assert.ok(!/<script|<img|<b>/.test(page), page);
  assert.ok(page.includes("A study, page 3") && page.includes("A &#38; B"));
  assert.ok(page.includes("https://example.org/&#34;x/practices/a.html"));
  assert.ok(!/(src|href)="(?!https:\/\/example\.org)/.test(page));
});

test("a saved table has an address only where the academy has one", () => {
  const rows = plain(keep.packRows([outline("a", {})], ""));
  assert.deepEqual(rows[1], ["A", "Practice", "a", "", "A study, page 3", ""]);
  assert.ok(formatCsv([["=1+1"]]).includes(`"'=1+1"`));
});
