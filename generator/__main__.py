"""`python -m generator` is the command `academy`."""

from generator.cli import main

main()
