"""The print-shop edition: bleed, crop marks, process colours, PDF/X-4 (ISO 15930-7).

Colours of the pages are written again in DeviceCMYK: what is grey goes to black alone,
the accent to its mixture.  The print shop's own profile, where the settings give it, is
the output intent; without one the condition is only named (FOGRA39), which a preflight
will note: profiles of printing conditions may not be shipped with the program.
"""

from __future__ import annotations

import hashlib
import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from pipeline.model import Booklet
from pipeline.regex import regex
from pipeline.theme import Theme
from pipeline.writers.pdf.assembly import Assembly
from pipeline.writers.pdf.metadata import write_metadata
from pipeline.writers.press.layout import Layout

_PT = 72 / 25.4
MARK_MM = 5.0
"""Length of a crop mark; it begins outside the bleed."""
_RGB_RE = regex(rb"(?<![\d.])([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)\b")


def print_shop(
    layout: Layout, booklet: Booklet, theme: Theme, profile: bytes | None, *, cover_apart: bool
) -> dict[str, bytes]:
    """Return the files for a print shop by name: no links, no tags, even numbers of pages.

    Args:
        layout: The parts laid out.
        booklet: Its imprint data.
        theme: Trim size and bleed.
        profile: ICC profile of the printing condition, or ``None``.
        cover_apart: The cover and its verso are a file of their own.
    """
    if not cover_apart:
        return {"impression": _edition(layout, booklet, theme, profile, slice(None))}
    return {
        "impression": _edition(layout, booklet, theme, profile, slice(2, None)),
        "impression-couverture": _edition(layout, booklet, theme, profile, slice(0, 2)),
    }


def _edition(
    layout: Layout, booklet: Booklet, theme: Theme, profile: bytes | None, kept: slice
) -> bytes:
    assembly = Assembly(layout, theme)
    assembly.finish_links(keep=False)
    book = assembly.book
    left_out = set(range(len(book.pages))) - set(range(len(book.pages))[kept])
    for number in sorted(left_out, reverse=True):
        del book.pages[number]
    bleed = theme["page"]["bleed_mm"] * _PT
    slug = bleed + MARK_MM * _PT + 6
    seen: set[tuple[int, int]] = set()
    for page in book.pages:
        _process_colours(page, seen)
        _frame(book, page, bleed, slug)
        for key in ("/StructParents", "/Tabs"):
            if key in page:
                del page[key]
    book.Root.OutputIntents = Array([_intent(book, profile)])
    write_metadata(book, booklet, _content(book, booklet, profile))
    target = io.BytesIO()
    book.save(
        target,
        deterministic_id=True,
        min_version="1.6",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return target.getvalue()


def _content(book: pikepdf.Pdf, booklet: Booklet, profile: bytes | None) -> str:
    """Return a hash of what is printed, on what, in which edition."""
    found = hashlib.sha256(f"{booklet.edited} {booklet.imprint}".encode())
    found.update(profile or b"")
    for page in book.pages:
        found.update(page.obj.MediaBox.unparse())
        contents = page.obj.get("/Contents", None)
        for stream in contents if isinstance(contents, Array) else [contents]:
            if isinstance(stream, pikepdf.Stream):
                found.update(stream.read_bytes())
    return found.hexdigest()


def _intent(book: pikepdf.Pdf, profile: bytes | None) -> Dictionary:
    """Return the output intent: the profile given, or the name of the usual condition."""
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX)
    if profile is None:
        intent.OutputConditionIdentifier = String("FOGRA39")
        intent.OutputCondition = String("Offset, ISO 12647-2:2004/Amd 1")
        intent.RegistryName = String("http://www.color.org")
        intent.Info = String("Coated FOGRA39 (ISO 12647-2:2004)")
    else:
        intent.OutputConditionIdentifier = String("Custom")
        intent.Info = String(profile_name(profile))
        intent.DestOutputProfile = book.make_stream(profile, N=4)
    return intent


def profile_name(profile: bytes) -> str:
    """Return the description of an ICC profile, for the file's reader (ICC.1:2022, 9.2.41)."""
    with io.BytesIO(profile) as stream:
        return str(ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(stream))).strip()


def _process_colours(page: pikepdf.Page, seen: set[tuple[int, int]]) -> None:
    """Write the colours of a page and its drawings again in cyan, magenta, yellow, black."""
    contents = page.obj.get("/Contents", None)
    if contents is None:
        return
    streams = list(contents) if isinstance(contents, Array) else [contents]
    drawings = page.obj.get("/Resources", Dictionary()).get("/XObject", Dictionary())
    streams += [drawing for _, drawing in drawings.items()]
    for stream in streams:
        if not isinstance(stream, pikepdf.Stream) or stream.objgen in seen:
            continue
        seen.add(stream.objgen)
        if stream.get("/Subtype", None) == Name.Image:
            continue
        stream.write(_RGB_RE.sub(_cmyk, stream.read_bytes()))


def _cmyk(match: re.Match[bytes]) -> bytes:
    red, green, blue = (float(match[n]) for n in (1, 2, 3))
    operator = b"k" if match[4] == b"rg" else b"K"
    black = 1 - max(red, green, blue)
    if max(red, green, blue) - min(red, green, blue) < 0.02:
        return b"0 0 0 %.4f %s" % (black if black < 0.85 else 1.0, operator)
    rest = 1 - black
    inks = ((rest - each) / rest for each in (red, green, blue))
    return b"%.4f %.4f %.4f " % tuple(inks) + b"%.4f %s" % (black, operator)


def _frame(book: pikepdf.Pdf, page: pikepdf.Page, bleed: float, slug: float) -> None:
    """Set the boxes of a page around its trim and draw the crop marks."""
    width, height = float(page.mediabox[2]), float(page.mediabox[3])
    page.obj.MediaBox = Array([-slug, -slug, width + slug, height + slug])
    page.obj.CropBox = Array([-slug, -slug, width + slug, height + slug])
    page.obj.BleedBox = Array([-bleed, -bleed, width + bleed, height + bleed])
    page.obj.TrimBox = Array([0, 0, width, height])
    length = MARK_MM * _PT
    marks = []
    for x in (0.0, width):
        for y, way in ((-bleed - 2, -length), (height + bleed + 2, length)):
            marks.append(f"{x:.3f} {y:.3f} m {x:.3f} {y + way:.3f} l S")
    for y in (0.0, height):
        for x, way in ((-bleed - 2, -length), (width + bleed + 2, length)):
            marks.append(f"{x:.3f} {y:.3f} m {x + way:.3f} {y:.3f} l S")
    drawing = f"q 0.25 w 1 1 1 1 K {' '.join(marks)} Q\n".encode()
    page.contents_add(book.make_stream(b"q\n"), prepend=True)
    page.contents_add(book.make_stream(b"Q\n" + drawing))
