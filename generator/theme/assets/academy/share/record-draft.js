/* A record that is being written: its answers, its id, what is wrong with it, and its file. */
(() => {
  "use strict";

  const { share } = academy;
  /** @type {Question} */
  const SHORT_NAME = {
    name: "id",
    label: "Short name in Latin letters",
    help: "We need it for the web address, because the title has too few Latin letters. Use small letters, digits and hyphens.",
    example: "home-care-trial",
    shape: "id",
    required: true,
  };

  class RecordDraft {
    /**
     * @param {string} kindName
     * @param {FormFields} fields
     */
    constructor(kindName, fields) {
      this.kindName = kindName;
      this.kind = share.kinds[kindName];
      this.fields = fields;
      /** @type {string | null} The id of the record of the site that was opened. */
      this.opened = null;
      /** The text of the record that was opened, before anything was changed. */
      this.original = "";
      this.shortName = share.createSingleField(SHORT_NAME);
      this.shortName.element.hidden = true;
      fields.get("title")?.element.after(this.shortName.element);
      share.pointOutDoubles(this);
    }

    title() {
      return String(this.fields.get("title")?.get() ?? "");
    }

    /** The words that the id of a new record is made of. */
    #words() {
      const title = this.title();
      if (!title) return share.untitledWords(this.kind.untitledId, this.answers());
      return `${title} ${this.fields.get("place")?.get() ?? ""}`;
    }

    id() {
      return this.opened ?? (share.idFor(this.#words()) || String(this.shortName.get()));
    }

    answers() {
      return share.getAnswers(this.fields);
    }

    /** @param {Answers} answers */
    setAnswers(answers) {
      share.setAnswers(this.fields, answers);
      this.askForShortName();
    }

    /** Ask for a short name where the title has too few Latin letters to make an id from. */
    askForShortName() {
      const isNamed = this.opened || share.idFor(this.#words());
      this.shortName.element.hidden = !this.title() || Boolean(isNamed);
    }

    /** What is wrong with the answers. @returns {FieldError[]} */
    errors() {
      return [
        ...share.checkFields(this.fields),
        ...share.requirementErrors(this.kind, this.fields),
        ...share.codeErrors(this.fields),
        ...share.recordErrors(this.fields, this.id()),
      ];
    }

    /** What is wrong with the name of a new record. @returns {FieldError[]} */
    nameErrors() {
      if (this.opened) return [];
      const errors = this.shortName.element.hidden ? [] : this.shortName.check();
      return [...errors, ...share.titleErrors(this.id(), this.fields)];
    }

    text() {
      return share.formatRecord(this.answers(), this.kind.suffix);
    }

    /** @returns {RecordFile} */
    file() {
      const id = this.id();
      const path = `${this.kind.folder}/${id}${this.kind.suffix}`;
      const { kindName, original } = this;
      const title = this.title() || wordsOf(id);
      return { kind: kindName, id, title, path, text: this.text(), original };
    }
  }

  /** An id as words, for a record whose title the site makes. @param {string} id */
  function wordsOf(id) {
    return id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");
  }

  share.RecordDraft = RecordDraft;
})();
