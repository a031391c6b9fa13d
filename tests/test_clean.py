"""What cleaning promises for any text: nothing lost, nothing twice, never an exception."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean import clean
from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import (
    Cell,
    CellRef,
    Column,
    Entry,
    Heading,
    ListBlock,
    Record,
    Records,
    Role,
    SourceFile,
    Span,
    Style,
    Text,
)
from pipeline.parse import parse
from pipeline.read import read
from tests.workbooks import book

_SOURCE = SourceFile("frise.xlsx", "0" * 64, "Frise")
_COLUMNS = tuple(
    Column(number, Text.plain_text(heading), role)
    for number, (heading, role) in enumerate(
        (
            ("Thème", Role.THEME),
            ("Lieu", Role.THEME),
            ("Contexte", Role.SECTION),
            ("Document", Role.SOURCES),
        ),
        1,
    )
)
_PIECES = st.sampled_from(
    [
        "l'emploi", "d 'un", "demier", "developpement", "oeuvre", "1ère", "XIème", "CNEI",
        "C.N.E.I.", "REGIONALISATION :", "- ", "• ", "1. ", "2. ", "\n", "\n\n", " ", "  ", "\t",
        ":", ";", " !", "?", "...", "…", '"', "«", "»", "(", ")", "-", "–", "etc...", "12 500",
        "40%", "14 h 30", "Septembre 1994", "n°12", "M. Durand", "http://x.fr/a:b", "a@b.fr",
        "dévelop pement", "porte-\nparole", "!FACE", "fm", "Xlème", "\u00a0", "\u202f", "\u00ad",
        "🙂", "👩‍👧", "שלום", "مرحبا", "é", "e\u0301", "ﬁn", "Œ", "<b>", "{{ x }}", "[sic]", "0",
        "I'", "les", "réseau", "est", ",", ".", "1994 :", "²", "\u2028", "\r",
    ]
)  # fmt: skip
_TEXTS = st.one_of(
    st.lists(_PIECES, max_size=25).map("".join),
    st.lists(_PIECES, max_size=25).map(" ".join),
    st.text(max_size=60),
)
_STYLES = st.builds(
    Style, bold=st.booleans(), italic=st.booleans(), superscript=st.booleans()
)  # fmt: skip


@st.composite
def _rich(draw: st.DrawFn) -> Text:
    """Draw a text cut at random places into spans of random styles."""
    letters = draw(_TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(letters)), max_size=4)))
    bounds = [0, *cuts, len(letters)]
    pieces = [letters[a:b] for a, b in pairwise(bounds)]
    return Text(tuple(Span(piece, draw(_STYLES)) for piece in pieces if piece))


def _entry(texts: tuple[Text, ...], found: list[Diagnostic] | None = None) -> Entry:
    """Clean one row whose cells are ``texts``: two themes, a section, a source."""
    cells = [
        Cell(Text(text.spans, CellRef("Frise", 2, column)), str(text))
        for column, text in enumerate(texts, 1)
    ]
    record = Record(2, {}, tuple(cells[:2]), tuple(cells[2:3]), tuple(cells[3:]), sheet="Frise")
    report = (found if found is not None else []).append
    return clean(Records(_SOURCE, _COLUMNS, (record,)), Config(), report)[0]


def _section(text: Text | str, found: list[Diagnostic] | None = None) -> list[Text]:
    """Return the texts printed from one section cell."""
    rich = text if isinstance(text, Text) else Text.plain_text(text)
    return _texts(_entry((Text(), Text(), rich), found))


def _texts(entry: Entry) -> list[Text]:
    found: list[Text] = []
    for section in entry.sections:
        for block in section.blocks:
            found += block.items if isinstance(block, ListBlock) else (block.text,)
    return found


def _original(texts: list[Text]) -> str:
    return "".join(text.original for text in texts)


@given(_rich(), _rich(), _rich(), _rich())
@settings(max_examples=80, deadline=None)
def test_spans_give_back_every_cell_letter_by_letter(
    one: Text, two: Text, section: Text, source: Text
) -> None:
    """Whatever the text and its styles, the cell can be had back from what is printed."""
    entry = _entry((one, two, section, source))

    assert entry.theme.original == str(one) + str(two)
    assert _original(_texts(entry)) == (str(section) if str(section).strip() else "")
    assert _original(list(entry.sources)) == str(source)


@given(_rich())
@settings(max_examples=80, deadline=None)
def test_cleaning_what_is_clean_changes_nothing_more(text: Text) -> None:
    """A printed text put back into the sheet is printed as it is."""
    for once in _section(text):
        entry = _entry((Text(), Text(), Text(), Text.plain_text(str(once))))
        again = _entry((Text(), Text(), Text(), Text.plain_text(str(entry.sources[0]))))

        assert str(again.sources[0]) == str(entry.sources[0])


@given(_rich())
@settings(max_examples=50, deadline=None)
def test_every_change_of_letters_is_reported(text: Text) -> None:
    """No span differs from what the workbook had without a finding about its cell."""
    found: list[Diagnostic] = []
    changed = [
        span
        for each in _section(text, found)
        for span in each.spans
        if span.before is not None and span.before.strip() != span.text.strip()
    ]

    assert bool(changed) <= bool(found)


@pytest.mark.parametrize(
    "text",
    [
        "🙂",
        "שלום עולם, ברוך הבא",
        "x",
        "?",
        "…!?;:" * 20,
        "<lieu>Le bureau</lieu> {% if x %} {{ y }}",
        "\u200b",
        "The board of the association met in the town hall and voted for the budget of the year.",
    ],
)
def test_strange_texts_stay_as_they_are_in_their_letters(text: str) -> None:
    """Emoji, right to left, one sign, only punctuation, markup, English: no letter changes."""
    printed = "".join(str(each) for each in _section(text))

    assert [c for c in printed if c.isalnum()] == [c for c in text if c.isalnum()]


def test_english_is_reported_and_not_repaired() -> None:
    """A word that only French would mend is left in another language."""
    text = "The demier of the board was written in the town hall, and the members voted for it."
    found: list[Diagnostic] = []

    assert [str(each) for each in _section(text, found)] == [text]
    assert [each.code.slug for each in found] == ["not-french"]


def test_a_hundred_thousand_letters_in_one_cell() -> None:
    """A whole report pasted into one cell is cleaned, and can be had back."""
    text = "Le demier conseil vote l' aide ; il se réunit en Septembre 1994.\n" * 1600

    texts = _section(text)

    assert str(texts[0]) == (
        "Le dernier conseil vote l’aide\u202f; il se réunit en septembre 1994."
    )
    assert _original(texts) == text


def test_a_word_without_blanks_of_a_hundred_thousand_letters() -> None:
    """No rule takes more than a moment over letters without end."""
    text = "a" * 50_000 + "." * 20_000 + "1" * 30_000

    assert _original(_section(text)) == text


def test_a_mark_beside_an_italic_word_is_set_on_the_whole_paragraph() -> None:
    """The blank before the colon falls into the span of the mark; the italic stays."""
    italic = Style(italic=True)
    (text,) = _section(Text((Span("La revue "), Span("Partage", italic), Span(": un lien"))))

    assert str(text) == "La revue Partage\u00a0: un lien"
    slanted = "".join(span.text for span in text.spans if span.style == italic)
    assert slanted.strip("\u00a0") == "Partage"


def test_quotes_and_apostrophes_beside_an_italic_word_are_set() -> None:
    """What stands on both sides of a change of style is one text."""
    italic = Style(italic=True)
    spans = (
        Span("La revue d "), Span("'Avenir", italic), Span(' dit "'), Span("oui", italic),
        Span('" et l\''), Span("Etat", italic), Span(" ; non ... "), Span("fin", italic), Span("!"),
    )  # fmt: skip
    (text,) = _section(Text(spans))

    assert str(text) == ("La revue d’Avenir dit «\u00a0oui\u00a0» et l’État\u202f; non… fin\u202f!")
    slanted = "".join(span.text for span in text.spans if span.style == italic)
    assert [word for word in ("Avenir", "oui", "État", "fin") if word not in slanted] == []


def test_a_repair_keeps_the_style_of_its_word() -> None:
    """A misread word in bold is mended in bold, and remembers what it was."""
    bold = Style(bold=True)
    (text,) = _section(Text((Span("Le "), Span("demier", bold), Span(" conseil"))))

    assert [span for span in text.spans if span.before] == [Span("dernier", bold, "demier")]


def test_corrections_can_be_switched_off() -> None:
    """``corrections = false`` leaves letters alone, and still says what it would mend."""
    config = Config.model_validate({"nettoyage": {"corrections": False}})
    cell = Cell(Text.plain_text("Le demier conseil", CellRef("Frise", 2, 3)), "")
    found: list[Diagnostic] = []
    records = Records(_SOURCE, _COLUMNS, (Record(2, {}, (), (cell,), (), sheet="Frise"),))
    (entry,) = clean(records, config, found.append)

    assert [str(each) for each in _texts(entry)] == ["Le demier conseil"]
    assert [(f.code.slug, f.after) for f in found] == [("ocr-doubt", "dernier")]


def test_a_word_that_no_dictionary_has_is_not_proposed_beside_one_that_has_it() -> None:
    """*Bâtié* is the participle of no verb: ``batie`` is *bâtie*."""
    text = Text.plain_text("La salle des fêtes est batie en pierre.", CellRef("Frise", 2, 3))
    found: list[Diagnostic] = []
    records = Records(_SOURCE, _COLUMNS, (Record(2, {}, (), (Cell(text, ""),), (), sheet="Frise"),))
    clean(records, Config(), found.append)

    assert [(f.code.slug, f.after) for f in found] == [("ocr-doubt", "bâtie")]


_PROSE = 'Le demier conseil d \'administration a voté "oui" (12 500 F) le 3 Mai 1994 - etc... '


@pytest.mark.parametrize(
    "piece", [_PROSE, "(", '"a" ', "REGIONALISATION ", "- mot\n", "mot [sic] ", "l'"]
)
def test_a_hundred_thousand_letters_are_cleaned(piece: str) -> None:
    """No rule needs a time that grows with the square of a text: this would not end."""
    text = (piece * (100_000 // len(piece) + 1))[:100_000]

    assert _original(_section(text)) == text


def test_short_texts_of_an_english_document_are_left_alone() -> None:
    """« Evolution » is English where the sheet is."""
    found: list[Diagnostic] = []
    texts = (
        Text.plain_text("Evolution"),
        Text.plain_text("The board of the town"),
        Text.plain_text("The board of the association met in the town hall and voted for it."),
    )
    entry = _entry(texts, found)

    assert str(entry.theme).startswith("Evolution")
    assert {each.code.slug for each in found} == {"not-french"}


def test_old_spelling_is_only_proposed() -> None:
    """Where one word in ten is unknown, letters stay: the text is old, or too dirty."""
    old = (
        "Les artistes devoient montrer leurs talens, et l’on jugeoit les demiers tableaux. Ils "
        "connoissoient les foiblesses du dessein, qui étoient celles de leur tems ; les sçavans "
        "s’appercevoient que les couleurs manquoient, et l’on voyoit bien que le peintre vouloit "
        "plaire aux enfans."
    )
    found: list[Diagnostic] = []
    texts = _section(old, found)

    assert "demiers" in str(texts[0])
    assert "many-unknown-words" in {each.code.slug for each in found}


def _broken(path: Path) -> list[CellRef | None]:
    """Return the cells of a workbook that their texts do not give back."""
    found: list[Diagnostic] = []
    records = parse(read(path, Config(), found.append), Config(), found.append)
    broken: list[CellRef | None] = []
    for record, entry in zip(records.rows, clean(records, Config(), found.append), strict=True):
        sections = {section.origin: section for section in entry.sections}
        for cell in record.sections:
            if Diagnostic(Code.PERIOD_REPEATED, cell.at, str(cell.text)) in found:
                continue  # reported as left out
            texts = [
                text
                for block in sections[cell.at].blocks
                for text in (block.items if isinstance(block, ListBlock) else (block.text,))
            ]
            if _original(texts) != str(cell.text):
                broken.append(cell.at)
        if entry.theme.original != "".join(str(cell.text) for cell in record.theme):
            broken.append(entry.theme.origin)
        if _original(list(entry.sources)) != "".join(str(c.text) for c in record.sources):
            broken.append(entry.origin)
    return broken


def test_the_seed_can_be_had_back(seed: Path) -> None:
    """Every cell of the first real workbook, letter by letter."""
    assert _broken(seed) == []


@pytest.mark.parametrize(
    "name", ["potomac-battles.xlsx", "wolsten-timelines.xlsm", "inha-envois-rapports.xls"]
)
def test_real_workbooks_can_be_had_back(samples: Path, name: str) -> None:
    """English tables, a timeline with macros, reports of the nineteenth century."""
    assert _broken(samples / name) == []


def test_the_seed_keeps_its_names(seed: Path) -> None:
    """Not one capitalised word that is no plain word of French loses or changes a letter."""
    found: list[Diagnostic] = []
    records = parse(read(seed, Config(), found.append), Config(), found.append)
    clean(records, Config(), found.append)
    letters = [each for each in found if each.code.slug == "ocr-letter"]

    assert letters
    assert [each.before for each in letters if not each.before.islower()] == []


def test_headings_print_what_they_say_once() -> None:
    """A heading that repeats the theme is merged; its letters stay in the cell’s spans."""
    theme, cell = Text.plain_text("Animation régionale"), "ANIMATION REGIONALE :\nLe réseau."
    entry = _entry((theme, Text(), Text.plain_text(cell)))

    (section,) = entry.sections
    assert [isinstance(block, Heading) for block in section.blocks] == [False]
    assert _original(_texts(entry)) == cell


@pytest.mark.parametrize(
    ("heading", "printed"),
    [
        ("Lieu", ["LA CROIX", "LE MOULIN NEUF", "ÉGLISE DE NIORT"]),
        ("Personnes citées", ["LA CROIX", "LE MOULIN NEUF", "ÉGLISE DE NIORT"]),
        ("Récit", ["La croix", "Le moulin neuf", "Église de Niort"]),
    ],
)
def test_names_in_capitals_in_a_column_of_names_stay(
    heading: str, printed: list[str], tmp_path: Path
) -> None:
    cells = ("LA CROIX", "LE MOULIN NEUF", "EGLISE DE NIORT")
    rows = [(1901 + n, "Vente", cell) for n, cell in enumerate(cells)]
    path = book(tmp_path / "a.xlsx", ("Date", "Événement", heading), *rows)

    found: list[Diagnostic] = []
    records = parse(read(path, Config(), found.append), Config(), found.append)
    entries = clean(records, Config(), found.append)

    blocks = [block for entry in entries for block in entry.sections[0].blocks]
    assert [str(block.text) for block in blocks if not isinstance(block, ListBlock)] == printed
    assert {isinstance(block, Heading) for block in blocks} == {heading == "Récit"}


def test_lines_of_a_theme_put_on_one_line_are_told() -> None:
    found: list[Diagnostic] = []
    lines = Text.plain_text("Assemblée générale\nÉlection\nBal\n")
    entry = _entry((lines, Text(), Text(), Text()), found)

    assert str(entry.theme) == "Assemblée générale Élection Bal"
    told = [(each.code.slug, each.at and each.at.column, each.count) for each in found]
    assert told == [("lines-in-one", 1, 2)]


def test_a_cell_of_several_documents_is_as_many() -> None:
    found: list[Diagnostic] = []
    cell = (
        "PV du 12/03/2001\n- Ouest-France,\n  13 mars ; 4 M 13\n- Lettre de\nla mairie\n\n1. Plan\n"
    )
    entry = _entry((Text(), Text(), Text(), Text.plain_text(cell)), found)

    assert [str(each) for each in entry.sources] == [
        "PV du 12/03/2001",
        "Ouest-France,",
        "13\u00a0mars\u202f; 4 M 13",
        "Lettre de la mairie",
        "1. Plan",
    ]
    assert _original(list(entry.sources)) == cell
    told = [(each.code.slug, each.before, each.after) for each in found]
    assert ("list-mark", "-", "·") in told
    assert ("line-joined", "\n", " ") in told


def test_a_theme_that_is_a_list_keeps_its_lines_where_its_row_has_no_other_text() -> None:
    found: list[Diagnostic] = []
    listed = "Assemblée générale\n\uf0b7 M. Roy\n\uf0b7 Mme Bœuf"
    entry = _entry((Text.plain_text(listed),), found)
    beside = _entry((Text.plain_text(listed), Text(), Text.plain_text("Un récit.")))

    assert not entry.theme
    assert [str(each).replace("\xa0", " ") for each in _texts(entry)] == [
        "Assemblée générale",
        "M. Roy",
        "Mme Bœuf",
    ]
    assert _original(_texts(entry)) == listed
    assert "list-mark" in [each.code.slug for each in found]
    assert str(beside.theme).startswith("Assemblée générale")
