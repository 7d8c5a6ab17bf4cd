"""One run of LibreOffice over all documents: a private profile, no macros, no outside, a time limit.

It refuses to judge what comes out.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.problems import ExitCode, KinerjaError

Progress = Callable[[float, int], None]
"""Called while LibreOffice works: seconds so far, documents done."""

_STEP = 0.1
_GRACE = 3.0
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_OPTIONS: Mapping[str, bool] = {
    "ExportBookmarks": True,
    "UseTaggedPDF": True,
    "ExportFormFields": False,
    "ExportNotes": False,
}
# MacroSecurityLevel 3 runs only signed macros from trusted places, of which a new profile has none.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
%s
</oor:items>
"""
_SETTINGS: tuple[tuple[str, str, str], ...] = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("/org.openoffice.Office.Common/Misc", "CrashReport", "false"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Linguistic/SpellChecking", "IsSpellAuto", "false"),
)


def named_soffice() -> str:
    """What KINERJA_SOFFICE names, whether it is there or not; "" where it names nothing."""
    return os.environ.get("KINERJA_SOFFICE", "")


def find_soffice(given: str | os.PathLike[str] | None = None) -> Path | None:
    """LibreOffice's program: the one given, else KINERJA_SOFFICE, else on PATH, else where it usually is; or None.

    A name given that is no program gives None rather than another program.
    """
    wanted = given or named_soffice()
    if wanted:
        found = shutil.which(os.fspath(wanted))
        return Path(found) if found else None
    candidates = (shutil.which("soffice"), shutil.which("libreoffice"), *(shutil.which(p) for p in _PLACES))
    return next((Path(c) for c in candidates if c), None)


def soffice_version(path: str | os.PathLike[str]) -> str | None:
    """ "7.4.7.2", or None where the program does not answer within 20 seconds."""
    with TemporaryDirectory(prefix="kinerja-") as home:
        command = [os.fspath(path), _installation(Path(home)), "--headless", "--version"]
        try:
            answer = subprocess.run(
                command, capture_output=True, text=True, timeout=20, check=False, env=_environ(home)
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
    found = re.search(r"\d+(\.\d+)+", answer.stdout)
    return found[0] if found else None


def run(folder: Path, names: tuple[str, ...], soffice: Path, timeout: float, progress: Progress) -> str:
    """Convert `<name>.docx` in `folder` to `<name>.pdf` beside them and give what LibreOffice said.

    KinerjaError PROGRAM_MISSING if the program cannot be started, CONVERSION_FAILED if it takes longer than `timeout`
    seconds. The exit code is ignored: LibreOffice exits 0 on documents it cannot read.
    """
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    output = folder / "pdf"
    output.mkdir()
    log = folder / "soffice.log"
    command = [
        str(soffice),
        _installation(profile),
        *(
            "--headless",
            "--invisible",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nofirststartwizard",
            "--nolockcheck",
        ),
        *("--convert-to", f"pdf:writer_pdf_Export:{_filter_options()}", "--outdir", str(output)),
        *(str(folder / f"{name}.docx") for name in names),
    ]
    with log.open("wb") as said:
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                cwd=folder,
                env=_environ(str(folder)),
                start_new_session=True,
            )
        except OSError as error:
            raise KinerjaError(
                ExitCode.PROGRAM_MISSING,
                "render.soffice.mulai",
                program=str(soffice),
                sebab=error.strerror or str(error),
            ) from error
        try:
            _wait(process, output, names, timeout, progress)
        finally:
            _stop(process)
    return log.read_text(encoding="utf-8", errors="replace")


def _wait(
    process: subprocess.Popen[bytes], output: Path, names: tuple[str, ...], timeout: float, progress: Progress
) -> None:
    started = time.monotonic()
    while process.poll() is None:
        elapsed = time.monotonic() - started
        if elapsed > timeout:
            waiting = [name for name in names if not (output / f"{name}.pdf").exists()]
            raise KinerjaError(
                ExitCode.CONVERSION_FAILED, "render.soffice.waktu", detik=f"{timeout:g}", dokumen=", ".join(waiting)
            )
        progress(elapsed, len(list(output.glob("*.pdf"))))
        time.sleep(_STEP)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the whole group: `soffice` is a script that starts the real program."""
    for signal_ in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, signal_)
        except (ProcessLookupError, PermissionError):
            break
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            continue
    process.wait()


def _installation(profile: Path) -> str:
    return f"-env:UserInstallation={profile.resolve().as_uri()}"


def _filter_options() -> str:
    return json.dumps({name: {"type": "boolean", "value": str(value).lower()} for name, value in _OPTIONS.items()})


def _registry() -> str:
    items = (
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return _PROFILE % "\n".join(items)


def _environ(home: str) -> dict[str, str]:
    """The caller's environment without a display, and without settings that would lead out of the private profile."""
    dropped = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "SAL_ENABLE_FILE_LOCKING")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | {"SAL_USE_VCLPLUGIN": "svp", "TMPDIR": home, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
