"""The page of each record, and the list of each kind."""
