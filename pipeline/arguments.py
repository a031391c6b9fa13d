"""What stands on the command line, read: years, kinds of files, the day of the edition."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence

from pipeline.errors import UsageError
from pipeline.order import KINDS
from pipeline.regex import regex

_YEARS_RE = regex(r"\s*(-?\d{1,4})\s*(?:[-–]\s*(-?\d{1,4})\s*)?")
"""``1994``, ``1993-1995``, ``1993–1995``; years before the common era are negative."""


def years_of(text: str) -> tuple[int, int] | None:
    """Return first and last year of ``--years``; ``None`` where nothing is asked.

    Raises:
        UsageError: It says no years.
    """
    if not text:
        return None
    match = _YEARS_RE.fullmatch(text)
    if match is None:
        raise UsageError(f"--years : « {text} » n’est pas une année ; écrivez 1994 ou 1993-1995.")
    years = (int(match[1]), int(match[2] or match[1]))
    if years[0] > years[1]:
        raise UsageError(f"--years : « {text} » va à rebours ; écrivez {years[1]}-{years[0]}.")
    return years


def kinds(names: Sequence[str]) -> frozenset[str]:
    """Return the kinds of ``--only``, repeated or with commas between; all where none is named.

    Raises:
        UsageError: A kind is unknown.
    """
    wanted = [name.strip() for each in names for name in each.replace("|", ",").split(",")]
    for name in wanted:
        if name not in KINDS:
            raise UsageError(f"--only : « {name} » est inconnu ; choix : {', '.join(KINDS)}.")
    return frozenset(wanted or KINDS)


def edition_day() -> dt.date:
    """Return the day of this edition: ``SOURCE_DATE_EPOCH``, or today.

    Raises:
        UsageError: ``SOURCE_DATE_EPOCH`` is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return dt.date.today()
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH : « {epoch} » n’est pas un nombre de secondes."
        ) from None
