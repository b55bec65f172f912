/* What every page has: the switch between light and dark, the contents and the entry of
   the section that is being read, and focus that stays in view. */
(() => {
  "use strict";

  const { createButton } = academy;
  const FOCUS_MARGIN = 8; // px kept free beside the focused element

  function isDark() {
    const chosen = document.documentElement.getAttribute("data-scheme");
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function addSchemeSwitch() {
    const bar = document.querySelector(".la-header__bar");
    if (!bar) return;
    const button = createButton("", switchScheme, "la-scheme-switch");

    function showNextScheme() {
      button.textContent = isDark() ? "Light" : "Dark";
      button.setAttribute("aria-label", isDark() ? "Use light colours" : "Use dark colours");
    }

    function switchScheme() {
      const scheme = isDark() ? "light" : "dark";
      document.documentElement.setAttribute("data-scheme", scheme);
      try {
        localStorage.setItem("academy-scheme", scheme);
      } catch {
        /* without storage the choice lasts for this page */
      }
      showNextScheme();
    }

    showNextScheme();
    bar.insertBefore(button, bar.querySelector(".la-menu"));
  }

  /** The contents stand beside a wide page, and fold above a narrow one. */
  function unfoldContents() {
    const fold = /** @type {HTMLDetailsElement | null} */ (
      document.querySelector(".la-contents > details")
    );
    const wide = matchMedia("(min-width: 64em)"); // as in academy.css
    const unfold = () => fold?.toggleAttribute("open", wide.matches);
    wide.addEventListener("change", unfold);
    unfold();
  }

  function markCurrentSection() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll(".la-contents a");
    const linkOf = new Map(
      [...links].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
    );
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          for (const link of links) link.removeAttribute("aria-current");
          linkOf.get(target.id)?.setAttribute("aria-current", "true");
        }
      },
      { rootMargin: "0px 0px -70% 0px" },
    );
    for (const id of linkOf.keys()) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
  }

  /**
   * Scroll a wide table or figure until the focused element is wholly in view. A browser is content
   * when its edge is.
   * @param {FocusEvent} event
   */
  function showFocused(event) {
    const target = /** @type {Element} */ (event.target);
    const region = target.closest(".la-table, .la-figure__scroll");
    if (!region || region === target) return;
    const box = target.getBoundingClientRect();
    const view = region.getBoundingClientRect();
    if (box.left < view.left) region.scrollLeft -= view.left - box.left + FOCUS_MARGIN;
    else if (box.right > view.right) {
      region.scrollLeft += Math.min(box.right - view.right + FOCUS_MARGIN, box.left - view.left);
    }
  }

  function addPageActions() {
    /** @type {HTMLElement | null} */
    const actions = document.querySelector(".la-actions");
    if (!actions) return;
    const words = actions.dataset.reference ?? document.title;
    const copy = academy.createCopyButton(() => academy.pageReference(location.search, words));
    actions.prepend(
      createButton("Print", () => print()),
      copy.button,
    );
    actions.append(copy.note);
  }

  /** Open what hides the place that the address names; not every browser does so itself. */
  function openTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const hidden = target?.closest("details:not([open])");
    if (!target || !hidden) return;
    hidden.setAttribute("open", "");
    target.scrollIntoView();
  }

  /** Draw the records linked to this one when somebody opens their table, which stays. */
  function drawNeighbourhoodWhenOpened() {
    const host = /** @type {HTMLDetailsElement | null} */ (
      document.getElementById("neighbourhood")
    );
    const draw = async () => {
      await academy.loadBundle("neighbourhood");
      if (host) await academy.drawNeighbourhood(host);
    };
    host?.addEventListener("toggle", draw, { once: true });
  }

  if (document.querySelector(".la-figure")) academy.loadBundle("figures");
  if (document.querySelector("[data-filters]")) academy.loadBundle("table-filters");
  if (document.querySelector("[data-share]")) academy.loadBundle("form");
  addSchemeSwitch();
  addPageActions();
  unfoldContents();
  markCurrentSection();
  drawNeighbourhoodWhenOpened();
  openTarget();
  window.addEventListener("hashchange", openTarget);
  document.addEventListener("focusin", showFocused);
})();
