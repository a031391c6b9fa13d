"""The templates, and what they need that takes thought: filters and pictures."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from pipeline import kept, resources
from pipeline.drawing import Drawing
from pipeline.model import Entry, Paragraph, Text
from pipeline.theme import Theme
from pipeline.writers import printed, titles
from pipeline.writers.html.runs import ended, hyphenated, plain, runs, titled
from pipeline.writers.repertoire import stand_in

_PT = 72 / 25.4
LINE = 120
"""Letters of an entry that its date opens: two lines of them at most."""
_ONE_LINE, _SPACED = 70, 1.3
"""Letters of the fullest line; how much wider the name of a column is, spaced small capitals."""
_FIGURE_SPACE = "\N{FIGURE SPACE}"


@cache
def environment() -> Environment:
    """Return the templates with their filters."""
    made = Environment(
        loader=FileSystemLoader(resources.folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        runs=runs,
        ended=ended,
        hyphenated=hyphenated,
        plain=plain,
        titled=titled,
        printed=printed.printed,
        raised=titles.raised,
        one_line=_one_line,
        listed=_items,
        is_line=_is_line,
        is_ragged=printed.is_ragged,
        range=_range,
    )
    return made


class _Compiled(BytecodeCache):
    """Templates compiled in an earlier run: to compile them takes longer than to fill them."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept of a template; Jinja looks whether it is of this template."""
        if found := kept.kept(self._folder, _name(bucket)):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        kept.keep(self._folder, _name(bucket), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> str:
    about = f"{version('jinja2')} {resources.program()} {bucket.key} {bucket.checksum}"
    return f"{kept.hashed(about)}.template"


def keep_templates(folder: Path | None) -> None:
    """Keep compiled templates in a folder; ``None`` for not at all."""
    environment().bytecode_cache = _Compiled(folder)


def load_templates() -> None:
    """Read the templates of front and back matter, ahead of the pages that they wait for."""
    for name in ("front", "back"):
        environment().get_template(f"book/{name}.html.j2")


def _one_line(entry: Entry) -> str:
    """Tell what an entry is where a line or two hold all of it, its date included.

    Returns:
        ``theme``, ``text``, or nothing where it is more.
    """
    if entry.theme:
        alone = not entry.sections and len(str(entry.theme)) <= LINE
        return "theme" if alone else ""
    blocks = [block for section in entry.sections for block in section.blocks]
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
        return ""
    return "text" if len(str(blocks[0].text)) <= LINE else ""


def _range(folio: str) -> str:
    """Return a page number; a range of them, ``12–15``, stays on its line."""
    return folio.replace("–", "–\N{WORD JOINER}")


def _is_line(text: Text, name: Text | str) -> bool:
    """Tell whether a text may be one line after the name of its column."""
    return len(str(text)) + _SPACED * len(str(name)) <= _ONE_LINE


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list, its number, and the items under it."""

    text: Text
    mark: str
    under: list[Text]


@dataclass(frozen=True, slots=True)
class _Items:
    """The items of a list; their numbers are of one width, with the class of that width."""

    each: list[_Item]
    width: str


def _items(block: printed.Printed) -> _Items:
    """Return the items of a list, each with its number and those under it."""
    last = block.start + len(block.items) - len(block.inner) - 1
    digits = len(str(last))
    found: list[_Item] = []
    for place, text in enumerate(block.items):
        if place in block.inner and found:
            found[-1].under.append(text)
            continue
        number = str(block.start + len(found)).rjust(digits, _FIGURE_SPACE)
        found.append(_Item(text, f"{number}.{_FIGURE_SPACE}", []))
    return _Items(found, ("", "tens", "hundreds")[min(digits, 3) - 1])


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as a template sets it."""

    uri: str
    words: str
    width_pt: float
    height_pt: float


def picture(drawing: Drawing | None) -> Picture | None:
    """Return a drawing as a template sets it, all in one address."""
    if drawing is None:
        return None
    data = b64encode(stand_in(drawing.svg).encode()).decode()
    uri = f"data:image/svg+xml;base64,{data}"
    return Picture(uri, drawing.words, drawing.width_pt, drawing.height_pt)


def measure(theme: Theme) -> float:
    """Return the length of a line, in points."""
    page = theme["page"]
    return float((page["width_mm"] - page["inner_mm"] - page["outer_mm"]) * _PT)
