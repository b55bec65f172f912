/* The form of a kind of record: loads the questions and the names of records, keeps a draft, checks
   the answers, and gives the finished file. */
(() => {
  "use strict";

  /** @type {HTMLElement | null} */
  const host = document.querySelector("[data-share]");
  if (!host) return;
  const FOLDER = "assets/academy/share/";
  const SCRIPTS = [
    ...["normalise", "text-context", "telephone-detectors", "number-detectors"],
    ...["date-of-birth-detector", "email-detector", "postcode-detector"],
    ...["person-detector", "personal-data"],
    ...["yaml", "written-dates", "number-hints", "answer-checks", "record-names"],
    ...["fields", "field-groups"],
    ...["form-layout", "draft", "form-checks", "finished-file"],
  ];
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
      ...SCRIPTS.map((name) => academy.loadScript(`${FOLDER}${name}.js`)),
    ]);
    academy.privacy.setRules(rules);
    share.setAnswerRules(rules);
    Object.assign(share, questions, { names });
  }

  /** @type {Question} */
  const SHORT_NAME = {
    name: "id",
    label: "Short name in Latin letters",
    help: "We need it for the web address, because the title has too few Latin letters. Use small letters, digits and hyphens.",
    example: "home-care-trial",
    shape: "id",
    required: true,
  };

  class RecordForm {
    /** @type {string | null} */
    #record = null; // the id of the record that was opened

    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
      this.kind = share.kinds[kindName];
      this.layout = share.createLayout(this.kind);
      this.shortName = share.createSingleField(SHORT_NAME);
      this.shortName.element.hidden = true;
      this.layout.fields.get("title")?.element.after(this.shortName.element);
      element.replaceChildren(this.layout.form, ...share.nameLists());
      this.layout.form.addEventListener("change", () => this.#saveAndUpdate());
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
      share.restoreDraft(this.#draftKey(), this.layout);
      if (this.#record) share.confirmReview(this.layout);
      this.#askForShortName();
      share.showNeeded(this.kind, this.layout);
      this.element.dataset.ready = "yes";
    }

    /** @param {string | null} id @returns {Promise<Answers>} */
    async #loadRecord(id) {
      const names = share.names.kinds[kindName] ?? [];
      const position = names.findIndex(([other]) => other === id);
      if (position < 0) return {};
      this.#record = id;
      const heading = document.querySelector("h1");
      if (heading) heading.textContent = `Change: ${names[position][1]}`;
      const { recordsPerFile } = share.names;
      const records = await loadPart(`${kindName}-${Math.floor(position / recordsPerFile)}`);
      return records[position % recordsPerFile];
    }

    #draftKey() {
      return share.draftKey(kindName, this.#record);
    }

    #saveAndUpdate() {
      share.showNeeded(this.kind, this.layout);
      this.#askForShortName();
      share.saveDraft(this.#draftKey(), share.getAnswers(this.layout.fields));
      if (!this.layout.file.hidden) share.showFile(this.layout.file, () => this.file());
    }

    /** @param {Answers} answers */
    setAnswers(answers) {
      share.setAnswers(this.layout.fields, answers);
      share.showNeeded(this.kind, this.layout);
      this.#askForShortName();
    }

    /** @returns {FieldError[]} */
    errors() {
      const { fields } = this.layout;
      return [
        ...share.checkFields(fields),
        ...share.requirementErrors(this.kind, fields),
        ...share.codeErrors(fields),
      ];
    }

    /** Show what is wrong, or the finished file. */
    check() {
      const { fields, file, summary } = this.layout;
      const isNew = !this.#record;
      const errors = this.errors();
      if (isNew && !this.shortName.element.hidden) errors.push(...this.shortName.check());
      if (isNew) errors.push(...share.titleErrors(this.#id(), fields));
      if (!errors.length) errors.push(...this.#wholeTextErrors());
      share.showErrors(summary, errors);
      if (errors.length) return;
      file.hidden = false;
      share.showFile(file, () => this.file());
      file.querySelector("h2")?.focus();
    }

    /** Personal data that only two answers together give away, such as “born” and a date. */
    #wholeTextErrors() {
      const text = academy.privacy.personalDataError(scanAnswer(this.text()));
      /** @type {FieldInput | null} */
      const input = this.element.querySelector("input, textarea");
      return text && input ? [{ text, input }] : [];
    }

    #id() {
      return this.#record ?? (share.idFor(this.#words()) || String(this.shortName.get()));
    }

    /** The words that the id of a new record is made of. */
    #words() {
      const { fields } = this.layout;
      const title = fields.get("title")?.get();
      if (!title) return share.untitledWords(this.kind.untitledId, share.getAnswers(fields));
      return `${title} ${fields.get("place")?.get() ?? ""}`;
    }

    /** Ask for a short name where the title has too few Latin letters to make an id from. */
    #askForShortName() {
      const title = this.layout.fields.get("title")?.get();
      this.shortName.element.hidden = !title || Boolean(this.#record || share.idFor(this.#words()));
    }

    text() {
      return share.formatRecord(share.getAnswers(this.layout.fields), this.kind.suffix);
    }

    /** @returns {RecordFile} */
    file() {
      const path = `${this.kind.folder}/${this.#id()}${this.kind.suffix}`;
      return { path, text: this.text(), isNew: !this.#record };
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
