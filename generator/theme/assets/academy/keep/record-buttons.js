/* The buttons on the page of a record: compare it, keep it, and for an area make it one's own. */
(() => {
  "use strict";

  const { createButton, createElement, keep, root } = academy;

  /**
   * A button that puts something in and takes it out again.
   * @param {readonly [add: string, remove: string]} words
   * @param {() => boolean} isIn
   * @param {() => void} toggle
   */
  function createToggle([add, remove], isIn, toggle) {
    const button = createButton("", toggle);
    const draw = () => {
      button.textContent = isIn() ? remove : add;
      button.classList.toggle("la-button--chosen", isIn());
    };
    draw();
    keep.onChange(draw);
    return button;
  }

  /** @param {HTMLElement} actions @returns {KeptRecord} */
  function recordOf(actions) {
    const [kind, id] = (actions.dataset.record ?? "").split("/");
    return { kind, id, title: actions.dataset.title ?? id };
  }

  /** @param {HTMLElement} actions */
  function addButtons(actions) {
    const record = recordOf(actions);
    const note = createElement("span", "la-actions__note");
    note.setAttribute("role", "status");

    if (actions.hasAttribute("data-comparable")) {
      actions.prepend(keep.createCompareLink(record, "la-button", "Compare with another"));
    }
    const toggle = createToggle(
      ["Keep in my list", "Remove from my list"],
      () => keep.isKept("list", record),
      () => {
        const removes = keep.isKept("list", record);
        if (removes) keep.removeRecord("list", record);
        const fault = removes ? "" : keep.addToList(record);
        note.textContent = removes ? "Removed" : fault || "Kept in this browser";
      },
    );
    const lists = createElement("span", "la-actions__kept");
    const link = createElement("a", "", "See my list");
    link.href = `${root}my-list/index.html`;
    const showLink = () => {
      link.hidden = !keep.keptRecords("list").length;
    };
    showLink();
    keep.onChange(showLink);
    lists.append(toggle, link);
    actions.querySelector("button:last-of-type")?.after(lists);
    if (record.kind === "area") lists.before(createAreaToggle(record, note));
    actions.append(note);
  }

  /** @param {KeptRecord} area @param {HTMLElement} note */
  function createAreaToggle(area, note) {
    const isOwn = () => keep.ownArea()?.id === area.id;
    return createToggle(["Make this my area", "No longer my area"], isOwn, () => {
      const removes = isOwn();
      keep.setOwnArea(removes ? null : area);
      note.textContent = removes
        ? "This is no longer your area"
        : keep.storageFault("area") ||
          "This is your area now: Find, Spread and boards show it first";
    });
  }

  /** @type {HTMLElement | null} */
  const actions = document.querySelector(".la-actions[data-record]");
  if (actions) addButtons(actions);
})();
