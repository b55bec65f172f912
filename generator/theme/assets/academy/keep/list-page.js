/* My list: the records that a reader keeps in this browser, or those of a list in the address. */
(() => {
  "use strict";

  const { createButton, createElement, keep, outlines } = academy;

  class ListPage {
    /** @type {readonly KeptRecord[]} */
    #records = [];
    #isShared = false;

    /** @param {HTMLElement} host @param {OutlineIndex} index */
    constructor(host, index) {
      this.index = index;
      this.top = createElement("div");
      this.list = createElement("ol", "la-kept");
      this.status = keep.createStatus();
      host.append(this.top, this.status, this.list);
    }

    /** Show the list of the address, or else the reader's own. */
    async draw() {
      const named = keep.parseQuery(location.search);
      this.#isShared = named.length > 0;
      this.#records = this.#isShared ? named : keep.keptRecords("list");
      const loaded = await outlines.loadOutlines(this.#records);
      const found = loaded.filter((outline) => outline !== undefined);
      this.top.replaceChildren(...this.#createTop(found));
      this.list.hidden = !this.#records.length;
      this.list.replaceChildren(
        ...this.#records.map((record, place) => this.#createItem(record, loaded[place], place)),
      );
    }

    /** @param {readonly RecordOutline[]} found */
    #createTop(found) {
      if (!this.#records.length) {
        const text =
          "Your list is empty. Open the page of a record and press “Keep in my list”. " +
          "The list stays in this browser; nobody else sees it unless you share it.";
        return [createElement("p", "la-callout", text)];
      }
      const top = this.#isShared ? [this.#createOffer()] : [];
      return [...top, this.#createTools(found)];
    }

    /** What to do with a list that somebody has shared. */
    #createOffer() {
      const kept = keep.keptRecords("list");
      const offer = createElement("p", "la-callout", "This list was shared with you. ");
      offer.append(
        createButton(kept.length ? "Add it to my list" : "Keep it as my list", () => this.#keep()),
      );
      if (kept.length) {
        const own = createElement("a", "", "See my own list instead");
        own.href = location.pathname;
        offer.append(" ", own);
      }
      return offer;
    }

    async #keep() {
      const loaded = await outlines.loadOutlines(this.#records);
      const titled = this.#records.map((record, place) => loaded[place] ?? record);
      const refusals = titled
        .filter((record) => !keep.isKept("list", record))
        .map((record) => keep.addToList(record));
      history.pushState(null, "", location.pathname);
      await this.draw();
      this.#say(refusals.find(Boolean) ?? "Kept in this browser.");
    }

    /** @param {readonly RecordOutline[]} found */
    #createTools(found) {
      const tools = createElement("p", "la-actions");
      const { academy: name } = this.index;
      const copy = academy.createCopyButton(() => keep.listReference(found, name));
      tools.append(
        createButton("Print", () => print()),
        copy.button,
        createButton("Save as a page", () => this.#savePage(found)),
        createButton("Save as a spreadsheet", () => this.#saveTable(found)),
      );
      if (!this.#isShared) tools.append(createButton("Empty my list", () => this.#empty()));
      tools.append(copy.note);
      return tools;
    }

    /** @param {readonly RecordOutline[]} found */
    #savePage(found) {
      const day = new Date().toLocaleDateString("en-GB", { dateStyle: "long" });
      const head = { academyName: this.index.academy, siteRoot: academy.sharedRoot(), day };
      academy.saveFile("my-list.html", keep.formatPack(found, head), "text/html");
    }

    /** @param {readonly RecordOutline[]} found */
    #saveTable(found) {
      const rows = keep.packRows(found, academy.sharedRoot());
      academy.saveFile("my-list.csv", academy.formatCsv(rows), "text/csv");
    }

    /** Empty the list, and offer to bring it back. */
    async #empty() {
      const records = this.#records;
      await this.#change([], "Your list is empty now. ");
      const undo = createButton("Bring it back", async () => {
        await this.#change(records, "Your list is back.");
      });
      this.status.append(undo);
      undo.focus();
    }

    /**
     * @param {KeptRecord} record
     * @param {RecordOutline | undefined} outline
     * @param {number} place
     */
    #createItem(record, outline, place) {
      const item = createElement("li", "la-kept__item");
      const title = createElement("p", "la-kept__title");
      title.append(outline ? keep.createRecordLink(outline) : record.title);
      item.append(title);
      const text = outline?.summary ?? keep.missingText([record]);
      if (text) item.append(createElement("p", "la-kept__summary", text));
      if (outline) item.append(createElement("p", "la-kept__about", aboutText(outline)));
      if (!this.#isShared) item.append(this.#createMoves(outline?.title ?? record.title, place));
      return item;
    }

    /** @param {string} title @param {number} place */
    #createMoves(title, place) {
      const moves = createElement("p", "la-kept__moves");
      const last = this.#records.length - 1;
      moves.append(
        this.#createMove("Up", `Move ${title} up`, place, place - 1, place === 0),
        this.#createMove("Down", `Move ${title} down`, place, place + 1, place === last),
      );
      const remove = createButton("Remove", () => this.#remove(title, place));
      remove.setAttribute("aria-label", `Remove ${title}`);
      moves.append(remove);
      return moves;
    }

    /**
     * @param {string} text
     * @param {string} label
     * @param {number} from
     * @param {number} to
     * @param {boolean} isOff
     */
    #createMove(text, label, from, to, isOff) {
      const button = createButton(text, async () => {
        const records = [...this.#records];
        records.splice(to, 0, ...records.splice(from, 1));
        await this.#change(records, `Moved to place ${to + 1} of ${records.length}.`);
        this.#focusOn(to, text);
      });
      button.setAttribute("aria-label", label);
      button.disabled = isOff;
      return button;
    }

    /** @param {string} title @param {number} place */
    async #remove(title, place) {
      const rest = this.#records.filter((_, other) => other !== place);
      await this.#change(rest, `Removed ${title}.`);
      this.#focusOn(Math.min(place, rest.length - 1), "Remove");
    }

    /**
     * Move the focus to a button of an item, or to another where that is off.
     * @param {number} place
     * @param {string} text
     */
    #focusOn(place, text) {
      const buttons = [...(this.list.children[place]?.querySelectorAll("button") ?? [])];
      const usable = buttons.filter(({ disabled }) => !disabled);
      (usable.find(({ textContent }) => textContent === text) ?? usable[0])?.focus();
    }

    /** @param {readonly KeptRecord[]} records @param {string} said */
    async #change(records, said) {
      keep.keepRecords("list", records);
      await this.draw();
      this.#say(keep.storageFault("list") || said);
    }

    /** @param {string} text */
    #say(text) {
      this.status.textContent = text;
    }
  }

  /** What a record is, and the documents that it rests on. @param {RecordOutline} outline */
  function aboutText({ kindLabel, sources }) {
    const documents = [...new Set(sources.map(([document]) => document))];
    const cited = documents.length ? `Sources: ${documents.join("; ")}` : "No source is stated.";
    return `${kindLabel}. ${cited}`;
  }

  /** @param {HTMLElement} host */
  async function openListPage(host) {
    const page = new ListPage(host, await outlines.loadIndex());
    await page.draw();
    window.addEventListener("popstate", () => page.draw());
  }

  keep.openListPage = openListPage;
})();
