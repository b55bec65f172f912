import base, { safe } from "./base.11ty.mjs";

const SITE = "https://academy.example";
const MOST = 20;
const menus = new Map();
const cards = new Map();

function nav(menu, url) {
  const here = url.split("/")[1];
  if (!menus.has(here)) menus.set(here, menuAt(menu, here));
  return menus.get(here);
}

function menuAt(menu, here) {
  const link = ({ url, title }, more = "") => `<a href="${safe(url)}"${more}>${safe(title)}</a>`;
  const kinds = menu.map((kind) => {
    const inside = kind.entries.map((entry) => `<li>${link(entry)}</li>`).join("");
    const current = kind.name === here ? ' aria-current="true"' : "";
    return `<li>${link(kind, current)}${inside && `<ul>${inside}</ul>`}</li>`;
  });
  return kinds.join("");
}

const labels = (words) => words.map((one) => `<span class="label">${safe(one)}</span>`).join("");

function card({ url, data }) {
  if (!cards.has(url)) {
    const summary = data.description && `<p>${safe(data.description)}</p>`;
    const link = `<a href="${url}">${safe(data.title)}</a>`;
    cards.set(url, `<li class="card">${link}${summary}${labels(data.labels)}</li>`);
  }
  return cards.get(url);
}

function list(title, items) {
  if (!items.length) return "";
  const more = items.length > MOST ? `<p>And ${items.length - MOST} more.</p>` : "";
  const shown = items.slice(0, MOST).map(card).join("");
  return `<section data-pagefind-ignore><h2>${title}</h2><ul class="cards">${shown}</ul>${more}</section>`;
}

function linkedData({ title, description, labels: keywords, schema, page }, named) {
  const values = {
    "@context": "https://schema.org",
    "@type": schema,
    "@id": SITE + page.url,
    name: title,
    description,
    keywords,
    mentions: named.slice(0, MOST).map((item) => ({ "@id": SITE + item.url, name: item.data.title })),
  };
  const text = JSON.stringify(values).replaceAll("<", "\\u003c");
  return `<script type="application/ld+json">${text}</script>\n`;
}

export default function (data) {
  const { title, description, page } = data;
  const frame = { title, description, page, nav: nav(data.menu, page.url) };
  if (!data.record) return base({ ...frame, content: data.content });
  const { pages, namers } = data.collections.relations;
  const named = data.links.map((path) => pages.get(path)).filter(Boolean);
  const marks = data.labels.map(
    (one) => `<span class="label" data-pagefind-filter="label">${safe(one)}</span>`,
  );
  const content = `${marks.join("")}
${data.content}
${list("Names", named)}${list("Named by", namers.get(page.filePathStem) ?? [])}
<p><a href="index.json">This record as data</a></p>`;
  return base({ ...frame, content, head: linkedData(data, named) });
}
