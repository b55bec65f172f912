/* The meaning of a glossary term beside it: on hover, on focus, and at the first tap or click. */
(() => {
  "use strict";

  const { createElement } = academy;
  const EDGE = 8; // px kept free beside the window's edges
  const HIDE_DELAY = 250; // ms in which the pointer can travel from the term to the box
  /** @type {{ term: HTMLAnchorElement, box: HTMLElement, pinned: boolean } | null} */
  let shown = null; // `pinned`: opened by a tap or click, and stays until it is closed
  let hideTimer = 0;

  /**
   * @param {EventTarget | null} target
   * @returns {HTMLAnchorElement | null}
   */
  function termAt(target) {
    return target instanceof Element ? target.closest("a.la-term") : null;
  }

  /** @param {HTMLAnchorElement} term @param {boolean} pinned */
  function show(term, pinned) {
    clearTimeout(hideTimer);
    if (shown?.term === term && (shown.pinned || !pinned)) return;
    hide();
    const box = createBox(term, pinned);
    term.setAttribute("aria-describedby", box.id);
    term.after(box);
    shown = { term, box, pinned };
    positionBox();
  }

  /** @param {HTMLAnchorElement} term @param {boolean} pinned */
  function createBox(term, pinned) {
    const box = createElement("span", "la-definition");
    box.id = "la-definition";
    box.append(createElement("span", "la-definition__text", term.getAttribute("data-means") ?? ""));
    if (pinned) {
      const link = createElement("a", "la-definition__more", "In the glossary");
      link.href = term.href;
      box.append(link);
    } else {
      box.setAttribute("role", "tooltip");
    }
    return box;
  }

  function hide() {
    clearTimeout(hideTimer);
    if (!shown) return;
    shown.term.removeAttribute("aria-describedby");
    shown.box.remove();
    shown = null;
  }

  /** Below the term, or above it where only there is room; never beyond the window's edges. */
  function positionBox() {
    if (!shown) return;
    const { term, box } = shown;
    const rectangle = term.getClientRects()[0];
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    if (!rectangle || rectangle.bottom < 0 || rectangle.top > height) {
      hide();
      return;
    }
    box.style.maxWidth = `${width - 2 * EDGE}px`;
    const fitsBelow = rectangle.bottom + box.offsetHeight + EDGE <= height;
    const fitsAbove = rectangle.top - box.offsetHeight - EDGE >= 0;
    const left = Math.min(rectangle.left, width - box.offsetWidth - EDGE);
    const top = fitsBelow || !fitsAbove ? rectangle.bottom : rectangle.top - box.offsetHeight;
    box.style.left = `${Math.max(left, EDGE)}px`;
    box.style.top = `${top}px`;
  }

  function hideSoon() {
    clearTimeout(hideTimer);
    hideTimer = setTimeout(() => {
      if (!shown?.pinned && document.activeElement !== shown?.term) hide();
    }, HIDE_DELAY);
  }

  /**
   * Whether a target is the term whose meaning is shown, or its box.
   * @param {EventTarget | null} target
   */
  function isInside(target) {
    if (!shown || !(target instanceof Node)) return false;
    return shown.term.contains(target) || shown.box.contains(target);
  }

  /** @param {MouseEvent} event */
  function openOnClick(event) {
    const term = termAt(event.target);
    if (!term) {
      if (!isInside(event.target)) hide();
      return;
    }
    // the Enter key, a new tab and the second tap follow the link
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    const again = shown?.pinned && shown.term === term;
    if (event.detail === 0 || modified || again) return;
    event.preventDefault();
    show(term, true);
  }

  /** @param {KeyboardEvent} event */
  function closeOnEscape(event) {
    if (event.key !== "Escape" || !shown) return;
    if (shown.box.contains(document.activeElement)) shown.term.focus();
    hide();
  }

  document.addEventListener("mouseover", ({ target }) => {
    const term = termAt(target);
    if (term) show(term, false);
    else if (isInside(target)) clearTimeout(hideTimer);
  });
  document.addEventListener("mouseout", ({ target, relatedTarget }) => {
    if (isInside(target) && !isInside(relatedTarget)) hideSoon();
  });
  document.addEventListener("focusin", ({ target }) => {
    const term = termAt(target);
    if (term) show(term, false);
    else if (!isInside(target)) hide();
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (isInside(target) && !isInside(relatedTarget) && !shown?.pinned) hide();
  });
  document.addEventListener("keydown", closeOnEscape);
  document.addEventListener("click", openOnClick);
  document.addEventListener("scroll", positionBox, true);
  window.addEventListener("resize", positionBox);
})();
