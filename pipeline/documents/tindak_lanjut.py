"""What became of the follow-ups of the quarter before: each one with its answer, or named as unanswered."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.documents import bahasa, narasi, nilai
from pipeline.documents.baris import BarisTindakLanjutLalu, TindakLanjutLalu
from pipeline.domain.model import Berkas, IsianRealisasi, JawabanTindakLanjut, TindakLanjut, Triwulan

_STATUS = {"selesai": "selesai", "berjalan": "sedang berjalan", "belum": "belum dilaksanakan"}
BELUM_DIJAWAB = "belum dijawab"


def tindak_lanjut_lalu(berkas: Berkas) -> TindakLanjutLalu:
    """The follow-ups which the quarter before planned, with what the period's files say of each."""
    sebelum = berkas.periode.sebelumnya
    nama = f"{bahasa.triwulan(sebelum.tw)} Tahun {sebelum.tahun}"
    lalu = next((t for t in berkas.triwulan if t.periode == sebelum), None)
    if lalu is None:
        return TindakLanjutLalu(
            nama, f"Data {nama} tidak tersedia, sehingga tidak ada tindak lanjut yang diperiksa.", ()
        )
    baris = tuple(_baris(berkas, lalu))
    if not baris:
        return TindakLanjutLalu(nama, f"Tidak ada tindak lanjut yang direncanakan pada {nama}.", ())
    bagian = [(sum(b.status == s for b in baris), s) for s in (*_STATUS.values(), BELUM_DIJAWAB)]
    benda = f"tindak lanjut yang direncanakan pada {nama}"
    return TindakLanjutLalu(nama, narasi.kalimat_rincian(len(baris), benda, bagian), baris)


def isian(triwulan: Triwulan) -> dict[str, IsianRealisasi]:
    """What the units reported in a quarter, by kode."""
    return {i.kode: i for file in triwulan.realisasi for i in file.isi.realisasi}


def _baris(berkas: Berkas, lalu: Triwulan) -> Iterator[BarisTindakLanjutLalu]:
    dulu, kini, urut = isian(lalu), isian(berkas.kini), 0
    for kode in (i.kode for i in berkas.pk.isi.indikator if i.kode in dulu):
        jawaban = kini[kode].tindak_lanjut_lalu if kode in kini else ()
        for nomor, t in enumerate(dulu[kode].tindak_lanjut, 1):
            urut += 1
            yield _satu(urut, kode, t, next((j for j in jawaban if j.nomor == nomor), None))


def _satu(urut: int, kode: str, t: TindakLanjut, j: JawabanTindakLanjut | None) -> BarisTindakLanjutLalu:
    return BarisTindakLanjutLalu(
        nomor=str(urut),
        kode=kode,
        uraian=t.uraian,
        pic=t.pic or nilai.BELUM_DIISI,
        batas_waktu=nilai.tanggal(t.batas_waktu),
        status=_STATUS[j.status] if j and j.status else BELUM_DIJAWAB,
        keterangan=(j.keterangan if j else None) or nilai.KOSONG,
    )
