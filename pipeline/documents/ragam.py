"""The sample as little and as much as a template can meet; it refuses to know templates and what contexts hold.

What is typed changes, not what is printed: every sentence, number and gap is what the documents make of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from string import ascii_lowercase
from typing import Any, TypeVar, cast

from pydantic.fields import FieldInfo

from pipeline.documents.bahan import Bahan
from pipeline.documents.panjang import contoh, panjang
from pipeline.domain.berlaku import kebijakan_pada, skala_pada
from pipeline.domain.isian import Model
from pipeline.domain.model import (
    Berkas,
    Bukti,
    CatatanLangkah,
    CatatanSop,
    Dokumentasi,
    Hadirin,
    Indikator,
    Isi,
    KasTriwulan,
    Keputusan,
    Lampiran,
    NaskahDikirim,
    Pejabat,
    Pembahasan,
    PerjanjianKinerja,
    Revisi,
    Sasaran,
    SubKegiatan,
    TindakLanjut,
    Triwulan,
)
from pipeline.domain.pengukuran import ukur
from pipeline.domain.sop import StatusSop, status

M = TypeVar("M", bound=Model)
B = TypeVar("B", bound=SubKegiatan)
T = TypeVar("T")
Salinan = dict[str, tuple[str, ...]]
"""Kode of a sasaran, indikator or budget row → its own and those of its copies."""

INDIKATOR = 60
"""So many indikator the fullest document has, at least."""
_SALINAN = 3
_BARIS: Mapping[type[Model] | str, int] = {
    Hadirin: 60,
    Keputusan: 20,
    NaskahDikirim: 10,
    Lampiran: 10,
    Dokumentasi: 6,
    TindakLanjut: 3,
    Bukti: 3,
    "diundang": 30,
    "dasar_hukum": 15,
    "fungsi": 12,
    "agenda": 10,
    "kepada": 10,
    "instruksi": 10,
    "faktor_pendorong": 3,
    "faktor_penghambat": 3,
}
"""How many rows a list has, by the type of its rows or, of a list of texts, by its key."""
_PERINGATAN = 30
_SEBUTAN = {"kepala_badan": "a.n.", "sekretaris": "Plt.", "kasubbag": "Plh."}


def sedikit(bahan: Bahan) -> Bahan:
    """The first day of a quarter: one indikator of one unit, and nothing typed that may be left out."""
    berkas = _berkas_sedikit(bahan.berkas)
    return Bahan(berkas, ukur(berkas), (), status(berkas))


def banyak(bahan: Bahan) -> Bahan:
    """At least INDIKATOR indikator, long names and sentences, every optional part; a revision signed a.n. and Plt.

    The steps stand as they stood, although nobody approved these values.
    """
    berkas = _berkas_banyak(bahan.berkas)
    peringatan = tuple(islice(cycle(bahan.peringatan), _PERINGATAN))
    return Bahan(berkas, ukur(berkas), peringatan, _status_banyak(bahan.status))


def draf(bahan: Bahan) -> Bahan:
    """The same with no step recorded, so that its packet is a draft (of the same revision)."""
    *lalu, kini = bahan.berkas.triwulan
    langkah = replace(kini.langkah, isi=CatatanSop(revisi=kini.catatan.revisi)) if kini.langkah else None
    berkas = replace(bahan.berkas, triwulan=(*lalu, replace(kini, langkah=langkah)))
    return replace(bahan, berkas=berkas, status=status(berkas))


# --- as little as there can be -----------------------------------------------------------------------------------


def _berkas_sedikit(berkas: Berkas) -> Berkas:
    badan, sop, hari = berkas.badan.isi, berkas.sop.isi, berkas.periode.hari_terakhir
    sasaran, indikator = next(_ditunggu(berkas))
    skala = skala_pada(badan, hari)
    badan_saja = _seperlunya(
        badan,
        badan=_seperlunya(badan.badan),
        unit=tuple(unit for unit in badan.unit if unit.kode == indikator.penanggung_jawab),
        kebijakan=(_seperlunya(kebijakan_pada(badan, hari)),),
        skala_predikat=(_seperlunya(skala),) if skala else (),
    )
    satu_sasaran = _seperlunya(sasaran, indikator=(_seperlunya(indikator),))
    return replace(
        berkas,
        badan=replace(berkas.badan, isi=badan_saja),
        pk=replace(berkas.pk, isi=_seperlunya(berkas.pk.isi, sasaran=(satu_sasaran,))),
        perubahan=(),
        triwulan=(Triwulan(berkas.periode),),
        dokumen=replace(berkas.dokumen, isi=_seperlunya(berkas.dokumen.isi)),
        sop=replace(berkas.sop, isi=_seperlunya(sop, langkah=tuple(map(_seperlunya, sop.langkah)))),
    )


def _ditunggu(berkas: Berkas) -> Iterator[tuple[Sasaran, Indikator]]:
    """The indikator whose number is due in the period."""
    for sasaran in berkas.pk.isi.sasaran:
        for i in sasaran.indikator:
            if i.jenis_target == "angka" and i.target.pada(berkas.periode.tw) is not None:
                yield sasaran, i


def _seperlunya(isi: M, **ganti: Any) -> M:
    """Only what must be typed, and what is given."""
    wajib = {nama: getattr(isi, nama) for nama, isian in type(isi).model_fields.items() if isian.is_required()}
    return cast("M", isi.model_construct(**(wajib | ganti)))


# --- as much as there may be -------------------------------------------------------------------------------------


def _berkas_banyak(berkas: Berkas) -> Berkas:
    salinan: Salinan = {}
    pk = _pk_banyak(berkas.pk.isi, salinan)
    sop = berkas.sop.isi.model_copy(update={"nomor": f"000.8.6/{berkas.periode.tahun}/SOP-12"})
    *lalu, kini = berkas.triwulan
    triwulan = (*lalu, _berevisi(kini, berkas.periode.hari_terakhir))
    return replace(
        berkas,
        badan=_isi_banyak(berkas.badan, salinan),
        pk=replace(berkas.pk, isi=pk),
        perubahan=tuple(_isi_banyak(file, salinan) for file in berkas.perubahan),
        triwulan=tuple(_triwulan_banyak(satu, salinan) for satu in triwulan),
        dokumen=_isi_banyak(berkas.dokumen, salinan),
        sop=replace(berkas.sop, isi=_tumbuh(sop)),
    )


def _pk_banyak(pk: PerjanjianKinerja, salinan: Salinan) -> PerjanjianKinerja:
    """The PK with _SALINAN copies of every sasaran and program, and INDIKATOR indikator among the sasaran."""
    setiap = -(-INDIKATOR // (_SALINAN * len(pk.sasaran)))
    sasaran = tuple(_salinan_sasaran(s, setiap, salinan) for _ in range(_SALINAN) for s in pk.sasaran)
    program = tuple(_salinan_anggaran(p, ke, salinan) for ke in range(_SALINAN) for p in pk.program)
    return pk.model_copy(update={"sasaran": sasaran, "program": program})


def _salinan_sasaran(sasaran: Sasaran, setiap: int, salinan: Salinan) -> Sasaran:
    indikator = islice(cycle(sasaran.indikator), max(setiap, len(sasaran.indikator)))
    baris = tuple(_tumbuh(i).model_copy(update={"kode": _kode_baru(i.kode, salinan)}) for i in indikator)
    kode = _kode_baru(sasaran.kode, salinan)
    return _tumbuh(sasaran).model_copy(update={"kode": kode, "indikator": baris})


def _salinan_anggaran(baris: B, ke: int, salinan: Salinan) -> B:
    """A budget row with all beneath it: the lowest support the copy of their sasaran and have an anggaran kas."""
    ganti: dict[str, Any] = {"kode": _kode_baru(baris.kode, salinan)}
    if baris.sasaran:
        ganti["sasaran"] = salinan[baris.sasaran][ke]
    if baris.pagu is not None:
        ganti["anggaran_kas"] = KasTriwulan(**{f"tw{n}": baris.pagu * n / 4 for n in range(1, 5)})
    for anak in ("kegiatan", "sub_kegiatan"):
        if hasattr(baris, anak):
            ganti[anak] = tuple(_salinan_anggaran(satu, ke, salinan) for satu in getattr(baris, anak))
    return _tumbuh(baris).model_copy(update=ganti)


def _kode_baru(kode: str, salinan: Salinan) -> str:
    """The kode itself for the first, with a letter for every further one."""
    sudah = salinan.get(kode, ())
    baru = f"{kode}{ascii_lowercase[len(sudah)]}" if sudah else kode
    salinan[kode] = (*sudah, baru)
    return baru


def _berevisi(kini: Triwulan, hari: date) -> Triwulan:
    if kini.langkah is None:
        return kini
    revisi = Revisi(nomor=1, alasan="Realisasi dua indikator diperbaiki sesudah reviu Inspektorat.", tanggal=hari)
    return replace(kini, langkah=replace(kini.langkah, isi=kini.catatan.model_copy(update={"revisi": revisi})))


def _status_banyak(status: StatusSop) -> StatusSop:
    oleh = panjang(CatatanLangkah, "oleh")
    langkah = [
        replace(
            satu,
            baris=_tumbuh(satu.baris) if satu.baris else None,
            oleh=tuple(oleh(nama) if oleh else nama for nama in satu.oleh),
        )
        for satu in status.langkah
    ]
    return replace(status, langkah=tuple(langkah), revisi=1)


def _triwulan_banyak(triwulan: Triwulan, salinan: Salinan) -> Triwulan:
    def isi(berkas: Isi[M] | None) -> Isi[M] | None:
        return _isi_banyak(berkas, salinan) if berkas else None

    return replace(
        triwulan,
        realisasi=tuple(_isi_banyak(file, salinan) for file in triwulan.realisasi),
        validasi=tuple(_isi_banyak(file, salinan) for file in triwulan.validasi),
        rapat=isi(triwulan.rapat),
        langkah=isi(triwulan.langkah),
        surat_pengantar=isi(triwulan.surat_pengantar),
    )


def _isi_banyak(berkas: Isi[M], salinan: Salinan) -> Isi[M]:
    return replace(berkas, isi=_tumbuh(berkas.isi, salinan))


def _tumbuh(isi: M, salinan: Mapping[str, tuple[str, ...]] = {}) -> M:
    """With long texts, full lists, and a row for every copy of what a row is about."""
    ganti = {}
    for nama, isian in type(isi).model_fields.items():
        nilai = getattr(isi, nama)
        baru = _nilai(type(isi), nama, isian, nilai, salinan)
        if baru != nilai:
            ganti[nama] = baru
    return isi.model_copy(update=ganti | _sebutan(isi))


def _nilai(jenis: type[Model], nama: str, isian: FieldInfo, nilai: Any, salinan: Mapping[str, tuple[str, ...]]) -> Any:
    lebih = panjang(jenis, nama)
    if isinstance(nilai, Model):
        return _tumbuh(nilai, salinan)
    if isinstance(nilai, tuple) and nilai and isinstance(nilai[0], Model):
        return _penuh(type(nilai[0]), [b for baris in nilai for b in _baris(baris, salinan)])
    if isinstance(nilai, tuple) and nilai and lebih:
        return _penuh(nama, [lebih(teks) for teks in nilai])
    if isinstance(nilai, str) and lebih:
        return lebih(nilai)
    return (contoh(jenis, nama, isian) or None) if nilai is None else nilai


def _baris(baris: M, salinan: Mapping[str, tuple[str, ...]]) -> Iterator[M]:
    tumbuh = _tumbuh(baris, salinan)
    tentang = "sasaran" if isinstance(baris, Pembahasan) else "kode"
    kode = getattr(baris, tentang, None)
    for baru in salinan.get(str(kode), (kode,)):
        yield tumbuh if baru == kode else tumbuh.model_copy(update={tentang: baru})


def _penuh(apa: type[Model] | str, baris: Sequence[T]) -> tuple[T, ...]:
    return tuple(islice(cycle(baris), max(len(baris), _BARIS.get(apa, 0))))


def _sebutan(isi: Model) -> dict[str, str]:
    """Officials who sign for another, so that a signature has every line it can have."""
    if not isinstance(isi, Pejabat) or isi.peran not in _SEBUTAN:
        return {}
    return {"sebutan": _SEBUTAN[isi.peran], "jabatan_definitif": "Sekretaris"}
