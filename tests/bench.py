"""`make bench`: what the report costs beside what LibreOffice alone costs, and how it grows; ratios of one run.

Seconds differ between machines, ratios hardly: compare ratios only.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pipeline import build
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periode import Periode
from pipeline.inputs.load import load
from pipeline.render.soffice import find_soffice

PROJECT = Path(__file__).resolve().parent.parent
PERIODE = Periode(2026, 3)
RUNS = 3


def best(action: Callable[[], object]) -> float:
    """The least of a few runs in seconds: the one that other programs disturbed least."""
    spent = []
    for _ in range(RUNS):
        since = time.perf_counter()
        action()
        spent.append(time.perf_counter() - since)
    return min(spent)


def quiet(code: str, done: int = 0, total: int = 0) -> None:
    """Progress that nobody watches."""


def copied(folder: Path) -> Path:
    root = folder / "proyek"
    for name in ("data", "templates"):
        shutil.copytree(PROJECT / name, root / name)
    return root


def converted(soffice: str, documents: list[Path], folder: Path) -> None:
    """LibreOffice as anybody would call it, on its own profile."""
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "pdf")]
    subprocess.run([*command, *map(str, documents)], check=True, capture_output=True)


def main() -> int:
    soffice = find_soffice()
    if soffice is None:
        sys.stderr.write("make bench needs LibreOffice: run make report once\n")
        return 3
    with tempfile.TemporaryDirectory() as temporary:
        root = copied(Path(temporary))
        output = root / "output" / str(PERIODE)
        report = best(lambda: build.report(root, PERIODE, progress=quiet))
        documents = sorted(output.glob("*.docx"))
        together = best(lambda: converted(str(soffice), documents, root))
        apart = best(lambda: [converted(str(soffice), [one], root) for one in documents])
        read = best(lambda: load(root, PERIODE))
        berkas = load(root, PERIODE).berkas
        assert berkas is not None
        measured = best(lambda: ukur(berkas))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for told, value in (
        ("whole report / LibreOffice alone, one run for all documents", report / together),
        ("whole report / LibreOffice alone, one run a document", report / apart),
        ("reading and checking the YAML / whole report", read / report),
        ("measuring / whole report", measured / report),
    ):
        sys.stdout.write(f"{value:8.3f}  {told}\n")
    sys.stdout.write(f"{report:8.2f}  seconds for the whole report here\n{memory:8.0f}  MB at most in this program\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
