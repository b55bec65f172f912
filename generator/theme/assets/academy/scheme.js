/* Before anything is drawn: the reader's choice of light or dark, if there is one. */
(function () {
  document.documentElement.classList.replace("no-js", "js");
  try {
    var chosen = localStorage.getItem("academy-scheme");
    if (chosen === "light" || chosen === "dark") {
      document.documentElement.setAttribute("data-scheme", chosen);
    }
  } catch (error) {
    /* a browser that keeps nothing follows the system's setting */
  }
})();
