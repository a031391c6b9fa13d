"""Work in a copy of the process ends with the process that waits for it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.forked import can_fork

_PROGRAM = """
import os, signal
from pipeline.forked import Forked
other = Forked(lambda: bytes(10**7))
print(other._process.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not can_fork(), reason="this system does not fork")
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_a_process_whose_parent_is_killed_does_not_wait_for_ever() -> None:
    run = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True)

    stat = Path("/proc") / run.stdout.strip() / "stat"
    for _ in range(200):
        if not stat.exists() or ") Z " in stat.read_text():
            return
        time.sleep(0.1)
    pytest.fail(f"process {run.stdout.strip()} still waits")
