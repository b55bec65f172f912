import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { buildSite, plain, runScripts } from "./site.mjs";

const SCRIPTS = [
  ...["normalise", "text-context", "telephone-detectors", "number-detectors"],
  ...["date-of-birth-detector", "email-detector", "postcode-detector"],
  ...["person-detector", "country-detectors", "personal-data"],
  ...[
    "date-words",
    "written-dates",
    "written-figures",
    "number-hints",
    "id-suggestions",
    "answer-checks",
    "record-names",
    "record-draft",
  ],
  ...["added-records", "draft", "draft-list"],
].map((name) => `assets/academy/share/${name}.js`);
let academy;
let cases;

before(() => {
  const folder = buildSite();
  const site = join(folder, "site");
  academy = runScripts([...SCRIPTS, "share/rules.js", "share/names.js"], site);
  academy.privacy.setRules(academy.share.parts.rules);
  academy.share.setAnswerRules(academy.share.parts.rules);
  academy.share.names = academy.share.parts.names;
  cases = JSON.parse(readFileSync(join(folder, "personal-data.json"), "utf-8"));
});

test("personal data is found where the program finds it", () => {
  // entities are decoded by a page: the browser tests compare those
  const texts = cases.filter(({ text }) => !text.includes("&"));
  assert.ok(texts.length > 500);
  for (const { text, matches } of texts) {
    const found = academy.privacy
      .scan(text)
      .map(({ sort, start, end, shown }) => [sort, text.slice(start, end), shown]);
    assert.deepEqual(plain(found), matches, text);
  }
});

test("personal data is named in plain words, each sort once", () => {
  const matches = academy.privacy.scan("a.b@example.org, c.d@example.org or 020 7946 0018");
  assert.equal(
    academy.privacy.personalDataError(matches),
    "This looks like an email address and a phone number. " +
      "Delete it. Give a job title or an organisation instead.",
  );
});

describe("answers", () => {
  const question = { name: "x", label: "Started", help: "When it began." };

  for (const [shape, text, error] of [
    ["date", "2020-02-29", ""],
    ["date", "2021-02-29", "“2021-02-29” is not a day that exists. Check the day"],
    ["number", "−4", ""],
    ["number", "1,000", ""],
    ["number", "24%", "“24%” is not a number. Write only the figure here: 24."],
    ["id", "con", "The system keeps the name “con” for itself."],
    ["line", "x".repeat(401), "The text has 401 characters; the most here is 400."],
    ["text", "x".repeat(10_001), "The text has 10,001 characters; the most here is 10,000."],
    ["picture-file", "media/team.JPG", ""],
    ["picture-file", "media/../team.jpg", "“media/../team.jpg” is not the path of a picture."],
    ["picture-file", "media/con.jpg", "“media/con.jpg” is not the path of a picture."],
    ["document-file", "media/report.pdf", ""],
    ["document-file", "media/report.docm", "“media/report.docm” is not the path of a document."],
    ["story", "See ![A bench](media/bench.png), `<b>` and [[ashby|<Ashby>]]", ""],
    ["story", "![x](https://a.example/x.png)", "This picture cannot be shown: “https://a.example/"],
    ["story", "![x](media/aux.png)", "“media/aux.png” is not the path of a picture."],
    ["text", "Some <b>bold</b> words", "HTML is not read in text: “<b>”."],
    ["text", "5 < 6 and 7 > 3, ```\n<i>\n```", ""],
  ]) {
    test(`${shape}: ${text.slice(0, 20)}`, () => {
      const given = academy.share.answerError({ ...question, shape }, text);
      if (error) assert.ok(given.startsWith(error), given);
      else assert.equal(given, "");
    });
  }

  test("that are missing are asked for", () => {
    const required = { ...question, required: true, shape: "line" };
    assert.equal(academy.share.answerError(required, " "), "Enter “Started”. When it began.");
    const choice = { ...required, shape: "choice" };
    assert.ok(academy.share.answerError(choice, "").startsWith("Select “Started”."));
  });
});

test("a title becomes the name of a file", () => {
  assert.equal(academy.share.idFor("Carers’ café: Tuesdays"), "carers-cafe-tuesdays");
});

test("a record is picked by its title or its id", () => {
  const { recordId, recordTitle, kindOfRecord } = academy.share;
  assert.equal(recordId(["area"], "ASHBY"), "ashby");
  assert.equal(recordId(["area"], "nowhere"), "");
  assert.equal(recordTitle(["area"], "ashby"), "Ashby");
  assert.equal(kindOfRecord("ashby"), "area");
});

test("a record of another academy is picked by its name and kept by its full name", () => {
  const { names, recordId, recordTitle, nearNames } = academy.share;
  const practice = ["vale-academy/night-visits", "Night visits, Vale Academy", "Night visits"];
  academy.share.names = { ...names, followed: { practice: [practice] } };
  try {
    assert.equal(recordId(["practice"], "night visits"), practice[0]);
    assert.equal(recordTitle(["practice"], practice[0]), practice[1]);
    assert.deepEqual(plain(nearNames(["practice"], "night")), [practice[1]]);
    assert.deepEqual(plain(nearNames(["outcome"], "night")), []);
  } finally {
    academy.share.names = names;
  }
});

test("the date of a review is written as the academy writes dates", () => {
  assert.equal(academy.share.formatDate(new Date(2026, 2, 5)), "2026-03-05");
});
