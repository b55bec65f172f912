"""From files to a catalogue of typed records, and back: read, migrate, rename."""
