/* The contrast of words in figures with what is painted behind them, which axe leaves to a person.
   Gives a line for each word that falls short. */
() => {
  const sheet = new CSSStyleSheet();
  /* a layer that lets clicks through must be found all the same */
  sheet.replaceSync(".la-figure, .la-figure * { pointer-events: all !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const paintOf = (element) => {
    const style = getComputedStyle(element);
    const drawn = element instanceof SVGGeometryElement ? style.fill : element instanceof SVGElement ? "none" : style.backgroundColor;
    return drawn === "none" ? null : rgb(drawn);
  };
  const behind = (text, x, y) => {
    const style = getComputedStyle(text);
    if (style.paintOrder.startsWith("stroke") && style.stroke !== "none") return rgb(style.stroke);
    const hits = document.elementsFromPoint(x, y);
    const own = hits.indexOf(text);
    for (const hit of hits.slice(own + 1)) {
      const colour = paintOf(hit);
      if (colour && colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const faults = [];
  let count = 0;
  document.querySelectorAll(".la-figure svg text").forEach((text) => {
    if (!text.checkVisibility({ visibilityProperty: true }) || !text.getBoundingClientRect().width) return;
    text.scrollIntoView({ block: "center", inline: "center" });
    const box = text.getBoundingClientRect();
    const style = getComputedStyle(text);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    count += 1;
    for (const share of [0.1, 0.5, 0.9]) {
      const found = contrast(rgb(style.fill), behind(text, box.left + box.width * share, box.top + box.height / 2));
      if (found < least) {
        faults.push(`contrast ${found.toFixed(2)} of ${least}: ${text.textContent.trim().slice(0, 50)}`);
        break;
      }
    }
  });
  scrollTo(0, 0);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  return { count, faults };
}
