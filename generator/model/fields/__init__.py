"""What a field is: its type, its limits, and the record that it names."""
