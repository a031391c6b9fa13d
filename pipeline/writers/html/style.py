"""The stylesheets with the theme's measures set in: one text, inlined in each part."""

from __future__ import annotations

from functools import cache

from pipeline import resources
from pipeline.theme import Theme
from pipeline.writers.faces import font_faces
from pipeline.writers.repertoire import stand_in


@cache
def _sheets(periods: str) -> str:
    names = ("page", "text", "booklet", *(["margin"] if periods == "margin" else []))
    return "".join(resources.text(f"styles/{name}.css") for name in names)


def stylesheet(theme: Theme, language: str, verso: str, recto: str) -> str:
    """Return all styles of a part.

    Args:
        theme: The measures; ``$page-width-mm`` in a stylesheet is ``[page] width_mm``.
        language: Of the document.
        verso: Running head of left-hand pages.
        recto: Running head of right-hand pages; empty for none at all.
    """
    css = _sheets(theme["page"]["periods"])
    values = {
        f"${table}-{key.replace('_', '-')}": str(value)
        for table, keys in theme.tables.items()
        for key, value in keys.items()
        if not isinstance(value, list)
    }
    for name in sorted(values, key=len, reverse=True):
        css = css.replace(name, values[name])
    page = theme["page"]
    css = css.replace("$cover", f"{page['height_mm'] - page['head_mm'] - page['foot_mm']}mm")
    heads = {"$verso": verso if recto else "", "$recto": recto}
    for name, head in heads.items():
        css = css.replace(name, _string(stand_in(head)))
    return font_faces(theme) + css


def longer_or_shorter(theme: Theme) -> tuple[str, str]:
    """Return styles that make every page of a part one line longer, or one line shorter.

    So a last page of two lines is drawn in, or filled, and recto and verso still agree.
    """
    foot, line = theme["page"]["foot_mm"] * 72 / 25.4, theme["type"]["leading_pt"]
    longer, shorter = (f"@page{{margin-bottom:{foot + each:.2f}pt}}" for each in (-line, line))
    return longer, shorter


def _string(text: str) -> str:
    r"""Return a CSS string; letters that could end it are escaped.

    >>> _string('a "b" </style>')
    '"a \\22 b\\22  \\3c /style>"'
    """
    for letter in ("\\", '"', "<", "\n", "\r", "\f"):
        text = text.replace(letter, f"\\{ord(letter):x} ")
    return f'"{text}"'
