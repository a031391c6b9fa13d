"""Peak memory of this process and its children, sampled."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from pathlib import Path
from types import TracebackType

_PAGE = os.sysconf("SC_PAGE_SIZE")
INTERVAL_S = 0.2


class Peak:
    """A clock and a memory gauge: ``with Peak() as peak: …``, then read its figures."""

    def __init__(self, pid: int | None = None) -> None:
        self.seconds = 0.0
        self.mebibytes = 0.0
        self._pid = pid or os.getpid()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Peak:
        self._started = time.perf_counter()
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.seconds = time.perf_counter() - self._started
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while True:
            self.mebibytes = max(self.mebibytes, _tree_memory(self._pid) / 2**20)
            if self._stop.wait(INTERVAL_S):
                return


def _tree_memory(pid: int) -> int:
    """Return the proportional share of memory of a process and all below it, in bytes.

    Shared pages (a forked pool) count once, by their share (``smaps_rollup``).
    """
    return proportional_share(pid) + sum(map(_tree_memory, children(pid)))


def children(pid: int) -> list[int]:
    """Return the processes that a process has started, by whichever of its threads."""
    found: list[int] = []
    for thread in Path("/proc").glob(f"{pid}/task/*/children"):
        with contextlib.suppress(OSError):
            found += map(int, thread.read_text().split())
    return found


def proportional_share(pid: int) -> int:
    """Return the memory of one process in bytes, shared pages by their share."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
