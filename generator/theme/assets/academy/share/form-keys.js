/* The Enter key in the form: it takes what is offered, goes to the next row of a list or to the next
   question. Nobody finishes a form with it by accident. */
(() => {
  "use strict";

  const { share } = academy;
  const STOPS = "input, textarea, select, button, summary";

  /** @param {HTMLFormElement} form */
  function listenForEnter(form) {
    form.addEventListener("keydown", (event) => {
      const input = event.target;
      if (event.key !== "Enter" || event.isComposing || !(input instanceof HTMLInputElement))
        return;
      if (input.type === "file") return;
      event.preventDefault();
      goOn(form, input);
    });
  }

  /** @param {HTMLFormElement} form @param {HTMLInputElement} input */
  function goOn(form, input) {
    input.dispatchEvent(new Event("change", { bubbles: true }));
    const taken = new CustomEvent("la-enter", { bubbles: true, cancelable: true });
    if (!input.dispatchEvent(taken)) return;
    const stops = /** @type {HTMLElement[]} */ ([...form.querySelectorAll(STOPS)]);
    const below = stops.slice(stops.indexOf(input) + 1);
    below.find((stop) => stop.checkVisibility() && !isSameGroup(stop, input))?.focus();
  }

  /** Whether two buttons choose words of one question. @param {Element} stop @param {HTMLInputElement} input */
  function isSameGroup(stop, input) {
    return stop instanceof HTMLInputElement && stop.type === "radio" && stop.name === input.name;
  }

  /** The first question in a part of the form without an answer. @param {Element} element */
  function firstEmpty(element) {
    const inputs = /** @type {NodeListOf<FieldInput>} */ (
      element.querySelectorAll("input, textarea, select")
    );
    return [...inputs].find(
      (input) =>
        !input.value && input.checkVisibility() && (input.type !== "radio" || isChosen(input)),
    );
  }

  /** @param {FieldInput} input */
  function isChosen(input) {
    return input instanceof HTMLInputElement && input.checked;
  }

  Object.assign(share, { listenForEnter, firstEmpty });
})();
