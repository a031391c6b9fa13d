"""Styles of an OpenDocument workbook: how its texts look, and the formats of its dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Look: TypeAlias = Mapping[str, bool]
"""What a style says, by the names of ``Style``; what it does not say is not there."""

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_FO = f"{{{_ODF}xsl-fo-compatible:1.0}}"
_NUMBER = f"{{{_ODF}datastyle:1.0}}"
_STYLE = f"{{{_ODF}style:1.0}}"
_TABLE = f"{{{_ODF}table:1.0}}"
_PARTS = {
    "day": ("d", "dd"),
    "month": ("m", "mm"),
    "year": ("yy", "yyyy"),
    "day-of-week": ("ddd", "dddd"),
    "hours": ("h", "hh"),
    "minutes": ("m", "mm"),
    "seconds": ("s", "ss"),
    "am-pm": ("AM/PM", "AM/PM"),
}
"""Parts of a date in the short style and in the long one, as codes of Excel."""
_FOLLOWING = "m/d/yy"
"""Code of a date whose order is that of the reader’s country."""
_DEPTH = 30
"""Styles that a style may stand on."""


class Styles:
    """The styles of a workbook, learnt part by part."""

    def __init__(self) -> None:
        self._looks: dict[tuple[str, str], tuple[Look, str, str]] = {}
        self._formats: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._known: dict[tuple[str, str], Look] = {}

    def learn(self, element: Any) -> None:
        """Take the styles below an element."""
        for style in element.iter(f"{_STYLE}style"):
            name, family = style.get(f"{_STYLE}name", ""), style.get(f"{_STYLE}family", "")
            if any(
                each.get(f"{_TABLE}display") == "false"
                for each in style.iter(f"{_STYLE}table-properties")
            ):
                self._hidden.add(name)
            parent = style.get(f"{_STYLE}parent-style-name", "")
            shape = style.get(f"{_STYLE}data-style-name", "")
            self._looks[family, name] = (dict(_look(style)), parent, shape)
        for style in element.iter(f"{_NUMBER}date-style"):
            self._formats[style.get(f"{_STYLE}name", "")] = _code(style)

    def displays(self, name: str) -> bool:
        """Tell whether sheets of a style are shown."""
        return name not in self._hidden

    def look(self, name: str, family: str = "table-cell") -> Look:
        """Return what a style says, with the styles that it stands on."""
        known = self._known.get((family, name))
        if known is None:
            merged: dict[str, bool] = {}
            for look, _ in self._line(name, family):
                merged = {**look, **merged}
            known = self._known[family, name] = merged
        return known

    def date_format(self, name: str) -> str | None:
        """Return the format of dates of a cell style as a code of Excel; ``None`` for none."""
        for _, shape in self._line(name, "table-cell"):
            if shape:
                return self._formats.get(shape)
        return None

    def _line(self, name: str, family: str) -> Iterator[tuple[Look, str]]:
        """Yield look and format of a style, and of those that it stands on, the nearest first."""
        for _ in range(_DEPTH):
            if (family, name) not in self._looks:
                return
            look, name, shape = self._looks[family, name]
            yield look, shape


def _look(style: Any) -> Iterator[tuple[str, bool]]:
    for each in style.iter(f"{_STYLE}text-properties"):
        if slant := each.get(f"{_FO}font-style"):
            yield "italic", slant in ("italic", "oblique")
        if weight := each.get(f"{_FO}font-weight"):
            yield "bold", weight == "bold" or (weight.isdigit() and int(weight) >= 600)
        if place := each.get(f"{_STYLE}text-position", "").split(" ")[0]:
            yield "superscript", place == "super" or (_percent(place) or 0) > 0
            yield "subscript", place == "sub" or (_percent(place) or 0) < 0
        for name, kind in (("strike", "line-through"), ("underline", "underline")):
            if line := each.get(f"{_STYLE}text-{kind}-style") or each.get(
                f"{_STYLE}text-{kind}-type"
            ):
                yield name, line != "none"


def _percent(place: str) -> float | None:
    try:
        return float(place.removesuffix("%"))
    except ValueError:
        return None


def _code(style: Any) -> str:
    """Return a format of dates as a code of Excel; empty where that has no words for it."""
    if style.get(f"{_NUMBER}automatic-order") == "true" and not any(
        each.get(f"{_NUMBER}textual") == "true" for each in style
    ):
        names = {each.tag for each in style}
        if {f"{_NUMBER}{each}" for each in ("day", "month", "year")} <= names and (
            f"{_NUMBER}hours" not in names
        ):
            return _FOLLOWING
    parts = []
    for each in style.iterchildren(f"{_NUMBER}*"):
        name = each.tag.removeprefix(_NUMBER)
        if name == "text":
            letters = (each.text or "").replace('"', "")
            plain = not letters.strip(" /.,:-")
            parts.append(letters if plain else f'"{letters}"')
        elif name in _PARTS:
            part = _PARTS[name][each.get(f"{_NUMBER}style") == "long"]
            parts.append({"m": "mmm", "mm": "mmmm"}[part] if _is_named(each) else part)
        else:
            return ""
    return "".join(parts)


def _is_named(month: Any) -> bool:
    return bool(month.get(f"{_NUMBER}textual") == "true")
