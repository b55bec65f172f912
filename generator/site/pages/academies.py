"""Academies: who this academy follows, which state of each, and what each adds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.diagnostics import join_words
from generator.english import counted
from generator.federation import same_as_proposals
from generator.model.fields.full_names import academy_of
from generator.model.followed_academy import FollowedAcademy
from generator.model.kinds import KINDS
from generator.model.kinds.measure import Measure
from generator.model.public_key import parse_key
from generator.site.parts.answer_page import answer_page
from generator.site.parts.blocks import Block, BulletList, SummaryList, SummaryRow, TextBlock
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink, MarkdownText, Text
from generator.site.parts.limits import MAX_LINKS, limit_items
from generator.site.parts.navigation import ABOUT
from generator.site.parts.origins import licence_sentence
from generator.site.parts.page import Layout, Page, PageFamily, PageSection

LAYOUT = Layout("academies/index.html", ABOUT, "Academies")
_NOUNS = {"resource": ("learning resource", "learning resources")}
_NONE = "This academy follows no other academy yet."


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the page."""
    academies = site.catalogue.academies
    summary = _NONE
    if academies:
        names = join_words((academy.name for academy in academies), last="and", most=20)
        summary = (
            f"This academy follows {names}. What they know is shown beside what this academy "
            "knows, and says where it comes from."
        )
    yield answer_page(LAYOUT, summary, tuple(_sections(site)))


def _sections(site: SiteContent) -> Iterator[PageSection]:
    counts = Counter(
        (academy_of(record.id), record.kind) for record in site.catalogue.records.values()
    )
    for academy in site.catalogue.academies:
        blocks: tuple[Block, ...] = (_facts(academy, counts), *_joins(site, academy))
        yield PageSection(academy.id, academy.name, blocks)
    if proposals := same_as_proposals(site.catalogue):
        sentences = tuple((Text(proposal.sentence(site.catalogue)),) for proposal in proposals)
        shown, more = limit_items(sentences)
        listed = BulletList("", tuple(shown), more=more)
        yield PageSection("same", "What may be the same", (listed,))
    yield PageSection("how", "Follow an academy", (TextBlock("", MarkdownText(_HOW)),))
    yield PageSection("own", "Be followed", (TextBlock("", MarkdownText(_own(site))),))


def _facts(academy: FollowedAcademy, counts: Counter[tuple[str, str]]) -> SummaryList:
    adds = [
        counted(number, *_NOUNS.get(kind.name, (kind.label.lower(), kind.labels.lower())))
        for kind in KINDS
        if (number := counts[academy.id, kind.name])
    ]
    address = f"find/index.html?academy={academy.id}"
    rows = (
        SummaryRow("Newest record", (Text(academy.day_in_words or "not dated"),)),
        SummaryRow("It adds", (Text(join_words(adds, last="and", most=20) or "nothing"),)),
        SummaryRow("Licence", (Text(licence_sentence(academy)),)),
        SummaryRow("Signature", (Text(_signature(academy)),)),
        SummaryRow("See all", (InternalLink("Find its records", address),)),
    )
    return SummaryList(rows)


def _signature(academy: FollowedAcademy) -> str:
    if not academy.key:
        return "Not signed"
    return f"Signed with the key {parse_key(academy.key).fingerprint}"


def _joins(site: SiteContent, academy: FollowedAcademy) -> Iterator[BulletList]:
    """Yield the records that an academy describes, and that another one describes too."""
    links = tuple(
        (site.link(record_id),)
        for record_id, statements in sorted(site.catalogue.joined.items())
        if academy.id in map(academy_of, (statement.id for statement in statements))
        and not isinstance(statements[0], Measure)
    )
    if links:
        label = "Also described elsewhere, and counted once"
        shown, more = limit_items(links, MAX_LINKS)
        yield BulletList(label, tuple(shown), more=more)


_HOW = """\
Ask the other academy for its bundle, the file that `python start.py bundle` makes, or for its
export. Then run

```
python start.py follow their-academy.zip
```

The file is checked before anything in it is read. Nothing in your own records changes. Run it again
with a newer file to bring it up to date. To stop following, run `python start.py unfollow` with the
short name of the academy.
"""


def _own(site: SiteContent) -> str:
    name = site.identity.id
    return (
        f"Other academies know this one as `{name}`. A record of theirs names one of yours by its "
        f"full name: `{name}/`, and then the record ID at the end of its page."
    )


FAMILY = PageFamily((LAYOUT,), pages)
