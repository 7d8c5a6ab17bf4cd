"""Bab IV: the meeting with its attendance, minutes and corrections, the units' validation and the automatic checks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pipeline import messages
from pipeline.documents import bahasa, narasi, nilai
from pipeline.documents.bahan import Bahan
from pipeline.documents.baris import (
    BagianRapat,
    BagianValidasi,
    BarisHadir,
    BarisKeputusan,
    BarisKoreksi,
    BarisPembahasan,
    BarisPeringatan,
    BarisValidasi,
    Foto,
    ValidasiUnitTercetak,
)
from pipeline.domain.hasil import Pengukuran
from pipeline.domain.model import Berkas, Hadirin, Notulen, Rapat, Undangan, Unit, ValidasiIndikator, ValidasiUnit
from pipeline.media import Image
from pipeline.problems import Problem

_UNDANGAN = "undangan "

# --- the meeting -------------------------------------------------------------------------------------------------


def isi_rapat(berkas: Berkas) -> tuple[Rapat, Undangan, Notulen]:
    """What was typed of the quarter's meeting; empty forms where there is nothing yet."""
    rapat = berkas.kini.rapat.isi if berkas.kini.rapat else Rapat()
    return rapat, rapat.undangan or Undangan(), rapat.notulen or Notulen()


def hari_rapat(bahan: Bahan) -> date | None:
    """The day of the meeting: as invited, else as recorded (SOP step 4)."""
    _, u, _ = isi_rapat(bahan.berkas)
    return u.tanggal_rapat or bahan.tanggal(4)


def nama_rapat(berkas: Berkas) -> str:
    """What was met for: the hal of the invitation without the word for the letter itself."""
    hal = (isi_rapat(berkas)[1].hal or "").strip()
    if not hal:
        return f"Rapat Pembahasan Pengukuran Kinerja {bahasa.triwulan(berkas.periode.tw)} Tahun {berkas.periode.tahun}"
    tanpa = hal[len(_UNDANGAN) :] if hal.lower().startswith(_UNDANGAN) else hal
    return tanpa[0].upper() + tanpa[1:]


def bagian_rapat(berkas: Berkas, p: Pengukuran) -> BagianRapat:
    """The meeting as far as it took place (SOP steps 3–5)."""
    rapat, u, n = isi_rapat(berkas)
    return BagianRapat(
        kalimat=_kalimat(rapat),
        ada_undangan=rapat.ada_undangan,
        nomor=u.nomor or nilai.BELUM_DIISI,
        tanggal_surat=nilai.tanggal(u.tanggal),
        sifat=u.sifat,
        lampiran=u.lampiran,
        hal=u.hal or nilai.BELUM_DIISI,
        hari_tanggal=bahasa.hari_tanggal(u.tanggal_rapat) if u.tanggal_rapat else nilai.BELUM_DIISI,
        waktu=u.waktu or nilai.BELUM_DIISI,
        tempat=u.tempat or nilai.BELUM_DIISI,
        agenda=u.agenda,
        diundang=u.diundang,
        kalimat_hadir=kalimat_hadir(rapat.daftar_hadir),
        hadir=tuple(baris_hadir(nomor, h) for nomor, h in enumerate(rapat.daftar_hadir, 1)),
        ada_notulen=rapat.ada_notulen,
        pimpinan=n.pimpinan or nilai.BELUM_DIISI,
        notulis=n.notulis or nilai.BELUM_DIISI,
        pukul=pukul(n),
        pembukaan=n.pembukaan or "",
        pembahasan=baris_pembahasan(p, n),
        keputusan=baris_keputusan(n),
        kalimat_keputusan=kalimat_keputusan(n),
        koreksi=tuple(baris_koreksi(rapat, p)),
        kalimat_koreksi=_kalimat_koreksi_diukur(rapat),
        foto=foto(n),
    )


def _kalimat(rapat: Rapat) -> str:
    if not rapat.ada_notulen and not rapat.ada_undangan:
        return "Rapat pembahasan belum dilaksanakan."
    if not rapat.ada_notulen:
        return "Undangan rapat pembahasan sudah disiapkan; notulen rapat belum dibuat."
    u = rapat.undangan or Undangan()
    bagian = (
        f"pada hari {bahasa.hari_tanggal(u.tanggal_rapat)}" if u.tanggal_rapat else "",
        f"bertempat di {u.tempat}" if u.tempat else "",
    )
    waktu = ", ".join(b for b in bagian if b)
    return bahasa.kalimat(f"Rapat pembahasan data dan informasi kinerja dilaksanakan {waktu}")


def kalimat_hadir(hadirin: tuple[Hadirin, ...]) -> str:
    if not hadirin:
        return "Daftar hadir rapat belum diisi."
    hadir = sum(h.hadir for h in hadirin)
    bagian = [(hadir, "hadir"), (len(hadirin) - hadir, "tidak hadir")]
    return narasi.kalimat_rincian(len(hadirin), "orang dalam daftar hadir", bagian)


def baris_hadir(nomor: int, h: Hadirin) -> BarisHadir:
    """One person invited: who, from where, and whether he was there."""
    kehadiran = "hadir" if h.hadir else "tidak hadir"
    return BarisHadir(
        nomor=str(nomor),
        nama=h.nama,
        nip=f"NIP. {bahasa.nip(h.nip)}" if h.nip else "",
        jabatan=f"{h.jabatan}, {h.instansi}" if h.instansi else h.jabatan,
        keterangan=f"{kehadiran} ({bahasa.tanpa_titik(h.keterangan)})" if h.keterangan else kehadiran,
    )


def pukul(n: Notulen) -> str:
    """ "09.15 WIB s.d. 12.20 WIB", as far as it was typed."""
    if n.mulai and n.selesai:
        return f"{n.mulai} s.d. {n.selesai}"
    return n.mulai or n.selesai or nilai.BELUM_DIISI


def baris_pembahasan(p: Pengukuran, n: Notulen) -> tuple[BarisPembahasan, ...]:
    """What was said, sasaran by sasaran."""
    return tuple(
        BarisPembahasan(str(nomor), _nama_sasaran(p, b.sasaran), b.uraian or nilai.BELUM_DIISI)
        for nomor, b in enumerate(n.pembahasan, 1)
    )


def baris_keputusan(n: Notulen) -> tuple[BarisKeputusan, ...]:
    """What was decided, with who does it and by when."""
    return tuple(
        BarisKeputusan(str(nomor), k.uraian, k.pic or nilai.BELUM_DIISI, nilai.tanggal(k.batas_waktu))
        for nomor, k in enumerate(n.keputusan, 1)
    )


def kalimat_keputusan(n: Notulen) -> str:
    """What stands in place of the decisions; empty where there are any."""
    return "" if n.keputusan else "Rapat tidak mencatat keputusan."


def foto(n: Notulen) -> tuple[Foto, ...]:
    """The photos, at most 120 × 80 mm, with their captions as alt text."""
    return tuple(Foto(Image(f"data/{d.berkas}", 120, 80, d.keterangan), d.keterangan) for d in n.dokumentasi)


def _nama_sasaran(p: Pengukuran, kode: str) -> str:
    return next((f"{s.sasaran.kode} {s.sasaran.nama}" for s in p.sasaran if s.sasaran.kode == kode), kode)


def baris_koreksi(rapat: Rapat, p: Pengukuran) -> Iterator[BarisKoreksi]:
    """The typed values that the meeting corrected."""
    nama = {h.indikator.kode: h.indikator.nama for h in p.indikator}
    for k in rapat.koreksi:
        yield BarisKoreksi(k.kode, nama.get(k.kode, ""), nilai.nilai(k.semula), nilai.nilai(k.menjadi), k.alasan)


def kalimat_koreksi(rapat: Rapat) -> str:
    """How many values the meeting corrected, and where none that it corrected none."""
    jumlah = len(rapat.koreksi)
    if not jumlah and not rapat.ada_notulen:
        return "Belum ada koreksi realisasi karena notulen rapat pembahasan belum ada."
    if not jumlah:
        return "Rapat tidak mengoreksi realisasi yang dilaporkan."
    return f"Rapat mengoreksi {_banyak(jumlah)} realisasi yang dilaporkan."


def _kalimat_koreksi_diukur(rapat: Rapat) -> str:
    akibat = " Nilai yang diukur dalam dokumen ini adalah nilai hasil koreksi." if rapat.koreksi else ""
    return kalimat_koreksi(rapat) + akibat


def _banyak(jumlah: int) -> str:
    return "satu" if jumlah == 1 else str(jumlah)


# --- validation --------------------------------------------------------------------------------------------------


def bagian_validasi(berkas: Berkas, p: Pengukuran, peringatan: tuple[Problem, ...]) -> BagianValidasi:
    """The rounds of every unit (SOP step 7) and the findings of the automatic checks."""
    return BagianValidasi(
        kalimat=kalimat_validasi(berkas, p),
        lengkap=None not in _hasil_validasi(berkas, p),
        unit=tuple(_unit(berkas, p, u) for u in berkas.badan.isi.unit),
        kalimat_peringatan=_kalimat_peringatan(len(peringatan)),
        peringatan=tuple(_peringatan(nomor, m) for nomor, m in enumerate(peringatan, 1)),
    )


def kalimat_validasi(berkas: Berkas, p: Pengukuran) -> str:
    """How many indikator were found sesuai in their last round."""
    hasil = _hasil_validasi(berkas, p)
    bagian = [
        (hasil.count("sesuai"), "dinyatakan sesuai"),
        (hasil.count("tidak sesuai"), "dinyatakan tidak sesuai"),
        (hasil.count(None), "belum divalidasi"),
    ]
    return narasi.kalimat_rincian(len(hasil), "indikator", bagian)


def _hasil_validasi(berkas: Berkas, p: Pengukuran) -> list[str | None]:
    """What the last round of each indikator says; None where there is none yet."""
    akhir = {v.kode: v.hasil for f in berkas.kini.validasi for v in f.isi.validasi}
    return [akhir.get(h.indikator.kode) for h in p.indikator]


def _unit(berkas: Berkas, p: Pengukuran, unit: Unit) -> ValidasiUnitTercetak:
    file = next((f for f in berkas.kini.validasi if f.isi.unit == unit.kode), None)
    if file is None or not any(v.selesai for v in file.isi.validasi):
        milik = any(h.indikator.penanggung_jawab == unit.kode for h in p.indikator)
        keterangan = "belum menyampaikan hasil validasi" if milik else "tidak mempunyai indikator yang divalidasi"
        return ValidasiUnitTercetak(unit.nama, f"{unit.nama} {keterangan}.", ())
    nama = {h.indikator.kode: h.indikator.nama for h in p.indikator}
    baris = tuple(b for v in file.isi.validasi for b in _putaran(v, nama.get(v.kode, "")))
    sudah = {v.kode for v in file.isi.validasi if v.selesai}
    belum = sum(h.indikator.penanggung_jawab == unit.kode and h.indikator.kode not in sudah for h in p.indikator)
    return ValidasiUnitTercetak(unit.nama, _kalimat_unit(unit, file.isi, belum), baris)


def _kalimat_unit(unit: Unit, validasi: ValidasiUnit, belum: int) -> str:
    akhir = [v.hasil for v in validasi.validasi if v.selesai]
    ulang = sum(len(v.selesai) > 1 for v in validasi.validasi)
    bagian = [(akhir.count("sesuai"), "dinyatakan sesuai"), (akhir.count("tidak sesuai"), "dinyatakan tidak sesuai")]
    dasar = narasi.kalimat_rincian(len(akhir), f"indikator yang divalidasi {unit.nama}", bagian)
    if ulang:
        dasar += f" Sebanyak {_banyak(ulang)} indikator divalidasi lebih dari satu putaran."
    return f"{dasar} Sebanyak {_banyak(belum)} indikator belum divalidasi." if belum else dasar


def _putaran(v: ValidasiIndikator, nama: str) -> Iterator[BarisValidasi]:
    for nomor, r in enumerate(v.putaran, 1):
        bagian = (
            ("", r.catatan),
            ("Bukti: ", r.bukti),
            ("Tindak lanjut: ", r.tindak_lanjut),
        )
        yield BarisValidasi(
            pertama=nomor == 1,
            kode=v.kode,
            indikator=nama,
            putaran=str(nomor),
            tanggal=nilai.tanggal(r.tanggal),
            validator=r.validator or nilai.BELUM_DIISI,
            hasil=r.hasil or nilai.BELUM_DIISI,
            catatan=" ".join(f"{awal}{bahasa.kalimat(isi)}" for awal, isi in bagian if isi) or nilai.KOSONG,
        )


def _kalimat_peringatan(jumlah: int) -> str:
    if not jumlah:
        return "Pemeriksaan otomatis tidak menemukan hal yang perlu diperhatikan."
    return (
        f"Pemeriksaan otomatis menemukan {_banyak(jumlah)} hal yang perlu diperhatikan. "
        "Temuan ini tidak menghentikan penyusunan dokumen."
    )


def _peringatan(nomor: int, m: Problem) -> BarisPeringatan:
    isian = {kunci: _tertulis(kunci, str(isi)) for kunci, isi in m.args.items()}
    pesan = messages.text(f"masalah.{m.code}", "id", **isian)
    return BarisPeringatan(str(nomor), bahasa.lengket(bahasa.kalimat(pesan)), _tempat(m))


def _tertulis(kunci: str, isi: str) -> str:
    """A finding's numbers, dates and keys as the document writes them; everything else, such as a kode, as it is."""
    if kunci in ("capaian", "nilai"):
        return bahasa.angka(Decimal(isi))
    if kunci in ("kurang", "peran"):
        return bahasa.gabung([k.replace("_", " ") for k in isi.split(", ")])
    return bahasa.tanggal(date.fromisoformat(isi)) if kunci in ("tanggal", "sejak") else isi


def _tempat(m: Problem) -> str:
    """The file alone: its line number would change with the next comment, and a signed naskah must not."""
    return str(m.path[0]) if m.path else nilai.KOSONG
