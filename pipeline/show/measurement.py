"""A measurement as JSON and as a table for a terminal; it refuses to compute: every number is shown as measured."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.domain import capaian
from pipeline.domain.hasil import (
    Capaian,
    Dikecualikan,
    HasilIndikator,
    HasilSasaran,
    Keadaan,
    Nilai,
    Pengukuran,
    Rerata,
    Serapan,
)
from pipeline.domain.model import Rentang
from pipeline.messages import text
from pipeline.problems import Path, Source
from pipeline.show.numbers import number
from pipeline.show.paint import Paint, cells, plain, visible

Locate = Callable[[Path], Source | None]

_KEADAAN = {
    Keadaan.TERHITUNG: "cli.keadaan.terhitung",
    Keadaan.BELUM_DIISI: "cli.keadaan.belum-diisi",
    Keadaan.TIDAK_BERLAKU: "cli.keadaan.tidak-berlaku",
    Keadaan.TIDAK_DAPAT_DIHITUNG: "cli.keadaan.tidak-dapat-dihitung",
}
_CATATAN = {
    capaian.CATATAN_TANPA_TARGET_TW: "cli.catatan.tanpa-target-tw",
    capaian.CATATAN_TANPA_TARGET_TAHUN: "cli.catatan.tanpa-target-tahun",
    capaian.CATATAN_TW_IV: "cli.catatan.tw-iv",
    capaian.CATATAN_BELUM_DIUKUR: "cli.catatan.belum-diukur",
    capaian.CATATAN_PENYEBUT_NOL: "cli.catatan.penyebut-nol",
    capaian.CATATAN_TARGET_NOL: "cli.catatan.target-nol",
    capaian.CATATAN_TARGET_NEGATIF: "cli.catatan.target-negatif",
    capaian.CATATAN_LABEL: "cli.catatan.label",
}
_NAME, _NARROWEST = 1, 12
"""The column of names, which takes what is left, and the fewest cells it may have."""


# --- JSON ----------------------------------------------------------------------------------------------------------


def measurement_values(pengukuran: Pengukuran, locate: Locate) -> dict[str, object]:
    """The JSON object: numbers are strings with a decimal point as printed, null where there is none."""
    return {
        "periode": str(pengukuran.periode),
        "indikator": [_indikator_values(hasil, locate) for hasil in pengukuran.indikator],
        "sasaran": [_sasaran_values(hasil) for hasil in pengukuran.sasaran],
        **_rerata_values(pengukuran.capaian_tw, pengukuran.capaian_tahun),
        "anggaran": _serapan_values(pengukuran.total_anggaran),
    }


def _indikator_values(hasil: HasilIndikator, locate: Locate) -> dict[str, object]:
    return {
        "kode": hasil.indikator.kode,
        "nama": hasil.indikator.nama,
        "satuan": hasil.indikator.satuan,
        "target_tw": _nilai_values(hasil.target_tw),
        "target_tahun": _nilai_values(hasil.target_tahun),
        "realisasi": _nilai_values(hasil.realisasi),
        "capaian_tw": _number(hasil.capaian_tw.nilai),
        "status": str(hasil.capaian_tw.keadaan),
        "predikat": hasil.capaian_tw.predikat,
        "capaian_tw_tanpa_batas": _number(hasil.capaian_tw.tanpa_batas),
        "capaian_tahun": _number(hasil.capaian_tahun.nilai),
        "status_tahun": str(hasil.capaian_tahun.keadaan),
        "predikat_tahun": hasil.capaian_tahun.predikat,
        "capaian_tahun_tanpa_batas": _number(hasil.capaian_tahun.tanpa_batas),
        "catatan": hasil.capaian_tw.catatan,
        "catatan_tahun": hasil.capaian_tahun.catatan,
        "sasaran": hasil.sasaran.kode,
        "unit": hasil.indikator.penanggung_jawab,
        "pembilang": _number(hasil.pembilang),
        "penyebut": _number(hasil.penyebut),
        "rumus": hasil.rumus,
        "sumber": _sources(hasil.sumber, locate),
    }


def _sasaran_values(hasil: HasilSasaran) -> dict[str, object]:
    return {
        "kode": hasil.sasaran.kode,
        "nama": hasil.sasaran.nama,
        **_rerata_values(hasil.capaian_tw, hasil.capaian_tahun),
        "efisiensi": _number(hasil.efisiensi.nilai),
        "dasar_efisiensi": hasil.efisiensi.dasar,
    }


def _rerata_values(tw: Rerata, tahun: Rerata) -> dict[str, object]:
    return {
        "capaian_tw": _number(tw.nilai),
        "predikat": tw.predikat,
        "capaian_tahun": _number(tahun.nilai),
        "predikat_tahun": tahun.predikat,
        "dihitung": list(tw.dihitung),
        "dikecualikan": _dikecualikan(tw),
        "dihitung_tahun": list(tahun.dihitung),
        "dikecualikan_tahun": _dikecualikan(tahun),
    }


def _dikecualikan(rerata: Rerata) -> list[dict[str, str | None]]:
    return [{"kode": d.kode, "status": str(d.keadaan), "catatan": d.catatan} for d in rerata.dikecualikan]


def _serapan_values(serapan: Serapan) -> dict[str, object]:
    return {
        "pagu": _number(serapan.pagu),
        "realisasi": _number(serapan.realisasi),
        "serapan": _number(serapan.serapan),
        "pagu_awal": _number(serapan.pagu_awal),
        "kas": _number(serapan.kas),
        "terhadap_kas": _number(serapan.terhadap_kas),
    }


def _nilai_values(nilai: Nilai) -> object:
    if isinstance(nilai, Rentang):
        return {"min": _number(nilai.min), "max": _number(nilai.max)}
    return _number(nilai) if isinstance(nilai, Decimal) else nilai


def _number(nilai: Decimal | None) -> str | None:
    return None if nilai is None else f"{nilai:f}"


def _sources(paths: Iterable[Path], locate: Locate) -> list[str]:
    found = (locate(path) for path in paths)
    return list(dict.fromkeys(str(source) for source in found if source))


# --- the table -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the most cells it may take, whether it stands at the right or may be left out."""

    heading: str
    most: int
    right: bool = False
    spare: bool = False


def measurement_text(pengukuran: Pengukuran, language: str, *, width: int = 100, paint: Paint = plain) -> str:
    """Title, the table of indikator, the means and the budget; no line is wider than `width` (at least 80)."""
    judul = text("cli.measure.title", language, periode=str(pengukuran.periode), romawi=pengukuran.periode.romawi)
    parts = [
        paint(judul, "strong"),
        _table(_columns(language), [_row(hasil, language) for hasil in pengukuran.indikator], max(width, 80), paint),
        _means(pengukuran, language, max(width, 80), paint),
        _how_text(pengukuran, language, max(width, 80)),
        _anggaran_text(pengukuran.total_anggaran, language),
    ]
    return "\n\n".join(parts)


def _columns(language: str) -> tuple[Column, ...]:
    return (
        Column(text("cli.measure.kode", language), 12),
        Column(text("cli.measure.nama", language), 60),
        Column(text("cli.measure.satuan", language), 11, spare=True),
        Column(text("cli.measure.target", language), 14, right=True),
        Column(text("cli.measure.realisasi", language), 14, right=True),
        Column(text("cli.measure.capaian-tw", language), 8, right=True),
        Column(text("cli.measure.capaian-tahun", language), 8, right=True),
        Column(text("cli.measure.predikat", language), 13),
    )


def _row(hasil: HasilIndikator, language: str) -> tuple[str, ...]:
    return (
        hasil.indikator.kode,
        hasil.indikator.nama,
        hasil.indikator.satuan,
        _nilai_text(hasil.target_tw, language),
        _nilai_text(hasil.realisasi, language),
        _capaian_text(hasil.capaian_tw, language),
        _capaian_text(hasil.capaian_tahun, language),
        hasil.capaian_tw.predikat or "–",
    )


def _means(pengukuran: Pengukuran, language: str, width: int, paint: Paint) -> str:
    columns = (
        Column(text("cli.measure.kode", language), 12),
        Column(text("cli.measure.sasaran", language), 60),
        Column(text("cli.measure.capaian-tw", language), 10, right=True),
        Column(text("cli.measure.predikat", language), 13),
        Column(text("cli.measure.capaian-tahun", language), 10, right=True),
        Column(text("cli.measure.predikat-tahun", language), 13),
    )
    rows = [
        (h.sasaran.kode, h.sasaran.nama, *_mean_cells(h.capaian_tw, h.capaian_tahun, language))
        for h in pengukuran.sasaran
    ]
    whole = _mean_cells(pengukuran.capaian_tw, pengukuran.capaian_tahun, language)
    rows.append(("", text("cli.measure.badan", language), *whole))
    return _table(columns, rows, width, paint)


def _mean_cells(tw: Rerata, tahun: Rerata, language: str) -> tuple[str, str, str, str]:
    return (
        _decimal(tw.nilai, language),
        tw.predikat or "–",
        _decimal(tahun.nilai, language),
        tahun.predikat or "–",
    )


def _how_text(pengukuran: Pengukuran, language: str, width: int) -> str:
    """How the two means of the agency were made, and what was left out of each and why."""
    tw = _how(text("cli.measure.capaian-tw", language), pengukuran.capaian_tw, language)
    tahun = _how(text("cli.measure.capaian-tahun", language), pengukuran.capaian_tahun, language)
    return "\n".join(line for said in (*tw, *tahun) for line in textwrap.wrap(said, width, subsequent_indent="  "))


def _how(what: str, rerata: Rerata, language: str) -> list[str]:
    batas = "" if rerata.batas is None else text("cli.measure.batas", language, batas=_decimal(rerata.batas, language))
    counted, all_ = str(len(rerata.dihitung)), str(rerata.seluruhnya)
    cara = text(f"cli.rata-rata.{rerata.cara}", language)
    how = text("cli.measure.cara", language, what=what, cara=cara, counted=counted, all=all_)
    out = "; ".join(_left_out(rerata.dikecualikan, language))
    return [how + batas, *([text("cli.measure.tanpa", language, out=out)] if out else [])]


def _left_out(left_out: Sequence[Dikecualikan], language: str) -> list[str]:
    """ "IK-1.1, IK-2.3 (not filled in)": each reason once, with all that it holds for."""
    by_reason: dict[str, list[str]] = {}
    for each in left_out:
        reason = text(_KEADAAN[each.keadaan], language)
        if each.catatan in _CATATAN:
            reason += ": " + text(_CATATAN[each.catatan], language)
        by_reason.setdefault(reason, []).append(each.kode)
    return [f"{', '.join(kode)} ({reason})" for reason, kode in by_reason.items()]


def _anggaran_text(serapan: Serapan, language: str) -> str:
    return text(
        "cli.measure.anggaran",
        language,
        pagu=_decimal(serapan.pagu, language),
        realisasi=_decimal(serapan.realisasi, language),
        serapan=_decimal(serapan.serapan, language),
    )


def _capaian_text(capaian: Capaian, language: str) -> str:
    if capaian.terhitung:
        return _decimal(capaian.nilai, language)
    return text(_KEADAAN[capaian.keadaan], language)


def _nilai_text(nilai: Nilai, language: str) -> str:
    if isinstance(nilai, Rentang):
        return f"{_decimal(nilai.min, language)}–{_decimal(nilai.max, language)}"
    return nilai if isinstance(nilai, str) else _decimal(nilai, language)


def _decimal(nilai: Decimal | None, language: str) -> str:
    return "–" if nilai is None else number(nilai, language)


def _table(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, paint: Paint) -> str:
    """Lines of at most `width`; what is too wide breaks within its column."""
    rows = [[visible(cell) for cell in row] for row in rows]
    wanted = [_wanted(column, [row[at] for row in rows]) for at, column in enumerate(columns)]
    if sum(wanted) - wanted[_NAME] + _NARROWEST > width - _gaps(columns):
        shown = [at for at, column in enumerate(columns) if not column.spare]
        columns, wanted = [columns[at] for at in shown], [wanted[at] for at in shown]
        rows = [[row[at] for at in shown] for row in rows]
    widths = _fitted(wanted, width - _gaps(columns))
    out = [paint(line, "strong") for line in _lines([column.heading for column in columns], columns, widths)]
    out.append(paint("  ".join("─" * wide for wide in widths), "faint"))
    return "\n".join([*out, *(line for row in rows for line in _lines(row, columns, widths))])


def _gaps(columns: Sequence[Column]) -> int:
    return 2 * (len(columns) - 1)


def _wanted(column: Column, texts: Sequence[str]) -> int:
    return min(column.most, max(cells(text) for text in (*_words(column.heading), *texts)))


def _fitted(wanted: Sequence[int], room: int) -> list[int]:
    """The name gives what the others need, down to its narrowest; then whichever is widest."""
    widths = list(wanted)
    widths[_NAME] = max(min(_NARROWEST, wanted[_NAME]), min(wanted[_NAME], room - sum(wanted) + wanted[_NAME]))
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    return widths


def _words(heading: str) -> list[str]:
    return heading.split() or [""]


def _lines(row: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> list[str]:
    wrapped = [textwrap.wrap(cell, wide) or [""] for cell, wide in zip(row, widths, strict=True)]
    height = max(len(cell) for cell in wrapped)
    filled = [cell + [""] * (height - len(cell)) for cell in wrapped]
    return [_line(words, columns, widths) for words in zip(*filled, strict=True)]


def _line(row: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    return "  ".join(_aligned(*cell) for cell in zip(row, widths, columns, strict=True)).rstrip()


def _aligned(line: str, wide: int, column: Column) -> str:
    gap = " " * max(0, wide - cells(line))
    return gap + line if column.right else line + gap
