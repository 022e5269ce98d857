// What the map comes to: gains against costs, verdicts, findings. Each is made when its tab is first shown.
import { data, nodes } from "./data.js";
import { byName, counted, el } from "./dom.js";
import { linkTo } from "./going.js";
import { on, state } from "./state.js";
import { labelOf, MARKS, natureOf, VERDICTS } from "./words.js";

const LISTED = 300;

/** @typedef {import("./data.js").Stakes} Stakes */

/** @param {Stakes} stakes */
function sums({ sums: each }) {
  if (!each.length) return null;
  const lines = each.map(([unit, amount, fallen]) =>
    el("li", {}, el("strong", {}, `${amount} ${unit}`), fallen !== "0" && el("small", {}, ` and ${fallen} that do not stand`)));
  return el("ul", { class: "sums" }, ...lines);
}

/** @param {Stakes} stakes */
function stakesOf(stakes) {
  const word = stakes.hoped ? (stakes.side ? "foreseen" : "hoped for") : "actual";
  /** @param {number} node */
  const item = (node) => {
    const { a } = nodes[node];
    const label = labelOf(node);
    return el("li", {}, linkTo(node), el("small", {}, [natureOf(node), a].filter(Boolean).map((each) => ` · ${each}`).join("")),
      label !== "s" && el("small", { class: "verdict" }, ` ${MARKS[label]} ${VERDICTS[label]}`));
  };
  const all = [...stakes.standing, ...stakes.fallen];
  return el("div", {}, el("h4", {}, `${counted(all.length, stakes.side ? "cost" : "gain")} ${word}, ${stakes.standing.length.toLocaleString("en")} standing`),
    sums(stakes), el("ul", { class: "steps" }, ...all.slice(0, LISTED).map(item)));
}

/** @returns {HTMLElement[]} */
export function balance() {
  if (!data.balance.length) return [el("p", {}, "This map names no gains and no costs.")];
  const sections = data.balance.map(({ holder, stakes }) => {
    /** @param {number} side */
    const column = (side) => {
      const found = stakes.filter((each) => each.side === side);
      const number = found.reduce((sum, each) => sum + each.standing.length + each.fallen.length, 0);
      return { number, made: el("div", { class: `side k${side + 1}` }, el("h3", {}, `${side ? "▼ Pays" : "▲ Gains"}`), ...found.map(stakesOf),
        !found.length && el("p", { class: "quiet" }, "nothing in this map")) };
    };
    const [gains, costs] = [column(0), column(1)];
    const bar = el("div", { class: "scales", "aria-hidden": true }, el("span", { class: "k1" }), el("span", { class: "k2" }));
    const all = Math.max(1, gains.number + costs.number);
    [gains, costs].forEach(({ number }, at) => (/** @type {HTMLElement} */ (bar.children[at]).style.flexGrow = String(number / all)));
    return el("section", { class: "holder" }, el("h2", {}, holder || "Nobody named",
      el("small", {}, ` ${counted(gains.number, "gain")}, ${counted(costs.number, "cost")}`)), bar, el("div", { class: "sides" }, gains.made, costs.made));
  });
  return [el("p", { class: "quiet" }, "Amounts that stand are added up unit by unit. What several share counts for each of them in full, so holders do not add up."), ...sections];
}

/** @returns {HTMLElement[]} */
function verdicts() {
  const order = nodes.map((_, node) => node).sort((one, other) => (other === data.thesis ? 1 : 0) - (one === data.thesis ? 1 : 0) || (data.strengths[other] ?? -1) - (data.strengths[one] ?? -1));
  const rows = order.slice(0, LISTED).map((node) => {
    const strength = data.strengths[node];
    const label = labelOf(node);
    return el("tr", {}, el("td", {}, linkTo(node), node === data.thesis && el("small", {}, " thesis")), el("td", { class: `verdict v-${label}` }, `${MARKS[label]} ${VERDICTS[label]}`),
      el("td", {}, el("meter", { min: 0, max: 100, value: strength ?? 0, "aria-label": "strength" }), ` ${strength === null ? "none" : `${strength}%`}`));
  });
  const counts = Object.entries(VERDICTS).map(([label, word]) => `${data.labels.split(label).length - 1} ${word === "undecided" ? "are undecided" : word.slice(0, -1)}`);
  return [
    el("p", {}, `Of ${counted(nodes.length, "statement")} ${counts.join(", ")}.`),
    el("p", { class: "quiet" }, "A statement stands when what speaks against it is answered. Strength lies between 0 and 100 per cent: it comes from how sure the map is, reasons raise it, objections lower it."),
    el("table", {}, el("thead", {}, el("tr", {}, ...["Statement", "Verdict", "Strength"].map((each) => el("th", { scope: "col" }, each)))), el("tbody", {}, ...rows)),
    ...(order.length > LISTED ? [el("p", {}, `… ${(order.length - LISTED).toLocaleString("en")} more: argmap eval lists all.`)] : []),
  ];
}

/** @returns {HTMLElement[]} */
function findings() {
  if (!data.findings.length) return [el("p", {}, "Nothing weak was found in this map.")];
  const number = data.more + data.findings.reduce((sum, { items }) => sum + items.reduce((some, [, where]) => some + (where.length || 1), 0), 0);
  const parts = data.findings.map(({ code, severity, about, items }) =>
    el("section", {}, el("h2", {}, el("span", { class: `severity ${severity}` }, severity), ` ${about} `, el("small", {}, code)),
      el("ul", { class: "steps" }, ...items.map(([message, where]) => el("li", {}, message, ...where.map((node) => el("div", {}, linkTo(node))))))));
  return [el("p", {}, `${counted(number, "weak spot")} of the map, not of its author: each is worth a look.`), ...parts,
    ...(data.more ? [el("p", {}, `… ${data.more.toLocaleString("en")} more: argmap check lists all.`)] : [])];
}

/** @type {Record<string, () => HTMLElement[]>} */
const makers = { balance, verdicts, findings };
on("tab", () => {
  const place = byName(`pane-${state.tab}`);
  const make = makers[state.tab];
  if (make && !place.hasChildNodes()) place.append(...make());
});
