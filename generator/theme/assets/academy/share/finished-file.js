/* The finished file of a record: to save, to copy, or to propose on GitHub. */
(() => {
  "use strict";

  const { createButton, createElement, saveFile, share } = academy;
  const LONGEST_ADDRESS = 7000; // letters that GitHub takes

  const NEXT_STEPS = [
    "Save the file and send it to the person who looks after this site.",
    "They check it, and tell you if anything needs to change.",
    "It will appear on the site when it has been approved.",
  ];

  /**
   * Show a record's file, or bring what is shown up to date.
   * @param {HTMLElement} box
   * @param {() => RecordFile} getFile the file as the answers are now
   */
  function showFile(box, getFile) {
    const { path, text } = getFile();
    const shownText = box.querySelector("pre");
    if (shownText) {
      shownText.textContent = text;
      const shownPath = box.querySelector("code");
      if (shownPath) shownPath.textContent = path;
      return;
    }
    const title = createElement("h2", "", "Your record is ready");
    title.tabIndex = -1;
    const status = createElement("p", "la-form__status");
    status.setAttribute("role", "status");
    const fold = createElement("details", "la-details");
    fold.append(
      createElement("summary", "", "See the file"),
      createElement("pre", "la-form__text", text),
    );
    const buttons = createFileButtons(getFile, status);
    box.append(title, createIntroduction(path), buttons, status, fold, createNextSteps());
  }

  /** @param {string} path */
  function createIntroduction(path) {
    const text =
      "We have not sent it to anyone. For the person who looks after the site: save it as ";
    const introduction = createElement("p", "", text);
    introduction.append(createElement("code", "", path), ".");
    return introduction;
  }

  /** @param {() => RecordFile} getFile @param {HTMLElement} status */
  function createFileButtons(getFile, status) {
    const buttons = createElement("p", "la-form__buttons");
    const save = () => {
      const { path, text } = getFile();
      saveFile(path.slice(path.lastIndexOf("/") + 1), text, "text/plain");
    };
    buttons.append(
      createButton("Save the file", save, "la-button la-button--main"),
      " ",
      createButton("Copy the text", () => copyText(getFile().text, status)),
    );
    const editUrl = githubUrl();
    if (editUrl) {
      const propose = () => proposeOnGithub(editUrl, getFile(), status);
      buttons.append(" ", createButton("Propose it on GitHub", propose));
    }
    return buttons;
  }

  function createNextSteps() {
    const list = createElement("ol");
    list.append(...NEXT_STEPS.map((step) => createElement("li", "", step)));
    return list;
  }

  /** @param {string} text @param {HTMLElement} status */
  async function copyText(text, status) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copyFromTextArea(text); // pages from a folder have no clipboard in some browsers
    }
    status.textContent = "Copied. Paste the text into an email or a file.";
  }

  /** @param {string} text */
  function copyFromTextArea(text) {
    const area = createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  /** Where GitHub edits the academy's files; empty when they are not there. */
  function githubUrl() {
    const isGithub = /^https:\/\/github\.com\/[^/]+\/[^/]+\/edit\//.test(share.editUrl);
    return isGithub ? share.editUrl.replace(/\/$/, "") : "";
  }

  /**
   * A new file can be handed over in the address; a long one, or a change, is copied and pasted.
   * @param {string} editUrl
   * @param {RecordFile} file
   * @param {HTMLElement} status
   */
  function proposeOnGithub(editUrl, { path, text, isNew }, status) {
    const slash = path.lastIndexOf("/");
    const name = encodeURIComponent(path.slice(slash + 1));
    const newUrl = `${editUrl.replace("/edit/", "/new/")}/${path.slice(0, slash)}?filename=${name}`;
    const filledUrl = `${newUrl}&value=${encodeURIComponent(text)}`;
    if (isNew && filledUrl.length <= LONGEST_ADDRESS) {
      window.open(filledUrl, "_blank", "noopener");
      return;
    }
    copyText(text, status).then(() => {
      status.textContent =
        "Copied. Paste the text into the page that opened, to replace the text there.";
    });
    window.open(isNew ? newUrl : `${editUrl}/${path}`, "_blank", "noopener");
  }

  share.showFile = showFile;
})();
