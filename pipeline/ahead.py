"""A workbook is being read while the command line is still being understood.

Typer and its libraries take as long to load as a workbook to be read, in a process of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.errors import WorkbookError
from pipeline.read import Reading

_COMMANDS = ("build", "check")
_SETTINGS = ".toml"

_begun: dict[Path, Reading] = {}


@contextmanager
def begun(arguments: Sequence[str]) -> Iterator[None]:
    """Begin to read the workbook that a command line seems to name; a wrong guess is let go."""
    named = [Path(each) for each in arguments[1:] if arguments[0] in _COMMANDS]
    tables = (each for each in named if each.suffix != _SETTINGS and each.is_file())
    try:
        with suppress(WorkbookError, OSError):  # whoever asks for it will be told
            if path := next(tables, None):
                _begun[path] = Reading(path)
        yield
    finally:
        while _begun:
            _begun.popitem()[1].__exit__()


def reading(path: Path) -> Reading:
    """Return the reading of a workbook: the one that has begun, or a new one.

    Raises:
        WorkbookError: It is no file that can be read at all.
    """
    return _begun.pop(path, None) or Reading(path)
