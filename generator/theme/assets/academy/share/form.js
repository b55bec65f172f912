/* The form of a kind of record: loads the questions and the names of records, keeps a draft, checks
   the answers, and gives the finished file. */
(() => {
  "use strict";

  /** @type {HTMLElement | null} */
  const host = document.querySelector("[data-share]");
  if (!host) return;
  const kindName = host.getAttribute("data-share") ?? "";
  const share = /** @type {AcademyShare} */ ({ addPart, scanAnswer });
  academy.share = share;
  /** @type {Map<string, unknown>} */
  const parts = new Map();

  /**
   * Take a part of the form's data; each of its files calls this.
   * @param {string} name
   * @param {unknown} value
   */
  function addPart(name, value) {
    parts.set(name, value);
  }

  /**
   * @template {string} Name
   * @param {Name} name
   * @returns {Promise<FormPart<Name>>}
   */
  async function loadPart(name) {
    await academy.loadScript(`share/${name}.js`);
    return /** @type {FormPart<Name>} */ (parts.get(name));
  }

  let openedText = ""; // of the record that was opened

  /**
   * Personal data in an answer. What a waiver may have let into the record that was opened is left
   * to `academy check`, which knows the waivers.
   * @param {string} text
   */
  function scanAnswer(text) {
    const plain = academy.privacy.withoutMarks(text);
    return [...scanText(text), ...(plain === text ? [] : scanText(plain))];
  }

  /** @param {string} text */
  function scanText(text) {
    return academy.privacy
      .scan(text)
      .filter(
        ({ sort, start, end }) =>
          !academy.privacy.isWaivable(sort) || !openedText.includes(text.slice(start, end)),
      );
  }

  async function loadForm() {
    const [rules, questions, names] = await Promise.all([
      loadPart("rules"),
      loadPart("questions"),
      loadPart("names"),
    ]);
    academy.privacy.setRules(rules);
    share.setAnswerRules(rules);
    share.setMediaRules(rules.media);
    Object.assign(share, questions, { names });
  }

  const SHARED = 6; // letters of an answer by which we know that it is part of a text
  const SAVE_PAUSE = 400; // ms without a key after which a draft is saved

  class RecordForm {
    #saving = 0;
    #key = ""; // of the draft

    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
      this.kind = share.kinds[kindName];
      this.layout = share.createLayout(kindName);
      this.record = new share.RecordDraft(kindName, this.layout.fields);
      share.setMainRecord(this.record);
      element.replaceChildren(this.layout.form);
      this.layout.form.addEventListener("input", () => {
        clearTimeout(this.#saving);
        this.#saving = setTimeout(() => this.#saveAndShow(), SAVE_PAUSE);
      });
      this.layout.form.addEventListener("change", () => {
        share.afterPress(() => this.#saveAndUpdate());
      });
      share.listenForEnter(this.layout.form);
      this.layout.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.check();
      });
    }

    /** Fill in the record that the address names, and the draft. */
    async open() {
      const answers = await this.#loadRecord(new URLSearchParams(location.search).get("record"));
      openedText = JSON.stringify(answers);
      this.setAnswers(answers);
      if (this.record.opened) this.record.original = this.record.text();
      this.#openDraft();
      if (this.record.opened) share.confirmReview(this.layout);
      this.#update();
      this.element.dataset.ready = "yes";
    }

    /** @param {string | null} id @returns {Promise<Answers>} */
    async #loadRecord(id) {
      const names = share.names.kinds[kindName] ?? [];
      const position = names.findIndex(([other]) => other === id);
      if (position < 0) return {};
      this.record.opened = id;
      const heading = document.querySelector("h1");
      if (heading) heading.textContent = `Change: ${names[position][1]}`;
      const { recordsPerFile } = share.names;
      const records = await loadPart(`${kindName}-${Math.floor(position / recordsPerFile)}`);
      return records[position % recordsPerFile];
    }

    /** Fill in the draft, and offer what can be done with drafts. */
    #openDraft() {
      if (!share.hasStorage()) return;
      this.#key = share.draftKey(kindName, this.record.opened);
      share.restoreDraft(this.#key, this.layout);
      share.offerDeletedDraft(this.#key, this.layout);
      share.offerDrafts(this.#key, this.layout);
    }

    #saveAndShow() {
      this.#save();
      this.layout.preview.update();
      share.showProgress(this.layout.chapters);
    }

    #update() {
      this.layout.preview.update();
      share.showNeeded(this.kind, this.layout);
      this.record.askForShortName();
      share.updateAdded();
    }

    #save() {
      if (!share.hasStorage()) return;
      this.#key = share.freeKey(this.#key, this.layout);
      share.saveDraft(this.#key, this.record.answers());
    }

    #saveAndUpdate() {
      this.#update();
      this.#save();
      // what was ready is checked again
      if (!this.layout.file.hidden) this.#showFiles(this.#allErrors());
    }

    /** @param {Answers} answers */
    setAnswers(answers) {
      this.record.setAnswers(answers);
      share.showNeeded(this.kind, this.layout);
    }

    /** What is wrong with the answers. @returns {FieldError[]} */
    errors() {
      return share.recordsToSend().flatMap((record) => record.errors());
    }

    /** @returns {FieldError[]} */
    #allErrors() {
      const names = share.recordsToSend().flatMap((record) => record.nameErrors());
      const errors = [...this.errors(), ...names];
      return errors.length ? errors : this.#wholeTextErrors();
    }

    /** Show what is wrong, or what is ready to send. */
    check() {
      this.#update();
      const errors = this.#allErrors();
      share.showErrors(this.layout.summary, errors);
      this.#showFiles(errors);
      if (!errors.length) this.layout.file.querySelector("h2")?.focus();
    }

    /** @param {readonly FieldError[]} errors */
    #showFiles(errors) {
      const { file } = this.layout;
      file.hidden = errors.length > 0;
      if (!file.hidden) share.showSubmission(file, () => this.files());
    }

    /** Personal data that only two answers together give away, such as “born” and a date. */
    #wholeTextErrors() {
      const texts = share.recordsToSend().map((record) => record.text());
      const text = texts.join("\n");
      const matches = scanText(text);
      const [{ start = 0, end = 0 } = {}] = matches;
      const message = academy.privacy.personalDataError(matches);
      return message ? [{ text: message, input: this.#firstInputIn(text.slice(start, end)) }] : [];
    }

    /** The first answer whose end or start is part of a text. @param {string} found */
    #firstInputIn(found) {
      const inputs = /** @type {NodeListOf<FieldInput>} */ (
        this.element.querySelectorAll("input:not([type=radio]), textarea")
      );
      const isPart = (/** @type {string} */ answer) =>
        answer &&
        [answer.slice(-SHARED), answer.slice(0, SHARED)].some((one) => found.includes(one));
      return [...inputs].find(({ value }) => isPart(value.trim())) ?? inputs[0];
    }

    text() {
      return this.record.text();
    }

    /** The files of all records to send, the main one first. */
    files() {
      return share.recordsToSend().map((record) => record.file());
    }
  }

  /** @param {HTMLElement} element */
  async function openForm(element) {
    try {
      await loadForm();
      const form = new RecordForm(element);
      share.form = form;
      await form.open();
    } catch {
      const message = element.querySelector("[data-share-plain]") ?? element;
      message.textContent =
        "Sorry, the form did not load. Reload the page, or use a file or a spreadsheet instead.";
    }
  }

  openForm(host);
})();
