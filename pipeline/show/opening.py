"""A file is shown by the desktop's own program; it refuses to wait for it and to know what is shown."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

_OPENERS = ("open",) if sys.platform == "darwin" else ("wslview", "xdg-open", "explorer.exe")
_AWAY = '"$0" "$1" >/dev/null 2>&1 </dev/null &'
"""The shell leaves it running and ends."""


def open_file(file: Path) -> bool:
    """Show a file; False where the desktop has no program that does so."""
    program = next((found for name in _OPENERS if (found := shutil.which(name))), None)
    if program is None:
        return False
    # By its name alone, since a Windows program under WSL knows no Linux path.
    command = ["/bin/sh", "-c", _AWAY, program, file.name]
    return subprocess.run(command, cwd=file.parent, start_new_session=True, check=False).returncode == 0
