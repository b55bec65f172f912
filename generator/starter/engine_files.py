"""The files of an academy that belong to its engine: every release may replace them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, get_args

from generator.exports.schemas import SCHEMA_FOLDER, schema_text
from generator.intake.issue_form import issue_form
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.kinds import KIND_OF, KINDS
from generator.starter.program_files import FILES, program_files

HostName = Literal["github", "gitlab", "azure", "none"]
HOSTS: tuple[HostName, ...] = get_args(HostName)
# the kinds that people describe in an issue
_IN_ISSUES = ("prototype", "case_study", "adoption", "resource")
EDITOR_FOLDER = ".vscode"
_Files = Iterator[tuple[str, bytes]]


def engine_files(host: HostName, vocabulary: AcademyVocabulary) -> Mapping[str, bytes]:
    """Return the engine's files of an academy on `host`, by their paths.

    Raises EngineWheelError when the engine cannot be packed.
    """
    return {
        **program_files(),
        **dict(editor_files(vocabulary)),
        **dict(_HOST_FILES[host](vocabulary)),
    }


def editor_files(vocabulary: AcademyVocabulary) -> _Files:
    """Yield what editors need to complete and check records as they are typed."""
    for kind in KINDS:
        if kind.folder:
            text = schema_text(kind, vocabulary)
            yield f"{SCHEMA_FOLDER}/{kind.schema_file}", text.encode()
    yield from _copied("vscode", EDITOR_FOLDER)


def github_files(vocabulary: AcademyVocabulary) -> _Files:
    """Yield the workflows and the forms of an academy on GitHub."""
    yield from _copied("github/workflows", ".github/workflows")
    yield ".github/pull_request_template.md", _file("github/pull_request_template.md")
    yield ".github/ISSUE_TEMPLATE/config.yml", _file("github/issue-template-config.yml")
    for name in _IN_ISSUES:
        form = issue_form(KIND_OF[name], vocabulary)
        yield f".github/ISSUE_TEMPLATE/{name.replace('_', '-')}.yml", form.encode()


def _gitlab_files(_: AcademyVocabulary) -> _Files:
    yield ".gitlab/academy.yml", _file("gitlab/academy.yml")
    yield ".gitlab-ci.yml", _file("gitlab/gitlab-ci.yml")


def _azure_files(_: AcademyVocabulary) -> _Files:
    yield "azure-pipelines.yml", _file("azure/azure-pipelines.yml")


def _no_files(_: AcademyVocabulary) -> _Files:
    yield from ()


_HOST_FILES: Mapping[HostName, Callable[[AcademyVocabulary], _Files]] = {
    "github": github_files,
    "gitlab": _gitlab_files,
    "azure": _azure_files,
    "none": _no_files,
}


def _copied(source: str, target: str) -> _Files:
    for file in sorted((FILES / source).iterdir()):
        yield f"{target}/{file.name}", file.read_bytes()


def _file(name: str) -> bytes:
    return (FILES / name).read_bytes()
