"""Figures: what is drawn is what the table says, and what the records say."""
