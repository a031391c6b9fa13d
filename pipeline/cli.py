"""The way in and out: errors of the user are French sentences, every end has its exit code.

What the commands do is in ``commands``; it is loaded while the workbook is being read.
"""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from pipeline.errors import ExitCode, PipelineError, reason
from pipeline.french import typeset
from pipeline.streams import close_streams, open_streams


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; an error of the user is a French sentence and an exit code."""
    # A run keeps what it makes: looking for waste as often as Python does takes a sixth of it.
    gc.set_threshold(1_000_000, 20, 20)
    try:
        from pipeline import ahead

        with ahead.begun(sys.argv[1:] if arguments is None else arguments):
            from pipeline import french_help
            from pipeline.commands import app

            french_help.run(app, arguments)
    except PipelineError as error:
        _fail(str(error), error.exit_code)
    except OSError as error:
        where = f"{error.filename} : " if error.filename else ""
        sentence = f"{where}écriture ou lecture impossible ({reason(error)})."
        _fail(typeset(f"{sentence}\nVérifiez la place et les droits."), ExitCode.OUTPUT)
    except MemoryError:
        _fail(typeset(_NO_MEMORY), ExitCode.OUTPUT)
    except KeyboardInterrupt:
        _say_aside(typeset("Interrompu : rien n’a été écrit."))
        sys.exit(ExitCode.INTERRUPTED)


_NO_MEMORY = (
    "la mémoire manque : rien n’a été écrit.\n"
    "Fermez d’autres programmes, ou relancez avec --jobs 1."
)


def _fail(sentence: str, code: ExitCode) -> NoReturn:
    """Leave with a sentence on the error stream; where that is full too, with the code alone."""
    with suppress(OSError):
        _say_aside(f"Erreur\N{NO-BREAK SPACE}: {sentence}", style="red")
    sys.exit(code)


def _say_aside(sentence: str, style: str = "") -> None:
    from pipeline.terminal import err, say

    say(sentence, err, style)


def command() -> NoReturn:
    """Run the command and leave at once: taking down what a run has made takes a tenth of it."""
    open_streams()
    # Plugins of other programs are neither looked for, which takes a while, nor let in.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # to be ended is to be interrupted
    try:
        main()
        code: object = 0
    except SystemExit as leaving:
        code = leaving.code
    if not close_streams():
        code = code or ExitCode.OUTPUT
    atexit._run_exitfuncs()  # ``_exit`` would leave what others put in the temporary folder
    os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    command()
