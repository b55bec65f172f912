"""Tests of the search index and of how well it answers."""
