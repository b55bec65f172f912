"""The model of an academy's records: the kinds, their fields, and how people see them."""
