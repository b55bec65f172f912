// A plain site: one layout in plain JavaScript, which is the fastest that Eleventy offers.
import { readdirSync } from "node:fs";

const folders = readdirSync("content", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const words = (name) => (name[0].toUpperCase() + name.slice(1)).replaceAll("_", " ");

export default function (config) {
  config.addGlobalData("layout", "base.11ty.mjs");
  config.addGlobalData("menu", folders.map((name) => ({ name, title: words(name) })));
  config.addPassthroughCopy({ "style.css": "style.css" });
  return {
    dir: { input: "content", includes: "../_includes", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
