"""The files that an academy gets from its engine, so that it can be built anywhere."""

from generator.starter.carried_list import carried_program_files, is_sound_list
from generator.starter.default_pages import (
    PAGES_FOLDER,
    AcademyWords,
    default_page,
    menu_with_default_pages,
    missing_pages,
    with_words,
)
from generator.starter.delivered import (
    DELIVERED,
    Delivered,
    DeliveredError,
    delivered_text,
    read_delivered,
)
from generator.starter.engine_files import HOSTS, HostName, engine_files
from generator.starter.new_academy import NewAcademy, new_academy_files
from generator.starter.program_files import ENGINE_FOLDER, START_IN_WHEEL
from generator.starter.upgrade_plan import Action, FileChange, plan_upgrade

__all__ = [
    "DELIVERED",
    "ENGINE_FOLDER",
    "HOSTS",
    "PAGES_FOLDER",
    "START_IN_WHEEL",
    "AcademyWords",
    "Action",
    "Delivered",
    "DeliveredError",
    "FileChange",
    "HostName",
    "NewAcademy",
    "carried_program_files",
    "default_page",
    "delivered_text",
    "engine_files",
    "is_sound_list",
    "menu_with_default_pages",
    "missing_pages",
    "new_academy_files",
    "plan_upgrade",
    "read_delivered",
    "with_words",
]
