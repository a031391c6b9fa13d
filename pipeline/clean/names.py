"""Variants of one name: found and proposed together, unified only where the user says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from pipeline.clean.headings import heading_end
from pipeline.clean.lexicon import Lexicon, plain
from pipeline.clean.protect import guarded
from pipeline.clean.rule import Edit, Rule
from pipeline.config import Cleaning
from pipeline.diagnostics import Code

_NAME_RE = re.compile(
    r"[A-ZÀ-Ý](?<![\w’'.].)(?:\.(?:[A-Z]\.)+[A-Z]?"
    r"|[\w.]*[A-ZÀ-Ýa-zà-ÿ](?: ?['’´] ?(?:[A-Z]\w*|S\b))?)(?![\w])"
)
"""A capitalised word, an acronym with or without points, a name with an apostrophe."""
_PARTED_RE = re.compile(r"['’´.]")
"""What tells a name in a heading in capitals from the words around it."""
_SHORTEST = 4


def key(name: str) -> str:
    """Return what variants of one name have in common.

    >>> key("INTER ' S") == key("Inter 'S") == key("INTER'S"), key("C.N.E.I.")
    (True, 'cnei')
    """
    return re.sub(r"[^a-z0-9]", "", plain(name))


def variants(texts: Sequence[str], lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    """Return the names that a document writes in several ways.

    The most frequent stands first, those with stray blanks and points last.
    A word of the dictionary is no name: capitals of a heading are no variant of it.
    """
    found: dict[str, Counter[str]] = {}
    for text in texts:
        running = "\n".join(line[heading_end(line) :] for line in text.split("\n"))
        headings = [line[: heading_end(line)] for line in text.split("\n")]
        marked = [match for line in headings for match in _NAME_RE.finditer(line)]
        for match in (
            *_NAME_RE.finditer(running),
            *(each for each in marked if _PARTED_RE.search(each[0])),
        ):
            name = match[0].replace("'", "’").replace("´", "’")
            found.setdefault(key(name), Counter())[name] += 1
    groups = [
        tuple(sorted(names, key=lambda name: (" ’" in name or "." in name, -names[name], name)))
        for each, names in sorted(found.items())
        if len(each) >= _SHORTEST and len(names) > 1
    ]
    return tuple(group for group in groups if not any(_listed(name, lexicon) for name in group))


def _listed(name: str, lexicon: Lexicon) -> bool:
    small = name.lower()
    return lexicon.listed(small) or lexicon.listed(small.replace("’", "'"))


def name_rules(texts: Sequence[str], cleaning: Cleaning) -> tuple[Rule, ...]:
    """Return the rule that unifies the names of ``[nettoyage] noms``."""
    wanted = {key(name): name for name in cleaning.names if len(key(name)) > 1}
    if not wanted:
        return ()
    return (Rule(Code.NAME_UNIFIED, guarded(partial(_unified, wanted))),)


def _unified(wanted: dict[str, str], text: str) -> Iterator[Edit]:
    for match in _NAME_RE.finditer(text):
        name = wanted.get(key(match[0]))
        if name is not None and match[0] != name and not _only_apostrophes(match[0], name):
            yield Edit(*match.span(), name)


def _only_apostrophes(one: str, other: str) -> bool:
    return one.replace("'", "’") == other.replace("'", "’")
