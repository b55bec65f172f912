"""Personal data is found, wherever it stands, and what only looks like it is let be."""
