const SAFE = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const safe = (text) => String(text ?? "").replace(/[&<>"]/g, (one) => SAFE[one]);

const entries = (menu, url) =>
  menu
    .map(({ name, title: words }) => {
      const here = url.startsWith(`/${name}/`) ? ' aria-current="true"' : "";
      return `<li><a href="/${name}/"${here}>${words}</a></li>`;
    })
    .join("");

export default function (data) {
  const { title, description, content, menu, page, head = "" } = data;
  const nav = data.nav ?? entries(menu, page.url);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)} - Learning Academy</title>
<meta name="description" content="${safe(description)}">
<link rel="stylesheet" href="/style.css">
${head}</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<a href="/">Learning Academy</a>
<form action="/search/" role="search"><label>Search <input type="search" name="q"></label></form>
<nav><ul>${nav}</ul></nav>
</header>
<main id="content" data-pagefind-body>
<h1>${safe(title)}</h1>
<p class="summary">${safe(description)}</p>
${content}
</main>
<footer><p>Text and data under the Open Government Licence v3.0.</p></footer>
</body>
</html>
`;
}
