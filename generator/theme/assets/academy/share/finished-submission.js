/* What is ready to send: to save, to copy, or to propose on GitHub. */
(() => {
  "use strict";

  const { createButton, createElement, saveFile, share } = academy;
  const LONGEST_ADDRESS = 7000; // letters that GitHub takes

  const NEXT_STEPS = [
    "Save the file, or copy the text, and send it.",
    "The people who look after this site check it, and tell you if anything needs to change.",
    "It appears on the site when they have approved it.",
  ];

  /**
   * Show what is ready to send, or bring what is shown up to date.
   * @param {HTMLElement} box
   * @param {() => RecordFile[]} getFiles the files as the answers are now, the main one first
   */
  function showSubmission(box, getFiles) {
    if (!box.childElementCount) createParts(box, getFiles);
    const files = getFiles();
    const title = /** @type {HTMLElement} */ (box.querySelector("h2"));
    title.textContent =
      files.length === 1 ? "Your record is ready" : `Your ${files.length} records are ready`;
    const list = /** @type {HTMLElement} */ (box.querySelector(".la-form__records"));
    const media = share.mediaToSend(files).map(([path]) => `With it: ${path}`);
    list.hidden = files.length === 1 && !media.length;
    const items = [...files.map(describeFile), ...media];
    list.replaceChildren(...items.map((item) => createElement("li", "", item)));
    const shown = /** @type {HTMLElement} */ (box.querySelector(".la-form__files"));
    shown.replaceChildren(...files.flatMap(createFileText));
  }

  /** @param {HTMLElement} box @param {() => RecordFile[]} getFiles */
  function createParts(box, getFiles) {
    const title = createElement("h2");
    title.tabIndex = -1;
    const status = createElement("p", "la-form__status");
    status.setAttribute("role", "status");
    const fold = createElement("details", "la-details");
    fold.append(
      createElement("summary", "", "See what you send"),
      createElement("div", "la-form__files"),
    );
    box.append(
      title,
      createElement(
        "p",
        "",
        "We have not sent anything. Nothing leaves this browser until you send it.",
      ),
      createElement("ul", "la-form__records"),
      ...createAddress(),
      createFileButtons(getFiles, status),
      status,
      fold,
      createNextSteps(),
    );
  }

  /** @param {RecordFile} file */
  function describeFile({ kind, title, original }) {
    return `${original ? "Change to the" : "New"} ${share.kindLabel(kind)}: ${title}`;
  }

  /** @param {RecordFile} file */
  function createFileText({ path, text }) {
    const place = createElement("p");
    place.append(createElement("code", "", path));
    return [place, createElement("pre", "la-form__text", text)];
  }

  /** Where to send it, if the academy says so: an email address, a web page or a folder. */
  function createAddress() {
    const { sendTo } = share;
    if (!sendTo) return [];
    const line = createElement("p", "la-form__address", "Send it to: ");
    const href = /^https?:\/\//.test(sendTo)
      ? sendTo
      : sendTo.includes("@")
        ? `mailto:${sendTo}`
        : "";
    if (!href) {
      line.append(createElement("strong", "", sendTo));
      return [line];
    }
    const link = createElement("a", "", sendTo);
    link.href = href;
    line.append(link);
    return [line];
  }

  /** @param {() => RecordFile[]} getFiles @param {HTMLElement} status */
  function createFileButtons(getFiles, status) {
    const buttons = createElement("p", "la-form__buttons");
    const save = () => {
      const files = getFiles();
      saveFile(`${files[0].id}.zip`, share.submissionZip(files), "application/zip");
      status.textContent = `Saved as ${files[0].id}.zip. Send this file.`;
    };
    const copy = async () => {
      const files = getFiles();
      await copyText(share.submissionText(files), status);
      status.append(mediaNote(files));
    };
    buttons.append(
      createButton("Save the file", save, "la-button la-button--main"),
      " ",
      createButton("Copy the text", copy),
    );
    const editUrl = githubUrl();
    if (editUrl) {
      const propose = () => proposeOnGithub(editUrl, getFiles(), status);
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

  /** What to do about pictures and documents, which no text holds. @param {readonly RecordFile[]} files */
  function mediaNote(files) {
    if (!share.mediaToSend(files).length) return "";
    return " The text does not hold your pictures and documents. Send them too, or save the file instead.";
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
   * A new file can be handed over in the address; a long one, or a change, is copied and pasted, and
   * several go into an issue.
   * @param {string} editUrl
   * @param {readonly RecordFile[]} files
   * @param {HTMLElement} status
   */
  function proposeOnGithub(editUrl, files, status) {
    const [{ path, text, original }] = files;
    const slash = path.lastIndexOf("/");
    const name = encodeURIComponent(path.slice(slash + 1));
    const newUrl = `${editUrl.replace("/edit/", "/new/")}/${path.slice(0, slash)}?filename=${name}`;
    const filledUrl = `${newUrl}&value=${encodeURIComponent(text)}`;
    const isSingle = files.length === 1;
    if (isSingle && !original && filledUrl.length <= LONGEST_ADDRESS) {
      window.open(filledUrl, "_blank", "noopener");
      status.textContent = mediaNote(files);
      return;
    }
    copyText(isSingle ? text : share.submissionText(files), status).then(() => {
      status.textContent = isSingle
        ? "Copied. Paste the text into the page that opened, to replace the text there."
        : "Copied. Paste the text into the page that opened, and submit it as an issue.";
      status.append(mediaNote(files));
    });
    const url = original ? `${editUrl}/${path}` : newUrl;
    window.open(
      isSingle ? url : editUrl.replace(/\/edit\/.*$/, "/issues/new"),
      "_blank",
      "noopener",
    );
  }

  share.showSubmission = showSubmission;
})();
