"""Hostile input: attacks on every field, shown to stay text in a real browser."""
