"""Build a site from the folders of an academy."""
