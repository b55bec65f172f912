"""Sign what other academies follow: the option, and what it prints."""

from __future__ import annotations

from pathlib import Path

import click

from generator.publish.signatures import SignatureError, sign

sign_option = click.option(
    "--sign",
    "key",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Sign the file with this private key of yours (SSH). The signature is a second file, to "
    "send with it. Academies that follow this one can check it.",
)


def sign_file(file: Path, key: Path) -> str:
    """Sign a file, and say where the signature is. Raises ClickException."""
    try:
        signature = sign(file, key)
    except (SignatureError, OSError) as wrong:
        raise click.ClickException(f"{wrong}\n{file} is not signed.") from None
    return f"Signed: send {signature} with it."
