/* Shows the sections of a long page in turn, under tabs. Without scripts, on paper and in a search
   of the browser all of them are there. */
(() => {
  "use strict";

  const { createButton, createElement } = academy;

  /** @typedef {{ button: HTMLButtonElement, panel: HTMLElement }} Tab */

  /** @type {Tab[]} */
  const tabs = [];

  /**
   * @param {string} name
   * @param {Element} first the first section of the tab
   */
  function addTab(name, first) {
    const panel = createElement("div", "la-tab-panel");
    const button = createButton(name, () => show(tab), "la-tabs__tab");
    const tab = { button, panel };
    panel.id = `tab-${tabs.length + 1}`;
    button.id = `${panel.id}-name`;
    button.setAttribute("role", "tab");
    button.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", button.id);
    panel.addEventListener("beforematch", () => show(tab));
    first.before(panel);
    tabs.push(tab);
    return tab;
  }

  /** @param {Tab} shown */
  function show(shown) {
    for (const tab of tabs) {
      const isShown = tab === shown;
      tab.button.setAttribute("aria-selected", String(isShown));
      tab.button.tabIndex = isShown ? 0 : -1;
      // a hidden panel that the browser's own search may open
      if (isShown) tab.panel.removeAttribute("hidden");
      else tab.panel.setAttribute("hidden", "until-found");
    }
  }

  /** Show what a link on this page leads to. */
  function showTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const tab = tabs.find(({ panel }) => panel.contains(target));
    if (!tab || !target) return;
    show(tab);
    target.scrollIntoView();
  }

  /** @param {KeyboardEvent} event */
  function moveByKey(event) {
    const here = tabs.findIndex(({ button }) => button === event.target);
    const last = tabs.length - 1;
    const next = {
      ArrowRight: here === last ? 0 : here + 1,
      ArrowLeft: here === 0 ? last : here - 1,
      Home: 0,
      End: last,
    }[event.key];
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    show(tab);
    tab.button.focus();
  }

  function addTabs() {
    /** @type {NodeListOf<HTMLElement>} */
    const sections = document.querySelectorAll("section[data-tab]");
    const names = new Set([...sections].map((section) => section.dataset.tab));
    const first = sections[0];
    if (names.size < 2 || !first) return;
    const list = createElement("div", "la-tabs");
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", "Parts of this page");
    first.before(list);
    /** @type {Tab | undefined} */
    let tab;
    for (const section of sections) {
      const name = section.dataset.tab ?? "";
      if (tab?.button.textContent !== name) tab = addTab(name, section);
      tab.panel.append(section);
    }
    list.append(...tabs.map(({ button }) => button));
    list.addEventListener("keydown", moveByKey);
    if (tabs[0]) show(tabs[0]);
    addEventListener("hashchange", showTarget);
    showTarget();
  }

  addTabs();
})();
