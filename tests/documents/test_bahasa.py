"""Indonesian texts against rules that were written the other way round: words and numerals are read back here."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents import bahasa

_KATA_DIGIT = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_DIGIT = {k: n for n, k in enumerate(_KATA_DIGIT)}
_KELOMPOK = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}
_HURUF = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def baca_terbilang(teks: str) -> int:
    """Words → number, by the grammar of Indonesian numerals: units multiply what stands before them."""
    jumlah = kelompok = kini = 0
    kata = teks.split()
    tanda = -1 if kata[0] == "minus" else 1
    for k in kata[tanda == -1 :]:
        if k in ("sepuluh", "sebelas", "seratus"):
            kelompok += {"sepuluh": 10, "sebelas": 11, "seratus": 100}[k]
        elif k == "seribu":
            jumlah += 1000
        elif k == "belas":
            kelompok, kini = kelompok + 10 + kini, 0
        elif k in ("puluh", "ratus"):
            kelompok, kini = kelompok + kini * (10 if k == "puluh" else 100), 0
        elif k in _KELOMPOK:
            jumlah, kelompok, kini = jumlah + (kelompok + kini) * _KELOMPOK[k], 0, 0
        else:
            kini = _DIGIT[k]
    return tanda * (jumlah + kelompok + kini)


def baca_romawi(teks: str) -> int:
    nilai = [_HURUF[h] for h in teks]
    return sum(-n if n < max(nilai[i:]) else n for i, n in enumerate(nilai))


def hari_menurut_zeller(t: date) -> str:
    """The name of the day by Zeller's congruence, 0 = Saturday."""
    m, y = (t.month, t.year) if t.month > 2 else (t.month + 12, t.year - 1)
    h = (t.day + 13 * (m + 1) // 5 + y % 100 + y % 100 // 4 + y // 400 - 2 * (y // 100)) % 7
    return ("Sabtu", "Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat")[h]


@given(st.integers(-(10**18) + 1, 10**18 - 1))
def test_terbilang_reads_back_as_the_number(n: int) -> None:
    assert baca_terbilang(bahasa.terbilang(n)) == n


@given(st.integers(0, 10**18 - 1))
def test_terbilang_never_says_satu_where_indonesian_says_se(n: int) -> None:
    kata = f" {bahasa.terbilang(n)} "
    assert not any(f" satu {x} " in kata for x in ("puluh", "belas", "ratus"))
    assert "  " not in kata
    assert kata.count(" nol ") == (n == 0)
    assert kata.startswith(" satu ribu ") is False


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (21, "dua puluh satu"),
        (31, "tiga puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (2026, "dua ribu dua puluh enam"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (1_234_567, "satu juta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh"),
        (1_000_000_000, "satu miliar"),
        (3_000_000_000_011, "tiga triliun sebelas"),
        (-5, "minus lima"),
    ],
)
def test_terbilang_as_people_write_it(n: int, kata: str) -> None:
    assert bahasa.terbilang(n) == kata


def test_terbilang_refuses_what_it_has_no_word_for() -> None:
    with pytest.raises(ValueError, match="1000000000000000000"):
        bahasa.terbilang(10**18)


@given(st.integers(1, 3999))
def test_roman_numerals_read_back_and_repeat_no_letter_four_times(n: int) -> None:
    teks = bahasa.romawi(n)
    assert baca_romawi(teks) == n
    assert not any(h * 4 in teks for h in _HURUF)


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_there_is_no_roman_numeral_outside_1_to_3999(n: int) -> None:
    with pytest.raises(ValueError, match=str(n)):
        bahasa.romawi(n)


@given(st.dates(date(1900, 3, 1), date(2199, 12, 31)))
def test_a_date_names_its_day_of_the_week(t: date) -> None:
    assert bahasa.hari_tanggal(t) == f"{hari_menurut_zeller(t)}, {bahasa.tanggal(t)}"


@given(st.dates())
def test_a_date_reads_back(t: date) -> None:
    hari, bulan, tahun = bahasa.tanggal(t).split(" ")
    assert date(int(tahun), bahasa.BULAN.index(bulan) + 1, int(hari)) == t


def test_dates_as_letters_write_them() -> None:
    assert bahasa.tanggal(date(2026, 3, 31)) == "31 Maret 2026"
    assert bahasa.hari_tanggal(date(2026, 3, 31)) == "Selasa, 31 Maret 2026"
    assert (
        bahasa.tanggal_terbilang(date(2026, 10, 7)) == "Rabu tanggal tujuh bulan Oktober tahun dua ribu dua puluh enam"
    )


def test_a_quarter_is_in_roman_numerals() -> None:
    assert [bahasa.triwulan(n) for n in (1, 2, 3, 4)] == ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15))
def test_a_number_reads_back_and_is_grouped_by_three(d: Decimal) -> None:
    teks = bahasa.angka(d)
    assert Decimal(teks.replace(".", "").replace(",", ".").replace(bahasa.MINUS, "-")) == d
    bulat = teks.removeprefix(bahasa.MINUS).partition(",")[0].split(".")
    assert all(len(k) == 3 for k in bulat[1:])
    assert 1 <= len(bulat[0]) <= 3
    assert "-" not in teks


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        ("93.75", None, "93,75"),
        ("1234567.5", None, "1.234.567,5"),
        ("0.10", None, "0,10"),
        ("0", None, "0"),
        ("-0.00", None, "0,00"),
        ("12", 2, "12,00"),
        ("12.5", 2, "12,50"),
        ("12.500", 1, "12,5"),
        ("12.345", 2, "12,345"),
        ("-2.5", 2, "−2,50"),
        ("-1234", None, "−1.234"),
        ("1E+3", None, "1.000"),
    ],
)
def test_numbers_have_a_comma_and_points(nilai: str, desimal: int | None, teks: str) -> None:
    assert bahasa.angka(Decimal(nilai), desimal) == teks


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-1000, max_value=1000), st.integers(0, 6))
def test_asking_for_decimals_never_changes_the_number(d: Decimal, desimal: int) -> None:
    teks = bahasa.angka(d, desimal)
    assert Decimal(teks.replace(".", "").replace(",", ".").replace(bahasa.MINUS, "-")) == d


def test_a_percentage_keeps_its_sign_on_the_line() -> None:
    assert bahasa.persen(Decimal("93.75")) == "93,75\u00a0%"
    assert bahasa.persen(Decimal("-3"), 2) == "−3,00\u00a0%"


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        ("1234567", "Rp1.234.567"),
        ("0", "Rp0"),
        ("1500.50", "Rp1.500,50"),
        ("1500.00", "Rp1.500"),
        ("0.005", "Rp0,01"),
        ("-250000", "−Rp250.000"),
        ("-0.001", "Rp0"),
        ("12345678901234", "Rp12.345.678.901.234"),
    ],
)
def test_money_shows_sen_only_where_there_are_any(nilai: str, teks: str) -> None:
    assert bahasa.rupiah(Decimal(nilai)) == teks


@pytest.mark.parametrize(
    ("butir", "teks"),
    [((), ""), (("a",), "a"), (("a", "b"), "a dan b"), (("a", "b", "c"), "a, b, dan c")],
)
def test_lists_are_joined_with_the_indonesian_comma(butir: tuple[str, ...], teks: str) -> None:
    assert bahasa.gabung(butir) == teks


@pytest.mark.parametrize(
    ("butir", "jadi"),
    [
        ((), ()),
        (("a",), ("a.",)),
        (("a", "b."), ("a; dan", "b.")),
        (("a", "b", "c, dll."), ("a;", "b; dan", "c, dll.")),
    ],
)
def test_the_items_of_a_list_close_like_one_sentence(butir: tuple[str, ...], jadi: tuple[str, ...]) -> None:
    assert bahasa.perincian(butir) == jadi


def test_lists_can_be_joined_with_another_word() -> None:
    assert bahasa.gabung(("a", "b", "c"), "atau") == "a, b, atau c"


def test_counts_are_repeated_in_words() -> None:
    assert bahasa.dengan_terbilang(1, "berkas") == "1 (satu) berkas"
    assert bahasa.dengan_terbilang(11) == "11 (sebelas)"


@pytest.mark.parametrize(
    ("teks", "jadi"),
    [
        ("rapat selesai", "Rapat selesai."),
        ("  Selesai.  ", "Selesai."),
        ("selesai?", "Selesai?"),
        ("disebut “selesai.”", "Disebut “selesai.”"),
        ("", ""),
    ],
)
def test_a_sentence_begins_large_and_ends_with_one_stop(teks: str, jadi: str) -> None:
    assert bahasa.kalimat(teks) == jadi


@pytest.mark.parametrize(
    ("teks", "jadi"),
    [
        ("menyusun RKPD.", "menyusun RKPD"),
        ("menyusun RKPD, Renja, dll.", "menyusun RKPD, Renja, dll."),
        ("oleh Ahmad Fauzi, S.E.", "oleh Ahmad Fauzi, S.E."),
        ("selesai", "selesai"),
        (" ", ""),
    ],
)
def test_a_closing_stop_is_taken_off_but_not_that_of_an_abbreviation(teks: str, jadi: str) -> None:
    assert bahasa.tanpa_titik(teks) == jadi


@given(st.text("0123456789", min_size=18, max_size=18))
def test_a_nip_is_grouped_8_6_1_3(digit: str) -> None:
    assert [len(k) for k in bahasa.nip(digit).split(" ")] == [8, 6, 1, 3]
    assert bahasa.nip(digit).replace(" ", "") == digit
    assert bahasa.nip(bahasa.nip(digit)) == bahasa.nip(digit)


def test_a_nip_of_another_shape_stays_as_typed() -> None:
    assert bahasa.nip("19800101 200501 1 001") == "19800101 200501 1 001"
    assert bahasa.nip("3201-abc") == "3201-abc"
