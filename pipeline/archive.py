"""The folder output/<periode>/ and its manifest: what stays, what goes; it refuses to know what the files say.

A crash or a full disk never leaves a mixture of two runs, because whole folders change places:

1. everything new, the manifest last, is written to `.<periode>.baru` beside the folder;
2. the folder is renamed to `.<periode>.lama`, and `.<periode>.baru` takes its name;
3. what people had put into the old folder is moved to the new one, and the rest of the old folder is removed.

Whatever step was the last one before a crash, `recover` finds out from the names alone and finishes or undoes the work.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.messages import language_of, text
from pipeline.problems import ExitCode, KinerjaError

MANIFEST = "manifest.json"

Write = Callable[[Path, bytes], None]


@dataclass(frozen=True, slots=True)
class Origin:
    """What the files of a run were made from.

    `inputs` and `contents` map a name to a SHA-256 in hex: the inputs and templates, relative to the root; and each
    part of the packet as it was before page numbers entered it.
    """

    periode: str
    version: str
    inputs: Mapping[str, str] = field(default_factory=dict)
    contents: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a run made (name → SHA-256 in hex), and from what."""

    origin: Origin
    files: Mapping[str, str]


def digest(content: bytes) -> str:
    """The SHA-256 of bytes in hex."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder; None where there is none that can be read."""
    try:
        values = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        origin = Origin(values["periode"], values["versi"], dict(values["masukan"]), dict(values["isi"]))
        return Manifest(origin, dict(values["berkas"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_current(folder: Path, contents: Mapping[str, str], names: frozenset[str]) -> bool:
    """Whether the folder holds exactly these files, untouched, and all were made from these contents."""
    manifest = read_manifest(folder)
    return (
        manifest is not None
        and manifest.origin.contents == contents
        and manifest.files.keys() == names
        and all(_is_ours(folder / name, manifest) for name in names)
    )


def keep(folder: Path, files: Mapping[str, bytes], origin: Origin, *, write: Write | None = None) -> tuple[str, ...]:
    """Make `folder` hold these files and their manifest, and whatever people put there.

    Files of an earlier run that are not among them go. One that somebody changed since (a signed PDF, a DOCX edited in
    Word) stays beside the new one as `<name>.suntingan<suffix>`; the names of those are returned. Raises KinerjaError
    (OUTPUT_FAILED) where nothing can be written; the folder is then as it was.
    """
    folder = folder.resolve()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(folder.parent):
            return _replaced(folder, files, origin, write or _write)
    except OSError as error:
        raise failure(folder, error) from error


def _replaced(folder: Path, files: Mapping[str, bytes], origin: Origin, write: Write) -> tuple[str, ...]:
    new, old = _beside(folder)
    recover(folder)
    _refuse_immovable(folder)
    try:
        _write_all(new, files, origin, write)
        _swap(folder, new, old)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return _bring_along(old, folder)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Two reports at once keep their files one after the other."""
    handle = os.open(place, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network drives know no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _refuse_immovable(folder: Path) -> None:
    """Raise, before anything has moved, where the swap would come to a stop half way."""
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if folder.exists() and not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def clean(output: Path) -> tuple[str, ...]:
    """Remove what runs made; what people put there or changed stays and is named, relative to `output`."""
    left = []
    for folder in sorted(path for path in output.glob("[0-9]*-tw[1-4]") if path.is_dir()):
        recover(folder)
        manifest = read_manifest(folder)
        for path in sorted(folder.iterdir(), key=lambda path: (path.name == MANIFEST, path.name)):
            if manifest and (path.name == MANIFEST or _is_ours(path, manifest)):
                path.unlink()
            else:
                left.append(path.relative_to(output).as_posix())
        if not any(folder.iterdir()):
            folder.rmdir()
    return tuple(left)


def recover(folder: Path) -> None:
    """Finish or undo what a crashed run left beside the folder."""
    new, old = _beside(folder)
    if old.exists() and not folder.exists():
        (new if (new / MANIFEST).exists() else old).rename(folder)
    if old.exists():
        _bring_along(old, folder)
    if new.exists():
        shutil.rmtree(new)


def _beside(folder: Path) -> tuple[Path, Path]:
    return folder.with_name(f".{folder.name}.baru"), folder.with_name(f".{folder.name}.lama")


def _write_all(new: Path, files: Mapping[str, bytes], origin: Origin, write: Write) -> None:
    new.mkdir()
    for name, content in files.items():
        write(new / name, content)
    write(new / MANIFEST, _manifest_json(files, origin))


def _manifest_json(files: Mapping[str, bytes], origin: Origin) -> bytes:
    values = {
        "periode": origin.periode,
        "versi": origin.version,
        "berkas": {name: digest(content) for name, content in files.items()},
        "isi": dict(origin.contents),
        "masukan": dict(sorted(origin.inputs.items())),
    }
    return (json.dumps(values, indent=2, ensure_ascii=False) + "\n").encode()


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _swap(folder: Path, new: Path, old: Path) -> None:
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except BaseException:
        if old.exists():
            old.rename(folder)
        raise


def _bring_along(old: Path, folder: Path) -> tuple[str, ...]:
    if not old.exists():
        return ()
    manifest = read_manifest(old)
    kept = []
    # The manifest last, so that a crash in here can go on; names that are free before those that need a new one.
    for path in sorted(
        old.iterdir(), key=lambda path: (path.name == MANIFEST, (folder / path.name).exists(), path.name)
    ):
        if path.name == MANIFEST or (manifest and _is_ours(path, manifest)):
            path.unlink()
            continue
        target = folder / path.name
        if target.exists():
            target = _free_name(target)
            kept.append(target.name)
        path.rename(target)
    old.rmdir()
    return tuple(kept)


def _is_ours(path: Path, manifest: Manifest) -> bool:
    return path.is_file() and manifest.files.get(path.name) == digest(path.read_bytes())


def _free_name(path: Path) -> Path:
    number = 1
    while True:
        mark = ".suntingan" if number == 1 else f".suntingan-{number}"
        free = path.with_name(f"{path.stem}{mark}{path.suffix}")
        if not free.exists():
            return free
        number += 1


def failure(folder: Path, error: OSError) -> KinerjaError:
    """Why nothing could be written into a folder, with the remedy."""
    code = "archive.full" if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else "archive.unwritable"
    return KinerjaError(ExitCode.OUTPUT_FAILED, code, folder=str(folder), reason=error.strerror or str(error))


if __name__ == "__main__":
    for name in clean(Path("output")):
        sys.stdout.write(text("archive.left", language_of(), name=f"output/{name}") + "\n")
