"""A row that an earlier run dated and cleaned is kept as it is, and nobody can tell."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import kept
from pipeline.clean import Memory, clean
from pipeline.clean.earlier import Earlier
from pipeline.config import Config
from pipeline.diagnostics import Diagnostic
from pipeline.model import Cell, CellRef, Column, Entry, Record, Records, Role, SourceFile, Text

_SOURCE = SourceFile("frise.xlsx", "0" * 64, "Frise")
_COLUMNS = (
    Column(1, Text.plain_text("Thème"), Role.THEME),
    Column(2, Text.plain_text("Contexte"), Role.SECTION),
    Column(3, Text.plain_text("Période"), Role.PERIOD),
)
_WORDS = st.sampled_from(
    "demier dernier Evolution évolution evolution ETAT état salaries salariés scul CNEI CIRIE "
    "CIRRIE Québec QUEBEC PLAN oeuvre les des la Mme LEGER léger conserverles lnscrire outi! "
    "ème dévelop pement son sou un de l'emploi C.N.E.I. entreprise entreprisc Entreprisc".split()
)
_SAID = st.lists(_WORDS, min_size=1, max_size=12).map(" ".join)
_WHEN = st.sampled_from(
    ("", "1993", "93", "1893", "12 mars 1994", "12/4/93", "mars", "31 juin 1999", "avant 1990")
)
_TOLD = st.tuples(st.sampled_from(("", "", "mars 1994\n")), _SAID).map("".join)
"""Some begin with a date that is proposed, where the row has none."""
_ROW = st.tuples(_SAID, _TOLD, _WHEN)
_ROWS = st.lists(_ROW, min_size=2, max_size=6)


def _records(said: Sequence[tuple[str, ...]]) -> Records:
    return Records(_SOURCE, _COLUMNS, tuple(_record(n, *each) for n, each in enumerate(said, 2)))


def _record(row: int, theme: str, context: str, when: str = "") -> Record:
    cells = [
        Cell(Text.plain_text(words, CellRef("Frise", row, column)), words)
        for column, words in ((1, theme), (2, context), (3, when))
    ]
    period = {Role.PERIOD: cells[2]} if when else {}
    return Record(row, period, theme=(cells[0],), sections=(cells[1],))


def _cleaned(
    records: Records, folder: Path | None, config: Config | None = None
) -> tuple[tuple[Entry, ...], list[Diagnostic]]:
    found: list[Diagnostic] = []
    memory = Memory(folder)
    entries = clean(records, config or Config(), found.append, memory)
    memory.keep()
    return entries, found


@settings(deadline=None)
@given(_ROWS, st.data())
def test_after_any_change_the_rows_are_those_that_are_cleaned_anew(
    said: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as name:
        assert _cleaned(_records(said), Path(name)) == _cleaned(_records(said), None)
        for _ in range(2):
            place = data.draw(st.integers(0, len(said) - 1))
            said = [*said[:place], data.draw(_ROW), *said[place + 1 :]]
            assert _cleaned(_records(said), Path(name)) == _cleaned(_records(said), None)


_BOOK = [
    ("Le réseau", "Le demier bureau", "1993"),
    ("Les ateliers", "Un scul atelier", "1994"),
    ("Le plan", "Ici", "1995"),
]


def _with_sign(folder: Path) -> None:
    """Write into each kept row a word that cleaning would not make."""
    (path,) = folder.glob("*.rows")
    memory = Memory(folder)
    found = memory.load(path.name)
    rows = {
        key: replace(row, entry=replace(row.entry, theme=Text.plain_text("gardé")))
        for key, row in found.rows.items()
    }
    assert rows
    memory.note(path.name, Earlier(rows, found.answers))
    memory.keep()


def _themes(records: Records, folder: Path, config: Config | None = None) -> list[str]:
    return [str(entry.theme) for entry in _cleaned(records, folder, config)[0]]


def test_only_the_changed_row_is_cleaned(tmp_path: Path) -> None:
    _cleaned(_records(_BOOK), tmp_path)
    _with_sign(tmp_path)
    changed = [_BOOK[0], ("Les ateliers", "Deux ateliers", "1994"), _BOOK[2]]

    assert _themes(_records(changed), tmp_path) == ["gardé", "Les ateliers", "gardé"]


def test_all_rows_are_cleaned_where_the_document_says_something_else(tmp_path: Path) -> None:
    _cleaned(_records(_BOOK), tmp_path)
    _with_sign(tmp_path)
    changed = [*_BOOK[:2], ("Le plan", "Un scul, encore", "1995")]

    assert _themes(_records(changed), tmp_path) == ["Le réseau", "Les ateliers", "Le plan"]


@pytest.mark.parametrize("cleaning", [{"corrections": False}, {"names": ["SCUL"]}])
def test_other_settings_clean_all_rows(tmp_path: Path, cleaning: dict[str, object]) -> None:
    _cleaned(_records(_BOOK), tmp_path)
    _with_sign(tmp_path)
    config = Config()
    other = config.model_copy(update={"cleaning": config.cleaning.model_copy(update=cleaning)})

    assert "gardé" not in _themes(_records(_BOOK), tmp_path, other)


def test_only_the_changed_date_is_read(tmp_path: Path) -> None:
    book = [("Un", "Ici", "1993"), ("Deux", "Là", "12/4/93"), ("Trois", "Ici", "1995")]
    _cleaned(_records(book), tmp_path)
    (path,) = tmp_path.glob("*.dates")
    memory = Memory(tmp_path)
    found = memory.load(path.name)
    sign = Text.plain_text("gardé")
    dates = {
        key: replace(each, period=replace(each.period, label=sign))
        for key, each in found.made.items()
    }
    memory.note(path.name, replace(found, made=dates))
    memory.keep()

    def labels(rows: Sequence[tuple[str, ...]]) -> list[str]:
        entries, _ = _cleaned(_records(rows), tmp_path)
        return [str(entry.period.label) for entry in entries]

    # Other words beside a date change nothing of it.
    assert labels([("Une", "Ailleurs", "1993"), *book[1:]]) == ["gardé", "gardé", "gardé"]
    assert labels([book[0], ("Deux", "Là", "1994"), book[2]]) == ["gardé", "1994", "gardé"]
    # Where the document has other years, « 93 » may be another one too.
    assert "gardé" not in labels([("Un", "Ici", "1893"), book[1], ("Trois", "Ici", "1895")])


class _Trap:
    """What somebody may put into the folder: a call that is made when it is read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self._path,)


def _hidden_trap(path: Path) -> bytes:
    """Return a file that names a trap by way of a module of ours: ``earlier.pickle.loads``."""
    inner = pickle.dumps(_Trap(path))
    named = b"".join(
        b"\x8c" + bytes([len(each)]) + each for each in (b"pipeline.clean.earlier", b"pickle.loads")
    )
    return b"\x80\x04" + named + b"\x93B" + len(inner).to_bytes(4, "little") + inner + b"\x85R."


@pytest.mark.parametrize("kind", ["rows", "dates", "words-of-rows"])
@pytest.mark.parametrize("harm", ["trap", "hidden trap", "damage", "nonsense"])
def test_a_harmful_or_damaged_file_is_not_believed(tmp_path: Path, harm: str, kind: str) -> None:
    folder, sprung = tmp_path / "kept", tmp_path / "sprung"
    whole = _cleaned(_records(_BOOK), folder)
    (path,) = folder.glob(f"*.{kind}")
    if harm == "damage":
        path.write_bytes(path.read_bytes()[:-1] + b"\0")
    elif harm == "hidden trap":
        kept.keep(folder, path.name, _hidden_trap(sprung))
    else:
        found = _Trap(sprung) if harm == "trap" else ([1], "two")
        kept.keep(folder, path.name, pickle.dumps(found))

    assert _cleaned(_records(_BOOK), folder) == whole
    assert not sprung.exists()


def test_a_folder_that_everybody_may_write_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    kept.keep(folder, "a", b"ours")
    assert kept.kept(folder, "a") == b"ours"
    assert folder.stat().st_mode & 0o077 == 0

    folder.chmod(0o777)

    assert kept.kept(folder, "a") is None
