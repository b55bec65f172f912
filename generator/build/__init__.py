"""The way from folders to a finished site."""
