// What a page does beyond links and forms: "/" goes to the search box, and new alerts come in by themselves.
// Everything works without this file.
"use strict";

const EVERY_MS = 4000;

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector("[data-slash]");
  if (box) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

// on a phone the facets would push the results off the screen
const narrow = document.querySelector("[data-narrow]");
if (narrow && matchMedia("(max-width: 60rem)").matches) narrow.open = false;

const list = document.querySelector("[data-live][data-state]");
if (list) watch(list);

function watch(list) {
  const note = document.querySelector("[data-live-note]");
  if (note) note.hidden = false;
  let { state, total } = list.dataset;
  const title = document.title;

  async function look() {
    if (!document.hidden) {
      try {
        const answer = await fetch("/alerts/pulse");
        const now = await answer.json();
        if (answer.ok && now.state !== state) await show(Math.max(1, now.total - total));
        if (note) note.classList.toggle("broken", !answer.ok);
      } catch {
        // the desk is away for a moment; the next look tells
        if (note) note.classList.add("broken");
      }
    }
    setTimeout(look, EVERY_MS);
  }

  async function show(fresh) {
    const bar = document.querySelector("[data-fresh]");
    // whoever works in the list must not lose the place
    if (list.contains(document.activeElement)) {
      if (bar) {
        bar.hidden = false;
        bar.firstElementChild.textContent = fresh === 1 ? "Show 1 new alert" : "Show " + fresh + " new alerts";
      }
      document.title = "(" + fresh + ") " + title;
      return;
    }
    const page = await (await fetch(location.href)).text();
    const next = new DOMParser().parseFromString(page, "text/html").querySelector("[data-live][data-state]");
    if (!next) return;
    const known = new Set([...list.children].map((item) => item.id));
    list.replaceChildren(...[...next.children].map((item) => document.importNode(item, true)));
    for (const item of list.children) if (!known.has(item.id)) item.classList.add("new");
    ({ state, total } = next.dataset);
    if (bar) bar.hidden = true;
    document.title = title;
  }

  setTimeout(look, EVERY_MS);
}
