"""The measures of the booklet, read once for the stylesheets and for Word."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from pipeline.errors import ConfigError


@dataclass(frozen=True, slots=True)
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
        ConfigError: A layer is not TOML, or has a key that the shipped theme lacks.
    """
    tables = tomllib.loads(shipped)
    for text, file in layers:
        _lay_over(tables, text, file)
    return Theme(tables)


def _lay_over(tables: dict[str, dict[str, Any]], text: str, file: str) -> None:
    try:
        changes = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file} : ce fichier n’est pas du TOML valable ({error}).") from None
    for table, keys in changes.items():
        if table not in tables or not isinstance(keys, dict):
            raise ConfigError(
                f"{file} : table inconnue [{table}] ; tables admises : {', '.join(tables)}."
            )
        for key, value in keys.items():
            if key not in tables[table]:
                known = ", ".join(tables[table])
                raise ConfigError(f"{file} : [{table}] {key} est inconnu ; clés admises : {known}.")
            kind = type(tables[table][key])
            if not isinstance(value, (int, float) if kind in (int, float) else kind):
                raise ConfigError(f"{file} : [{table}] {key} : valeur {value!r} refusée.")
        tables[table] |= changes[table]
