const SAFE = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text) => String(text ?? "").replace(/[&<>"]/g, (one) => SAFE[one]);

export default function ({ title, description, content, menu, page }) {
  const entries = menu
    .map(({ name, title: words }) => {
      const here = page.url.startsWith(`/${name}/`) ? ' aria-current="true"' : "";
      return `<li><a href="/${name}/"${here}>${words}</a></li>`;
    })
    .join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)} - Learning Academy</title>
<meta name="description" content="${safe(description)}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<a href="/">Learning Academy</a>
<form action="/search/" role="search"><label>Search <input type="search" name="q"></label></form>
<nav><ul>${entries}</ul></nav>
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
