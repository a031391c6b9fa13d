"""Letters of a text alone; those that may go where a person reads them, as on a terminal."""

from __future__ import annotations

import textwrap
import unicodedata

from pipeline.regex import regex

_UNSAFE_RE = regex(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What drives a terminal or turns a line around (escape codes, ``U+202E``), and the halves
that Python makes of file names that are not UTF-8; line ends are kept."""

_NO_LETTER_RE = regex(r"[\W_]+")
"""What stands between letters: ``l’in-`` has two."""

_APART = str.maketrans({"œ": "oe", "æ": "ae", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th"})
"""Letters that Unicode does not take apart."""


def letters(text: str) -> str:
    r"""Return the letters and digits of a text, so that line ends and hyphens do not count.

    >>> letters("l’inser-\ntion 1\u1d49\u02b3")
    'linsertion1er'
    """
    # Blanks go first: they are most of what stands between letters, and cost little that way.
    return _NO_LETTER_RE.sub("", unicodedata.normalize("NFKC", text).replace(" ", ""))


def alphabetic(text: str) -> str:
    """Return a text as the alphabet takes it: no case, accents apart from their letters.

    >>> alphabetic("Œuvrard")[:2], alphabetic("Łukasz")[:2], len(alphabetic("É"))
    ('oe', 'lu', 2)
    """
    return unicodedata.normalize("NFKD", text.casefold().translate(_APART))


def printable(text: str) -> str:
    r"""Return the letters without those that drive a terminal; line ends are kept.

    >>> printable("rouge\x1b[31m")
    'rouge�[31m'
    """
    return _UNSAFE_RE.sub("\N{REPLACEMENT CHARACTER}", text)


def printable_name(name: str) -> str:
    r"""Return a file name on one line, each letter that cannot be printed as ``_``.

    >>> printable_name("frise\n\udcff.xlsx")
    'frise__.xlsx'
    """
    return _UNSAFE_RE.sub("_", name.replace("\n", "_"))


def wrapped(text: str, width: int) -> list[str]:
    r"""Return the lines of a text, broken at plain spaces only: never inside « guillemets ».

    >>> wrapped("une\N{NO-BREAK SPACE}: deux trois", 8)
    ['une\xa0:', 'deux', 'trois']
    """
    lines = text.split("\n")
    return [
        part
        for line in lines
        for part in textwrap.wrap(
            line, width, break_on_hyphens=False, drop_whitespace=True, replace_whitespace=False
        )
        or [""]
    ]
