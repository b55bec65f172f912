"""Tests of the Markdown of records."""
