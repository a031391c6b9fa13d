"""Roman numerals, read and written."""

from __future__ import annotations

from functools import lru_cache

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@lru_cache(maxsize=1024)
def roman_number(letters: str) -> int:
    """Return the value of a Roman numeral; 0 where it is not well formed.

    >>> roman_number("xvi"), roman_number("iix")
    (16, 0)
    """
    value = 0
    for letter, after in zip(letters, [*letters[1:], ""], strict=True):
        unit = _ROMAN[letter]
        value += -unit if after and _ROMAN[after] > unit else unit
    return value if roman_letters(value).lower() == letters else 0


@lru_cache(maxsize=1024)
def roman_letters(value: int) -> str:
    """Return a number up to 3999 in Roman capitals.

    >>> roman_letters(19)
    'XIX'
    """
    letters = ""
    for unit, mark in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"),
        (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
        (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        letters += mark * (value // unit)
        value %= unit
    return letters
