"""The lembar kendali of the SOP: its eleven steps as they were carried out, beside how they should have been."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pipeline import messages
from pipeline.documents import bahasa
from pipeline.documents.arti import Arti
from pipeline.documents.bahan import Bahan
from pipeline.documents.kop import Kop, kop
from pipeline.documents.nilai import BELUM_DIISI, KOSONG
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan, tempat_tanggal
from pipeline.documents.waktu import lama, rentang
from pipeline.domain.sop import LENGKAP_SESUDAH, StatusLangkah


@dataclass(frozen=True, slots=True)
class BarisKendali:
    """One step of the SOP."""

    nomor: Annotated[str, Arti("Nomor langkah dengan titik")]
    kegiatan: Annotated[str, Arti("Kegiatan menurut SOP")]
    terkait: Annotated[str, Arti("Nama SOP lain yang terkait", boleh_kosong=True)]
    pelaksana: Annotated[str, Arti("Pelaksana menurut SOP")]
    kelengkapan: Annotated[str, Arti("Kelengkapan menurut SOP")]
    waktu_baku: Annotated[str, Arti("Waktu baku menurut SOP, dengan satuannya")]
    waktu: Annotated[str, Arti("Saat langkah dimulai dan selesai")]
    durasi: Annotated[str, Arti("Lama pelaksanaan di dalam jam kerja, dengan satuannya", boleh_kosong=True)]
    melebihi: Annotated[bool, Arti("Ya bila pelaksanaan melebihi waktu baku")]
    output: Annotated[str, Arti("Output menurut SOP")]
    oleh: Annotated[str, Arti("Nama yang melaksanakan")]
    keadaan: Annotated[str, Arti("Keadaan langkah, seperti “selesai”")]


@dataclass(frozen=True, slots=True)
class LembarKendaliKonteks:
    """The fields of lembar-kendali-sop.docx."""

    kop: Annotated[Kop, Arti("Kop surat Badan")]
    sop: Annotated[str, Arti("Nama SOP")]
    nomor: Annotated[str, Arti("Nomor SOP", boleh_kosong=True)]
    periode: Annotated[str, Arti("Triwulan dan tahun yang diukur, seperti “Triwulan III Tahun 2026”")]
    keadaan: Annotated[str, Arti("Keadaan naskah, seperti “lengkap”")]
    revisi: Annotated[str, Arti("Nomor revisi naskah, seperti “Revisi 1”", boleh_kosong=True)]
    kalimat: Annotated[str, Arti("Kalimat banyaknya langkah yang selesai, dengan langkah berikutnya")]
    baris: Annotated[tuple[BarisKendali, ...], Arti("Kesebelas langkah SOP")]
    tempat_tanggal: Annotated[str, Arti("Tempat dan tanggal langkah terakhir")]
    pejabat: Annotated[PenandaTangan, Arti("Penanda tangan: Kasubbag")]


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
