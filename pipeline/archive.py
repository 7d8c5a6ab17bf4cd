"""The folder output/<periode>/ and its manifest: what stays, what goes; it refuses to know what the files say.

A crash or a full disk never leaves a mixture of two runs, because whole folders change places:

1. everything new, the manifest last, is written to `.<periode>.baru` beside the folder;
2. the folder is renamed to `.<periode>.lama`, and `.<periode>.baru` takes its name;
3. what people had put into the old folder is moved to the new one, and the rest of the old folder is removed.

A packet that is signed (`Packet.signed`) is never removed: a draft stands beside it under other names, and what
replaces it as a later revision moves it to `revisi-<n>/`. Documents made alone stay until they are made again.

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
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline.messages import language_of, text
from pipeline.problems import ExitCode, KinerjaError

MANIFEST = "manifest.json"
PREVIEWS = "pratinjau"
"""The folder beside the reports that holds templates tried with the sample."""
TEMPLATES = ".templat.json"
"""The file beside the reports that remembers which templates were sound; it can be deleted at any time."""
_PREVIEWED = (".docx", ".pdf", ".baru")

Write = Callable[[Path, bytes], None]


@dataclass(frozen=True, slots=True)
class Packet:
    """What a packet is: keadaan, number of its revision, and the digest that its signature approved ("" for none)."""

    keadaan: str = "draf"
    revision: int = 0
    digest: str = ""

    @property
    def signed(self) -> bool:
        return self.keadaan in ("sah", "lengkap")


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
    packet: Packet = Packet()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a run made (name → SHA-256 in hex), and from what.

    `alone` are documents made one by one beside it, `signed` the manifest of the signed packet that a draft stands
    beside, `replaced` the files of earlier revisions by the folder they belong to.
    """

    origin: Origin
    files: Mapping[str, str]
    alone: Mapping[str, str] = field(default_factory=dict)
    signed: Manifest | None = None
    replaced: Mapping[str, Manifest] = field(default_factory=dict)

    @property
    def ours(self) -> Mapping[str, str]:
        """Every file of the folder that runs made."""
        return {**(self.signed.files if self.signed else {}), **self.alone, **self.files}

    @property
    def standing(self) -> Manifest | None:
        """The signed packet in the folder, if there is one."""
        return self if self.origin.packet.signed else self.signed


def digest(content: bytes) -> str:
    """The SHA-256 of bytes in hex."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder; None where there is none that can be read."""
    try:
        return _manifest(json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _manifest(values: dict[str, Any]) -> Manifest:
    about = values.get("paket", {})
    packet = Packet(about.get("keadaan", "draf"), int(about.get("revisi", 0)), about.get("sidik", ""))
    return Manifest(
        Origin(values["periode"], values["versi"], dict(values["masukan"]), dict(values["isi"]), packet),
        dict(values["berkas"]),
        dict(values.get("lepas", {})),
        _manifest(values["sah"]) if "sah" in values else None,
        {folder: _manifest(earlier) for folder, earlier in values.get("digantikan", {}).items()},
    )


def is_current(folder: Path, contents: Mapping[str, str], names: frozenset[str]) -> bool:
    """Whether the folder holds exactly these files, untouched, and all were made from these contents."""
    manifest = read_manifest(folder)
    return (
        manifest is not None
        and manifest.origin.contents == contents
        and manifest.files.keys() == names
        and all(_is_ours(folder / name, manifest) for name in names)
    )


class FrozenError(Exception):
    """A signed packet would be written over by another: by one of other approval, or by other `names`.

    Of these it does not hold the `new` yet, and would lose those that are `gone`.
    """

    def __init__(
        self, packet: Packet, changed: tuple[str, ...] = (), new: tuple[str, ...] = (), gone: tuple[str, ...] = ()
    ) -> None:
        self.names = (*changed, *new, *gone)
        super().__init__(packet, self.names)
        self.packet = packet
        self.new = new
        self.gone = gone


def keep(
    folder: Path,
    files: Mapping[str, bytes],
    origin: Origin,
    *,
    alone: bool = False,
    free: Callable[[str], bool] = lambda name: False,
    write: Write | None = None,
) -> tuple[str, ...]:
    """Make `folder` hold these files and their manifest, and whatever people put there.

    Of a signed packet only the names that are `free` may change, come or go; FrozenError, and nothing changed, for
    anything else.

    Files of an earlier run that are not among them go; where `alone`, these are added to what is there. One that
    somebody changed since (a signed PDF, a DOCX edited in Word) stays beside the new one as
    `<name>.suntingan<suffix>`; the names of those are returned. Raises KinerjaError (OUTPUT_FAILED) where nothing can
    be written; the folder is then as it was.
    """
    folder = folder.resolve()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(folder.parent):
            return _replaced(folder, files, origin, alone, free, write or _write)
    except OSError as error:
        raise failure(folder, error) from error


def _replaced(
    folder: Path,
    files: Mapping[str, bytes],
    origin: Origin,
    alone: bool,
    free: Callable[[str], bool],
    write: Write,
) -> tuple[str, ...]:
    new, old = _beside(folder)
    recover(folder)
    _refuse_immovable(folder)
    digests = {name: digest(content) for name, content in files.items()}
    earlier = read_manifest(folder)
    _refuse_to_thaw(earlier.standing if earlier else None, digests, origin.packet, free, alone=alone)
    manifest = _with_alone(earlier, digests, origin) if alone else _succeeding(earlier, digests, origin)
    try:
        _write_all(new, files, manifest, write)
        _swap(folder, new, old)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return _bring_along(old, folder)


def _refuse_to_thaw(
    standing: Manifest | None,
    digests: Mapping[str, str],
    packet: Packet,
    free: Callable[[str], bool],
    *,
    alone: bool,
) -> None:
    """Raise FrozenError where a signed packet would be written over; a later revision may, and a draft does not."""
    if standing is None:
        return
    later = packet.keadaan == "draf" or packet.revision > standing.origin.packet.revision
    if later and not alone:
        return
    if not alone and (not packet.signed or packet.digest != standing.origin.packet.digest):
        raise FrozenError(standing.origin.packet)
    held = standing.files
    changed = tuple(name for name in held if name in digests and digests[name] != held[name] and not free(name))
    new = () if alone else tuple(name for name in digests if name not in held and not free(name))
    gone = () if alone else tuple(name for name in held if name not in digests and not free(name))
    if changed or new or gone:
        raise FrozenError(standing.origin.packet, changed, new, gone)


def _with_alone(earlier: Manifest | None, digests: Mapping[str, str], origin: Origin) -> Manifest:
    """The packet as it was, with these documents beside it."""
    if earlier is None:
        return Manifest(replace(origin, contents={}, packet=Packet()), {}, digests)
    if earlier.origin.packet.signed:  # what is signed stays part of its packet
        files = {name: digests.get(name, known) for name, known in earlier.files.items()}
        new = {name: known for name, known in digests.items() if name not in files}
        return replace(earlier, files=files, alone={**earlier.alone, **new})
    files = {name: known for name, known in earlier.files.items() if name not in digests}
    return replace(earlier, files=files, alone={**earlier.alone, **digests})


def _succeeding(earlier: Manifest | None, digests: Mapping[str, str], origin: Origin) -> Manifest:
    """The manifest of a packet that comes after another: what is signed stays, or moves away as an earlier revision."""
    if earlier is None:
        return Manifest(origin, digests)
    alone = {name: known for name, known in earlier.alone.items() if not _covers(digests, name)}
    standing, replaced = earlier.standing, dict(earlier.replaced)
    if standing and origin.packet.keadaan == "draf":
        return Manifest(origin, digests, alone, replace(standing, alone={}, signed=None, replaced={}), replaced)
    if standing and standing.origin.packet.revision < origin.packet.revision:
        replaced[revision_folder(standing.origin.packet)] = replace(standing, alone={}, signed=None, replaced={})
    return Manifest(origin, digests, alone, None, replaced)


def _covers(names: Iterable[str], alone: str) -> bool:
    """Whether a packet holds the document that was made alone. A draft's does not: a clean one may have gone out."""
    documents = {Path(name).stem for name in names if name.endswith(".docx")}
    return not documents.isdisjoint({Path(alone).stem, Path(alone).stem.removesuffix("-draf")})


def revision_folder(packet: Packet) -> str:
    """Where a packet goes that a later revision replaces."""
    return f"revisi-{packet.revision}"


@contextmanager
def one_at_a_time(place: Path) -> Iterator[None]:
    """Two runs at once write into a folder one after the other."""
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
    """Remove what runs made. Signed packets stay, and so does what people put there or changed, which is named.

    Names are relative to `output`.
    """
    left: list[str] = []
    if not output.is_dir():
        return ()
    with one_at_a_time(output):
        for folder in sorted(path for path in output.glob("[0-9]*-tw[1-4]") if path.is_dir()):
            recover(folder)
            manifest = read_manifest(folder)
            standing = manifest.standing if manifest else None
            if manifest and standing:
                _back_to(folder, manifest, standing)
            left += _cleaned(folder, output, manifest, standing)
        left += _without_previews(output)
        (output / TEMPLATES).unlink(missing_ok=True)
    return tuple(left)


def _without_previews(output: Path) -> Iterator[str]:
    """Remove the previews of templates, which are nobody's work, and name what else lies beside them."""
    folder = output / PREVIEWS
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_file() and path.suffix in _PREVIEWED:
            path.unlink()
        else:
            yield path.relative_to(output).as_posix()
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _back_to(folder: Path, manifest: Manifest, standing: Manifest) -> None:
    """The folder is from now on that of the signed packet alone."""
    last = replace(standing, alone={}, replaced=manifest.replaced)
    (folder / MANIFEST).write_bytes(_manifest_json(last))


def _cleaned(folder: Path, output: Path, manifest: Manifest | None, standing: Manifest | None) -> Iterator[str]:
    signed = {MANIFEST, *(standing.files if standing else ()), *(manifest.replaced if manifest else ())}
    for path in sorted(folder.iterdir(), key=lambda path: (path.name == MANIFEST, path.name)):
        if (standing or (manifest and manifest.replaced)) and path.name in signed:
            continue
        if manifest and (path.name == MANIFEST or _is_ours(path, manifest)):
            path.unlink()
        else:
            yield path.relative_to(output).as_posix()
    if not any(folder.iterdir()):
        folder.rmdir()


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


def _write_all(new: Path, files: Mapping[str, bytes], manifest: Manifest, write: Write) -> None:
    new.mkdir()
    for name, content in files.items():
        write(new / name, content)
    for folder, earlier in manifest.replaced.items():
        (new / folder).mkdir()
        write(new / folder / MANIFEST, _manifest_json(earlier))
    write(new / MANIFEST, _manifest_json(manifest))


def _manifest_json(manifest: Manifest) -> bytes:
    return (json.dumps(_values(manifest), indent=2, ensure_ascii=False) + "\n").encode()


def _values(manifest: Manifest) -> dict[str, Any]:
    origin, packet = manifest.origin, manifest.origin.packet
    values: dict[str, Any] = {
        "periode": origin.periode,
        "versi": origin.version,
        "paket": {"keadaan": packet.keadaan, "revisi": packet.revision, "sidik": packet.digest},
        "berkas": dict(manifest.files),
        "isi": dict(origin.contents),
        "masukan": dict(sorted(origin.inputs.items())),
    }
    if manifest.alone:
        values["lepas"] = dict(manifest.alone)
    if manifest.signed:
        values["sah"] = _values(manifest.signed)
    if manifest.replaced:
        values["digantikan"] = {folder: _values(earlier) for folder, earlier in manifest.replaced.items()}
    return values


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
    before, now = read_manifest(old), read_manifest(folder)
    away = _replaced_files(before, now)
    kept = []
    for path in _in_order(old, folder):
        target = folder / away.get(path.name, "") / path.name
        if path.name == MANIFEST or (before and _is_ours(path, before) and not _stays(target, folder, now)):
            path.unlink()
        elif path.is_dir() and target.is_dir():
            _merged(path, target)
        else:
            if target.exists():
                target = _free_name(target)
                kept.append(target.name)
            path.rename(target)
    old.rmdir()
    return tuple(kept)


def _in_order(old: Path, folder: Path) -> list[Path]:
    """The manifest last, so that a crash in here can go on; names that are free before those that need a new one."""
    return sorted(old.iterdir(), key=lambda path: (path.name == MANIFEST, (folder / path.name).exists(), path.name))


def _replaced_files(before: Manifest | None, now: Manifest | None) -> dict[str, str]:
    """The files of the signed packet that this run replaces by a later revision → the folder they move to."""
    standing = before.standing if before else None
    if standing is None or now is None:
        return {}
    place = revision_folder(standing.origin.packet)
    moves = now.signed is None and now.origin.packet.revision > standing.origin.packet.revision
    return dict.fromkeys(standing.files, place) if moves and place in now.replaced else {}


def _stays(target: Path, folder: Path, now: Manifest | None) -> bool:
    """Whether a file that an earlier run made still belongs: it moves with its revision, or is not made anew."""
    return target.parent != folder or (now is not None and target.name in now.ours and not target.exists())


def _merged(old: Path, new: Path) -> None:
    """The folder of an earlier revision that was there already: its files come along, its manifest is written anew."""
    for path in sorted(old.iterdir()):
        if path.name == MANIFEST and (new / MANIFEST).exists():
            path.unlink()
        else:
            path.rename(new / path.name if not (new / path.name).exists() else _free_name(new / path.name))
    old.rmdir()


def _is_ours(path: Path, manifest: Manifest) -> bool:
    return path.is_file() and manifest.ours.get(path.name) == digest(path.read_bytes())


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
