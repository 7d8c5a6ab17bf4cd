"""What a record of a step holds and when it is refused; it refuses to know files and the clock.

A record is refused while a step before it is not done, where whoever is named may not carry it out, and where it would
change a naskah that is signed. Source: SOP Pengukuran Kinerja, peringatan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.domain import sidik
from pipeline.domain.berlaku import indikator_berlaku
from pipeline.domain.gerbang import berkas_langkah, folder, kurang_validasi, semua_validasi
from pipeline.domain.hasil import HasilIndikator, Nilai
from pipeline.domain.isian import Waktu
from pipeline.domain.model import Berkas, Pejabat, Rentang
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periode import Periode
from pipeline.domain.sop import Perubahan, StatusSop, kunci_langkah, validasi_basi
from pipeline.domain.wewenang import LANGKAH_VALIDASI, pelaksana, sama_nama
from pipeline.problems import Path, Said

NilaiCatatan = str | int | Mapping[str, "NilaiCatatan"] | Sequence["NilaiCatatan"] | None
"""What is written into YAML."""

_MENGUBAH_NASKAH = range(6, 10)
_SEBAGIAN = 3
"""Letters of a name that are enough to mean somebody."""
_BUKTI_TANDA_TANGAN = ("pindaian", "tte", "asli_basah")


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What somebody asks to record: a step, who, from when until when. `isian` are the step's own keys and values.

    Of step 7 also the unit, which indikator (none: all that need it) and the hasil.
    """

    no: int
    oleh: str
    selesai: Waktu
    mulai: Waktu | None = None
    catatan: str | None = None
    isian: Mapping[str, NilaiCatatan] = field(default_factory=dict)
    unit: str | None = None
    kode: tuple[str, ...] = ()
    hasil: str | None = None


class Ditolak(Exception):  # noqa: N818 - the field's own word
    """A record that may not be made, with every reason."""

    def __init__(self, *sebab: Said) -> None:
        super().__init__(*sebab)
        self.sebab = sebab


def pejabat_pencatat(berkas: Berkas, keadaan: StatusSop, minta: Permintaan) -> Pejabat:
    """The official who may make this record. Ditolak with every reason where nobody may, or not now."""
    sebab = (
        *_urutan(keadaan, minta.no),
        *_beku(keadaan, minta.no),
        *_waktu(keadaan, minta),
        *_unit_asing(berkas, minta),
    )
    if sebab:
        raise Ditolak(*sebab)
    boleh = pelaksana(berkas, minta.no, minta.selesai.tanggal, minta.unit)
    tepat = [p for p in boleh if sama_nama(p.nama, minta.oleh) or p.nip == "".join(minta.oleh.split())]
    sebagian = minta.oleh.casefold().strip()
    mirip = tepat or [p for p in boleh if len(sebagian) >= _SEBAGIAN and sebagian in p.nama.casefold()]
    unit = {p.unit for p in mirip}
    if minta.no == LANGKAH_VALIDASI and len(unit) > 1 and len({p.nama for p in mirip}) == 1:
        isi_unit = {"nama": mirip[0].nama, "unit": ", ".join(sorted(str(u) for u in unit))}
        raise Ditolak(Said("cli.step.unit", isi_unit))
    if len({p.nama for p in mirip}) == 1:
        return mirip[0]
    nama = "; ".join(dict.fromkeys(f"{p.nama} ({p.jabatan})" for p in mirip or boleh)) or "–"
    isi = {"nama": minta.oleh, "no": str(minta.no), "tanggal": minta.selesai.tanggal.isoformat(), "boleh": nama}
    raise Ditolak(Said("cli.step.oleh-banyak" if mirip else "cli.step.oleh", isi))


def _urutan(keadaan: StatusSop, no: int) -> Iterator[Said]:
    """The steps before it that are not done."""
    for langkah in keadaan.langkah[: no - 1]:
        if not langkah.sudah:
            kegiatan = langkah.baris.kegiatan if langkah.baris else ""
            keadaan_langkah = Said(f"sop.keadaan.{langkah.keadaan}")
            isi: dict[str, str | Said] = {"no": str(langkah.no), "kegiatan": kegiatan, "keadaan": keadaan_langkah}
            yield Said("cli.step.sebelumnya", isi)


def _beku(keadaan: StatusSop, no: int) -> Iterator[Said]:
    """A signed naskah changes by a revision only."""
    if no in _MENGUBAH_NASKAH and (keadaan.keadaan.sudah_sah or keadaan.perlu_revisi):
        yield Said("cli.step.beku", {"no": str(no)})


def _waktu(keadaan: StatusSop, minta: Permintaan) -> Iterator[Said]:
    """A step ends after it begins, and not before a step that it builds on."""
    if minta.mulai is not None and minta.selesai.paling_akhir < minta.mulai.paling_awal:
        yield Said("cli.step.terbalik", {"mulai": str(minta.mulai), "selesai": str(minta.selesai)})
    for langkah in keadaan.langkah[: minta.no - 1]:
        if langkah.sudah and langkah.selesai is not None and minta.selesai.paling_akhir < langkah.selesai.paling_awal:
            isi = {"no": str(langkah.no), "dahulu": str(langkah.selesai), "selesai": str(minta.selesai)}
            yield Said("cli.step.mendahului", isi)


def _unit_asing(berkas: Berkas, minta: Permintaan) -> Iterator[Said]:
    ada = [unit.kode for unit in berkas.badan.isi.unit]
    if minta.unit is not None and minta.unit not in ada:
        yield Said("cli.step.unit-asing", {"unit": minta.unit, "ada": ", ".join(ada)})


def catatan(berkas: Berkas, minta: Permintaan, pejabat: Pejabat) -> tuple[tuple[Path, NilaiCatatan], ...]:
    """What to write where: the record in langkah.yaml, or the rounds in validasi/<unit>.yaml."""
    if minta.no == LANGKAH_VALIDASI:
        return _putaran_unit(berkas, minta, pejabat)
    kunci = kunci_langkah(minta.no)
    nilai: dict[str, NilaiCatatan] = {"oleh": pejabat.nama}
    dahulu = getattr(berkas.kini.catatan, kunci)
    for nama, isi in (("mulai", minta.mulai), ("selesai", minta.selesai), ("catatan", minta.catatan)):
        if isi is not None or (dahulu is not None and getattr(dahulu, nama) is not None):
            nilai[nama] = None if isi is None else str(isi)
    return (((berkas_langkah(berkas), kunci), nilai | _isian_langkah(berkas, minta)),)


def _isian_langkah(berkas: Berkas, minta: Permintaan) -> dict[str, NilaiCatatan]:
    """The step's own values: the day of the rekapitulasi, the proof of a signature and which revision it is for."""
    nilai = dict(minta.isian)
    semua = berkas.kini.catatan
    if minta.no == 3 and (semua.undangan is None or semua.undangan.rekapitulasi is None):
        nilai = {"rekapitulasi": minta.selesai.tanggal.isoformat(), **nilai}
    if minta.no == 9:
        nilai = _bukti_lama(berkas, nilai) | nilai
        if semua.revisi:
            nilai["revisi"] = semua.revisi.nomor
    return nilai


def _bukti_lama(berkas: Berkas, nilai: Mapping[str, NilaiCatatan]) -> dict[str, NilaiCatatan]:
    """The proof of an earlier signature is none of a later one, and a new proof takes the place of another."""
    lama = berkas.kini.catatan.penandatanganan
    if lama is None or (lama.sidik is None and not any(kunci in nilai for kunci in _BUKTI_TANDA_TANGAN)):
        return {}
    return {kunci: None for kunci in _BUKTI_TANDA_TANGAN if getattr(lama, kunci) is not None}


def sidik_naskah(berkas: Berkas, minta: Permintaan) -> tuple[Path, NilaiCatatan]:
    """The digest that steps 8 and 9 record, of inputs that hold the record already."""
    nilai = sidik.sidik(sidik.polos(sidik.nilai_naskah(berkas, minta.selesai.tanggal, minta.no)))
    return (berkas_langkah(berkas), kunci_langkah(minta.no), "sidik"), nilai


# --- step 7 ------------------------------------------------------------------------------------------------------


def _putaran_unit(berkas: Berkas, minta: Permintaan, pejabat: Pejabat) -> tuple[tuple[Path, NilaiCatatan], ...]:
    """A round for each indikator, after the rounds that are there."""
    unit = minta.unit or pejabat.unit or ""
    hasil = {h.indikator.kode: h for h in ukur(berkas).indikator if h.indikator.penanggung_jawab == unit}
    asing = [kode for kode in minta.kode if kode not in hasil]
    if asing:
        isi = {"kode": ", ".join(asing), "unit": unit, "ada": ", ".join(hasil) or "–"}
        raise Ditolak(Said("cli.step.kode", isi))
    perlu = perlu_divalidasi(berkas)
    kode = tuple(dict.fromkeys(minta.kode)) or tuple(k for k in hasil if k in perlu)
    if not kode:
        raise Ditolak(Said("cli.step.tidak-perlu", {"unit": unit}))
    return tuple(_tempat_putaran(berkas, unit, kode, [_putaran(berkas, minta, pejabat, hasil[k]) for k in kode]))


def perlu_divalidasi(berkas: Berkas) -> frozenset[str]:
    """The kode whose last round is missing, keeps step 7 open, or approved other values than stand there now."""
    terbuka = {kode for kode, _, kurang in kurang_validasi(berkas) if kurang}
    return frozenset(terbuka) | frozenset(validasi_basi(berkas))


def unit_perlu(berkas: Berkas) -> tuple[str, ...]:
    """The units that own something to be validated, in the agency's order."""
    perlu = perlu_divalidasi(berkas)
    pemilik = {b.indikator.penanggung_jawab for b in indikator_berlaku(berkas) if b.indikator.kode in perlu}
    return tuple(unit.kode for unit in berkas.badan.isi.unit if unit.kode in pemilik)


def _putaran(berkas: Berkas, minta: Permintaan, pejabat: Pejabat, h: HasilIndikator) -> NilaiCatatan:
    kode = h.indikator.kode
    nilai: dict[str, NilaiCatatan] = {"hasil": minta.hasil}
    if minta.catatan:
        nilai["catatan"] = minta.catatan
    nilai |= minta.isian
    nilai |= {"validator": pejabat.nama, "tanggal": minta.selesai.tanggal.isoformat()}
    if minta.hasil != "sesuai":  # nothing was approved
        return nilai
    nilai["disetujui"] = {"target": teks_nilai(h.target_tw), "realisasi": teks_realisasi(h)}
    nilai["sidik"] = sidik.sidik(sidik.polos(sidik.nilai_validasi(berkas, kode)))
    return nilai


def kata_perintah(no: int, periode: Periode, unit: str = "UNIT") -> list[str]:
    """The words of the command line that records a step; those in capitals are to be replaced."""
    return [
        "step",
        str(no),
        str(periode),
        "--oleh",
        "NAMA",
        *(kata.replace("UNIT", unit) for kata in _PELENGKAP.get(no, ())),
    ]


_PELENGKAP = {
    7: ("--unit", "UNIT", "--hasil", "sesuai"),
    9: ("--asli-basah", "LOKASI"),
    11: ("--arsip-nomor", "NOMOR", "--arsip-lokasi", "LOKASI"),
}


def teks_nilai(nilai: Nilai) -> str:
    """A value as it is typed in YAML: a decimal point, "80-90", a label; "-" for none."""
    if isinstance(nilai, Rentang):
        return f"{nilai.min:f}-{nilai.max:f}"
    return f"{nilai:f}" if isinstance(nilai, Decimal) else nilai or "-"


def teks_realisasi(h: HasilIndikator) -> str:
    """The realisasi s.d. the period as it is typed; never a partial sum."""
    return "belum diisi" if h.belum else teks_nilai(h.realisasi)


def _tempat_putaran(
    berkas: Berkas, unit: str, kode: Sequence[str], putaran: Sequence[NilaiCatatan]
) -> Iterator[tuple[Path, NilaiCatatan]]:
    """Behind the rounds of its indikator, or in a new row behind the others."""
    file = next((f for f in berkas.kini.validasi if f.isi.unit == unit), None)
    nama = file.berkas if file else f"{folder(berkas)}/validasi/{unit}.yaml"
    ada = {v.kode: (n, len(v.putaran)) for n, v in enumerate(file.isi.validasi)} if file else {}
    baru = len(ada)
    for satu, isi in zip(kode, putaran, strict=True):
        if satu in ada and ada[satu][1]:
            yield (nama, "validasi", ada[satu][0], "putaran", ada[satu][1]), isi
        elif satu in ada:
            yield (nama, "validasi", ada[satu][0], "putaran"), [isi]
        else:
            yield (nama, "validasi", baru), {"kode": satu, "putaran": [isi]}
            baru += 1


def perubahan_validasi(berkas: Berkas) -> tuple[Perubahan, ...]:
    """Of every validation that is out of date, what was validated and what stands there now."""
    basi = set(validasi_basi(berkas))
    hasil = {h.indikator.kode: h for h in ukur(berkas).indikator} if basi else {}
    perubahan = []
    for jalur, validasi in semua_validasi(berkas):
        if validasi.kode not in basi:
            continue
        h, disetujui = hasil[validasi.kode], validasi.selesai[-1].disetujui
        dulu = (disetujui.target, disetujui.realisasi) if disetujui else (None, None)
        kini = (teks_nilai(h.target_tw), teks_realisasi(h))
        for nama, semula, sekarang in zip(("target", "realisasi"), dulu, kini, strict=True):
            if semula != sekarang:
                tempat = h.sumber[-1] if nama == "realisasi" and len(h.sumber) > 1 else h.sumber[0]
                perubahan.append(Perubahan(f"{validasi.kode} {nama}", semula, sekarang, tempat))
        if dulu == kini:
            perubahan.append(Perubahan(f"{validasi.kode}", None, None, jalur))
    return tuple(perubahan)
