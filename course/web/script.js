"use strict";
// Where the course leads stands in the links of the page. This keeps in mind what a person picked
// and how they answered, on their own device alone, and shows what goes with that.
(() => {
  const main = document.querySelector("main");
  const KEY = `course-${main.dataset.course}`;
  const FIRST = "first";
  const LISTS = ["ticks", "sure", "missed", "later", "done"];
  const store = (() => {
    try {
      localStorage.getItem(KEY);
      return localStorage;
    } catch {
      return null; // The browser keeps nothing; then all is forgotten when the page is closed.
    }
  })();
  const tried = new Set(); // The answers of just now, so that they can be marked when asked again.
  const returns = {}; // Where a section that was opened over another one returns to.
  let given = []; // The steps of an order that were chosen so far, as buttons.
  let ordered = []; // The words of the order that was handed in last.
  let state = load();

  function load() {
    let kept = {};
    try {
      kept = JSON.parse((store && store.getItem(KEY)) || "{}");
    } catch {
      // What cannot be read is as good as nothing.
    }
    const found = { own: String(kept.own || ""), at: String(kept.at || "") };
    for (const name of LISTS) found[name] = new Set(Array.isArray(kept[name]) ? kept[name] : []);
    return found;
  }

  function save() {
    const kept = { own: state.own, at: state.at };
    for (const name of LISTS) kept[name] = [...state[name]];
    try {
      if (store) store.setItem(KEY, JSON.stringify(kept));
    } catch {
      // It is full. The page goes on without.
    }
  }

  function facts() {
    const known = new Set();
    const add = (kind, names) => names.forEach((name) => known.add(`${kind}:${name}`));
    add("own", state.own ? [state.own] : []);
    add("tick", state.ticks);
    add("done", state.done);
    add("tried", tried);
    add("missed", state.missed);
    add("sure", state.sure);
    add("sure", state.later);
    add("open", [...state.missed].filter((name) => !state.later.has(name)));
    return known;
  }

  function here() {
    const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return asked && asked.parentElement === main ? asked : document.getElementById(FIRST);
  }

  // What shows: any of `data-if`, all of `data-all`, and none of `data-unless` has to be known.
  function refresh(section) {
    const known = facts();
    const isKnown = (fact) => known.has(fact);
    for (const each of section.querySelectorAll("[data-if],[data-all],[data-unless]")) {
      const { if: any, all, unless } = each.dataset;
      each.hidden = (any !== undefined && !any.split(" ").some(isKnown))
        || (all !== undefined && !all.split(" ").every(isKnown))
        || (unless !== undefined && unless.split(" ").some(isKnown));
    }
    for (const box of section.querySelectorAll("[data-tick]")) {
      box.checked = state.ticks.has(box.dataset.tick);
    }
    for (const box of section.querySelectorAll("[data-own]")) {
      box.checked = state.own === box.dataset.own;
      const drawn = document.getElementById(`body-${box.dataset.own}`);
      if (drawn) drawn.classList.toggle("p-on", box.checked);
    }
    for (const each of section.querySelectorAll("[data-print]")) each.hidden = false;
    for (const each of section.querySelectorAll("[data-resume]")) {
      each.hidden = !state.at;
      for (const link of each.querySelectorAll("a")) link.hash = state.at || FIRST;
    }
    for (const link of section.querySelectorAll("[data-returns]")) {
      link.hash = returns[section.id.split("~")[0]] || link.hash;
    }
    section.querySelectorAll("[data-step]").forEach((step) => {
      const number = given.indexOf(step) + 1;
      const status = step.querySelector("[data-picked]");
      status.textContent = number ? status.dataset.picked.replace("#", number) : "";
      step.setAttribute("aria-pressed", String(number > 0));
    });
  }

  // The first that is told of a question counts, whatever is tried once more.
  function learn({ begins, tried: answer, sure, missed, later, done }) {
    if (begins) tried.forEach((each) => each.startsWith(`${begins}/`) && tried.delete(each));
    if (answer) tried.add(answer);
    if (done) state.done.add(done);
    if (missed && !state.sure.has(missed)) state.missed.add(missed);
    if (sure && !state.missed.has(sure)) {
      state.sure.add(sure);
      for (const name of (later || "").split(" ")) if (state.missed.has(name)) state.later.add(name);
    }
  }

  function arrive(isFirst) {
    const section = here();
    given = [];
    learn(section.dataset);
    if (section.id.split(":").pop() !== FIRST) state.at = section.id;
    save();
    refresh(section);
    const isSeen = (each) => each.getClientRects().length > 0;
    const titles = [...section.querySelectorAll("h1")];
    const title = titles.find(isSeen) || titles[0]; // At the very first none is seen yet.
    if (ordered.length) {
      const steps = section.querySelectorAll(".chose ol li");
      steps.forEach((step, at) => { step.textContent = ordered[at]; });
    }
    document.documentElement.lang = section.lang;
    document.title = [title.textContent.trim(), main.dataset.title].join(" - ");
    if (!isFirst) title.focus();
  }

  // A link from a kiosk brings the place of the shots and what was picked there. A browser sends
  // no server what stands behind the sign #.
  function takeOver() {
    const brought = new URLSearchParams(location.hash.slice(1));
    const own = brought.get("place") || "";
    const has = (name, value) => main.querySelector(`[data-${name}="${CSS.escape(value)}"]`);
    if (!location.hash.includes("=")) return;
    if (own && has("own", own)) state.own = own;
    for (const item of (brought.get("picked") || "").split(",")) {
      if (item && has("tick", item)) state.ticks.add(item);
    }
    save();
    location.replace("#take");
  }

  function hand(section) {
    const keys = given.map((step) => step.dataset.step);
    const alike = (answer) => {
      const others = answer.dataset.answer.split(",");
      const at = keys.findIndex((key, index) => key !== others[index]);
      return at < 0 ? keys.length : at;
    };
    const answers = [...section.querySelectorAll("[data-answer]")].filter((each) => !each.hidden);
    ordered = given.map((step) => step.firstElementChild.textContent);
    answers.sort((one, other) => alike(other) - alike(one));
    location.hash = answers[0].hash;
  }

  main.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-then]");
    const step = event.target.closest("[data-step]");
    const part = event.target.closest(".body .p-place");
    const section = here();
    if (link) returns[link.hash.slice(1)] = link.dataset.then;
    if (part) {
      const box = section.querySelector(`[data-own="${CSS.escape(part.id.slice(5))}"]`);
      if (box) box.click();
    }
    if (event.target.closest("[data-print]")) window.print();
    if (event.target.closest("[data-forget]")) {
      if (store) store.removeItem(KEY);
      state = load();
      tried.clear();
      refresh(section);
    }
    if (step) {
      const at = given.indexOf(step);
      given = at < 0 ? [...given, step] : given.slice(0, at);
      refresh(section);
      if (given.length === section.querySelectorAll("[data-step]").length) hand(section);
    }
  });

  main.addEventListener("change", (event) => {
    const { tick, own } = event.target.dataset;
    if (tick) state.ticks[event.target.checked ? "add" : "delete"](tick);
    if (own) state.own = own;
    save();
    refresh(here());
  });

  window.addEventListener("hashchange", () => {
    takeOver();
    arrive(false);
  });
  takeOver();
  arrive(true);
  if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
    navigator.serviceWorker.register("worker.js").catch(() => {});
  }
})();
