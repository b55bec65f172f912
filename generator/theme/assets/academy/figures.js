/* “Save as PNG” and “Save as SVG” below each figure.

   A figure on a page takes its colours from the style sheet and its widths from the window, and the
   content security policy lets no script draw an SVG as an image. So each shape is read as it is
   drawn, in light colours, and written again: into an SVG that stands alone, or onto a canvas. */
(() => {
  "use strict";

  const { createButton, createElement, saveFile } = academy;
  const MARGIN = 24; // px around the picture
  const WIDTH = 920; // px of every picture, whatever the window: a slide is wide
  const TITLE = { size: 20, weight: "700", step: 26, fill: "#17211f" };
  const SOURCE = { size: 14, weight: "400", step: 19, fill: "#4a5754" };
  const SCALE = 2; // pixels of a PNG for each px, so that it stays sharp on a slide
  const FONT = '"Atkinson Next", "Segoe UI", Arial, sans-serif';

  /**
   * Run `read` while the page has its light colours and the figure its wide layout.
   * @template Result
   * @param {HTMLElement} figure
   * @param {() => Result} read
   */
  function inLightColours(figure, read) {
    const page = document.documentElement;
    const chosen = page.getAttribute("data-scheme");
    page.setAttribute("data-scheme", "light");
    figure.classList.add("la-figure--wide");
    figure.style.width = `${WIDTH}px`;
    try {
      return read();
    } finally {
      figure.classList.remove("la-figure--wide");
      figure.style.width = "";
      if (chosen === null) page.removeAttribute("data-scheme");
      else page.setAttribute("data-scheme", chosen);
    }
  }

  /**
   * The outline of a shape as SVG path data, in its own units.
   * @param {SVGElement} shape
   */
  function pathData(shape) {
    if (shape instanceof SVGPathElement) return shape.getAttribute("d") ?? "";
    if (shape instanceof SVGLineElement) {
      const [x1, y1, x2, y2] = [shape.x1, shape.y1, shape.x2, shape.y2].map((n) => n.baseVal.value);
      return `M${x1} ${y1}L${x2} ${y2}`;
    }
    const { x, y, width, height, rx } = /** @type {SVGRectElement} */ (shape);
    const [left, top, w, h] = [x, y, width, height].map((length) => length.baseVal.value);
    const r = Math.min(rx.baseVal.value, w / 2, h / 2);
    const arc = (/** @type {number} */ dx, /** @type {number} */ dy) =>
      `a${r} ${r} 0 0 1 ${dx} ${dy}`;
    return (
      `M${left + r} ${top}h${w - 2 * r}${arc(r, r)}v${h - 2 * r}${arc(-r, r)}` +
      `h${2 * r - w}${arc(-r, -r)}v${2 * r - h}${arc(r, -r)}Z`
    );
  }

  /**
   * @param {SVGElement} shape
   * @param {CSSStyleDeclaration} style
   * @returns {ShapeLook}
   */
  function readLook(shape, style) {
    const dashes = style.strokeDasharray;
    return {
      fill: shape instanceof SVGLineElement ? "none" : style.fill,
      stroke: style.stroke,
      width: Number.parseFloat(style.strokeWidth),
      dashes: dashes === "none" ? [] : dashes.split(/[ ,]+/).map(Number.parseFloat),
      round: style.strokeLinecap === "round",
    };
  }

  /** @param {SVGAnimatedLengthList} lengths */
  function firstLength(lengths) {
    return lengths.baseVal.length ? lengths.baseVal.getItem(0).value : 0;
  }

  /**
   * @param {SVGTextElement} shape
   * @param {CSSStyleDeclaration} style
   * @returns {DrawnText}
   */
  function readText(shape, style) {
    const words = [...shape.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    return {
      content: words.map((node) => node.textContent).join(""),
      x: firstLength(shape.x) + firstLength(shape.dx),
      y: firstLength(shape.y),
      anchor: style.textAnchor,
      size: Number.parseFloat(style.fontSize),
      weight: style.fontWeight,
      underlined: style.textDecorationLine === "underline",
    };
  }

  /**
   * The shapes of a figure that can be seen, each with its place in the picture and its looks.
   * @param {Element} canvas
   * @returns {DrawnShape[]}
   */
  function readShapes(canvas) {
    const frame = canvas.getBoundingClientRect();
    /** @type {NodeListOf<SVGGraphicsElement>} */
    const shapes = canvas.querySelectorAll(
      ".la-figure__drawing :is(rect, line, path, text):not([class*='fg-hit'])",
    );
    /** @type {DrawnShape[]} */
    const drawn = [];
    for (const shape of shapes) {
      const matrix = shape.getScreenCTM();
      if (!matrix || !shape.getClientRects().length) continue;
      const { a, b, c, d, e, f } = matrix;
      const move = [a, b, c, d, e - frame.left, f - frame.top];
      const style = getComputedStyle(shape);
      const look = readLook(shape, style);
      if (shape instanceof SVGTextElement) drawn.push({ move, look, text: readText(shape, style) });
      else drawn.push({ move, look, d: pathData(shape) });
    }
    return drawn;
  }

  /**
   * The lines of a text that are at most `room` px wide.
   * @param {string} text
   * @param {number} room
   * @param {Lettering} lettering
   */
  function wrapLines(text, room, lettering) {
    const context = /** @type {CanvasRenderingContext2D} */ (
      createElement("canvas").getContext("2d")
    );
    context.font = `${lettering.weight} ${lettering.size}px ${FONT}`;
    const lines = [""];
    for (const word of text.split(/\s+/).filter(Boolean)) {
      const longer = `${lines[lines.length - 1]} ${word}`.trim();
      if (context.measureText(longer).width <= room) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines.filter(Boolean);
  }

  /**
   * Where the picture is from: the site, the page and its published address, if it has one.
   */
  function sourceLine() {
    /** @type {HTMLLinkElement | null} */
    const published = document.querySelector("link[rel=canonical]");
    return `Source: ${document.title}${published ? `, ${published.href}` : ""}`;
  }

  /**
   * Read a figure with its title above and its note and source below, as shapes on white.
   * @param {HTMLElement} figure
   * @param {Element} canvas
   * @returns {Picture}
   */
  function readPicture(figure, canvas) {
    const [{ width, height }, drawn] = inLightColours(figure, () => [
      canvas.getBoundingClientRect(),
      readShapes(canvas),
    ]);
    const title = figure.querySelector(".la-figure__title")?.textContent ?? "";
    const notes = [...figure.querySelectorAll(".la-figure__note")].map((note) => note.textContent);
    /** @type {DrawnShape[]} */
    const shapes = [];
    let y = MARGIN;
    /** @param {string} words @param {Lettering} lettering */
    const write = (words, lettering) => {
      for (const content of wrapLines(words, width, lettering)) {
        y += lettering.step;
        const { size, weight, fill } = lettering;
        const text = { content, x: MARGIN, y, anchor: "start", size, weight, underlined: false };
        const look = { fill, stroke: "none", width: 0, dashes: [], round: false };
        shapes.push({ move: [1, 0, 0, 1, 0, 0], look, text });
      }
    };
    write(title, TITLE);
    y += MARGIN / 2;
    for (const shape of drawn) {
      const [a, b, c, d, e, f] = shape.move;
      shapes.push({ ...shape, move: [a, b, c, d, e + MARGIN, f + y] });
    }
    y += height;
    for (const note of [...notes, sourceLine()]) write(note ?? "", SOURCE);
    return { shapes, width: Math.ceil(width) + 2 * MARGIN, height: Math.ceil(y) + MARGIN };
  }

  /** @param {string} text */
  function escapeXml(text) {
    return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  }

  /** @param {DrawnShape} shape */
  function svgElement({ move, look, d, text }) {
    const dashes = look.dashes.length ? ` stroke-dasharray="${look.dashes.join(" ")}"` : "";
    const cap = look.round ? ' stroke-linecap="round" stroke-linejoin="round"' : "";
    const line =
      look.stroke === "none"
        ? ""
        : ` stroke="${look.stroke}" stroke-width="${look.width}"${dashes}${cap}`;
    const looks = `transform="matrix(${move.map((n) => n.toFixed(3)).join(" ")})" fill="${look.fill}"${line}`;
    if (!text) return `<path d="${d}" ${looks} vector-effect="non-scaling-stroke"/>`;
    const under = text.underlined ? ' text-decoration="underline"' : "";
    return (
      `<text x="${text.x}" y="${text.y}" ${looks} paint-order="stroke" text-anchor="${text.anchor}"` +
      ` font-family="${escapeXml(FONT)}" font-size="${text.size}" font-weight="${text.weight}"${under}>` +
      `${escapeXml(text.content)}</text>`
    );
  }

  /** @param {Picture} picture */
  function svgDocument({ shapes, width, height }) {
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    const paper = `<rect width="${width}" height="${height}" fill="#ffffff"/>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${paper}\n${shapes.map(svgElement).join("\n")}\n</svg>\n`;
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {DrawnShape} shape
   */
  function paintShape(context, { move, look, d, text }) {
    const [a, b, c, e, x, y] = move;
    context.fillStyle = look.fill;
    context.strokeStyle = look.stroke;
    context.lineWidth = look.width;
    context.lineCap = look.round ? "round" : "butt";
    context.setLineDash(look.dashes);
    if (!text) {
      const path = new Path2D();
      path.addPath(new Path2D(d), new DOMMatrix([a, b, c, e, x, y]));
      if (look.fill !== "none") context.fill(path);
      if (look.stroke !== "none") context.stroke(path);
      return;
    }
    context.save();
    context.transform(a, b, c, e, x, y);
    context.font = `${text.weight} ${text.size}px ${FONT}`;
    context.textAlign =
      text.anchor === "middle" ? "center" : text.anchor === "end" ? "right" : "left";
    if (look.stroke !== "none") context.strokeText(text.content, text.x, text.y);
    context.fillText(text.content, text.x, text.y);
    context.restore();
  }

  /**
   * @param {Picture} picture
   * @param {(png: Blob | null) => void} onReady
   */
  function paintPng({ shapes, width, height }, onReady) {
    const canvas = createElement("canvas");
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.scale(SCALE, SCALE);
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, width, height);
    for (const shape of shapes) paintShape(context, shape);
    canvas.toBlob(onReady, "image/png");
  }

  /** @param {HTMLElement} figure */
  function addSaveButtons(figure) {
    const canvas = figure.querySelector(".la-figure__canvas");
    if (!canvas || figure.querySelector(".la-figure__save")) return;
    const box = createElement("p", "la-figure__save");
    const title = figure.querySelector(".la-figure__title")?.textContent ?? "figure";
    const png = createButton("Save as PNG", () =>
      paintPng(readPicture(figure, canvas), (blob) => {
        if (blob) saveFile(`${figure.id}.png`, blob, "image/png");
      }),
    );
    const svg = createButton("Save as SVG", () =>
      saveFile(`${figure.id}.svg`, svgDocument(readPicture(figure, canvas)), "image/svg+xml"),
    );
    png.setAttribute("aria-label", `Save as PNG: ${title}`);
    svg.setAttribute("aria-label", `Save as SVG: ${title}`);
    box.append(png, svg);
    figure.append(box);
  }

  academy.addSaveButtons = addSaveButtons;
  /** @type {NodeListOf<HTMLElement>} */
  const figures = document.querySelectorAll(".la-figure");
  for (const figure of figures) addSaveButtons(figure);
})();
