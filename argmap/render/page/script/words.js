// What kinds, relations and verdicts are called, and how a statement is described.
import { data, links, nodes, onto } from "./data.js";

/** In the order in which the map numbers them. */
export const KINDS = ["claim", "gain", "cost", "evidence", "assumption"];
export const GLYPHS = ["■", "▲", "▼", "●", "○"];
/** What stands before a premise, by relation: a sign, a word, a sentence for the ear. */
export const SIGNS = ["+", "−", "/"];
export const WORDS = ["because", "but", "unless"];
export const ONWARDS = ["It is a reason for", "It speaks against", "It undercuts a step to"];
export const VERDICTS = { s: "stands", f: "falls", u: "undecided" };
export const MARKS = { s: "✓", f: "✗", u: "?" };

/** @param {number} node */
export const titleOf = (node) => nodes[node].l ?? nodes[node].t;

/** @param {number} node @returns {string | undefined} */
export const natureOf = (node) => ["tangible", "intangible", "both"][nodes[node].n ?? -1];

/** @param {number} node */
export const labelOf = (node) => /** @type {"s" | "f" | "u"} */ (data.labels[node]);

/** @param {number} node */
export const holdersOf = (node) => (nodes[node].h ?? []).map((each) => data.holders[each]);

/** What a statement is, in a few words: `gain · children`. @param {number} node */
export function caption(node) {
  const parts = [node === data.thesis ? "thesis" : KINDS[nodes[node].k], ...holdersOf(node)];
  const status = nodes[node].s;
  return [`${GLYPHS[nodes[node].k]} ${parts.join(" · ")}`, status].filter(Boolean).join(" · ");
}

/** All that the map says beside the words of a statement. @param {number} node @returns {[string, string][]} */
export function facts(node) {
  const { h, s, a, d, y, e, u, m, g, c } = nodes[node];
  /** @type {[string, string | undefined | false][]} */
  const told = [
    [KINDS[nodes[node].k] === "cost" ? "Who pays" : "Who gains", h && holdersOf(node).join(", ")],
    ["Nature", natureOf(node)],
    ["Status", s],
    ["Amount", a],
    ["Field", d === undefined ? d : data.domains[d]],
    ["Who says so", y],
    ["Hedge", e && `“${e}”`],
    ["How sure", u],
    ["In the source", m ? "left unsaid" : undefined],
    ["Taken for granted", g === undefined ? undefined : g ? "yes" : "no, it needs a reason"],
    ["Tags", c],
  ];
  return /** @type {[string, string][]} */ (told.filter(([, value]) => value));
}

/** The word before a premise in an outline. @param {import("./data.js").Step} step */
export const markOf = ({ link, first }) => (first ? `${SIGNS[links[link][0]]} ${WORDS[links[link][0]]}` : "& and");

/** How many separate reasons and objections bear directly on a statement. @param {number} node */
export function tally(node) {
  const reasons = onto[node].filter((link) => links[link][0] === 0).length;
  return { reasons, objections: onto[node].length - reasons };
}
