// Elements, made without markup: whatever a map says becomes text and nothing else.

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | ((event: any) => void) | undefined>} Attributes */

/** @param {Element} element @param {Attributes} attributes @param {Child[]} children */
function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** @template {keyof HTMLElementTagNameMap} T @param {T} name @param {Attributes} attributes @param {Child[]} children */
export const el = (name, attributes = {}, ...children) =>
  /** @type {HTMLElementTagNameMap[T]} */ (filled(document.createElement(name), attributes, children));

/** @param {string} name @param {Attributes} attributes @param {Child[]} children */
export const svg = (name, attributes = {}, ...children) =>
  /** @type {SVGGraphicsElement} */ (
    filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children)
  );

/** The element with this id, which the page is known to have. @param {string} id */
export const byName = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {number} number @param {string} one */
export const counted = (number, one, many = one + "s") =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
