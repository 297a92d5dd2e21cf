// Sigap's own script: everything works without it; it only spares keys and guards a shared PC.
(function () {
  "use strict";
  var doc = document;
  var root = doc.documentElement;
  var notice = doc.getElementById("notice");
  var words = doc.body.dataset;

  // One polite region for messages; what is only spoken stands in a hidden line of it.
  function announce(text) {
    var line = doc.getElementById("spoken") || doc.createElement("p");
    line.id = "spoken";
    line.className = "visually-hidden";
    notice.appendChild(line);
    setTimeout(function () { line.textContent = text; }, 50);
  }

  function warn(text) {
    var box = doc.createElement("p");
    box.className = "banner problem";
    box.textContent = text;
    notice.replaceChildren(box);
  }

  // Focus goes to the error summary, or to what asked for it; never taken from someone who is typing.
  function focusIn(part) {
    var goal = part.querySelector(".error-summary, [data-focus]");
    if (goal) {
      goal.tabIndex = -1;
      goal.focus();
    }
  }

  doc.addEventListener("htmx:afterSettle", function (event) {
    var part = event.detail.target;
    var said = part.querySelector("[data-announce]");
    if (doc.activeElement === doc.body) focusIn(part);
    if (said) announce(said.dataset.announce);
  });

  // A form is sent once, and after a moment its button says so. The form's token guards it on the server.
  function release(form) {
    var button = form.busyButton;
    clearTimeout(form.busyTimer);
    form.sent = false;
    if (button) {
      button.replaceChildren.apply(button, form.busyLabel);
      button.removeAttribute("aria-disabled");
      form.busyButton = null;
    }
  }

  // What is typed and not yet sent is not left without a question.
  var unsent = null;
  doc.addEventListener("input", function (event) {
    var form = event.target.closest("main form[method=post]:not([role=search])");
    if (form) unsent = form;
  });
  window.addEventListener("beforeunload", function (event) {
    if (!unsent) return;
    event.preventDefault();
    event.returnValue = "";
  });

  doc.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post") return;
    if (form.sent) {
      event.preventDefault();
      return event.stopImmediatePropagation();
    }
    form.sent = true;
    if (form === unsent) unsent = null;
    form.busyTimer = setTimeout(function () {
      var button = event.submitter;
      if (button && words.busy) {
        form.busyButton = button;
        form.busyLabel = Array.from(button.childNodes);
        button.textContent = words.busy;
        button.setAttribute("aria-disabled", "true");
      }
      form.busyTimer = setTimeout(release, 9600, form);
    }, 400);
  }, true);

  doc.addEventListener("htmx:afterRequest", function (event) {
    var form = event.target.closest("form");
    if (form) release(form);
    if (event.detail.successful) {
      unsent = null;
      rest();
      if (notice.querySelector(".problem, .refusal")) notice.replaceChildren();
    }
  });
  ["sendError", "timeout"].forEach(function (kind) {
    doc.addEventListener("htmx:" + kind, function () { warn(words.offline); });
  });
  doc.addEventListener("htmx:responseError", function (event) {
    if (!/409|413|503|507/.test(event.detail.xhr.status)) warn(words.failed);
  });

  // The server may offer values (an HX-Trigger named "fill"): only empty fields take them.
  doc.addEventListener("fill", function (event) {
    Object.keys(event.detail).forEach(function (name) {
      var fields = Array.from(doc.getElementsByName(name));
      var value = event.detail[name];
      if (!fields.length || fields.some(function (field) { return field.checked; })) return;
      if (fields[0].type === "radio") fields.forEach(function (field) { field.checked = field.value === value; });
      else if (!fields[0].value) fields[0].value = value;
    });
  });

  // Plain http has no clipboard API: select a text area and ask the old way.
  function copy(button) {
    doc.getElementById(button.dataset.copy).select();
    if (doc.execCommand("copy")) announce(button.textContent = button.dataset.copied);
  }

  doc.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy], [data-print], [data-stay]");
    doc.querySelectorAll(".menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
    if (!button) return;
    if (button.dataset.copy) copy(button);
    else if ("print" in button.dataset) window.print();
    else stay(button);
  });
  doc.addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" && event.target.closest(".menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // A page left behind shows nothing: browsers may keep it alive although told not to store it.
  window.addEventListener("pagehide", function () { root.hidden = true; });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      doc.body.textContent = "";
      location.reload();
    } else root.hidden = false;
  });

  // The session ends after a rest: warn two minutes before, then leave. Open tabs tell each other.
  var idle = doc.getElementById("idle");
  var tabs = idle && window.BroadcastChannel ? new BroadcastChannel("sigap") : null;
  var timers = [];

  function wait() {
    if (!idle) return;
    var seconds = Number(idle.dataset.seconds);
    timers.forEach(clearTimeout);
    idle.hidden = true;
    timers = [
      setTimeout(function () { idle.hidden = false; }, (seconds - 120) * 1000),
      setTimeout(leave, (seconds + 5) * 1000)
    ];
  }

  // The session is over: what was typed is sent, for the server keeps it as a draft until its owner is back.
  function leave() {
    var form = unsent;
    unsent = null;
    if (form) form.submit();
    else location.assign(location.pathname + location.search);
  }

  function rest() {
    if (tabs) tabs.postMessage("here");
    wait();
  }

  function stay(button) {
    fetch(button.dataset.stay, { method: "HEAD" }).then(rest, function () { warn(words.offline); });
  }

  if (tabs) tabs.onmessage = wait;
  rest();
  focusIn(doc);
})();
