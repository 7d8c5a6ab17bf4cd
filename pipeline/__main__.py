"""The process: arguments in, exit code out; it refuses to know commands."""

from __future__ import annotations

import sys

from pipeline.cli import run


def main() -> None:
    """Entry point of `kinerja` and `python -m pipeline`."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
