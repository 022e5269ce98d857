// The map: what is visible, drawn; clicks and keys that walk it.
import { above, below, data, links, nodes, reached } from "./data.js";
import { byName, counted, svg } from "./dom.js";
import { draw, heads, layers } from "./drawing.js";
import { isMatch } from "./filtering.js";
import { apart, behind, firstTop, fold, foldAll, reveal, showApart, unfold, unfoldFirst, unfoldMore, visible } from "./folding.js";
import { laidOut } from "./layout.js";
import { go } from "./going.js";
import { isFiltered, on, state } from "./state.js";
import { viewport } from "./viewport.js";

const frame = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (byName("map")));
const scene = svg("g", {}, ...layers);
frame.append(heads(), scene);
const looking = viewport(frame, scene);
/** @type {import("./layout.js").Picture} */
let picture = { boxes: new Map(), dots: new Map(), lines: [], width: 0, height: 0 };
const READABLE = 0.8;
/** The box that keys act on. */
let current = firstTop() ?? -1;

/** Draw anew what is visible; the box that was acted on stays where it is. @param {number} [still] */
function redraw(still = -1) {
  const shown = visible();
  const was = picture.boxes.get(still);
  picture = laidOut(shown);
  draw(picture, behind(shown));
  const is = picture.boxes.get(still);
  if (was && is) looking.keep(was, is);
  if (!picture.boxes.has(current)) current = firstTop() ?? -1;
  byName("shown").textContent = `${shown.size.toLocaleString("en")} of ${counted(nodes.length, "statement")} unfolded`;
  byName("apart").hidden = !apart();
  byName("apart").textContent = `Show ${counted(apart(), "more part")} apart`;
  mark();
}

/** What stays and what dims: the trace of what is selected, then what the filter lets through. */
function mark() {
  const { selected } = state;
  const kept = selected < 0 ? null : new Set([...reached(selected, below), ...reached(selected, above)]);
  /** @param {number} node */
  const stays = (node) => (!kept || kept.has(node)) && (!isFiltered() || isMatch(node));
  for (const box of boxes()) {
    const node = Number(box.dataset.node);
    box.classList.toggle("dim", !stays(node));
    box.classList.toggle("selected", node === selected);
    box.setAttribute("tabindex", node === current ? "0" : "-1");
    box.setAttribute("aria-pressed", String(node === selected));
  }
  for (const each of scene.querySelectorAll("[data-fold]"))
    each.classList.toggle("dim", !stays(Number(each.getAttribute("data-fold"))));
  for (const each of scene.querySelectorAll("[data-link]")) {
    const link = Number(each.getAttribute("data-link"));
    const premise = Number(each.getAttribute("data-premise") ?? -1);
    const [, , premises] = links[link];
    const inside = premise >= 0 ? !kept || kept.has(premise) : !kept || premises.some((one) => kept.has(one));
    each.classList.toggle("dim", !inside || isFiltered());
  }
}

const boxes = () => /** @type {NodeListOf<SVGElement>} */ (scene.querySelectorAll(".box"));

/** @param {number} node */
function focus(node) {
  current = node;
  mark();
  const place = picture.boxes.get(node);
  if (place) looking.bring(place);
  /** @type {SVGElement | null} */ (scene.querySelector(`[data-node="${node}"]`))?.focus({ preventScroll: true });
}

/** @param {number} node */
function toggle(node) {
  if (!below[node].length) return;
  if (below[node].some((each) => !picture.boxes.has(each))) unfold(node);
  else fold(node);
  redraw(node);
}

/** The nearest of some boxes, by height. @param {number[]} some @param {number} height */
const nearest = (some, height) =>
  some.reduce((best, each) => (distance(each, height) < distance(best, height) ? each : best), some[0]);

/** @param {number} node @param {number} height */
const distance = (node, height) => Math.abs((picture.boxes.get(node)?.y ?? Infinity) - height);

/** @param {string} key @returns {number | undefined} where an arrow leads */
function neighbour(key) {
  const here = picture.boxes.get(current);
  if (!here) return undefined;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const side = (key === "ArrowLeft" ? above : below)[current].filter((node) => picture.boxes.has(node));
    return nearest(side, here.y);
  }
  const column = [...picture.boxes].filter(([, place]) => Math.abs(place.x - here.x) < 2).sort(([, one], [, other]) => one.y - other.y);
  return column[column.findIndex(([node]) => node === current) + (key === "ArrowUp" ? -1 : 1)]?.[0];
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const hidden = below[current]?.some((each) => !picture.boxes.has(each));
  if (event.key === "Enter" || event.key === " ") go(current);
  else if (event.key === "+" || (event.key === "ArrowRight" && hidden && !below[current].some((each) => picture.boxes.has(each)))) {
    if (hidden) unfold(current);
    redraw(current);
    focus(current);
  } else if (event.key === "-") {
    fold(current);
    redraw(current);
    focus(current);
  } else if (event.key === "Home") focus(firstTop());
  else if (event.key.startsWith("Arrow")) {
    const next = neighbour(event.key);
    if (next !== undefined) focus(next);
  } else return;
  event.preventDefault();
}

/** @param {MouseEvent} event */
function clicked(event) {
  const target = /** @type {Element} */ (event.target);
  if (frame.classList.contains("dragged")) return;
  const handle = target.closest("[data-fold]");
  const box = target.closest("[data-node]");
  if (handle) return toggle(Number(handle.getAttribute("data-fold")));
  if (box) current = Number(box.getAttribute("data-node"));
  go(box ? current : -1);
}

export function fitAll(least = 0.12) {
  const top = picture.boxes.get(firstTop());
  if (top) looking.fit(picture, top, least);
}

frame.addEventListener("click", clicked);
frame.addEventListener("keydown", pressed);
/** @param {string} name @param {() => void} action */
const button = (name, action) => byName(name).addEventListener("click", action);
button("closer", () => looking.zoom(1.25));
button("farther", () => looking.zoom(0.8));
button("fit", () => fitAll());
button("unfold", () => { unfoldMore(); redraw(); fitAll(0.5); });
button("fold", start);
button("apart", () => { showApart(); redraw(firstTop()); });
on("filter", mark);
on("tab", () => {
  const place = picture.boxes.get(state.selected);
  if (state.tab === "map" && place) looking.bring(place);
});
on("select", () => {
  const { selected } = state;
  if (selected >= 0 && !picture.boxes.has(selected)) {
    reveal(selected);
    redraw(firstTop());
  }
  if (selected < 0) return mark();
  if (document.activeElement?.closest("#map")) return focus(selected);
  current = selected;
  mark();
  const place = picture.boxes.get(selected);
  if (place) looking.bring(place);
});

/** Begin with the thesis and as much of what bears on it as can be read on this screen. */
export function start() {
  const { width, height } = frame.getBoundingClientRect();
  const rows = Math.max(6, Math.floor(height / 48));
  // Lines may lead through more columns than were asked for: then fewer are asked for.
  for (let columns = Math.max(2, Math.floor(width / 270)); columns > 1; columns--) {
    foldAll();
    unfoldFirst(columns, rows);
    redraw();
    if (READABLE * picture.width <= width * 1.3) break;
  }
  fitAll(READABLE);
}

if (data.nodes.length) start();
