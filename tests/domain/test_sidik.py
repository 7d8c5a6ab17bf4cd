"""Digests: values count, their writing does not; what is approved is what is printed.

The shipped quarters are walked leaf by leaf: each given value is changed, and the digest of the naskah has to change
exactly where the documents then say something else. What differs from that on purpose is listed with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import build
from pipeline.build import Checked
from pipeline.documents.bahan import Bahan
from pipeline.documents.registry import DOKUMEN
from pipeline.domain import sidik
from pipeline.domain.isian import Model, Waktu
from pipeline.domain.model import Berkas, CatatanSop, Isi, RealisasiUnit
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periksa import periksa
from pipeline.domain.periode import Periode
from pipeline.domain.sop import KeadaanLangkah, status
from pipeline.inputs.load import load, located
from pipeline.show.problems import in_order
from tests.domain import contoh

PROJECT = Path(__file__).resolve().parents[2]
PERIODE = Periode(2026, 3)
DISAHKAN = date(2026, 10, 22)


def sidik_validasi(berkas: Berkas, kode: str) -> str:
    return sidik.sidik(sidik.polos(sidik.nilai_validasi(berkas, kode)))


def sidik_naskah(berkas: Berkas, hari: date = DISAHKAN) -> str:
    return sidik.sidik(sidik.polos(sidik.nilai_naskah(berkas, hari)))


# --- the digest of values -----------------------------------------------------------------------------------------

_nilai = st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=6)


@given(_nilai, st.randoms())
def test_the_order_of_values_does_not_count(nilai: dict[str, str], acak: Any) -> None:
    baris = list(nilai.items())
    acak.shuffle(baris)
    assert sidik.sidik(dict(baris)) == sidik.sidik(nilai)


@given(_nilai, _nilai)
def test_different_values_have_different_digests(satu: dict[str, str], dua: dict[str, str]) -> None:
    assert (sidik.sidik(satu) == sidik.sidik(dua)) is (satu == dua)


def test_v1_stays_as_it_is() -> None:
    """Records of old quarters are compared with it."""
    assert sidik.sidik({"a": "1", "b/ć": 'x"\n'}) == (
        "v1:154c039c836a26057f3feb7bec9f3c11b1178086b7af579ffe8e3fbb9af9a747"
    )


def test_blanks_of_a_printed_text_do_not_count() -> None:
    assert sidik.sidik_teks("Capaian  93,75\n\nTinggi ") == sidik.sidik_teks("Capaian 93,75 Tinggi")
    assert sidik.sidik_teks("Capaian 93,75") != sidik.sidik_teks("Capaian 93,76")


def test_only_the_newest_version_is_known() -> None:
    assert sidik.dikenal(sidik.sidik({})) and not sidik.dikenal("v0:abc") and not sidik.dikenal("abc")


# --- numbers, texts, rows ------------------------------------------------------------------------------------------

BARIS = [contoh.indikator(k, tw=("10", "20"), tahun="20", desimal="4") for k in ("1", "2", "3")]


def _dua(*baris: dict[str, Any], **ganti: Any) -> Berkas:
    """Two quarters of three indikator; `baris` are the rows of the second."""
    isi = contoh.berkas(BARIS, [{"1": "5"}, {}], **ganti)
    unit = RealisasiUnit.model_validate({"unit": "a", "realisasi": list(baris)})
    kini = replace(isi.kini, realisasi=(Isi(isi.kini.realisasi[0].berkas, unit),))
    return replace(isi, triwulan=(*isi.triwulan[:-1], kini))


def _tulisan(nilai: Decimal) -> st.SearchStrategy[str]:
    """Ways to write the same number."""
    teks = f"{nilai:f}"
    nol = st.integers(0, 4).map(lambda n: "0" * n)
    tanda = st.sampled_from(["", "+"] if nilai >= 0 else [""])
    panjang = nol.map(lambda akhir: (teks if "." in teks else teks + ".") + akhir if akhir else teks)
    return st.tuples(tanda, panjang).map("".join)


_angka = st.decimals(-(10**6), 10**6, places=3) | st.integers(0, 10**15).map(Decimal)


@given(_angka.flatmap(lambda n: st.tuples(_tulisan(n), _tulisan(n))))
def test_a_number_counts_by_its_value(dua_cara: tuple[str, str]) -> None:
    satu, dua = (_dua({"kode": "1", "realisasi": teks}) for teks in dua_cara)
    assert sidik_naskah(satu) == sidik_naskah(dua)
    assert sidik_validasi(satu, "1") == sidik_validasi(dua, "1")


@given(_angka, _angka)
def test_another_number_is_another_digest(satu: Decimal, dua: Decimal) -> None:
    a, b = (_dua({"kode": "1", "realisasi": f"{n:f}"}) for n in (satu, dua))
    assert (sidik_naskah(a) == sidik_naskah(b)) is (satu == dua)
    assert (sidik_validasi(a, "1") == sidik_validasi(b, "1")) is (satu == dua)


def test_minus_nought_and_nought_are_one_number_but_nothing_is_none() -> None:
    satu, dua, kosong = (_dua({"kode": "1", "realisasi": n}) for n in ("-0.00", "0", None))
    assert sidik_naskah(satu) == sidik_naskah(dua) != sidik_naskah(kosong)
    assert sidik_naskah(kosong) == sidik_naskah(_dua({"kode": "1"}))


def test_a_kode_is_a_text_whatever_it_looks_like() -> None:
    satu, dua = (contoh.berkas([contoh.indikator(k, tw=("1",))], [{k: "1"}]) for k in ("1.1", "1.10"))
    assert sidik_naskah(satu) != sidik_naskah(dua)


_isian = st.fixed_dictionaries(
    {"realisasi": st.sampled_from(["1", "2.5"])},
    optional={
        "penjelasan": st.just("Sebab."),
        "bukti": st.just([{"uraian": "A"}, {"uraian": "B"}]),
        "faktor_pendorong": st.just(["x", "y"]),
        "tindak_lanjut": st.just([{"uraian": "T", "pic": "P", "batas_waktu": "2026-08-01"}]),
    },
)


@given(st.lists(_isian, min_size=3, max_size=3), st.randoms())
def test_the_order_of_keys_and_of_realisasi_rows_does_not_count(isian: list[dict[str, Any]], acak: Any) -> None:
    def kocok(peta: dict[str, Any]) -> dict[str, Any]:
        baris = list(peta.items())
        acak.shuffle(baris)
        return dict(baris)

    baris = [{"kode": kode, **isi} for kode, isi in zip(("1", "2", "3"), isian, strict=True)]
    lain = [kocok(satu) for satu in baris]
    acak.shuffle(lain)
    satu, dua = _dua(*baris), _dua(*lain)
    assert sidik_naskah(satu) == sidik_naskah(dua)
    assert [sidik_validasi(satu, k) for k in "123"] == [sidik_validasi(dua, k) for k in "123"]


def test_the_order_of_factors_does_count_since_they_are_printed_in_it() -> None:
    satu, dua = (_dua({"kode": "1", "faktor_pendorong": faktor}) for faktor in (["x", "y"], ["y", "x"]))
    assert sidik_naskah(satu) != sidik_naskah(dua)


def test_texts_count_in_their_composed_form() -> None:
    satu, dua = (_dua({"kode": "1", "penjelasan": teks}) for teks in ("Andr\u00e9", "Andre\u0301"))
    assert sidik_naskah(satu) == sidik_naskah(dua)


def test_what_was_not_given_does_not_count() -> None:
    """Otherwise a default of a later version would make every signed packet draf."""
    berkas = _dua({"kode": "1", "realisasi": "9"})
    for nilai in (sidik.nilai_naskah(berkas, DISAHKAN), sidik.nilai_validasi(berkas, "1")):
        assert not [jalur for jalur in nilai if jalur.endswith(("/arah", "/jenis_target", "/rata_rata", "/bukti"))]


def test_every_value_is_told_with_the_place_where_it_stands() -> None:
    berkas = _dua({"kode": "1", "realisasi": "9", "bukti": [{"uraian": "BA"}]})
    nilai = sidik.nilai_validasi(berkas, "1")
    assert nilai["tw2/realisasi/1/realisasi"].jalur == ("data/2026/tw2/realisasi/a.yaml", "realisasi", 0, "realisasi")
    assert nilai["bukti/1/bukti/0/uraian"].nilai == "BA"
    assert nilai["pk/1/target/tw2"].jalur[-3:] == (0, "target", "tw2")


def test_of_an_indikator_that_is_not_in_the_pk_nothing_is_validated() -> None:
    with pytest.raises(KeyError):
        sidik.nilai_validasi(_dua(), "9")


# --- what step 7 approves ------------------------------------------------------------------------------------------


def _basi(dulu: Berkas, kini: Berkas) -> list[str]:
    return [i.kode for i in dulu.pk.isi.indikator if sidik_validasi(dulu, i.kode) != sidik_validasi(kini, i.kode)]


def _shipped(periode: Periode = PERIODE) -> Berkas:
    """The shipped inputs without what was approved of them."""
    loaded = load(PROJECT, periode)
    assert loaded.berkas is not None and not loaded.problems
    berkas = loaded.berkas
    for steps, _ in berlembar(berkas):
        if steps[-1] in ("sidik", "sidik_teks"):
            berkas = _jadi(berkas, None, *steps)
    return berkas


@pytest.fixture(scope="module")
def tw3() -> Berkas:
    return _shipped()


Langkah = tuple[Any, ...]


def _jadi(berkas: Berkas, nilai: Any, *steps: Any) -> Berkas:
    hasil = diganti(berkas, steps, nilai)
    assert isinstance(hasil, Berkas)
    return hasil


def _isian_ke(berkas: Berkas, tw: int, kode: str) -> Langkah:
    """The path of a unit's row in a quarter."""
    for f, file in enumerate(berkas.triwulan[tw - 1].realisasi):
        for r, baris in enumerate(file.isi.realisasi):
            if baris.kode == kode:
                return ("triwulan", tw - 1, "realisasi", f, "isi", "realisasi", r)
    raise KeyError(kode)


def test_a_changed_realisasi_concerns_its_own_validation_alone(tw3: Berkas) -> None:
    for tw in (1, 2, 3):
        steps = (*_isian_ke(tw3, tw, "IK-1.3"), "realisasi")
        kini = _jadi(tw3, nilai_pada(tw3, steps) + Decimal("0.01"), *steps)
        assert _basi(tw3, kini) == ["IK-1.3"], tw
        assert sidik_naskah(kini) != sidik_naskah(tw3)
        kembali = _jadi(kini, nilai_pada(tw3, steps), *steps)
        assert _basi(tw3, kembali) == [] and sidik_naskah(kembali) == sidik_naskah(tw3)


@pytest.mark.parametrize("kunci", ["faktor_pendorong", "faktor_penghambat", "tindak_lanjut"])
def test_a_changed_narrative_is_examined_again_but_not_validated_again(tw3: Berkas, kunci: str) -> None:
    for steps, nilai in berlembar(tw3):
        if kunci in steps and steps[:2] == ("triwulan", 2) and isinstance(nilai, str):
            kini = _jadi(tw3, f"{nilai} lagi", *steps)
            assert _basi(tw3, kini) == []
            assert sidik_naskah(kini) != sidik_naskah(tw3)


def test_a_change_of_the_notulen_is_no_change_of_a_value(tw3: Berkas) -> None:
    kini = _jadi(tw3, "Lain.", "triwulan", 2, "rapat", "isi", "notulen", "pembukaan")
    assert _basi(tw3, kini) == [] and sidik_naskah(kini) != sidik_naskah(tw3)


def test_new_evidence_is_validated(tw3: Berkas) -> None:
    steps = next(s for s, _ in berlembar(tw3) if "bukti" in s and s[:2] == ("triwulan", 2))
    kode = nilai_pada(tw3, (*steps[: steps.index("bukti")], "kode"))
    assert _basi(tw3, _jadi(tw3, "Bukti lain", *steps)) == [kode]


def test_the_cap_and_the_rounding_concern_every_validation_the_formula_those_that_use_it(tw3: Berkas) -> None:
    semua = [i.kode for i in tw3.pk.isi.indikator]
    k = ("badan", "isi", "kebijakan", 0)
    assert _basi(tw3, _jadi(tw3, Decimal(100), *k, "batas")) == semua
    assert _basi(tw3, _jadi(tw3, 3, *k, "pembulatan", "tempat")) == semua
    turun = [i.kode for i in tw3.pk.isi.indikator if i.arah == "turun" and i.jenis_target == "angka" and not i.rumus]
    assert turun and _basi(tw3, _jadi(tw3, "T/R", *k, "rumus_turun")) == turun
    assert _basi(tw3, _jadi(tw3, "geometrik", *k, "rata_rata")) == []


def test_a_changed_correction_is_validated_again(tw3: Berkas) -> None:
    assert tw3.kini.rapat is not None
    kode = tw3.kini.rapat.isi.koreksi[0].kode
    steps = ("triwulan", 2, "rapat", "isi", "koreksi", 0, "menjadi", "pembilang")
    assert _basi(tw3, _jadi(tw3, nilai_pada(tw3, steps) + 1, *steps)) == [kode]
    tanpa = _jadi(tw3, (), "triwulan", 2, "rapat", "isi", "koreksi")
    assert _basi(tw3, tanpa) == [kode] and sidik_naskah(tanpa) != sidik_naskah(tw3)


def test_what_is_in_force_later_changes_nothing_now(tw3: Berkas) -> None:
    nanti = tw3.perubahan[0].isi.model_copy(update={"berlaku_tw": 4, "alasan": "Nanti"})
    kebijakan = tw3.badan.isi.kebijakan[0].model_copy(
        update={"berlaku_sejak": date(2026, 10, 1), "batas": Decimal(100), "rata_rata": "geometrik"}
    )
    kepala = tw3.badan.isi.pejabat[0].model_copy(update={"berlaku_sejak": date(2026, 10, 23), "nama": "Baru"})
    badan = tw3.badan.isi.model_copy(
        update={
            "kebijakan": (*tw3.badan.isi.kebijakan, kebijakan),
            "pejabat": (*tw3.badan.isi.pejabat, kepala),
            "skala_predikat": (*tw3.badan.isi.skala_predikat, tw3.badan.isi.skala_predikat[0].model_copy()),
        }
    )
    kini = replace(
        tw3,
        badan=Isi(tw3.badan.berkas, badan),
        perubahan=(*tw3.perubahan, Isi("data/2026/perjanjian-kinerja-perubahan-2.yaml", nanti)),
    )
    assert _basi(tw3, kini) == [] and sidik_naskah(kini) == sidik_naskah(tw3)


def test_records_of_steps_8_to_11_never_count(tw3: Berkas) -> None:
    kosong = dict.fromkeys(("pemeriksaan", "penandatanganan", "penyerahan", "pengarsipan"))
    catatan = tw3.kini.catatan
    lain = catatan.model_copy(update=kosong)
    for isi in (lain, CatatanSop(penyusunan=catatan.penyusunan)):
        kini = _jadi(tw3, isi, "triwulan", 2, "langkah", "isi")
        assert sidik_naskah(kini) == sidik_naskah(tw3)
    assert sidik_naskah(replace(tw3, triwulan=(*tw3.triwulan[:-1], replace(tw3.kini, surat_pengantar=None)))) == (
        sidik_naskah(tw3)
    )


def test_a_lampiran_of_another_quarter_changes_nothing(tw3: Berkas) -> None:
    """Wherever in the list it is put."""
    lampiran = tw3.dokumen.isi.lampiran
    nanti = lampiran[0].model_copy(update={"judul": "Nanti", "periode": "2026-tw4"})
    for baru in ((*lampiran, nanti), (nanti, *lampiran)):
        assert sidik_naskah(_jadi(tw3, baru, "dokumen", "isi", "lampiran")) == sidik_naskah(tw3)


def test_a_new_lampiran_of_this_quarter_changes_the_naskah(tw3: Berkas) -> None:
    lampiran = tw3.dokumen.isi.lampiran
    baru = (*lampiran, lampiran[0].model_copy(update={"judul": "Baru", "periode": None}))
    assert sidik_naskah(_jadi(tw3, baru, "dokumen", "isi", "lampiran")) != sidik_naskah(tw3)


# --- every given value of the shipped quarter ----------------------------------------------------------------------

DOKUMEN_NASKAH = {row.key: row for row in DOKUMEN if row.key in build.NASKAH}
Lembar = tuple[Langkah, Any]


def berlembar(isi: Any, steps: Langkah = ()) -> Iterator[Lembar]:
    """Every value that was given, with its path."""
    if isinstance(isi, Model):
        for nama in sorted(isi.model_fields_set):
            yield from berlembar(getattr(isi, nama), (*steps, nama))
    elif isinstance(isi, tuple):
        for n, satu in enumerate(isi):
            yield from berlembar(satu, (*steps, n))
    elif isinstance(isi, dict):
        for kunci, satu in isi.items():
            yield from berlembar(satu, (*steps, kunci))
    elif isinstance(isi, Isi) or type(isi).__name__ in ("Berkas", "Triwulan"):
        for field in fields(isi):
            if field.name not in ("periode", "berkas"):
                yield from berlembar(getattr(isi, field.name), (*steps, field.name))
    elif isi is not None:
        yield steps, isi


def nilai_pada(isi: Any, steps: Langkah) -> Any:
    for step in steps:
        isi = isi[step] if isinstance(isi, tuple | dict) else getattr(isi, step)
    return isi


def diganti(isi: Any, steps: Langkah, nilai: Any) -> Any:
    """The same with another value at a path; nothing is validated anew."""
    if not steps:
        return nilai
    step, sisa = steps[0], steps[1:]
    if isinstance(isi, Model):
        return isi.model_copy(update={step: diganti(getattr(isi, step), sisa, nilai)})
    if isinstance(isi, tuple):
        return tuple(diganti(satu, sisa, nilai) if n == step else satu for n, satu in enumerate(isi))
    if isinstance(isi, dict):
        return {k: diganti(satu, sisa, nilai) if k == step else satu for k, satu in isi.items()}
    assert is_dataclass(isi) and not isinstance(isi, type)
    return replace(isi, **{step: diganti(getattr(isi, step), sisa, nilai)})


def nilai_lain(berkas: Berkas, steps: Langkah, nilai: Any) -> Iterator[Any]:
    """Other values that might stand in the place of one."""
    pemilik = nilai_pada(berkas, steps[:-1])
    pilihan = _pilihan(type(pemilik).model_fields[steps[-1]].annotation) if isinstance(pemilik, Model) else ()
    if pilihan and isinstance(nilai, str):
        yield from (satu for satu in pilihan if satu != nilai)
    elif isinstance(nilai, bool):
        yield not nilai
    elif isinstance(nilai, Decimal):
        yield from (nilai + 1, nilai - 1, nilai + Decimal("0.01"))
    elif isinstance(nilai, int):
        yield from (nilai + 1, nilai - 1)
    elif isinstance(nilai, date):
        yield nilai + timedelta(days=1)
    elif isinstance(nilai, Waktu):
        yield Waktu(nilai.tanggal + timedelta(days=1), nilai.jam)
    elif isinstance(nilai, str):
        skala = [s.label for s in berkas.badan.isi.skala_label if nilai in s.label]
        yield from (label for s in skala for label in s if label != nilai)
        yield f"{nilai} X"


def _pilihan(jenis: Any) -> tuple[str, ...]:
    if get_origin(jenis) is Literal:
        return tuple(get_args(jenis))
    return tuple(p for satu in get_args(jenis) if satu is not NoneType for p in _pilihan(satu))


@cache
def _checked(periode: Periode) -> Checked:
    return build.check(PROJECT, periode)


def tercetak(berkas: Berkas) -> str | None:
    """All that the naskah's templates may print once it is signed, without the kop; None where nothing is built."""
    pengukuran = ukur(berkas)
    places = _checked(berkas.periode).places
    temuan = in_order(tuple(located(p, places) for p in periksa(berkas, pengukuran)))
    if any(p.stops for p in temuan):
        return None
    keadaan = status(berkas)
    langkah = tuple(
        replace(satu, keadaan=KeadaanLangkah.SELESAI) if satu.no in (8, 9) else satu for satu in keadaan.langkah
    )
    peringatan = tuple(p for p in temuan if build._of_naskah(p))
    bahan = Bahan(berkas, pengukuran, peringatan, replace(keadaan, langkah=langkah))
    konteks = {key: row.context(bahan) for key, row in DOKUMEN_NASKAH.items()}
    return repr([(key, replace(isi, kop=None) if hasattr(isi, "kop") else isi) for key, isi in konteks.items()])


BUKAN_DISETUJUI = (
    (r"badan/isi/badan/logo", "stands in the kop"),
    (r"triwulan/\d/langkah/isi/(pemeriksaan|penandatanganan)/\w+", "the records of steps 8–11 approve, they are not"),
    (r"badan/isi/badan/pola_nomor_surat", "a peringatan about the number of the undangan"),
    (r"badan/isi/pejabat/\d+/(nip|nama|unit)", "a peringatan about an official, perhaps a validator"),
    (r"sop/isi/langkah/\d+/peran/\d+", "a peringatan about who validated"),
)
"""What the naskah shows and nobody approves by it."""
TAK_TERCETAK = (
    (r"(perubahan|pk)/.*/anggaran_kas/tw\d", "planned spending of other quarters, or replaced by the PK perubahan"),
    (r"pk/isi/sasaran/\d+/indikator/\d+/(target/.*|sumber_data)", "replaced by the PK perubahan"),
    (r"pk/isi/sasaran/\d+/indikator/\d+/penjelasan", "lets an unusual target pass"),
    (r"pk/isi/sasaran/\d+/indikator/\d+/rumus", "where it says what the policy says: given values count, not defaults"),
    (r"perubahan/\d+/isi/tahun", "that of its folder"),
    (r"triwulan/\d/realisasi/\d+/isi/anggaran/\d+/penjelasan", "lets an unusual value pass"),
    (r"triwulan/[01]/rapat/isi/koreksi/\d+/alasan", "of an earlier quarter, its value counts"),
    (r"triwulan/[01]/realisasi/\d+/isi/realisasi/\d+/(pembilang|penyebut)", "printed rounded"),
)
"""What is approved and may be not shown: the digest is the stricter of the two."""


def _terdaftar(jalur: str, daftar: tuple[tuple[str, str], ...]) -> bool:
    return any(re.fullmatch(pola, jalur) for pola, _ in daftar)


Lain = Callable[[Berkas, Langkah, Any], Iterator[Any]]


def tanpa_nilai(berkas: Berkas, steps: Langkah, nilai: Any) -> Iterator[Any]:
    """Nothing in the place of a value that need not be there."""
    pemilik = nilai_pada(berkas, steps[:-1])
    if isinstance(pemilik, Model) and type(pemilik).model_fields[steps[-1]].default is None:
        yield None


def _selisih(asli: Berkas, lembar: list[Lembar], nilai_lain: Lain = nilai_lain) -> list[str]:
    """The values whose change is shown but not approved, or approved but not shown, and are not listed."""
    cetak, naskah = tercetak(asli), sidik_naskah(asli)
    assert cetak is not None
    salah = []
    for steps, nilai in lembar:
        jalur = "/".join(map(str, steps))
        tampak, basi = _akibat(asli, steps, nilai_lain(asli, steps, nilai), cetak, naskah)
        if tampak and not basi and not _terdaftar(jalur, BUKAN_DISETUJUI):
            salah.append(f"shown, not approved: {jalur} {nilai!r}")
        if basi and not tampak and not _terdaftar(jalur, TAK_TERCETAK):
            salah.append(f"approved, not shown: {jalur} {nilai!r}")
    return salah


def _akibat(asli: Berkas, steps: Langkah, semua: Iterator[Any], cetak: str, naskah: str) -> tuple[bool, bool]:
    """Whether another value is seen on paper, and whether it makes the approval out of date."""
    hasil = (False, False)
    for lain in semua:
        berkas = diganti(asli, steps, lain)
        try:
            kini = tercetak(berkas)
        except Exception:  # noqa: S112 - a value that no file could hold
            continue
        if kini is None:
            continue
        hasil = (kini != cetak, sidik_naskah(berkas) != naskah)
        if hasil != (False, True):  # which perhaps another value shows
            break
    return hasil


def _semua_lembar(asli: Berkas) -> list[Lembar]:
    """Every value but those that name a row; kode of what is measured are no values."""
    luar = ("kode", "sidik", "sidik_teks", "disetujui")
    return [(steps, nilai) for steps, nilai in berlembar(asli) if not any(nama in steps for nama in luar)]


def _satu_sejenis(lembar: list[Lembar]) -> list[Lembar]:
    satu: dict[str, Lembar] = {}
    for steps, nilai in lembar:
        jenis = "/".join("*" if isinstance(s, int) and n != 1 else str(s) for n, s in enumerate(steps))
        satu.setdefault(jenis, (steps, nilai))
    return list(satu.values())


def test_a_value_of_each_kind_is_approved_exactly_where_it_is_shown() -> None:
    tw1 = _shipped(Periode(2026, 1))
    assert _selisih(tw1, _satu_sejenis(_semua_lembar(tw1))) == []


def test_a_value_that_goes_is_missed_exactly_where_it_was_shown() -> None:
    tw1 = _shipped(Periode(2026, 1))
    assert _selisih(tw1, _satu_sejenis(_semua_lembar(tw1)), tanpa_nilai) == []


@pytest.mark.long
def test_of_other_quarters_a_value_of_each_kind_is_approved_exactly_where_it_is_shown(tw3: Berkas) -> None:
    lain = [(s, n) for s, n in _semua_lembar(tw3) if s[0] == "perubahan" or s[:2] == ("triwulan", 1)]
    assert _selisih(tw3, _satu_sejenis(lain)) == []


@pytest.mark.long
def test_every_value_is_approved_exactly_where_it_is_shown(tw3: Berkas) -> None:
    assert _selisih(tw3, _semua_lembar(tw3)) == []


@pytest.mark.parametrize(
    "steps",
    [
        ("badan", "isi", "unit"),
        ("pk", "isi", "sasaran"),
        ("pk", "isi", "program"),
        ("pk", "isi", "program", 0, "kegiatan"),
        ("triwulan", 2, "rapat", "isi", "daftar_hadir"),
        ("triwulan", 2, "rapat", "isi", "notulen", "keputusan"),
        ("triwulan", 2, "rapat", "isi", "notulen", "pembahasan"),
        ("triwulan", 2, "validasi", 0, "isi", "validasi"),
    ],
    ids=lambda steps: "/".join(map(str, steps)),
)
def test_rows_that_are_printed_in_another_order_are_another_naskah(tw3: Berkas, steps: Langkah) -> None:
    kini = diganti(tw3, steps, nilai_pada(tw3, steps)[::-1])
    assert tercetak(kini) != tercetak(tw3)
    assert sidik_naskah(kini) != sidik_naskah(tw3)


# --- the writing of a file -----------------------------------------------------------------------------------------


_ISI = re.compile(r"(?P<awal> *(?:- )?\w+: )(?P<nilai>[\w(][^#\"'{}\[\]>|]*)")


def _tulis_ulang(teks: str) -> str:
    """The same values of a unit's file: other quotes, comments and blank lines, numbers with more decimals."""
    hasil = []
    for baris in teks.splitlines():
        cocok = _ISI.fullmatch(baris)
        if cocok and re.fullmatch(r"-?\d+(\.\d+)?", cocok["nilai"]) and "kode" not in baris:
            titik = "" if "." in baris else "."
            hasil += ["", f"{baris}{titik}0000   # ditulis lain"]
        else:
            hasil.append(f"{cocok['awal']}'{cocok['nilai'].strip()}'" if cocok else baris)
    return "\n".join(["# atas", *hasil, "# bawah", ""])


def test_comments_quotes_and_the_writing_of_numbers_do_not_count(tw3: Berkas) -> None:
    nama = "data/2026/tw3/realisasi/bidang-mutasi.yaml"
    teks = (PROJECT / nama).read_text(encoding="utf-8")
    lain = _tulis_ulang(teks)
    assert lain != teks
    loaded = load(PROJECT, PERIODE, {nama: lain.encode()})
    assert loaded.berkas is not None and not loaded.problems
    assert sidik_naskah(loaded.berkas) == sidik_naskah(tw3)
    assert _basi(tw3, loaded.berkas) == []


@pytest.mark.parametrize(
    "teks",
    [
        "unit: sekretariat\nrealisasi:\n  - {kode: KODE, realisasi: 1.10, penjelasan: satu dua}\n",
        "realisasi:\n  - realisasi: 1.1\n    penjelasan: >-\n      satu\n      dua\n"
        "    kode: 'KODE'\nunit: 'sekretariat'",
        '# k\n"unit": "sekretariat"\n\nrealisasi: [{"penjelasan": "satu dua", "realisasi": 1.100, "kode": "KODE"}]\n',
        "unit: sekretariat\nrealisasi:\n- kode: KODE\n  realisasi: 1.1 # k\n  penjelasan: |\n    satu dua\n"
        "  bukti: []\n",
        "unit: sekretariat\r\nrealisasi:\r\n  - kode: KODE\r\n    realisasi: 1.1\r\n"
        "    penjelasan: satu\r\n      dua\r\n    bukti:\r\n",
    ],
    ids=["flow", "folded", "quoted", "block", "CRLF"],
)
def test_the_same_values_in_another_style_have_the_same_digest(tw3: Berkas, teks: str) -> None:
    kode = next(i.kode for i in tw3.pk.isi.indikator if i.penanggung_jawab == "sekretariat" and not i.pecahan)
    nama = "data/2026/tw3/realisasi/sekretariat.yaml"

    def dibaca(isi: str) -> Berkas:
        loaded = load(PROJECT, PERIODE, {nama: isi.replace("KODE", kode).encode()})
        assert loaded.berkas is not None and not loaded.problems, loaded.problems
        return loaded.berkas

    baku = dibaca("unit: sekretariat\nrealisasi:\n  - kode: KODE\n    realisasi: 1.1\n    penjelasan: satu dua\n")
    assert sidik_naskah(dibaca(teks)) == sidik_naskah(baku)
    assert sidik_validasi(dibaca(teks), kode) == sidik_validasi(baku, kode)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=4, unique=True), st.data())
def test_a_changed_row_never_hides_behind_another(nilai: list[int], data: st.DataObject) -> None:
    """Rows by their names: swapping the values of two rows is a change of both."""
    kode = [str(n) for n in range(1, 5)]
    baris = [contoh.indikator(k, tw=("1",)) for k in kode]
    isi = {k: str(data.draw(st.sampled_from(nilai))) for k in kode}
    lain = dict(zip(kode, data.draw(st.permutations(list(isi.values()))), strict=True))
    satu, dua = (contoh.berkas(baris, [r]) for r in (isi, lain))
    assert [k for k in kode if sidik_validasi(satu, k) != sidik_validasi(dua, k)] == [
        k for k in kode if isi[k] != lain[k]
    ]
    assert (sidik_naskah(satu) == sidik_naskah(dua)) is (isi == lain)
