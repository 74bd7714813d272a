"""Writes the page of a picture where somebody wants it, and says how to open it: for every command that draws."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from grading.picture.page import write

PAGE = click.Path(dir_okay=False, path_type=Path)


def in_a_folder(
    _context: click.Context, _parameter: click.Parameter, file: Path | None
) -> Path | None:
    """For click: the file that was asked for, if there is a folder to write it into."""
    if file and not file.absolute().parent.is_dir():
        raise click.BadParameter(f"There is no folder {file.parent} to write {file.name} into.")
    return file


def save(document: Mapping[str, Any], file: Path) -> str:
    """Writes the page, says where it is, and gives its address. Raises ClickException."""
    file = file.absolute()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write(document, file)
    except OSError as error:
        raise click.ClickException(
            f"{file} cannot be written: {error.strerror}. Name another place for the picture."
        ) from error
    click.echo(f"The picture is in\n    {file}\nOpen it in a browser:\n    {file.as_uri()}")
    return file.as_uri()


def why_none(what: str, deadline: float) -> str:
    """Why a test that was judged has no picture, and what to do."""
    return (
        f"There is nothing to draw: the interleavings of {what} could not be gone through, at least not within "
        f"{deadline:g} seconds. Try --deadline {2 * deadline:g}, or name another test."
    )
