"""What an academy keeps beside its records: pictures, read and made small for pages.

Files come from anybody, so each is refused unless it is surely what its name says. Only this room
knows the libraries that read them.
"""
