// The picture: boxes, lines between them, and the handles that fold and unfold.
import { below, data, links, nodes } from "./data.js";
import { svg } from "./dom.js";
import { boxOf, CAPTION, DOT, LINE, PAD, WIDTH } from "./layout.js";
import { KINDS, SIGNS, titleOf, VERDICTS, labelOf, WORDS } from "./words.js";

/** @typedef {import("./layout.js").Picture} Picture */

/** The arrowheads, one for each relation: an arrow, a bar, a bar askew. */
export const heads = () =>
  svg(
    "defs",
    {},
    ...["M1,1L9,5L1,9z", "M8,0V10", "M2,9L9,1"].map((d, relation) =>
      svg(
        "marker",
        { id: `head${relation}`, markerWidth: 11, markerHeight: 10, refX: 9, refY: 5, orient: "auto", markerUnits: "userSpaceOnUse" },
        svg("path", { d, class: `head r${relation}` }),
      ),
    ),
  );

/** A line through its points, level where it leaves and where it arrives. @param {{x: number, y: number}[]} points */
function curve(points) {
  let d = `M${points[0].x},${points[0].y}`;
  for (let place = 1; place < points.length; place++) {
    const [here, next] = [points[place - 1], points[place]];
    const middle = (here.x + next.x) / 2;
    d += `C${middle},${here.y} ${middle},${next.y} ${next.x},${next.y}`;
  }
  return d;
}

/** @param {number} hidden @param {boolean} more */
const handleLabel = (hidden, more) => (!more ? "–" : hidden === Infinity ? "+…" : `+${hidden.toLocaleString("en")}`);

/** @param {string} label */
const handleWidth = (label) => Math.max(20, 9 + label.length * 7);

/** @param {Picture} picture @param {number} node */
const hasMore = (picture, node) => below[node].some((each) => !picture.boxes.has(each));

/**
 * Lines that leave one box for several places leave it one above the other, and arrive at the handle.
 * @param {Picture} picture @param {Map<number, number>} hidden
 */
function spread(picture, hidden) {
  for (const { link, arrow, points } of picture.lines) {
    const [relation, target] = links[link];
    if (!arrow || relation === 2) continue;
    const label = handleLabel(hidden.get(target) ?? 0, hasMore(picture, target));
    /** @type {import("./layout.js").Point} */ (points.at(-1)).x += handleWidth(label) - 8;
  }
  /** @type {Map<number, import("./layout.js").Line[]>} */
  const leaving = new Map();
  for (const line of picture.lines)
    if (line.premise >= 0) leaving.set(line.premise, [...(leaving.get(line.premise) ?? []), line]);
  for (const [node, lines] of leaving) {
    const gap = Math.min(20, (boxOf(node).height - 14) / lines.length);
    lines.sort((one, other) => (one.points.at(-1)?.y ?? 0) - (other.points.at(-1)?.y ?? 0));
    lines.forEach((line, place) => (line.points[0].y += (place - (lines.length - 1) / 2) * gap));
  }
}

/** @param {number} x @param {number} y @param {number} relation */
const sign = (x, y, relation) =>
  svg(
    "g",
    { class: `sign r${relation}` },
    svg("circle", { cx: x, cy: y, r: DOT / 2 - 0.5 }),
    svg("text", { x, y: y + 4.5, "text-anchor": "middle" }, SIGNS[relation]),
  );

/** @param {import("./layout.js").Line} line */
function drawnLine(line) {
  const path = svg("path", {
    d: curve(line.points),
    class: `line r${line.relation}`,
    "marker-end": line.arrow ? `url(#head${line.relation})` : undefined,
  });
  const [tail] = line.points;
  const parts = line.signed && line.premise >= 0 ? [path, sign(tail.x - 13, tail.y, line.relation)] : [path];
  const group = svg("g", { "data-link": line.link, "data-premise": line.premise }, ...parts);
  group.append(svg("title", {}, `${WORDS[line.relation]}${links[line.link][3] ? `: ${links[line.link][3]}` : ""}`));
  return group;
}

/** @param {number} node @param {number} hidden */
function spoken(node, hidden) {
  const words = [KINDS[nodes[node].k], titleOf(node), VERDICTS[labelOf(node)]];
  return [...words, hidden && `${hidden.toLocaleString("en")} folded behind it`].filter(Boolean).join(", ");
}

/** @param {number} node */
function drawnBox(node) {
  const box = boxOf(node);
  return svg(
    "g",
    {
      class: `box k${nodes[node].k} v-${labelOf(node)}${node === data.thesis ? " thesis" : ""}`,
      "data-node": node,
      role: "button",
      tabindex: -1,
    },
    svg("rect", { width: WIDTH, height: box.height, rx: 7 }),
    svg("text", { class: "caption", x: PAD, y: PAD + 9 }, box.caption),
    box.verdict && svg("text", { class: "verdict", x: WIDTH - PAD, y: PAD + 9, "text-anchor": "end" }, box.verdict),
    ...box.lines.map((line, at) => svg("text", { class: "words", x: PAD, y: PAD + CAPTION + 10 + at * LINE }, line)),
  );
}

/** What folds and unfolds: how much is behind, or a minus. Keys do the same, so it is hidden from them. */
/** @param {number} node @param {import("./layout.js").Place} place @param {number} hidden @param {boolean} more */
function handle(node, place, hidden, more) {
  const label = handleLabel(hidden, more);
  const width = handleWidth(label);
  const x = place.x + WIDTH / 2;
  return svg(
    "g",
    { class: more ? "handle more" : "handle", "data-fold": node, "aria-hidden": true },
    svg("rect", { x: x - 9, y: place.y - 10, width, height: 20, rx: 10 }),
    svg("text", { x: x - 9 + width / 2, y: place.y + 4, "text-anchor": "middle" }, label),
    svg("title", {}, more ? "Unfold what bears on this" : "Fold what bears on this"),
  );
}

const [lines, dots, boxes, handles] = ["lines", "dots", "boxes", "handles"].map((name) => svg("g", { class: name }));
/** The boxes that are drawn: one that stays is moved, not made again, for text is slow. @type {Map<number, SVGGraphicsElement>} */
const made = new Map();

/** The layers of the picture: lines under boxes under handles. */
export const layers = [lines, dots, boxes, handles];

/**
 * Draw everything that is visible.
 * @param {Picture} picture @param {Map<number, number>} hidden how much is folded behind each box
 */
export function draw(picture, hidden) {
  spread(picture, hidden);
  lines.replaceChildren(...picture.lines.map(drawnLine));
  dots.replaceChildren(...[...picture.dots].map(([link, { x, y }]) => dot(link, x, y)));
  for (const [node, box] of made)
    if (!picture.boxes.has(node)) {
      box.remove();
      made.delete(node);
    }
  const bearing = [];
  for (const [node, place] of picture.boxes) {
    const box = made.get(node) ?? drawnBox(node);
    if (!made.has(node)) boxes.append(box);
    made.set(node, box);
    box.setAttribute("transform", `translate(${place.x - WIDTH / 2},${place.y - boxOf(node).height / 2})`);
    box.setAttribute("aria-label", spoken(node, hidden.get(node) ?? 0));
    if (below[node].length) bearing.push(handle(node, place, hidden.get(node) ?? 0, hasMore(picture, node)));
  }
  handles.replaceChildren(...bearing);
}

/** @param {number} link @param {number} x @param {number} y */
function dot(link, x, y) {
  const made = sign(x, y, links[link][0]);
  made.setAttribute("data-link", String(link));
  const [relation, , premises, beside] = links[link];
  const together = premises.length > 1 ? `${premises.length} statements that only work together` : "a step that is attacked";
  made.append(svg("title", {}, [`${WORDS[relation]}: ${together}`, beside].filter(Boolean).join("; ")));
  return made;
}
