// The side panel: first how to begin, then whatever statement is selected, whole.
import { data, end, from, links, nodes, onto, steps } from "./data.js";
import { byName, counted, el } from "./dom.js";
import { matches } from "./filtering.js";
import { go, linkTo } from "./going.js";
import { articleOf, isMarked, showPassage } from "./source.js";
import { isFiltered, on, state } from "./state.js";
import { caption, facts, GLYPHS, KINDS, labelOf, MARKS, markOf, ONWARDS, SIGNS, tally, VERDICTS } from "./words.js";

const panel = byName("panel");
const LISTED = 200;

/** @param {string} title @param {(Node | string | null | false | undefined)[]} children */
const part = (title, ...children) => el("section", {}, el("h3", {}, title), ...children);

/** @param {number} thesis */
function begin(thesis) {
  const { reasons, objections } = tally(thesis);
  const [all, open] = data.objections;
  const speak = (/** @type {number} */ number) => (number === 1 ? "speaks" : "speak");
  return [
    el("p", { class: "over" }, nodes.length ? "What it comes down to" : "This map is empty"),
    el("h2", {}, nodes[thesis].t),
    el(
      "p",
      { class: "lead" },
      el("strong", {}, counted(reasons, "reason")), ` ${speak(reasons)} for it, `,
      el("strong", {}, objections ? counted(objections, "objection") : "no objection"), ` ${speak(Math.max(1, objections))} against it directly. `,
      all > 0 && `In the whole map there ${all === 1 ? "is" : "are"} ${counted(all, "objection")}; ${open ? counted(open, "has", "have") + " no answer" : "each has an answer"}.`,
    ),
    el("p", {}, el("button", { type: "button", class: "main", click: () => go(thesis) }, "Show what it rests on")),
    part("How to read it", legend()),
    part("Where to click", el("ul", {},
      el("li", {}, "A box: what it rests on and what it bears on stay bright, and this panel tells about it."),
      el("li", {}, el("span", { class: "pill" }, "+46"), " on a box: unfold what stands behind it, 46 statements."),
      el("li", {}, "Outline, Balance, Verdicts and Findings above say the same in other ways."),
      el("li", {}, el("kbd", {}, "/"), " searches, ", el("kbd", {}, "?"), " lists all keys."),
    )),
    source(),
  ];
}

export const legend = () =>
  el("ul", { class: "legend" },
    el("li", {}, el("span", { class: "badge r0" }, SIGNS[0]), " a reason: read it “because”"),
    el("li", {}, el("span", { class: "badge r1" }, SIGNS[1]), " an objection: read it “but”"),
    el("li", {}, el("span", { class: "badge r2" }, SIGNS[2]), " a doubt about the step itself: read it “unless”"),
    el("li", {}, "lines that join at a sign: statements that only work together"),
    el("li", {}, ...KINDS.flatMap((kind, at) => [el("span", { class: `glyph k${at}` }, GLYPHS[at]), ` ${kind}${at < 4 ? ", " : ""}`])),
    el("li", {}, el("span", { class: "verdict" }, `${MARKS.f} falls`), ", ", el("span", { class: "verdict" }, `${MARKS.u} undecided`), ": it does not stand after its objections"),
  );

function source() {
  const rows = data.source.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]);
  return rows.length ? part("The source", el("dl", {}, ...rows)) : null;
}

/** What bears on a statement by links of some relations. @param {number} node @param {string} title @param {number[]} relations */
function resting(node, title, relations) {
  const found = steps(node).filter(({ link }) => relations.includes(links[link][0]));
  if (!found.length) return null;
  const items = found.map((step) =>
    el("li", { class: step.first ? "" : "joined" },
      el("span", { class: `mark r${links[step.link][0]}` }, markOf(step)), " ",
      linkTo(step.node),
      step.first && links[step.link][3] && el("small", {}, ` ${links[step.link][3]}`),
      step.first && links[step.link][4] && el("small", { class: "note" }, links[step.link][4]),
    ));
  return part(title, el("ul", { class: "steps" }, ...items));
}

/** @param {number} node */
function bearing(node) {
  if (!from[node].length) return null;
  const items = from[node].map((link) => {
    const others = links[link][2].filter((each) => each !== node);
    return el("li", {},
      el("span", { class: `mark r${links[link][0]}` }, ONWARDS[links[link][0]]), " ", linkTo(end[link]),
      others.length > 0 && el("small", {}, " together with "), ...others.map((each) => linkTo(each)));
  });
  return part("It bears on", el("ul", { class: "steps" }, ...items));
}

/** @param {number} node */
function card(node) {
  const { t, l, i, q, p, x } = nodes[node];
  const strength = data.strengths[node];
  const label = labelOf(node);
  const told = facts(node).flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]);
  const found = data.findings.flatMap(({ code, items }) => items.filter(([, where]) => where.includes(node)).map(([message]) => `${code}: ${message}`));
  const article = articleOf();
  return [
    el("p", { class: `over k${nodes[node].k}` }, caption(node), el("button", { type: "button", class: "close", "aria-label": "Close", click: () => go(-1) }, "×")),
    el("h2", {}, t),
    l && l !== t && el("p", { class: "quiet" }, l),
    el("p", { class: `verdict v-${label}` }, `${MARKS[label]} It ${label === "u" ? "is " : ""}${VERDICTS[label]} after its objections`,
      strength === null ? "." : `; strength ${strength}%.`),
    told.length > 0 && el("dl", {}, ...told),
    x && el("p", { class: "note" }, x),
    resting(node, "What speaks for it", [0]),
    resting(node, "What speaks against it", [1, 2]),
    onto[node].length === 0 && el("p", { class: "quiet" }, "Nothing in the map stands behind it."),
    bearing(node),
    (q || p || article) && part("In the source", q && !isMarked(node) && el("blockquote", {}, q),
      p && el("p", { class: "quiet" }, `At ${p}`),
      article && el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "The source" }, article)),
    found.length > 0 && part("Findings", el("ul", {}, ...found.map((each) => el("li", {}, each)))),
    el("p", { class: "quiet" }, "Link to it: ", el("a", { href: `#${i}` }, `#${i}`)),
  ];
}

function matching() {
  const found = matches();
  return [
    el("p", { class: "over" }, `${counted(found.length, "statement")} match`),
    el("ul", { class: "steps" }, ...found.slice(0, LISTED).map((node) => el("li", {}, linkTo(node)))),
    found.length > LISTED && el("p", {}, `… ${(found.length - LISTED).toLocaleString("en")} more`),
  ];
}

function render() {
  const { selected } = state;
  const thesis = data.thesis >= 0 ? data.thesis : 0;
  const shown = selected >= 0 ? card(selected) : isFiltered() ? matching() : nodes.length ? begin(thesis) : [el("p", {}, "This map has no statements.")];
  panel.replaceChildren(...shown.filter((each) => each instanceof Node));
  panel.scrollTop = 0;
  showPassage(panel);
}

on("select", render);
on("filter", render);
render();
