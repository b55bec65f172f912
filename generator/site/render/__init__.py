"""Pages to HTML: the only owner of the templates, of the Markdown parser and of the sanitiser."""
