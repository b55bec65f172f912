import assert from "node:assert/strict";
import { test } from "node:test";
import { plain, runScripts } from "./site.mjs";

const { parseNumber, sortOrder } = runScripts(["assets/academy/tables.js"]).tables;

/** @param {readonly string[]} texts @param {boolean} [descending] */
function sorted(texts, descending = false) {
  return plain(sortOrder(texts, descending)).map((position) => texts[position]);
}

test("numbers are read as people write them", () => {
  const numbers = ["1,200", "−3.5", "£4", "17%", "+2"].map(parseNumber);
  assert.deepEqual(numbers, [1200, -3.5, 4, 17, 2]);
  assert.deepEqual(["", "about 5", "2-3", "5 May"].map(parseNumber), [null, null, null, null]);
});

test("a column of numbers sorts by their size", () => {
  assert.deepEqual(sorted(["30", "1,200", "−5"]), ["−5", "30", "1,200"]);
});

test("a column with a word sorts as words, with numbers inside them by size", () => {
  assert.deepEqual(sorted(["Area 10", "Éire", "area 9"]), ["area 9", "Area 10", "Éire"]);
});

test("empty cells come last in either direction", () => {
  assert.deepEqual(sorted(["", "2", "1"]), ["1", "2", ""]);
  assert.deepEqual(sorted(["", "2", "1"], true), ["2", "1", ""]);
});

test("equal cells keep their order in either direction", () => {
  assert.deepEqual(plain(sortOrder(["b", "a", "b"], false)), [1, 0, 2]);
  assert.deepEqual(plain(sortOrder(["b", "a", "b"], true)), [0, 2, 1]);
});
