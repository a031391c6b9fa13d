"""The printed runs of a text, and its letters alone, as the templates set them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.french import one_line
from pipeline.model import LINKS, Text
from pipeline.regex import regex
from pipeline.writers.addresses import in_lines, linked
from pipeline.writers.repertoire import stand_in

_CAPITALS_RE = regex(r"[A-ZÀ-Ý]{6,}")
"""A word that is never divided at a line's end: ``COORACE``."""
_LAST_RE = regex(r"[^\W\d_]{6,}(?=[^ \w]*$)")
"""The word that ends a text, long enough to be divided."""
_SHORT_LAST_RE = regex(r" (?=(?:\w{1,2} )?[^ \xa0\u202f]{1,4}$)")
"""The blanks before last words that would be a line hardly longer than an indent: ``à air.``."""
_SMALL_RE = regex(
    r"(?i:à|au|aux|ce|ces|cette|chez|dans|de|des|du|en|et|la|le|les|leur|leurs|nos|notre|ou|par|"
    r"pour|sa|sans|se|ses|son|sous|sur|un|une|vers)"
)
"""A small word of a title: it stays with what it belongs to."""
_TITLE = 30
"""Letters that a line of a title holds, so that what is bound stays on one."""
_LAST = 10
"""Letters of a last word that would look lost on a line."""
_COMPOUND_RE = regex(r"(?<=[^\W\d_])-(?=[^\W\d_])")
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


def titled(text: str, room: int = _TITLE) -> str:
    """Return the letters of a title: no line ends with a small word, the last has two words.

    Args:
        text: A title, or a run of it.
        room: Letters that a line holds: no more are bound.
    """
    words = text.split(" ")
    said = _whole(words[0], room)
    long = _width(words[0])  # Of what is bound at its end.
    for number, (before, word) in enumerate(pairwise(words), 2):
        last = number == len(words) and before[-1:].isalnum() and 0 < len(word) <= _LAST
        bound = (last or _SMALL_RE.fullmatch(before)) and word[:1].isalnum()
        wide = _width(word)
        bound = bound and long + 1 + wide <= room
        long = long + 1 + wide if bound else wide
        # A joiner after a blank keeps the line from ending there, and leaves the blank what it is.
        said += f"{_BOUND if bound else ' '}{_whole(word, room)}"
    return hyphenated(said)


def _whole(word: str, room: int) -> str:
    """Return a word of a title that is not divided at its own hyphens either."""
    return _COMPOUND_RE.sub(f"-{_JOINER}", word) if _width(word) <= room else word


def _width(word: str) -> float:
    """Return about how many letters wide a word is: a capital is wider."""
    return len(word) + 0.25 * sum(map(str.isupper, word))


def _addresses_whole(text: str) -> str:
    """Return a text whose addresses take no hyphen: it would be read as one of theirs."""
    if "/" not in text and "@" not in text and "www." not in text:
        return text
    return _ADDRESS_RE.sub(lambda address: _WORD_RE.sub(_joined, address[0]), in_lines(text))


def _joined(word: re.Match[str]) -> str:
    return _BETWEEN_RE.sub(_JOINER, word[0])
