"""What people see: parts of pages, pages, figures, search, the form, and their HTML."""
