"""The spaces of the project's own French sentences, so that sources hold no invisible letters.

Only for what the program says; the workbook's text has the rules of ``clean.typography``.
"""

from __future__ import annotations

_SPACES = (
    ("« ", "«\N{NO-BREAK SPACE}"),
    (" »", "\N{NO-BREAK SPACE}»"),
    (" :", "\N{NO-BREAK SPACE}:"),
    (" ;", "\N{NARROW NO-BREAK SPACE};"),
    (" ?", "\N{NARROW NO-BREAK SPACE}?"),
    (" !", "\N{NARROW NO-BREAK SPACE}!"),
    (" %", "\N{NO-BREAK SPACE}%"),
)


def typeset(sentence: str) -> str:
    r"""Return a sentence with the no-break spaces of French.

    >>> typeset("Feuille « Frise » : vide ?")
    'Feuille «\xa0Frise\xa0»\xa0: vide\u202f?'
    """
    for plain, right in _SPACES:
        sentence = sentence.replace(plain, right)
    return sentence
