"""Cleaning, case by case: typography, repair, structure and names, as tests/cases has them."""

from __future__ import annotations

import re

import pytest

from pipeline.clean import clean
from pipeline.clean.lexicon import Lexicon
from pipeline.clean.names import proposals
from pipeline.clean.repair import repair_rules
from pipeline.clean.rule import fix
from pipeline.clean.typography import typography_rules
from pipeline.config import Cleaning, Config
from pipeline.diagnostics import Diagnostic, Severity
from pipeline.model import (
    Block,
    Cell,
    CellRef,
    Column,
    Entry,
    Heading,
    ListBlock,
    Paragraph,
    Record,
    Records,
    Role,
    SourceFile,
    Text,
)
from tests.casefile import Case, cases, shown, slugs

_SOURCE = SourceFile("frise.xlsx", "0" * 64, "Frise")
_COLUMNS = (
    Column(1, Text.plain_text("Période"), Role.PERIOD),
    Column(2, Text.plain_text("Thème"), Role.THEME),
    Column(3, Text.plain_text("Contexte"), Role.SECTION),
)


def _cell(text: str, row: int, column: int) -> Cell:
    return Cell(Text.plain_text(text, CellRef("Frise", row, column)), text)


def _cleaned(
    rows: list[tuple[str, str, str]], config: Config | None = None
) -> tuple[tuple[Entry, ...], list[Diagnostic]]:
    """Clean rows of period, theme and context."""
    records = tuple(
        Record(
            number,
            {Role.PERIOD: _cell(period, number, 1)} if period else {},
            (_cell(theme, number, 2),) if theme else (),
            (_cell(context, number, 3),) if context else (),
            sheet="Frise",
        )
        for number, (period, theme, context) in enumerate(rows, 2)
    )
    found: list[Diagnostic] = []
    entries = clean(Records(_SOURCE, _COLUMNS, records), config or Config(), found.append)
    return entries, found


def _block(block: Block) -> str:
    if isinstance(block, ListBlock):
        numbers = iter(range(block.start, 1000))
        marks = [
            "  •" if place in block.inner else f"{next(numbers)}." if block.ordered else "–"
            for place in range(len(block.items))
        ]
        pairs = zip(marks, block.items, strict=True)
        return "\n".join(f"{mark} {shown(item)}" for mark, item in pairs)
    if isinstance(block, Heading):
        return f"{'#>' if block.run_in else '#'} {shown(block.text)}"
    assert isinstance(block, Paragraph)
    return f"¶ {shown(block.text)}"


@pytest.mark.parametrize("case", cases("typographie.md"), ids=str)
def test_typography(case: Case) -> None:
    """Each line of the table of French typography, and what must stay."""
    found: list[Diagnostic] = []
    text = fix(Text.plain_text(case.before), typography_rules(Cleaning()), found.append)

    assert (shown(text), slugs([each.code.slug for each in found])) == (case.after, case.codes)
    assert text.original == case.before


_FINE = Cleaning.model_validate({"espace-deux-points": "fine", "guillemets": "fine"})


@pytest.mark.parametrize("case", cases("typographie.md"), ids=str)
def test_typography_with_thin_spaces_everywhere(case: Case) -> None:
    """The other profile differs in the blanks of the colon and the guillemets alone."""
    text = fix(Text.plain_text(case.before), typography_rules(_FINE), lambda _: None)

    assert shown(text) == re.sub(r"~(?=[:»])|(?<=«)~", r"\\,", case.after)


@pytest.mark.parametrize("cleaning", [Cleaning(), _FINE], ids=["insécable", "fine"])
@pytest.mark.parametrize("case", cases("typographie.md"), ids=str)
def test_typography_of_what_is_set_changes_nothing(case: Case, cleaning: Cleaning) -> None:
    """A text that was set is left alone, and nothing about it is reported as mended."""
    found: list[Diagnostic] = []
    once = fix(Text.plain_text(case.before), typography_rules(cleaning), lambda _: None)
    twice = fix(Text.plain_text(str(once)), typography_rules(cleaning), found.append)

    assert str(twice) == str(once)
    assert [each for each in found if each.severity is Severity.FIXED] == []


@pytest.mark.parametrize("case", [*cases("lecture.md"), *cases("accents.md")], ids=str)
def test_repair(case: Case) -> None:
    """Misread letters and marks: mended, proposed, or left alone."""
    found: list[Diagnostic] = []
    rules = repair_rules(Lexicon([case.before]), apply_letters=True)
    text = fix(Text.plain_text(case.before), rules, found.append)

    assert (shown(text), slugs([each.code.slug for each in found])) == (case.after, case.codes)
    assert text.original == case.before


@pytest.mark.parametrize("case", [*cases("structure.md"), *cases("etrange.md")], ids=str)
def test_structure(case: Case) -> None:
    """A cell becomes blocks: ¶ paragraph, – item, # heading, #> run-in heading.

    A first line « 1994 | Thème » gives the row's period and theme.
    """
    first, _, rest = case.before.partition("\n")
    period, theme, context = ("", "", case.before)
    if " | " in first:
        (period, theme), context = first.split(" | "), rest
    (entry,), found = _cleaned([(period, theme, context)])
    blocks = [block for section in entry.sections for block in section.blocks]

    assert "\n".join(_block(block) for block in blocks) == case.after
    assert slugs([each.code.slug for each in found]) == case.codes


@pytest.mark.parametrize("case", cases("noms.md"), ids=str)
def test_names(case: Case) -> None:
    """Names and acronyms; a first line « noms: … » gives those of the settings."""
    first, _, rest = case.before.partition("\n")
    config, lines = Config(), case.before
    if first.startswith("noms: "):
        names = first.removeprefix("noms: ").split(", ")
        config, lines = Config.model_validate({"nettoyage": {"noms": names}}), rest
    entries, found = _cleaned([("", "", line) for line in lines.split("\n")], config)
    printed = [
        _block(block).removeprefix("¶ ")
        for entry in entries
        for section in entry.sections
        for block in section.blocks
    ]
    proposed = [each.before for each in found if each.code.slug == "name-variants"]

    assert "\n".join((*printed, *proposed)) == case.after
    assert slugs([each.code.slug for each in found]) == case.codes


def test_the_cells_of_a_name_say_their_sheets_where_there_are_several() -> None:
    names = {"1901": "Coorace", "1902": "COORACE"}
    cells = [
        Cell(Text.plain_text(f"Le {name}", CellRef(sheet, 2, 3)), name)
        for sheet, name in names.items()
    ]

    (told,) = proposals(cells, [[name] for name in names.values()], Lexicon([]), ())

    assert told.before == "« COORACE » (1902!C2), « Coorace » (1901!C2)"


def test_a_column_in_capitals_does_not_tell_how_a_name_is_spelled() -> None:
    said = ("ROUEN", "ROUEN", "Trois camions partent de Rouen.", "Le COORACE et Coorace", "COORACE")
    cells = [
        Cell(Text.plain_text(text, CellRef("Frise", row, 2)), text)
        for row, text in enumerate(said, 2)
    ]
    names = (["ROUEN"], ["ROUEN"], ["Rouen"], ["COORACE", "Coorace"], ["COORACE"])

    found = [each.after for each in proposals(cells, names, Lexicon([]), ())]

    assert sorted(found) == ["COORACE", "Rouen"]


@pytest.mark.parametrize("case", cases("capitales.md"), ids=str)
def test_capitals(case: Case) -> None:
    """Themes in capitals: set as in a sentence, or left as typed with a proposal behind →.

    A text of the same document may follow a theme, after « | ».
    """
    rows = [line.split(" | ") for line in case.before.split("\n")]
    entries, found = _cleaned([("1994", row[0], row[-1] if row[1:] else "") for row in rows])
    proposed = {each.at: each.after for each in found if each.code.slug == "heading-doubt"}
    lines = [
        f"{shown(entry.theme)} → {proposed[at]}"
        if (at := CellRef("Frise", number, 2)) in proposed
        else shown(entry.theme)
        for number, entry in enumerate(entries, 2)
    ]

    assert "\n".join(lines) == case.after
    assert slugs([each.code.slug for each in found]) == case.codes
