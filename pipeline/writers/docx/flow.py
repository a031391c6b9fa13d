"""Paragraphs in order, with their bookmarks: what the writers of the parts write into."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.writers.docx.xml import paragraph

LONGEST_NAME = 40
"""Letters of a bookmark's name (ECMA-376, 17.13.6.2)."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A heading that the contents list."""

    level: int
    words: str
    mark: str
    key: str


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
        """Close a section in its last paragraph, so that none is empty."""
        before, end, after = self.out[-1].rpartition("</w:pPr>")
        self.out[-1] = before + properties + end + after

    def bookmark(self, name: str, content: str) -> str:
        """Return the content inside a bookmark; a name is given out once."""
        number, name = self._named(name)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def _named(self, name: str) -> tuple[int, str]:
        base = re.sub(r"\W", "_", name, flags=re.ASCII)[: LONGEST_NAME - 4]
        name, again = base, 1
        while name in self._names:
            again += 1
            name = f"{base}_{again}"
        self._names.add(name)
        return len(self._names), name

    def spread(self, name: str, first: int, marks: str = "") -> None:
        """Put a bookmark around the paragraphs from ``first`` to the last.

        Index marks stay in front of it: LibreOffice 7.4 writes the bookmark twice otherwise.
        """
        if first >= len(self.out):
            return
        number, name = self._named(name)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        head, end, rest = self.out[first].partition("</w:pPr>")
        self.out[first] = head + end + marks + start + rest
        self.out[-1] = self.out[-1].removesuffix("</w:p>") + (
            f'<w:bookmarkEnd w:id="{number}"/></w:p>'
        )

    def titled_paragraph(
        self, style: str, content: str, level: int, words: str, key: str, properties: str = ""
    ) -> None:
        """Add a heading that the contents list; ``key`` is the anchor of its page number."""
        mark = f"_Toc{len(self.titled) + 1:08}"
        self.titled.append(Titled(level, " ".join(words.split()), mark, key))
        self.add(style, self.bookmark(mark, content), properties)
