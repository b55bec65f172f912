import assert from "node:assert/strict";
import { test } from "node:test";
import { runScripts } from "./site.mjs";

const { formatRecord, isEmpty } = runScripts(["assets/academy/share/yaml.js"]).share;

test("text that YAML would read otherwise is quoted", () => {
  const record = { a: "Carers' café", b: "yes", c: "x: y", d: "- item", e: "£5 a day", f: "12 #" };
  assert.equal(
    formatRecord(record, ".yaml"),
    'a: Carers\' café\nb: "yes"\nc: "x: y"\nd: "- item"\ne: £5 a day\nf: "12 #"\n',
  );
});

test("text of several lines is a block below its name", () => {
  assert.equal(formatRecord({ note: "One.\n\nTwo." }, ".yaml"), "note: |-\n  One.\n\n  Two.\n");
});

test("text of several lines that a block would change is quoted", () => {
  assert.equal(formatRecord({ note: "One. \nTwo." }, ".yaml"), 'note: "One. \\nTwo."\n');
});

test("lists and groups are indented below their names", () => {
  const record = { areas: ["ashby", "vale"], lessons: [{ worked: ["Time"], changed: "Pace" }] };
  assert.equal(
    formatRecord(record, ".yaml"),
    "areas:\n  - ashby\n  - vale\nlessons:\n  - worked:\n      - Time\n    changed: Pace\n",
  );
});

test("what is empty is left out", () => {
  assert.equal(formatRecord({ a: "", b: [], c: { d: "" }, e: [""], f: "x" }, ".yaml"), "f: x\n");
  assert.deepEqual(
    [null, undefined, "", [], {}, [[]], { a: [] }].map(isEmpty),
    Array(7).fill(true),
  );
  assert.deepEqual(["x", false, ["x"], { a: "x" }].map(isEmpty), Array(4).fill(false));
});

test("the story of a case study is the text below its fields", () => {
  const record = { title: "A year", story: "We began.\n" };
  assert.equal(formatRecord(record, ".md"), "---\ntitle: A year\n---\n\nWe began.\n");
  assert.equal(formatRecord({ title: "A year" }, ".md"), "---\ntitle: A year\n---\n");
});
