from pipeline.documents.lampiran import konteks
from pipeline.domain.model import Lampiran


def test_a_picture_has_its_title_as_alt_text_and_fits_on_a4() -> None:
    hasil = konteks(Lampiran(judul="Foto rapat", berkas="gambar/rapat.jpg"))
    assert (hasil.judul, hasil.gambar.file, hasil.gambar.alt) == ("Foto rapat", "data/gambar/rapat.jpg", "Foto rapat")
    assert hasil.gambar.width_mm <= 160
    assert hasil.gambar.height_mm < 297 - 50
