"""Pages about the academy itself: its rules, terms, gaps, reviews and data files."""
