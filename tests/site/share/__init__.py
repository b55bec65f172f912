"""Tests of the ways in which people write records down."""
