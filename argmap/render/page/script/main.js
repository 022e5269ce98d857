// The page as a whole: tabs, keys, light and dark, and the address it was opened with.
import { data } from "./data.js";
import { byName } from "./dom.js";
import { follow, go, TABS, tabs, turn } from "./going.js";
import { fitAll } from "./map.js";
import "./outline.js";
import { legend } from "./panel.js";
import { isFiltered, state, unfilter } from "./state.js";
import "./printing.js";
import "./search.js";

byName("title").textContent = data.title;
byName("signs").append(legend());
const help = /** @type {HTMLDialogElement} */ (byName("help"));

tabs.forEach((tab, at) => {
  tab.addEventListener("click", () => turn(TABS[at]));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (at + step + TABS.length) % TABS.length;
    turn(TABS[next]);
    tabs[next].focus();
  });
});

/** Light and dark follow the system until somebody chooses; where the page may, it remembers. */
const KEY = "argmap-theme";
const root = document.documentElement;
/** @param {() => string | null | void} attempt */
function allowed(attempt) {
  try {
    return attempt() ?? "";
  } catch {
    return ""; // a page opened from a disk may have nowhere to remember
  }
}
/** @param {string} theme light, dark, or nothing for the system's */
function wear(theme) {
  root.style.colorScheme = theme;
  const night = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  byName("theme").setAttribute("aria-pressed", String(night));
}
wear(allowed(() => localStorage.getItem(KEY)));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => wear(root.style.colorScheme));
byName("theme").addEventListener("click", () => {
  const theme = byName("theme").getAttribute("aria-pressed") === "true" ? "light" : "dark";
  wear(theme);
  allowed(() => localStorage.setItem(KEY, theme));
});

byName("filter").addEventListener("click", () => {
  const shown = byName("filters").toggleAttribute("hidden") === false;
  byName("filter").setAttribute("aria-expanded", String(shown));
});
byName("keys").addEventListener("click", () => help.showModal());
byName("enough").addEventListener("click", () => help.close());

addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.ctrlKey || event.metaKey || event.altKey || typing || help.open) return;
  if (event.key === "/") byName("search").focus();
  else if (event.key === "?") help.showModal();
  else if (event.key === "Escape" && state.selected >= 0) go(-1);
  else if (event.key === "Escape" && isFiltered()) unfilter();
  else if (event.key === "0" && state.tab === "map") fitAll();
  else return;
  event.preventDefault();
});
addEventListener("hashchange", follow);
follow();
root.dataset.ready = "true";
