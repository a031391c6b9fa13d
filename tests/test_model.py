"""A text remembers: whatever is edited, the workbook's letters can be told again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import PLAIN, CellRef, Mark, Span, Style, Text

_D12 = CellRef("Frise", 12, 4)
_BOLD = Style(bold=True)


def _text(*spans: tuple[str, Style]) -> Text:
    return Text(tuple(Span(text, style) for text, style in spans), _D12)


def test_an_edit_keeps_what_the_workbook_had_and_the_style() -> None:
    text = _text(("le ", PLAIN), ("demier", _BOLD), (" mot", PLAIN)).replaced(3, 9, "dernier")

    assert text.spans == (
        Span("le ", PLAIN),
        Span("dernier", _BOLD, "demier"),
        Span(" mot", PLAIN),
    )


def test_a_second_edit_inside_a_changed_span_takes_it_whole() -> None:
    text = Text.plain_text("le demier mot").replaced(3, 9, "dernier").replaced(3, 4, "D")

    assert (str(text), text.original) == ("le Dernier mot", "le demier mot")


def test_an_edit_across_styles_takes_the_style_of_the_first_letter() -> None:
    text = _text(("ab", _BOLD), ("cd", PLAIN)).replaced(1, 3, "X")

    assert [(span.text, span.style.bold, span.before) for span in text.spans] == [
        ("a", True, None),
        ("X", True, "bc"),
        ("d", False, None),
    ]


def test_a_removed_text_stays_as_an_empty_span() -> None:
    text = Text.plain_text("- pain").replaced(0, 2, "")

    assert (str(text), text.original, bool(text)) == ("pain", "- pain", True)


def test_a_mark_stands_on_its_very_words() -> None:
    mark = Mark("name-variants", "Coorace", "COORACE")

    text = Text.plain_text("le Coorace national").marked(3, 10, mark)

    assert [(span.text, span.marks) for span in text.spans] == [
        ("le ", ()),
        ("Coorace", (mark,)),
        (" national", ()),
    ]


def test_an_address_is_quoted_as_a_spreadsheet_quotes_it() -> None:
    assert [str(CellRef(name, 3, 28)) for name in ("Frise", "Ma frise", "L'an 2")] == [
        "Frise!AB3",
        "'Ma frise'!AB3",
        "'L''an 2'!AB3",
    ]


_EDITS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 6), st.text("xyz ", max_size=4)), max_size=8
)


@given(st.lists(st.tuples(st.text("abc\n'", max_size=12), st.booleans()), max_size=4), _EDITS)
def test_edits_never_lose_the_original_and_mean_what_they_say(
    runs: list[tuple[str, bool]], edits: list[tuple[int, int, str]]
) -> None:
    text = Text(tuple(Span(run, Style(bold=bold)) for run, bold in runs), _D12)
    original = letters = str(text)
    for start, length, replacement in edits:
        start = min(start, len(letters))
        end = min(start + length, len(letters))
        text = text.replaced(start, end, replacement)
        letters = letters[:start] + replacement + letters[end:]
        assert str(text) == letters
        assert text.original == original


@given(st.text("abc", max_size=12), _EDITS, st.lists(st.integers(0, 14), max_size=4))
def test_a_text_cut_anywhere_joins_again(
    letters: str, edits: list[tuple[int, int, str]], cuts: list[int]
) -> None:
    text = Text.plain_text(letters, _D12)
    for start, length, replacement in edits:
        start = min(start, len(str(text)))
        text = text.replaced(start, min(start + length, len(str(text))), replacement)

    parts = text.split(*sorted(cuts))

    assert len(parts) == len(cuts) + 1
    joined = parts[0]
    for part in parts[1:]:
        joined = joined.joined(part)
    assert (str(joined), joined.original) == (str(text), letters)


@given(
    st.lists(st.tuples(st.text("abc", min_size=1, max_size=8), st.booleans()), max_size=4),
    st.lists(st.integers(0, 30), max_size=8),
    st.integers(0, 20),
)
def test_edits_made_at_once_are_edits_made_one_by_one(
    runs: list[tuple[str, bool]], places: list[int], first: int
) -> None:
    text = Text(tuple(Span(run, Style(bold=bold)) for run, bold in runs), _D12)
    text = text.replaced(min(first, len(str(text))), min(first + 2, len(str(text))), "ZZZ")
    size = len(str(text))
    cuts = sorted({min(each, size) for each in places})
    edits = [(a, b, "x", False) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    one_by_one = text
    for start, end, replacement, raised in reversed(edits):
        one_by_one = one_by_one.replaced(start, end, replacement, raised=raised)

    at_once = text.edited(edits)

    assert (str(at_once), at_once.original) == (str(one_by_one), one_by_one.original)
