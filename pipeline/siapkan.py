"""Makes a machine ready for a make target: it knows packages, pip and venv, and refuses to know what is measured.

Runs on the bare python3 of a machine, before anything is installed: standard library only, and in the syntax of
Python 3.8, so that an older Python gets a sentence instead of a traceback. Silent and quick when nothing is to be done.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.messages import language_of, text

PYTHON = (3, 11)
PROGRAM_MISSING = 3  # ExitCode.PROGRAM_MISSING; problems.py needs a newer Python than this file may meet
WRONG_USAGE = 2  # ExitCode.USAGE

EQUAL_METRICS: Mapping[str, tuple[str, ...]] = {
    "Arial": ("Liberation Sans", "Arimo", "Nimbus Sans"),
    "Arial Narrow": ("Liberation Sans Narrow", "Nimbus Sans Narrow"),
    "Book Antiqua": ("P052", "TeX Gyre Pagella"),
    "Bookman Old Style": ("URW Bookman", "Bookman URW", "TeX Gyre Bonum"),
    "Calibri": ("Carlito",),
    "Cambria": ("Caladea",),
    "Century Gothic": ("URW Gothic", "TeX Gyre Adventor"),
    "Courier New": ("Liberation Mono", "Cousine", "Nimbus Mono PS"),
    "Helvetica": ("Liberation Sans", "Arimo", "Nimbus Sans"),
    "Symbol": ("Standard Symbols PS", "OpenSymbol"),
    "Times New Roman": ("Liberation Serif", "Tinos", "Nimbus Roman"),
    "Wingdings": ("OpenSymbol",),
}
"""Font → substitutes with the same widths: lines and pages break as in Word."""


@dataclass(frozen=True)
class Machine:
    """What the set-up asks of the machine, so that tests can be any machine.

    `project` is the folder that gets a .venv; `source` holds the program and its locks, None: the project itself.
    """

    project: Path
    source: Path | None = None
    platform: str = sys.platform
    version: tuple[int, ...] = tuple(sys.version_info[:3])
    python: str = sys.executable
    administrator: bool = hasattr(os, "geteuid") and os.geteuid() == 0
    terminal: bool = False
    language: str = "en"
    which: Callable[[str], str | None] = shutil.which
    has_module: Callable[[str], bool] = lambda name: importlib.util.find_spec(name) is not None
    run: Callable[[Sequence[str]], tuple[int, str]] = lambda command: run(command)
    say: Callable[[str], None] = lambda line: print(line, flush=True)
    package_lists: Path = Path("/var/lib/apt/lists")

    def tell(self, code: str, **args: str) -> None:
        """Prints a message of the catalogue."""
        self.say(text("setup." + code, self.language, **args))

    @property
    def program(self) -> Path:
        """The folder that holds pyproject.toml and the locks."""
        return self.source or self.project

    @property
    def venv(self) -> Path:
        """The folder that holds the project's own Python."""
        return self.project / ".venv"


@dataclass(frozen=True)
class Part:
    """Something the system has to bring: `setup.part.<code>` says what and what for; packages by their manager."""

    code: str
    present: Callable[[Machine], bool]
    apt: tuple[str, ...]
    dnf: tuple[str, ...] = ()
    brew: tuple[str, ...] = ()


@dataclass(frozen=True)
class Target:
    """What a make target needs. `essential`: without its programs there is no use in going on."""

    locks: tuple[str, ...] = ("requirements.lock",)
    parts: tuple[Part, ...] = ()
    essential: bool = True
    validator: bool = False


def run(command: Sequence[str]) -> tuple[int, str]:
    """Exit code and combined output of a program; 127 when it cannot be started."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, check=False, errors="replace"
        )
    except OSError as error:
        return 127, str(error)
    return done.returncode, done.stdout


def program(*names: str) -> Callable[[Machine], bool]:
    """Whether one of these programs is on PATH."""
    return lambda machine: any(machine.which(name) for name in names)


def fonts(*families: str) -> Callable[[Machine], bool]:
    """Whether each of these fonts, or one of equal metrics, is what fontconfig would take."""

    def present(machine: Machine) -> bool:
        return bool(machine.which("fc-match")) and all(
            {family, *EQUAL_METRICS[family]} & set(font_taken(machine.run, family)) for family in families
        )

    return present


def font_taken(start: Callable[[Sequence[str]], tuple[int, str]], family: str) -> tuple[str, ...]:
    """The family names of the font that fontconfig takes for this one; empty when it cannot say."""
    status, output = start(["fc-match", "--format=%{family}", family])
    return tuple(output.strip().split(",")) if status == 0 else ()


def venv_possible(machine: Machine) -> bool:
    """Whether this Python can make a venv with pip in it (Debian ships python3 without), or already has."""
    return venv_current(machine) or (machine.has_module("venv") and machine.has_module("ensurepip"))


VENV = Part("venv", venv_possible, apt=("python3-venv",), dnf=("python3",), brew=("python3",))
LIBREOFFICE = Part(
    "libreoffice",
    program(
        *("soffice", "libreoffice", "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice"),
        *("/Applications/LibreOffice.app/Contents/MacOS/soffice", os.environ.get("KINERJA_SOFFICE") or "soffice"),
    ),
    apt=("libreoffice-writer-nogui", "libreoffice-core-nogui"),
    dnf=("libreoffice-writer",),
    brew=("libreoffice",),
)
FONTCONFIG = Part("fontconfig", program("fc-match"), apt=("fontconfig",), dnf=("fontconfig",), brew=("fontconfig",))
LIBERATION = Part(
    "liberation", fonts("Arial"), apt=("fonts-liberation",), dnf=("liberation-fonts",), brew=("font-liberation",)
)
URW = Part("urw", fonts("Bookman Old Style"), apt=("fonts-urw-base35",), dnf=("urw-base35-fonts",))
CARLITO = Part(
    "carlito",
    fonts("Calibri"),
    apt=("fonts-crosextra-carlito",),
    dnf=("google-carlito-fonts",),
    brew=("font-carlito",),
)
POPPLER = Part("poppler", program("pdftotext"), apt=("poppler-utils",), dnf=("poppler-utils",), brew=("poppler",))
QPDF = Part("qpdf", program("qpdf"), apt=("qpdf",), dnf=("qpdf",), brew=("qpdf",))

RUN, DEV, LONG = "requirements.lock", "requirements-dev.lock", "requirements-long.lock"
OFFICE = (LIBREOFFICE, FONTCONFIG, LIBERATION, URW, CARLITO)
TARGETS: Mapping[str, Target] = {
    "report": Target(parts=(VENV, *OFFICE), essential=False),
    "check": Target(parts=(VENV,)),
    "check-code": Target(locks=(RUN, DEV), parts=(VENV,)),
    "test": Target(locks=(RUN, DEV), parts=(VENV, *OFFICE, POPPLER, QPDF)),
    "test-long": Target(locks=(RUN, DEV, LONG), parts=(VENV, *OFFICE, POPPLER, QPDF), validator=True),
}
"""By make target; another target with the same needs names one of these."""

VALIDATOR = "tests/ooxml"
"""Holds package.json and package-lock.json of the Open XML SDK based validator; installed to .venv/ooxml."""


def prepare(machine: Machine, name: str) -> int:
    """Brings what the target needs and lacks; 0, or 3 when something has to be done by a person first."""
    if machine.version < PYTHON:
        tell_old_python(machine, name)
        return PROGRAM_MISSING
    if machine.platform == "win32":
        machine.tell("windows", target=name)
        return PROGRAM_MISSING
    target = TARGETS[name]
    missing = install(machine, missing_parts(machine, target))
    if VENV in missing or (missing and target.essential):
        tell_missing(machine, missing, name)
        return PROGRAM_MISSING
    if not (fill_venv(machine, target.locks) and (not target.validator or fill_validator(machine))):
        return PROGRAM_MISSING
    if missing:
        tell_missing(machine, missing, name)
        machine.tell("missing.goes-on")
    return 0


def missing_parts(machine: Machine, target: Target) -> tuple[Part, ...]:
    """The parts of this target that the machine lacks."""
    return tuple(part for part in target.parts if not part.present(machine))


# ---- the system's packages


def install(machine: Machine, missing: tuple[Part, ...]) -> tuple[Part, ...]:
    """Installs through apt-get where that is allowed; what is still missing afterwards."""
    become = privilege(machine) if missing and machine.which("apt-get") else None
    if become is None:
        return missing
    packages = packages_of(missing, "apt")
    machine.tell("apt", packages=" ".join(packages))
    for part in missing:
        machine.tell("apt.part", part=text("setup.part." + part.code, machine.language))
    failure = apt(machine, become, packages)
    if failure:
        machine.tell("apt.failed", log=tail(failure))
    return tuple(part for part in missing if not part.present(machine))


def privilege(machine: Machine) -> tuple[str, ...] | None:
    """What to put before apt-get; None when packages cannot be installed from here."""
    if machine.administrator:
        return ()
    if machine.which("sudo") and (machine.terminal or machine.run(["sudo", "-n", "true"])[0] == 0):
        return ("sudo", "env", "DEBIAN_FRONTEND=noninteractive")
    return None


def apt(machine: Machine, become: tuple[str, ...], packages: tuple[str, ...]) -> str | None:
    """Installs packages, with new package lists where the old ones are missing or stale; the log of a failure."""
    command = [*become, "apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if lists_present(machine):
        status, log = machine.run(command)
        if status == 0:
            return None
    status, log = machine.run([*become, "apt-get", "update", "-q"])
    if status == 0:
        status, log = machine.run(command)
    return None if status == 0 else log


def lists_present(machine: Machine) -> bool:
    """Whether apt knows any package."""
    return any(machine.package_lists.glob("*_Packages*"))


def packages_of(parts: tuple[Part, ...], manager: str) -> tuple[str, ...]:
    """The packages of these parts, in order, each once."""
    return tuple(dict.fromkeys(package for part in parts for package in getattr(part, manager)))


def install_command(machine: Machine, parts: tuple[Part, ...]) -> str | None:
    """The one command line by which an administrator brings these parts; None on a system this file does not know."""
    if machine.which("apt-get"):
        update = "" if lists_present(machine) else "sudo apt-get update && "
        return update + "sudo apt-get install -y --no-install-recommends " + " ".join(packages_of(parts, "apt"))
    if machine.which("dnf"):
        return "sudo dnf install -y " + " ".join(packages_of(parts, "dnf"))
    if machine.platform == "darwin":
        return "brew install " + " ".join(packages_of(parts, "brew"))
    return None


def tell_missing(machine: Machine, missing: tuple[Part, ...], target: str) -> None:
    """One message that names all that is missing, what for, and the one command that brings it."""
    machine.tell("missing")
    for part in missing:
        machine.tell("missing.part", part=text("setup.part." + part.code, machine.language))
    command = install_command(machine, missing)
    if command is None:
        machine.tell("missing.unknown", target=target)
    elif machine.platform == "darwin":
        machine.tell("missing.brew", command=command, target=target)
    else:
        machine.tell("missing.administrator", command=command, target=target)


def tell_old_python(machine: Machine, target: str) -> None:
    """Says which Python is needed and, where a newer one is at hand, how to use it."""
    needed, found = (".".join(map(str, version)) for version in (PYTHON, machine.version))
    machine.tell("python-old", needed=needed, found=found, path=machine.python)
    newer = next(
        (name for minor in range(20, PYTHON[1] - 1, -1) for name in ["python3." + str(minor)] if machine.which(name)),
        None,
    )
    if newer:
        machine.tell("python-newer", python=newer, target=target)


# ---- the project's own Python


def fill_venv(machine: Machine, locks: tuple[str, ...]) -> bool:
    """Makes .venv and installs the locked versions and the project itself, whatever of that is not yet done."""
    if not venv_current(machine) and not make_venv(machine):
        return False
    for lock in locks:
        pip = [python_of(machine), "-m", "pip", "install", "--quiet", "--no-input"]
        if not once(machine, lock, [*pip, "--require-hashes", "--no-deps", "-r", str(machine.program / lock)]):
            return False
    editable = [
        python_of(machine),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--no-build-isolation",
        "--no-deps",
    ]
    return once(machine, "pyproject.toml", [*editable, "--editable", str(machine.program)])


def make_venv(machine: Machine) -> bool:
    """A new .venv, in place of one made by another Python or moved here from another folder."""
    machine.tell("venv")
    status, log = machine.run([machine.python, "-m", "venv", "--clear", str(machine.venv)])
    if status != 0:
        machine.tell("venv.failed", log=tail(log))
        return False
    write_done(machine, {"identity": identity(machine)})
    return True


def once(machine: Machine, file: str, command: Sequence[str]) -> bool:
    """Runs an installing command unless it was done for just this content of its file."""
    digest = digest_of(machine.program / file)
    done = read_done(machine)
    if done.get(file) == digest:
        return True
    machine.tell("install", file=file)
    status, log = machine.run(command)
    if status != 0:
        machine.tell("install.failed", file=file, command=shlex.join(command), log=tail(log))
        return False
    write_done(machine, {**done, file: digest})
    return True


def fill_validator(machine: Machine) -> bool:
    """Installs the Open XML validator with the npm that came with the long lock."""
    folder = machine.venv / "ooxml"
    folder.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(machine.program / VALIDATOR / name, folder)
    # Not `npm ci`: it demands the binaries of every platform in the lock, and a registry may lack some.
    npm = [str(machine.venv / "bin" / "npm"), "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"]
    return once(machine, VALIDATOR + "/package-lock.json", [*npm, "--prefix", str(folder)])


def venv_current(machine: Machine) -> bool:
    """Whether .venv was made whole, by this Python, for this folder."""
    return read_done(machine).get("identity") == identity(machine) and Path(python_of(machine)).exists()


def identity(machine: Machine) -> str:
    """What a venv depends on: its scripts name the folder, its packages lie under the version."""
    return ".".join(map(str, machine.version[:2])) + " " + str(machine.project)


def python_of(machine: Machine) -> str:
    """The venv's interpreter."""
    return str(machine.venv / "bin" / "python")


def read_done(machine: Machine) -> Mapping[str, str]:
    """What was installed: file → digest of its content then; empty when unknown."""
    try:
        done = json.loads((machine.venv / "siap.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return done if isinstance(done, dict) else {}


def write_done(machine: Machine, done: Mapping[str, str]) -> None:
    """Remembers what was installed, for the next run."""
    (machine.venv / "siap.json").write_text(json.dumps(done, indent=2), encoding="utf-8")


def digest_of(file: Path) -> str:
    """SHA-256 of a file's content."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def tail(log: str, lines: int = 8) -> str:
    """The last lines of a program's output, indented."""
    return "\n".join("    " + line for line in log.strip().splitlines()[-lines:])


def main(arguments: Sequence[str]) -> int:
    """`python3 -m pipeline.siapkan TARGET [FOLDER]`: FOLDER gets the .venv; none: where the program stands."""
    source = Path(__file__).resolve().parent.parent
    folder = Path(arguments[1]).resolve() if len(arguments) == 2 else source
    machine = Machine(project=folder, source=source, terminal=sys.stdin.isatty(), language=language_of())
    if len(arguments) not in (1, 2) or arguments[0] not in TARGETS or not folder.is_dir():
        machine.tell("usage", targets="|".join(TARGETS))
        return WRONG_USAGE
    return prepare(machine, arguments[0])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
