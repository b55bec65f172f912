"""The graph of who adopted what, and the answers that follow from the records."""
