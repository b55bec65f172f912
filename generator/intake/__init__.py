"""What people hand in, turned into records: spreadsheets and blank files."""
