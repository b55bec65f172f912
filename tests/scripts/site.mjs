/* The small academy's site as Python builds it, and its scripts in a context without a page. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vm from "node:vm";

const ROOT = "http://academy.test/";
const PYTHON = [".venv/bin/python", ".venv/Scripts/python.exe"].find(existsSync);

/** Build the site into a folder that is deleted when the process ends. */
export function buildSite() {
  if (!PYTHON) throw new Error("There is no environment yet: run “python start.py test” first.");
  const folder = mkdtempSync(join(tmpdir(), "academy-scripts-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  execFileSync(PYTHON, ["-m", "tests.scripts.write_data", folder], { stdio: "inherit" });
  return folder;
}

/** The names of the files of bundles in a site, by the names of the bundles. */
function bundlesOf(site) {
  const names = readdirSync(join(site, "assets/academy")).filter((name) => name.endsWith(".js"));
  return Object.fromEntries(names.map((name) => [name.split(".")[0], name]));
}

/**
 * Run scripts of the engine, in their order, where there is no page: nothing can be found on it, but
 * scripts can be added to it.
 * @param {readonly string[]} paths of sources, or of files of the site
 * @param {string} [site] the folder of a site, from which further scripts are loaded
 */
export function runScripts(paths, site = "generator/theme") {
  const run = (path) => {
    const file = [join("generator/theme", path), join(site, path)].find(existsSync);
    return vm.runInContext(readFileSync(file, "utf-8"), context, { filename: path });
  };
  const append = (script) => {
    run(script.src.replace(ROOT, ""));
    queueMicrotask(script.onload);
  };
  const document = {
    currentScript: { src: `${ROOT}assets/academy/academy.js` },
    head: { append },
    createElement: () => ({}),
    querySelector: () => null,
    querySelectorAll: () => [],
    addEventListener() {},
  };
  const matchMedia = () => ({ matches: false, addEventListener() {} });
  const addEventListener = () => {};
  const context = vm.createContext({
    document,
    matchMedia,
    addEventListener,
    URL,
    URLSearchParams,
  });
  context.window = context;
  run("assets/academy/academy.js");
  context.academy.bundles = bundlesOf(site);
  const parts = {};
  const addPart = (name, value) => Object.assign(parts, { [name]: value });
  context.academy.share = { parts, addPart }; // as `form.js` gives it to the form's other scripts
  for (const path of paths) run(path);
  return context.academy;
}

/** Values of another context compare as values of this one. */
export function plain(value) {
  return JSON.parse(JSON.stringify(value));
}
