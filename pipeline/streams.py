"""The streams of the command, so that nobody who reads them decides how a run ends."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper


class _Patient(TextIOWrapper):
    """A stream that goes on nowhere when whoever read it has seen enough: ``| head``."""

    def write(self, text: str) -> int:
        """Write, or act as if."""
        try:
            return super().write(text)
        except BrokenPipeError:
            self._turn_away()
            return len(text)

    def flush(self) -> None:
        """Hand on what was written, or let it go."""
        try:
            super().flush()
        except BrokenPipeError:
            self._turn_away()

    def _turn_away(self) -> None:
        """Send nowhere what is still to come, and what still waits."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)
        super().flush()


def open_streams() -> None:
    """Make the streams of this process fit for every terminal, pipe and shell.

    A stream that was closed, as by ``>&-``, goes nowhere: else the next file opened would have
    its number, and be written to.  A letter that a stream cannot write is a question mark.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            nowhere = os.open(os.devnull, os.O_RDWR)  # the lowest number that is free
            setattr(sys, name, os.fdopen(nowhere, "w" if number else "r", encoding="utf-8"))
            continue
        stream = getattr(sys, name)
        if number and isinstance(stream, TextIOWrapper):
            lines, coding = stream.line_buffering, stream.encoding
            patient = _Patient(stream.detach(), coding, "replace", line_buffering=lines)
            setattr(sys, name, patient)
            setattr(sys, f"__{name}__", patient)


def close_streams() -> bool:
    """Hand on all that was written; tell whether there was room for it."""
    done = True
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            done = False
    return done
