"""Pages to HTML. The only package that uses templates and the sanitiser."""
