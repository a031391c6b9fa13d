"""French typography as rules on the joined text of a paragraph, whatever its styles.

Sources: *Lexique des règles typographiques en usage à l’Imprimerie nationale* (LRT) and
J.-P. Lacroux, *Orthotypographie* (L).  Each rule is pure, idempotent and has its doctest.
"""

from __future__ import annotations

from pipeline.clean.protect import guarded
from pipeline.clean.rule import Rule
from pipeline.clean.typography.blanks import NBSP, NNBSP, high_with, spaces
from pipeline.clean.typography.marks import apostrophe, dash, ellipsis
from pipeline.clean.typography.numbers import month, number, ordinal, tie
from pipeline.clean.typography.quotes import (
    double_quotes,
    guillemets_with,
    quote_odd,
    quotes_with,
)
from pipeline.config import Cleaning
from pipeline.diagnostics import Code


def typography_rules(cleaning: Cleaning) -> tuple[Rule, ...]:
    """Return the rules in their order, with the blanks that ``[nettoyage]`` asks for."""
    colon = NNBSP if cleaning.colon_space == "fine" else NBSP
    inside = NNBSP if cleaning.guillemet_space == "fine" else NBSP
    rules = (
        (Code.TYPO_APOSTROPHE, apostrophe),
        (Code.TYPO_ELLIPSIS, ellipsis),
        (Code.TYPO_QUOTES, quotes_with(inside)),
        (Code.QUOTE_ODD, quote_odd),
        (Code.TYPO_QUOTES, guillemets_with(inside)),
        (Code.TYPO_DASH, dash),
        (Code.TYPO_SPACE, spaces),
        (Code.TYPO_SPACE, high_with(colon)),
        (Code.TYPO_ORDINAL, ordinal),
        (Code.TYPO_MONTH, month),
        (Code.TYPO_NUMBER, number),
        (Code.TYPO_TIE, tie),
    )
    return tuple(Rule(code, guarded(edits), counted=True) for code, edits in rules)


FOREIGN_RULES = tuple(
    Rule(code, guarded(edits), counted=True)
    for code, edits in (
        (Code.TYPO_APOSTROPHE, apostrophe),
        (Code.TYPO_ELLIPSIS, ellipsis),
        (Code.TYPO_QUOTES, double_quotes),
        (Code.TYPO_SPACE, spaces),
    )
)
"""What books in other languages share: ’, …, “ ”, one blank between words."""
