import pytest

from pipeline.documents.pindaian import konteks


@pytest.mark.parametrize(("kertas", "lebar", "tinggi"), [(None, 210, 297), ("A4", 210, 297), ("F4", 215, 330)])
def test_a_scan_is_as_large_as_the_paper_but_for_a_small_margin(kertas: str | None, lebar: int, tinggi: int) -> None:
    hasil = konteks("2026/tw3/pengesahan.png", "Lembar pengesahan", kertas)
    assert (hasil.judul, hasil.gambar.alt) == ("Lembar pengesahan", "Lembar pengesahan")
    assert hasil.gambar.file == "data/2026/tw3/pengesahan.png"
    assert (lebar - hasil.gambar.width_mm, tinggi - hasil.gambar.height_mm) == (12, 12)
