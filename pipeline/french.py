"""The spaces of the project's own French sentences, so that sources hold no invisible letters.

Only for what the program says; the workbook's text has the rules of ``clean.typography``.
"""

from __future__ import annotations

import re

from pipeline.regex import regex

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


_BLANKS_RE = regex(r"[ \t\r\n\v\f]+")


MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)


_ARTICLE_RE = regex(r"^(?:(?:les?|la|une?|des)\s+|l[’'])", re.IGNORECASE)


def without_article(term: str) -> str:
    """Return a term as the alphabet takes it, without the article in front.

    >>> without_article("L’atelier couture"), without_article("Les prémices")
    ('atelier couture', 'prémices')
    """
    return _ARTICLE_RE.sub("", term)


def one_line(text: object) -> str:
    r"""Return a text on one line; no-break spaces stay.

    >>> one_line("« a »\n  b".replace("« a »", "«\xa0a\xa0»"))
    '«\xa0a\xa0» b'
    """
    return _BLANKS_RE.sub(" ", str(text)).strip(" ")


FULL_YEAR = 100
"""A year below says on which side it is: « 48 apr. J.-C. »."""


def year_words(year: int) -> str:
    r"""Return an astronomical year as it is read, its spaces unbreakable.

    >>> year_words(1993), year_words(-51), year_words(0), year_words(48)
    ('1993', '52\xa0av.\xa0J.-C.', '1\xa0av.\xa0J.-C.', '48\xa0apr.\xa0J.-C.')
    """
    if year >= FULL_YEAR:
        return str(year)
    count, side = (year, "apr.") if year > 0 else (1 - year, "av.")
    return f"{count}\N{NO-BREAK SPACE}{side}\N{NO-BREAK SPACE}J.-C."


def year_figures(year: int) -> str:
    """Return an astronomical year where there is no room for words: −52 is 52 av. J.-C.

    >>> year_figures(1993), year_figures(-51), year_figures(0)
    ('1993', '−52', '−1')
    """
    return str(year) if year > 0 else f"−{1 - year}"


def between(first: int, last: int) -> str:
    r"""Return astronomical years from one to another as a title has them.

    >>> between(1993, 1994), between(1993, 1993), between(-51, -9)
    ('1993-1994', '1993', '52-10\xa0av.\xa0J.-C.')
    >>> between(-51, 12)
    '52\xa0av.\xa0J.-C.\xa0– 12\xa0apr.\xa0J.-C.'
    """
    if first == last:
        return year_words(first)
    if first >= FULL_YEAR:
        return f"{first}-{last}"
    if last <= 0 or 0 < first < last < FULL_YEAR:
        return f"{first if first > 0 else 1 - first}-{year_words(last)}"
    return f"{year_words(first)}\N{NO-BREAK SPACE}– {year_words(last)}"
