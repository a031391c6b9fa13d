"""The characters that the book's fonts have, and what is printed for those that they lack.

No page uses a font from outside: a character that the fonts lack is printed as its nearest
sign, or as its Unicode number in brackets, and is reported.  Word file and data keep it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline import resources
from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import Chapter, Text
from pipeline.regex import regex

_UPRIGHT = (
    ("font_source_serif_pro", "SourceSerifPro-Regular"),
    ("font_source_serif_pro", "SourceSerifPro-Semibold"),
    ("font_source_sans_pro", "SourceSansPro-Regular"),
    ("font_source_sans_pro", "SourceSansPro-Semibold"),
)
_ITALIC = (
    ("font_source_serif_pro", "SourceSerifPro-It"),
    ("font_source_serif_pro", "SourceSerifPro-SemiboldIt"),
)
_JOINER = "\N{WORD JOINER}"
_NEAREST = {
    "\N{NON-BREAKING HYPHEN}": f"{_JOINER}-{_JOINER}",
    "\N{HYPHEN}": "-",
    "●": "•",
    "▪": "•",
    "◦": "•",
    "‣": "•",
    "∙": "•",
    "✔": "✓",
    "✗": "×",
    "✘": "×",
    "⇒": "→",
    "⇐": "←",
    "★": "*",
    "₣": "F",
    "℃": "°C",
}
"""Nearest signs that say the same."""
_UNUSUAL = regex("[^\\n -~\u00a0-ÿŒœŸ\u202f–—‘’“”„†•…€]")
"""What a French book seldom has: the fonts are asked for it, which takes a while."""
_SILENT = frozenset({"\N{NON-BREAKING HYPHEN}", "\N{HYPHEN}"})
"""Printed alike: nothing to report."""


@cache
def _letters(*, italic: bool) -> frozenset[str]:
    """Return the characters that every upright face has, or every italic one too."""
    import uharfbuzz  # slow to load, and most books have nothing to ask

    faces = (*_UPRIGHT, *_ITALIC) if italic else _UPRIGHT
    sets = []
    for package, name in faces:
        path = resources.font_files(package) / f"{name}.otf"
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
        sets.append({chr(code) for code in face.unicodes})
    return frozenset(set.intersection(*sets))


@cache
def _lacking(*, italic: bool) -> re.Pattern[str]:
    """Return a pattern of what the fonts lack; spaces and invisible signs need no glyph."""
    known = "".join(re.escape(letter) for letter in sorted(_letters(italic=italic)))
    return re.compile(
        rf"[^{known}\s\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufe00-\ufe0f\ufeff\xad]"
    )


def stand_in(text: str, *, italic: bool = False) -> str:
    """Return the text as the book's fonts can print it.

    >>> stand_in("Fête 🎉 ✔")
    'Fête [U+1F389] ✓'
    >>> stand_in("مر")
    '[U+0645 U+0631]'
    """
    if not _UNUSUAL.search(text):
        return text
    whole = _lacking(italic=italic).sub(lambda match: _sign(match[0], italic=italic), text)
    return whole.replace("][U+", " U+")


def _sign(letter: str, *, italic: bool) -> str:
    near = _NEAREST.get(letter)
    composed = unicodedata.normalize("NFC", letter)
    if near is not None and not _lacking(italic=italic).search(near):
        return near
    if composed != letter and not _lacking(italic=italic).search(composed):
        return composed
    return f"[U+{ord(letter):04X}]"


def printed_text(text: Text) -> str:
    """Return the letters of a text as the book prints them."""
    return "".join(stand_in(span.text, italic=span.style.italic) for span in text.spans)


def lacking(chapters: Sequence[Chapter]) -> Iterator[Diagnostic]:
    """Yield a finding for each run of characters of a cell that the fonts lack."""
    for chapter in chapters:
        for text in (text for entry in chapter.all_entries for text in entry.texts()):
            counts: dict[tuple[str, str], int] = {}
            for span in text.spans:
                if not _UNUSUAL.search(span.text):
                    continue
                italic = span.style.italic
                for run in _runs(span.text, italic=italic):
                    pair = (run, stand_in(run, italic=italic))
                    counts[pair] = counts.get(pair, 0) + 1
            for (run, sign), count in counts.items():
                code = Code.CHARACTER_OUTSIDE_FONTS
                yield Diagnostic(code, text.origin, before=run, after=sign, count=count)


def _runs(text: str, *, italic: bool) -> Iterator[str]:
    """Yield the longest runs of characters that the fonts lack, but those printed alike."""
    start = end = 0
    for match in _lacking(italic=italic).finditer(text):
        if match[0] in _SILENT:
            continue
        if match.start() != end:
            if end > start:
                yield text[start:end]
            start = match.start()
        end = match.end()
    if end > start:
        yield text[start:end]
