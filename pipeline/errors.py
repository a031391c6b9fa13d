"""What stops a run: one exception class per cause, each with its exit code.

A message says in French what was found, where (file, cell, key), and what to do.
``cli`` shows it without a traceback; any other exception is a bug.
"""

from __future__ import annotations

import errno
from enum import IntEnum

from pipeline.french import typeset


class ExitCode(IntEnum):
    """Exit codes of the command line, stable for scripts."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    WORKBOOK = 3
    CONFIG = 4
    OUTPUT = 5
    INTERRUPTED = 130
    """As a shell has it: 128, and the number of the signal."""


class PipelineError(Exception):
    """Stops the run; the message is shown to the user as it stands."""

    exit_code: ExitCode = ExitCode.WORKBOOK

    def __init__(self, message: str) -> None:
        """Keep the French sentence, its no-break spaces set."""
        super().__init__(typeset(message))


class WorkbookError(PipelineError):
    """The workbook cannot be used."""

    exit_code = ExitCode.WORKBOOK


class MisfitError(WorkbookError):
    """A setting asks for a sheet or a column that this workbook does not have."""


class ConfigError(PipelineError):
    """A setting is wrong: the message names key, value and what is allowed."""

    exit_code = ExitCode.CONFIG


class UsageError(PipelineError):
    """The command was called with arguments that do not fit together."""

    exit_code = ExitCode.USAGE


class InstallationError(PipelineError):
    """Something that comes with the program is not there."""

    exit_code = ExitCode.OUTPUT


def reason(error: OSError) -> str:
    """Return in French why the system refused.

    >>> reason(OSError(errno.ENOSPC, "No space left on device"))
    'le disque est plein'
    """
    said = f"le système répond : {error.strerror or type(error).__name__}"
    return _REASONS.get(error.errno or 0, said)


_REASONS = {
    errno.EACCES: "les droits manquent",
    errno.EBUSY: "le fichier est occupé",
    errno.EDQUOT: "la place accordée est épuisée",
    errno.EEXIST: "un fichier porte ce nom",
    errno.EIO: "le disque ne répond pas bien",
    errno.EISDIR: "un dossier porte ce nom",
    errno.ELOOP: "ce lien tourne en rond",
    errno.ENAMETOOLONG: "ce nom est trop long",
    errno.ENOENT: "ce dossier n’existe pas",
    errno.ENOSPC: "le disque est plein",
    errno.ENOTDIR: "un fichier se trouve à la place d’un dossier",
    errno.EPERM: "les droits manquent",
    errno.EROFS: "ce disque est en lecture seule",
    errno.ETXTBSY: "le fichier est occupé",
}


class OutputError(PipelineError):
    """An output cannot be written, or does not hold what it must."""

    exit_code = ExitCode.OUTPUT
