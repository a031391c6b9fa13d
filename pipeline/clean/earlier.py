"""What cleaning remembers: rows as an earlier run cleaned and dated them, and the dictionary.

A row stands for itself as long as its cells, the settings and the program are the same, and
the document answers every question that was asked of it as it did then.
"""

from __future__ import annotations

import datetime as dt
import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pipeline import resources
from pipeline.clean.asked import Answers
from pipeline.clean.dictionary import SHELF, edition, french
from pipeline.diagnostics import Diagnostic
from pipeline.kept import hashed, keep, kept
from pipeline.model import Entry, Period, Record
from pipeline.model.packing import packed_at_once

_MODEL = "pipeline.model."
_OURS = ("pipeline.diagnostics", "pipeline.catalogue", "pipeline.clean.tally", __name__)
"""Modules whose classes are kept, with those of the model."""

T = TypeVar("T")


@packed_at_once
@dataclass(frozen=True, slots=True)
class Cleaned:
    """One row, clean, and what was found in it."""

    entry: Entry
    findings: tuple[Diagnostic, ...]


@packed_at_once
@dataclass(frozen=True, slots=True)
class Dated:
    """The period of one row, and what was found in it."""

    period: Period
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a run made, by the hash of what it was made from."""

    rows: Mapping[str, Cleaned] = field(default_factory=dict)
    answers: tuple[Answers, ...] = ()
    """What the document answered when the rows were cleaned."""
    made: Mapping[str, Any] = field(default_factory=dict)
    """What is made from one row alone."""


def name_of(kind: str, *context: object) -> str:
    """Return the name under which rows, or dates, of a workbook are kept.

    Args:
        kind: What it is that is kept: the ending of the name.
        context: What is the same for all rows, with a ``repr`` that says all of it.
    """
    program = resources.program(), edition()
    return hashed("\0".join((*program, *map(repr, context)))) + f".{kind}"


class Keys(NamedTuple):
    """The hashes of one raw row."""

    dates: str
    """Of the cells that say when, and of where they stand."""
    row: str
    """Of all that it is."""


def keys_of(record: Record) -> Keys:
    """Return the hashes of one raw row."""
    dates = key_of(record.sheet, record.row, *record.period.items(), *record.lent)
    texts = record.theme, record.sections, record.sources
    return Keys(dates, key_of(dates, *texts, record.introduces, record.leads))


def key_of(*made_from: object) -> str:
    """Return the hash of something, as often of other hashes: ``repr`` says all of it."""
    return hashed(repr(made_from))


class Memory:
    """The rows that earlier runs cleaned; those of this run are kept when there is time."""

    def __init__(self, folder: Path | None = None) -> None:
        """Remember nothing yet.

        Args:
            folder: Where rows and dictionaries are kept; ``None`` for none.
        """
        self._folder = folder
        self._found: dict[str, Earlier] = {}

    def open(self) -> None:
        """Read the dictionary now, rather than at the first word."""
        SHELF.folder = self._folder
        french()

    def load(self, name: str) -> Earlier:
        """Return what was kept under a name; nothing where there is nothing that can be read."""
        content = kept(self._folder, name)
        if content is None:
            return Earlier()
        try:
            found = _Reader(io.BytesIO(content)).load()
        except Exception:  # what is no pickle, or an older one, may raise anything
            return Earlier()
        return found if isinstance(found, Earlier) else Earlier()

    def note(self, name: str, found: Earlier) -> None:
        """Take what this run made, to be kept under a name."""
        self._found[name] = found

    def keep(self) -> None:
        """Write what this run made, where there is something new, and dictionaries."""
        SHELF.keep()
        if self._folder is not None:
            for name, found in self._found.items():
                keep(self._folder, name, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))


class Kept(Generic[T]):
    """What is made from one row alone: as an earlier run made it, where it has."""

    def __init__(self, memory: Memory, name: str) -> None:
        """Load what was kept under a name."""
        self._memory, self._name = memory, name
        self._before: Mapping[str, T] = memory.load(name).made
        self._now: dict[str, T] = {}

    def of(self, key: str, make: Callable[[], T]) -> T:
        """Return what belongs to the row with this hash."""
        found = self._before.get(key)
        self._now[key] = found = make() if found is None else found
        return found

    def note(self) -> None:
        """Have the memory keep what this run has, where something is new."""
        if self._now.keys() - self._before.keys():
            self._memory.note(self._name, Earlier(made=self._now))


class _Reader(pickle.Unpickler):
    """Makes the nouns of the model and days, nothing else at all: the folder is not ours alone."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a noun of ours, or a value of one; UnpicklingError where it is neither."""
        if (module, name) == ("datetime", "date"):
            return dt.date
        if (module in _OURS or module.startswith(_MODEL)) and "." not in name:
            found = super().find_class(module, name)
            noun = found if isinstance(found, type) else type(found)
            if noun.__module__ == module and (is_dataclass(noun) or issubclass(noun, Enum)):
                return found
        raise pickle.UnpicklingError(f"no noun of the model: {module}.{name}")
