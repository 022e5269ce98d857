// On paper: the whole outline, each statement unfolded once, and the balance; nothing to click.
import { balance } from "./answers.js";
import { data, links, nodes, steps } from "./data.js";
import { byName, counted, el } from "./dom.js";
import { tops } from "./folding.js";
import { GLYPHS, labelOf, MARKS, markOf, VERDICTS } from "./words.js";

const MOST = 5000;
const DEEPEST = 14;

/** @returns {HTMLElement[]} */
function lines() {
  const seen = new Set();
  /** @type {HTMLElement[]} */
  const made = [];
  /** @type {{node: number, level: number, mark: string, relation: number}[]} */
  const pending = tops.toReversed().map((node) => ({ node, level: 0, mark: "", relation: 0 }));
  for (let here = pending.pop(); here && made.length < MOST; here = pending.pop()) {
    const { node, level, mark, relation } = here;
    const label = labelOf(node);
    const again = seen.has(node) && steps(node).length > 0;
    const line = el("p", {}, mark && el("b", { class: `mark r${relation}` }, `${mark} `), el("span", { class: `glyph k${nodes[node].k}` }, GLYPHS[nodes[node].k]), ` ${nodes[node].t}`,
      label !== "s" && el("i", {}, ` ${MARKS[label]} ${VERDICTS[label]}`), again && el("i", {}, " ↑ above"));
    line.style.marginInlineStart = `${Math.min(level, DEEPEST) * 1.2}em`;
    made.push(line);
    if (seen.has(node)) continue;
    seen.add(node);
    for (const step of steps(node).reverse()) pending.push({ node: step.node, level: level + 1, mark: markOf(step), relation: links[step.link][0] });
  }
  if (pending.length) made.push(el("p", {}, `… cut after ${counted(MOST, "line")}: argmap show map --plain writes all.`));
  return made;
}

addEventListener("beforeprint", () => {
  byName("paper").replaceChildren(el("h1", {}, data.title), ...lines(), el("h1", {}, "Gains and costs"), ...balance());
});
