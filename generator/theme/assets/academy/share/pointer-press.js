/* What moves the page waits while a button of the mouse is down: leaving a field begins a click, and
   what is clicked must still be there when the button comes up. */
(() => {
  "use strict";

  const { share } = academy;
  const LONGEST_PRESS = 400; // ms; where a list opens, nobody says that the button came up
  let isPressed = false;
  /** @type {(() => void)[]} */
  const waiting = [];

  function finishPress() {
    isPressed = false;
    for (const action of waiting.splice(0)) action();
  }

  /** Run an action at once, or after the click that is going on. @param {() => void} action */
  function afterPress(action) {
    if (isPressed) waiting.push(action);
    else action();
  }

  document.addEventListener(
    "pointerdown",
    () => {
      isPressed = true;
      setTimeout(finishPress, LONGEST_PRESS);
    },
    true,
  );
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => setTimeout(finishPress), true); // after the click
  }

  share.afterPress = afterPress;
})();
