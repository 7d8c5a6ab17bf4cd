"""Writes the digests of the shipped quarters' approvals anew: `python -m tests.sidik` (part of `make golden`).

The shipped quarters are signed, so a change of their data, of a template or of a sentence that the naskah prints makes
their recorded digests out of date. People's records change by `kinerja step`; the shipped ones by this.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline import build, record
from pipeline.domain import pencatatan, sidik
from pipeline.domain.gerbang import berkas_langkah, semua_validasi
from pipeline.domain.model import Berkas
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periode import Periode
from pipeline.inputs.load import load, periods

PROJECT = Path(__file__).resolve().parent.parent


def main(root: Path = PROJECT) -> None:
    """Every approved round and both digests of the naskah, oldest quarter first."""
    for periode in periods(root):
        changes = _validasi(_read(root, periode))
        _write(root, periode, changes)
        for no, kunci in ((8, "pemeriksaan"), (9, "penandatanganan")):
            berkas = _read(root, periode)
            hari = getattr(berkas.kini.catatan, kunci).selesai
            nilai = sidik.sidik(sidik.polos(sidik.nilai_naskah(berkas, hari.tanggal, no)))
            _write(root, periode, [((berkas_langkah(berkas), kunci, "sidik"), nilai)])
        bahan = build.check(root, periode).bahan
        assert bahan is not None
        jalur = (berkas_langkah(bahan.berkas), "penandatanganan", "sidik_teks")
        _write(root, periode, [(jalur, build.naskah_text(root, bahan))])
        kept = record._approved(root, _read(root, periode))
        if kept:
            record._save(root, kept, record._seen(root, periode))
        checked = build.check(root, periode)
        assert checked.status is not None
        sys.stdout.write(f"{periode}: {checked.status.keadaan}\n")


def _read(root: Path, periode: Periode) -> Berkas:
    loaded = load(root, periode)
    assert loaded.berkas is not None and not loaded.problems, loaded.problems
    return loaded.berkas


def _validasi(berkas: Berkas) -> list[tuple[tuple[str | int, ...], pencatatan.NilaiCatatan]]:
    """What every round that counts approved."""
    hasil = {h.indikator.kode: h for h in ukur(berkas).indikator}
    changes: list[tuple[tuple[str | int, ...], pencatatan.NilaiCatatan]] = []
    for jalur, validasi in semua_validasi(berkas):
        h = hasil[validasi.kode]
        disetujui = {"target": pencatatan.teks_nilai(h.target_tw), "realisasi": pencatatan.teks_realisasi(h)}
        changes.append(((*jalur, "disetujui"), disetujui))
        changes.append(((*jalur, "sidik"), sidik.sidik(sidik.polos(sidik.nilai_validasi(berkas, validasi.kode)))))
    return changes


def _write(root: Path, periode: Periode, changes: list[tuple[tuple[str | int, ...], pencatatan.NilaiCatatan]]) -> None:
    record._save(root, record._written(root, _read(root, periode), {}, changes), record._seen(root, periode))


if __name__ == "__main__":
    main()
