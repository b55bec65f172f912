// Closer to the work of an academy: a JSON file beside the page of each record, linked data, cards.
import { readFileSync, writeFileSync } from "node:fs";

const OUTPUT = "_site";

// each record's page by its path, and the pages that name it: worked out once
function relationsOf(items) {
  const pages = new Map();
  const namers = new Map();
  for (const item of items.filter(({ data }) => data.record)) {
    pages.set(item.filePathStem, item);
    for (const path of item.data.links) {
      if (!namers.has(path)) namers.set(path, []);
      namers.get(path).push(item);
    }
  }
  return { pages, namers };
}

function record({ pages, namers }, [path, { url, data }]) {
  return {
    url,
    title: data.title,
    kind: path.split("/")[1],
    record: data.record,
    names: data.links.filter((named) => pages.has(named)),
    named_by: (namers.get(path) ?? []).map((item) => item.url),
  };
}

export default function (config) {
  let relations;
  config.addGlobalData("layout", "full.11ty.mjs");
  config.addGlobalData("menu", JSON.parse(readFileSync("menu.json", "utf-8")));
  config.addCollection("relations", (api) => {
    relations = relationsOf(api.getAll());
    return relations;
  });
  config.on("eleventy.after", () => {
    for (const one of relations.pages) {
      writeFileSync(`${OUTPUT}${one[1].url}index.json`, JSON.stringify(record(relations, one)));
    }
  });
  config.addPassthroughCopy({ "style.css": "style.css" });
  return {
    dir: { input: "content", includes: "../_includes", output: OUTPUT },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
