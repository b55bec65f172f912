/* The picture of the records linked to a record, drawn from the table of them when it is opened.

   The record is on top, its neighbours on both sides of a line. Line breaks differ between narrow
   pages and wide ones, so both are drawn and the style sheet shows one. */
(() => {
  "use strict";

  const { createElement } = academy;
  const LINE = 17; // px, the height of a line of words
  const HEADING = 30; // px, the height of the name of a kind
  const ARM = 30; // px from the line in the middle to the words
  /** @type {RoomForLabel} */
  const NEIGHBOUR_ROOM = { narrow: 106, wide: 262 };
  /** @type {RoomForLabel} */
  const CENTRE_ROOM = { narrow: 232, wide: 500 };
  const MOST_LINES = 3;
  const pen = /** @type {CanvasRenderingContext2D} */ (createElement("canvas").getContext("2d"));

  /**
   * @param {string} name
   * @param {Readonly<Record<string, string | number>>} attributes
   * @param {readonly (Node | string)[]} children
   */
  function svg(name, attributes, children = []) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, `${value}`);
    element.append(...children);
    return element;
  }

  /** @param {string} text @param {boolean} bold */
  function textWidth(text, bold) {
    const { fontFamily } = getComputedStyle(document.body);
    pen.font = `${bold ? 700 : 400} 14px ${fontFamily}`;
    return pen.measureText(text).width;
  }

  /** The longest beginning of a text that fits with “…”. @param {string} text @param {number} room @param {boolean} bold */
  function shorten(text, room, bold) {
    let fits = 0;
    let tooLong = text.length + 1;
    while (tooLong - fits > 1) {
      const end = Math.floor((fits + tooLong) / 2);
      if (textWidth(`${text.slice(0, end)}…`, bold) > room) tooLong = end;
      else fits = end;
    }
    return `${text.slice(0, fits).replace(/[ ,;:·]+$/, "")}…`;
  }

  /**
   * The pieces of a word that each fit a line.
   * @param {string} word
   * @param {number} room
   * @param {boolean} bold
   */
  function breakWord(word, room, bold) {
    if (textWidth(word, bold) <= room) return [word];
    const pieces = [""];
    for (const letter of word) {
      const last = pieces[pieces.length - 1];
      if (last && textWidth(last + letter, bold) > room) pieces.push(letter);
      else pieces[pieces.length - 1] = last + letter;
    }
    return pieces;
  }

  /**
   * The lines of a text, each at most `room` px wide. Where there are too many, the last ends in “…”.
   * @param {string} text
   * @param {number} room
   * @param {number} most
   */
  function wrapText(text, room, most, bold = false) {
    const lines = [""];
    for (const part of text.trim().split(/(?<=[^-]-)(?=[^-])|(?=\s)/)) {
      const space = /^\s/.test(part) && lines[lines.length - 1] ? " " : "";
      for (const [number, piece] of breakWord(part.trim(), room, bold).entries()) {
        const longer = `${lines[lines.length - 1]}${number ? "" : space}${piece}`;
        if (textWidth(longer, bold) <= room) lines[lines.length - 1] = longer;
        else lines.push(piece);
      }
    }
    const shown = lines.filter(Boolean);
    if (shown.length <= most) return shown;
    const rest = shown.slice(most - 1).join(" ");
    return [...shown.slice(0, most - 1), shorten(rest, room, bold)];
  }

  /** @param {string} title @param {RoomForLabel} room @returns {LabelLines} */
  function wrapLabel(title, room, bold = false) {
    return {
      narrow: wrapText(title, room.narrow, MOST_LINES, bold),
      wide: wrapText(title, room.wide, MOST_LINES, bold),
    };
  }

  /**
   * Lines of words, with the whole text as their title where they are cut short.
   * @param {readonly string[]} lines
   * @param {string} full
   * @param {number} y of the first line
   * @param {string} look
   * @param {Readonly<Record<string, string | number>>} place
   */
  function drawLines(lines, full, y, look, place) {
    const cut = lines[lines.length - 1]?.endsWith("…") && !full.endsWith("…");
    return lines.map((line, number) => {
      const text = svg("text", { ...place, y: y + number * LINE, class: `fg-text ${look}` });
      if (cut) text.append(svg("title", {}, [full]));
      text.append(line);
      return text;
    });
  }

  /**
   * A label with its lines for narrow pages and for wide ones; once where they are the same.
   * @param {LabelLines} label
   * @param {string} full
   * @param {(lines: readonly string[]) => number} top the y of the first of some lines
   * @param {string} look
   * @param {Readonly<Record<string, string | number>>} place
   */
  function drawLabel({ narrow, wide }, full, top, look, place) {
    if (narrow.join("\n") === wide.join("\n")) return drawLines(wide, full, top(wide), look, place);
    return [
      ...drawLines(narrow, full, top(narrow), `${look} fg-narrow`, place),
      ...drawLines(wide, full, top(wide), `${look} fg-wide`, place),
    ];
  }

  /** @param {string} href @param {string} title @param {readonly Node[]} shapes */
  function drawLink(href, title, shapes) {
    return svg("a", { href }, [svg("title", {}, [title]), ...shapes]);
  }

  /** @param {number} side */
  function besideLine(side) {
    return { x: "50%", dx: side * (ARM + 4), "text-anchor": side < 0 ? "end" : "start" };
  }

  /** @param {string} title */
  function drawCentre(title) {
    const label = wrapLabel(title, CENTRE_ROOM, true);
    const height = LINE * label.narrow.length + 18;
    const middle = { x: "50%", "text-anchor": "middle" };
    const top = (/** @type {readonly string[]} */ lines) =>
      height / 2 + 6 - ((lines.length - 1) * LINE) / 2;
    const box = svg("rect", { x: "8%", y: 1, width: "84%", height, rx: 8, class: "fg-box" });
    const words = drawLabel(label, title, top, "fg-bold fg-link", middle);
    return { shape: drawLink("#content", title, [box, ...words]), bottom: height + 6 };
  }

  /** @param {Neighbour} neighbour */
  function neighbourHeight({ label }) {
    return LINE + LINE * label.narrow.length + 12;
  }

  /** @param {number} side @param {boolean} outwards */
  function drawArrow(side, outwards) {
    const head = side > 0 === outwards ? "M0 0L-9 -5V5Z" : "M0 0L9 -5V5Z";
    const tip = svg("path", { d: head, class: "fg-solid" });
    return svg("svg", { x: "50%", y: 8, width: 1 }, [
      svg("path", { d: `M0 0H${side * (ARM - 2)}`, class: "fg-arm" }),
      svg("svg", { x: side * (outwards ? ARM : 2), y: 0, width: 1 }, [tip]),
    ]);
  }

  /**
   * @param {Neighbour} neighbour
   * @param {string} centre the title of the record in the middle
   * @param {number} side -1 is left of the line, 1 right
   * @param {number} y
   */
  function drawNeighbour(neighbour, centre, side, y) {
    const { title, href, relation, outwards, label } = neighbour;
    const place = besideLine(side);
    const height = neighbourHeight(neighbour) - 4;
    const left = side < 0 ? 0 : "52%";
    const about = wrapText(relation, NEIGHBOUR_ROOM.narrow, 1);
    const shapes = svg("svg", { x: 0, y, width: "100%" }, [
      svg("rect", { x: left, y: -3, width: "48%", height, rx: 3, class: "fg-hit" }),
      ...drawLines(about, relation, 12, "fg-small fg-soft", place),
      ...drawLabel(label, title, () => LINE + 13, "fg-link", place),
      drawArrow(side, outwards),
    ]);
    const [from, to] = outwards ? [centre, title] : [title, centre];
    return drawLink(href, `${from} – ${relation.toLowerCase()} → ${to}`, [shapes]);
  }

  /**
   * Draw one side: the neighbours with the names of their kinds.
   * @param {readonly Neighbour[]} neighbours
   * @param {string} centre
   * @param {number} side
   * @param {number} top
   */
  function drawColumn(neighbours, centre, side, top) {
    /** @type {Node[]} */
    const shapes = [];
    let [y, last, kind] = [top, top, ""];
    for (const neighbour of neighbours) {
      if (neighbour.kind !== kind) {
        kind = neighbour.kind;
        const words = wrapText(kind, NEIGHBOUR_ROOM.narrow, 1);
        shapes.push(...drawLines(words, kind, y + 20, "fg-small fg-bold", besideLine(side)));
        y += HEADING;
      }
      last = y + 8;
      shapes.push(drawNeighbour(neighbour, centre, side, y));
      y += neighbourHeight(neighbour);
    }
    return { shapes, last, bottom: y };
  }

  /**
   * The number of neighbours for the left side: about half of the height.
   * @param {readonly Neighbour[]} neighbours
   */
  function leftCount(neighbours) {
    const heights = neighbours.map(neighbourHeight);
    const half = heights.reduce((sum, height) => sum + height, 0) / 2;
    let above = 0;
    for (const [number, height] of heights.entries()) {
      if (above + height / 2 > half) return number;
      above += height;
    }
    return neighbours.length;
  }

  /** @param {HTMLTableElement} table @returns {Neighbour[]} */
  function readNeighbours(table) {
    return [...table.tBodies[0].rows].map(({ cells: [record, kind, relation, direction] }) => {
      const link = record.querySelector("a");
      const title = link?.textContent ?? "";
      return {
        title,
        href: link?.getAttribute("href") ?? "",
        kind: kind.dataset.sort ?? "",
        relation: relation.textContent ?? "",
        outwards: direction.textContent?.startsWith("From") ?? false,
        label: wrapLabel(title, NEIGHBOUR_ROOM),
      };
    });
  }

  /** @param {readonly Neighbour[]} neighbours @param {string} title of the record in the middle */
  function drawPicture(neighbours, title) {
    const centre = drawCentre(title);
    const left = leftCount(neighbours);
    const columns = [
      drawColumn(neighbours.slice(0, left), title, -1, centre.bottom),
      drawColumn(neighbours.slice(left), title, 1, centre.bottom),
    ];
    const height = Math.round(Math.max(...columns.map(({ bottom }) => bottom)) + 4);
    const end = Math.max(...columns.map(({ last }) => last));
    const line = { x1: "50%", y1: centre.bottom - 4, x2: "50%", y2: end, class: "fg-spine" };
    const words = `${title} and ${neighbours.length} ${neighbours.length === 1 ? "record" : "records"} linked to it, by kind. The table says the same.`;
    const drawing = svg(
      "svg",
      { class: "la-figure__drawing", role: "group", width: "100%", height },
      [
        svg("title", { id: "neighbourhood-title" }, [`Records linked to ${title}`]),
        svg("desc", { id: "neighbourhood-desc" }, [words]),
        svg("line", line),
        centre.shape,
        ...columns.flatMap(({ shapes }) => shapes),
      ],
    );
    drawing.setAttribute("aria-labelledby", "neighbourhood-title neighbourhood-desc");
    const size = svg("svg", { class: "la-figure__size", width: 1, height, "aria-hidden": "true" });
    const canvas = createElement("div", "la-figure__canvas");
    canvas.append(size, drawing);
    return canvas;
  }

  /**
   * Put the picture above its table, and the table below a summary of its own.
   * @param {HTMLDetailsElement} host
   */
  async function drawNeighbourhood(host) {
    const table = host.querySelector("table");
    const region = table?.closest(".la-table");
    if (!table || !region) return;
    await document.fonts.ready; // line breaks depend on the typeface
    const title = document.querySelector("h1")?.textContent ?? "";
    const figure = createElement("figure", "la-figure");
    figure.id = `around-${location.pathname.replace(/^.*\/|\.html$/g, "")}`;
    figure.append(
      createElement("figcaption", "la-figure__title", `Records linked to ${title}`),
      drawPicture(readNeighbours(table), title),
    );
    const more = host.querySelector(".la-more") !== null;
    const note = "An arrow shows the direction of a link.";
    const rest = " The picture shows those with most links to other records.";
    figure.append(createElement("p", "la-figure__note", more ? note + rest : note));
    const fold = createElement("details", "la-details la-details--table");
    fold.append(createElement("summary", "", "The same facts as a table"));
    region.before(figure, fold);
    fold.append(
      ...[region, host.querySelector(":scope > .la-more")].filter((part) => part !== null),
    );
    await academy.loadBundle("figures");
    academy.addSaveButtons(figure);
  }

  academy.drawNeighbourhood = drawNeighbourhood;
})();
