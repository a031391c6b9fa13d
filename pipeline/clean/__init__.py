"""Stage 3: Records → Entries: letters mended, structure found, typography set, periods read.

The order for one cell: repair (letters and marks) → structure (blocks) → typography (on
the joined text of each block).  Every change is an edit that its span remembers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from pipeline.clean import earlier
from pipeline.clean.asked import Answers
from pipeline.clean.capital_lines import Zones, lines_in_capitals, theme_in_capitals
from pipeline.clean.earlier import Cleaned, Earlier, Kept, Keys, Memory
from pipeline.clean.entities import RULES as ENTITY_RULES
from pipeline.clean.halves import in_two
from pipeline.clean.headings import Caps, holds_names
from pipeline.clean.language import SAMPLE, is_french, other_language
from pipeline.clean.lexicon import Lexicon
from pipeline.clean.names import name_rules, proposals
from pipeline.clean.one_line import clean_columns, clean_title
from pipeline.clean.periods import lasting_columns, read_periods
from pipeline.clean.repair import GATE, but_in, repair_rules
from pipeline.clean.repeated import repeated
from pipeline.clean.rule import Rule, fix
from pipeline.clean.running_names import Names
from pipeline.clean.structure import documents, list_start, shape
from pipeline.clean.tags import tags_of_cell
from pipeline.clean.tally import Tally, beginning, tally
from pipeline.clean.typography import FOREIGN_RULES, typography_rules
from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import (
    Block,
    Cell,
    CellRef,
    Entry,
    ListBlock,
    Period,
    Record,
    Records,
    Role,
    Section,
    Span,
    Text,
)

_BETWEEN = Text((Span(" – ", before=""),))
"""What is set between the cells of one theme."""


_TELLS = 60
"""Letters from which a text tells its language; a shorter one has that of the document."""


def clean(
    records: Records, config: Config, report: Reporter, memory: Memory | None = None
) -> tuple[Entry, ...]:
    """Return one entry per record, in the order of the workbook.

    Args:
        records: Raw rows.
        config: ``[nettoyage]`` names, acronyms, what is corrected.
        report: Receives each correction and each doubt, with its cell.
        memory: Rows that earlier runs cleaned; it takes note of those of this run.
    """
    memory = memory or Memory()
    keys = [earlier.keys_of(record) for record in records.rows]
    cleaner = _Cleaner(records, config, report, _tallied(records.rows, keys, memory))
    lasting = lasting_columns(records.columns)
    periods = read_periods(records.rows, report, memory, keys, lasting)
    cleaner.repeated = repeated(records.rows, periods)
    pairs = list(zip(records.rows, periods, strict=True))
    dated = [earlier.key_of(key.row, each) for key, each in zip(keys, periods, strict=True)]
    entries = []
    for row in _rows(cleaner, pairs, dated, memory):
        entries.append(row.entry)
        for finding in row.findings:
            report(finding)
    return tuple(entries)


def _tallied(rows: Sequence[Record], keys: Sequence[Keys], memory: Memory) -> list[Tally]:
    """Return the words of each row."""
    kept: Kept[Tally] = Kept(memory, earlier.name_of("words-of-rows"))
    pairs = zip(keys, rows, strict=True)
    tallied = [kept.of(key.row, partial(tally, tuple(_cells(row)))) for key, row in pairs]
    kept.note()
    return tallied


def _rows(
    cleaner: _Cleaner, pairs: Sequence[tuple[Record, Period]], keys: Sequence[str], memory: Memory
) -> list[Cleaned]:
    """Return clean rows in order: those of an earlier run where nothing speaks against it."""
    name = earlier.name_of("rows", *cleaner.context())
    before = memory.load(name)
    if not cleaner.agrees(before.answers):
        before = Earlier()
    new = [pair for key, pair in zip(keys, pairs, strict=True) if key not in before.rows]
    letters = [sum(len(str(cell.text)) for cell in _cells(record)) for record, _ in new]
    halves = in_two(cleaner.cleaned, new, letters)
    made = iter([row for half in halves for row in half.rows])
    rows = [before.rows.get(key) or next(made) for key in keys]
    if new:
        first, last = halves[0].answers, halves[-1].answers
        answers = (first[0] | last[0], first[1] | last[1])
        memory.note(name, Earlier(dict(zip(keys, rows, strict=True)), answers))
    return rows


_LONGEST_THEME = 150
"""Letters of the lines over a list that can still be the title of an entry."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows cleaned in one process."""

    rows: list[Cleaned]
    answers: tuple[Answers, Answers]


class _Cleaner:
    """What all cells share: the lexicon, the rules, the names."""

    def __init__(
        self, records: Records, config: Config, report: Reporter, tallied: Sequence[Tally]
    ) -> None:
        cells = [cell for record in records.rows for cell in _cells(record)]
        names = (*config.cleaning.names, *config.cleaning.acronyms)
        self.lexicon = Lexicon((), names, (each.words.split(" ") for each in tallied if each.words))
        self.names = Names(
            chain.from_iterable(each.acronyms for each in tallied),
            chain.from_iterable(each.names for each in tallied),
            names,
            chain.from_iterable(each.surnames for each in tallied),
        )
        self.french = is_french(beginning(cells, SAMPLE), self.lexicon)
        self.report = report
        self.settings = config.cleaning
        self.corrections = config.cleaning.corrections
        self._repairs: dict[tuple[Zones | None, bool], tuple[Rule, ...]] = {}
        self.unified = name_rules(config.cleaning)
        spelled = chain.from_iterable(each.spelled for each in tallied)
        for finding in proposals(cells, spelled, self.lexicon, config.cleaning.names):
            report(finding)
        self.typography = typography_rules(config.cleaning)
        self.columns = clean_columns(records, config)
        self.source = records.source
        self.repeated: frozenset[int] = frozenset()
        sheets = (record.sheet or self.source.sheet for record in records.rows)
        order = dict.fromkeys((self.source.sheet, *sheets))
        self._sheets = {sheet: number for number, sheet in enumerate(order, 1)}

    def context(self) -> tuple[object, ...]:
        """Return what all rows share but the words of the document: ``repr`` says all of it."""
        shared = (self.settings, self.columns.columns, self.french, sorted(self.repeated))
        return (self.source.name, self.source.sheet, self._sheets, *shared)

    def agrees(self, before: Sequence[Answers]) -> bool:
        """Tell whether the document answers as an earlier one did."""
        asked = zip((self.lexicon, self.names), before, strict=False)
        return all(each.agrees(answers) for each, answers in asked)

    def cleaned(self, pairs: Sequence[tuple[Record, Period]]) -> _Part:
        """Return clean rows, with the findings of each, and what the document was asked."""
        rows = []
        for record, period in pairs:
            found: list[Diagnostic] = []
            self.report = found.append
            rows.append(Cleaned(self.entry(record, period), tuple(found)))
        return _Part(rows, (self.lexicon.answers, self.names.answers))

    def entry(self, record: Record, period: Period) -> Entry:
        """Return one clean row."""
        sheet = record.sheet or self.source.sheet
        prefix = "" if sheet == self.source.sheet else f"s{self._sheets[sheet]}"
        origin = CellRef(sheet, record.row, 1)
        themes, told = (record.theme, ()) if record.leads else _parted(record)
        theme = self._theme(themes)
        year = period.first.year if period.first and not period.inherited else None
        caps = Caps(self.lexicon, self.names, str(theme), year)
        sections = tuple(
            section for cell in (*told, *record.sections) if (section := self._section(cell, caps))
        )
        sources = tuple(text for cell in record.sources for text in self._documents(cell))
        key = f"{prefix}r{record.row}"
        flags = record.introduces, record.leads
        return Entry(key, origin, period, theme, sections, sources, *flags)

    def _theme(self, cells: tuple[Cell, ...]) -> Text:
        """Return the theme in one line, capitals in sentence case; several cells are joined."""
        caps = Caps(self.lexicon, self.names)
        theme = Text()
        for cell in cells:
            line = self._line(cell, caps)
            theme = theme.joined(_BETWEEN if theme and line else Text()).joined(line)
        return theme

    def _line(self, cell: Cell, caps: Caps) -> Text:
        """Return a cell as one line: line breaks are blanks, no list, no heading."""
        text, typography = self._mended(cell.text, theme_in_capitals)
        letters = str(text)
        if count := letters.strip().count("\n"):
            one = Diagnostic(Code.LINES_IN_ONE, text.origin, before="\n", after=" ", count=count)
            self.report(one)
        edits = [
            (start, end, " " if start and end < len(letters.rstrip()) else "", False)
            for start, end in _blanks(letters)
        ]
        text = text.edited(edits)
        return fix(caps.sentence_case(text, self.report), typography, self.report)

    def _documents(self, cell: Cell) -> Iterator[Text]:
        """Yield what a cell of documents names, each set as a text of its own."""
        text, typography = self._mended(cell.text, None)
        for each in documents(text, self.report):
            yield fix(each, typography, self.report)

    def _mended(self, text: Text, zones: Zones | None) -> tuple[Text, tuple[Rule, ...]]:
        """Return the letters repaired, as far as the language and the unknown words allow.

        With them come the rules of typography of their language.  The words of ``zones`` are
        left to those who read them as a whole.
        """
        text = fix(tags_of_cell(text, self.report), ENTITY_RULES, self.report)
        letters = str(text)
        long = len(letters) > _TELLS
        if long and not is_french(letters, self.lexicon):
            self.report(Diagnostic(Code.NOT_FRENCH, text.origin, before=letters[:60]))
            return fix(text, self.unified, self.report), FOREIGN_RULES
        if not long and not self.french:
            return fix(text, self.unified, self.report), FOREIGN_RULES
        sure = self.corrections
        if sure and len(letters) > 200 and self.lexicon.unknown_share(letters) > GATE:
            self.report(Diagnostic(Code.MANY_UNKNOWN_WORDS, text.origin, before=letters[:60]))
            sure = False
        text = fix(text, self._repair(zones, sure=bool(sure)), self.report)
        return fix(text, self.unified, self.report), self.typography

    def _repair(self, zones: Zones | None, *, sure: bool) -> tuple[Rule, ...]:
        """Return the rules of repair, made when they are first needed; all share their answers."""
        if (zones, sure) not in self._repairs:
            self._repairs[zones, sure] = (
                but_in(zones, self._repair(None, sure=sure))
                if zones
                else repair_rules(self.lexicon, apply_letters=sure)
            )
        return self._repairs[zones, sure]

    def _section(self, cell: Cell, caps: Caps) -> Section | None:
        column = self.columns.column(cell.column)
        assert column is not None
        if column.number in self.repeated:
            self.report(Diagnostic(Code.PERIOD_REPEATED, cell.at, before=str(cell.text)))
            return None
        naming = holds_names(str(column.heading))
        text, typography = self._mended(cell.text, None if naming else lines_in_capitals)
        shaped = shape(text, replace(caps, naming=naming), self.report)
        blocks = tuple(self._set(block, typography) for block in shaped)
        # Words behind a date stand in the column of periods, whose heading does not name them.
        heading = column.heading if column.role in (Role.SECTION, Role.THEME) else Text()
        foreign = typography is FOREIGN_RULES
        language = other_language(str(text)) if foreign else ""
        return Section(heading, column.letters, cell.at, blocks, language) if blocks else None

    def _set(self, block: Block, typography: tuple[Rule, ...]) -> Block:
        if isinstance(block, ListBlock):
            items = tuple(fix(item, typography, self.report) for item in block.items)
            return replace(block, items=items)
        text = fix(block.text, typography, self.report)
        return replace(block, text=text)


def _parted(record: Record) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """Return what is a theme, and what of it is told as a section is, because it is a list.

    In a row that has other texts, the lines over the list are the theme.
    """
    letters = str(record.theme[0].text) if len(record.theme) == 1 else ""
    start = list_start(letters)
    if start is None:
        return record.theme, ()
    if not record.sections:
        return (), record.theme
    if not 0 < len(letters[:start].strip()) <= _LONGEST_THEME:
        return record.theme, ()
    theme, told = (
        replace(record.theme[0], text=text) for text in record.theme[0].text.split(start)
    )
    return (theme,), (told,)


def _cells(record: Record) -> Iterator[Cell]:
    yield from record.theme
    yield from record.sections
    yield from record.sources


def _blanks(letters: str) -> Iterator[tuple[int, int]]:
    """Yield the line breaks of a one-line cell with their blanks, and blanks at its ends."""
    at = 0
    while at < len(letters):
        if not letters[at].isspace():
            at += 1
            continue
        end = at
        while end < len(letters) and letters[end].isspace():
            end += 1
        if at == 0 or end == len(letters) or "\n" in letters[at:end]:
            yield at, end
        at = end


__all__ = ["Memory", "clean", "clean_columns", "clean_title"]
