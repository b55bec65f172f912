"""The graphs of relations between records, and answers computed from the records."""
