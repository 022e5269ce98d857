// Filters: by kind, holder, nature, status and verdict. What matches stays bright, wherever it stands.
import { data, nodes } from "./data.js";
import { byName, counted, el } from "./dom.js";
import { filter, isFiltered, on, state, unfilter } from "./state.js";
import { KINDS, labelOf, natureOf, VERDICTS } from "./words.js";

/** @param {number} node */
export function isMatch(node) {
  const { kind, holder, nature, status, verdict } = state.filter;
  const { k, h, s } = nodes[node];
  const n = natureOf(node);
  const stake = KINDS[k] === "gain" || KINDS[k] === "cost";
  return (
    (!kind || KINDS[k] === kind) &&
    (!holder || (h ?? []).some((each) => data.holders[each] === holder)) &&
    (!nature || n === nature || (n === "both" && stake)) &&
    (!status || (stake && (s ?? "actual") === status)) &&
    (!verdict || VERDICTS[labelOf(node)] === verdict)
  );
}

export const matches = () => nodes.map((_, node) => node).filter(isMatch);

/** @param {(node: number) => string | undefined} field */
const used = (field) => [...new Set(nodes.map((_, node) => field(node)))].filter((value) => value !== undefined);

/** What can be filtered by: only what the map has more than one sort of. */
const choices = {
  kind: KINDS.filter((_, kind) => nodes.some((node) => node.k === kind)),
  holder: data.holders,
  nature: used(natureOf),
  status: used((node) => nodes[node].s).length ? ["actual", ...used((node) => nodes[node].s)] : [],
  verdict: Object.values(VERDICTS).filter((_, place) => data.labels.includes("sfu"[place])),
};

const form = byName("filters");
for (const [name, values] of Object.entries(choices)) {
  if (!values.length) continue;
  const options = values.map((value) => el("option", { value }, value));
  const chosen = el("select", { name, input: () => filter({ [name]: chosen.value }) }, el("option", { value: "" }, `any ${name}`), ...options);
  form.append(el("label", {}, el("span", { class: "unseen" }, name), chosen));
}
const clear = el("button", { type: "button", click: unfilter }, "Clear");
const told = el("span", { role: "status" });
form.append(clear, told);

on("filter", () => {
  for (const chosen of form.querySelectorAll("select"))
    chosen.value = state.filter[/** @type {keyof typeof choices} */ (chosen.name)];
  clear.hidden = !isFiltered();
  told.textContent = isFiltered() ? `${counted(matches().length, "statement")} match` : "";
});
clear.hidden = true;
