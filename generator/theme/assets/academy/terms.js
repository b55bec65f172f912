/* Says what a term means where it stands: on hover, on focus, and at the first tap or click. */
(function () {
  "use strict";

  var EDGE = 8; // px kept free beside the window's edges
  var LINGER = 250; // ms in which the pointer can travel from the term to the box
  var box = null;
  var shown = null; // the term whose meaning is in the box
  var pinned = false; // opened by a tap or click: it stays until it is put away
  var timer = 0;

  function termAt(target) {
    return target && target.closest ? target.closest("a.la-term") : null;
  }

  function put(name, className, text) {
    var element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    box.appendChild(element);
    return element;
  }

  function show(term, pin) {
    clearTimeout(timer);
    if (shown === term && (pinned || !pin)) return;
    hide();
    shown = term;
    pinned = pin;
    box = document.createElement("span");
    box.className = "la-means";
    box.id = "la-means";
    put("span", "la-means__text", term.getAttribute("data-means"));
    if (pin) {
      put("a", "la-means__more", "In the glossary").href = term.href;
    } else {
      box.setAttribute("role", "tooltip");
    }
    term.setAttribute("aria-describedby", box.id);
    term.insertAdjacentElement("afterend", box);
    place();
  }

  function hide() {
    clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    box.remove();
    shown = box = null;
    pinned = false;
  }

  /* Below the term, or above it where there is more room; never beyond the window's edges. */
  function place() {
    if (!shown) return;
    var term = shown.getClientRects()[0];
    var wide = document.documentElement.clientWidth;
    var high = document.documentElement.clientHeight;
    if (!term || term.bottom < 0 || term.top > high) {
      hide();
      return;
    }
    box.style.maxWidth = wide - 2 * EDGE + "px";
    var below = term.bottom + box.offsetHeight + EDGE <= high;
    var above = term.top - box.offsetHeight - EDGE >= 0;
    var left = Math.min(term.left, wide - box.offsetWidth - EDGE);
    box.style.left = Math.max(left, EDGE) + "px";
    box.style.top = (below || !above ? term.bottom : term.top - box.offsetHeight) + "px";
  }

  function hideSoon() {
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (!pinned && document.activeElement !== shown) hide();
    }, LINGER);
  }

  function within(target) {
    return Boolean(shown && target && (shown.contains(target) || box.contains(target)));
  }

  document.addEventListener("mouseover", function (event) {
    var term = termAt(event.target);
    if (term) show(term, false);
    else if (within(event.target)) clearTimeout(timer);
  });
  document.addEventListener("mouseout", function (event) {
    if (within(event.target) && !within(event.relatedTarget)) hideSoon();
  });
  document.addEventListener("focusin", function (event) {
    var term = termAt(event.target);
    if (term) show(term, false);
    else if (!within(event.target)) hide();
  });
  document.addEventListener("focusout", function (event) {
    if (within(event.target) && !within(event.relatedTarget) && !pinned) hide();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !shown) return;
    if (box.contains(document.activeElement)) shown.focus();
    hide();
  });
  document.addEventListener("click", function (event) {
    var term = termAt(event.target);
    if (!term) {
      if (!within(event.target)) hide();
      return;
    }
    /* the Enter key, a new tab and the second tap follow the link */
    var plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (event.detail === 0 || !plain || (pinned && shown === term)) return;
    event.preventDefault();
    show(term, true);
  });
  document.addEventListener("scroll", place, true);
  window.addEventListener("resize", place);
})();
