/* What a walk through a page by keyboard needs to know. Loaded before the page's own scripts, so
   that it hears who listens to clicks. */
(() => {
  const heard = new Set();
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (/^(click|mousedown|pointerdown|mouseup)$/.test(type) && this instanceof Element) heard.add(this);
    return listen.call(this, type, ...rest);
  };

  const TAKES = "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]";
  const numbers = new Map();
  const before = new Map();
  let places = [];

  const said = (element) => {
    const label = element.labels && element.labels[0];
    const name = element.getAttribute("aria-label") || element.textContent || (label && label.textContent) || element.id || "";
    return `${element.tagName.toLowerCase()} “${name.trim().replace(/\s+/g, " ").slice(0, 50)}”`;
  };
  const seen = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    for (let up = element; up; up = up.parentElement) {
      if (getComputedStyle(up).clipPath === "inset(50%)") return false; // only for the ear
    }
    const boxes = element.getClientRects();
    return [...boxes].some((box) => box.width > 1 || box.height > 1);
  };
  /* what the paint of an element is, itself and the shapes in it */
  const paint = (element) => {
    const parts = element instanceof SVGElement ? [element, ...element.querySelectorAll("*")] : [element];
    return parts.map((part) => {
      const style = getComputedStyle(part);
      const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      return {
        outline: outlined ? style.outlineColor : "", shadow: style.boxShadow, ground: style.backgroundColor,
        border: style.borderTopColor + style.borderTopWidth, fill: style.fill, stroke: style.stroke + style.strokeWidth,
        opacity: Number(style.opacity),
      };
    });
  };
  const colours = (text) => (text.match(/rgba?\([^)]*\)|color\([^)]*\)|#[0-9a-f]+/gi) || []).map(rgb);
  /* the colour of what lies behind an element */
  const behind = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement) {
      const colour = rgb(getComputedStyle(up).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  /* How much the focus stands out: the best contrast of what it paints anew with what is behind, and
     of a ground or an edge also with what they were. What appears with the focus, shows it. */
  const shown = (element) => {
    const ground = behind(element);
    const was = before.get(element) || [];
    let best = 0;
    paint(element).forEach((now, place) => {
      const old = was[place] || {};
      Object.keys(now).forEach((key) => {
        if (now[key] === old[key]) return;
        if (key === "opacity") {
          best = Math.max(best, 21 * (now.opacity - old.opacity));
          return;
        }
        const last = /ground|border|fill/.test(key) ? solid(old[key] || "", ground) : ground;
        colours(now[key]).forEach((colour) => {
          if (colour[3] > 127) best = Math.max(best, Math.min(contrast(colour, ground), contrast(colour, last)));
        });
      });
    });
    return best;
  };
  const solid = (text, otherwise) => {
    const colour = colours(text)[0];
    return colour && colour[3] > 127 ? colour : otherwise;
  };
  /* whether some of it can be seen: within the window, and nothing lies over all of it */
  const uncovered = (element) => {
    const own = (hit) => hit && (hit === element || element.contains(hit) || hit.contains(element) && hit.closest("a, label, summary, svg") && hit.closest("svg") === element.closest("svg") && element.closest("svg"));
    const boxes = element instanceof SVGElement
      ? [element, ...element.querySelectorAll("text, rect, path, line")].flatMap((part) => [...part.getClientRects()])
      : [...element.getClientRects()];
    return boxes.some((box) => {
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      if (right - left < 1 || bottom - top < 1) return false;
      return [0.5, 0.1, 0.9].some((x) => [0.5, 0.1, 0.9].some((y) =>
        own(document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y))));
    });
  };

  window.academyWalk = {
    /* begins at the top; gives what must be reached, and what is wrong already */
    begin() {
      if (document.activeElement) document.activeElement.blur();
      scrollTo(0, 0);
      numbers.clear();
      before.clear();
      const wrong = [];
      document.querySelectorAll("[tabindex]").forEach((one) => {
        if (one.tabIndex > 0) wrong.push("tabindex above 0: " + said(one));
      });
      places = [...document.querySelectorAll(TAKES)].filter((one) =>
        seen(one) && one.tabIndex >= 0 && !one.disabled && one.type !== "hidden");
      /* of radio buttons of one name the keyboard reaches one */
      places.forEach((one, place) => {
        numbers.set(one, place);
        before.set(one, paint(one));
      });
      const pressed = new Set([...heard].filter((one) => one.isConnected));
      document.querySelectorAll("body *").forEach((one) => {
        if (one.onclick || (getComputedStyle(one).cursor === "pointer" && getComputedStyle(one.parentElement).cursor !== "pointer")) pressed.add(one);
      });
      pressed.forEach((one) => {
        const within = one.closest(TAKES + ", label");
        if (seen(one) && !within && !one.querySelector(TAKES)) wrong.push("only for a mouse: " + said(one));
        else if (seen(one) && within && within.tabIndex < 0 && within.tagName !== "LABEL" && within.getAttribute("role") !== "option") wrong.push("only for a mouse: " + said(one));
      });
      return { count: places.length, wrong };
    },
    /* where the focus is now: its number among the places (-1 for none), and what is wrong with it */
    here() {
      const element = document.activeElement;
      if (!element || element === document.body || element === document.documentElement) return { at: -1, wrong: [] };
      /* what fades in is judged as it will be */
      element.getAnimations({ subtree: true }).forEach((one) => one.finish());
      const at = numbers.has(element) ? numbers.get(element) : -2;
      const wrong = [];
      if (!seen(element)) wrong.push("not to be seen: " + said(element));
      else if (!uncovered(element)) {
        const its = element.getBoundingClientRect();
        const over = document.elementFromPoint(its.left + its.width / 2, its.top + its.height / 2);
        const edges = [its.left, its.top, its.right, its.bottom].map(Math.round).join(" ");
        wrong.push(`covered or outside the window (${edges}; over it ${over ? said(over) : "nothing"}): ` + said(element));
      }
      const best = shown(element);
      if (best < 3) wrong.push(`focus not shown (${best.toFixed(1)} to 1): ` + said(element));
      const box = element.getBoundingClientRect();
      const part = element.closest(".la-figure, nav, header, footer, .la-contents, .la-facets, .la-results, article");
      return {
        at, wrong, name: said(element), svg: element instanceof SVGElement,
        part: part ? part.tagName + part.className : "", 
        box: [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY],
      };
    },
    missed(reached) {
      return places.filter((one, place) => !reached.includes(place) && one.isConnected).map(said);
    },
  };
})();
