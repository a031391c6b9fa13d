"""Paragraphs in order, with their bookmarks: what the writers of the parts write into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from pipeline.regex import regex
from pipeline.writers.docx.xml import contents_mark, paragraph, run

LONGEST_NAME = 40
"""Letters of a bookmark's name (ECMA-376, 17.13.6.2)."""
_TAG_RE = regex(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Titled:
    """A heading that the contents list."""

    level: int
    words: str
    """Runs, as XML."""
    mark: str
    """Its bookmark."""
    key: str
    """Anchor of its page number."""
    style: str
    """Empty where it is no heading."""


class Flow:
    """The text of one document in the making."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.out: list[str] = []
        """Paragraphs, as XML."""
        self.titled: list[Titled] = []
        """Headings for the contents, in order."""
        self._names: set[str] = set()

    def add(self, style: str, content: str, properties: str = "") -> None:
        """Add one paragraph."""
        self.out.append(paragraph(style, content, properties))

    def end_section(self, properties: str) -> None:
        """Close a section in its last paragraph, so that none is empty.

        Raises:
            ValueError: It has no paragraph: the last one closes the section before.
        """
        before, end, after = self.out[-1].rpartition("</w:pPr>")
        if before.endswith("</w:sectPr>"):
            raise ValueError("section without a paragraph")
        self.out[-1] = before + properties + end + after

    def bookmark(self, name: str, content: str) -> tuple[str, str]:
        """Return the name given out, once for all, and the content inside its bookmark."""
        number, name = self._named(name)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return name, f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def _named(self, name: str) -> tuple[int, str]:
        base = re.sub(r"\W", "_", name, flags=re.ASCII)[: LONGEST_NAME - 4]
        name, again = base, 1
        while name in self._names:
            again += 1
            name = f"{base}_{again}"
        self._names.add(name)
        return len(self._names), name

    def listed(self, first: int, words: str, level: int, key: str) -> None:
        """Have the contents list the paragraph ``first``, which is no heading.

        Args:
            first: Its place.
            words: Its words there.
            level: In the contents, from 1.
            key: Anchor of its page number.
        """
        mark, content = self.bookmark(f"_Toc{len(self.titled) + 1:08}", contents_mark(words, level))
        self.titled.append(Titled(level, run(words), mark, key, ""))
        self._open(first, content)

    def spread(self, name: str, first: int) -> None:
        """Put a bookmark around the paragraphs from ``first`` to the last."""
        if first >= len(self.out):
            return
        number, name = self._named(name)
        self._open(first, f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>')
        self.close(f'<w:bookmarkEnd w:id="{number}"/>')

    def index(self, first: int, mark: str, forms: Sequence[str]) -> None:
        """Put an index mark in each paragraph from ``first`` that has one of some forms.

        In the first of them where none has.  It stands in front of all bookmarks, which
        LibreOffice 7.4 writes twice otherwise.
        """
        words = [unescape(_TAG_RE.sub("", each)) for each in self.out[first:]]
        held = [
            first + place
            for place, said in enumerate(words)
            if any(_pattern(form).search(said) for form in forms)
        ]
        for place in held or [first][: len(words)]:
            self._open(place, mark)

    def _open(self, place: int, content: str) -> None:
        head, end, rest = self.out[place].partition("</w:pPr>")
        self.out[place] = head + end + content + rest

    def close(self, content: str) -> None:
        """Add to the end of the last paragraph."""
        self.out[-1] = self.out[-1].removesuffix("</w:p>") + content + "</w:p>"

    def titled_paragraph(
        self, style: str, content: str, level: int, words: str, key: str, properties: str = ""
    ) -> None:
        """Add a heading that the contents list.

        Args:
            style: Id of its style.
            content: Its runs.
            level: In the contents, from 1.
            words: Its runs there.
            key: Anchor of its page number.
            properties: Further children of its ``w:pPr``.
        """
        mark, content = self.bookmark(f"_Toc{len(self.titled) + 1:08}", content)
        self.titled.append(Titled(level, words, mark, key, style))
        self.add(style, content, properties)


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str]:
    """Return what finds whole words, whatever blanks stand between them."""
    words = r"\s+".join(map(re.escape, form.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")
