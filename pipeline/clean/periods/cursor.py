"""A place in the tokens of a period, with a look ahead."""

from __future__ import annotations

from pipeline.clean.periods.rough import Doubt
from pipeline.clean.periods.words import Token
from pipeline.diagnostics import Code

END = Token("_end", "")
"""Stands after the last token."""
_PADDING = (END,) * 6
"""As far as a rule looks ahead of its place."""


class Cursor:
    """Tokens, and how many of them are read."""

    __slots__ = ("at", "tokens")

    def __init__(self, found: list[Token]) -> None:
        """Start before the first token."""
        self.tokens = [*found, *_PADDING]
        self.at = 0

    def peek(self, ahead: int = 0) -> Token:
        """Return the token ``ahead`` of the next one, or ``END``."""
        return self.tokens[self.at + ahead]

    def take(self, *kinds: str) -> Token | None:
        """Return and pass the next token where it is of these kinds."""
        token = self.tokens[self.at]
        if token.kind not in kinds:
            return None
        self.at += 1
        return token

    def need(self, *kinds: str) -> Token:
        """Return and pass the next token.

        Raises:
            Doubt: It is of another kind.
        """
        token = self.take(*kinds)
        if token is None:
            raise Doubt(Code.PERIOD_UNREAD)
        return token
