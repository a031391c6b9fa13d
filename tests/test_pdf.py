"""The booklet as it is read, printed from, and kept: numbers, links, tags, standards."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline.letters import letters
from pipeline.verify import check_file, sought
from pipeline.writers import printed
from pipeline.writers.contents import contents
from pipeline.writers.repertoire import printed_text, stand_in
from tests.booklet import Book, validated
from tests.conftest import built, work_of
from tests.workbooks import book


@pytest.fixture(scope="session")
def example_book(example_files: Path) -> Book:
    return Book(example_files / "chronique-atelier.pdf")


@pytest.fixture(scope="session")
def ugly_book(ugly_files: Path) -> Book:
    return Book(ugly_files / "rude.pdf")


@pytest.fixture(scope="session")
def sparse_book(sparse_files: Path) -> Book:
    return Book(sparse_files / "bourg.pdf")


@pytest.fixture(scope="session")
def annual_files(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(
        example, tmp_path_factory.mktemp("annual"), "--years", "1988", "--only", "pdf,json"
    )


@pytest.fixture(scope="session")
def books(example_book: Book, ugly_book: Book, sparse_book: Book) -> dict[str, Book]:
    return {"example": example_book, "ugly": ugly_book, "sparse": sparse_book}


@pytest.fixture(scope="session")
def workbooks(example: Path, ugly_files: Path, sparse_files: Path) -> dict[str, Path]:
    return {
        "example": example,
        "ugly": ugly_files.parent / "rude.xlsx",
        "sparse": sparse_files.parent / "bourg.xlsx",
    }


BOOKS = pytest.mark.parametrize("name", ["example", "ugly", "sparse"])


# -- standards --------------------------------------------------------------------------


@pytest.fixture(scope="session")
def verdicts(books: dict[str, Book], annual_files: Path) -> dict[tuple[str, str], str]:
    annual = annual_files / "chronique-atelier-1988.pdf"
    return validated([*(book.path for book in books.values()), annual])


@pytest.mark.parametrize(
    "file", ["chronique-atelier.pdf", "rude.pdf", "bourg.pdf", "chronique-atelier-1988.pdf"]
)
@pytest.mark.parametrize("standard", ["3a", "ua1"])
def test_verapdf_accepts(file: str, standard: str, verdicts: dict[tuple[str, str], str]) -> None:
    assert verdicts[file, standard] == ""


def test_verapdf_accepts_the_seed(seed_files: Path) -> None:
    said = validated([seed_files / "frise-coorace.pdf"])

    assert set(said.values()) == {""}


def test_verapdf_accepts_raised_letters_in_the_contents(tmp_path: Path) -> None:
    """« XIXe siècle », and the days of an annual report: each line is one link."""
    rows = [("Date", "Événement"), *((year, "Une fête") for year in range(1702, 1990, 6))]
    rows += [("1er mars 1990", "Un congrès"), ("2 avril 1990", "Une foire")]
    path = book(tmp_path / "fetes.xlsx", sheets={"Frise": rows})
    files = [built(path, tmp_path / "all", "--only", "pdf") / "fetes.pdf"]
    annual = built(path, tmp_path / "one", "--years", "1990", "--only", "pdf")
    files.append(annual / "fetes-1990.pdf")

    assert "XIXᵉ siècle" in "".join(Book(files[0]).texts).replace("\N{NO-BREAK SPACE}", " ")
    assert "1ᵉʳ mars" in "".join(Book(files[1]).texts).replace("\N{NO-BREAK SPACE}", " ")
    assert set(validated(files).values()) == {""}


def test_the_file_says_what_it_is(example_book: Book) -> None:
    with example_book.pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == "Chronique de l’Atelier du Pont"
        assert xmp["dc:creator"] == ["Les amis de l’Atelier du Pont"]
        assert xmp["dc:language"] == {"fr-FR"}
        assert xmp["pdfaid:part"] == "3"
        assert xmp["pdfuaid:part"] == "1"
        said = example_book.pdf.docinfo
        assert (said["/Title"], said["/Author"]) == (xmp["dc:title"], xmp["dc:creator"][0])
        assert said["/Subject"] == xmp["dc:description"] != ""
        assert said["/Producer"] == xmp["pdf:Producer"]
    assert str(example_book.pdf.Root.Lang) == "fr-FR"


def test_workbook_and_data_travel_inside_once_and_unchanged(
    example: Path, example_files: Path, example_book: Book
) -> None:
    inside = {name: spec.get_file().read_bytes() for name, spec in _attached(example_book)}

    assert inside == {
        "chronique-atelier.xlsx": example.read_bytes(),
        "chronique-atelier.json": (example_files / "chronique-atelier.json").read_bytes(),
    }
    associated = [str(each.F) for each in example_book.pdf.Root.AF]
    assert sorted(associated) == sorted(inside)


def _attached(book: Book) -> list[tuple[str, object]]:
    return list(book.pdf.attachments.items())


@BOOKS
def test_all_letters_are_the_themes_and_embedded(name: str, books: dict[str, Book]) -> None:
    fonts = books[name].fonts.values()

    names = {str(font.BaseFont).partition("+")[2] for font in fonts}
    assert names
    assert all(re.match(r"Source-(Sans|Serif)-Pro", each) for each in names), names
    descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts]
    assert all({"/FontFile2", "/FontFile3"} & set(each.keys()) for each in descriptors)


@BOOKS
def test_no_letter_is_without_a_shape(name: str, books: dict[str, Book]) -> None:
    text = "".join(books[name].texts)

    assert "\ufffd" not in text
    assert "\x00" not in text
    codes = (each for page in books[name].pdf.pages for each in _codes(page))
    assert 0 not in codes


@BOOKS
def test_a_hyphen_is_found_as_it_is_typed(name: str, books: dict[str, Book]) -> None:
    assert not any("\N{HYPHEN}" in text for text in books[name].texts)


def _codes(page: object) -> list[int]:
    import pikepdf

    found = []
    for operands, operator in pikepdf.parse_content_stream(page):  # type: ignore[arg-type]
        if str(operator) in ("Tj", "TJ"):
            pieces = operands[0] if str(operator) == "TJ" else [operands[0]]
            for piece in pieces:
                if isinstance(piece, pikepdf.String):
                    data = bytes(piece)
                    found += [
                        int.from_bytes(data[n : n + 2], "big") for n in range(0, len(data), 2)
                    ]
    return found


# -- words ------------------------------------------------------------------------------


@BOOKS
def test_tags_say_what_pages_say_and_both_what_the_cells_say(
    name: str, books: dict[str, Book], workbooks: dict[str, Path]
) -> None:
    book = books[name]
    tags = book.tagged()
    work = work_of(workbooks[name])

    check_file("tags", "\n".join(text for _, text, _ in tags), sought(work.booklet, printed_text))
    check_file("pages", "\n".join(book.texts), sought(work.booklet, printed_text))
    for number in range(len(book)):
        said = letters("".join(text for _, text, page in tags if page == number))
        shown = letters(book.texts[number])
        if any(role == "Figure" for role, _, page in tags if page == number):
            assert not Counter(said) - Counter(shown)
        else:
            assert sorted(said) == sorted(shown), book.labels[number]


def test_names_of_columns_in_small_capitals_are_found_as_they_are_spelt(
    example: Path, example_book: Book
) -> None:
    sections = [each for entry in work_of(example).booklet.entries for each in entry.sections]
    names = {letters(str(section.heading)) for section in sections}

    assert len(names) > 1
    whole = letters("\n".join(example_book.texts))
    assert all(name in whole for name in names), names


def test_lists_keep_their_marks_and_their_own_numbers(ugly_book: Book) -> None:
    marks = [text.strip() for role, text, _ in ugly_book.tagged() if role == "Lbl"]

    assert marks.count("–") == 60 + 2  # the list, and the two columns of the key
    numbers = ["8.", "9.", "10.", "11.", "12.", "1.", "•", "•", "2."]
    assert [mark for mark in marks if mark != "–"] == numbers
    whole = "\n".join(ugly_book.texts)
    assert re.search(r"8\.\s+cas 8\n\s*9\.\s+cas 9\n10\.\s+cas 10\n", whole)


def test_a_page_is_filled_though_short_entries_follow(ugly_book: Book) -> None:
    """Sixty entries of one line each are no block: what stands before them stays in its place."""
    (page,) = [text for text in ugly_book.texts if "cas 12" in text]

    assert "<q>gras</q>" in page


def test_hostile_text_is_printed_as_text(ugly_book: Book) -> None:
    tagged = re.sub(r"\s+", " ", "".join(text for _, text, _ in ugly_book.tagged()))

    assert "<q>gras</q> {{ 7 * 7 }}" in tagged.replace("\u202f", " ").replace("\u00a0", " ")


# -- numbers ----------------------------------------------------------------------------


@BOOKS
def test_contents_are_tagged_as_contents(
    name: str, books: dict[str, Book], workbooks: dict[str, Path]
) -> None:
    roles = Counter(books[name].roles())
    work = work_of(workbooks[name])

    assert roles["TOCI", "TOC"] == len(contents(work.booklet))
    assert roles["P", "TOCI"] == roles["TOCI", "TOC"]
    assert not any(role == "BlockQuote" for role, _ in roles)


@BOOKS
def test_contents_give_the_true_pages(
    name: str, books: dict[str, Book], workbooks: dict[str, Path]
) -> None:
    book = books[name]
    work = work_of(workbooks[name])
    said = _contents(book)

    wanted = contents(work.booklet)
    assert len(said) == len(wanted)
    for (words, folio), line in zip(said, wanted, strict=True):
        title = letters(stand_in(f"{line.year} {line.title}"))
        assert letters(words) == title
        first = str(line.title).partition("\u202f;")[0].rstrip("…")
        assert letters(stand_in(first or line.year)) in letters(book.page(folio))


def _contents(book: Book) -> list[tuple[str, str]]:
    """Return the lines of the contents: words, page number."""
    first = next(n for n, text in enumerate(book.texts) if text.startswith(printed.CONTENTS))
    after = (printed.NOTE, "L’année", "Les années")
    last = next(n for n, text in enumerate(book.texts) if n > first and text.startswith(after))
    text = "\n".join(book.texts[first:last]).removeprefix(printed.CONTENTS)
    found = re.findall(r"(.+?)\s(\d+)(?=\n|$)", text.strip(), re.DOTALL)
    return [(words.strip(), folio) for words, folio in found]


@pytest.mark.parametrize("name", ["example", "sparse"])
def test_the_index_gives_the_true_pages(
    name: str, books: dict[str, Book], workbooks: dict[str, Path]
) -> None:
    book, terms = books[name], work_of(workbooks[name]).booklet.index
    start = next(n for n, text in enumerate(book.texts) if text.startswith(printed.INDEX))
    text = " ".join(" ".join(book.texts[start:]).split())

    assert terms
    for term in terms:
        words = " ".join(term.term.split())
        found = re.search(rf"{re.escape(words)} ((?:\d+(?:–\d+)?(?:, )?)+)", text)
        assert found, term.term
        for pages in found[1].strip(", ").split(", "):
            first, _, last = pages.partition("–")
            for number in range(int(first), int(last or first) + 1):
                page = " ".join(book.page(str(number)).split())
                assert any(letters(form) in letters(page) for form in term.forms), term.term


@BOOKS
def test_every_link_leads_where_it_says(name: str, books: dict[str, Book]) -> None:
    book = books[name]
    checked = 0
    for number in range(len(book)):
        for under, address, label in book.links(number):
            words = under.rstrip(",")  # one goes with its number
            if address:
                assert address.startswith(("http://", "https://", "mailto:"))
            elif re.fullmatch(r"\d+(?:–\d+)?", words) and not re.fullmatch(r"\d{4}", words):
                assert label == words.partition("–")[0]
                checked += 1
            else:
                assert letters(words)[:12] in letters(book.page(label)), (words, label)
                checked += 1
    assert checked > 15


@BOOKS
def test_a_link_says_the_page_that_it_leads_to(name: str, books: dict[str, Book]) -> None:
    book = books[name]
    said = [
        (
            str(note.Contents),
            f"page\N{NO-BREAK SPACE}{book.labels[book.numbers[note.Dest[0].objgen]]}",
        )
        for page in book.pdf.pages
        for note in page.get("/Annots", [])
        if "/Dest" in note
    ]
    assert len(said) > 15
    assert all(contents == page for contents, page in said)


@BOOKS
def test_bookmarks_lead_to_parts_years_and_entries(name: str, books: dict[str, Book]) -> None:
    book = books[name]
    found = list(book.outline())

    assert found[0][1:] == (str(book.pdf.docinfo["/Title"]), "i")
    assert "Table des matières" in [title for level, title, _ in found if level == 1]
    entries = [(title, label) for level, title, label in found if level > 1 and label.isdigit()]
    assert len(entries) > 10
    for title, label in entries:
        last = letters(title.rpartition("·")[2].rstrip("…"))[:20]
        assert last in letters(book.page(label)), title


@BOOKS
def test_labels_are_the_folios_that_are_printed(name: str, books: dict[str, Book]) -> None:
    book = books[name]
    body = book.labels.index("1")

    assert book.labels[:4] == ["i", "ii", "iii", "iv"]
    assert book.labels[body:] == [str(n) for n in range(1, len(book) - body + 1)]
    assert body % 2 == 0
    foots = [book.inside(n, (0, 30, 420, 55)).strip() for n in range(len(book))]
    shown = [(foot, label) for foot, label in zip(foots, book.labels, strict=True) if foot]
    assert len(shown) > 5
    assert all(foot == label for foot, label in shown)


def test_chapters_open_on_a_recto_without_head_or_folio(example_book: Book) -> None:
    openings = [
        label
        for level, title, label in example_book.outline()
        if re.match(r"19\d\d", title)
        if level == 1
    ]

    assert len(openings) == 3
    for label in openings:
        number = example_book.labels.index(label)
        assert number % 2 == 0
        assert example_book.inside(number, (0, 30, 420, 55)).strip() == ""
        assert example_book.inside(number, (0, 545, 420, 595)).strip() == ""


# -- figures ----------------------------------------------------------------------------


def test_every_drawing_has_words_that_say_the_same(example_book: Book) -> None:
    import pikepdf

    figures = [
        each
        for each in example_book.pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/S", None) == pikepdf.Name.Figure
    ]

    words = [str(each.Alt) for each in figures]
    assert len(words) == 4  # the years at a glance, and three years
    assert all(re.search(r"\b19\d\d\b", each) for each in words)
    assert sum("Dépôt des statuts" in each for each in words) == 1


# -- one year ---------------------------------------------------------------------------


@BOOKS
def test_nothing_is_drawn_through_a_transparent_group(name: str, books: dict[str, Book]) -> None:
    """Printers turn a group into points; WeasyPrint makes one of each centred line of a drawing."""
    for page in books[name].pdf.pages:
        drawings = page.Resources.get("/XObject", {})
        assert [key for key, each in drawings.items() if "/Group" in each] == []


def test_the_annual_report_is_a_book_of_that_year(annual_files: Path) -> None:
    book = Book(annual_files / "chronique-atelier-1988.pdf")
    whole = "\n".join(book.texts)
    name = "chronique-atelier-1988.json"
    data = json.loads((annual_files / name).read_text(encoding="utf-8"))

    assert [chapter["year"] for chapter in data["chapters"]] == [1988]
    assert 8 <= len(book) <= 40
    assert "1988" in book.texts[0]
    assert "Année 1988" in whole
    assert "L’année d’un coup d’œil" in whole
    assert "Visite du préfet" not in whole
    assert _contents(book)


def test_no_page_of_the_index_is_left_for_a_line_or_two(sparse_book: Book) -> None:
    texts = sparse_book.texts
    end = next(n for n, said in enumerate(texts) if said.startswith("Composé en"))
    terms = [line for line in texts[end - 1].split("\n") if re.search(r"\d$", line)]

    assert "Index" in texts[end - 1] or len(terms) >= 5
    assert any("Reconstruction du pont (9)" in line for line in terms)
