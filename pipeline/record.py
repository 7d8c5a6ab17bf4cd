"""A step of the SOP is recorded into the period's YAML: looked at first, written last; it refuses to know what counts.

Nothing is written before the inputs, read again with the record in them, prove the step. What was approved is kept
beside them (`inputs.approved`), so that a later change can be shown without git.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import build
from pipeline.archive import failure, one_at_a_time
from pipeline.build import Checked
from pipeline.domain import sidik
from pipeline.domain.gerbang import Kurang, berkas_langkah, folder
from pipeline.domain.model import Berkas
from pipeline.domain.pencatatan import (
    Ditolak,
    NilaiCatatan,
    Permintaan,
    catatan,
    pejabat_pencatat,
    perubahan_validasi,
    sidik_naskah,
)
from pipeline.domain.periode import Periode
from pipeline.domain.sop import LANGKAH, Perubahan, beda, kurang_langkah
from pipeline.domain.wewenang import LANGKAH_VALIDASI
from pipeline.inputs import approved
from pipeline.inputs.heads import head
from pipeline.inputs.rewrite import NotWritableError, save, written
from pipeline.problems import ExitCode, KinerjaError, Said
from pipeline.problems import Path as Jalur

_BERSIDIK = (8, 9)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of a record: the inputs as they are now, who stands in it, and the files that were written."""

    checked: Checked
    oleh: str
    files: tuple[str, ...]


class Refused(Exception):  # noqa: N818 - a result, not a fault
    """Nothing was recorded. `reasons` say why; or the inputs themselves have problems (`checked`)."""

    def __init__(self, reasons: Iterable[Said], checked: Checked) -> None:
        super().__init__()
        self.reasons = tuple(reasons)
        self.checked = checked


def record(root: Path, periode: Periode, minta: Permintaan) -> Recorded:
    """Record a step. Refused where it may not be; KinerjaError for a file or template that cannot be used."""
    seen = _seen(root, periode)
    before = build.check(root, periode)
    if before.bahan is None:
        raise Refused((), before)
    berkas = before.bahan.berkas
    try:
        pejabat = pejabat_pencatat(berkas, before.bahan.status, minta)
        changes = catatan(berkas, minta, pejabat)
    except Ditolak as refused:
        raise Refused(refused.sebab, before) from None
    about = _written(root, berkas, {}, changes)
    after = _checked(root, periode, about)
    if minta.no in _BERSIDIK:
        about = _written(root, berkas, about, [sidik_naskah(_berkas(after), minta)])
        after = _checked(root, periode, about)
    if minta.no == 9:
        about, after = _with_text(root, periode, about, _berkas(after))
    kurang = tuple(_kurang(_berkas(after), minta.no))
    if kurang:
        raise Refused((_lacking(each, after) for each in kurang), before)
    files = _approved(root, _berkas(after)) | about
    _save(root, files, seen)
    return Recorded(after, pejabat.nama, tuple(about))


def _with_text(
    root: Path, periode: Periode, about: Mapping[str, bytes], berkas: Berkas
) -> tuple[dict[str, bytes], Checked]:
    """The same with the digest of the naskah's text, as it reads once it is signed."""
    jalur: Jalur = (berkas_langkah(berkas), "penandatanganan", "sidik_teks")
    signed = _checked(root, periode, _written(root, berkas, about, [(jalur, f"{sidik.VERSI}:")]))
    assert signed.bahan is not None  # noqa: S101 - `_checked` refuses everything else
    result = _written(root, berkas, about, [(jalur, build.naskah_text(root, signed.bahan))])
    return result, _checked(root, periode, result)


def revise(root: Path, periode: Periode, alasan: str, hari: date) -> Recorded:
    """Begin a revision of a signed naskah. Refused where nothing is signed, or a revision is begun already."""
    seen = _seen(root, periode)
    before = build.check(root, periode)
    if before.bahan is None:
        raise Refused((), before)
    berkas = before.bahan.berkas
    tanda = berkas.kini.catatan.penandatanganan
    if tanda is None or tanda.sidik is None:
        raise Refused((Said("cli.revisi.belum-sah"),), before)
    if before.bahan.status.revisi > (tanda.revisi or 0):
        raise Refused((Said("cli.revisi.terbuka", {"nomor": str(before.bahan.status.revisi)}),), before)
    nomor = (tanda.revisi or 0) + 1
    nilai: NilaiCatatan = {"nomor": nomor, "alasan": alasan, "tanggal": hari.isoformat()}
    about = _written(root, berkas, {}, [((berkas_langkah(berkas), "revisi"), nilai)])
    after = _checked(root, periode, about)
    _save(root, about, seen)
    return Recorded(after, "", tuple(about))


def changes_since(root: Path, checked: Checked) -> tuple[Perubahan, ...]:
    """What has changed since it was validated, examined and signed, as far as the approved values were kept."""
    berkas = checked.berkas
    if berkas is None:
        return ()
    validated = perubahan_validasi(berkas)
    places = {change.jalur for change in validated}
    return (*validated, *(change for change in _naskah_changes(root, berkas) if change.jalur not in places))


def _naskah_changes(root: Path, berkas: Berkas) -> tuple[Perubahan, ...]:
    kept = approved.read(root / folder(berkas), sidik.sidik)
    for no in (9, 8):
        record_ = getattr(berkas.kini.catatan, LANGKAH[no - 1].kunci)
        if record_ and record_.sidik in kept and record_.selesai:
            return beda(kept[record_.sidik], sidik.nilai_naskah(berkas, record_.selesai.tanggal, no))
    return ()


# --- the files -----------------------------------------------------------------------------------------------------


def _written(
    root: Path, berkas: Berkas, about: Mapping[str, bytes], changes: Sequence[tuple[Jalur, NilaiCatatan]]
) -> dict[str, bytes]:
    """The files with these values in them; what `about` holds goes before what stands on disk."""
    result = dict(about)
    for jalur, nilai in changes:
        name, steps = str(jalur[0]), jalur[1:]
        text = result[name].decode() if name in result else _text(root / name) or head(name, berkas)
        try:
            result[name] = written(text, [(steps, nilai)]).encode()
        except NotWritableError as error:
            raise KinerjaError(
                ExitCode.PROBLEMS, "cli.step.tulis", berkas=name, baris=str(error.line), sebab=error.code
            ) from error
    return result


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return ""


def _checked(root: Path, periode: Periode, about: Mapping[str, bytes]) -> Checked:
    """The inputs with the record in them; Refused where they then have problems."""
    after = build.check(root, periode, about)
    if after.bahan is None:
        raise Refused((), after)
    return after


def _berkas(checked: Checked) -> Berkas:
    assert checked.berkas is not None  # noqa: S101 - `_checked` refuses everything else
    return checked.berkas


def _kurang(berkas: Berkas, no: int) -> Iterable[Kurang]:
    """What the step would still lack with the record in it; of step 7 a part may be recorded at a time."""
    return () if no == LANGKAH_VALIDASI else kurang_langkah(berkas, LANGKAH[no - 1])


def _lacking(kurang: Kurang, checked: Checked) -> Said:
    place = checked.places.locate(kurang.jalur)
    said = Said(f"sop.kurang.{kurang.kode}", kurang.isi)
    return Said("cli.step.kurang", {"hal": said, "tempat": str(place or kurang.jalur[0])})


def _approved(root: Path, berkas: Berkas) -> dict[str, bytes]:
    """persetujuan.json with the values of every sidik that steps 8 and 9 hold now."""
    place = folder(berkas)
    kept = approved.read(root / place, sidik.sidik)
    values: dict[str, approved.Values] = {}
    for no in _BERSIDIK:
        record_ = getattr(berkas.kini.catatan, LANGKAH[no - 1].kunci)
        if record_ is None or record_.sidik is None or record_.selesai is None:
            continue
        now = sidik.polos(sidik.nilai_naskah(berkas, record_.selesai.tanggal, no))
        if sidik.sidik(now) == record_.sidik:
            values[record_.sidik] = now
        elif record_.sidik in kept:
            values[record_.sidik] = kept[record_.sidik]
    name = f"{place}/{approved.NAME}"
    return {name: approved.text(values).encode()} if values and values != kept else {}


def _seen(root: Path, periode: Periode) -> dict[str, bytes]:
    """The period's files as they are before anything is checked."""
    folder_ = root / "data" / str(periode.tahun) / f"tw{periode.tw}"
    files = (path for path in folder_.rglob("*") if path.suffix in (".yaml", ".json") and path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def _save(root: Path, files: Mapping[str, bytes], seen: Mapping[str, bytes]) -> None:
    """Write them, the kept values first; KinerjaError where somebody has changed one of them meanwhile."""
    place = root / next(iter(files))
    place.parent.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(place.parent):
        changed = [name for name in files if _now(root / name) != seen.get(name)]
        if changed:
            raise KinerjaError(ExitCode.PROBLEMS, "cli.step.berubah", berkas=", ".join(changed))
        for name, content in files.items():
            try:
                save(root / name, content.decode())
            except OSError as error:
                raise failure((root / name).parent, error) from error


def _now(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
