"""The text of the Word file in order: front, chapters, back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from pipeline.model import Booklet, Chapter, Entry, IndexKind, Section, Text
from pipeline.theme import Theme
from pipeline.writers import printed
from pipeline.writers.docx.back import Back
from pipeline.writers.docx.comments import closed, opened
from pipeline.writers.docx.flow import Flow
from pipeline.writers.docx.front import Front
from pipeline.writers.docx.numbering import Numbering
from pipeline.writers.docx.runs import Runs
from pipeline.writers.docx.sheets import section
from pipeline.writers.docx.xml import index_mark, run
from pipeline.writers.pagination import Pagination

Drawings: TypeAlias = Mapping[str, str]
"""Run with the drawing of a chapter, by its key; the years at a glance under ``""``."""


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
        feet: tuple[str, str],
    ) -> None:
        """Take what the text needs: page numbers, lists, pictures, running heads."""
        self._booklet, self._theme, self._feet = booklet, theme, feet
        self._runs, self._numbering, self._drawings = runs, numbering, drawings
        self._many = len(booklet.columns) > 1
        self._flow = Flow()
        self._front = Front(booklet, self._flow, runs, pagination, drawings.get("", ""))
        self._back = Back(booklet, self._flow, runs, pagination)
        self._terms: dict[str, list[str]] = defaultdict(list)
        for term in booklet.index:
            italic = term.kind is IndexKind.PERSON
            for key in term.entries:
                self._terms[key].append(index_mark(term.term, italic=italic))

    def written(self) -> str:
        """Return the content of ``w:body``."""
        flow, theme, indexed = self._flow, self._theme, bool(self._booklet.index)
        head, foot = self._feet
        self._front.title_page()
        flow.end_section(section(theme))
        place = len(flow.out)
        self._front.note()
        flow.end_section(section(theme, head=head, foot=foot, folios="lowerRoman"))
        for chapter in self._booklet.chapters:
            self._chapter(chapter)
        self._back.documents()
        self._back.glossary()
        numbered = section(theme, head=head, foot=foot, folios="decimal")
        if indexed:
            flow.end_section(numbered)
            self._back.index()
            flow.end_section(section(theme, columns=2, continuous=True))
        flow.add("Colophon", run(printed.colophon(self._booklet)))
        flow.out.insert(place, self._front.contents())
        return "".join(flow.out) + (section(theme, continuous=True) if indexed else numbered)

    def _chapter(self, chapter: Chapter) -> None:
        words = printed.year_words(chapter)
        opening = chapter.opening
        content = run(words, "Annee")
        first = len(self._flow.out)
        if chapter.title:
            title = self._runs.write(chapter.title, opening.id if opening else "")
            if opening is not None and str(opening.theme) == str(chapter.title):
                title = self._of_cell(opening, chapter.title, title)
            content += run(" — ") + title
        numbers = self._runs.comments.on_entry(opening) if opening else []
        content = opened(numbers) + self._flow.bookmark(chapter.id, content) + closed(numbers)
        title = f"{words} — {chapter.title}" if chapter.title else words
        self._flow.titled_paragraph("Heading1", content, 1, title, chapter.id)
        if chapter.id in self._drawings:
            self._flow.add("Frise", self._drawings[chapter.id])
        if opening is not None:
            self._opening(chapter, opening, first)
        for each in printed.dated(chapter):
            self._entry(each)

    def _opening(self, chapter: Chapter, opening: Entry, first: int) -> None:
        if opening.theme and str(opening.theme) != str(chapter.title):
            title = self._runs.write(opening.theme, opening.id)
            title = self._of_cell(opening, opening.theme, title)
            self._flow.titled_paragraph("Heading2", title, 2, str(opening.theme), opening.id)
        for each in opening.sections:
            if self._many:
                self._flow.add("RubriqueOuverture", self._runs.again(each.heading))
            self._section(opening, each, "Intertitre2" if self._many else "Intertitre1")
        self._sources(opening)
        self._flow.spread(opening.id, first, "".join(self._terms.pop(opening.id, ())))

    def _entry(self, dated: printed.Dated) -> None:
        entry, first = dated.entry, len(self._flow.out)
        numbers = self._runs.comments.on_entry(entry)
        said = self._runs.write(dated.said, entry.id) if dated.said else ""
        if said and entry.period.label and not entry.period.inherited:
            said = self._of_cell(entry, entry.period.label, said, "P")
        if said:
            content = opened(numbers) + said + closed(numbers)
            numbers = []
            if entry.theme:
                self._flow.add("Periode", content)
            else:
                words = str(dated.said)
                self._flow.titled_paragraph("TitrePeriode", content, 2, words, entry.id)
        if entry.theme:
            title = self._runs.write(entry.theme, entry.id)
            title = self._of_cell(entry, entry.theme, title)
            content = opened(numbers) + title + closed(numbers)
            numbers = []
            style = "Heading2" if said else "ThemeSeul"
            self._flow.titled_paragraph(style, content, 2, str(entry.theme), entry.id)
        for number, each in enumerate(entry.sections):
            changed = number == 0 or each.column != entry.sections[number - 1].column
            if changed and self._many:
                content = opened(numbers) + self._runs.again(each.heading) + closed(numbers)
                numbers = []
                self._flow.add("Heading3", content)
            self._section(entry, each, "Heading4" if self._many else "Intertitre2")
        self._sources(entry, opened(numbers), closed(numbers))
        self._flow.spread(entry.id, first, "".join(self._terms.pop(entry.id, ())))

    def _of_cell(self, entry: Entry, text: Text, content: str, name: str = "") -> str:
        """Return the content in the bookmark of its cell, ``r3_B``."""
        at = text.origin
        letters = name or (re.sub(r"\d", "", at.address) if at is not None else "T")
        return self._flow.bookmark(f"{entry.id}_{letters}", content)

    def _section(self, entry: Entry, section: Section, heading: str) -> None:
        first = len(self._flow.out)
        for block in printed.printed(section):
            if block.kind == "heading":
                self._flow.add(heading, self._runs.write(block.text, entry.id))
            elif block.kind == "list":
                style = "ListNumber" if block.ordered else "ListBullet"
                look = self._numbering.restarted(block.start) if block.ordered else ""
                for item in block.items:
                    self._flow.add(style, self._runs.write(item, entry.id), look)
            elif block.kind == "opened":
                lead = self._runs.write(block.heading, entry.id, "Amorce") + run(". ", "Amorce")
                self._flow.add("BodyText", lead + self._runs.write(block.text, entry.id))
            else:
                style = "Chapeau" if block.lead else "BodyText"
                self._flow.add(style, self._runs.write(block.text, entry.id))
        self._flow.spread(f"{entry.id}_{section.column}", first)

    def _sources(self, entry: Entry, before: str = "", after: str = "") -> None:
        if not entry.sources:
            if before or after:
                self._flow.out[-1] = (
                    self._flow.out[-1].removesuffix("</w:p>") + before + after + "</w:p>"
                )
            return
        sign = "Documents" if len(entry.sources) > 1 else "Document"
        content = before + run(sign, "Signe") + after + run(" ")
        for number, source in enumerate(entry.sources):
            words = self._runs.write(source, entry.id)
            content += (run(" · ") if number else "") + self._of_cell(entry, source, words)
        self._flow.add("Documents", content)
