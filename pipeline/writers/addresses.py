"""Addresses typed in a text: what a reader of a screen can follow, as she does a cell's link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.model import Text
from pipeline.regex import regex

_ADDRESS_RE = regex(
    r"(?<![\w@/.])(?:https?://[^\s<>«»“”\"]+|www\.[\w-]+\.[^\s<>«»“”\"]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
_BEHIND = ".,;:!?…'’*_"
"""Signs that end the sentence, not the address."""
_JOINER, _BREAK = "\N{WORD JOINER}", "\N{ZERO WIDTH SPACE}"
_AFTER_RE = regex(r"(?<=[/?&=_@])(?<!//)(?=\w\w)|(?<=\w{3}\.)(?<!www\.)(?=\w{3})")
"""Where a line may end; never behind ``https://`` or ``www.``, nor before ``.fr``."""
_HYPHEN_RE = regex(r"(?<=\w\w)-(?=\w)")
"""A hyphen goes to the next line: at the end of a line it would be read as one that divides."""
_SCHEME_RE = regex(r"(?<=://)")


def linked(text: Text) -> Text:
    """Return a text whose typed addresses are links.

    >>> [span.style.link for span in linked(Text.plain_text("Voir www.exemple.org/a.")).spans]
    [None, 'https://www.exemple.org/a', None]
    """
    letters = str(text)
    if "www." not in letters and "@" not in letters and "://" not in letters:
        return text
    found = list(_found(letters))
    if not found:
        return text
    pieces = text.split(*(place for start, end, _ in found for place in (start, end)))
    links = dict(enumerate((address for _, _, address in found)))
    spans = []
    for number, piece in enumerate(pieces):
        link = links.get(number // 2) if number % 2 else None
        for span in piece.spans:
            style = span.style if span.style.link or not link else replace(span.style, link=link)
            spans.append(replace(span, style=style))
    return replace(text, spans=tuple(spans))


def in_lines(text: str) -> str:
    """Return a text in whose addresses lines end after a sign, and before a hyphen.

    >>> shown = in_lines("Voir https://www.la-ville.org/la-une?no=17.")
    >>> shown.replace("\u200b", "|").replace("\u2060", "~")
    'Voir https://~www.la|-~ville.|org/|la|-~une?|no=|17.'
    """
    if "www." not in text and "@" not in text and "://" not in text:
        return text
    said, place = "", 0
    for start, end, _ in _found(text):
        said += text[place:start] + _parted(text[start:end])
        place = end
    return said + text[place:]


def _parted(address: str) -> str:
    parted = _HYPHEN_RE.sub(f"{_BREAK}-", _AFTER_RE.sub(_BREAK, address))
    return _SCHEME_RE.sub(_JOINER, parted.replace("-", f"-{_JOINER}"))


def _found(letters: str) -> Iterator[tuple[int, int, str]]:
    """Yield where an address stands, and what it leads to."""
    for match in _ADDRESS_RE.finditer(letters):
        address = match[0].rstrip(_BEHIND)
        for opening, closing in ("()", "[]"):
            while address.endswith(closing) and address.count(closing) > address.count(opening):
                address = address[:-1].rstrip(_BEHIND)
        if "//" in address[:8]:
            target = address
        elif address.startswith("www."):
            target = f"https://{address}"
        else:
            target = f"mailto:{address}"
        yield match.start(), match.start() + len(address), target
