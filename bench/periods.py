"""Periods a second on one core, nothing cached: ``python -m bench.periods``.

The texts are those of ``tests/cases/periodes.md``, the refused ones included: each is read,
written as EDTF, bounded and printed in both forms.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from pipeline.clean.periods import Doubt, read_period
from tests.periods import case_texts

_ROUNDS = 20


def periods_a_second(texts: Sequence[str]) -> float:
    """Return the best of several rounds, by the processor's clock."""
    best = 0.0
    for _ in range(_ROUNDS):
        start = time.process_time()
        for text in texts:
            _read(text)
        best = max(best, len(texts) / (time.process_time() - start))
    return best


def _read(text: str) -> None:
    try:
        read_period(text)
    except Doubt:
        return


if __name__ == "__main__":
    TEXTS = case_texts() * 4
    print(f"{periods_a_second(TEXTS):,.0f} periods a second")
