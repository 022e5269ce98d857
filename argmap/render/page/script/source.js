// The source: the article with what the map stands on marked, where it travels with the page.
import { data } from "./data.js";
import { el } from "./dom.js";
import { go } from "./going.js";
import { state } from "./state.js";
import { titleOf } from "./words.js";

/** The stretches that each statement stands on. @type {Map<number, HTMLElement[]>} */
const marked = new Map();
/** @type {HTMLElement | null} */
let article = null;

/** @param {[string, number[]?]} piece */
function stretch([text, standing]) {
  if (!standing) return text;
  // What several statements stand on leads to each in turn.
  const onwards = () => go(standing[(standing.indexOf(state.selected) + 1) % standing.length]);
  const made = el("mark", { title: standing.map(titleOf).join("\n"), click: onwards }, text);
  for (const node of standing) marked.set(node, [...(marked.get(node) ?? []), made]);
  return made;
}

/** The article, with the stretches of the statement that is selected alight; null where it stayed at home. */
export function articleOf() {
  if (!data.article) return null;
  article ??= el("div", { class: "article" }, ...data.article.map((pieces) => el("p", {}, ...pieces.map(stretch))));
  for (const each of article.querySelectorAll("mark.lit")) each.classList.remove("lit");
  for (const each of marked.get(state.selected) ?? []) each.classList.add("lit");
  return article;
}

/** Whether a statement's passage is marked in the article here. @param {number} node */
export const isMarked = (node) => marked.has(node);

/** Bring the passage of the statement that is selected into view, within the panel. @param {HTMLElement} panel */
export function showPassage(panel) {
  const [first] = marked.get(state.selected) ?? [];
  const box = article?.closest(".scroll");
  if (first && box && panel.contains(box)) box.scrollTop += first.getBoundingClientRect().top - box.getBoundingClientRect().top - 40;
}
