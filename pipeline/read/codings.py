"""The coding of a text, found by what French makes likely of each letter that is not ASCII.

A file of one byte a letter does not say its coding: Windows, the Macintosh and MS-DOS have
letters of their own above 127.  In the right one é stands in a word and É at its begin.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from pipeline.read.sniff import is_wide
from pipeline.regex import regex

CODINGS = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "MS-DOS (850)"}
"""Codings of one byte a letter, and what people call them."""
_USUAL = "cp1252"

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HIGH_RE = regex(rb"[\x80-\xff]")
_LOOKED_AT = 20_000
"""Letters that are not ASCII which decide."""
_SURE = 0.3
"""What a letter must count on the average, and more than in the next coding."""
_SMALL = frozenset("éèàçêôîâûù")
_RARE = frozenset("ëïüöœæñáíóúäßÿ")
_CAPITALS = frozenset("ÀÂÇÉÈÊËÎÏÔÖÛÙÜŒÆ")
_STRAY = 4
"""Times that letters of UTF-8 must outnumber the bytes that are none."""


class Decoded(NamedTuple):
    """The letters of a text."""

    text: str
    doubt: str = ""
    """The coding that they were read in, where another one is as likely."""


def decode(content: bytes) -> Decoded:
    r"""Return the letters of a text in UTF-8, UTF-16, or a coding of one byte a letter.

    >>> decode("Société d’Évry".encode("cp1252")), decode("\ufeffé".encode())
    (Decoded(text='Société d’Évry', doubt=''), Decoded(text='é', doubt=''))
    >>> decode("Évènement : café".encode("mac_roman")), decode("Été, là".encode("cp850")).text
    (Decoded(text='Évènement : café', doubt=''), 'Été, là')
    """
    usual = "utf-16-le" if is_wide(content) else "utf-8"
    marked = [name for mark, name in _MARKS if content.startswith(mark)]
    try:
        return Decoded(content.decode(marked[0] if marked else usual))
    except UnicodeDecodeError:
        pass
    return _nearly_utf_8(content) or _one_byte_a_letter(content)


def _nearly_utf_8(content: bytes) -> Decoded | None:
    """Return a text of UTF-8 into which few letters of Windows have come, or ``None``."""
    strays: list[str] = []

    def stray(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        letters = "".join(map(_windows, error.object[error.start : error.end]))
        strays.append(letters)
        return letters, error.end

    codecs.register_error("pipeline.stray", stray)
    text = content.decode("utf-8-sig", "pipeline.stray")
    known = sum(not letter.isascii() for letter in text) - len(strays)
    return Decoded(text, "UTF-8") if known > _STRAY * len(strays) else None


def _windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


def _one_byte_a_letter(content: bytes) -> Decoded:
    places = [match.start() for match in islice(_HIGH_RE.finditer(content), _LOOKED_AT)]
    weights = {name: _weight(_letters(content, name), places) for name in CODINGS}
    (best, name), (second, _) = sorted(((w, n) for n, w in weights.items()), reverse=True)[:2]
    unsure = best < _SURE or best - second < _SURE
    if unsure and weights[_USUAL] > best - _SURE:
        name = _USUAL
    return Decoded(_letters(content, name), CODINGS[name] if unsure else "")


def _letters(content: bytes, name: str) -> str:
    return content.decode("latin-1").translate(_table(name))


def _table(name: str) -> dict[int, str]:
    signs = ((code, bytes([code]).decode(name, "ignore")) for code in range(0x80, 0x100))
    return {code: sign for code, sign in signs if sign}


def _weight(text: str, places: Iterable[int]) -> float:
    """Return how likely the letters at these places are, each from -2 to 1 on the average."""
    weights = [_likely(text[at - 1 : at], text[at], text[at + 1 : at + 2]) for at in places]
    return sum(weights) / max(len(weights), 1)


def _likely(before: str, letter: str, after: str) -> float:
    """Return how likely a letter is between its neighbours."""
    word = any(each.isalpha() and each.isascii() for each in (before, after))
    lower = before.islower() or before.isdigit()
    if letter in _SMALL:
        return 1.0 if word or letter == "à" else 0.1
    if letter in _RARE:
        return 0.35 if word else 0.0
    if letter in _CAPITALS:
        return -1.0 if lower else 1.0 if word or letter == "À" else 0.1
    if letter == "’":
        return 1.0 if before.isalpha() and after.isalpha() else 0.1
    if letter in "«“(":
        return -0.5 if before.isalpha() else 0.5
    if letter in "»”…":
        return -0.5 if after.isalpha() else 0.5
    if letter == "\N{NO-BREAK SPACE}":
        return 0.5 if before == "«" or after in tuple("»:;!?%") else 0.4
    if letter in "°€–—½²":
        return -0.5 if lower and after.isalpha() else 0.4
    if "\x80" <= letter < "\xa0":
        return -2.0
    return -1.0 if word else -0.1
