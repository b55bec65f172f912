/* Before anything is drawn: the reader's choice of light or dark, if there is one. */
(() => {
  "use strict";

  document.documentElement.classList.replace("no-js", "js");
  try {
    const scheme = localStorage.getItem("academy-scheme");
    if (scheme === "light" || scheme === "dark") {
      document.documentElement.setAttribute("data-scheme", scheme);
    }
  } catch {
    /* without storage the page follows the system's setting */
  }
})();
