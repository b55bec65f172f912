"""The messages with which single values are refused, in Python and in the form."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pydantic_core import PydanticCustomError


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a value is refused, and what to do. The texts are templates for `str.format`.

    `form_message` and `form_hint` are the words for people at the form, where these differ.
    """

    code: str
    message: str
    hint: str
    form_message: str = ""
    form_hint: str = ""

    @property
    def at_form(self) -> Refusal:
        """The refusal in the words for people at the form."""
        message, hint = self.form_message or self.message, self.form_hint or self.hint
        return replace(self, message=message, hint=hint)

    def words(self, **values: object) -> tuple[str, str]:
        """Return the message and the hint with `values` filled in."""
        return self.message.format(**values), self.hint.format(**values)

    def error(
        self,
        better_hint: str = "",
        *,
        offset: int | None = None,
        field: str | None = None,
        **values: object,
    ) -> PydanticCustomError:
        """Return the error for a validator to raise; `better_hint` replaces the hint.

        `offset`: the character of the text that the error is about; None for the whole value.
        `field`: the field that the error is about, if the validator is that of a whole model.
        """
        message, hint = self.words(**values)
        return refuse(self.code, message, better_hint or hint, offset, field)


def refuse(
    code: str, message: str, hint: str, offset: int | None = None, field: str | None = None
) -> PydanticCustomError:
    """Return an error for a validator to raise, with a message that people see as it is."""
    # pydantic formats the template, so the message is a value: braces in it are not fields.
    values = {"message": message, "hint": hint, "is": code, "offset": offset, "field": field}
    return PydanticCustomError("plain", "{message}", values)


_DATE_EXAMPLES = (
    "2020, March 2020, 31 March 2020, 2019/20, 2019/20 Q3, spring 2020, about 2015 or 2017 to 2019."
)
DATE_HELP = f"For example {_DATE_EXAMPLES}"
_DATE_HINT = f"Write it like {_DATE_EXAMPLES}"
_TOO_LONG = "The text has {length:,} characters; the most here is {most:,}."

REFUSALS = {
    "hidden": Refusal(
        "F105",
        "There is a hidden character here: {name}.",
        "Delete it and type the text around it again.",
        form_message="There is a hidden character in “{word}”.",
        form_hint="Delete this word and type it again.",
    ),
    "missing": Refusal(
        "M201",
        "“{name}” is missing.",
        "Add “{name}: …”. {help}",
        form_message="{verb} “{label}”.",
        form_hint="{help}",
    ),
    "id_length": Refusal(
        "M210",
        "The id is longer than {most:,} characters.",
        "Use fewer words.",
        form_message="The name is longer than {most:,} characters.",
    ),
    "id": Refusal(
        "M210",
        "“{text}” is not an id: small letters, digits and single hyphens only.",
        "Write it like “{near}”.",
        form_message="“{text}” is not a short name: small letters, digits and single hyphens only.",
    ),
    "id_several": Refusal(
        "M210",
        "“{text}” is not an id, and reads as several names.",
        "Write one id: {choice}. In a list, put each on a line of its own. If it is one name, "
        "write it like “{near}”.",
    ),
    "id_from_title": Refusal(
        "M243",
        "The title “{text}” has too few Latin letters to make an id from.",
        "Give a short name in small Latin letters, such as home-care-trial{where}.",
    ),
    "id_reserved": Refusal(
        "M210",
        "“{text}” is kept for the system and cannot be an id.",
        "Add a word to it.",
        form_message="The system keeps the name “{text}” for itself.",
    ),
    "empty": Refusal("M211", "The text is empty.", "Write it, or delete the line."),
    "line_length": Refusal(
        "M212",
        _TOO_LONG,
        "Shorten it, and put the detail in a longer field.",
        form_hint="Shorten it, and put the detail in a longer answer.",
    ),
    "text_length": Refusal("M212", _TOO_LONG, "Shorten it, or link to it as a resource."),
    "columns": Refusal(
        "M218",
        "A line has more than {most:,} upright strokes (“|”).",
        "A table has at most {columns} columns.",
    ),
    "brackets": Refusal(
        "M219",
        "The text has more than {most:,} opening brackets (“[”).",
        "Write it as several records, or without them.",
    ),
    "date": Refusal("M213", "“{text}” is not a date.", _DATE_HINT),
    "date_unreal": Refusal(
        "M213", "“{text}” is not a day that exists.", "Check the day and the month."
    ),
    "date_far": Refusal(
        "M213",
        "“{text}” is not between the years {first} and {last}.",
        "Correct the year. If you do not know the date, leave it out.",
    ),
    "date_readings": Refusal(
        "M213",
        "“{text}” can mean two dates.",
        "Do you mean {first} or {second}? Write the one that you mean.",
    ),
    "date_short": Refusal(
        "M213", "“{text}” does not give the whole year.", "Write all four digits, such as 2020."
    ),
    "date_no_year": Refusal("M213", "“{text}” has no year.", "Add the year, such as 2020."),
    "date_vague": Refusal(
        "M213",
        "“{text}” does not say which months.",
        "Write a season (spring 2020), a quarter (2020 Q2) or the year.",
    ),
    "date_backwards": Refusal(
        "M213", "“{text}” ends before it starts.", "Write the earlier date first."
    ),
    "date_doubt": Refusal(
        "C350",
        "“{text}” is read as {words}.",
        "If you mean the financial year, write {financial}. If you do not, write {words}.",
    ),
    "number": Refusal(
        "M214",
        "“{text}” is not a number.",
        "Write digits only: 24, 3.5 or -4. The unit has a field of its own; no commas, no £.",
        form_hint="Write only digits, such as 24, 3.5 or -4, without commas and signs. The unit is "
        "a question of its own.",
    ),
    "decimals": Refusal(
        "M214",
        "“{text}” has more decimal places than a record takes.",
        "Round it to {most} decimal places: {rounded}.",
    ),
    "degrees": Refusal(
        "M240",
        "“{text}” is not a {name}: it must be from -{most} to {most}.",
        "Is the decimal point in the right place? Copy the {name} in degrees from a map.",
    ),
    "code": Refusal(
        "C382",
        "“{text}” is not {name} code: {words}.",
        "Correct it, or change the scheme. A code looks like {example}.",
    ),
    "repeated": Refusal("C383", "“{text}” is in this list twice.", "Delete this one."),
    "ambiguous": Refusal(
        "M241", "{count} records are called “{text}”.", "Which one? Write {choice}."
    ),
    "several": Refusal(
        "M242", "“{text}” is {count} names: {names}.", "Give one. This answer takes one record."
    ),
    "whole": Refusal("M215", "“{text}” is not a whole number.", "Write digits only, such as 25."),
    "yes_no": Refusal("M216", "“{text}” is neither yes nor no.", "Write yes or no."),
    "p_value": Refusal(
        "M224",
        "“{text}” is not a p-value.",
        "Write a number from 0 to 1, such as 0.04, or a bound, such as <0.001.",
    ),
    "web": Refusal(
        "M217",
        "“{text}” is not a web address.",
        "Copy the whole address from the browser, starting with https://.",
    ),
    "none_filled": Refusal(
        "M201",
        "{names} is missing.",
        "Fill in one of them.",
        form_message="Fill in {names}.",
        form_hint="One of them is enough.",
    ),
    "several_filled": Refusal(
        "M225",
        "{names} cannot both be filled in.",
        "Keep the one that is right and delete the rest.",
    ),
    "picture_file": Refusal(
        "M240",
        "“{text}” is not the path of a picture.",
        "Put a PNG, JPEG or WebP file into the folder media, and write media/ and its name, such "
        "as media/team.jpg.",
    ),
    "document_file": Refusal(
        "M241",
        "“{text}” is not the path of a document.",
        "Put a PDF, office document, CSV or TXT file into the folder media, and write media/ and "
        "its name, such as media/report.pdf.",
    ),
    "prose_picture": Refusal(
        "C360",
        "This picture cannot be shown: “{text}”.",
        "Write “![What it shows](media/name.jpg)”, with the file in the folder media.",
    ),
    "prose_alt": Refusal(
        "C371",
        "This picture has no words for people who cannot see it.",
        "Say between the square brackets what it shows.",
    ),
    "prose_html": Refusal(
        "C361",
        "HTML is not read in text: “{text}”.",
        "Use Markdown: **bold**, *italic*, - lists. For the sign itself, write “\\<”.",
    ),
    "no_items": Refusal("M209", "The list is empty.", "Write at least one."),
}
