/* What is lost where text needs more room: words that are cut off, lie over each other, or stand
   beyond the window's edge. Gives a line for each. */
() => {
  const root = document.documentElement;
  const wide = root.clientWidth;
  const faults = [];
  const named = (element) =>
    element.tagName.toLowerCase() + (element.getAttribute("class") ? "." + element.getAttribute("class") : "");
  const look = new Map();
  const style = (element) => {
    if (!look.has(element)) look.set(element, getComputedStyle(element));
    return look.get(element);
  };
  /* only for the ear: clipped to nothing on purpose */
  const forEar = (element) => {
    for (let up = element; up && up !== root; up = up.parentElement) {
      if (style(up).clipPath === "inset(50%)") return true;
    }
    return false;
  };
  const scroller = (element) => {
    for (let up = element; up && up !== root; up = up.parentElement) {
      if (/auto|scroll/.test(style(up).overflowX) && up.scrollWidth > up.clientWidth) return up;
    }
    return null;
  };

  if (root.scrollWidth > wide) {
    const beyond = [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > wide + 0.5 && !scroller(one) && !forEar(one))
      .slice(0, 3);
    faults.push(`sideways: ${root.scrollWidth} px in ${wide}: ${beyond.map(named).join(", ")}`);
  }

  document.querySelectorAll("body *").forEach((one) => {
    if (one.closest("svg") || !one.textContent.trim() || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
    const across = /hidden|clip/.test(style(one).overflowX) && one.scrollWidth > one.clientWidth + 1;
    const down = /hidden|clip/.test(style(one).overflowY) && one.scrollHeight > one.clientHeight + 1;
    if ((across || down) && !forEar(one)) faults.push("cut off: " + named(one) + ": " + one.textContent.trim().slice(0, 60));
  });

  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest("svg, script, option, .la-search__panel, .la-definition, .la-tray")) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || forEar(parent)) continue;
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      /* a line of type is higher than its letters */
      const inner = box.height * 0.22;
      lines.push({ text, left: box.left, right: box.right, top: box.top + inner, bottom: box.bottom - inner });
      if (box.right > wide + 1 && !scroller(parent)) faults.push("beyond the edge: " + text.data.trim().slice(0, 60));
    }
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((one, place) => {
    for (let next = place + 1; next < lines.length && lines[next].top < one.bottom; next++) {
      const other = lines[next];
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - other.top;
      if (one.text !== other.text && across > 2 && down > 2 && !(scroller(one.text.parentElement) !== scroller(other.text.parentElement))) {
        faults.push(`over each other: ${one.text.data.trim().slice(0, 40)} | ${other.text.data.trim().slice(0, 40)}`);
      }
    }
  });
  return [...new Set(faults)];
}
