"""The page of each record, the lists of each kind, and redirects from earlier ids."""
