"""How people see a field: its label, its allowed words, and the question that asks for it."""
