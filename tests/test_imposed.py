"""The office booklet, folded: pages in order, none twice, none lost."""

from __future__ import annotations

import io

import pikepdf
import pytest

from pipeline.writers.pdf.imposed import imposed, order, signature_of

COUNTS = [4, 5, 16, 37, 63, 64, 65, 400]


def _folded(pages: int, signature: int) -> list[int]:
    """Return the pages as they are read, once the sheets are folded and laid together."""
    sides = list(order(pages, signature))
    read: list[int] = []
    sheets = [(sides[n], sides[n + 1]) for n in range(0, len(sides), 2)]
    for start in range(0, len(sheets), max(1, signature // 4)):
        bundle = sheets[start : start + signature // 4]
        front = [page for outer, inner in bundle for page in (outer[1], inner[0])]
        back = [page for outer, inner in reversed(bundle) for page in (inner[1], outer[0])]
        read += front + back
    return read


@pytest.mark.parametrize("pages", COUNTS)
@pytest.mark.parametrize("wanted", [0, 8, 16, 32])
def test_folded_sheets_read_in_order(pages: int, wanted: int) -> None:
    read = _folded(pages, signature_of(pages, wanted))

    assert [page for page in read if page] == list(range(1, pages + 1))
    assert all(page == 0 for page in read[pages:])
    assert len(read) < pages + 4


@pytest.mark.parametrize("pages", COUNTS)
def test_a_bundle_can_be_folded(pages: int) -> None:
    assert signature_of(pages) <= 64
    assert signature_of(pages) % 4 == 0


def _book(pages: int) -> bytes:
    book = pikepdf.new()
    for number in range(1, pages + 1):
        page = book.add_blank_page(page_size=(419.53, 595.28))
        page.Contents = book.make_stream(f"% {number}\n0 0 m {number} {number} l S".encode())
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("pages", [5, 16, 37])
def test_each_page_is_drawn_once_on_landscape_sheets(pages: int) -> None:
    folded = pikepdf.open(io.BytesIO(imposed(_book(pages), 0)[0]))

    drawn = [form for page in folded.pages for form in page.Resources.XObject.values()]
    numbers = sorted(int(form.read_bytes().split()[1]) for form in drawn)
    assert numbers == list(range(1, pages + 1))
    for page in folded.pages:
        width, height = map(float, page.mediabox[2:])
        assert (round(width, 1), round(height, 1)) == (839.1, 595.3)


def test_inner_sheets_are_drawn_towards_the_fold() -> None:
    """Creep: what stands out at the edge of a fold is moved towards the spine."""
    folded = pikepdf.open(io.BytesIO(imposed(_book(32), 0)[0]))

    lefts = []
    for page in folded.pages:
        matrices = [
            [float(each) for each in operands]
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "cm"
        ]
        lefts.append((matrices[0][4], matrices[1][4]))
    outer, inner = lefts[0], lefts[-1]
    assert outer == (0, 419.53)
    assert 0 < inner[0] < 3
    assert inner[1] == pytest.approx(419.53 - inner[0])


def test_the_instruction_says_how_to_print_and_fold() -> None:
    assert "bord court" in imposed(_book(16), 0)[1]
    assert "agrafez" in imposed(_book(16), 0)[1]
    assert "3 cahiers de 8 feuilles (le dernier : 7), dans" in imposed(_book(90), 0)[1]
    assert "3 cahiers de 6 feuilles (le dernier : 5), dans" in imposed(_book(68), 0)[1]
    assert "sur A4, recto verso" in imposed(_book(16), 0)[1]
