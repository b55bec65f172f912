/* The namespace of the site's scripts, `window.academy`, and the helpers that they share.

   Scripts are classic scripts, because a page opened from a folder may load nothing else. Each adds
   its functions to the namespace. The types are in `generator/site/scripts.d.ts`. */
(() => {
  "use strict";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = script.src.replace(/assets\/academy\/[^/]*$/, "");
  /** @type {Map<string, Promise<void>>} */
  const scripts = new Map();

  /**
   * Create an element with a class and a text, both optional.
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {string} [className]
   * @param {string} [text]
   */
  function createElement(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /**
   * @param {string} text
   * @param {() => void} onClick
   * @param {string} [className]
   */
  function createButton(text, onClick, className = "la-button") {
    const button = createElement("button", className, text);
    button.type = "button";
    button.addEventListener("click", onClick);
    return button;
  }

  /**
   * @param {string} value
   * @param {string} text
   */
  function createOption(value, text) {
    const option = createElement("option", "", text);
    option.value = value;
    return option;
  }

  /**
   * Load a script once. Scripts that are asked for together run in the order in which they are asked
   * for. A script that failed is tried again when it is next asked for.
   * @param {string} path its place in the site
   * @returns {Promise<void>}
   */
  function loadScript(path) {
    const loading = scripts.get(path) ?? insertScript(path);
    scripts.set(path, loading);
    return loading;
  }

  /**
   * @param {string} path
   * @returns {Promise<void>}
   */
  function insertScript(path) {
    return new Promise((resolve, reject) => {
      const element = createElement("script");
      element.src = root + path;
      element.async = false; // run in the order of insertion
      element.onload = () => resolve();
      element.onerror = () => {
        scripts.delete(path);
        reject(new Error(`The script ${path} did not load.`));
      };
      document.head.append(element);
    });
  }

  /**
   * Load scripts that not every page needs, which the build has joined to one file.
   * @param {string} name as in `generator/site/asset_bundles.py`
   */
  function loadBundle(name) {
    return loadScript(`assets/academy/${academy.bundles[name]}`);
  }

  /**
   * Offer a text, or bytes, as a file to save.
   * @param {string} name
   * @param {BlobPart} text
   * @param {string} type
   */
  function saveFile(name, text, type) {
    const link = createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** Move the focus to the heading of the page, where what had it is gone. */
  function focusHeading() {
    const heading = document.querySelector("h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  /**
   * Compile a regular expression that Python wrote as `[source, flags]`.
   * @param {ScriptPattern} pattern
   * @param {string} [flags] further flags
   */
  function compilePattern([source, ownFlags], flags = "") {
    return new RegExp(source, ownFlags + flags);
  }

  /**
   * Compile a pattern that must match the beginning of a text, like `re.match` in Python.
   * @param {ScriptPattern} pattern
   */
  function compilePrefix([source, flags]) {
    return new RegExp(`^(?:${source})`, flags);
  }

  /**
   * Compile a pattern that must match a whole text, like `re.fullmatch` in Python.
   * @param {ScriptPattern} pattern
   */
  function compileFullMatch([source, flags]) {
    return new RegExp(`^(?:${source})$`, flags);
  }

  window.academy = /** @type {Academy} */ ({
    root,
    createElement,
    createButton,
    createOption,
    loadScript,
    loadBundle,
    saveFile,
    focusHeading,
    compilePattern,
    compilePrefix,
    compileFullMatch,
  });
})();
