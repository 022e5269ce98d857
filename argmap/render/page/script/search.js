// Search: words anywhere in what a statement says, in any order; the results are a list to walk with arrows.
import { data, nodes } from "./data.js";
import { byName, el } from "./dom.js";
import { go } from "./going.js";
import { GLYPHS, holdersOf, KINDS, titleOf } from "./words.js";

const MOST = 40;
const field = /** @type {HTMLInputElement} */ (byName("search"));
const results = byName("results");
const told = byName("found");
/** @type {number[]} */
let found = [];
let current = -1;

/** @type {string[] | null} */
let texts = null;

/** @param {string} wanted */
function searched(wanted) {
  texts ??= nodes.map(({ i, t, l, x, q, y, d = -1, c }, node) => [i, t, l, x, q, y, data.domains[d], c, ...holdersOf(node)].join(" ").toLowerCase());
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const all = texts;
  return words.length ? nodes.map((_, node) => node).filter((node) => words.every((word) => all[node].includes(word))) : [];
}

function list() {
  found = searched(field.value);
  current = -1;
  const options = found.slice(0, MOST).map((node, at) =>
    el("li", { role: "option", id: `result-${at}`, "aria-selected": "false", mousedown: (event) => { event.preventDefault(); choose(at); } },
      el("span", { class: `glyph k${nodes[node].k}`, title: KINDS[nodes[node].k] }, GLYPHS[nodes[node].k]), ` ${titleOf(node)}`));
  results.replaceChildren(...options);
  open(found.length > 0);
  told.textContent = !field.value.trim() ? "" : found.length > MOST ? `${found.length.toLocaleString("en")} found, ${MOST} listed` : `${found.length} found`;
}

/** @param {boolean} is */
function open(is) {
  results.hidden = !is;
  field.setAttribute("aria-expanded", String(is));
}

/** @param {number} at */
function move(at) {
  results.children[current]?.setAttribute("aria-selected", "false");
  current = (at + results.children.length) % results.children.length;
  const option = results.children[current];
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", option?.id ?? "");
}

/** @param {number} at */
function choose(at) {
  open(false);
  if (found[at] !== undefined) go(found[at]);
}

field.addEventListener("input", list);
field.addEventListener("focus", () => open(found.length > 0));
field.addEventListener("blur", () => open(false));
field.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" && results.children.length) move(current + 1);
  else if (event.key === "ArrowUp" && results.children.length) move(current < 0 ? -1 : current - 1);
  else if (event.key === "Enter") choose(Math.max(current, 0));
  else if (event.key === "Escape") {
    field.value = "";
    list();
    field.blur();
  } else return;
  event.preventDefault();
  event.stopPropagation();
});
