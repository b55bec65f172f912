"""The files that an academy gets from its engine, so that it can be built anywhere."""

from generator.starter.program_files import ENGINE_FOLDER, program_files

__all__ = ["ENGINE_FOLDER", "program_files"]
