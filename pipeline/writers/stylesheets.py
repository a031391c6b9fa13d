"""The stylesheets with the theme's measures set in: one text for all parts, and one for each."""

from __future__ import annotations

from functools import lru_cache

from pipeline import resources
from pipeline.regex import regex
from pipeline.theme import Theme
from pipeline.writers.faces import font_faces

_LINES_RE = regex(r"(?<![\w$.-])(-?\d+(?:\.\d+)?)ln\b")
"""A measure in lines."""


@lru_cache(maxsize=2)
def stylesheet(theme: Theme) -> str:
    """Return the styles that all parts share, the fonts included.

    Args:
        theme: The measures; ``$page-width-mm`` in a stylesheet is ``[page] width_mm``, and
            ``2ln`` is twice ``[type] leading_pt``.
    """
    names = ["page", "text", "booklet"] + ["margin"] * (theme["page"]["periods"] == "margin")
    return font_faces(theme) + "".join(_measured(name, theme) for name in names)


def _measured(name: str, theme: Theme) -> str:
    """Return a stylesheet with the theme's measures set in."""
    css = resources.text(f"styles/{name}.css")
    values = {
        f"${table}-{key.replace('_', '-')}": str(value)
        for table, keys in theme.tables.items()
        for key, value in keys.items()
        if not isinstance(value, list)
    }
    for key in sorted(values, key=len, reverse=True):
        css = css.replace(key, values[key])
    line = theme["type"]["leading_pt"]
    css = _LINES_RE.sub(lambda found: f"{round(float(found[1]) * line, 2):g}pt", css)
    page = theme["page"]
    return css.replace("$cover", f"{page['height_mm'] - page['head_mm'] - page['foot_mm']}mm")


def longer_or_shorter(theme: Theme) -> tuple[str, ...]:
    """Return styles that make every page of a part one line longer, or one line shorter.

    So a last page of two lines is drawn in, or filled, and recto and verso still agree.
    """
    return tuple(_foot(theme, lines) for lines in (1, -1))


def contents_longer_or_shorter(theme: Theme) -> tuple[str, ...]:
    """Return styles for the pages of the contents alone, which may be some lines shorter."""
    return tuple(_foot(theme, lines, "contents") for lines in (1, -1, -2, -3))


def _foot(theme: Theme, lines: int, page: str = "") -> str:
    """Return the style that lengthens pages by lines; ``page`` is the name of those it is for."""
    foot, line = theme["page"]["foot_mm"] * 72 / 25.4, theme["type"]["leading_pt"]
    return f"@page {page}{{margin-bottom:{foot - lines * line:.2f}pt}}"
