"""Settings that were written for another workbook: said aloud, with the way out."""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import MisfitError
from pipeline.files import CONFIG_NAME
from pipeline.initial import MADE_FOR
from pipeline.letters import printable_name
from pipeline.regex import regex

_MADE_FOR_RE = regex(f"{re.escape(MADE_FOR)}(.+?)\\. Tout est facultatif")


def note(workbook: Path, given: Path | None) -> str:
    """Return what to say where ``annales init`` wrote the settings for another workbook.

    Args:
        workbook: The workbook of this run.
        given: The settings named on the command line; ``None`` for those beside the workbook.

    Returns:
        A French sentence; empty where there is nothing to say.
    """
    path = given or workbook.parent / CONFIG_NAME
    other = _made_for(path)
    if given is not None or other in ("", printable_name(workbook.name)):
        return ""
    return f"Réglages : {path.name} a été écrit pour « {other} ». {_way_out(workbook)}"


@contextlib.contextmanager
def blamed(workbook: Path, given: Path | None) -> Iterator[None]:
    """Name the file of settings in the message of a setting that does not fit the workbook."""
    try:
        yield
    except MisfitError as error:
        said = note(workbook, given) or f"Ce réglage vient de {given or CONFIG_NAME}."
        raise MisfitError(f"{error}\n{said}") from None


def spare_name(path: Path) -> str:
    """Return the first free name for the settings that a new file replaces."""
    for number in itertools.count(1):
        name = f"{path.stem}-avant{number if number > 1 else ''}{path.suffix}"
        if not path.with_name(name).exists():
            break
    return name


def _made_for(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig") as file:
            found = _MADE_FOR_RE.search(file.readline())
    except (OSError, UnicodeDecodeError):
        return ""
    return found[1] if found else ""


def _way_out(workbook: Path) -> str:
    name, own = printable_name(workbook.name), printable_name(f"{workbook.stem}.toml")
    return (
        f"Pour « {name} », un dossier à part, ou des réglages à lui : "
        f"« annales init {_quoted(name)} -o {_quoted(own)} », "
        f"puis « annales build {_quoted(name)} -c {_quoted(own)} »."
    )


def _quoted(name: str) -> str:
    """Return a file name as a shell takes it."""
    return name if re.fullmatch(r"[\w.+-]+", name) else f'"{name}"'
