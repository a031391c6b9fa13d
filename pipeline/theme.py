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


def load_theme(shipped: str, own: str = "", file: str = "theme.toml") -> Theme:
    """Return the shipped theme with the user's own laid over it.

    Args:
        shipped: Text of the shipped ``theme.toml``.
        own: Text of the user's theme; may be empty.
        file: Name of the user's theme, for messages.

    Raises:
        ConfigError: The user's theme is not TOML, or has a key that the shipped one lacks.
    """
    tables = tomllib.loads(shipped)
    try:
        changes = tomllib.loads(own)
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
    return Theme(tables)
