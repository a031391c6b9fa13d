"""The pages after the last year: documents, acronyms, index, colophon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import Booklet
from pipeline.writers import index_lines, printed
from pipeline.writers.docx.flow import Flow
from pipeline.writers.docx.runs import Runs
from pipeline.writers.docx.xml import FIELD_END, field_start, page_number, run
from pipeline.writers.pagination import Pagination


class Back:
    """Writes the back matter of one document."""

    def __init__(self, booklet: Booklet, flow: Flow, runs: Runs, pagination: Pagination) -> None:
        """Take what it needs."""
        self._booklet, self._flow, self._runs, self._pagination = booklet, flow, runs, pagination

    def _pages(self, entries: Sequence[str], form: str) -> str:
        """Return page references to the bookmarks of entries, a run of pages as its numbers."""
        pieces = []
        for page in printed.pages(entries, self._pagination, [form]):
            pieces.append(page_number(re.sub(r"\W", "_", page.entry), page.folio))
        return run(", ").join(pieces)

    def documents(self) -> None:
        """Write the list of documents with the pages that cite them."""
        if not self._booklet.references:
            return
        self._flow.titled_paragraph(
            "Heading1", run(printed.DOCUMENTS), 1, printed.DOCUMENTS, "documents"
        )
        for line in self._booklet.references:
            words = self._runs.again(line.text)
            pages = self._pages(line.entries, str(line.text))
            self._flow.add("Reference", words + (run(" — p. ") + pages if pages else ""))

    def glossary(self) -> None:
        """Write the acronyms."""
        if not self._booklet.glossary:
            return
        self._flow.titled_paragraph(
            "Heading1", run(printed.ACRONYMS), 1, printed.ACRONYMS, "sigles"
        )
        for term in self._booklet.glossary:
            self._flow.add("Sigle", run(term.acronym, "LettresSigle") + run(f" {term.expansion}"))

    def index(self) -> None:
        """Write the index as a field, filled in."""
        self._flow.titled_paragraph("Heading1", run(printed.INDEX), 1, printed.INDEX, "index")
        self._flow.add("Caption", run(printed.INDEX_KEY))
        lines: list[tuple[str, str]] = []
        for group in index_lines.index_groups(self._booklet):
            lines.append(("IndexHeading", run(group.letter)))
            for line in group.lines:
                found = printed.pages(line.entries, self._pagination, line.forms)
                pages = [page.folio for page in found]
                term = run(line.term, "Personne" if line.person else "")
                lines.append(("Index1", term + run(", " + ", ".join(pages) if pages else "")))
        start = field_start('INDEX \\e ", " \\h "A" \\c "2" \\z "1036"')
        for number, (style, content) in enumerate(lines):
            content = start + content if number == 0 else content
            self._flow.add(style, content + (FIELD_END if number == len(lines) - 1 else ""))
