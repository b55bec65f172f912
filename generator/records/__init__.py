"""Read files into a catalogue of typed records; write, migrate and rename records."""
