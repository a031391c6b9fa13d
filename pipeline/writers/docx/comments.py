"""The pipeline's doubts as Word comments: on the very words, or together on the entry."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.diagnostics import Diagnostic, Severity
from pipeline.french import typeset
from pipeline.model import CellRef, Entry, Mark, Text
from pipeline.writers.docx.xml import paragraph, part, run

AUTHOR = "annales"
_INITIALS = "an"
_WORD_BEGINS = r"(?<!\w)"


@dataclass(frozen=True, slots=True)
class _Key:
    at: CellRef | None
    code: str
    before: str
    after: str


class Comments:
    """The comments of one document; each is given out once."""

    def __init__(self, entries: Sequence[Entry], findings: Iterable[Diagnostic], day: dt.date):
        """Sort the findings to look at: by words, by entry, and about the whole workbook."""
        self._day = day
        self._made: list[str] = []
        self._by_words: dict[_Key, list[Diagnostic]] = defaultdict(list)
        self._by_row: dict[tuple[str, int], list[Diagnostic]] = defaultdict(list)
        self._general: list[Diagnostic] = []
        self._said: set[tuple[str, _Key]] = set()
        self._pointed: dict[CellRef, list[Mark]] = defaultdict(list)
        marked = {_key(text.origin, mark) for text, mark in _marks(entries)}
        printed = _by_cell(entries)
        rows = {(entry.origin.sheet, entry.origin.row) for entry in entries}
        for each in findings:
            if each.severity is not Severity.CHECK:
                continue
            key = _Key(each.at, each.code.slug, each.before, each.after)
            if key in marked:
                self._by_words[key].append(each)
            elif each.at is not None and _found(each.before, printed.get(each.at, ())):
                self._by_words[key].append(each)
                self._pointed[each.at].append(Mark(key.code, key.before, key.after))
            elif each.at is not None and (each.at.sheet, each.at.row) in rows:
                self._by_row[each.at.sheet, each.at.row].append(each)
            else:
                self._general.append(each)

    def pointed(self, text: Text) -> Text:
        """Return the text with a mark on the words that doubts about its whole cell quote."""
        for mark in self._pointed.get(text.origin, ()) if text.origin is not None else ():
            place = _quoted(mark.before).search(str(text))
            if place is not None:
                text = text.marked(place.start(), place.end(), mark)
        return text

    def on_words(self, origin: CellRef | None, marks: Sequence[Mark], entry: str) -> list[int]:
        """Return the numbers of new comments on words with these marks; once an entry each."""
        numbers = []
        for mark in marks:
            key = _key(origin, mark)
            found = self._by_words.get(key)
            if found and (entry, key) not in self._said:
                self._said.add((entry, key))
                numbers.append(self._make([found[0]]))
        return numbers

    def on_entry(self, entry: Entry) -> list[int]:
        """Return the number of the one comment on what is doubtful in the whole row."""
        found = self._by_row.pop((entry.origin.sheet, entry.origin.row), [])
        return [self._make(found)] if found else []

    def on_book(self) -> list[int]:
        """Return the number of the one comment on the workbook as a whole."""
        found, self._general = self._general, []
        return [self._make(found)] if found else []

    def left(self) -> list[int]:
        """Return the number of the one comment on what stands on no printed words after all."""
        said = {key for _, key in self._said}
        found = [all_[0] for key, all_ in self._by_words.items() if key not in said]
        return [self._make(found)] if found else []

    def say(self, sentence: str) -> int:
        """Return the number of a comment of the program's own."""
        return self._add([typeset(sentence)])

    def _make(self, findings: Sequence[Diagnostic]) -> int:
        return self._add(
            [
                f"{each.at} — {each.code.title}. {each.message}"
                if each.at is not None
                else f"{each.code.title}. {each.message}"
                for each in findings
            ]
        )

    def _add(self, sentences: Sequence[str]) -> int:
        number = len(self._made)
        mark = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
        body = "".join(
            paragraph("CommentText", ("" if place else mark) + run(sentence))
            for place, sentence in enumerate(sentences)
        )
        said = f'w:author="{AUTHOR}" w:date="{self._day:%Y-%m-%d}T00:00:00Z"'
        self._made.append(
            f'<w:comment w:id="{number}" {said} w:initials="{_INITIALS}">{body}</w:comment>'
        )
        return number

    def xml(self) -> bytes | None:
        """Return the comments part; ``None`` where nobody said anything."""
        if not self._made:
            return None
        return part("w:comments", "".join(self._made))


def opened(numbers: Iterable[int]) -> str:
    """Return where comments begin."""
    return "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)


def closed(numbers: Iterable[int]) -> str:
    """Return where comments end, with their signs."""
    return "".join(
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/>'
        f'</w:rPr><w:commentReference w:id="{number}"/></w:r>'
        for number in numbers
    )


def _key(origin: CellRef | None, mark: Mark) -> _Key:
    return _Key(origin, mark.code, mark.before, mark.after)


def _marks(entries: Sequence[Entry]) -> Iterable[tuple[Text, Mark]]:
    for entry in entries:
        for text in (entry.period.label, *entry.texts()):
            for span in text.spans:
                if span.text:
                    for mark in span.marks:
                        yield text, mark


def _by_cell(entries: Sequence[Entry]) -> dict[CellRef, list[str]]:
    """Return the printed texts of each cell."""
    texts: dict[CellRef, list[str]] = defaultdict(list)
    for entry in entries:
        for text in (entry.period.label, *entry.texts()):
            if text.origin is not None:
                texts[text.origin].append(str(text))
    return texts


def _found(words: str, texts: Iterable[str]) -> bool:
    return bool(words.strip()) and any(_quoted(words).search(text) for text in texts)


@lru_cache(maxsize=1024)
def _quoted(words: str) -> re.Pattern[str]:
    """Return what finds a quotation, whatever its blanks; it may be cut in its last word."""
    spaced = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"{_WORD_BEGINS if words.lstrip()[0].isalnum() else ''}{spaced}\w*")


__all__ = ["AUTHOR", "Comments", "closed", "opened"]
