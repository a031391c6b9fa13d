"""Periods a second on one core, nothing cached: ``python -m bench.periods``.

Each text is read, written as EDTF, bounded and printed in both forms: those of
``tests/cases/periodes.md``, where every odd form stands once, the refused ones included; and
the period cells of the workbooks beside this checkout, where there are any, as people fill them.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from pipeline.clean.periods import LONGEST, Doubt, read_period, spoken
from pipeline.config import Config
from pipeline.errors import PipelineError
from pipeline.parse import parse
from pipeline.read import read
from tests.periods import case_texts

_ROUNDS = 20
_SHARED = Path(__file__).parents[2] / "shared"


def periods_a_second(texts: Sequence[str]) -> float:
    """Return the best of several rounds, by the processor's clock."""
    best = 0.0
    for _ in range(_ROUNDS):
        start = time.process_time()
        for text in texts:
            _read(text)
        best = max(best, len(texts) / (time.process_time() - start))
    return best


def cell_texts() -> list[str]:
    """Return the texts of the period cells of all workbooks beside the checkout."""
    found: list[str] = []
    for path in sorted(_SHARED.glob("*/*")):
        try:
            sheet = read(path, Config(), _unheard)
            records = parse(sheet, Config(), _unheard)
        except PipelineError:
            continue
        found += [spoken(row) for row in records.rows if row.period]
    return [text for text in found if len(text) <= LONGEST]


def _unheard(_: object) -> None:
    """Findings do not count here."""


def _read(text: str) -> None:
    try:
        read_period(text)
    except Doubt:
        return


if __name__ == "__main__":
    CASES, CELLS = case_texts() * 4, cell_texts()
    print(f"{periods_a_second(CASES):,.0f} periods a second: {len(CASES) // 4} odd forms")
    if CELLS:
        print(f"{periods_a_second(CELLS):,.0f} periods a second: {len(CELLS)} cells")
        EACH = sorted(set(CELLS))
        print(f"{periods_a_second(EACH):,.0f} periods a second: {len(EACH)} different ones of them")
