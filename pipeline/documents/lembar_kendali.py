"""The lembar kendali of the SOP: its eleven steps as they were carried out, beside how they should have been."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline import messages
from pipeline.documents import bahasa
from pipeline.documents.bahan import Bahan
from pipeline.documents.kop import Kop, kop
from pipeline.documents.nilai import BELUM_DIISI, KOSONG
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan, tempat_tanggal
from pipeline.documents.waktu import lama, rentang
from pipeline.domain.sop import LENGKAP_SESUDAH, StatusLangkah


@dataclass(frozen=True, slots=True)
class BarisKendali:
    """One step. `terkait` (another SOP) and `durasi` may be empty; `melebihi`: it took longer than `waktu_baku`."""

    nomor: str
    kegiatan: str
    terkait: str
    pelaksana: str
    kelengkapan: str
    waktu_baku: str
    waktu: str
    durasi: str
    melebihi: bool
    output: str
    oleh: str
    keadaan: str


@dataclass(frozen=True, slots=True)
class LembarKendaliKonteks:
    """The fields of lembar-kendali-sop.docx; `sop` is the SOP's name, `nomor` its number or empty.

    `keadaan` says what the packet is, `revisi` is "Revisi 1" or empty, `kalimat` counts the steps that are done.
    """

    kop: Kop
    sop: str
    nomor: str
    periode: str
    keadaan: str
    revisi: str
    kalimat: str
    baris: tuple[BarisKendali, ...]
    tempat_tanggal: str
    pejabat: PenandaTangan


def konteks(bahan: Bahan) -> LembarKendaliKonteks:
    """The lembar as the inputs prove it now; the Kasubbag keeps it."""
    badan, periode, sop = bahan.berkas.badan.isi, bahan.berkas.periode, bahan.berkas.sop.isi
    hari = bahan.tanggal(LENGKAP_SESUDAH)
    return LembarKendaliKonteks(
        kop=kop(badan.badan),
        sop=sop.nama,
        nomor=sop.nomor or "",
        periode=f"{bahasa.triwulan(periode.tw)} Tahun {periode.tahun}",
        keadaan=messages.text(f"sop.paket.{bahan.status.keadaan}", "id"),
        revisi=bahan.revisi,
        kalimat=_kalimat(bahan),
        baris=tuple(_baris(langkah) for langkah in bahan.status.langkah),
        tempat_tanggal=tempat_tanggal(badan.badan.tempat, hari),
        pejabat=penanda_tangan(badan, "kasubbag", hari or periode.hari_terakhir),
    )


def _kalimat(bahan: Bahan) -> str:
    """ "Dari 11 langkah, 7 selesai; langkah berikutnya ialah langkah 8." """
    semua, berikutnya = bahan.status.langkah, bahan.status.berikutnya
    if berikutnya is None:
        return f"Seluruh {len(semua)} langkah selesai."
    selesai = sum(langkah.sudah for langkah in semua) or "belum ada yang"
    return f"Dari {len(semua)} langkah, {selesai} selesai; langkah berikutnya ialah langkah {berikutnya.no}."


def _baris(langkah: StatusLangkah) -> BarisKendali:
    baris = langkah.baris
    return BarisKendali(
        nomor=f"{langkah.no}.",
        kegiatan=baris.kegiatan if baris else KOSONG,
        terkait=(baris.keterangan or "") if baris else "",
        pelaksana=baris.pelaksana if baris else KOSONG,
        kelengkapan=baris.kelengkapan if baris else KOSONG,
        waktu_baku=str(baris.waktu_baku) if baris else KOSONG,
        waktu=rentang(langkah.mulai, langkah.selesai),
        durasi=lama(langkah.durasi) if langkah.durasi else "",
        melebihi=langkah.durasi is not None and langkah.durasi.melebihi,
        output=baris.output if baris else KOSONG,
        oleh="; ".join(langkah.oleh) or BELUM_DIISI,
        keadaan=messages.text(f"sop.keadaan.{langkah.keadaan}", "id"),
    )
