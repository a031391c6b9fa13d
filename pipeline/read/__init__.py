"""Stage 1: workbook → Sheet.  The only place that knows file formats.

The format is told by content, never by the extension.  Parsing runs in a process of its
own with bounded memory and time, where there can be one: no file can take the program down.
That process starts before all else; what it does not need is imported when it is at work.
"""

from __future__ import annotations

import stat
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import WorkbookError, reason
from pipeline.letters import printable_name
from pipeline.read.guard import Guarded
from pipeline.read.sniff import SHEET_NAMES, Format, sniff

if TYPE_CHECKING:
    from pipeline.config import Config
    from pipeline.diagnostics import Reporter
    from pipeline.model import Sheet
    from pipeline.read.grid import Grid

MAXIMUM_BYTES = 200 * 2**20
"""Size of a workbook above which it is refused unread."""

_READERS = {
    Format.XLSX: "xlsx",
    Format.XLS: "xls",
    Format.ODS: "ods",
    Format.XLSB: "xlsb",
    Format.HTML: "html_table",
    Format.DELIMITED: "delimited",
}
"""Module that reads a format; imported in the reader's process alone."""


class Reading:
    """A workbook that is being read: ``with Reading(path) as reading: …; read(reading, …)``."""

    def __init__(self, path: Path) -> None:
        """Start a process that reads it.

        Raises:
            WorkbookError: It is no file that can be read at all.
        """
        content = self.content = _bytes(path)
        self.path, self.file = path, printable_name(path.name)
        module = _READERS[sniff(content, self.file)]
        self._guarded = Guarded(lambda: _grids(module, content), self.file)

    def grids(self) -> tuple[Grid, ...]:
        """Wait for its sheets.

        Raises:
            WorkbookError: The file cannot be used; the message says why and what to do.
        """
        return self._guarded.grids()

    def __enter__(self) -> Reading:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._guarded.__exit__()


def read(source: Path | Reading, config: Config, report: Reporter) -> Sheet:
    """Return the filled rows of the sheet that holds the chronology.

    Args:
        source: The workbook; it is only read.
        config: ``[feuille]`` may name the sheet, or several to be joined.
        report: Receives what was left aside, hidden, commented or unreadable.

    Raises:
        WorkbookError: The file cannot be used; the message says why and what to do.
    """
    if isinstance(source, Path):
        with Reading(source) as reading:
            return read(reading, config, report)
    import hashlib

    from pipeline.model import Sheet, SourceFile
    from pipeline.read.choose import choose

    name, rows, unread = choose(source.grids(), source.file, config, report)
    digest = hashlib.sha256(source.content).hexdigest()
    return Sheet(SourceFile(source.file, digest, name), rows, unread)


def _grids(module: str, content: bytes) -> tuple[Grid, ...]:
    reader = import_module(f"pipeline.read.{module}")
    grids: tuple[Grid, ...] = reader.read(content)
    return grids


def _meant(source: Path) -> str:
    """Return the question for the workbook beside it whose name is nearly that one."""
    try:
        beside = sorted(each.name for each in source.parent.iterdir())
    except OSError:
        return ""
    tables = {
        Path(name).stem.lower(): name
        for name in beside
        if name.lower().endswith((*SHEET_NAMES, ".csv", ".tsv"))
        and not name.startswith("~$")
        and name != source.name  # a link that leads nowhere
    }
    import difflib  # seldom wanted

    near = difflib.get_close_matches(source.stem.lower(), tables, n=1, cutoff=0.7)
    return f"Vouliez-vous dire « {printable_name(tables[near[0]])} » ? " if near else ""


def _bytes(source: Path) -> bytes:
    if source.name.startswith(("~$", ".~lock")):
        raise WorkbookError(
            f"{source.name} : c’est le verrou que pose le tableur, non le classeur.\n"
            "Fermez le tableur et donnez le nom du classeur lui-même."
        )
    try:
        if source.is_dir():
            raise WorkbookError(
                f"{source} : c’est un dossier.\nDonnez le nom du classeur qu’il contient."
            )
        if not stat.S_ISREG(source.stat().st_mode):
            raise WorkbookError(
                f"{source} : ce n’est pas un fichier enregistré sur un disque.\n"
                "Enregistrez le classeur dans un fichier et donnez son nom."
            )
        if source.stat().st_size > MAXIMUM_BYTES:
            raise WorkbookError(
                f"{source.name} : ce fichier dépasse {MAXIMUM_BYTES // 2**20} Mio.\n"
                "Gardez la feuille de la chronologie dans un classeur à elle, sans images."
            )
        content = source.read_bytes()
    except FileNotFoundError:
        raise WorkbookError(
            f"{source} : ce fichier n’existe pas.\n{_meant(source)}Vérifiez le nom et le dossier."
        ) from None
    except OSError as error:
        raise WorkbookError(
            f"{source} : lecture impossible ({reason(error)}).\nVérifiez les droits du fichier."
        ) from None
    if not content.strip(b"\0 \r\n\t"):
        raise WorkbookError(
            f"{source.name} : ce fichier est vide.\nEnregistrez à nouveau le classeur."
        )
    return content
