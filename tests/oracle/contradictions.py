"""Sentences of pages that say more than the records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tests.oracle import rules
from tests.oracle.answers import Oracle
from tests.oracle.claims import CLAIMS, Mentions

Pages = Mapping[str, tuple[str, ...]]

# labels that say whom or what a value is about, whatever became of it
_LABELS = re.compile(r"^(Adopter\b.*|.*: areas that have it in practice)$")
# what stands below a heading that has nothing to show
_NOTHING_AS = "Nothing recorded as: "
_NOTHING = {"None recorded", "None yet", "None stated", "Nobody yet", "Nowhere yet"}


@dataclass(frozen=True)
class Contradiction:
    """A sentence that the records do not bear out."""

    claim: str
    page: str
    sentence: str


def contradictions(
    oracle: Oracle, pages: Pages, general: frozenset[str]
) -> Iterator[Contradiction]:
    """Every sentence that says more than the records; `general` ones speak of no record."""
    names = _Names(oracle)
    for page, sentences in pages.items():
        claiming = set(_claiming(sentences)) - general
        for sentence in sorted(claiming):
            mentions = names.in_sentence(page, sentence)
            if page.startswith("gaps/") and not mentions.areas | mentions.practices:
                continue  # the rule of a gap, which speaks of no record
            for claim in CLAIMS:
                if claim.is_made(sentence) and not claim.holds(oracle, mentions):
                    yield Contradiction(claim.name, page, sentence)


def _claiming(sentences: tuple[str, ...]) -> Iterator[str]:
    """The sentences that say that something happened."""
    for sentence, following in zip(sentences, (*sentences[1:], ""), strict=True):
        if (
            any(claim.is_made(sentence) for claim in CLAIMS)
            and not _LABELS.search(sentence)
            and not sentence.startswith(_NOTHING_AS)
            and following not in _NOTHING
            and not _is_fragment(sentence, sentences)
        ):
            yield sentence


def _is_fragment(sentence: str, sentences: tuple[str, ...]) -> bool:
    """A line of a longer sentence, as pictures break it; the whole is judged where it stands."""
    if not (sentence[:1].islower() or sentence.endswith("…")):
        return False
    part = sentence.removesuffix("…")
    return any(part in other and other != sentence for other in sentences)


def missing_reasons(oracle: Oracle, pages: Pages, reason: str) -> Iterator[str]:
    """Pages of areas that halted something and do not say why; `reason` is that of every halt."""
    for adoption in oracle.academy.adoptions.values():
        if adoption["status"] in rules.HALTED:
            for area in sorted(oracle.academy.adopters(adoption)):
                for page in (f"areas/{area}.html", f"boards/{area}.html"):
                    if not any(reason in sentence for sentence in pages[page]):
                        yield page


class _Names:
    """Which records a sentence names."""

    def __init__(self, oracle: Oracle) -> None:
        self.academy = oracle.academy

    def in_sentence(self, page: str, sentence: str) -> Mentions:
        named = re.findall(r"[A-Za-z]+", sentence)
        subject = page.rpartition("/")[2].removesuffix(".html")
        mentions = self._named(named)
        if "practice not named" in sentence:
            mentions = replace(mentions, practices=frozenset())
        speaks_of_subject = subject in self.academy.areas and not mentions.practices
        if speaks_of_subject or mentions == self._named([]):
            return self._named([*named, subject])
        return mentions

    def _named(self, words: list[str]) -> Mentions:
        ids = {word.lower() for word in words}
        return Mentions(
            frozenset(ids & self.academy.areas.keys()),
            frozenset(ids & self.academy.practices.keys()),
            frozenset(ids & self.academy.prototypes.keys()),
        )


def general_sentences(pages: Pages) -> frozenset[str]:
    """What the pages say that are not about one record, in an academy without anything tried."""
    about_one = ("areas/", "boards/", "practices/", "prototypes/", "adoptions/", "barriers/")
    return frozenset(
        sentence
        for page, sentences in pages.items()
        for sentence in sentences
        if not page.startswith(about_one) or page.endswith("/index.html")
    )


def without_work(files: Mapping[str, str]) -> dict[str, str]:
    """The same areas, practices and outcomes, and nothing that anyone did or plans."""
    work = ("prototypes/", "registry/adoptions/", "registry/barriers/")
    return {path: text for path, text in files.items() if not path.startswith(work)}
