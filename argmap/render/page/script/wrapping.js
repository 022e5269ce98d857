// Text in boxes: measured before anything is laid out, so that no line leaves its box.

const brush = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
const LONGEST = 400;
let family = "";

/** @param {string} text @param {string} font size and weight, as `600 13px` */
function width(text, font) {
  family ||= getComputedStyle(document.body).fontFamily;
  brush.font = `${font} ${family}`;
  return brush.measureText(text).width;
}

/** As much of the text as fits, from its beginning. @param {string} text @param {number} room @param {string} font */
function fitting(text, room, font) {
  const signs = Array.from(text);
  let [least, most] = [1, signs.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (width(signs.slice(0, middle).join(""), font) <= room) least = middle;
    else most = middle - 1;
  }
  return signs.slice(0, least).join("");
}

/**
 * The text in lines that are no wider than the room; what is left over is marked by an ellipsis.
 * @param {string} text @param {number} room in pixels @param {string} font @param {number} most lines
 */
export function wrapped(text, room, font, most) {
  const words = text.slice(0, LONGEST).split(/\s+/);
  if (text.length > LONGEST) words.push("…");
  /** @type {string[]} */
  const lines = [];
  let line = "";
  while (words.length) {
    const word = words.shift() ?? "";
    const longer = line ? `${line} ${word}` : word;
    if (width(longer, font) <= room) line = longer;
    else if (line) {
      lines.push(line);
      line = "";
      words.unshift(word);
    } else {
      const piece = fitting(word, room, font);
      lines.push(piece);
      if (piece.length < word.length) words.unshift(word.slice(piece.length));
    }
  }
  if (line) lines.push(line);
  if (lines.length > most) {
    const last = lines[most - 1];
    lines.length = most - 1;
    lines.push(width(`${last} …`, font) <= room ? `${last} …` : `${fitting(last, room - width("…", font), font)}…`);
  }
  return lines;
}
