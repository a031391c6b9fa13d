"""A reader runs in a process of its own, with bounded memory and time.

Hostile workbooks can ask for more memory than there is (a cell in XFD1048576), and a
native library that runs out of it ends its process; so that process is not ours.  Where a
system cannot copy processes (macOS, Windows) the file is read here, without these bounds.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from pipeline.errors import WorkbookError
from pipeline.forked import Forked, can_fork

if TYPE_CHECKING:  # the process starts before the model is loaded
    from pipeline.read.grid import Grid
    from pipeline.read.packed import Packed

MEMORY_BYTES = 700 * 2**20
"""Address space that a reader may add to what the process has."""
SECONDS = 50
"""Time that a reader has."""


class Guarded:
    """A reader at work: ``with Guarded(reader, name) as other: …; other.grids()``."""

    def __init__(self, reader: Callable[[], tuple[Grid, ...]], name: str) -> None:
        """Start it, in a process of its own where this system can.

        Args:
            reader: Called in that process; it may raise what it likes.
            name: Of the file, for the messages.
        """
        self._reader, self._name = reader, name
        self._other = Forked(lambda: _run(reader)) if can_fork() else None

    def grids(self) -> tuple[Grid, ...]:
        """Wait for what the reader finds.

        Raises:
            WorkbookError: The file is refused by its reader, or asks for too much.
        """
        if self._other is None:
            return _grids(_answer(self._reader), self._name)
        try:
            answer = self._other.answer(SECONDS)
        except (EOFError, TimeoutError):
            raise _too_much(self._name) from None
        if isinstance(answer, list):
            from pipeline.read.packed import unpacked

            return tuple(map(unpacked, answer))
        return _grids(answer, self._name)

    def __enter__(self) -> Guarded:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        if self._other is not None:
            self._other.__exit__()


def _grids(answer: tuple[Grid, ...] | WorkbookError, name: str) -> tuple[Grid, ...]:
    if isinstance(answer, WorkbookError):
        raise WorkbookError(f"{name} : {answer}")
    return answer


def _answer(reader: Callable[[], tuple[Grid, ...]]) -> tuple[Grid, ...] | WorkbookError:
    """Return what the reader finds, or the sentence that says why it finds nothing."""
    try:
        return reader()
    except WorkbookError as error:
        return error
    except MemoryError:
        raise
    except Exception as error:
        # A library met what its authors did not foresee; the user needs a way on.
        return WorkbookError(
            f"ce fichier est abîmé ou inhabituel ({type(error).__name__}) : il ne peut pas être "
            "lu.\nOuvrez-le dans un tableur et enregistrez-le au format .xlsx, puis donnez ce "
            "fichier."
        )


def _run(reader: Callable[[], tuple[Grid, ...]]) -> list[Packed] | WorkbookError:
    """Read, in the process of its own; where memory runs out it ends without a word."""
    _silence()
    _limit()
    gc.disable()
    try:
        answer = _answer(reader)
    except MemoryError:
        raise SystemExit from None
    if isinstance(answer, WorkbookError):
        return answer
    from pipeline.read.packed import packed

    return [*map(packed, answer)]


def _silence() -> None:
    """Send the last words of native libraries nowhere: they are not for the user."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)


def _limit() -> None:
    """Bound the memory of this process, where the system tells how much it has."""
    import resource

    try:
        with open("/proc/self/statm") as file:  # noqa: PTH123
            pages = int(file.read().split()[0])
    except OSError:
        return
    wanted = pages * resource.getpagesize() + MEMORY_BYTES
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _too_much(name: str) -> WorkbookError:
    return WorkbookError(
        f"{name} : ce classeur demande trop de mémoire ou de temps pour être lu ; "
        "il est abîmé, ou ses cellules sont bien plus nombreuses qu’il n’y paraît.\n"
        "Copiez les lignes de la chronologie dans un classeur neuf et donnez celui-là."
    )
