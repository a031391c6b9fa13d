"""The text of the Word file in order: front, chapters, back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from pipeline.model import Booklet, Chapter, Entry, Era, IndexKind, IndexTerm, Section, Text
from pipeline.theme import Theme
from pipeline.writers import printed, titles
from pipeline.writers.contents import contents
from pipeline.writers.docx.back import Back
from pipeline.writers.docx.comments import closed, opened
from pipeline.writers.docx.corrections import marks_in_front
from pipeline.writers.docx.flow import Flow
from pipeline.writers.docx.front import Front
from pipeline.writers.docx.numbering import Numbering
from pipeline.writers.docx.ranks import ranks
from pipeline.writers.docx.runs import Runs
from pipeline.writers.docx.sheets import section
from pipeline.writers.docx.xml import index_mark, run
from pipeline.writers.pagination import Pagination

Drawings: TypeAlias = Mapping[str, str]
"""Run with the drawing of a chapter or an era, by its key; the years at a glance under ``""``."""

_DASH = " — "
_SAME_PAGE = '<w:pageBreakBefore w:val="0"/>'
"""Of a heading that stands under the years of which nothing is said (ECMA-376, 17.3.1.23)."""


class Feet(NamedTuple):
    """Relationships of the running heads and of the foot."""

    front: str
    chapter: str
    year: str
    """Where years run on; empty where none does."""
    foot: str


class Body:
    """Writes one document."""

    def __init__(
        self,
        booklet: Booklet,
        theme: Theme,
        pagination: Pagination,
        runs: Runs,
        numbering: Numbering,
        drawings: Drawings,
        feet: Feet,
        caption: str,
    ) -> None:
        """Take what the text needs: page numbers, lists, pictures, running heads, a caption."""
        self._booklet, self._theme, self._feet = booklet, theme, feet
        self._runs, self._numbering, self._drawings = runs, numbering, drawings
        self._many = len(booklet.columns) > 1
        self._ranks = ranks(many=self._many, lower=False)
        self._flow = Flow()
        self._head, self._folios = "", "decimal"
        self._front = Front(booklet, self._flow, runs, pagination, drawings.get("", ""), caption)
        self._cited: dict[tuple[str, str], str] = {}
        self._back = Back(booklet, self._flow, runs, pagination, self._cited)
        self._listed = {line.key: line.title for line in contents(booklet)}
        """Lines of the booklet's contents, by their keys: some of them are no headings."""
        self._terms: dict[str, list[IndexTerm]] = defaultdict(list)
        for term in booklet.index:
            for key in term.entries:
                self._terms[key].append(term)

    def written(self) -> str:
        """Return the content of ``w:body``."""
        flow, theme, feet = self._flow, self._theme, self._feet
        self._front.title_page()
        flow.end_section(section(theme))
        place = len(flow.out)
        self._front.note()
        flow.end_section(section(theme, head=feet.front, foot=feet.foot, folios="lowerRoman"))
        above = ""
        for each in self._booklet.openings:
            if isinstance(each, Era):
                self._under(feet.year)
                self._era(each)
            else:
                self._under(feet.chapter)
                self._chapter(each, on=_SAME_PAGE if above in self._booklet.passed_over else "")
            above = each.id
        if self._booklet.references or self._booklet.glossary:
            self._under(feet.chapter)
            self._back.documents()
            self._back.glossary()
        last = self._numbered()
        fonts = " et ".join(theme["fonts"][kind][0] for kind in ("serif_word", "sans_word"))
        colophon = run(titles.colophon(self._booklet, fonts))
        if self._booklet.index:
            flow.end_section(last)
            head = "" if self._head == feet.chapter else feet.chapter
            title = section(theme, head=head, foot=feet.foot)
            columns = section(theme, columns=2, continuous=True)
            colophon = self._back.index(title, columns) + colophon
            last = section(theme, continuous=True)
        flow.add("Colophon", colophon)
        flow.out.insert(place, self._front.contents())
        return "".join(flow.out) + last

    def _under(self, head: str) -> None:
        """Close the section that is open where what follows has another running head.

        Years that run on stand in sections of their own, whose head names the year.
        """
        if self._head != head and self._head:
            self._flow.end_section(self._numbered())
            self._folios = ""
        self._head = head

    def _numbered(self) -> str:
        """Return the properties of the section that is open among chapters and lists."""
        feet = self._feet
        return section(self._theme, head=self._head, foot=feet.foot, folios=self._folios)

    def _era(self, era: Era) -> None:
        """Write a decade or a century, and the years that run on in it."""
        _, title = self._flow.bookmark(era.id, self._runs.write(era.title))
        words = self._runs.listed(era.title)
        self._flow.titled_paragraph("Heading1", title, 1, words, era.id)
        self._flow.add("Frise", self._drawings[era.id])
        for chapter in era.chapters:
            self._chapter(chapter, 2)

    def _chapter(self, chapter: Chapter, level: int = 1, on: str = "") -> None:
        lower = bool(self._booklet.eras)
        self._ranks = ranks(many=self._many, lower=lower, alone=level == 1)
        opening = chapter.opening
        if level > 1:
            self._parts(chapter)
        content = words = run(printed.year_words(chapter), "Annee")
        if opening is not None and str(opening.period.label) == printed.year_words(chapter):
            content = self._runs.write(opening.period.label, opening.id, "Annee")
        first = len(self._flow.out)
        if chapter.title:
            title = self._runs.write(chapter.title, opening.id if opening else "")
            if opening is not None and str(opening.theme) == str(chapter.title):
                title = self._of_cell(opening, chapter.title, title)
            content += run(_DASH) + title
            words += run(_DASH) + self._runs.listed(chapter.title)
        numbers = self._runs.comments.on_entry(opening) if opening else []
        _, content = self._flow.bookmark(chapter.id, content)
        content = opened(numbers) + content + closed(numbers)
        self._flow.titled_paragraph(f"Heading{level}", content, level, words, chapter.id, on)
        if level == 1 and chapter.id in self._drawings:
            self._flow.add("Frise", self._drawings[chapter.id])
        if level == 1:
            self._parts(chapter)  # Its heading begins a page.
        if opening is not None:
            self._opening(chapter, opening, first)
        for each in printed.dated(chapter):
            if each.entry.leads:
                self._part(each.entry)
            else:
                self._entry(each)

    def _parts(self, chapter: Chapter) -> None:
        for each in chapter.heads:
            self._part(each)

    def _part(self, entry: Entry) -> None:
        """Write a line of the workbook that heads what follows."""
        first, numbers = len(self._flow.out), self._runs.comments.on_entry(entry)
        content = self._of_cell(entry, entry.theme, self._runs.write(entry.theme, entry.id))
        self._flow.add("Partie", opened(numbers) + content + closed(numbers))
        if entry.id in self._listed:
            self._flow.listed(first, self._listed[entry.id], 2, entry.id)
        self._finished(entry, first)

    def _opening(self, chapter: Chapter, opening: Entry, first: int) -> None:
        if opening.theme and str(opening.theme) != str(chapter.title):
            title = self._runs.write(opening.theme, opening.id)
            title = self._of_cell(opening, opening.theme, title)
            self._heading(title, self._runs.listed(opening.theme), opening.id)
        for each in opening.sections:
            if self._many and each.heading:
                self._flow.add(self._ranks.opening_rubric, self._runs.again(each.heading))
            self._section(opening, each, self._ranks.opening_inner)
        self._sources(opening)
        self._finished(opening, first)

    def _heading(self, content: str, words: str, key: str) -> None:
        """Write a heading that the contents list."""
        self._flow.titled_paragraph(self._ranks.entry, content, self._ranks.level, words, key)

    def _entry(self, dated: printed.Dated) -> None:
        entry, first = dated.entry, len(self._flow.out)
        numbers = self._runs.comments.on_entry(entry)
        if self._titled(dated, numbers):
            numbers = []
        before = ""
        for each in entry.sections:
            if each.column != before and self._many and each.heading:
                heading = self._runs.again(each.heading)
                content = opened(numbers) + heading + closed(numbers)
                self._flow.add(self._ranks.rubric, content)
                numbers = []
            before = each.column
            self._section(entry, each, self._ranks.inner)
        self._sources(entry, numbers)
        if not entry.theme and entry.id in self._listed and first < len(self._flow.out):
            pieces = (str(dated.said or ""), self._listed[entry.id])
            words = _DASH.join(filter(None, pieces))
            self._flow.listed(first, words, self._ranks.level, entry.id)
        self._finished(entry, first)

    def _titled(self, dated: printed.Dated, numbers: Sequence[int]) -> bool:
        """Write the heading of an entry, period and theme; tell whether it has one."""
        entry, said = dated.entry, dated.said
        pieces, words = [], []
        if said:
            period = self._runs.write(said, entry.id, "Periode")
            if not entry.period.inherited:
                period = self._of_cell(entry, entry.period.label, period, "P")
            pieces.append(period)
            words.append(self._runs.listed(said, "Periode"))
        if entry.theme:
            title = self._runs.write(entry.theme, entry.id)
            pieces.append(self._of_cell(entry, entry.theme, title))
            words.append(self._runs.listed(entry.theme))
        if pieces:
            content = opened(numbers) + run(_DASH).join(pieces) + closed(numbers)
            if entry.theme:
                self._heading(content, run(_DASH).join(words), entry.id)
            else:
                self._flow.add(self._ranks.dated, content)
        return bool(pieces)

    def _finished(self, entry: Entry, first: int) -> None:
        """Put the bookmark of the row around it, and its index marks in it."""
        self._flow.spread(entry.id, first)
        for term in self._terms.pop(entry.id, ()):
            mark = index_mark(term.term, term.filed, italic=term.kind is IndexKind.PERSON)
            self._flow.index(first, mark, term.forms)

    def _of_cell(self, entry: Entry, text: Text, content: str, name: str = "") -> str:
        """Return the content in the bookmark of its cell, ``r3_B``."""
        at = text.origin
        letters = name or (re.sub(r"\d", "", at.address) if at is not None else "T")
        given, content = self._flow.bookmark(f"{entry.id}_{letters}", content)
        self._cited[entry.id, str(text).casefold()] = given
        return content

    def _section(self, entry: Entry, section: Section, heading: str) -> None:
        first = len(self._flow.out)
        blocks = printed.printed(section)
        for block in marks_in_front(blocks) if self._runs.revisions else blocks:
            if block.kind == "heading":
                self._flow.add(heading, self._runs.write(block.text, entry.id))
            elif block.kind == "list":
                style = "ListNumber" if block.ordered else "ListBullet"
                look = self._numbering.restarted(block.start) if block.ordered else ""
                for place, item in enumerate(block.items):
                    under = place in block.inner
                    set_as = ("ListBullet2", "") if under else (style, look)
                    self._flow.add(set_as[0], self._runs.write(item, entry.id), set_as[1])
            elif block.kind == "opened":
                lead = self._runs.write(block.heading, entry.id, "Amorce") + self._runs.stop(
                    "Amorce"
                )
                self._flow.add("BodyText", lead + self._runs.write(block.text, entry.id))
            else:
                ragged = "CorpsDrapeau" if printed.is_ragged(block.text) else "BodyText"
                style = "Chapeau" if block.lead else ragged
                self._flow.add(style, self._runs.write(block.text, entry.id))
        self._flow.spread(f"{entry.id}_{section.column}", first)

    def _sources(self, entry: Entry, numbers: Sequence[int] = ()) -> None:
        if not entry.sources:
            if numbers:
                self._flow.close(opened(numbers) + closed(numbers))
            return
        sign = "Documents" if len(entry.sources) > 1 else "Document"
        content = opened(numbers) + run(sign, "Signe") + closed(numbers) + run(" ")
        for number, source in enumerate(entry.sources):
            words = self._runs.write(source, entry.id)
            content += (run(" · ") if number else "") + self._of_cell(entry, source, words)
        self._flow.add("Documents", content)
