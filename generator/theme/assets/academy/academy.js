/* Light or dark by choice, a menu that closes, and the contents entry of what is being read. */
(function () {
  "use strict";

  var EDGE = 8; // px kept free beside what takes the focus

  function dark() {
    var chosen = document.documentElement.getAttribute("data-scheme");
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function addSwitch() {
    var bar = document.querySelector(".la-top__bar");
    if (!bar) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "la-switch";
    function name() {
      button.textContent = dark() ? "Light" : "Dark";
      button.setAttribute("aria-label", dark() ? "Use light colours" : "Use dark colours");
    }
    button.addEventListener("click", function () {
      var next = dark() ? "light" : "dark";
      document.documentElement.setAttribute("data-scheme", next);
      try {
        localStorage.setItem("academy-scheme", next);
      } catch (error) {
        /* the choice then lasts for this page */
      }
      name();
    });
    name();
    bar.insertBefore(button, bar.querySelector(".la-menu"));
  }

  function closeMenuOnEscape() {
    var menu = document.querySelector(".la-menu");
    if (!menu) return;
    menu.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
  }

  function followReading() {
    var links = document.querySelectorAll(".la-contents--beside a");
    if (!links.length || !("IntersectionObserver" in window)) return;
    var byId = {};
    links.forEach(function (link) {
      byId[decodeURIComponent(link.hash.slice(1))] = link;
    });
    var watcher = new IntersectionObserver(
      function (entries) {
        entries.forEach(function (entry) {
          if (!entry.isIntersecting) return;
          links.forEach(function (link) {
            link.removeAttribute("aria-current");
          });
          byId[entry.target.id].setAttribute("aria-current", "true");
        });
      },
      { rootMargin: "0px 0px -70% 0px" }
    );
    Object.keys(byId).forEach(function (id) {
      var target = document.getElementById(id);
      if (target) watcher.observe(target);
    });
  }

  /* in what scrolls sideways a browser leaves out of sight what has only its edge within */
  function showFocused() {
    document.addEventListener("focusin", function (event) {
      var room = event.target.closest(".la-table, .la-figure__room");
      if (!room || room === event.target) return;
      var box = event.target.getBoundingClientRect();
      var its = room.getBoundingClientRect();
      if (box.left < its.left) room.scrollLeft -= its.left - box.left + EDGE;
      else if (box.right > its.right) {
        room.scrollLeft += Math.min(box.right - its.right + EDGE, box.left - its.left);
      }
    });
  }

  addSwitch();
  showFocused();
  closeMenuOnEscape();
  followReading();
})();
