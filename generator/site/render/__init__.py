"""Pages to HTML. The only package that uses templates, the Markdown parser and the sanitiser."""
