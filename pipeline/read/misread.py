"""Letters of UTF-8 that some program has read as Windows-1252: ``Ã©`` for é, ``â€™`` for ’."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.regex import regex

_BEHIND = "".join(
    sorted({*map(chr, range(0x80, 0xC0)), *bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")})
)
"""What the second and third byte of a sign look like then."""
_MISREAD_RE = regex(f"[ÂÃÅ][{_BEHIND}]|â[{_BEHIND}]{{2}}|â†'|Ã(?<!\\SÃ)(?: (?= )|(?= [a-zà-ÿœ]))")
"""The second byte of à is a blank that does not break; many programs make a plain one of it."""
_SIGNS = frozenset(
    "ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜàâäçèéêëîïôöùûüáíóúñÁÍÓÚÑŒœŸ«»’‘“”„…–—€°²³·•½¼¾№†™×→✓\xa0\u202f\u2009"
)
"""Signs of a French text; of others it cannot be told what was meant."""


def misread(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a sign was misread, and which it is.

    >>> [sign for _, _, sign in misread("La SociÃ©tÃ© dâ€™Ã‰vry, nÂ° 2 : Å“uvre")]
    ['é', 'é', '’', 'É', '°', 'œ']
    >>> list(misread("Ã  tous, Ã la une, Ângela, Ås, pâté"))
    [(0, 2, 'à'), (9, 10, 'à')]
    >>> [sign for _, _, sign in misread("Bureau â†’ CA â†' AG")]
    ['→', '→']
    """
    if text.isascii():
        return
    for match in _MISREAD_RE.finditer(text):
        if match[0] in ("Ã", "Ã "):
            yield *match.span(), "à"
            continue
        if match[0] == "â†'":  # its third byte, ’, was made straight since
            yield *match.span(), "→"
            continue
        try:
            sign = b"".join(map(_byte, match[0])).decode()
        except UnicodeError:
            continue
        if sign in _SIGNS:
            yield *match.span(), sign


def _byte(letter: str) -> bytes:
    """Return the byte that a letter was made of; five have no letter in Windows-1252."""
    return bytes([ord(letter)]) if ord(letter) < 0xA0 else letter.encode("cp1252")
