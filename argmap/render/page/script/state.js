// What is selected and what is filtered; who wants to know is told.

/** @typedef {{kind: string, holder: string, nature: string, status: string, verdict: string}} Filter */
/** @typedef {"select" | "filter" | "tab"} Change */

/** @type {Filter} */
const everything = { kind: "", holder: "", nature: "", status: "", verdict: "" };
export const state = { selected: -1, tab: "map", filter: everything };

/** @type {[Change, () => void][]} */
const listeners = [];

/** @param {Change} change @param {() => void} listener */
export const on = (change, listener) => void listeners.push([change, listener]);

/** @param {Change} change */
function tell(change) {
  for (const [wanted, listener] of listeners) if (wanted === change) listener();
}

/** @param {number} node the statement, or -1 for none */
export function select(node) {
  state.selected = node;
  tell("select");
}

/** @param {string} tab */
export function show(tab) {
  state.tab = tab;
  tell("tab");
}

/** @param {Partial<Filter>} change */
export function filter(change) {
  state.filter = { ...state.filter, ...change };
  tell("filter");
}

export const unfilter = () => filter(everything);
export const isFiltered = () => Object.values(state.filter).some(Boolean);
