"""The Word file: the JSON's text by bookmarks, valid, unharmed by LibreOffice, always the same."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.clean.periods import read_period
from pipeline.writers import json as data
from pipeline.writers import printed
from tests.conftest import built, work_of
from tests.word import W, WordFile, check_rows
from tests.word_made import audit, letters, sdk_errors, word
from tests.workbooks import book


@pytest.mark.parametrize("revisions", [False, True], ids=["clean", "revisions"])
def test_bookmarks_alone_give_the_data_back(example_work, revisions: bool) -> None:
    tree = json.loads(data.write(example_work.booklet, example_work.findings))

    cells = check_rows(WordFile(word(example_work, revisions=revisions)), tree)

    assert cells > 20


@pytest.mark.parametrize("revisions", [False, True], ids=["clean", "revisions"])
def test_bookmarks_alone_give_the_seed_back(seed: Path, revisions: bool) -> None:
    work = work_of(seed)
    tree = json.loads(data.write(work.booklet, work.findings))

    assert check_rows(WordFile(word(work, revisions=revisions)), tree) == 54


def _audited(path: Path) -> None:
    assert audit(path) == ""
    assert sdk_errors(path) == []


def test_both_validators_accept_the_example(
    example_files: Path, example: Path, tmp_path: Path
) -> None:
    _audited(example_files / "chronique-atelier.docx")
    _audited(built(example, tmp_path, "--only", "docx", "--revisions") / "chronique-atelier.docx")


def test_both_validators_accept_the_seed(seed_files: Path, seed: Path, tmp_path: Path) -> None:
    _audited(seed_files / "frise-coorace.docx")
    _audited(built(seed, tmp_path, "--only", "docx", "--revisions") / "frise-coorace.docx")


def test_same_input_same_bytes(example_work) -> None:
    assert word(example_work) == word(example_work)


@pytest.mark.parametrize("revisions", [False, True], ids=["clean", "revisions"])
def test_libreoffice_saves_what_was_sent(
    example_work, tmp_path: Path, soffice: Callable[[Path, str], Path], revisions: bool
) -> None:
    """Words and styles, bookmarks and what they hold, comments, index marks, revisions."""
    path = tmp_path / "sent.docx"
    path.write_bytes(word(example_work, revisions=revisions))
    sent = WordFile(path.read_bytes())
    back = WordFile(soffice(path, "docx").read_bytes())

    assert set(back.marks) == set(sent.marks)
    for name in (each for each in sent.marks if not each.startswith("_Toc")):
        assert letters(back.text(name)) == letters(sent.text(name)), name
    assert _paragraphs(back) == _paragraphs(sent)
    assert sorted(back.comments().values()) == sorted(sent.comments().values())
    assert _index_marks(back) == _index_marks(sent)
    for kind in ("ins", "del"):
        assert _changed(back, kind) == _changed(sent, kind)
    assert [each.get("descr") for each in back.document.iter("{*}docPr")] == [
        each.get("descr") for each in sent.document.iter("{*}docPr")
    ]


def _paragraphs(file: WordFile) -> list[tuple[str, str]]:
    """Return the style's name and the letters of each paragraph, figures of pages left out."""
    styles = file.styles()
    found = []
    for each in file.document.iter(f"{W}p"):
        style = each.find(f"{W}pPr/{W}pStyle")
        said = "".join(part.text for part in each.iter(f"{W}t", f"{W}delText"))
        if style is not None and said:
            name = styles[style.get(f"{W}val")].find(f"{W}name").get(f"{W}val").casefold()
            paged = name.startswith(("toc", "index", "référence"))
            found.append((name, letters(said).rstrip("0123456789") if paged else letters(said)))
    return found


def _index_marks(file: WordFile) -> Counter[str]:
    """Return the index marks; LibreOffice 7.4 ends each on a colon, which Word takes for none."""
    return Counter(letters(each) for each in file.codes() if each.startswith("XE"))


def _changed(file: WordFile, kind: str) -> str:
    return letters("".join("".join(each.itertext()) for each in file.document.iter(f"{W}{kind}")))


def test_the_years_of_the_book_are_printed_as_its_periods_are(example_work) -> None:
    """On the cover and in the properties: a hyphen, as between the years of a period."""
    years = [c.year for c in example_work.booklet.chapters if c.year is not None]
    label = read_period(f"{years[0]}-{years[-1]}").label

    file = WordFile(word(example_work))

    texts = ["".join(p.itertext()).strip() for p in file.document.iter(f"{W}p")]
    assert str(label) in texts
    assert printed.span(example_work.booklet) == str(label)


def test_sentences_behind_a_date_have_no_empty_heading(tmp_path: Path) -> None:
    told = "Une assemblée se tient en mars, à la mairie. Le bureau est élu à l’unanimité."
    path = book(
        tmp_path / "frise.xlsx",
        ("Date", "Thème", "Récit", "Remarques"),
        (f"1987 : {told}", "Vie", "Un récit.", "Une remarque."),
        (f"1988 : {told}", "Vie", "Un autre.", None),
    )

    file = WordFile(word(work_of(path)))

    paragraphs = [
        (each.find(f"{W}pPr/{W}pStyle"), "".join(each.itertext()).strip())
        for each in file.document.iter(f"{W}p")
    ]
    named = [
        said
        for style, said in paragraphs
        if style is not None and style.get(f"{W}val").startswith("Rubrique")
    ]
    assert named == ["Récit", "Remarques", "Récit"]
