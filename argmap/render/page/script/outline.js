// The outline: the map as a tree of rows, for whoever reads rather than looks. Rows stand flat, with
// their level, so that a chain may be as deep as it likes; what is opened is made when it is opened.
import { data, links, nodes, steps } from "./data.js";
import { byName, el } from "./dom.js";
import { isMatch } from "./filtering.js";
import { tops } from "./folding.js";
import { go } from "./going.js";
import { isFiltered, on, state } from "./state.js";
import { GLYPHS, KINDS, labelOf, MARKS, markOf, VERDICTS } from "./words.js";

/** @typedef {{node: number, level: number, mark: string, relation: number, element: HTMLElement, open: boolean}} Row */

const ROOM = 30;
const MOST = 2000;
const DEEPEST = 24;
const BATCH = 200;

const tree = byName("tree");
/** @type {Row[]} */
let rows = [];
let current = 0;

/** @param {number} node @param {number} level @param {string} mark @param {number} relation @returns {Row} */
function made(node, level, mark, relation) {
  const label = labelOf(node);
  const leaf = steps(node).length === 0;
  const element = el("div", { role: "treeitem", class: "row", tabindex: -1, "aria-level": level, "aria-expanded": leaf ? undefined : "false" },
    el("span", { class: "twist", "aria-hidden": true }, leaf ? "" : "▸"),
    mark && el("span", { class: `mark r${relation}` }, `${mark} `),
    el("span", { class: `glyph k${nodes[node].k}`, title: KINDS[nodes[node].k] }, GLYPHS[nodes[node].k]),
    el("span", { class: "unseen" }, ` ${KINDS[nodes[node].k]}: `), el("span", {}, ` ${nodes[node].t} `),
    node === data.thesis && el("small", {}, "thesis "),
    label !== "s" && el("small", { class: "verdict" }, `${MARKS[label]} ${VERDICTS[label]}`));
  element.style.paddingInlineStart = `${Math.min(level - 1, DEEPEST) * 1.35 + 0.4}em`;
  return { node, level, mark, relation, element, open: false };
}

/** @param {number} node @param {number} level */
const under = (node, level) => steps(node).map((step) => made(step.node, level, markOf(step), links[step.link][0]));

/** @param {number} at */
function open(at) {
  const row = rows[at];
  if (row.open) return;
  const fresh = under(row.node, row.level + 1);
  if (!fresh.length) return;
  row.open = true;
  row.element.setAttribute("aria-expanded", "true");
  rows.splice(at + 1, 0, ...fresh.slice(0, MOST));
  row.element.after(...fresh.slice(0, MOST).map((each) => each.element));
}

/** @param {number} at */
function close(at) {
  const row = rows[at];
  let last = at + 1;
  while (last < rows.length && rows[last].level > row.level) last++;
  for (const each of rows.splice(at + 1, last - at - 1)) each.element.remove();
  row.open = false;
  row.element.setAttribute("aria-expanded", "false");
}

/** Open rows, nearest the top first, each statement once, until there are so many. @param {number} most */
function openAll(most) {
  const seen = new Set();
  for (let level = 1, more = true; more && rows.length < most; level++) {
    more = false;
    for (let at = 0; at < rows.length && rows.length < most; at++)
      if (rows[at].level === level && !seen.has(rows[at].node)) {
        seen.add(rows[at].node);
        open(at);
        more ||= rows[at].open;
      }
  }
  mark();
}

/** @param {number} at */
function focus(at) {
  if (!rows[at]) return;
  current = at;
  mark();
  rows[at].element.focus();
}

function mark() {
  rows.forEach(({ node, element }, at) => {
    element.tabIndex = at === current ? 0 : -1;
    element.setAttribute("aria-selected", String(node === state.selected));
    element.classList.toggle("dim", isFiltered() && !isMatch(node));
  });
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const row = rows[current];
  if (event.key === "ArrowDown") focus(current + 1);
  else if (event.key === "ArrowUp") focus(current - 1);
  else if (event.key === "Home") focus(0);
  else if (event.key === "End") focus(rows.length - 1);
  else if (event.key === "ArrowRight") row.open ? focus(current + 1) : (open(current), mark());
  else if (event.key === "ArrowLeft") {
    if (row.open) close(current);
    else focus(rows.slice(0, current).findLastIndex((each) => each.level < row.level));
  } else if (event.key === "*") openAll(MOST);
  else if (event.key === "Enter" || event.key === " ") go(row.node);
  else return;
  event.preventDefault();
}

/** @param {MouseEvent} event */
function clicked(event) {
  const at = rows.findIndex(({ element }) => element.contains(/** @type {Node} */ (event.target)));
  if (at < 0) return;
  current = at;
  if (/** @type {Element} */ (event.target).closest(".twist")) rows[at].open ? close(at) : open(at);
  else go(rows[at].node);
  mark();
}

/** Begin with the tops, and as much as fits a screen. */
function fold() {
  rows = tops.slice(0, BATCH).map((node) => made(node, 1, "", 0));
  current = 0;
  tree.replaceChildren(...rows.map(({ element }) => element));
}

/** @returns {void} */
function build() {
  if (rows.length || !nodes.length) return;
  fold();
  openAll(Math.max(ROOM, rows.length + 1));
}

tree.addEventListener("keydown", pressed);
tree.addEventListener("click", clicked);
byName("open-rows").addEventListener("click", () => openAll(MOST));
byName("close-rows").addEventListener("click", () => { fold(); mark(); });
on("tab", () => state.tab === "outline" && build());
on("select", mark);
on("filter", mark);
