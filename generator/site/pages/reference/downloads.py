"""The data files of the academy: what each is for, and how to use it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.analysis.insights.dates import newest_date
from generator.english import counted
from generator.exports import EXPORTS, AcademyEdition, DataFile, Export, site_data_files
from generator.exports.export import UsageExample
from generator.model.licences import Licence
from generator.site.parts.answer_page import answer_page
from generator.site.parts.blocks import (
    Block,
    BulletList,
    Callout,
    CodeBlock,
    Details,
    NumberedList,
    TextBlock,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink, MarkdownText, Text
from generator.site.parts.navigation import ABOUT
from generator.site.parts.page import (
    FileAddress,
    Layout,
    Page,
    PageFamily,
    PageSection,
    PropertyValue,
    StructuredData,
)
from generator.site_paths import DATA_FOLDER

DATA = Layout(
    f"{DATA_FOLDER}index.html",
    ABOUT,
    "Download the data",
    "Can I use the data?",
    also_asked=("Spreadsheet", "Excel", "Export"),
)
_MAKE = "academy export --only"
_MAX_FILES = 14  # More files than this are listed in an element that opens with a click.


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the page."""
    edition = AcademyEdition(site.index, site.name, site.about, identity=site.identity)
    records = counted(len(site.catalogue.records), "record", "records")
    summary = (
        f"All {records} and every relation between them, as files for a spreadsheet, for "
        f"statistics and for programs. {_terms_of_use(site.identity.data_licence)}"
    )
    parts = (_which(edition), *(_part(edition, export) for export in EXPORTS))
    page = answer_page(DATA, summary, parts)
    yield replace(page, structured_data=_dataset(site, edition, summary))


def _terms_of_use(licence: Licence | None) -> str:
    if licence is None:
        return "Nobody has stated a licence for them, so ask this academy before you use them."
    return f"They are under {licence.in_a_sentence}. {licence.allowed('them', many=True)}"


def _dataset(site: SiteContent, edition: AcademyEdition, summary: str) -> StructuredData:
    """Return the data as schema.org describes a data set, which data set searches read."""
    newest, licence = newest_date(site.index), site.identity.data_licence
    # the files that the page shows at once; two of them hold everything
    files = (file for export in EXPORTS for file in _listed_files(edition, export)[:_MAX_FILES])
    properties: dict[str, tuple[PropertyValue, ...]] = {
        "url": (FileAddress(DATA.url),),
        "license": (licence.url,) if licence else (),
        "isAccessibleForFree": (True,),
        "creator": (StructuredData("Organization", site.name, site.about),),
        "dateModified": (newest.isoformat(),) if newest > date.min else (),
        "distribution": tuple(map(_distribution, files)),
    }
    stated = tuple((name, values) for name, values in properties.items() if values)
    return StructuredData("Dataset", f"{site.name}: data", summary, stated)


def _distribution(file: DataFile) -> StructuredData:
    properties = (
        ("encodingFormat", (file.media_type,)),
        ("contentUrl", (FileAddress(file.url),)),
    )
    return StructuredData("DataDownload", file.title, properties=properties)


def _which(edition: AcademyEdition) -> PageSection:
    """Return a section that helps to choose a format by purpose."""
    choices = []
    for export in EXPORTS:
        none = "" if _listed_files(edition, export) else _absence(edition, export)[0]
        link = InternalLink(export.title, f"{DATA.url}#{export.name}", none)
        choices.append((Text(f"{export.purpose}:"), link))
    how = Callout(
        "You can run the programs on this page in the folder “data” of a copy of this site. You "
        "need Python 3.11 or later. The programs that use the network of records also need the "
        "library networkx."
    )
    return PageSection("which", "Which one do I need?", (BulletList("", tuple(choices)), how))


def _part(edition: AcademyEdition, export: Export) -> PageSection:
    files = _listed_files(edition, export)
    blocks: list[Block] = [TextBlock("", MarkdownText(export.about))]
    if not files:
        return PageSection(export.name, export.title, (*blocks, _absence(edition, export)[1]))
    blocks.append(BulletList("Files", tuple((_to(file),) for file in files[:_MAX_FILES])))
    if rest := files[_MAX_FILES:]:
        more = BulletList("", tuple((_to(file),) for file in rest))
        blocks.append(Details(f"{len(rest)} more files", (more,)))
    return PageSection(export.name, export.title, (*blocks, *map(_example, export.examples)))


def _absence(edition: AcademyEdition, export: Export) -> tuple[str, Block]:
    """Return why this site has no file of an export: in two words, and as a block."""
    if any(True for _ in export.files(edition)):
        how = f"They are not on this site. With its records, make them: `{_MAKE} {export.name}`."
        return "on request", TextBlock("", MarkdownText(how))
    return "none yet", Callout(export.none)


def _listed_files(edition: AcademyEdition, export: Export) -> tuple[DataFile, ...]:
    return tuple(file for file in site_data_files(edition, [export]) if file.title)


def _to(file: DataFile) -> InternalLink:
    return InternalLink(file.title, file.url, file.url.removeprefix(DATA_FOLDER))


def _example(example: UsageExample) -> NumberedList | CodeBlock:
    if example.kind == "steps":
        return NumberedList(example.title, tuple((Text(line),) for line in example.lines))
    label = f"In Python: {example.title[:1].lower()}{example.title[1:]}"
    return CodeBlock(label, "\n".join(example.lines), f"Program: {label}")


FAMILY = PageFamily((DATA,), pages)
