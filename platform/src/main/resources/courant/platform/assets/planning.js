// Comfort only: the pages of planning work without this file.
(function () {
  "use strict";

  // A chosen or dropped file is sent at once.
  document.querySelectorAll("form[data-drop]").forEach(function (form) {
    var input = form.querySelector("input[type=file]");
    var target = form.querySelector("[data-target]") || form;
    input.addEventListener("change", function () {
      if (input.files.length > 0) {
        form.requestSubmit(form.querySelector("[type=submit]"));
      }
    });
    ["dragenter", "dragover"].forEach(function (name) {
      target.addEventListener(name, function (event) {
        event.preventDefault();
        target.classList.add("over");
      });
    });
    ["dragleave", "drop"].forEach(function (name) {
      target.addEventListener(name, function () {
        target.classList.remove("over");
      });
    });
    target.addEventListener("drop", function (event) {
      event.preventDefault();
      if (event.dataTransfer.files.length > 0) {
        input.files = event.dataTransfer.files;
        form.requestSubmit(form.querySelector("[type=submit]"));
      }
    });
  });

  // A button says that work is under way, and cannot be pressed twice.
  document.addEventListener("submit", function (event) {
    var button = event.target.querySelector("[data-busy]");
    if (button) {
      button.setAttribute("aria-busy", "true");
      button.textContent = button.getAttribute("data-busy");
      window.setTimeout(function () {
        button.disabled = true;
      });
    }
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      window.location.reload();
    }
  });

  // A range beside its number field: the right end of the budget means no limit.
  document.querySelectorAll("input[data-range]").forEach(function (range) {
    var field = document.getElementById(range.getAttribute("data-range"));
    var unlimited = range.hasAttribute("data-unlimited");
    range.hidden = false;
    range.addEventListener("input", function () {
      field.value = unlimited && range.value === range.max ? "" : range.value;
    });
    field.addEventListener("input", function () {
      var value = field.value.replace(/[\s\u00a0\u202f$%]/g, "");
      range.value = value === "" && unlimited ? range.max : value;
    });
  });
  document.querySelectorAll("[data-without-script]").forEach(function (button) {
    button.hidden = true;
  });

  // What is wrong is where the reader is taken first.
  var errors = document.getElementById("erreurs");
  if (errors) {
    errors.focus();
  }
})();
