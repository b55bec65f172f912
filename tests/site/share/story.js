// What somebody sees in the form: its questions by their labels, and where they stand in the window.
window.academyStory = (() => {
  const things = [];
  const keep = (thing) => (thing ? things.push(thing) - 1 : null);
  const GROUPS = ".la-group, .la-form__form";
  const seen = (thing) => thing.checkVisibility();

  const labelOf = (part) => {
    const name = part.querySelector(":scope > .la-field__label")?.textContent ?? "";
    return name.replace("(optional)", "").trim();
  };
  return {
    form: () => keep(document.querySelector(".la-form__form")),
    lastAdded: () => keep([...document.querySelectorAll(".la-added")].at(-1)),
    addedIn: (n) => keep(things[n].querySelector(".la-added")),
    // the questions of a group with these labels, in the order of the page
    parts([n, labels]) {
      const all = [...things[n].querySelectorAll(".la-field, .la-repeated, .la-group")];
      const own = all.filter((part) => part.parentElement.closest(GROUPS) === things[n]);
      return own
        .filter((part) => labels.includes(labelOf(part)))
        .map((part) => [labelOf(part), keep(part)]);
    },
    folds(n) {
      const folds = [];
      for (let one = things[n].closest("details"); one; one = one.parentElement.closest("details"))
        folds.unshift(one);
      return folds.filter((one) => !one.open).map((one) => keep(one.querySelector("summary")));
    },
    control: (n) => keep(things[n].querySelector("input, textarea, select")),
    rows(n) {
      const rows = things[n].querySelectorAll(
        ":scope > .la-repeated__rows > .la-repeated__row > :first-child",
      );
      return [...rows].map(keep);
    },
    addButton: (n) => keep(things[n].querySelector(":scope > .la-button")),
    kindOf: (n) => (things[n].type === "radio" ? "radio" : things[n].tagName.toLowerCase()),
    radio([n, value]) {
      return keep(things[n].querySelector(`input[type=radio][value="${value}"]`));
    },
    isChecked: (n) => things[n].checked,
    button([selector, text]) {
      const all = [...document.querySelectorAll(selector)].filter(seen);
      return keep(all.find((one) => one.textContent.trim() === text));
    },
    choices: (n) =>
      [...things[n].querySelectorAll(":scope > .la-field__choices > .la-button")].map((one) => [
        one.textContent,
        keep(one),
      ]),
    hasFocus(n) {
      const now = document.activeElement;
      const [thing] = [things[n]];
      return now === thing || (thing.type === "radio" && now.name === thing.name && now.type === "radio");
    },
    // -1 where the thing stands before what has the focus, 1 where it stands behind it
    way(n) {
      const position = document.activeElement.compareDocumentPosition(things[n]);
      return position & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
    },
    // the middle of a thing in the window, once it is scrolled there
    spot(n) {
      const thing = things[n].closest("label") ?? things[n];
      thing.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = things[n].getBoundingClientRect();
      if (width < 60 && thing.localName !== "label") return [x, y, `${width} pixels wide`];
      const [left, top] = [x + Math.min(width / 2, 40), y + Math.min(height / 2, 20)];
      const hit = document.elementFromPoint(left, top);
      return [left, top, thing.contains(hit) || hit?.contains(thing) ? "" : (hit?.outerHTML ?? "-")];
    },
    // what has the focus, and why nobody could see that it has
    focus() {
      const now = document.activeElement;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(now);
      const ring = outlineStyle !== "none" && outlineWidth !== "0px";
      const { top, bottom, width } = now.getBoundingClientRect();
      const shown = ring || boxShadow !== "none" || now === document.body;
      const inside = bottom > 0 && top < innerHeight && width >= 0;
      return [keep(now), shown && inside ? "" : now.outerHTML.slice(0, 200)];
    },
    choose([n, value]) {
      things[n].focus();
      things[n].value = value;
      things[n].dispatchEvent(new Event("input", { bubbles: true }));
      things[n].dispatchEvent(new Event("change", { bubbles: true }));
    },
    labelOfOption: ([n, value]) =>
      [...things[n].options].find((one) => one.value === value)?.label ?? "",
    chosen: (n) => things[n].value,
    same: ([a, b]) => things[a] === things[b],
    thing: (n) => things[n],
  };
})();
