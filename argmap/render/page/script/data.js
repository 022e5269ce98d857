// The map as it came with the page, and what can be read off its links once and for all.

/**
 * A statement: id, kind, text; label, domain, places, note, nature, holders, status, amount, by, hedge,
 * sure, quote, tags, implicit, given. Kind and nature are numbers, as are
 * holders and domains: their places in the lists of these. It travels as a row of these fields in this order, -1 for what it leaves out.
 * @typedef {{i: string, k: number, t: string, l?: string, d?: number, p?: string, x?: string,
 *   n?: number, h?: number[], s?: string, a?: string, y?: string, e?: string, u?: string, q?: string,
 *   c?: string, m?: number, g?: number}} Statement
 */
const FIELDS = "iktldpxnhsayeuqcmg";
/**
 * A link: relation (0 because, 1 but, 2 unless), target (a statement, or the link it undercuts),
 * premises, what is said beside it, note.
 * @typedef {[number, number, number[], string?, string?]} Link
 */
/** @typedef {{side: number, hoped: boolean, standing: number[], fallen: number[], sums: [string, string, string][]}} Stakes */
/** @typedef {{code: string, severity: string, about: string, items: [string, number[]][]}} Finding */
/** One premise of a link onto a statement, and the word that stands before it. */
/** @typedef {{node: number, link: number, first: boolean}} Step */

/**
 * @type {{title: string, map: string, source: [string, string][], thesis: number, holders: string[],
 *   domains: string[],
 *   nodes: (string | number | number[])[][], links: Link[], labels: string, strengths: (number | null)[],
 *   balance: {holder: string, stakes: Stakes[]}[], findings: Finding[], more: number,
 *   objections: [number, number], article: [string, number[]?][][] | null}}
 */
export const data = JSON.parse(document.getElementById("data")?.textContent ?? "{}");
export const nodes = data.nodes.map((row) => {
  const fields = row.map((value, at) => [FIELDS[at], value]).filter(([, value]) => value !== -1);
  return /** @type {Statement} */ (Object.fromEntries(fields));
});
export const links = data.links;

/** @template T @param {() => T} make @param {number} size @returns {T[]} */
const table = (make, size) => Array.from({ length: size }, make);

/** @returns {number[]} */
const list = () => [];

/** The links that undercut each link. */
export const under = table(list, links.length);
/** The links that end at each statement, undercutters after what they attack. */
export const onto = table(list, nodes.length);
/** The statements that bear on each, and those that each bears on; every one once. */
export const below = table(list, nodes.length);
export const above = table(list, nodes.length);
/** The links each statement is a premise of. */
export const from = table(list, nodes.length);
/** The statement each link ends at. */
export const end = new Int32Array(links.length);

const joined = new Set();
links.forEach(([relation, target, premises], link) => {
  if (relation === 2) under[target].push(link);
  end[link] = relation === 2 ? end[target] : target; // an undercutter stands after what it attacks
  onto[end[link]].push(link);
  for (const premise of premises) {
    from[premise].push(link);
    const pair = premise * nodes.length + end[link];
    if (joined.has(pair)) continue;
    joined.add(pair);
    below[end[link]].push(premise);
    above[premise].push(end[link]);
  }
});

/** @type {Map<string, number>} */
export const byId = new Map(nodes.map((node, index) => [node.i, index]));

/** Whether a link is drawn with a dot of its own. @param {number} link */
export const boxed = (link) => links[link][2].length > 1 || under[link].length > 0;

/** What bears on a statement, premise by premise. @param {number} node @returns {Step[]} */
export const steps = (node) =>
  onto[node].flatMap((link) => links[link][2].map((premise, place) => ({ node: premise, link, first: !place })));

/** All that is reached from a statement, itself among it. @param {number} start @param {number[][]} onwards */
export function reached(start, onwards) {
  const found = new Set([start]);
  for (const here of found) for (const next of onwards[here]) found.add(next); // a set grows while it is walked
  return found;
}
