"""The pages after the last year: documents, acronyms, index, colophon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.model import Booklet, Reference
from pipeline.writers import index_lines, printed
from pipeline.writers.docx.flow import Flow
from pipeline.writers.docx.runs import Runs
from pipeline.writers.docx.xml import FIELD_END, field_start, page_number, run
from pipeline.writers.pagination import Pagination

_NBSP = "\N{NO-BREAK SPACE}"
"""Before the first page in the index, so that it takes a word along to the next line."""


class Back:
    """Writes the back matter of one document."""

    def __init__(
        self,
        booklet: Booklet,
        flow: Flow,
        runs: Runs,
        pagination: Pagination,
        cited: Mapping[tuple[str, str], str],
    ) -> None:
        """Take what it needs; ``cited`` has the bookmark of each text, by entry and letters."""
        self._booklet, self._flow, self._runs = booklet, flow, runs
        self._pagination, self._cited = pagination, cited

    def _title(self, words: str, key: str) -> None:
        self._flow.titled_paragraph("Heading1", run(words), 1, run(words), key)

    def documents(self) -> None:
        """Write the list of documents with the pages that cite them."""
        if not self._booklet.references:
            return
        self._title(printed.DOCUMENTS, "documents")
        for line in self._booklet.references:
            words = self._runs.again(line.text)
            pages = run(", ").join(self._pages(line))
            self._flow.add("Reference", words + (run(" — p. ") + pages if pages else ""))

    def _pages(self, line: Reference) -> Iterator[str]:
        """Yield references to the pages of the very words, each page of the booklet once."""
        said = str(line.text)
        seen = set()
        for entry in line.entries:
            mark = self._cited.get((entry, said.casefold()))
            folio = next(iter(self._pagination.cited(entry, said)), 0)
            if mark and folio and folio not in seen:
                seen.add(folio)
                yield page_number(mark, str(folio))

    def glossary(self) -> None:
        """Write the acronyms."""
        if not self._booklet.glossary:
            return
        self._title(printed.ACRONYMS, "sigles")
        for term in self._booklet.glossary:
            self._flow.add("Sigle", run(term.acronym, "LettresSigle") + run(f" {term.expansion}"))

    def index(self, title: str, columns: str) -> str:
        """Write the index as a field, filled in, and return what closes it in the next paragraph.

        The field holds both section breaks around its columns, as Word writes it: at each
        refresh Word takes them out and puts them in again.  These three sections go on with the
        running head and the folios before them, since one whose break goes takes those of the
        next; the title has a head of its own where that before it names a year.

        Args:
            title: Properties of the section of its title.
            columns: Properties of the section of its lines.
        """
        self._title(printed.INDEX, "index")
        start = field_start(f'INDEX \\e ",{_NBSP}" \\h "A" \\c "2" \\z "1036"')
        key = printed.index_key(self._booklet)
        self._flow.add("Caption", (run(key) if key else "") + start)
        self._flow.end_section(title)
        for group in index_lines.index_groups(self._booklet):
            self._flow.add("IndexHeading", run(group.letter))
            for line in group.lines:
                found = printed.pages(line.entries, self._pagination, line.forms)
                pages = ", ".join(page.folio for page in found)
                term = run(line.term, "Personne" if line.person else "")
                self._flow.add("Index1", term + (run(f",{_NBSP}{pages}") if pages else ""))
        self._flow.end_section(columns)
        return FIELD_END
