"""LANGKAH: the eleven steps of the SOP Pengukuran Kinerja and their gates; progress is derived, never stored.

A gate says what a step still lacks; a step is done when its gate lacks nothing, what it approved has not changed since,
and every step before it is done ("jika salah satu prosedur tidak dilakukan, maka proses pengukuran kinerja tidak akan
dapat dilaksanakan"). Wording, pelaksana and waktu baku are data (`data/sop.yaml`). It refuses to know files and today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pipeline.domain import gerbang, sidik
from pipeline.domain.berlaku import indikator_berlaku
from pipeline.domain.gerbang import Kurang, jalur_catatan, kurang_wewenang, semua_validasi
from pipeline.domain.isian import Waktu
from pipeline.domain.jam_kerja import Durasi, durasi
from pipeline.domain.model import BarisSop, Berkas, CatatanLangkah
from pipeline.domain.wewenang import LANGKAH_VALIDASI, baris_sop
from pipeline.problems import Path

SIAP_SESUDAH, SAH_SESUDAH, LENGKAP_SESUDAH = 8, 9, 11
"""The last step that must be done for a packet to be siap, sah, lengkap."""


class KeadaanLangkah(StrEnum):
    """Where a step stands."""

    SELESAI = "selesai"
    KEDALUWARSA = "kedaluwarsa"
    BERIKUTNYA = "berikutnya"
    MENUNGGU = "menunggu"


class KeadaanPaket(StrEnum):
    """What a packet may be used for: draf (not yet), siap (to print and sign), sah (signed), lengkap (sent, filed)."""

    DRAF = "draf"
    SIAP = "siap"
    SAH = "sah"
    LENGKAP = "lengkap"

    @property
    def sudah_sah(self) -> bool:
        return self in (KeadaanPaket.SAH, KeadaanPaket.LENGKAP)


@dataclass(frozen=True, slots=True)
class Perubahan:
    """A value that changed after it was approved; `semula` or `kini` is None where it was not there."""

    nama: str
    semula: str | None
    kini: str | None
    jalur: Path


@dataclass(frozen=True, slots=True)
class StatusLangkah:
    """A step as it stands. `oleh` are names, `bukti` the places of its evidence, `kurang` what it lacks.

    `basi` are the kode whose validation is out of date (step 7), or the digest's name (steps 8 and 9).
    """

    no: int
    baris: BarisSop | None
    keadaan: KeadaanLangkah
    oleh: tuple[str, ...]
    mulai: Waktu | None
    selesai: Waktu | None
    durasi: Durasi | None
    bukti: tuple[Path, ...]
    kurang: tuple[Kurang, ...]
    basi: tuple[str, ...] = ()

    @property
    def sudah(self) -> bool:
        return self.keadaan is KeadaanLangkah.SELESAI


@dataclass(frozen=True, slots=True)
class StatusSop:
    """The eleven steps in order, and what the packet is. `revisi` is the number of the revision, 0 for the first.

    `perlu_revisi`: a naskah that differs from the signed one, without a revision that says so.
    """

    langkah: tuple[StatusLangkah, ...]
    keadaan: KeadaanPaket
    revisi: int = 0
    perlu_revisi: bool = False

    def ke(self, no: int) -> StatusLangkah:
        """Step 1–11."""
        return self.langkah[no - 1]

    @property
    def berikutnya(self) -> StatusLangkah | None:
        """The first step that is not done; None once everything is."""
        return next((langkah for langkah in self.langkah if not langkah.sudah), None)

    def sudah_sampai(self, no: int) -> bool:
        """Whether steps 1 to `no` are all done."""
        return all(langkah.sudah for langkah in self.langkah[:no])


@dataclass(frozen=True, slots=True)
class Langkah:
    """A row of the SOP: its number, the key of its record in langkah.yaml ("" for step 7) and its gate."""

    no: int
    kunci: str
    gerbang: Callable[[Berkas], Iterator[Kurang]]


LANGKAH: tuple[Langkah, ...] = (
    Langkah(1, "disposisi", gerbang.disposisi),
    Langkah(2, "kompilasi", gerbang.kompilasi),
    Langkah(3, "undangan", gerbang.undangan),
    Langkah(4, "rapat", gerbang.pertemuan),
    Langkah(5, "notulen", gerbang.notulen),
    Langkah(6, "penyusunan", gerbang.catatan_saja),
    Langkah(7, "", gerbang.validasi),
    Langkah(8, "pemeriksaan", gerbang.pemeriksaan),
    Langkah(9, "penandatanganan", gerbang.penandatanganan),
    Langkah(10, "penyerahan", gerbang.catatan_saja),
    Langkah(11, "pengarsipan", gerbang.pengarsipan),
)
"""Steps 1–11; the SOP prints the number 10 twice, its last row is 11."""


def kunci_langkah(no: int) -> str:
    """The key of a step's record in langkah.yaml; "" for step 7, whose records stand in validasi/."""
    return LANGKAH[no - 1].kunci


def kurang_catatan(berkas: Berkas, no: int) -> Iterator[Kurang]:
    """What the record of who and when lacks, and whether that official may carry out the step."""
    kunci = kunci_langkah(no)
    jalur = jalur_catatan(berkas, kunci)
    catatan: CatatanLangkah | None = getattr(berkas.kini.catatan, kunci)
    if catatan is None or catatan.oleh is None or catatan.selesai is None:
        yield Kurang("catatan", jalur, {"langkah": str(no), "berkas": str(jalur[0]), "kunci": kunci})
    else:
        yield from kurang_wewenang(berkas, no, catatan.oleh, catatan.selesai.tanggal, (*jalur, "oleh"))
        yield from _sebelum_tanda_tangan(berkas, no, catatan.selesai, (*jalur, "selesai"))


def _sebelum_tanda_tangan(berkas: Berkas, no: int, selesai: Waktu, jalur: Path) -> Iterator[Kurang]:
    """What was handed over and filed before this naskah was signed was another one."""
    tanda = berkas.kini.catatan.penandatanganan
    if no < 10 or tanda is None or tanda.selesai is None:
        return
    if selesai.paling_akhir < tanda.selesai.paling_awal:
        yield Kurang("sebelum-tanda-tangan", jalur, {"langkah": str(no), "tanggal": selesai.tanggal.isoformat()})


# --- status ------------------------------------------------------------------------------------------------------


def status(berkas: Berkas) -> StatusSop:
    """The eleven steps of a period as the inputs prove them."""
    langkah: list[StatusLangkah] = []
    for satu in LANGKAH:
        langkah.append(_status(berkas, satu, sebelumnya=all(dulu.sudah for dulu in langkah)))
    revisi = berkas.kini.catatan.revisi
    nomor = revisi.nomor if revisi else 0
    perlu = _perlu_revisi(berkas, langkah[8], nomor)
    return StatusSop(tuple(langkah), _paket(langkah, perlu_revisi=perlu), nomor, perlu)


def kurang_langkah(berkas: Berkas, langkah: Langkah) -> tuple[Kurang, ...]:
    """What a step lacks: of its record and of its evidence."""
    catatan = kurang_catatan(berkas, langkah.no) if langkah.kunci else ()
    return (*catatan, *langkah.gerbang(berkas))


def _status(berkas: Berkas, langkah: Langkah, *, sebelumnya: bool) -> StatusLangkah:
    kurang = kurang_langkah(berkas, langkah)
    basi = _basi(berkas, langkah.no)
    baris = baris_sop(berkas, langkah.no)
    oleh, mulai, selesai = _pelaksanaan(berkas, langkah)
    return StatusLangkah(
        no=langkah.no,
        baris=baris,
        keadaan=_keadaan(sebelumnya=sebelumnya, lengkap=not kurang, basi=bool(basi)),
        oleh=oleh,
        mulai=mulai,
        selesai=selesai,
        durasi=durasi(berkas.sop.isi, berkas.hari_libur.isi, mulai, selesai, baris.waktu_baku) if baris else None,
        bukti=tuple(_bukti(berkas, langkah)),
        kurang=kurang,
        basi=basi,
    )


def _keadaan(*, sebelumnya: bool, lengkap: bool, basi: bool) -> KeadaanLangkah:
    if basi:
        return KeadaanLangkah.KEDALUWARSA
    if not sebelumnya:
        return KeadaanLangkah.MENUNGGU
    return KeadaanLangkah.SELESAI if lengkap else KeadaanLangkah.BERIKUTNYA


def _paket(langkah: list[StatusLangkah], *, perlu_revisi: bool) -> KeadaanPaket:
    sampai = next((satu.no - 1 for satu in langkah if not satu.sudah), LENGKAP_SESUDAH)
    if sampai < SIAP_SESUDAH or perlu_revisi:
        return KeadaanPaket.DRAF
    if sampai < SAH_SESUDAH:
        return KeadaanPaket.SIAP
    return KeadaanPaket.SAH if sampai < LENGKAP_SESUDAH else KeadaanPaket.LENGKAP


def _perlu_revisi(berkas: Berkas, sembilan: StatusLangkah, nomor: int) -> bool:
    """Whether what was signed has changed, or can no longer be compared, and no revision since says so."""
    catatan = berkas.kini.catatan.penandatanganan
    if catatan is None or (catatan.revisi or 0) < nomor or (catatan.sidik or catatan.sidik_teks) is None:
        return False
    return bool(sembilan.basi) or any(kurang.kode == "sidik" for kurang in sembilan.kurang)


def _basi(berkas: Berkas, no: int) -> tuple[str, ...]:
    """What of a step's approval no longer fits the values it approved."""
    if no == LANGKAH_VALIDASI:
        return tuple(validasi_basi(berkas))
    catatan = berkas.kini.catatan
    if no == 8 and catatan.pemeriksaan:
        return _naskah_basi(berkas, no, catatan.pemeriksaan, catatan.pemeriksaan.sidik)
    if no == 9 and catatan.penandatanganan:
        return _naskah_basi(berkas, no, catatan.penandatanganan, catatan.penandatanganan.sidik)
    return ()


def validasi_basi(berkas: Berkas) -> Iterator[str]:
    """The kode whose validation approved other values than stand there now."""
    ada = {b.indikator.kode for b in indikator_berlaku(berkas)}
    for _, validasi in semua_validasi(berkas):
        akhir = validasi.selesai[-1] if validasi.selesai else None
        if validasi.kode not in ada or akhir is None or akhir.sidik is None or not sidik.dikenal(akhir.sidik):
            continue
        if akhir.sidik != sidik.sidik(sidik.polos(sidik.nilai_validasi(berkas, validasi.kode))):
            yield validasi.kode


def _naskah_basi(berkas: Berkas, no: int, catatan: CatatanLangkah, tercatat: str | None) -> tuple[str, ...]:
    if tercatat is None or not sidik.dikenal(tercatat) or catatan.selesai is None:
        return ()
    kini = sidik.sidik(sidik.polos(sidik.nilai_naskah(berkas, catatan.selesai.tanggal, no)))
    return ("naskah",) if kini != tercatat else ()


def _pelaksanaan(berkas: Berkas, langkah: Langkah) -> tuple[tuple[str, ...], Waktu | None, Waktu | None]:
    """Who, from when, until when; of step 7 everybody who validated, from the first round to the last."""
    if langkah.kunci:
        catatan: CatatanLangkah | None = getattr(berkas.kini.catatan, langkah.kunci)
        if catatan is None:
            return (), None, None
        return ((catatan.oleh,) if catatan.oleh else ()), catatan.mulai, catatan.selesai
    putaran = [p for _, v in semua_validasi(berkas) for p in v.selesai]
    hari = sorted(p.tanggal for p in putaran if p.tanggal)
    oleh = tuple(dict.fromkeys(p.validator for p in putaran if p.validator))
    return oleh, Waktu(hari[0]) if hari else None, Waktu(hari[-1]) if hari else None


def _bukti(berkas: Berkas, langkah: Langkah) -> Iterator[Path]:
    """Where the evidence of a step stands, as far as it is there."""
    kini = berkas.kini
    if langkah.kunci and kini.langkah and getattr(kini.catatan, langkah.kunci):
        yield (kini.langkah.berkas, langkah.kunci)
    if langkah.no == 2:
        yield from ((file.berkas, "realisasi") for file in kini.realisasi)
    if kini.rapat and langkah.no in _DALAM_RAPAT:
        kunci = _DALAM_RAPAT[langkah.no]
        if getattr(kini.rapat.isi, kunci):
            yield (kini.rapat.berkas, kunci)
    if langkah.no == LANGKAH_VALIDASI:
        yield from ((file.berkas, "validasi") for file in kini.validasi)
    if langkah.no == 11 and kini.surat_pengantar:
        yield (kini.surat_pengantar.berkas, "nomor")


_DALAM_RAPAT = {3: "undangan", 4: "daftar_hadir", 5: "notulen"}


def jalur_nama(berkas: Berkas, no: int) -> tuple[Path, ...]:
    """Where the name of whoever carried out a step stands; of step 7 every validator whose round counts."""
    kunci = kunci_langkah(no)
    if kunci:
        catatan = getattr(berkas.kini.catatan, kunci)
        return ((*jalur_catatan(berkas, kunci), "oleh"),) if catatan and catatan.oleh else ()
    return tuple((*jalur, "validator") for jalur, v in semua_validasi(berkas) if v.selesai and v.selesai[-1].validator)


def beda(dahulu: Mapping[str, str], kini: sidik.Nilai) -> tuple[Perubahan, ...]:
    """What differs between values that were approved and those that stand there now, in the order of their paths."""
    perubahan = []
    for nama in sorted({*dahulu, *kini}):
        butir = kini.get(nama)
        baru = butir.nilai if butir else None
        if dahulu.get(nama) != baru:
            perubahan.append(Perubahan(nama, dahulu.get(nama), baru, butir.jalur if butir else ()))
    return tuple(perubahan)
