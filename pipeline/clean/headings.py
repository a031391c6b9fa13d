"""Headings typed in capitals: found, set in sentence case, not said twice.

Sentence case needs care: a word of the dictionary goes to lower case, an acronym or name
stays as it is (``french.md`` 4.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.clean.capital_lines import WORD_RE, heading_end, in_capitals, told_in_capitals
from pipeline.clean.lexicon import Lexicon, plain
from pipeline.clean.sentence import Reader
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import Heading, Mark, Paragraph, Text
from pipeline.regex import regex

if TYPE_CHECKING:
    from pipeline.clean.running_names import Names

_YEAR_RE = regex(r"\s*(\d{4})\s*[:.–-](?!\s*\d)\s*")
"""A year in front of a text: ``1993: Le bureau``, and not ``1870–71``."""
_SMALL = frozenset("le la les l de d du des un une et en a à au aux".split())
_NAMING_RE = regex(
    r"(?:lieu|lieux|lieu-?dit|commune|ville|localite|adresse|nom|noms|prenom|patronyme|personne)s?\b"
)


def holds_names(heading: str) -> bool:
    """Tell whether the heading of a column says that its cells are names.

    >>> holds_names("Lieu"), holds_names("Personnes citées"), holds_names("Nombre")
    (True, True, False)
    """
    return _NAMING_RE.match(plain(heading.strip())) is not None


@dataclass(slots=True)
class Caps:
    """What is needed to set one row's headings: words, acronyms, and what is already said."""

    lexicon: Lexicon
    names: Names
    theme: str = ""
    year: int | None = None
    naming: bool = False
    """The column holds names, of places or persons: capitals there open no heading, and stay."""

    def opened(
        self, text: Text, report: Reporter, *, alone: bool = False
    ) -> Iterator[Heading | Paragraph]:
        """Yield a paragraph, or the heading that opens it and the rest.

        Args:
            text: One paragraph of a cell.
            report: Receives what is merged or set in sentence case.
            alone: The cell has nothing else, so what is said twice is printed all the same.
        """
        if self.naming:
            yield Paragraph(text)
            return
        text = self._without_year(text, report)
        letters = str(text)
        end = heading_end(letters)
        if not end or self._only_acronyms(letters[:end]):
            yield Paragraph(text if end else self.told(text, report))
            return
        head, rest = text.split(end)
        if self._repeats(str(head)) and not (alone and not str(rest).strip()):
            report(Diagnostic(Code.HEADING_MERGED, text.origin, before=letters[:end].strip()))
            gap = len(str(rest)) - len(str(rest).lstrip())
            emptied = text.replaced(0, end + gap, "")
            yield Paragraph(emptied)
            return
        run_in = bool(str(rest).strip())
        head = self._trimmed(head, report)
        rest = self._moved_blank(rest)
        yield Heading(self.sentence_case(head, report), run_in)
        if rest.spans:
            yield Paragraph(rest)

    def _only_acronyms(self, head: str) -> bool:
        """Tell whether a line names acronyms and says no more: ``CFDT-COORACE``."""
        return ":" not in head and all(self.names.acronym(word) for word in WORD_RE.findall(head))

    def _without_year(self, text: Text, report: Reporter) -> Text:
        match = _YEAR_RE.match(str(text))
        if match is None or self.year is None or int(match[1]) != self.year:
            return text
        if match.end() == len(str(text)):
            return text
        report(Diagnostic(Code.HEADING_MERGED, text.origin, before=match[1]))
        return text.replaced(0, match.end(), "")

    def _repeats(self, heading: str) -> bool:
        """Tell whether a heading says no more than the theme."""
        words = _letters_of(heading) - _SMALL
        said = _letters_of(self.theme)
        return bool(words) and words <= said

    def _trimmed(self, head: Text, report: Reporter) -> Text:
        letters = str(head)
        kept = len(letters.rstrip(" :\xa0\u202f"))
        if kept < len(letters):
            mark = letters[kept:].strip()
            if mark:
                report(Diagnostic(Code.HEADING_COLON, head.origin, before=mark))
            head = head.replaced(kept, len(letters), "")
        return head

    @staticmethod
    def _moved_blank(rest: Text) -> Text:
        letters = str(rest)
        blank = len(letters) - len(letters.lstrip())
        return rest.replaced(0, blank, "") if blank else rest

    def sentence_case(self, text: Text, report: Reporter) -> Text:
        """Return a text in capitals set in sentence case, each word recorded."""
        letters = str(text)
        if not in_capitals(letters, least=2):
            return text
        return self._read(text, letters, report)

    def told(self, text: Text, report: Reporter) -> Text:
        """Return an item or a long paragraph in capitals set in sentence case."""
        letters = str(text).strip()
        if self.naming or not told_in_capitals(letters) or self._only_acronyms(letters):
            return text
        return self._read(text, str(text), report)

    def _read(self, text: Text, letters: str, report: Reporter) -> Text:
        words = list(Reader(letters, self.lexicon, self.names).read())
        edits = [
            (each.start, each.end, each.letters, False)
            for each in words
            if letters[each.start : each.end] != each.letters
        ]
        if not edits:
            return text
        changed = text.edited(edits)
        if not all(each.sure for each in words):
            code, after = Code.HEADING_DOUBT, str(changed)
            report(Diagnostic(code, text.origin, before=letters, after=after))
            return text.marked(0, len(letters), Mark(code.slug, letters, after))
        report(Diagnostic(Code.HEADING_CASE, text.origin, before=letters, after=str(changed)))
        return changed


def _letters_of(text: str) -> set[str]:
    return {plain(word).replace("œ", "oe") for word in WORD_RE.findall(text)}
