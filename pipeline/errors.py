"""What stops a run: one exception class per cause, each with its exit code.

A message says in French what was found, where (file, cell, key), and what to do.
``cli`` shows it without a traceback; any other exception is a bug.
"""

from __future__ import annotations

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


class PipelineError(Exception):
    """Stops the run; the message is shown to the user as it stands."""

    exit_code: ExitCode = ExitCode.WORKBOOK

    def __init__(self, message: str) -> None:
        """Keep the French sentence, its no-break spaces set."""
        super().__init__(typeset(message))


class WorkbookError(PipelineError):
    """The workbook cannot be used."""

    exit_code = ExitCode.WORKBOOK


class ConfigError(PipelineError):
    """A setting is wrong: the message names key, value and what is allowed."""

    exit_code = ExitCode.CONFIG


class UsageError(PipelineError):
    """The command was called with arguments that do not fit together."""

    exit_code = ExitCode.USAGE


class OutputError(PipelineError):
    """An output cannot be written, or does not hold what it must."""

    exit_code = ExitCode.OUTPUT
