"""The eleven steps on a terminal of 80 columns and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from pipeline.domain import sidik
from pipeline.domain.periode import Periode
from pipeline.domain.sop import Perubahan, StatusSop, beda, status
from pipeline.domain.wewenang import pelaksana
from pipeline.problems import Path, Source
from pipeline.show.paint import Paint, plain
from pipeline.show.status import Shown, lama, status_text, status_values
from tests.domain import contoh
from tests.domain.paket import Isian, berkas, bersidik, isian, sah

ANSI = re.compile(r"\x1b\[[0-9;]*m")
Ubah = Callable[[Isian], object]


def painted(words: str, role: str) -> str:
    return f"\x1b[31;1m{words}\x1b[0m"


def locate(jalur: Path) -> Source:
    return Source(str(jalur[0]), 12, 3)


def shown(isi: Isian, **ganti: Any) -> Shown:
    """What `kinerja status` shows of a quarter."""
    b = berkas(isi)
    s = status(b)
    no = s.berikutnya.no if s.berikutnya else 0
    hari = b.periode.hari_terakhir
    oleh = pelaksana(b, no, hari) if no else ()
    command = f"kinerja step {no} {b.periode} --oleh NAMA" if no else ""
    return replace(Shown(b.periode, s, oleh, (), command, {}), **ganti)


def after(ubah: Ubah) -> Isian:
    isi = isian()
    ubah(isi)
    return bersidik(isi)


def text(what: Shown, language: str = "id", width: int = 80, paint: Paint = plain) -> str:
    return status_text(what, locate, language, width=width, paint=paint)


def _changed() -> Shown:
    """A signed packet in which much was changed since."""
    isi = sah()
    dahulu = sidik.polos(sidik.nilai_naskah(berkas(isi), Periode(2026, 2).hari_terakhir))
    isi["realisasi"][1]["1"] |= {"realisasi": "20", "faktor_pendorong": [f"Alasan {n} " * 30 for n in range(20)]}
    isi["rapat"][2]["notulen"]["pembukaan"] = "https://contoh.go.id/" + "x" * 200
    kini = sidik.nilai_naskah(berkas(isi), Periode(2026, 2).hari_terakhir)
    return shown(isi, perubahan=beda(dahulu, kini), authors=dict.fromkeys(range(1, 12), ("Sari Dewi", "")))


def _long() -> Shown:
    """Names as long as agencies have them."""
    isi = isian()
    langkah = contoh.sop()["langkah"]
    for baris in langkah:
        baris["kegiatan"] = (
            "Mengkompilasi data dan informasi pengukuran kinerja yang telah dikumpulkan dari Sekretariat"
        )
    isi["sop_"] = contoh.sop(langkah=langkah)
    lama_sekali = "Prof. Dr. Ir. Raden Mas Haji Bambang Prasetyo Utomo Kusumonegoro, S.E., S.H., M.Si., M.H., Ph.D."
    isi["badan_"]["pejabat"][0] |= {"nama": lama_sekali, "jabatan": "Kepala Badan Kepegawaian " * 6}
    isi["langkah"]["disposisi"] |= {"oleh": lama_sekali, "mulai": "2026-06-30 08.00"}
    isi["langkah"]["rapat"]["oleh"] = lama_sekali
    del isi["langkah"]["penandatanganan"]
    return shown(bersidik(isi), notes=("Catatan " * 40,))


PACKETS: dict[str, Callable[[], Shown]] = {
    "complete": lambda: shown(sah()),
    "begun": lambda: shown({"indikator_pk": [contoh.indikator(tw=("1",))]}),
    "nothing reported": lambda: shown(
        {"indikator_pk": [contoh.indikator(str(n) * 9, tw=("1",)) for n in range(30)], "langkah": isian()["langkah"]}
    ),
    "invited": lambda: shown(after(lambda isi: isi["rapat"][2].pop("undangan"))),
    "out of date": _changed,
    "long names": _long,
}


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("packet", PACKETS)
def test_no_line_is_wider_than_the_terminal(packet: str, language: str, width: int) -> None:
    what = PACKETS[packet]()
    lines = text(what, language, width).split("\n")
    assert [line for line in lines if len(line) > width] == []
    assert ANSI.sub("", text(what, language, width, painted)) == "\n".join(lines)
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("packet", PACKETS)
def test_every_step_is_there_once_and_in_order(packet: str) -> None:
    lines = text(PACKETS[packet]()).split("\n")
    numbers = [int(found[1]) for line in lines if (found := re.match(r" ?(\d+)\. ", line))]
    assert numbers == list(range(1, 12))


def test_colour_stays_within_its_line() -> None:
    for line in text(_changed(), paint=painted).split("\n"):
        assert line.count("\x1b[31;1m") == line.count("\x1b[0m")


def test_a_name_with_control_characters_does_not_reach_the_terminal() -> None:
    evil = "Orang\x1b[2JLain"

    def ubah(isi: Isian) -> None:
        isi["langkah"]["rapat"]["oleh"] = evil
        isi["langkah"]["notulen"]["catatan"] = evil

    assert "\x1b" not in text(shown(after(ubah)))
    keterangan = Perubahan("tw2/\x1b[2J", evil, evil, ("data/x.yaml",))
    assert "\x1b" not in text(shown(sah(), perubahan=(keterangan,)))


def test_a_long_path_of_a_changed_value_is_folded() -> None:
    """As the PK of an agency with sub kegiatan has them."""
    nama = "pk/program/5.03.02/kegiatan/5.03.02.2.01/sub_kegiatan/5.03.02.2.01.0002/anggaran_kas/tw3"
    isi = sah()
    isi["rapat"][2]["notulen"]["notulis"] = "Lain"
    what = shown(isi, perubahan=(Perubahan(nama, "24000000", "24000001", ("data/2026/perjanjian-kinerja.yaml",)),))
    lines = text(what).split("\n")
    assert [line for line in lines if len(line) > 80] == []
    assert nama in "".join(line.strip() for line in lines)


def test_a_long_name_of_a_unit_is_folded() -> None:
    def jauh(jalur: Path) -> Source:
        return Source(f"data/2026/tw2/realisasi/{'bidang-pengembangan-' * 4}aparatur.yaml", 12, 3)

    lines = status_text(shown(sah()), jauh, "id", width=80).split("\n")
    assert [line for line in lines if len(line) > 80] == []


def test_a_step_says_who_when_how_long_and_where() -> None:
    isi = isian()
    isi["langkah"]["kompilasi"]["mulai"] = "2026-07-02 08.00"
    lines = text(replace(shown(bersidik(isi)), authors={2: ("Sari Dewi",)}), width=100).split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith(" 2."))
    assert lines[start : start + 4] == [
        " 2. selesai      Mengkompilasi data",
        " " * 17 + "Wening, S.E. (git: Sari Dewi) · 2 Jul 2026 08.00–15.00",
        " " * 17 + "6 jam, melebihi waktu baku 5 jam",
        " " * 17 + "data/2026/tw2/langkah.yaml:12, data/2026/tw2/realisasi/a.yaml:12",
    ]


def test_a_record_that_is_not_committed_says_so() -> None:
    what = shown(sah(), authors={1: ("",)})
    assert "(git: belum dikomit)" in text(what) and "(git: not committed)" in text(what, "en")


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        pytest.param(lambda isi: None, ["lengkap", "Seluruh langkah selesai."], id="complete"),
        pytest.param(lambda isi: isi["langkah"].pop("penandatanganan"), ["siap", "langkah 9", "Sekar"], id="siap"),
        pytest.param(lambda isi: isi["langkah"].pop("pengarsipan"), ["sah", "langkah 11", "Wening"], id="sah"),
        pytest.param(
            lambda isi: isi["rapat"][2]["undangan"].pop("tempat"),
            ["draf", "langkah 3", "Raka", "`tempat` belum diisi", "rapat.yaml:12", "kinerja step 3 2026-tw2"],
            id="draf",
        ),
    ],
)
def test_what_to_do_next_is_said_with_who_and_where(ubah: Ubah, kata: list[str]) -> None:
    said = " ".join(text(shown(after(ubah))).split())
    assert [satu for satu in kata if satu not in said] == []


def test_where_nobody_may_do_the_next_step_that_is_said() -> None:
    what = shown({"indikator_pk": [contoh.indikator()]})
    assert what.pelaksana == () and "badan.yaml" in text(what) and "badan.yaml" in text(what, "en")


def test_what_changed_is_told_from_and_to() -> None:
    jalur: Path = ("data/2026/tw2/realisasi/a.yaml",)
    isi = sah()
    isi["realisasi"][1]["1"]["realisasi"] = "20"
    perubahan = (Perubahan("a", "19.5", "20", jalur), Perubahan("b", None, "x", jalur), Perubahan("c", "y", None, ()))
    lines = text(shown(isi, perubahan=perubahan), width=120).split("\n")
    tempat = "[data/2026/tw2/realisasi/a.yaml:12]"
    start = lines.index("  Berubah sejak disetujui:")
    assert lines[start + 1 : start + 4] == [
        f"  - a: 19.5 → 20 {tempat}",
        f"  - b: (tidak ada) → x {tempat}",
        "  - c: y → (tidak ada)",
    ]


def test_of_many_changes_the_first_are_told_and_the_rest_counted() -> None:
    what = _changed()
    said = " ".join(text(what).split())
    assert len(what.perubahan) > 12 and f"- dan {len(what.perubahan) - 12} lagi" in said
    assert said.count(" → ") == 12


def test_a_signed_packet_that_changed_asks_for_a_revision() -> None:
    isi = sah()
    isi["realisasi"][1]["1"]["realisasi"] = "20"
    assert "revisi" in text(shown(isi)).lower()


def test_a_revision_is_shown_with_its_number() -> None:
    isi = sah()
    isi["langkah"]["revisi"] = {"nomor": "2", "alasan": "Salah", "tanggal": "2026-08-01"}
    assert "revisi 2" in text(shown(isi)) and "revision 2" in text(shown(isi), "en")


@pytest.mark.parametrize(
    ("jumlah", "satuan", "id_", "en"),
    [
        (0, "menit", "0 menit", "0 min"),
        (15, "menit", "15 menit", "15 min"),
        (60, "menit", "1 jam", "1 h"),
        (135, "menit", "2 jam 15 menit", "2 h 15 min"),
        (5, "jam", "5 jam", "5 h"),
        (1, "hari", "1 hari kerja", "1 working day"),
        (3, "hari", "3 hari kerja", "3 working days"),
    ],
)
def test_a_time_is_told_in_hours_and_working_days(jumlah: int, satuan: str, id_: str, en: str) -> None:
    assert (lama(jumlah, satuan, "id"), lama(jumlah, satuan, "en")) == (id_, en)


# --- JSON ----------------------------------------------------------------------------------------------------------


def values(what: Shown) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(status_values(what, locate, "id")))
    return made


@pytest.mark.parametrize("packet", PACKETS)
def test_the_json_has_one_shape(packet: str) -> None:
    made = values(PACKETS[packet]())
    assert list(made) == ["periode", "keadaan", "langkah", "berikutnya"]
    assert made["keadaan"] in ("draf", "siap", "sah", "lengkap")
    assert [langkah["no"] for langkah in made["langkah"]] == list(range(1, 12))
    for langkah in made["langkah"]:
        assert list(langkah) == [
            *("no", "kegiatan", "keadaan", "oleh", "mulai", "selesai", "durasi", "baku", "bukti"),
        ]
        assert langkah["keadaan"] in ("selesai", "kedaluwarsa", "berikutnya", "menunggu")
        assert all(isinstance(tempat, str) for tempat in langkah["bukti"])
    assert (made["berikutnya"] is None) is (made["keadaan"] == "lengkap")


def test_the_json_says_what_the_steps_say() -> None:
    isi = isian()
    isi["langkah"]["kompilasi"]["mulai"] = "2026-07-02 08.00"
    made = values(shown(bersidik(isi)))
    assert (made["periode"], made["keadaan"], made["berikutnya"]) == ("2026-tw2", "lengkap", None)
    assert made["langkah"][1] == {
        "no": 2,
        "kegiatan": "Mengkompilasi data",
        "keadaan": "selesai",
        "oleh": "Wening, S.E.",
        "mulai": "2026-07-02T08:00",
        "selesai": "2026-07-02T15:00",
        "durasi": "6 jam",
        "baku": "5 jam",
        "bukti": ["data/2026/tw2/langkah.yaml:12", "data/2026/tw2/realisasi/a.yaml:12"],
    }
    assert made["langkah"][6]["selesai"] == "2026-07-10"


def test_the_json_of_a_step_that_is_not_there_is_null() -> None:
    langkah = values(PACKETS["begun"]())["langkah"][8]
    assert (langkah["oleh"], langkah["mulai"], langkah["selesai"], langkah["durasi"], langkah["bukti"]) == (
        *(None, None, None, None, []),
    )


def test_the_json_says_what_is_next_and_what_it_lacks() -> None:
    made = values(shown(after(lambda isi: isi["rapat"][2]["undangan"].pop("tempat"))))["berikutnya"]
    assert (made["no"], made["oleh"]) == (3, ["Raka, M.Si. (sekretaris)"])
    assert made["kurang"] == [
        {"hal": "`tempat` belum diisi di data/2026/tw2/rapat.yaml", "tempat": "data/2026/tw2/rapat.yaml:12"}
    ]
    assert made["perintah"] == "kinerja step 3 2026-tw2 --oleh NAMA"


def test_a_status_needs_no_row_of_the_sop() -> None:
    """A sop.yaml with a row missing is told elsewhere; the status does not break on it."""
    isi = sah()
    isi["sop_"] = contoh.sop(langkah=contoh.sop()["langkah"][:8])
    what = shown(isi)
    assert isinstance(what.status, StatusSop)
    assert values(what)["langkah"][10]["baku"] is None and text(what)
