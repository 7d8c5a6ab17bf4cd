"""The surat pengantar (SOP step 11): its fields as finished text; it refuses to number or date a letter by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pipeline.documents.arti import Arti
from pipeline.documents.bahan import Bahan
from pipeline.documents.bahasa import TITIK_TITIK, dengan_terbilang, triwulan
from pipeline.documents.kop import Kop, kop
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan, tempat_tanggal
from pipeline.domain.model import Badan, Berkas, NaskahDikirim, SuratPengantar
from pipeline.domain.periode import Periode

_PERANTARA = ("melalui ", "c.q. ", "u.p. ")


@dataclass(frozen=True, slots=True)
class Naskah:
    """One row of the table of what is sent."""

    no: Annotated[str, Arti("Nomor urut dengan titik")]
    uraian: Annotated[str, Arti("Naskah dinas yang dikirim")]
    banyaknya: Annotated[str, Arti("Jumlah dengan terbilang dan satuannya, seperti “1 (satu) berkas”")]
    keterangan: Annotated[str, Arti("Keterangan pengiriman", boleh_kosong=True)]


@dataclass(frozen=True, slots=True)
class SuratPengantarKonteks:
    """The fields of surat-pengantar.docx; dots stand for what is not known yet."""

    kop: Annotated[Kop, Arti("Kop surat Badan")]
    tempat_tanggal: Annotated[str, Arti("Tempat dan tanggal surat")]
    kepada: Annotated[str, Arti("Jabatan yang dituju, dicetak sesudah “Yth.”")]
    melalui: Annotated[str, Arti("Jabatan perantara, didahului “melalui”, “c.q.”, atau “u.p.”", boleh_kosong=True)]
    di: Annotated[str, Arti("Tempat tujuan")]
    nomor: Annotated[str, Arti("Nomor surat pengantar")]
    naskah: Annotated[tuple[Naskah, ...], Arti("Naskah dinas yang dikirim, satu baris setiap naskah")]
    pengirim: Annotated[PenandaTangan, Arti("Penanda tangan surat pengantar")]


def konteks(bahan: Bahan) -> SuratPengantarKonteks:
    """The letter of the period, with room for what is not there yet, and for its number until the naskah is sah."""
    berkas = bahan.berkas
    badan = berkas.badan.isi
    surat = berkas.kini.surat_pengantar.isi if berkas.kini.surat_pengantar else SuratPengantar()
    if not bahan.status.keadaan.sudah_sah:
        surat = surat.model_copy(update={"nomor": None, "tanggal": None})
    return SuratPengantarKonteks(
        kop=kop(badan.badan),
        tempat_tanggal=tempat_tanggal(badan.badan.tempat, surat.tanggal),
        kepada=surat.kepada or TITIK_TITIK,
        melalui=_melalui(surat),
        di=surat.di or TITIK_TITIK,
        nomor=surat.nomor or ruang_nomor(badan.badan, berkas.periode),
        naskah=tuple(_naskah(i, n) for i, n in enumerate(surat.naskah or _naskah_bawaan(berkas), 1)),
        pengirim=penanda_tangan(badan, surat.pengirim, _hari(bahan, surat)),
    )


def _hari(bahan: Bahan, surat: SuratPengantar) -> date:
    """The day that decides who signs: the letter's, else that of the signature page, else the period's last."""
    return surat.tanggal or bahan.tanggal(9) or bahan.berkas.periode.hari_terakhir


def _melalui(surat: SuratPengantar) -> str:
    if surat.melalui is None:
        return ""
    return surat.melalui if surat.melalui.startswith(_PERANTARA) else f"melalui {surat.melalui}"


def ruang_nomor(badan: Badan, periode: Periode) -> str:
    """Room for the number, in the agency's pattern where it has one; a letter of TW IV bears next year's number."""
    if badan.pola_nomor_surat is None:
        return TITIK_TITIK
    isi = {"{klasifikasi}": "………", "{urut}": "………", "{bulan}": "…", "{tahun}": str(periode.tahun + periode.tw // 4)}
    nomor = badan.pola_nomor_surat
    for kunci, ganti in isi.items():
        nomor = nomor.replace(kunci, ganti)
    return nomor


def _naskah_bawaan(berkas: Berkas) -> tuple[NaskahDikirim, ...]:
    badan, periode = berkas.badan.isi.badan, berkas.periode
    judul = f"Dokumen Pengukuran Kinerja {badan.nama} {triwulan(periode.tw)} Tahun {periode.tahun}"
    return (NaskahDikirim(uraian=judul, banyaknya=1, satuan="berkas", keterangan=None),)


def _naskah(nomor: int, naskah: NaskahDikirim) -> Naskah:
    return Naskah(
        no=f"{nomor}.",
        uraian=naskah.uraian,
        banyaknya=dengan_terbilang(naskah.banyaknya, naskah.satuan),
        keterangan=naskah.keterangan or "",
    )
