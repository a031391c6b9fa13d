"""Regular expressions compiled where one is first asked: a run needs half of the program's."""

from __future__ import annotations

import re
from typing import AnyStr, Generic, cast


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return the pattern, compiled at its first use; ``re`` itself does not take it.

    A wrong pattern raises ``re.error`` at that use; a test compiles every one of the program.

    >>> regex("[0-9]+").findall("1993-1994")
    ['1993', '1994']
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late(Generic[AnyStr]):
    """Becomes a compiled pattern's likeness, attribute by attribute, as they are used."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self._pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # Asked only for what is not there yet.
        if "_compiled" not in self.__dict__:
            self._compiled: re.Pattern[AnyStr] = re.compile(self._pattern, self._flags)
        found: object = getattr(self._compiled, name)
        self.__dict__[name] = found
        return found
