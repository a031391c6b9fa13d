"""What the pipeline says to the editor in Word: comments on the words, tracked corrections."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.diagnostics import Severity
from pipeline.model import Cell, Record
from pipeline.work import Work
from tests.conftest import work_of
from tests.word import W, WordFile
from tests.word_made import one_cell, word, workbook
from tests.workbooks import book


@pytest.fixture(scope="module")
def seed_work(seed: Path) -> Work:
    return work_of(seed)


def _changes(file: WordFile) -> list[tuple[str, str]]:
    """Return each tracked change: what goes, what comes."""
    changes: list[tuple[str, str]] = []
    before = None
    for each in file.document.iter(f"{W}del", f"{W}ins"):
        said = "".join(
            part.text or "\n" for part in each.iter(f"{W}t", f"{W}delText", f"{W}br", f"{W}tab")
        )
        if each.tag == f"{W}ins" and before is not None and each.getprevious() is before:
            changes[-1] = (changes[-1][0], said)
        else:
            changes.append((said, "") if each.tag == f"{W}del" else ("", said))
        before = each if each.tag == f"{W}del" else None
    return changes


_LOOKS = str.maketrans("’‘´“”«»–—‑", '\'\'\'""""---')


def _signs(text: str) -> str:
    """Return a text without blanks, its quotes and dashes as a typewriter has them."""
    return re.sub(r"[\s\u2060]+", "", text.translate(_LOOKS).replace("…", "..."))


def test_rejecting_every_change_gives_each_cell_back(example_work: Work) -> None:
    _check_rejected(example_work)


def test_rejecting_every_change_gives_each_cell_of_the_seed_back(seed_work: Work) -> None:
    _check_rejected(seed_work)


def _check_rejected(work: Work) -> None:
    file = WordFile(word(work, revisions=True), accepted=False)
    cells = 0
    for record in work.records.rows:
        for cell in (*record.theme, *record.sections, *record.sources, *_dates(record, file)):
            column, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.at.address).groups()
            column = "P" if cell in record.period.values() else column
            pieces = file.marks[f"r{row}_{column}"]
            said = "".join(piece.lead + piece.text for piece in pieces)
            assert _signs(said) == _signs(str(cell.text)), cell.at
            cells += 1
    assert cells > 50


def _dates(record: Record, file: WordFile) -> tuple[Cell, ...]:
    """Return the cell of the date of a row; that of a bare year heads its chapter."""
    return tuple(record.period.values()) if f"r{record.row}_P" in file.marks else ()


def test_rejecting_the_change_of_a_date_gives_its_cell_back(tmp_path: Path) -> None:
    head = ("Date", "Fait", "Récit")
    rows = [head, ("ANNÉE 1994", "Un an", "Il fut long."), ("3/3/94", "Un jour", "Il fut court.")]
    content = word(work_of(book(tmp_path / "a.xlsx", *rows)), revisions=True)

    assert _changes(WordFile(content)) == [
        ("ANNÉE 1994", "1994"),
        ("3/3/94", "3\N{NO-BREAK SPACE}mars 1994"),
    ]
    assert WordFile(content, accepted=False).text("r3_P") == "3/3/94"
    assert WordFile(content).text("r3_P") == "3\N{NO-BREAK SPACE}mars 1994"


def test_each_correction_is_one_change_and_spaces_are_none(tmp_path: Path) -> None:
    work = work_of(one_cell(tmp_path, "Le demier conseil a décidé : l 'avenir est ouvert ."))

    assert _changes(WordFile(word(work, revisions=True))) == [("demier", "dernier")]
    assert _changes(WordFile(word(work))) == []


def test_no_change_is_one_of_blanks_and_signs_alone(seed_work: Work) -> None:
    for gone, come in _changes(WordFile(word(seed_work, revisions=True))):
        assert _signs(gone) != _signs(come) or "\n" in gone, (gone, come)


def test_a_heading_set_in_sentence_case_is_one_change(tmp_path: Path) -> None:
    text = "LE BILAN DE TROIS ANNEES :\nLes ateliers ont ouvert leurs portes au quartier."
    work = work_of(one_cell(tmp_path, text))

    changes = _changes(WordFile(word(work, revisions=True)))

    assert ("LE BILAN DE TROIS ANNEES", "Le bilan de trois années") in changes


def test_a_run_in_headings_colon_gives_way_to_a_full_stop(tmp_path: Path) -> None:
    text = "FORMATION DES CADRES : Les ateliers ont ouvert leurs portes aux cadres du quartier."
    work = work_of(one_cell(tmp_path, text))

    changes = _changes(WordFile(word(work, revisions=True)))

    assert changes == [("FORMATION DES CADRES", "Formation des cadres"), (" :", ".")]


def test_a_heading_that_repeats_the_theme_goes_with_its_lines_end(tmp_path: Path) -> None:
    text = "LES JOURNEES PORTES OUVERTES :\nTrois jours durant, le public est venu."
    work = work_of(one_cell(tmp_path, text, "Journées portes ouvertes"))

    file = WordFile(word(work, revisions=True), accepted=False)

    assert [piece.text for piece in file.marks["r2_C"]] == [text]


def test_a_lists_marks_go_in_front_of_their_own_items(tmp_path: Path) -> None:
    text = "Trois points :\n1. le travail\n2. la ville\nPuis, à part :\n- le logement\n- la paix"
    work = work_of(one_cell(tmp_path, text))

    file = WordFile(word(work, revisions=True), accepted=False)

    lines = [piece.text for piece in file.marks["r2_C"]]
    assert [line.replace("\xa0", " ") for line in lines] == text.split("\n")


def test_rejecting_what_became_of_tags_gives_them_back(tmp_path: Path) -> None:
    text = (
        "<p>Un <b>site</b> isolé, au XII<sup>e</sup> siècle.</p><p>Travaux :</p><ul><li>le clocher"
        '</li><li>la nef</li></ul>Voir <a href="https://exemple.fr">ici</a>.<br>Fin.'
    )
    work = work_of(one_cell(tmp_path, text, "<i>Le chantier</i>"))

    file = WordFile(word(work, revisions=True), accepted=False)

    said = "".join(piece.lead + piece.text for piece in file.marks["r2_C"])
    assert _signs(said) == _signs(text)
    assert [piece.text for piece in file.marks["r2_B"]] == ["<i>Le chantier</i>"]


def test_every_doubt_is_a_comment_with_its_cell(example_work: Work) -> None:
    _check_comments(example_work)


def test_every_doubt_of_the_seed_is_a_comment_with_its_cell(seed_work: Work) -> None:
    _check_comments(seed_work)


def _check_comments(work: Work) -> None:
    file = WordFile(word(work))
    comments = file.comments()
    sentences = [line for lines in comments.values() for line in lines]
    doubts = [each for each in work.findings if each.severity is Severity.CHECK]

    assert doubts
    for doubt in doubts:
        place = str(doubt.at) if doubt.at else doubt.code.title
        assert any(line.startswith(place) and doubt.message in line for line in sentences), doubt
    for each in file.xml("word/comments.xml"):
        assert each.get(f"{W}author") == "annales"
        assert each.get(f"{W}date") == "2026-05-04T00:00:00Z"
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        placed = [each.get(f"{W}id") for each in file.document.iter(f"{W}{kind}")]
        assert sorted(placed) == sorted(comments)
    assert all(said.strip() for said in file.commented().values())


def test_a_doubt_stands_on_the_very_words(tmp_path: Path) -> None:
    work = work_of(one_cell(tmp_path, "Les deux fédérations co-habitaient à Paris."))
    file = WordFile(word(work))

    on = {said: file.comments()[number] for number, said in file.commented().items()}

    (line,) = on["co-habitaient"]
    assert line.startswith("Sheet!C2 — Trait d’union douteux.")


def test_a_doubt_about_a_whole_cell_stands_on_the_words_that_it_quotes(tmp_path: Path) -> None:
    rows = [("12/03/1994", "Un début."), ("", "19 octobre 1994\nLa réunion du bureau.")]
    file = WordFile(word(work_of(workbook(tmp_path, rows, "Un thème"))))

    on = {said: file.comments()[number] for number, said in file.commented().items()}

    assert any("Sheet!C3 — Date proposée" in line for line in on["19\xa0octobre 1994"])


def test_what_is_doubtful_in_a_row_is_one_comment_on_its_heading(tmp_path: Path) -> None:
    rows = [("3/13/1994", "Rien ne va."), ("12/03/1994", "Tout va.")]
    file = WordFile(word(work_of(workbook(tmp_path, rows, "Un thème"))))

    on_rows = [lines for lines in file.comments().values() if "Sheet!A2" in lines[0]]

    assert len(on_rows) == 1
