/* My area: chosen once, kept in this browser, and changed or removed at the foot of every page, and
   on Home below the search. */
(() => {
  "use strict";

  const { createButton, createElement, createOption, keep, loadBundle, root } = academy;

  async function loadAreas() {
    await loadBundle("outlines");
    return academy.outlines.loadAreas();
  }

  /** The control at the foot of a page, or below the search of Home. */
  class AreaControl {
    /** @param {HTMLElement} host */
    constructor(host) {
      this.host = host;
      this.text = createElement("span");
      this.change = createButton("", () => this.#open(), "la-own-area__button");
      this.remove = createButton("Remove", () => this.#choose(null), "la-own-area__button");
      this.remove.setAttribute("aria-label", "Remove my area");
      this.status = createElement("span", "la-own-area__status");
      this.status.setAttribute("role", "status");
      this.draw();
      keep.onChange(() => this.draw());
    }

    draw() {
      const area = keep.ownArea();
      this.text.textContent = area ? "My area: " : "My area: not chosen.";
      if (area) {
        const link = createElement("a", "", area.title);
        link.href = `${root}areas/${area.id}.html`;
        this.text.append(link);
      }
      this.change.textContent = area ? "Change" : "Choose my area";
      this.change.setAttribute("aria-label", area ? "Change my area" : "Choose my area");
      this.remove.hidden = !area;
      this.host.replaceChildren(this.text, " ", this.change, " ", this.remove, " ", this.status);
    }

    async #open() {
      this.status.textContent = "";
      try {
        this.#offer(await loadAreas());
      } catch {
        this.status.textContent = "The list of areas could not be loaded. Load the page again.";
      }
    }

    /** @param {readonly AreaChoice[]} areas */
    #offer(areas) {
      if (!areas.length) {
        this.status.textContent = "No area is recorded yet.";
        return;
      }
      const label = createElement("label", "", "My area");
      const select = createElement("select");
      select.id = "la-own-area-field";
      label.htmlFor = select.id;
      select.append(...areas.map(([id, title]) => createOption(id, title)));
      select.value = keep.ownArea()?.id ?? areas[0][0];
      if (select.selectedIndex < 0) select.selectedIndex = 0; // the area is not there any more
      const save = () => this.#choose(areas[select.selectedIndex]);
      const form = createElement("form", "la-own-area__form");
      const button = createElement("button", "la-own-area__button", "Keep");
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        save();
      });
      const cancel = createButton("Cancel", () => this.#close(), "la-own-area__button");
      form.addEventListener("keydown", ({ key }) => {
        if (key === "Escape") this.#close();
      });
      form.append(label, " ", select, " ", button, " ", cancel);
      this.host.replaceChildren(form);
      select.focus();
    }

    #close() {
      this.draw();
      this.change.focus();
    }

    /** @param {AreaChoice | null} choice */
    #choose(choice) {
      keep.setOwnArea(choice && { kind: "area", id: choice[0], title: choice[1] });
      const said = choice ? `${choice[1]} is your area now.` : "You have no area now.";
      this.status.textContent = keep.storageFault("area") || said;
      this.change.focus();
    }
  }

  /** On the list of board reports, lead to that of the reader's area. @param {Element} place */
  async function addReportLink(place) {
    const area = keep.ownArea();
    if (!area) return;
    const own = (await loadAreas()).find(([id]) => id === area.id);
    if (!own) return;
    const link = createElement("a", "", `Board report for ${own[1]}`);
    link.href = root + own[2];
    const line = createElement("p", "la-next la-own-area__report");
    line.append(createElement("span", "la-next__label", "My area"), " ", link);
    place.append(line);
  }

  const host = createElement("div", "la-own-area");
  const counts = document.querySelector(".la-hero .la-counts");
  if (counts) counts.before(host);
  else document.querySelector(".la-footer__inner")?.prepend(host);
  new AreaControl(host);
  const reports = location.href.startsWith(`${root}boards/`) && document.querySelector("#all");
  const header = document.querySelector(".la-page-header");
  if (reports && header) addReportLink(header);
})();
