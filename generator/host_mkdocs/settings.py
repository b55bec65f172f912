"""The settings of the academy in `mkdocs.yml`, and the errors that MkDocs raises."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.build.prepare import AcademyProject, RecordsRefusedError
from generator.diagnostics import errors
from generator.host_mkdocs.log import WarningCollector
from generator.records.settings import read_identity
from generator.site.handwritten import settings_findings
from generator.site.parts.site_addresses import SiteAddresses
from generator.starter import PAGES_FOLDER, AcademyWords

HostError = MkDocsException  # what the host raises for a fault that is not in a record
NAME = "academy"  # of the plugin, in the settings


class FaultsError(Abort):
    """The build was refused because of the records; carries every fault."""

    def __init__(self, refused: RecordsRefusedError) -> None:
        text = "\n".join(found.as_text() for found in refused.findings)
        self.summary = f"{refused} The site was not changed."
        self.findings = refused.findings
        super().__init__(f"{text}\n\n{self.summary}")


class AcademyConfig(Config):  # type: ignore[no-untyped-call]
    """The settings of the plugin in `mkdocs.yml`."""

    edit_base = config_options.Type(str, default="")
    bundle_url = config_options.Type(str, default="")
    send_to = config_options.Type(str, default="")
    documents_mb = config_options.Type(int, default=500)
    all_data_files = config_options.Type(bool, default=False)
    # the others are read from the file, where every value is text as it is written
    id = config_options.Type(str, default="")
    text_licence = config_options.Type(str, default="")
    data_licence = config_options.Type(str, default="")
    language = config_options.Type(str, default="")
    home_heading = config_options.Type(str, default="")
    home_introduction = config_options.Type(str, default="")
    contact = config_options.Type(str, default="")
    feedback = config_options.Type(str, default="")
    country = config_options.Type(str, default="")
    currency = config_options.Type(str, default="")
    colours = config_options.Type(dict, default={})
    typeface = config_options.Type(str, default="")
    logo = config_options.Type(str, default="")
    favicon = config_options.Type(str, default="")


def project_of(config_file: Path) -> AcademyProject:
    """Return the academy of a `mkdocs.yml`. Raises HostError for settings that cannot be read."""
    return project_in(settings(config_file))


def project_in(config: MkDocsConfig) -> AcademyProject:
    """Return the academy that settings describe."""
    plugin = config.plugins.get(NAME)
    plugin_config = plugin.config if plugin is not None else None
    academy = plugin_config if isinstance(plugin_config, AcademyConfig) else AcademyConfig()
    site = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
    addresses = SiteAddresses(site, academy.edit_base, academy.bundle_url, academy.send_to)
    file = Path(config.config_file_path).resolve()
    about = config.site_description or ""
    identity = read_identity(file.parent, file.name)
    return AcademyProject(file.parent, config.site_name, about, addresses, file.name, identity)


def words_of(config: MkDocsConfig) -> AcademyWords:
    """Return what the default pages say of the academy."""
    project = project_in(config)
    contact = project.identity.contact or project.addresses.submissions
    return AcademyWords(project.name, project.about, contact)


def settings(config_file: Path, **extra: Any) -> MkDocsConfig:
    """Return the settings in a file, with some replaced by `extra`.

    Raises FaultsError for settings that no academy may have, before MkDocs reads them and runs the
    code that they name; and HostError when MkDocs cannot use them.
    """
    root = config_file.resolve().parent
    docs, findings = settings_findings(root, config_file.name)
    if faults := errors(findings):
        raise FaultsError(RecordsRefusedError(faults))
    if not (root / docs).exists():
        extra["docs_dir"] = str(PAGES_FOLDER)  # MkDocs needs a folder; these pages are added anyway
    warnings = WarningCollector()
    warnings.start()
    try:
        return load_config(str(config_file), **extra)
    except MkDocsException as stopped:
        raise HostError("\n".join(warnings.messages) or stopped.message) from stopped
    finally:
        warnings.stop()
