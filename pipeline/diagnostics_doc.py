"""``docs/diagnostics.md`` from the catalogue: ``python -m pipeline.diagnostics_doc``.

Written to standard output; ``make docs`` puts it in its place.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from pipeline.diagnostics import Code, Diagnostic
from pipeline.diagnostics_words import WORDS, Words
from pipeline.families import Family, family

_HEAD = """\
# Findings

Every correction, doubt and loss is a finding with a code.
They are the same in the report, in the JSON and in `annales check`.
This page is made from `pipeline/catalogue.py` by `make docs`; do not edit it.

| severity | French | meaning |
|---|---|---|
| `fixed` | corrigé | changed, and recorded: the cell's own letters can be had back |
| `check` | à vérifier | nothing was changed; a person should look |
| `dropped` | écarté | not printed |

With `--strict`, a finding of severity `check` gives exit code 1.
In examples `␣` is a no-break space, `⍽` a narrow one, `⏎` a line end.
"""
_NAMES = {
    Family.WORKBOOK: "The workbook",
    Family.TABLE: "The table",
    Family.PERIOD: "Periods",
    Family.TYPOGRAPHY: "Typography",
    Family.STRUCTURE: "Structure of a text",
    Family.LETTERS: "Letters and words",
    Family.NAMES: "Names",
    Family.ORDER: "Order and chapters",
    Family.OUTPUT: "Layout",
}


def document() -> str:
    """Return the Markdown of the whole catalogue, one section a code."""
    return "\n".join((_HEAD, *_index(), *(line for code in Code for line in _section(code))))


def _index() -> Iterator[str]:
    """Yield the codes of each family, linked."""
    yield "| about | codes |"
    yield "|---|---|"
    for each, name in _NAMES.items():
        links = [f"[`{code.slug}`](#{code.slug})" for code in Code if family(code) is each]
        yield f"| {name} | {' '.join(links)} |"
    yield ""


def _section(code: Code) -> Iterator[str]:
    words = WORDS.get(code, Words(""))
    example = Diagnostic(code, None, words.before, words.after)
    yield f"## {code.slug}\n"
    yield f"*{code.title}* · `{code.severity.value}` ({code.severity.french})\n"
    if words.what:
        yield f"{words.what}\n"
    yield f"> {_escaped(example.message)}\n"


def _escaped(text: str) -> str:
    r"""Return the letters so that Markdown shows them as they are.

    >>> print(_escaped("* * *"))
    \* \* \*
    """
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)


def missing() -> list[str]:
    """Return the codes that ``diagnostics_words.py`` says nothing about."""
    return [code.slug for code in Code if code not in WORDS]


if __name__ == "__main__":
    sys.stdout.write(document())
