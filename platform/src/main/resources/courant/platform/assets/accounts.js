// Ways in that a device opens, and steps that need no second look. Mail links and passwords work without this file.
(function () {
  "use strict";

  function ask(address) {
    return fetch(address, { method: "POST", credentials: "same-origin" }).then(function (answer) {
      if (!answer.ok) {
        throw new Error("HTTP " + answer.status);
      }
      return answer.json();
    });
  }

  function answerOf(options) {
    return options.rp
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  }

  var able =
    window.PublicKeyCredential &&
    PublicKeyCredential.parseCreationOptionsFromJSON &&
    PublicKeyCredential.parseRequestOptionsFromJSON;

  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    if (!able || form.dataset.origin !== window.location.origin) {
      return;
    }
    form.hidden = false;
    var message = form.querySelector("[role=alert]");
    var button = form.querySelector("button");
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      message.textContent = "";
      button.disabled = true;
      ask(form.dataset.passkey)
        .then(answerOf)
        .then(function (credential) {
          form.elements.reponse.value = JSON.stringify(credential.toJSON());
          // Not the event again: the form leaves as it is.
          form.submit();
        })
        .catch(function () {
          message.textContent = form.dataset.failed;
          button.disabled = false;
        });
    });
  });

  var next = document.querySelector("[data-at-once]");
  if (next) {
    next.click();
  }
})();
