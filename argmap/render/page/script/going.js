// Going to a statement: it is selected, and the address says so, so that a link can lead there.
import { byId, nodes } from "./data.js";
import { byName, el } from "./dom.js";
import { on, select, show, state } from "./state.js";
import { GLYPHS, KINDS, titleOf } from "./words.js";

export const TABS = ["map", "outline", "balance", "verdicts", "findings"];
export const tabs = TABS.map((tab) => byName(`tab-${tab}`));

// Heard before all others, so that what a tab shows has its size when it is drawn.
on("tab", () => {
  TABS.forEach((tab, at) => {
    const shown = tab === state.tab;
    tabs[at].setAttribute("aria-selected", String(shown));
    tabs[at].tabIndex = shown ? 0 : -1;
    byName(`pane-${tab}`).hidden = !shown;
  });
});

/** @param {string} address */
function note(address) {
  try {
    history.replaceState(null, "", address ? `#${address}` : location.pathname + location.search);
  } catch {
    // a page without an address of its own, as in a frame, cannot be linked into
  }
}

/** @param {number} node the statement, or -1 for none */
export function go(node) {
  note(node < 0 ? "" : nodes[node].i);
  select(node);
}

/** Follow the page's own address: `#id` is a statement, `#/outline` a tab. */
export function follow() {
  const address = location.hash.slice(1);
  const node = byId.get(address);
  if (node !== undefined) select(node);
  else if (TABS.includes(address.slice(1)) && address.startsWith("/")) show(address.slice(1));
}

/** @param {string} tab */
export function turn(tab) {
  if (state.selected < 0) note(tab === "map" ? "" : `/${tab}`);
  show(tab);
}

/** A statement to click on. @param {number} node */
export const linkTo = (node, words = titleOf(node)) =>
  el(
    "button",
    { type: "button", class: `to k${nodes[node].k}`, click: () => go(node) },
    el("span", { class: "glyph", title: KINDS[nodes[node].k] }, GLYPHS[nodes[node].k]),
    el("span", { class: "unseen" }, `${KINDS[nodes[node].k]}: `),
    words,
  );
