import dataclasses
from pathlib import Path

import pytest

from pipeline.documents.registry import DOKUMEN, Dokumen
from pipeline.domain.model import KUNCI_DOKUMEN, KUNCI_PAKET, PER_UNIT
from pipeline.domain.sop import SAH_SESUDAH
from tests.documents import naskah

TEMPLATES = Path(__file__).parents[2] / "templates"


def test_the_registry_holds_exactly_what_a_packet_may_name() -> None:
    assert sorted(d.key for d in DOKUMEN if d.key != "lembar-kendali-sop") == sorted(KUNCI_PAKET)
    assert sorted(d.key for d in DOKUMEN) == sorted(KUNCI_DOKUMEN)
    assert [d.key for d in DOKUMEN if d.per_unit] == [PER_UNIT]


def test_what_may_change_after_the_signature_is_what_later_steps_make() -> None:
    assert [d.key for d in DOKUMEN if d.late] == [d.key for d in DOKUMEN if d.step > SAH_SESUDAH]


def test_every_document_belongs_to_a_row_of_the_sop() -> None:
    langkah = [d.step for d in DOKUMEN]
    assert langkah == sorted(langkah)
    assert set(langkah) <= set(range(1, 12))


@pytest.mark.parametrize("dokumen", DOKUMEN, ids=lambda d: d.key)
def test_a_context_is_of_the_type_it_promises_even_for_an_agency_that_has_typed_next_to_nothing(
    dokumen: Dokumen,
) -> None:
    bahan = naskah.bahan(naskah.berkas())
    unit = bahan.berkas.badan.isi.unit if dokumen.per_unit else ()
    for hasil in [dokumen.context(bahan, u) for u in unit] or [dokumen.context(bahan)]:
        assert type(hasil) is dokumen.context_type
        assert dataclasses.is_dataclass(hasil)
    assert dokumen.context_type.__dataclass_params__.frozen
