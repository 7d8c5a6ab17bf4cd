"""The process: arguments in, exit code out; it refuses to know commands."""

from __future__ import annotations

import gc
import shlex
import shutil
import signal
import sys
from pathlib import Path

from pipeline.cli import run


def main() -> None:
    """Entry point of `kinerja` and `python -m pipeline`.

    Whatever asks the process to end (a service manager, a closed terminal) ends it as Ctrl-C does: LibreOffice is
    stopped and its folder removed on the way out. A signal that the caller had ignored (`nohup`) stays ignored.
    """
    for asked in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(asked) is not signal.SIG_IGN:
            signal.signal(asked, signal.default_int_handler)
    gc.set_threshold(100_000)  # many small objects, all kept to the end of a short run: looking for cycles is waste
    sys.exit(run(sys.argv[1:], program=typed(sys.argv[0], sys.orig_argv[0])))


def typed(script: str, python: str) -> str:
    """What somebody types to run this: `kinerja` where that finds it, else its path, or python with the module."""
    if Path(script).name == "__main__.py":
        return f"{shlex.quote(python)} -m pipeline"
    name = Path(script).name
    return name if shutil.which(name) == script else shlex.quote(script)


if __name__ == "__main__":
    main()
