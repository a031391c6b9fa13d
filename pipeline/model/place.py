"""Where a text stands: the address of a cell."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.packing import packed_at_once


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 1.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@packed_at_once
@dataclass(frozen=True, slots=True, order=True)
class CellRef:
    """The address of a cell; sorts by sheet, row, column.

    >>> str(CellRef("Frise", 12, 4))
    'Frise!D12'
    >>> str(CellRef("Ma frise", 12, 4))
    "'Ma frise'!D12"
    """

    sheet: str
    """Name of the sheet."""
    row: int
    """Row, from 1."""
    column: int
    """Column, from 1."""

    def __repr__(self) -> str:
        """Return all that it says, shortly."""
        return f"CellRef({self.sheet!r}, {self.row}, {self.column})"

    @property
    def address(self) -> str:
        """The address inside its sheet, ``D12``."""
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        """Return sheet and address, quoted as a spreadsheet does."""
        plain = self.sheet.replace("_", "a").isalnum()
        name = self.sheet if plain else "'" + self.sheet.replace("'", "''") + "'"
        return f"{name}!{self.address}"
