// What of the map is unfolded. A statement shows what bears on it a batch at a time, so that neither
// a star of ten thousand reasons nor a chain of a hundred thousand is ever laid out whole.
import { above, below, data, nodes, reached } from "./data.js";

const BATCH = 20;
const TOPS = 6;
const MORE = 30;
const STEPS = 400_000;

/** How many of the statements below each are shown. @type {Map<number, number>} */
const unfolded = new Map();
/** Statements shown by themselves: searched for, linked to, or above the thesis. @type {Set<number>} */
const pinned = new Set();
let topsShown = TOPS;

/** The statements that others lead up to: first the thesis and what it bears on, then the other ends. */
export const tops = found();

/** @returns {number[]} */
function found() {
  const seen = new Uint8Array(nodes.length);
  /** @type {number[]} */
  const ends = [];
  /** @param {number} top */
  const take = (top) => {
    if (seen[top]) return;
    ends.push(top);
    const pending = [top];
    seen[top] = 1;
    for (let here = pending.pop(); here !== undefined; here = pending.pop())
      for (const next of below[here])
        if (!seen[next]) {
          seen[next] = 1;
          pending.push(next);
        }
  };
  if (data.thesis >= 0) {
    const upwards = [...reached(data.thesis, above)];
    upwards.slice(0, 9).forEach((node) => pinned.add(node));
    ends.push(data.thesis);
    upwards.filter((node) => !above[node].length).forEach(take);
    take(data.thesis);
  }
  const roots = nodes.map((_, node) => node).filter((node) => !above[node].length);
  roots.filter((node) => below[node].length).forEach(take);
  roots.forEach(take);
  nodes.forEach((_, node) => take(node)); // what is left stands in circles
  return [...new Set(ends)];
}

/** The statements that are shown, in the order in which they are come upon. */
export function visible() {
  const seen = new Set([...tops.slice(0, topsShown), ...pinned]);
  for (const here of seen) {
    const shown = unfolded.get(here) ?? 0;
    for (let place = 0; place < shown && place < below[here].length; place++) seen.add(below[here][place]);
  }
  return seen;
}

export const apart = () => Math.max(tops.length - topsShown, 0);
export const showApart = () => void (topsShown += BATCH);
export const firstTop = () => (data.thesis >= 0 ? data.thesis : tops[0]);

/** Unfold a batch of what bears on a statement. @param {number} node */
export const unfold = (node) => void unfolded.set(node, (unfolded.get(node) ?? 0) + BATCH);

/** Fold all that is below a statement and stands nowhere else. @param {number} node */
export function fold(node) {
  unfolded.delete(node);
  for (const each of reached(node, below)) if (each !== node && each !== data.thesis) pinned.delete(each);
}

/**
 * Unfold breadth first, as far as there is room: so many columns, and so many boxes in each.
 * @param {number} columns @param {number} rows
 */
export function unfoldFirst(columns, rows) {
  const seen = visible();
  /** @type {Map<number, number>} */
  const depths = new Map([...seen].map((node) => [node, 0]));
  const counts = [seen.size];
  const most = seen.size + MORE;
  for (const [here, depth] of depths) {
    const fresh = below[here].slice(0, BATCH).filter((node) => !seen.has(node));
    const count = (counts[depth + 1] ?? 0) + fresh.length;
    if (depth + 1 >= columns || (count > rows && here !== firstTop())) continue;
    if (below[here].length && !unfolded.has(here)) unfold(here);
    counts[depth + 1] = count;
    for (const node of fresh) {
      seen.add(node);
      depths.set(node, depth + 1); // a map grows while it is walked
    }
    if (seen.size > most) return;
  }
}

export const unfoldMore = () => unfoldFirst(Infinity, 40);

export function foldAll() {
  unfolded.clear();
  pinned.clear();
  if (data.thesis >= 0) [...reached(data.thesis, above)].slice(0, 9).forEach((node) => pinned.add(node));
}

/** Show a statement, with the shortest way from it to what is shown. @param {number} node */
export function reveal(node) {
  const shown = visible();
  if (shown.has(node)) return;
  /** @type {Map<number, number>} */
  const cameFrom = new Map([[node, -1]]);
  let reachedAt = node;
  for (const [here] of cameFrom) {
    reachedAt = here;
    if (shown.has(here)) break;
    for (const next of above[here]) if (!cameFrom.has(next)) cameFrom.set(next, here);
  }
  const way = [];
  for (let here = reachedAt; here >= 0; here = cameFrom.get(here) ?? -1) way.push(here);
  way.slice(-BATCH).forEach((each) => pinned.add(each));
  pinned.add(node);
}

/**
 * How many statements lie folded behind each that is shown, of those reached through hidden ones
 * only; Infinity where counting would take too long.
 * @param {Set<number>} shown
 */
export function behind(shown) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  const stamps = new Int32Array(nodes.length).fill(-1);
  let steps = 0;
  for (const node of shown) {
    /** @type {number[]} */
    const hidden = [];
    for (let place = -1; place < hidden.length && steps < STEPS; place++)
      for (const next of below[place < 0 ? node : hidden[place]]) {
        steps++;
        if (!shown.has(next) && stamps[next] !== node) {
          stamps[next] = node;
          hidden.push(next);
        }
      }
    counts.set(node, steps < STEPS || !hidden.length ? hidden.length : Infinity);
  }
  return counts;
}
