"""Words cleaned a second, and the memory of the dictionary: in a process of its own.

    python -m bench.cleaning WORKBOOK

prints seconds and MiB of the dictionary, seconds and number of the words cleaned, as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from bench.memory import proportional_share

_ROOT = Path(__file__).parents[1]


def measured(workbook: Path) -> dict[str, float]:
    """Return the figures of a workbook, taken where nothing was loaded before."""
    command = [sys.executable, "-m", "bench.cleaning", str(workbook)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=_ROOT)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _main() -> None:
    """Measure, and print the figures."""
    from pipeline.clean import Memory, clean
    from pipeline.clean.lexicon import WORD_RE
    from pipeline.config import Config
    from pipeline.parse import parse
    from pipeline.read import read

    records = parse(read(Path(sys.argv[1]), Config(), _ignore), Config(), _ignore)
    before, started = proportional_share(os.getpid()), time.perf_counter()
    Memory().open()
    loaded = time.perf_counter() - started
    memory = (proportional_share(os.getpid()) - before) / 2**20
    rows = ((*row.theme, *row.sections, *row.sources) for row in records.rows)
    words = sum(len(WORD_RE.findall(str(cell.text))) for row in rows for cell in row)
    started = time.process_time()
    clean(records, Config(), _ignore)
    cleaned = time.process_time() - started
    print(json.dumps({"load": loaded, "memory": memory, "clean": cleaned, "words": words}))


def _ignore(_: object) -> None:
    """Report nowhere."""


if __name__ == "__main__":
    _main()
