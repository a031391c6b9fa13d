"""Runs that meet trouble from outside: killed, interrupted, short of room."""

from __future__ import annotations

import io
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from bench.memory import children
from pipeline.config import Config
from pipeline.order import Order
from pipeline.print_room import PrintRoom
from tests.conftest import ROOT, work_of
from tests.workbooks import book

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(), reason="looks for processes in /proc"
)


_STOPPED = (130, -signal.SIGINT)
"""Interrupted in the middle of an import, Python ends by the signal: 130 too, to a shell."""


def _environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "SOURCE_DATE_EPOCH": "1767225600",
    }


def _start(
    example: Path,
    folder: Path,
    *options: str,
    ready: Callable[[], None] | None = None,
    temporary: Path | None = None,
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", "build", str(example), "-o", str(folder), *options],
        env=_environment(folder) | ({"TMPDIR": str(temporary)} if temporary else {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=ready,
    )


def _below(pid: int) -> list[int]:
    """Return the processes that a process started, and theirs."""
    return [each for child in children(pid) for each in (child, *_below(child))]


def _workers(run: subprocess.Popen[str]) -> list[int]:
    """Wait for the processes that lay out, and return them: children of the server."""
    while run.poll() is None:
        found = [each for child in _below(run.pid) for each in _below(child)]
        if found:
            return found
        time.sleep(0.02)
    return []


def test_a_killed_layout_process_costs_time_and_nothing_else(example: Path, tmp_path: Path) -> None:
    quiet, killed = tmp_path / "quiet", tmp_path / "killed"
    first = _start(example, quiet, "--only", "pdf")
    first.communicate()
    assert first.returncode == 0

    run = _start(example, killed, "--only", "pdf")
    victims = _workers(run)
    os.kill(victims[0], signal.SIGKILL)
    out, err = run.communicate()

    assert (run.returncode, err) == (0, ""), out
    name = "chronique-atelier/chronique-atelier.pdf"
    assert (killed / name).read_bytes() == (quiet / name).read_bytes()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_nothing_behind(
    sent: signal.Signals, example: Path, tmp_path: Path
) -> None:
    run = _start(example, tmp_path)
    _workers(run)
    run.send_signal(sent)
    out, err = run.communicate()

    assert run.returncode in _STOPPED
    assert (out, err) == ("", "Interrompu\u00a0: rien n’a été écrit.\n")
    assert [each.name for each in tmp_path.iterdir() if each.name != "cache"] == []


@pytest.mark.parametrize("stopped", [False, True])
def test_a_run_leaves_nothing_in_the_temporary_folder(
    stopped: bool, example: Path, tmp_path: Path
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    run = _start(example, tmp_path, temporary=temporary)
    used = bool(_workers(run)) and any(temporary.iterdir())
    if stopped:
        run.send_signal(signal.SIGINT)
    run.communicate()  # ends when all that share its output have closed it

    assert used
    assert [each.name for each in temporary.iterdir()] == []


@pytest.mark.parametrize("processes", [1, 2, 3, 4])
def test_ctrl_c_reaches_every_process_and_is_one_sentence(
    processes: int, example: Path, tmp_path: Path
) -> None:
    """A terminal sends it to all of them, however far each has come."""
    run = _start(example, tmp_path, ready=os.setsid)
    while run.poll() is None and len(_below(run.pid)) < processes:
        time.sleep(0.005)
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate()

    assert run.returncode in _STOPPED
    assert (out, err) == ("", "Interrompu\u00a0: rien n’a été écrit.\n")


def test_a_killed_run_leaves_no_process_behind(example: Path, tmp_path: Path) -> None:
    run = _start(example, tmp_path)
    others = (_workers(run), _below(run.pid))[1]
    run.kill()
    run.communicate(timeout=60)  # ends when all that share its output have closed it

    assert others
    until = time.monotonic() + 20
    while any(map(_runs, others)) and time.monotonic() < until:
        time.sleep(0.02)
    assert not [pid for pid in others if _runs(pid)]


def _runs(pid: int) -> bool:
    """Tell whether a process is there, and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_disk_without_room_is_one_sentence_and_no_half_file(
    example: Path, tmp_path: Path
) -> None:
    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    folder = tmp_path / "chronique-atelier"
    folder.mkdir()
    before = folder / "chronique-atelier.pdf"
    before.write_text("celui d’avant")
    run = _start(example, tmp_path, "--only", "pdf", "--no-cache", ready=small_files)
    out, err = run.communicate()

    assert run.returncode == 5
    assert out == ""
    assert err.startswith("Erreur\u00a0: ")
    assert "Traceback" not in err
    assert [each.name for each in folder.iterdir()] == [before.name]
    assert before.read_text() == "celui d’avant"


@pytest.mark.parametrize(
    ("words", "closed", "code"),
    [
        ("check", ">&-", 0),
        ("build --only json", ">&-", 0),
        ("--help", ">&-", 0),
        ("check", "2>&- >/dev/null", 0),
        ("check absent.xlsx", "2>&-", 3),
        ("check", "<&- >&- 2>&-", 0),
        ("build --only json", "| head -1", 0),
        ("check --strict", "| (exec <&-; sleep 2)", 1),
        ("check --strict --format json", "| (exec <&-; sleep 2)", 1),
        ("--help", "| (exec <&-; sleep 2)", 0),
    ],
)
def test_streams_that_nobody_reads_change_no_exit_code(
    tmp_path: Path, words: str, closed: str, code: int
) -> None:
    workbook = book(tmp_path / "frise.xlsx", ("Date", "Récit"), ("31/04/1994", "Un fait."))
    verb, *more = words.split()
    named = [] if {"--help", "absent.xlsx"} & {verb, *more} else [str(workbook)]
    program = [sys.executable, "-m", "pipeline.cli", verb, *named, *more]
    shell = f"set -o pipefail; {' '.join(program)} {closed}"

    done = subprocess.run(
        ["bash", "-c", shell],
        cwd=tmp_path,
        env=_environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == code
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("replaced", [True, False])
def test_the_workbook_that_was_read_travels_inside_whatever_became_of_the_file(
    tmp_path: Path, replaced: bool
) -> None:
    workbook = book(tmp_path / "frise.xlsx", ("Date", "Récit"), ("1994", "Un fait."))
    read = workbook.read_bytes()
    work = work_of(workbook)
    if replaced:
        book(workbook, ("Date", "Récit"), ("1995", "Un autre."))
    else:
        workbook.unlink()

    with PrintRoom(Order(only=frozenset(("pdf",)), jobs=1)) as room:
        files = room.publish(work, Config(), lambda *_: None, lambda: None)

    with pikepdf.open(io.BytesIO(files.named["frise.pdf"])) as made:
        assert made.attachments["frise.xlsx"].get_file().read_bytes() == read
