"""A web address with the words that people read."""

from __future__ import annotations

from typing import Annotated

from generator.model.display.field_display import FieldDisplay
from generator.model.fields.types import Line, WebAddress
from generator.model.record import Model


class WebLink(Model):
    """A link to a page on the web, such as a toolkit or a project's own pages."""

    label: Annotated[
        Line,
        FieldDisplay("Words of the link", "What will people find there?", example="The toolkit"),
    ]
    url: Annotated[
        WebAddress,
        FieldDisplay("Address", "Copy the whole address from the browser."),
    ]

    field_synonyms = {
        "label": "Link text, Title, Name",
        "url": "Link, Web address",
    }


WebLinks = tuple[WebLink, ...]
