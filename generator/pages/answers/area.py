"""An area: what is in use, what could be taken up and with whose help, what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insights.assurance import assurance
from generator.insights.evidence import rank
from generator.insights.gaps import Gap, buddies, buddies_for, gaps
from generator.insights.index import by
from generator.insights.learning import network
from generator.kinds.adoption import STATUSES
from generator.kinds.area import Area
from generator.kinds.barrier import STATUSES as BARRIER_STATUSES
from generator.kinds.measure import EVIDENCE_LEVELS
from generator.pages.amounts import FEW_NAMED, MOST_CARDS, cut
from generator.pages.answer import chip, counted, link, links, row, sentence, several
from generator.pages.answers.base import Answers
from generator.pages.blocks import card
from generator.pages.model import Block, Cards, Fact, Fold, Note, Pieces, Row, Table, To, Words
from generator.pages.site import Site

# what could be taken up is the question that most come with
_MOST_GAPS = 30


def report_url(area: str) -> str:
    """Where the board report of an area stands."""
    return f"boards/{area}.html"


def answers(site: Site, area: Area) -> Answers:
    """What the academy knows of an area."""
    found = assurance(site.index)[area.id]
    learners = dict.fromkeys(one.adopter for one in network(site.index).by_whom(area.id))
    teachers = dict.fromkeys(one.source for one in network(site.index).from_whom(area.id))
    facts = (
        Fact("In practice here", counted(len(found.here), "prototype", "prototypes")),
        Fact("Learns from", links(site, teachers, "Nobody yet", FEW_NAMED)),
        Fact("Who learns from it", links(site, learners, "Nobody yet", FEW_NAMED)),
    )
    blocks = {
        "gaps": tuple(_gaps(site, area.id)),
        "here": tuple(_wider(site, area)),
        "planned": tuple(_buddies(site, area.id)),
        "barriers": tuple(_barriers(site, area.id)),
    }
    report = To(f"Board report for {area.title}", report_url(area.id))
    return Answers(facts, blocks, (report,))


def _gaps(site: Site, area: str) -> Iterator[Block]:
    found = gaps(site.index).get(area, ())
    strong = [gap for gap in found if rank(gap.level) >= rank("data")]
    weak = [gap for gap in found if rank(gap.level) < rank("data")]
    if not found:
        return
    planned = sum(bool(gap.adoptions) for gap in strong)
    text = (
        f"{sentence(several(len(strong), 'practice has', 'practices have'))} figures to show "
        f"for it elsewhere and {'is' if len(strong) == 1 else 'are'} not known to be in use here. "
        f"{planned} of them {'is' if planned == 1 else 'are'} planned."
    )
    yield Note(text)
    if strong:
        yield gap_table(site, "Practices with figures behind them", strong)
    if weak:
        label = f"{len(weak)} more rest on the account of those involved"
        yield Fold(label, (gap_table(site, "Practices with an account behind them", weak),))


def gap_table(site: Site, name: str, found: list[Gap]) -> Table:
    """Gaps with their evidence, the plans for them and who could help."""
    shown, more = cut(found, _MOST_GAPS)
    rows = tuple(_gap(site, gap) for gap in shown)
    columns = ("Practice", "Evidence", "Plans here", "Who can help")
    return Table("", columns, rows, more=more, name=name)


def _gap(site: Site, gap: Gap) -> Row:
    plans: Pieces = tuple(_plan(site, one) for one in gap.adoptions) or (Words("None stated"),)
    if gap.unknown:
        plans = (*plans, Words(f"May be in use: {gap.unnamed} areas nearby are not named"))
    return row(
        link(site, gap.practice),
        chip(EVIDENCE_LEVELS, gap.level),
        plans,
        links(site, buddies_for(site.index, gap.practice, gap.area), "None yet", FEW_NAMED),
    )


def _plan(site: Site, adoption: str) -> To:
    """A link to a plan that says how far it has come: its whole title would only say it again."""
    return To(STATUSES.label(site.index.adoption(adoption).status), site.to(adoption).url)


def _wider(site: Site, area: Area) -> Iterator[Block]:
    own = [
        one
        for one in assurance(site.index)[area.id].here
        if area.id not in site.index.ids(site.index.prototype(one).areas)
    ]
    if own:
        shown, more = cut(own, MOST_CARDS)
        cards = tuple(card(site, site.catalogue.records[one]) for one in shown)
        yield Cards("In the wider areas it belongs to", cards, more)


def _buddies(site: Site, area: str) -> Iterator[Block]:
    found, more = cut(by(site.index, buddies, "area").get(area, ()))
    rows = tuple(
        row(
            link(site, one.practice),
            link(site, one.adoption),
            links(site, one.buddies, "None yet", FEW_NAMED),
        )
        for one in found
    )
    if rows:
        columns = ("Planned practice", "The plan", "Buddies: areas that have it in practice")
        yield Table("", columns, rows, more=more, name="Buddies for what is planned")


def _barriers(site: Site, area: str) -> Iterator[Block]:
    """The barriers that stand here, nearby or around, that somebody else has worked through."""
    rows = []
    for one in assurance(site.index)[area].blocked:
        if one.answers:
            practices = dict.fromkeys(p for met in one.answers for p in met.practices)
            rows.append(
                row(
                    link(site, one.barrier),
                    chip(BARRIER_STATUSES, one.here.status),
                    links(site, practices, most=FEW_NAMED),
                    links(site, dict.fromkeys(met.area for met in one.answers), most=FEW_NAMED),
                )
            )
    if rows:
        columns = ("Barrier", "Here", "Answered by", "Where")
        label = "Barriers that others have worked through"
        shown, more = cut(rows)
        yield Table(label, columns, tuple(shown), more=more)
