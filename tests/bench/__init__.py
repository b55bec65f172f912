"""Academies of any size, made up from a seed, to measure the program with."""
