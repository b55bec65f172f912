"""The page of each record, the list of each kind, and redirects from earlier ids."""
