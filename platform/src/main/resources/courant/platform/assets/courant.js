// Comfort only: every page works without this file.
(function () {
  "use strict";

  // One open menu, closed by Escape and by a click elsewhere.
  var menu = document.querySelector("details.menu");
  if (menu) {
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
    document.addEventListener("click", function (event) {
      if (menu.open && !menu.contains(event.target)) {
        menu.open = false;
      }
    });
  }

  // The key / leads to the search, from anywhere but a field.
  document.addEventListener("keydown", function (event) {
    var writes = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !writes && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      window.location.assign(document.documentElement.lang.indexOf("en") === 0 ? "/en/recherche" : "/recherche");
    }
  });
})();
