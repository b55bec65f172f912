"""Plan to follow an academy, to bring it up to date, or to follow it no longer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.build.examine import examine
from generator.build.repeated_build import kept_reads
from generator.diagnostics import Diagnostic, errors, join_words
from generator.english import counted
from generator.federation import (
    Snapshot,
    connected_academies,
    read_snapshots,
    same_as_proposals,
    snapshot_files,
    with_followed,
)
from generator.model.fields.full_names import academy_of
from generator.model.fields.media import MEDIA_FOLDER
from generator.model.followed_academy import ACADEMIES_FOLDER, FollowedAcademy
from generator.receive.academy_files import changed_copy
from generator.receive.follow_error import FollowError
from generator.receive.their_academy import TheirAcademy
from generator.receive.their_state import read_their_state
from generator.records.catalogue import Catalogue, read_catalogue
from generator.records.settings import read_identity

Files = Mapping[str, bytes | None]


@dataclass(frozen=True, slots=True)
class FollowPlan:
    """The files to write, None for one to delete, and what that means in words."""

    academy: FollowedAcademy
    files: Files
    words: tuple[str, ...]


def plan_follow(
    root: Path, theirs: TheirAcademy, *, is_new_key: bool = False, with_media: bool = True
) -> FollowPlan:
    """Return what following another academy writes into the academy at `root`.

    With `is_new_key`, the key of `theirs` takes the place of the one that is known. Without
    `with_media`, its pictures and documents stay there. Raises FollowError. Nothing is written.
    """
    if not is_new_key:
        _check_key(root, theirs)
    state = read_their_state(root, theirs, with_media=with_media)
    academy = state.academy
    if academy.id == read_identity(root).id:
        raise FollowError(
            f"“{academy.name}” has the short name of this academy, “{academy.id}”. To take in what "
            "changed in a copy of this academy, use “academy send” there, “academy receive” here."
        )
    before = _snapshot(root, academy.id)
    if before is not None and before.academy.name != academy.name:
        raise FollowError(
            f"You follow another academy as “{academy.id}”: {before.academy.name}. If it has a new "
            f"name, run “academy unfollow {academy.id}” first."
        )
    new = snapshot_files(academy, state.currency, state.contents)
    files = _without_same(root, _present(root, academy.id) | new)
    connected = connected_academies(root, read_identity(root).id, academy.id, state.contents)
    catalogue, after = _in_a_copy(root, files, connected)
    media = _media(state.contents, before)
    words = (*_changes(catalogue, after, academy, before, media), *_proposals(after, academy))
    return FollowPlan(academy, files, words)


def plan_unfollow(root: Path, academy_id: str) -> FollowPlan:
    """Return what removes every trace of a followed academy. Raises FollowError."""
    snapshot = _snapshot(root, academy_id)
    files = _present(root, academy_id)
    if not files:
        followed = [known.academy.id for known in read_snapshots(root)[0]]
        names = f"You follow {join_words(followed, last='and', most=20)}." if followed else ""
        raise FollowError(
            f"You follow no academy with the short name “{academy_id}”. {names}".rstrip()
        )
    academy = snapshot.academy if snapshot else FollowedAcademy(academy_id, academy_id)
    _in_a_copy(root, files, connected_academies(root, read_identity(root).id, academy_id, {}))
    return FollowPlan(academy, files, (f"No longer follows {academy.name}.",))


def _check_key(root: Path, theirs: TheirAcademy) -> None:
    """Raise FollowError for an academy that is followed by another key than it is signed with."""
    before = _snapshot(root, read_identity(theirs.folder).id)
    if before is not None and before.academy.key not in ("", theirs.key):
        raise FollowError(
            f"You follow {before.academy.name} by its key, and this is not signed with it. Ask for "
            "a bundle that is. Nothing was followed."
        )


def _snapshot(root: Path, academy_id: str) -> Snapshot | None:
    return next(iter(read_snapshots(root, {academy_id})[0]), None)


def _present(root: Path, academy_id: str) -> dict[str, bytes | None]:
    """Return the files of a snapshot, each to be deleted."""
    folder = root / ACADEMIES_FOLDER / academy_id
    there = sorted(folder.rglob("*")) if folder.is_dir() and not folder.is_symlink() else []
    paths = (path for path in there if path.is_symlink() or path.is_file())
    return {path.relative_to(root).as_posix(): None for path in paths}


def _without_same(root: Path, files: Files) -> Files:
    """Return the files that differ from what is there."""
    return {
        path: content
        for path, content in files.items()
        if content is None or not (root / path).is_file() or (root / path).read_bytes() != content
    }


def _in_a_copy(root: Path, files: Files, connected: Collection[str]) -> tuple[Catalogue, Catalogue]:
    """Return the catalogue now, and with these files. Raises FollowError for new errors.

    Of followed academies, only those that are connected are read.
    """
    memory = kept_reads(root)
    own, _ = read_catalogue(root, memory=memory)
    before, _ = with_followed(own, root, memory=memory, only=connected)
    with changed_copy(root, files, connected) as copy:
        after, new_findings = examine(copy, memory=memory)
    if errors(new_findings):
        _raise_new(errors(examine(root, memory=memory)[1]), errors(new_findings), after)
    return before, after


def _raise_new(
    known: Iterable[Diagnostic], findings: Iterable[Diagnostic], catalogue: Catalogue
) -> None:
    """Raise FollowError for findings that were not known; `catalogue` masks personal data."""
    before = {(fault.path, fault.code, fault.message) for fault in known}
    faults = [f for f in findings if (f.path, f.code, f.message) not in before]
    if faults:
        masked = tuple(map(catalogue.redaction.mask_value, faults))
        raise FollowError("Nothing was changed. These errors would come with it.", masked)


def _media(contents: Mapping[str, bytes], before: Snapshot | None) -> int:
    """Return how many pictures and documents are new, changed or gone."""
    now = {path: sha256(data).hexdigest() for path, data in contents.items()}
    was = before.files if before else {}
    paths = (path for path in now.keys() | was.keys() if path.startswith(f"{MEDIA_FOLDER}/"))
    return sum(now.get(path) != was.get(path) for path in paths)


def _changes(
    before: Catalogue,
    after: Catalogue,
    academy: FollowedAcademy,
    known: Snapshot | None,
    media: int,
) -> Iterator[str]:
    was, now = _records(before, academy.id), _records(after, academy.id)
    if known is None:
        yield f"Follows {academy.dated_name}: {len(now):,} records."
        if media:
            yield f"With {counted(media, 'picture or document', 'pictures and documents')}."
        return
    added, gone = now.keys() - was.keys(), was.keys() - now.keys()
    changed = {name for name in now.keys() & was.keys() if now[name] != was[name]}
    if not (added or gone or changed or media):
        yield f"Nothing changes: you already follow {academy.dated_name}."
        return
    day = f", as of {academy.day_in_words}" if academy.day else ""
    yield f"Brings {academy.name} up to date{day}."
    for word, names, catalogue in (
        ("Adds", added, after), ("Changes", changed, after), ("Removes", gone, before)
    ):  # fmt: skip
        yield from _named(word, names, catalogue)
    if media:
        files = counted(media, "picture or document", "pictures and documents")
        yield f"{files} {'is' if media == 1 else 'are'} new, changed or gone."


_MOST_NAMED = 5


def _named(word: str, names: Iterable[str], catalogue: Catalogue) -> Iterator[str]:
    titles = sorted(f"“{catalogue.title(name)}”" for name in names)
    if titles:
        yield f"{word} {join_words(titles, last='and', most=_MOST_NAMED)}."


def _proposals(catalogue: Catalogue, academy: FollowedAcademy) -> Iterator[str]:
    """Yield what of an academy may be the same as something here, for a person to decide."""
    theirs = [
        proposal
        for proposal in same_as_proposals(catalogue)
        if academy_of(proposal.followed) == academy.id
    ]
    for proposal in theirs[:_MOST_NAMED]:
        yield proposal.sentence(catalogue)
    if more := theirs[_MOST_NAMED:]:
        yield f"{counted(len(more), 'more pair')} may be one: see the page “Academies”."


def _records(catalogue: Catalogue, academy_id: str) -> dict[str, object]:
    return {
        name: record
        for name, record in catalogue.statements.items()
        if name.startswith(f"{academy_id}/")
    }
