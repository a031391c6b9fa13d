"""The pages before the first year: titles, contents, note on the text, years at a glance."""

from __future__ import annotations

from pipeline.model import Booklet
from pipeline.writers import printed, titles
from pipeline.writers.docx import title_page
from pipeline.writers.docx.comments import closed, opened
from pipeline.writers.docx.flow import Flow
from pipeline.writers.docx.looks import ALONE
from pipeline.writers.docx.runs import Runs
from pipeline.writers.docx.xml import FIELD_END, LINES, field_start, page_number, paragraph, run
from pipeline.writers.pagination import Pagination

LONGEST = 300
"""Lines of contents with entries: eight pages; a longer book lists its years alone."""


class Front:
    """Writes the front matter of one document."""

    def __init__(
        self,
        booklet: Booklet,
        flow: Flow,
        runs: Runs,
        pagination: Pagination,
        glance: str,
        caption: str,
    ) -> None:
        """Take what it needs; ``glance`` is the run with the drawing of all years, or empty."""
        self._booklet, self._flow, self._runs = booklet, flow, runs
        self._pagination, self._glance, self._caption = pagination, glance, caption

    def title_page(self) -> None:
        """Write the title page and the imprint."""
        numbers = self._runs.comments.on_book()
        for style, words in title_page.paragraphs(self._booklet):
            set_raised = style in title_page.RAISED
            content = self._runs.again(titles.raised(words)) if set_raised else run(words)
            if style == "Title":
                content = opened(numbers) + content + closed(numbers)
            self._flow.add(style, content)

    def contents(self) -> str:
        """Return the contents; every heading has been written by then."""
        levels = self._levels()
        lines = [each for each in self._flow.titled if each.level <= levels]
        note = self._runs.comments.say(
            "Les numéros de page de la table, de la liste des documents et de l’index sont ceux du "
            "livret PDF. Pour ceux de ce fichier : tout sélectionner (Ctrl+A), puis F9."
        )
        instruction = f'TOC \\o "1-{levels}" \\h \\z'
        if any(each.style == "EntreeIsolee" for each in lines):
            instruction += f' \\t "{ALONE};2"'  # as Word reads it in French
        if not all(each.style for each in lines):
            instruction += f" \\f {LINES}"
        rows = []
        for number, line in enumerate(lines):
            content = (
                f'<w:hyperlink w:anchor="{line.mark}" w:history="1">{line.words}'
                f"<w:r><w:tab/></w:r>{page_number(line.mark, self._pagination.get(line.key))}"
                "</w:hyperlink>"
            )
            start = field_start(instruction) if number == 0 else ""
            end = FIELD_END if number == len(lines) - 1 else ""
            rows.append(paragraph(f"TOC{line.level}", start + content + end))
        numbers = [note, *self._runs.comments.left()]
        title = opened(numbers) + run(printed.CONTENTS) + closed(numbers)
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
            f"{paragraph('TOCHeading', title)}{''.join(rows)}</w:sdtContent></w:sdt>"
        )

    def _levels(self) -> int:
        """Return how many levels of headings the contents have: as many as are not too long."""
        found = [each.level for each in self._flow.titled]
        deepest = range(max(found, default=1), 1, -1)
        fits = (each for each in deepest if sum(n <= each for n in found) <= LONGEST)
        return next(fits, 1)

    def note(self) -> None:
        """Write the note on the text, the key to reading and the years at a glance."""
        self._flow.add("TitreLiminaire", run(printed.NOTE))
        for each in self._booklet.note:
            self._flow.add("BodyText", self._runs.write(each.text))
        named = [each for each in self._booklet.columns if str(each.heading).strip()]
        if named:
            self._flow.add("SousTitreLiminaire", run(printed.KEY))
            key = printed.reading_key(self._booklet, above=True)
            self._flow.add("Chapeau", run(key))
            for column in named:
                self._flow.add("ListBullet", self._runs.again(column.heading))
            sign, meaning = printed.documents_key(self._booklet)
            if meaning:
                self._flow.add("BodyText", (run(sign, "Signe") if sign else "") + run(meaning))
        if self._glance:
            self._flow.add("TitreLiminaire", run(printed.glance(self._booklet)))
            self._flow.add("Frise", self._glance)
            self._flow.add("Caption", run(self._caption))
