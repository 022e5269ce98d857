// Looking about in the map: dragging, zooming with wheel, fingers and buttons, and bringing things into view.

const LEAST = 0.12;
const MOST = 2.5;
const MARGIN = 24;

/** @typedef {{x: number, y: number}} Point */

/** @param {SVGSVGElement} frame what is looked through @param {SVGGraphicsElement} scene what moves behind it */
export function viewport(frame, scene) {
  const view = { x: 0, y: 0, scale: 1 };
  const place = () => scene.setAttribute("transform", `translate(${view.x},${view.y}) scale(${view.scale})`);

  /** @param {number} factor @param {Point} [around] in pixels of the page */
  function zoom(factor, around) {
    const box = frame.getBoundingClientRect();
    const [x, y] = around ? [around.x - box.left, around.y - box.top] : [box.width / 2, box.height / 2];
    const scale = Math.min(MOST, Math.max(LEAST, view.scale * factor));
    view.x = x - ((x - view.x) * scale) / view.scale;
    view.y = y - ((y - view.y) * scale) / view.scale;
    view.scale = scale;
    place();
  }

  /** Show all of a picture, or as much as can be read, from the point that matters most. @param {{width: number, height: number}} size @param {Point} first @param {number} least */
  function fit(size, first, least) {
    const { width, height } = frame.getBoundingClientRect();
    const whole = Math.min(width / size.width, height / size.height);
    view.scale = Math.min(1.15, Math.max(least, whole));
    const [wide, high] = [size.width * view.scale, size.height * view.scale];
    const right = (first.x + 150) * view.scale;
    view.x = wide <= width ? (width - wide) / 2 : right < width ? 0 : width - right;
    view.y = high <= height ? (height - high) / 2 : Math.min(0, Math.max(height - high, height / 2 - first.y * view.scale));
    place();
  }

  /** Move so that a point of the picture stands where another one stood. @param {Point} was @param {Point} is */
  function keep(was, is) {
    view.x += (was.x - is.x) * view.scale;
    view.y += (was.y - is.y) * view.scale;
    place();
  }

  /** @param {{x: number, y: number, width: number, height: number}} box its middle and its size */
  function bring(box) {
    const { width, height } = frame.getBoundingClientRect();
    if (!width) return; // behind another tab
    const [x, y] = [view.x + box.x * view.scale, view.y + box.y * view.scale];
    const [wide, high] = [(box.width / 2) * view.scale + MARGIN, (box.height / 2) * view.scale + MARGIN];
    view.x += Math.max(0, wide - x) - Math.max(0, x + wide - width);
    view.y += Math.max(0, high - y) - Math.max(0, y + high - height);
    place();
  }

  frame.addEventListener("wheel", (event) => {
      event.preventDefault();
      const pixels = event.deltaMode ? 32 : 1;
      if (event.ctrlKey || event.metaKey) return zoom(Math.exp(-event.deltaY * pixels * 0.004), event);
      view.x -= (event.shiftKey ? event.deltaY : event.deltaX) * pixels;
      view.y -= (event.shiftKey ? 0 : event.deltaY) * pixels;
      place();
    }, { passive: false });
  draggable(frame, (by) => {
    view.x += by.x;
    view.y += by.y;
    place();
  }, zoom);
  return { zoom, fit, keep, bring };
}

/** @param {SVGSVGElement} frame @param {(by: Point) => void} move @param {(factor: number, around: Point) => void} zoom */
function draggable(frame, move, zoom) {
  /** @type {Map<number, Point>} */
  const fingers = new Map();
  let far = 0;
  frame.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 1) far = 0;
  });
  addEventListener("pointermove", (event) => {
    const was = fingers.get(event.pointerId);
    if (!was) return;
    const is = { x: event.clientX, y: event.clientY };
    far += Math.hypot(is.x - was.x, is.y - was.y);
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    if (others.length) {
      const [other] = others;
      zoom(Math.hypot(is.x - other.x, is.y - other.y) / Math.max(1, Math.hypot(was.x - other.x, was.y - other.y)), other);
    } else if (far > 4) {
      frame.classList.add("dragged"); // the click that ends it is none
      move({ x: is.x - was.x, y: is.y - was.y });
    }
    fingers.set(event.pointerId, is);
  });
  for (const name of ["pointerup", "pointercancel"])
    addEventListener(name, (event) => {
      fingers.delete(/** @type {PointerEvent} */ (event).pointerId);
      setTimeout(() => frame.classList.remove("dragged"));
    });
}
