/* What can be chosen below a question instead of typing it. */
(() => {
  "use strict";

  const { createButton, createElement, share } = academy;
  const SHORTEST_REPEAT = 8; // letters; what is shorter is typed sooner than chosen

  /** Buttons below a question. They stay as they are while the same is offered, so that no click is lost. */
  class FieldChoices {
    #texts = "";

    constructor() {
      this.element = createElement("div", "la-field__choices");
    }

    /** @param {readonly (readonly [text: string, choose: () => void])[]} choices */
    show(choices) {
      const texts = choices.map(([text]) => text).join("\n");
      if (texts === this.#texts) return;
      this.#texts = texts;
      this.element.replaceChildren(...choices.map(createChoice));
    }

    /** Answer with a choice, as if somebody had typed it. @param {SingleField} field @param {string} answer */
    take({ input }, answer) {
      input.value = answer;
      this.show([]);
      input.focus();
      for (const type of ["input", "change"])
        input.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }

  /** @param {readonly [text: string, choose: () => void]} choice */
  function createChoice([text, choose]) {
    return createButton(text, choose, "la-button la-button--small");
  }

  /**
   * Offer choices while a question is asked, and no longer.
   * @param {SingleField} field
   * @param {FieldChoices} choices
   * @param {() => void} offer
   */
  function offerWhileAsked(field, choices, offer) {
    field.element.append(choices.element);
    field.input.addEventListener("focus", offer);
    field.input.addEventListener("input", offer);
    field.element.addEventListener("focusout", ({ relatedTarget }) => {
      const isInside = relatedTarget instanceof Node && field.element.contains(relatedTarget);
      if (!isInside && !field.input.value) share.afterPress(() => choices.show([]));
    });
  }

  /** @type {Map<Question, SingleField[]>} */
  const asked = new Map();

  /**
   * Offer what another row or record says in answer to the same question.
   * @param {SingleField} field
   */
  function offerSameAgain(field) {
    const { question, input } = field;
    const others = asked.get(question) ?? [];
    asked.set(question, [...others, field]);
    const choices = new FieldChoices();
    offerWhileAsked(field, choices, () => {
      const earlier = input.value ? "" : earlierAnswer(field);
      const choose = () => choices.take(field, earlier);
      choices.show(earlier ? [[`Same again: “${share.clip(earlier)}”`, choose]] : []);
    });
  }

  /** The last other answer to the same question that is long enough to offer. @param {SingleField} field */
  function earlierAnswer(field) {
    const others = (asked.get(field.question) ?? []).filter(
      (other) => other !== field && other.input.isConnected,
    );
    const answers = others.map((other) => other.written().trim());
    return answers.findLast((answer) => answer.length >= SHORTEST_REPEAT) ?? "";
  }

  Object.assign(share, { FieldChoices, offerWhileAsked, offerSameAgain });
})();
