"""How long a typed text can become: names, officials, sentences; it refuses to know which values are repeated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from textwrap import wrap

from pydantic.fields import FieldInfo

from pipeline.domain.isian import Model
from pipeline.domain.model import (
    Badan,
    Bukti,
    Hadirin,
    Indikator,
    Kegiatan,
    Pejabat,
    PerubahanIndikator,
    PerubahanPK,
    Program,
    Sasaran,
    SubKegiatan,
    Unit,
)

Panjang = Callable[[str], str]
_EKOR_JUDUL = (
    " pada seluruh perangkat daerah, kecamatan, dan kelurahan di lingkungan pemerintah kabupaten menurut hasil evaluasi"
    " tahunan yang ditetapkan dengan keputusan bupati"
)
_EKOR_JABATAN = ", Penelitian, Pengembangan, Inovasi Daerah, dan Evaluasi Pembangunan"
_EKOR_TUGAS = " selaku anggota tim evaluasi akuntabilitas kinerja dan reformasi birokrasi kabupaten"
_EKOR_BERKAS = ", bukti dukung, dan dokumen pendukung lain dari Sekretariat/Bidang"
_MENGGANTUNG = ("dan", "di", "yang", "pada", "menurut", "dengan")
_KALI, _KALIMAT_TERPANJANG = 3, 600


def panjang(jenis: type[Model], nama: str) -> Panjang | None:
    """What makes the text of a key long; None for a kode, a number, a date and what has one form."""
    return _MENURUT_JENIS.get((jenis, nama), _MENURUT_ISIAN.get(nama))


def contoh(jenis: type[Model], nama: str, isian: FieldInfo) -> str:
    """A text for a key that the sample leaves out; empty where it has to stay so.

    Only sentences: a key of a PK perubahan would change the PK, and an office or a person needs somebody to hold it.
    """
    if isian.is_required() or jenis in (PerubahanIndikator, PerubahanPK) or panjang(jenis, nama) is not _kalimat:
        return ""
    return _kalimat(f"{isian.description}, ditulis sepanjang yang mungkin untuk mencoba templat.")


def _disambung(ekor: str, batas: int, teks: str) -> str:
    """A name with more behind it, up to so many characters, ended at a word."""
    kata = wrap(teks + ekor, max(batas, len(teks)))[0].split()
    while kata[-1] in _MENGGANTUNG:
        kata.pop()
    return " ".join(kata).rstrip(",")


def _orang(nama: str) -> str:
    """A person with more names and more titles."""
    depan, koma, gelar = nama.partition(",")
    return f"{depan} Kusumawardhana Hadiningrat{koma}{gelar}, S.H., Ph.D."


def _kalimat(teks: str) -> str:
    """A text that says itself three times, where it is not long already."""
    kali = max(1, min(_KALI, _KALIMAT_TERPANJANG // len(teks)))
    return (" " if teks.endswith(".") else "; ").join([teks] * kali)


_JUDUL, _JABATAN = partial(_disambung, _EKOR_JUDUL, 200), partial(_disambung, _EKOR_JABATAN, 100)
_TUGAS, _BERKAS = partial(_disambung, _EKOR_TUGAS, 100), partial(_disambung, _EKOR_BERKAS, 100)
_MENURUT_ISIAN: Mapping[str, Panjang] = {
    **dict.fromkeys(("judul", "hal", "kegiatan"), _JUDUL),
    **dict.fromkeys(("jabatan", "instansi"), _JABATAN),
    **dict.fromkeys(("pic", "kepada", "melalui", "diundang", "pelaksana"), _TUGAS),
    **dict.fromkeys(("kelengkapan", "output"), _BERKAS),
    **dict.fromkeys(("oleh", "validator", "pimpinan", "notulis"), _orang),
    **dict.fromkeys(("definisi", "sumber_data", "dasar_hitung", "penjelasan", "alasan", "uraian", "catatan"), _kalimat),
    **dict.fromkeys(("keterangan", "pembukaan", "tugas", "fungsi", "agenda", "instruksi", "dasar_hukum"), _kalimat),
    **dict.fromkeys(("faktor_pendorong", "faktor_penghambat", "tindak_lanjut", "bukti"), _kalimat),
}
_MENURUT_JENIS: Mapping[tuple[type[Model], str], Panjang] = {
    **{(jenis, "nama"): _JUDUL for jenis in (Indikator, PerubahanIndikator, Sasaran, Program, Kegiatan, SubKegiatan)},
    **{(jenis, "nama"): _JABATAN for jenis in (Badan, Unit)},
    **{(jenis, "nama"): _orang for jenis in (Pejabat, Hadirin)},
    (Bukti, "uraian"): _BERKAS,
}
