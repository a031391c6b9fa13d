"""The printed runs of a text, and its letters alone, as the templates set them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.french import one_line
from pipeline.model import LINKS, Text
from pipeline.regex import regex
from pipeline.writers.addresses import linked
from pipeline.writers.repertoire import stand_in

_CAPITALS_RE = regex(r"[A-ZÀ-Ý]{6,}")
"""A word that is never divided at a line's end: ``COORACE``."""
_LAST_RE = regex(r"[^\W\d_]{6,}(?=[^ \w]*$)")
"""The word that ends a text, long enough to be divided."""
_SHORT_LAST_RE = regex(r" (?=(?:\w{1,3} )?[^ \xa0\u202f]{1,4}$)")
"""The blanks before last words that would be a line hardly longer than an indent: ``à air.``."""
_SMALL_RE = regex(
    r"(?i:(?<![\w’-])(?:à|au|aux|ce|ces|cette|chez|dans|de|des|du|en|et|la|le|les|ou|par|pour|"
    r"sa|sans|se|ses|son|sous|sur|un|une|vers)) (?=\w)"
)
"""A small word of a title and its blank: it stays with what it belongs to."""
_TITLE_END_RE = regex(r"(?<=\w) (?=[^ \xa0\u202f]{1,10}$)")
"""The blank before the last word of a title, which is no line by itself."""
_FAR = 200
"""Letters from the end of a text within which its last word begins."""
_ADDRESS_RE = regex(r"\S*(?:[/@]|www\.)\S*")
_WORD_RE = regex(r"[^\W\d_]{6,}")
_JOINER = "\N{WORD JOINER}"
_BOUND = f" {_JOINER}"
_BETWEEN_RE = regex(r"(?<=[^\W\d_])(?=[^\W\d_])(?!(?<=f)[bfhijklt])")
"""Between two letters, but those of a ligature: what is drawn as one is read as one, joiner
and all."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one style."""

    text: str
    bold: bool
    italic: bool
    superscript: bool
    subscript: bool
    struck: bool
    link: str | None


def runs(text: Text | str) -> list[Run]:
    """Return the printed runs of a text, neighbours of one style joined; addresses are links."""
    if isinstance(text, str):
        return [Run(stand_in(text), False, False, False, False, False, None)]
    found: list[Run] = []
    for span in linked(text).spans:
        if not span.text:
            continue
        style = span.style
        link = style.link if (style.link or "").startswith(LINKS) else None
        letters = stand_in(span.text, italic=style.italic)
        raised, lowered = style.superscript, style.subscript
        run = Run(letters, style.bold, style.italic, raised, lowered, style.strike, link)
        if found and replace(found[-1], text="") == replace(run, text=""):
            found[-1] = replace(run, text=found[-1].text + run.text)
        else:
            found.append(run)
    return found


def plain(text: Text | str) -> str:
    """Return the letters alone: joiners in them would be spaced as letters are."""
    return stand_in(one_line(text))


def hyphenated(text: str) -> str:
    """Return the letters; word joiners keep addresses and words in capitals from being divided.

    (A span with ``hyphens: none`` makes WeasyPrint 70 break lines too early beside it.)
    """
    return _CAPITALS_RE.sub(_joined, _addresses_whole(stand_in(text)))


def ended(text: str) -> str:
    """Return the letters of the last run of a paragraph: its last word stays whole too.

    Neither half a word nor one of a few letters fills the last line.
    """
    letters = hyphenated(_SHORT_LAST_RE.sub(_BOUND, text))
    last = _LAST_RE.search(letters, max(0, len(letters) - _FAR))
    return (
        letters if last is None else letters[: last.start()] + _joined(last) + letters[last.end() :]
    )


def titled(text: str) -> str:
    """Return the letters of a title: no line ends with a small word, the last has two words.

    (A joiner after a blank keeps the line from ending there, and leaves the blank what it is.)
    """
    bound = _SMALL_RE.sub(lambda small: small[0] + _JOINER, text)
    return hyphenated(_TITLE_END_RE.sub(_BOUND, bound))


def _addresses_whole(text: str) -> str:
    """Return a text whose addresses take no hyphen: it would be read as one of theirs."""
    if "/" not in text and "@" not in text and "www." not in text:
        return text
    return _ADDRESS_RE.sub(lambda address: _WORD_RE.sub(_joined, address[0]), text)


def _joined(word: re.Match[str]) -> str:
    return _BETWEEN_RE.sub(_JOINER, word[0])
