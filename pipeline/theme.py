"""The measures of the booklet, read once for the stylesheets and for Word."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.errors import ConfigError
from pipeline.regex import regex
from pipeline.toml import as_toml, read_toml


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """The tables of ``styles/theme.toml``, the user's own laid over the shipped ones.

    Keys carry their unit: ``theme["page"]["width_mm"]``.
    """

    tables: dict[str, dict[str, Any]]

    def __getitem__(self, table: str) -> dict[str, Any]:
        """Return one table of measures."""
        return self.tables[table]


def load_theme(shipped: str, *layers: tuple[str, str]) -> Theme:
    """Return the shipped theme with others laid over it.

    Args:
        shipped: Text of the shipped ``theme.toml``.
        layers: Text and file name of each theme laid over it, in order; the name is for messages.

    Raises:
        ConfigError: A layer is not TOML, or has a key or a value that a theme cannot have.
    """
    tables = tomllib.loads(shipped)
    for text, file in layers:
        _lay_over(tables, text, file)
    return Theme(tables)


def _lay_over(tables: dict[str, dict[str, Any]], text: str, file: str) -> None:
    changes = read_toml(text, file, _MODEL)
    for table, keys in changes.items():
        if table not in tables or not isinstance(keys, dict):
            raise ConfigError(
                f"{file} : table inconnue [{table}] ; tables admises : {', '.join(tables)}."
            )
        for key, value in keys.items():
            if key not in tables[table]:
                known = ", ".join(tables[table])
                raise ConfigError(f"{file} : [{table}] {key} est inconnu ; clés admises : {known}.")
            if wanted := _wanted(table, key, value, tables[table][key]):
                said = f"valeur {as_toml(value)} refusée ; attendu : {wanted}."
                raise ConfigError(f"{file} : [{table}] {key} : {said}")
        tables[table] |= keys
    for table, (across, down) in _MARGINS.items():
        _leave_room(tables.get(table, {}), table, across, file)
        _leave_room(tables.get(table, {}), table, down, file)


def _wanted(table: str, key: str, value: Any, shipped: Any) -> str:
    """Return what would have been right; nothing where the value is."""
    if table == "colour":
        right = isinstance(value, str) and bool(_COLOUR_RE.fullmatch(value))
        return "" if right else 'une couleur comme "#8a1c2b"'
    if choices := _CHOICES.get((table, key)):
        return "" if value in choices else " ou ".join(map(as_toml, choices))
    if isinstance(shipped, list):
        right = isinstance(value, list) and value != [] and all(map(_is_name, value))
        return "" if right else "une liste de noms de polices entre crochets"
    number = isinstance(value, int | float) and not isinstance(value, bool)
    least = 0 if key in _MAY_BE_NONE else 1
    unit = key.rpartition("_")[2]
    return "" if number and least <= value <= _MOST else f"de {least} à {_MOST} {unit}"


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _leave_room(table: Mapping[str, Any], name: str, keys: Sequence[str], file: str) -> None:
    """Refuse margins between which no text has room."""
    if not all(key in table for key in keys):
        return
    whole, *margins = (table[key] for key in keys)
    if whole - sum(margins) < _ROOM_MM:
        raise ConfigError(
            f"{file} : [{name}] {keys[0]} : {whole:g} mm ne laissent pas {_ROOM_MM} mm au texte, "
            f"avec {' et '.join(keys[1:])}."
        )


_MODEL = "le fichier styles/theme.toml du programme montre un thème entier"
_COLOUR_RE = regex("#[0-9A-Fa-f]{6}")
_CHOICES = {
    ("page", "periods"): ("above", "margin"),
    ("fonts", "serif"): ("Source Serif Pro",),
    ("fonts", "sans"): ("Source Sans Pro",),
}
"""What has few right values; the fonts of the booklet are those that come with the program."""
_MAY_BE_NONE = ("bleed_mm", "rule_pt", "gap_pt")
_MOST = 2000
_ROOM_MM = 40
"""Room that a text needs, across and down the page."""
_MARGINS = {
    "page": (("width_mm", "inner_mm", "outer_mm"), ("height_mm", "head_mm", "foot_mm")),
    "manuscript": (("width_mm", "left_mm", "right_mm"), ("height_mm", "head_mm", "foot_mm")),
}
