"""Who may carry out a step of the SOP on a day: officials in force, also Plt., Plh. or a.n.; it knows no evidence."""

from __future__ import annotations

from datetime import date

from pipeline.domain.model import BarisSop, Berkas, BerkasBadan, Pejabat

LANGKAH_VALIDASI = 7
_PERAN_TETAP = {8: ("sekretaris",), 9: ("kepala_badan",)}
"""The Sekretaris examines and the Kepala Badan signs, whatever data/sop.yaml says: these two steps are approvals."""


def bertugas(badan: BerkasBadan, hari: date) -> tuple[Pejabat, ...]:
    """The officials in force on a day whom nobody has replaced."""
    ada = [p for p in badan.pejabat if _berlaku(p, hari)]
    return tuple(p for p in ada if not any(_menggantikan(lain, p) for lain in ada))


def _berlaku(p: Pejabat, hari: date) -> bool:
    return p.berlaku_sejak <= hari and (p.berlaku_sampai is None or hari <= p.berlaku_sampai)


def _menggantikan(baru: Pejabat, lama: Pejabat) -> bool:
    """A later row of the same peran and unit; validators of a unit are many, and a.n. acts beside the one it names."""
    if baru.peran == "validator" or baru.sebutan == "a.n.":
        return False
    return (baru.peran, baru.unit) == (lama.peran, lama.unit) and baru.berlaku_sejak > lama.berlaku_sejak


def baris_sop(berkas: Berkas, no: int) -> BarisSop | None:
    """The row of data/sop.yaml with this number."""
    return next((baris for baris in berkas.sop.isi.langkah if baris.no == no), None)


def pelaksana(berkas: Berkas, no: int, hari: date, unit: str | None = None) -> tuple[Pejabat, ...]:
    """The officials who may carry out a step on a day; step 7 only those of the `unit`."""
    baris = baris_sop(berkas, no)
    peran = _PERAN_TETAP.get(no) or (baris.peran if baris else ())
    boleh = [p for p in bertugas(berkas.badan.isi, hari) if p.peran in peran]
    if no == LANGKAH_VALIDASI:
        boleh = [p for p in boleh if p.unit is not None and unit in (None, p.unit)]
    return tuple(boleh)


def berwenang(berkas: Berkas, no: int, nama: str, hari: date, unit: str | None = None) -> Pejabat | None:
    """The official of this name who may carry out the step on that day; None where nobody is."""
    return next((p for p in pelaksana(berkas, no, hari, unit) if sama_nama(p.nama, nama)), None)


def penanda_tangan(berkas: Berkas, no: int, hari: date, *, tercatat: bool) -> Pejabat | None:
    """Who stands on paper for step 1, 6, 8 or 9: whoever its record names (`tercatat`), else the role's own official.

    One who acts a.n. stands there only where the record says so.
    """
    kunci, peran = _PENANDA_TANGAN[no]
    catatan = getattr(berkas.kini.catatan, kunci) if tercatat else None
    if catatan and catatan.oleh and (pejabat := berwenang(berkas, no, catatan.oleh, hari)):
        return pejabat
    sendiri = [p for p in bertugas(berkas.badan.isi, hari) if p.peran == peran and p.sebutan != "a.n."]
    return sendiri[-1] if sendiri else None


_PENANDA_TANGAN = {
    1: ("disposisi", "kepala_badan"),
    6: ("penyusunan", "kasubbag"),
    8: ("pemeriksaan", "sekretaris"),
    9: ("penandatanganan", "kepala_badan"),
}


def sama_nama(satu: str, dua: str) -> bool:
    """Whether two names are the same but for capitals and blanks."""
    return _rapi(satu) == _rapi(dua)


def _rapi(nama: str) -> str:
    return "".join(nama.casefold().split())
