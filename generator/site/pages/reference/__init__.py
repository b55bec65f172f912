"""Pages about the academy itself: its rules, terms, gaps, review dates and data files."""
