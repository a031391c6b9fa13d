"""Real lists: two definitions, and a new number for each ordered list, so that it restarts."""

from __future__ import annotations

from pipeline.writers.docx.xml import part, twips

NUMBERS = 2
"""The list of the styles that counts; the other one has bullets."""


class Numbering:
    """The numbered lists of one document."""

    def __init__(self) -> None:
        """Begin with the two lists of the styles."""
        self._starts: list[int] = []

    def restarted(self, start: int) -> str:
        """Return the paragraph property of a new ordered list."""
        self._starts.append(start)
        number = NUMBERS + len(self._starts)
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'

    def xml(self) -> bytes:
        """Return the numbering part."""
        lists = "".join(
            f'<w:num w:numId="{NUMBERS + place}"><w:abstractNumId w:val="1"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for place, start in enumerate(self._starts, start=1)
        )
        return part(
            "w:numbering",
            _definition(0, _level(0, "bullet", "–", "ListBullet", 6, 6), _INNER)
            + _definition(1, _level(0, "decimal", "%1.", "ListNumber", 8, 8))
            + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
            + lists,
        )


def _definition(number: int, *levels: str) -> str:
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


def _level(level: int, form: str, sign: str, style: str, left_mm: float, hang_mm: float) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{twips(left_mm)}" w:hanging="{twips(hang_mm)}"/></w:pPr></w:lvl>'
    )


_INNER = _level(1, "bullet", "•", "ListBullet2", 12, 6)
