"""A small sound agency in a folder of its own, to be broken one place at a time."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.domain.periode import Periode
from pipeline.inputs.load import Loaded, load

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)

FILES = {
    "data/badan.yaml": """\
        badan:
          pemerintah: Pemerintah Kabupaten Arunika
          nama: Badan Kepegawaian
          singkatan: BKD
          tempat: Arunika
          alamat: Jalan Melati Nomor 2
        unit:
          - kode: sekretariat
            nama: Sekretariat
          - kode: bidang-data
            nama: Bidang Data
        pejabat:
          - peran: kepala_badan
            jabatan: Kepala Badan
            nama: Sekar Wulandari, S.H.
            nip: 197003151995032002
            pangkat: Pembina Utama Muda
            golongan: IV/c
            berlaku_sejak: 2025-01-06
        kebijakan:
          - berlaku_sejak: 2025-01-01
            batas: 120
            skala_predikat: baku
        skala_predikat:
          - nama: baku
            rentang:
              - di_atas: 90
                predikat: Sangat Tinggi
              - predikat: Rendah
        """,
    "data/dokumen.yaml": """\
        paket:
          - dokumen: surat-pengantar
            judul: Surat Pengantar
          - dokumen: dokumen-pengukuran-kinerja
            judul: Dokumen Pengukuran Kinerja
        """,
    "data/2026/perjanjian-kinerja.yaml": """\
        tahun: 2026
        sasaran:
          - kode: S1
            nama: Meningkatnya kualitas data kepegawaian
            indikator:
              - kode: "1.10"
                nama: Persentase data mutakhir
                satuan: persen
                penanggung_jawab: bidang-data
                akumulasi: posisi
                target: {tahun: 90, tw1: 60, tw2: 70, tw3: 80, tw4: 90}
                program: [5.03.01]
              - kode: IK-2
                nama: Banyaknya layanan
                satuan: layanan
                penanggung_jawab: sekretariat
                akumulasi: jumlah
                pembilang: layanan selesai
                penyebut: layanan diminta
                target: {tahun: 40, tw1: 10, tw2: 10, tw3: 10, tw4: 10}
        program:
          - kode: 5.03.01
            nama: Program Kepegawaian
            sasaran: S1
            penanggung_jawab: bidang-data
            pagu: 125000000
        """,
    "data/2026/tw1/realisasi/bidang-data.yaml": """\
        unit: bidang-data
        realisasi:
          - kode: 1.10
            realisasi: 62.50
            bukti:
              - uraian: Rekap data
                berkas: 2026/tw1/bukti/rekap.csv
        anggaran:
          - kode: 5.03.01
            realisasi: 25000000
        """,
    "data/2026/tw1/realisasi/sekretariat.yaml": """\
        unit: sekretariat
        realisasi:
          - kode: IK-2
            pembilang: 9
            penyebut: 10
        """,
    "data/2026/tw1/bukti/rekap.csv": "a;b\n",
}


class Root:
    """A folder whose files a test replaces or edits before it loads them."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, file: str, content: str | bytes) -> None:
        path = self.path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else textwrap.dedent(content).encode())

    def replace(self, file: str, old: str, new: str) -> None:
        text = (self.path / file).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        (self.path / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def load(self, periode: str = "2026-tw1") -> Loaded:
        return load(self.path, Periode.parse(periode))

    def found(self, periode: str = "2026-tw1") -> list[str]:
        """Every problem as "file:line:col code → hint" (file without data/)."""
        return [shown(problem) for problem in self.load(periode).problems]


def shown(problem: object) -> str:
    source, hint = problem.source, problem.hint  # type: ignore[attr-defined]
    place = str(source).removeprefix("data/")
    return f"{place} {problem.code}" + (f" → {hint}" if hint else "")  # type: ignore[attr-defined]


@pytest.fixture
def root(tmp_path: Path) -> Root:
    made = Root(tmp_path)
    for file, content in FILES.items():
        made.write(file, content)
    return made


@pytest.fixture
def png() -> bytes:
    return PNG


@pytest.fixture
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Root]:
    """Makes one more sound agency, for properties that need a new one for every example."""

    def make() -> Root:
        made = Root(tmp_path_factory.mktemp("root"))
        for file, content in FILES.items():
            made.write(file, content)
        return made

    return make
