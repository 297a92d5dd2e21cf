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
    box.setAttribute("role", "alert");
    box.textContent = text;
    notice.replaceChildren(box);
    root.className = "loud";
    return box;
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
    back();
    if (said) announce(said.dataset.announce);
    begin(part);
  });

  // In a queue beside what it shows, the line that is shown is marked.
  doc.addEventListener("htmx:afterOnLoad", function (event) {
    var link = event.target, queue = link.closest("#queue");
    if (!queue || !event.detail.successful) return;
    queue.querySelectorAll("[aria-current]").forEach(function (old) { old.removeAttribute("aria-current"); });
    link.setAttribute("aria-current", "true");
  });

  // In the quick report what is understood follows the row in which somebody types; focus that an answer took away goes back there.
  var typing = null;
  function follow(field) {
    var row = field.form && field.form.elements.row;
    if (!row || field.tagName === "BUTTON") return;
    typing = field;
    var part = field.closest("[data-row]");
    if (part && part.dataset.row !== row.value) {
      row.value = part.dataset.row;
      part.dispatchEvent(new Event("rowchange", {bubbles: true}));
    }
  }

  function back() {
    if (doc.activeElement === doc.body && typing && typing.isConnected) typing.focus();
  }

  doc.addEventListener("htmx:afterSwap", back);
  doc.addEventListener("focusin", function (event) { follow(event.target); });
  follow(doc.activeElement);

  doc.addEventListener("chosen", function () {
    if (typing) typing.form.elements.row.dispatchEvent(new Event("change", {bubbles: true}));
  });

  // What was chosen in a list while its successor was under way stays chosen, if the new list has it.
  var chosen = null;
  doc.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.target.id !== "villages-slot") return;
    var list = event.detail.target.querySelector("select");
    chosen = list && list.value ? list : null;
  });

  doc.addEventListener("htmx:afterSwap", function (event) {
    if (!chosen || event.detail.target.id !== "villages-slot") return;
    var list = doc.getElementById(chosen.id);
    if (list && list.querySelector('option[value="' + chosen.value + '"]')) list.value = chosen.value;
    chosen = null;
  });

  // A form is sent once, and after a moment its button says so. The form's token guards it on the server.
  var going = new WeakSet();

  function release(form) {
    var button = form.busyButton;
    clearTimeout(form.busyTimer);
    going.delete(form);
    if (form.handed) touch(form, PAUSE);
    form.handed = false;
    if (button) {
      button.replaceChildren.apply(button, form.busyLabel);
      button.removeAttribute("aria-disabled");
      form.busyButton = null;
    }
  }

  // What is typed and neither sent nor kept as a draft is not left without a question. A chosen file is in no draft.
  function unsent() {
    return Array.from(doc.forms).filter(function (form) { return form.typed || form.asking || form.holdsFile; });
  }
  window.addEventListener("beforeunload", function (event) {
    if (!unsent().length) return;
    event.preventDefault();
    event.returnValue = "";
  });

  // Drafts: the server keeps what stands in a form, soon after the last key or choice; nothing of it stays in this browser.
  var PAUSE = 1500, CHOICE = 300, AGAIN = 5000, PATIENCE = 2500, LIMIT = 10000;

  function typed(event) {
    var field = event.target;
    if (!field.form || !field.form.matches("main form[method=post]:not([role=search])")) return;
    if (field.type === "file") field.form.holdsFile = field.files.length > 0;
    else touch(field.form, event.type === "change" || /radio|box|select/.test(field.type) ? CHOICE : PAUSE);
  }
  doc.addEventListener("input", typed);
  doc.addEventListener("change", typed);

  function touch(form, pause) {
    form.typed = true;
    clearTimeout(form.timer);
    if (form.dataset.draft && !going.has(form)) form.timer = setTimeout(keep, pause, form);
  }

  function body(form) {
    var told = new URLSearchParams({ turn: form.turn = (form.turn || 0) + 1 });
    new FormData(form).forEach(function (value, name) {
      if (typeof value === "string" && name !== "csrf_token") told.append(name, value);
    });
    return told;
  }

  // One request at a time; what is typed meanwhile goes with the next. Resolves to whether everything is kept.
  function keep(form) {
    clearTimeout(form.timer);
    if (form.asking) return form.asking.over.then(function () { return form.typed ? keep(form) : true; });
    var asking = form.asking = new AbortController();
    var slow = setTimeout(unkept, PATIENCE, form, words.away);
    var limit = setTimeout(function () { asking.abort(); }, LIMIT);
    form.typed = false;
    asking.over = fetch(form.dataset.draft, {
      method: "POST", body: body(form), redirect: "manual", headers: { "HX-Request": "true" }, signal: asking.signal
    }).then(function (answer) {
      return answer.text().then(function (text) { return [answer, text]; });
    }).catch(function () { return null; }).then(function (got) {
      clearTimeout(slow);
      clearTimeout(limit);
      if (form.asking !== asking) return false;
      form.asking = null;
      return told(form, got && got[0], got && got[1]);
    });
    return asking.over;
  }

  function told(form, answer, text) {
    var status = answer ? answer.status : 0;
    if (status === 200) kept(form, isPlain(answer) ? text : placed(form, text), answer.headers.get("Draft"));
    if (status === 200 || status === 204) return true;
    form.typed = true;
    if (!status || status >= 500) form.timer = setTimeout(keep, AGAIN, form);
    if (status === 401) ended(form, answer.headers.get("HX-Redirect"));
    else if (!status) unkept(form, words.away);
    else if (isPlain(answer)) unkept(form, text);
    else refused(form, read(text));
    return false;
  }

  function isPlain(answer) {
    return /^text\/plain/.test(answer.headers.get("Content-Type"));
  }

  function read(text) {
    return new DOMParser().parseFromString(text, "text/html");
  }

  // The refusal on the server's page; where somebody was faster, the way to both versions.
  function refused(form, page) {
    var refusal = page.getElementById("refusal");
    var box = unkept(form, refusal ? refusal.textContent.trim() : words.away);
    var both = page.getElementById("both");
    if (!both) return;
    form.typed = false;
    if (!box.querySelector("a")) box.append(" ", both);
  }

  // A form that is saved as it is filled in is told what follows elsewhere on its page; what is being used is not taken away,
  // nor a line of the form while something in it was touched that is not sent yet.
  function placed(form, text) {
    var news = read(text).getElementById("kept");
    form.elements.seen.value = news.dataset.seen;
    Array.from(news.children).forEach(function (part) {
      var old = doc.getElementById(part.id);
      if (!old || old.contains(doc.activeElement) || (form.typed && part.matches("fieldset"))) return;
      old.replaceWith(part);
    });
    return news.dataset.said;
  }

  // In a question of an assessment the number of an answer is its key, on a roster the letter of a mark.
  doc.addEventListener("keydown", function (event) {
    var question = event.target.type === "radio" && event.target.closest(".question, .marks");
    if (!question || !/^[\da-z]$/i.test(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    var key = event.key.toLowerCase();
    var goal = question.querySelector('[value="' + key + '"], [data-key="' + key + '"]');
    if (!goal) return;
    goal.focus();
    goal.click();
  });

  function mark(form, text, look) {
    var line = form.querySelector("[data-kept]");
    line.className = look;
    line.textContent = text;
  }

  function kept(form, text, address) {
    mark(form, text, "hint");
    if (!form.known || form.warning) announce(text);
    if (form.warning) form.warning.remove();
    root.className = "";
    form.known = true;
    form.warning = null;
    // Loading this page anew opens the draft, and not an empty form.
    if (address && address.split("?")[0] === location.pathname) history.replaceState(history.state, "", address);
    rest();
  }

  function unkept(form, text) {
    mark(form, form.dataset.unkept || words.unkept, "mark mark-late");
    if (!form.warning || form.warning.textContent !== text || !form.warning.isConnected) form.warning = warn(text);
    return form.warning;
  }

  function ended(form, address) {
    var box = unkept(form, /draft/.test(address) ? words.ended : words.lost);
    var link = doc.createElement("a");
    if (/draft/.test(address)) form.typed = false;
    link.className = "button";
    link.href = address;
    link.textContent = words.again;
    if (!box.querySelector("a")) box.append(" ", link);
  }

  function begin(part) {
    part.querySelectorAll("form[data-typed]").forEach(function (form) { touch(form, CHOICE); });
  }
  window.addEventListener("online", function () {
    unsent().forEach(function (form) { if (form.dataset.draft) keep(form); });
  });

  // Before another form leaves this page (Keluar, Cari) the drafts are kept. If that fails, pressing again goes on, after the question.
  function waits(form, event) {
    var others = unsent().filter(function (each) { return each !== form && each.dataset.draft; });
    if (!others.length || form.insists) return false;
    form.insists = true;
    Promise.all(others.map(keep)).then(function (all) {
      if (all.every(Boolean)) form.requestSubmit(event.submitter);
    });
    return true;
  }

  // Sent into this page by htmx: the draft went with it.
  function saved(form) {
    form.handed = form.typed = form.holdsFile = false;
    if (form.dataset.draft) mark(form, "", "hint");
  }

  function hand(form) {
    clearTimeout(form.timer);
    if (form.asking) form.asking.abort();
    form.handed = Boolean(form.dataset.draft && (form.typed || form.asking));
    form.asking = null;
    form.typed = form.holdsFile = false;
  }

  doc.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post") return;
    if (going.has(form) || waits(form, event)) {
      event.preventDefault();
      return event.stopImmediatePropagation();
    }
    going.add(form);
    hand(form);
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
    if (form && event.target === form) {
      if (event.detail.successful) saved(form);
      release(form);
    }
    if (event.detail.successful) {
      rest();
      if (!unsent().some(function (each) { return each.warning; }) && notice.querySelector(".problem, .refusal")) notice.replaceChildren();
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
      fields[0].dispatchEvent(new Event("change", {bubbles: true}));
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

  // Escape puts away what the search box has found so far, and leads back to the box.
  doc.addEventListener("keydown", function (event) {
    var box = event.key === "Escape" && event.target.closest(".letterhead .search");
    if (!box) return;
    doc.getElementById("hits").replaceChildren();
    if (event.target !== box.elements.q) box.elements.q.focus();
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

  // In quick rows Enter leads to the next row; past the last one it asks for more, like the button.
  doc.addEventListener("keydown", function (event) {
    var row = event.key === "Enter" && !event.isComposing && event.target.closest("[data-rows] tbody tr");
    var next = row && row.nextElementSibling;
    if (!next) return;
    event.preventDefault();
    next.querySelector("input, select").focus();
  });

  // The session is over: what was typed is sent, for the server keeps it as a draft until its owner is back.
  function leave() {
    var form = unsent()[0];
    if (form) hand(form);
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
  begin(doc);
  focusIn(doc);
})();
