"""The text of the Word file in order: titles, contents, chapters, annexes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.model import Booklet, Chapter, Entry, Section, Text
from pipeline.theme import Theme
from pipeline.writers import printed
from pipeline.writers.docx.comments import closed, opened
from pipeline.writers.docx.numbering import Numbering
from pipeline.writers.docx.runs import Runs
from pipeline.writers.docx.sheets import section
from pipeline.writers.docx.xml import (
    FIELD_END,
    field_start,
    index_mark,
    page_number,
    paragraph,
    run,
)

Drawings: TypeAlias = Mapping[str, str]
"""Run with the drawing of a chapter, by its key; the years at a glance under ``""``."""
LONGEST_NAME = 40
"""Letters of a bookmark's name (ECMA-376, 17.13.6.2)."""


@dataclass(frozen=True, slots=True)
class _Titled:
    """A heading that the contents list."""

    level: int
    words: str
    mark: str
    key: str


class Body:
    """Writes one document; paragraphs are collected in order."""

    def __init__(
        self,
        booklet: Booklet,
        theme: Theme,
        folios: Mapping[str, str],
        runs: Runs,
        numbering: Numbering,
        drawings: Drawings,
        feet: tuple[str, str],
    ) -> None:
        """Take what the text needs: page numbers, lists, pictures, running heads."""
        self._booklet, self._theme, self._folios = booklet, theme, folios
        self._runs, self._numbering, self._drawings, self._feet = runs, numbering, drawings, feet
        self._out: list[str] = []
        self._titled: list[_Titled] = []
        self._names: set[str] = set()
        self._terms: dict[str, list[str]] = defaultdict(list)
        for term in booklet.index:
            italic = term.kind.value == "personne"
            for key in term.entries:
                self._terms[key].append(index_mark(term.term, italic=italic))

    def written(self) -> str:
        """Return the content of ``w:body``."""
        head, foot = self._feet
        self._title_page()
        self._end_section(section(self._theme))
        place = len(self._out)
        self._note()
        self._end_section(section(self._theme, head=head, foot=foot, folios="lowerRoman"))
        for chapter in self._booklet.chapters:
            self._chapter(chapter)
        self._documents()
        self._glossary()
        first = "decimal"
        if self._booklet.index:
            self._end_section(section(self._theme, head=head, foot=foot, folios=first))
            first = ""
            self._index()
            self._end_section(section(self._theme, columns=2, continuous=True))
        self._add("Colophon", run(printed.colophon(self._booklet)))
        continuous = bool(self._booklet.index)
        last = section(
            self._theme,
            head=head if first else "",
            foot=foot if first else "",
            folios=first,
            continuous=continuous,
        )
        self._out.insert(place, self._contents())
        return "".join(self._out) + last

    # -- paragraphs ---------------------------------------------------------------------

    def _add(self, style: str, content: str, properties: str = "") -> None:
        self._out.append(paragraph(style, content, properties))

    def _end_section(self, properties: str) -> None:
        """Close a section in its last paragraph, so that none is empty."""
        before, end, after = self._out[-1].rpartition("</w:pPr>")
        self._out[-1] = before + properties + end + after

    def _bookmark(self, name: str, content: str) -> str:
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

    def _spread(self, name: str, first: int, marks: str = "") -> None:
        """Put a bookmark around the paragraphs from ``first`` to the last.

        Index marks stay in front of it: LibreOffice 7.4 writes the bookmark twice otherwise.
        """
        if first >= len(self._out):
            return
        number, name = self._named(name)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        head, end, rest = self._out[first].partition("</w:pPr>")
        self._out[first] = head + end + marks + start + rest
        self._out[-1] = self._out[-1].removesuffix("</w:p>") + (
            f'<w:bookmarkEnd w:id="{number}"/></w:p>'
        )

    def _titled_paragraph(
        self, style: str, content: str, level: int, words: str, key: str, properties: str = ""
    ) -> None:
        mark = f"_Toc{len(self._titled) + 1:08}"
        self._titled.append(_Titled(level, " ".join(words.split()), mark, key))
        self._add(style, self._bookmark(mark, content), properties)

    # -- front --------------------------------------------------------------------------

    def _title_page(self) -> None:
        booklet, given = self._booklet, self._booklet.imprint
        if given.author:
            self._add("Auteur", run(given.author))
        numbers = self._runs.comments.on_book()
        self._add("Title", opened(numbers) + run(given.title) + closed(numbers))
        if given.subtitle:
            self._add("Subtitle", run(given.subtitle))
        if printed.span(booklet):
            self._add("Annees", run(printed.span(booklet)))
        for label, value in printed.mentions(booklet):
            self._add("Mentions", run(f"{label} {value}" if label else value))
        place = f"{given.place}, {given.date}" if given.place else given.date
        self._add("Editeur", run(place))

    def _contents(self) -> str:
        levels = 1 if len(self._booklet.chapters) > 1 else 2
        lines = [each for each in self._titled if each.level <= levels]
        note = self._runs.comments.say(
            "Les numéros de page de la table, de la liste des documents et de l’index sont ceux du "
            "livret PDF. Pour ceux de ce fichier : tout sélectionner (Ctrl+A), puis F9."
        )
        instruction = f'TOC \\o "1-{levels}" \\h \\z' + (r" \u" if levels > 1 else "")
        rows = []
        for number, line in enumerate(lines):
            content = (
                f'<w:hyperlink w:anchor="{line.mark}" w:history="1">{run(line.words)}'
                f"<w:r><w:tab/></w:r>{page_number(line.mark, self._folios.get(line.key, ''))}"
                "</w:hyperlink>"
            )
            start = field_start(instruction) if number == 0 else ""
            end = FIELD_END if number == len(lines) - 1 else ""
            rows.append(paragraph(f"TOC{line.level}", start + content + end))
        title = opened([note]) + run(printed.CONTENTS) + closed([note])
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
            f"{paragraph('TOCHeading', title)}{''.join(rows)}</w:sdtContent></w:sdt>"
        )

    def _note(self) -> None:
        self._add("TitreLiminaire", run(printed.NOTE))
        for each in self._booklet.note:
            self._add("BodyText", self._runs.write(each.text))
        if self._booklet.columns:
            self._add("TitrePeriode", run(printed.KEY))
            self._add("Chapeau", run(printed.READING_KEY))
            for column in self._booklet.columns:
                self._add("ListBullet", self._runs.again(column.heading))
            before, sign, after = printed.documents_key()
            self._add("BodyText", run(before) + run(sign, "Signe") + run(after))
        if "" in self._drawings:
            self._add("TitreLiminaire", run(printed.GLANCE))
            self._add("Frise", self._drawings[""])
            self._add("Caption", run(printed.GLANCE_CAPTION))

    # -- chapters -----------------------------------------------------------------------

    def _chapter(self, chapter: Chapter) -> None:
        words = printed.year_words(chapter)
        opening = chapter.opening
        content = run(words, "Annee")
        first = len(self._out)
        if chapter.title:
            title = self._runs.write(chapter.title, opening.id if opening else "")
            if opening is not None and str(opening.theme) == str(chapter.title):
                title = self._of_cell(opening, chapter.title, title)
            content += run(" — ") + title
        numbers = self._runs.comments.on_entry(opening) if opening else []
        content = opened(numbers) + self._bookmark(chapter.id, content) + closed(numbers)
        title = f"{words} — {chapter.title}" if chapter.title else words
        self._titled_paragraph("Heading1", content, 1, title, chapter.id)
        if chapter.id in self._drawings:
            self._add("Frise", self._drawings[chapter.id])
        if opening is not None:
            self._opening(chapter, opening, first)
        for each in printed.dated(chapter):
            self._entry(each)

    def _opening(self, chapter: Chapter, opening: Entry, first: int) -> None:
        if opening.theme and str(opening.theme) != str(chapter.title):
            title = self._runs.write(opening.theme, opening.id)
            title = self._of_cell(opening, opening.theme, title)
            self._titled_paragraph("Heading2", title, 2, str(opening.theme), opening.id)
        for each in opening.sections:
            self._add("RubriqueOuverture", self._runs.again(each.heading))
            self._section(opening, each, "Intertitre2")
        self._sources(opening)
        self._spread(opening.id, first, "".join(self._terms.pop(opening.id, ())))

    def _entry(self, dated: printed.Dated) -> None:
        entry, first = dated.entry, len(self._out)
        numbers = self._runs.comments.on_entry(entry)
        said = self._runs.write(dated.said, entry.id) if dated.said else ""
        if said and entry.period.label and not entry.period.inherited:
            said = self._of_cell(entry, entry.period.label, said, "P")
        if said:
            content = opened(numbers) + said + closed(numbers)
            numbers = []
            if entry.theme:
                self._add("Periode", content)
            else:
                words = str(dated.said)
                self._titled_paragraph("TitrePeriode", content, 2, words, entry.id)
        if entry.theme:
            title = self._runs.write(entry.theme, entry.id)
            title = self._of_cell(entry, entry.theme, title)
            content = opened(numbers) + title + closed(numbers)
            numbers = []
            style = "Heading2" if said else "ThemeSeul"
            self._titled_paragraph(style, content, 2, str(entry.theme), entry.id)
        for number, each in enumerate(entry.sections):
            if number == 0 or each.column != entry.sections[number - 1].column:
                content = opened(numbers) + self._runs.again(each.heading) + closed(numbers)
                numbers = []
                self._add("Heading3", content)
            self._section(entry, each, "Heading4")
        self._sources(entry, opened(numbers), closed(numbers))
        self._spread(entry.id, first, "".join(self._terms.pop(entry.id, ())))

    def _of_cell(self, entry: Entry, text: Text, content: str, name: str = "") -> str:
        """Return the content in the bookmark of its cell, ``r3_B``."""
        at = text.origin
        letters = name or (re.sub(r"\d", "", at.address) if at is not None else "T")
        return self._bookmark(f"{entry.id}_{letters}", content)

    def _section(self, entry: Entry, section: Section, heading: str) -> None:
        first = len(self._out)
        for block in printed.printed(section):
            if block.kind == "heading":
                self._add(heading, self._runs.write(block.text, entry.id))
            elif block.kind == "list":
                style = "ListNumber" if block.ordered else "ListBullet"
                look = self._numbering.restarted(block.start) if block.ordered else ""
                for item in block.items:
                    self._add(style, self._runs.write(item, entry.id), look)
            elif block.kind == "opened":
                lead = self._runs.write(block.heading, entry.id, "Amorce") + run(". ", "Amorce")
                self._add("BodyText", lead + self._runs.write(block.text, entry.id))
            else:
                style = "Chapeau" if block.lead else "BodyText"
                self._add(style, self._runs.write(block.text, entry.id))
        self._spread(f"{entry.id}_{section.column}", first)

    def _sources(self, entry: Entry, before: str = "", after: str = "") -> None:
        if not entry.sources:
            if before or after:
                self._out[-1] = self._out[-1].removesuffix("</w:p>") + before + after + "</w:p>"
            return
        sign = "Documents" if len(entry.sources) > 1 else "Document"
        content = before + run(sign, "Signe") + after + run(" ")
        for number, source in enumerate(entry.sources):
            words = self._runs.write(source, entry.id)
            content += (run(" · ") if number else "") + self._of_cell(entry, source, words)
        self._add("Documents", content)

    # -- back ---------------------------------------------------------------------------

    def _pages(self, entries: tuple[str, ...]) -> str:
        """Return page references to the bookmarks of entries, a run of pages as its numbers."""
        pieces = []
        for page in printed.pages(entries, self._folios):
            pieces.append(page_number(re.sub(r"\W", "_", page.key), page.folio))
        return run(", ").join(pieces)

    def _documents(self) -> None:
        if not self._booklet.references:
            return
        self._titled_paragraph(
            "Heading1", run(printed.DOCUMENTS), 1, printed.DOCUMENTS, "documents"
        )
        for line in self._booklet.references:
            words = self._runs.again(line.text)
            pages = self._pages(line.entries)
            self._add("Reference", words + (run(" — p. ") + pages if pages else ""))

    def _glossary(self) -> None:
        if not self._booklet.glossary:
            return
        self._titled_paragraph("Heading1", run(printed.ACRONYMS), 1, printed.ACRONYMS, "sigles")
        for term in self._booklet.glossary:
            self._add("Sigle", run(term.acronym, "LettresSigle") + run(f" {term.expansion}"))

    def _index(self) -> None:
        self._titled_paragraph("Heading1", run(printed.INDEX), 1, printed.INDEX, "index")
        self._add("Caption", run(printed.INDEX_KEY))
        lines: list[tuple[str, str]] = []
        for group in printed.index_groups(self._booklet):
            lines.append(("IndexHeading", run(group.letter)))
            for line in group.lines:
                pages = [page.folio for page in printed.pages(line.entries, self._folios)]
                term = run(line.term, "Personne" if line.person else "")
                lines.append(("Index1", term + run(", " + ", ".join(pages) if pages else "")))
        start = field_start('INDEX \\e ", " \\h "A" \\c "2" \\z "1036"')
        for number, (style, content) in enumerate(lines):
            content = start + content if number == 0 else content
            self._add(style, content + (FIELD_END if number == len(lines) - 1 else ""))
