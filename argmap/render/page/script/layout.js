// Where the boxes stand: dagre lays out what is visible, from the thesis on the left to the right.
import { Graph, layout } from "../vendor/dagre.esm.js";
import { boxed, links, onto, under } from "./data.js";
import { titleOf, caption, labelOf, MARKS, VERDICTS } from "./words.js";
import { wrapped } from "./wrapping.js";

export const WIDTH = 224;
export const PAD = 11;
export const LINE = 17;
export const CAPTION = 16;
export const DOT = 18;
const LINES = 4;

/** @typedef {{caption: string, verdict: string, lines: string[], height: number}} Box */
/** @typedef {{x: number, y: number, width: number, height: number}} Place the middle and the size */
/** @typedef {{x: number, y: number}} Point */
/** @typedef {{link: number, relation: number, premise: number, points: Point[], signed: boolean, arrow: boolean}} Line */
/** @typedef {{boxes: Map<number, Place>, dots: Map<number, Place>, lines: Line[], width: number, height: number}} Picture */

/** @type {Map<number, Box>} */
const boxes = new Map();

/** What stands in the box of a statement, in lines that fit. @param {number} node @returns {Box} */
export function boxOf(node) {
  let box = boxes.get(node);
  if (!box) {
    const label = labelOf(node);
    const verdict = label === "s" ? "" : `${MARKS[label]} ${VERDICTS[label]}`;
    const room = WIDTH - 2 * PAD - (verdict ? 80 : 0);
    const lines = wrapped(titleOf(node), WIDTH - 2 * PAD, "500 13.5px", LINES);
    const height = CAPTION + lines.length * LINE + 2 * PAD - 4;
    box = { caption: wrapped(caption(node), room, "11px", 1)[0] ?? "", verdict, lines, height };
    boxes.set(node, box);
  }
  return box;
}

/** @param {Set<number>} shown @returns {Picture} */
export function laidOut(shown) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: 14, edgesep: 10, ranksep: 56, marginx: 28, marginy: 20 });
  for (const node of shown) graph.setNode(`n${node}`, { width: WIDTH, height: boxOf(node).height });
  const drawn = drawnLinks(shown);
  for (const link of drawn) {
    const [relation, target, premises] = links[link];
    const at = relation === 2 ? `l${target}` : `n${target}`;
    if (boxed(link)) {
      graph.setNode(`l${link}`, { width: DOT, height: DOT });
      graph.setEdge(at, `l${link}`, {}, `${link}`);
    }
    for (const premise of new Set(premises))
      if (shown.has(premise)) graph.setEdge(boxed(link) ? `l${link}` : at, `n${premise}`, {}, `${link}`);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const boxes = new Map([...shown].map((node) => [node, graph.node(`n${node}`)]));
  const columns = new Set([...boxes.values()].map(({ x }) => Math.round(x)));
  return {
    boxes,
    dots: new Map(drawn.filter(boxed).map((link) => [link, graph.node(`l${link}`)])),
    lines: drawn.flatMap((link) => linesOf(graph, shown, columns, link)),
    width,
    height,
  };
}

/** The links of which target and a premise are shown; what undercuts comes after what is undercut. @param {Set<number>} shown */
function drawnLinks(shown) {
  /** @type {Set<number>} */
  const drawn = new Set();
  for (const node of shown)
    for (const link of onto[node]) {
      const [relation, target, premises] = links[link];
      const reaches = relation !== 2 || drawn.has(target);
      if (reaches && [premises, ...under[link].map((each) => links[each][2])].flat().some((each) => shown.has(each)))
        drawn.add(link);
    }
  return [...drawn];
}

/**
 * Lines run level through a column of boxes, and bend between columns only.
 * @param {Graph} graph @param {Set<number>} shown @param {Set<number>} columns @param {number} link @returns {Line[]}
 */
function linesOf(graph, shown, columns, link) {
  const [relation, target, premises] = links[link];
  const at = relation === 2 ? `l${target}` : `n${target}`;
  const dot = boxed(link);
  /** @param {string} v @param {string} w @param {number} premise */
  const line = (v, w, premise) => {
    // Of the points between two ends, those at even places lie in columns, the others half-way.
    const between = graph.edge({ v, w, name: `${link}` }).points.slice(1, -1).filter((_, place) => place % 2);
    const [last, first] = [graph.node(v), graph.node(w)];
    /** @param {Point} middle @returns {Point[]} */
    const level = ({ x, y }) => (columns.has(Math.round(x)) ? [1, -1].map((side) => ({ x: x + (side * WIDTH) / 2, y })) : [{ x, y }]);
    const points = [{ x: first.x - first.width / 2, y: first.y }, ...between.reverse().flatMap(level), { x: last.x + last.width / 2, y: last.y }];
    if (w.startsWith("l")) points.splice(1, 0, ...level(first).slice(1));
    if (v.startsWith("l")) points.splice(-1, 0, ...level(last).slice(0, 1));
    return { link, relation, premise, points, signed: !dot, arrow: v === at };
  };
  const shared = dot ? [line(at, `l${link}`, -1)] : [];
  const shownPremises = [...new Set(premises)].filter((each) => shown.has(each));
  return [...shared, ...shownPremises.map((each) => line(dot ? `l${link}` : at, `n${each}`, each))];
}
