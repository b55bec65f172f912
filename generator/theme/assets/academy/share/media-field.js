/* A question that is answered by choosing a picture or a document. The answer is its path in the
   academy, so that drafts and records are as if it had been typed. */
(() => {
  "use strict";

  const { createButton, createElement, share } = academy;
  const PREVIEW_WIDTH = 240; // pixels
  const PREVIEW_HEIGHT = 180;

  class MediaField extends share.Field {
    #path = "";
    /** What is wrong with the file that was chosen last; it is not part of the answer. */
    #fault = "";

    /** @param {Question} question @param {string} [label] */
    constructor(question, label) {
      const shape = /** @type {MediaShape} */ (question.shape);
      const words = share.mediaWords[shape];
      const input = createElement("input", "la-field__input");
      input.type = "file";
      input.accept = share.mediaEndings(shape).join(",");
      const help = share.fillIn(words.help, { megabytes: share.mostMegabytes() });
      super({ ...question, label: words.label, help, example: "" }, input, label);
      this.shape = shape;
      this.words = words;
      this.fileInput = input;
      this.note = createElement("p", "la-field__help");
      this.note.setAttribute("role", "status");
      this.preview = createElement("canvas", "la-field__preview");
      this.preview.setAttribute("role", "img");
      this.preview.setAttribute("aria-label", share.mediaWords.both.preview);
      this.preview.hidden = true;
      this.changes = createElement("p", "la-added__undo");
      this.element.append(this.note, this.preview, this.changes);
      input.addEventListener("change", () => this.#read());
    }

    written() {
      return this.#path;
    }

    /** @param {Answer | undefined} value */
    set(value) {
      this.fileInput.value = "";
      this.#fault = "";
      this.#show(String(value ?? ""));
      if (this.#isLost()) this.check();
    }

    answerError() {
      if (this.#fault) return this.#fault;
      if (!this.#path) return this.question.required ? `${this.words.label}.` : "";
      const { again, lost } = this.words;
      if (this.#isLost()) return `${share.fillIn(again, { name: nameOf(this.#path) })} ${lost}`;
      return share.answerError(this.question, this.#path);
    }

    #isLost() {
      return Boolean(this.#path) && !share.heldMedia(this.#path) && !share.isInAcademy(this.#path);
    }

    /** Take the file that was chosen, or say what is wrong with it. */
    async #read() {
      const file = this.fileInput.files?.[0];
      if (!file) return;
      const { fault, content, ending } = await share.readMedia(file, this.shape);
      if (this.fileInput.files?.[0] !== file) return; // another one was chosen meanwhile
      this.#fault = fault ?? "";
      // a refused file has a path too, without an ending, so that its question counts as answered
      const path = share.newMediaPath(file.name, ending ?? "", this.question, this.#path);
      if (content) share.holdMedia(path, content);
      this.#answer(path);
    }

    /** @param {string} path */
    #answer(path) {
      this.#show(path);
      this.check();
      this.element.dispatchEvent(new Event("change", { bubbles: true }));
    }

    /** @param {string} path */
    #show(path) {
      this.#path = path;
      if (path) share.takePath(path);
      const content = share.heldMedia(path);
      const { sent, here } = share.mediaWords.both;
      const isKnown = path && !this.#isLost();
      const words = share.fillIn(content ? sent : here, { name: nameOf(path) });
      this.note.textContent = isKnown ? words : "";
      this.changes.replaceChildren(
        ...(path && !this.question.required ? [this.#createRemove()] : []),
      );
      this.preview.hidden = true;
      if (content && this.shape === "picture-file") this.#draw(content);
    }

    #createRemove() {
      return createButton(this.words.remove, () => this.#remove(), "la-button la-button--small");
    }

    #remove() {
      const path = this.#path;
      const { files } = this.fileInput;
      this.fileInput.value = "";
      this.#fault = "";
      this.#answer("");
      const { removed, undo: undoWord } = share.mediaWords.both;
      const undo = createButton(undoWord, () => {
        this.fileInput.files = files;
        this.#answer(path);
        this.fileInput.focus();
      });
      this.changes.replaceChildren(`${removed} `, undo);
      undo.focus();
    }

    /** @param {Uint8Array<ArrayBuffer>} content */
    async #draw(content) {
      await share.drawPicture(this.preview, content, PREVIEW_WIDTH, PREVIEW_HEIGHT);
      this.preview.hidden = share.heldMedia(this.#path) !== content;
    }
  }

  /** @param {string} path */
  function nameOf(path) {
    return path.slice(path.lastIndexOf("/") + 1);
  }

  /** @param {Question} question @param {string} [label] */
  function createMediaField(question, label) {
    return new MediaField(question, label);
  }

  share.createMediaField = createMediaField;
})();
