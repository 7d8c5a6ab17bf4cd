"""What a template may ask of the machine."""

from __future__ import annotations

import resource
import signal
import zipfile
from functools import partial
from pathlib import Path

import pytest

from pipeline.problems import Said, TemplateError
from pipeline.render.docx import render
from pipeline.word.limits import TooMuchError, bounded, refuse_bomb
from tests.render import pola
from tests.render.test_docx import Baris, Konteks


def test_what_runs_too_long_is_stopped_and_the_alarm_is_off_again() -> None:
    with pytest.raises(TooMuchError, match=r"0\.05 seconds"), bounded(seconds=0.05):
        while True:
            pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL


def test_what_takes_too_much_memory_is_stopped_and_the_limit_is_off_again() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(MemoryError), bounded(memory=64 << 20):
        bytearray(256 << 20)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_a_template_that_never_ends_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.render.docx.bounded", partial(bounded, seconds=0.2))
    loops = ("{% for a in baris %}{% for b in baris %}{% for c in baris %}", "{% endfor %}{% endfor %}{% endfor %}")
    with pytest.raises(TemplateError) as caught:
        render(pola.template(tmp_path / "t.docx", "".join(loops)), Konteks(baris=(Baris("x"),) * 9999), root=tmp_path)
    (found,) = caught.value.problems
    assert (found.code, found.args["sebab"]) == ("templat-jalan", Said("templat.jinja.besar"))


def test_a_document_that_takes_too_long_beside_its_tags_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_: object) -> None:
        raise TooMuchError("still running after 60 seconds")

    monkeypatch.setattr("pipeline.render.docx._Template.map_tree", slow)
    with pytest.raises(TemplateError) as caught:
        render(pola.template(tmp_path / "t.docx", "{{ judul }}"), Konteks(), root=tmp_path)
    (found,) = caught.value.problems
    assert (found.code, found.args["sebab"]) == ("templat-jalan", Said("templat.jinja.besar"))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "t.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (3 << 20))
    refuse_bomb(bomb)
    with pytest.raises(TooMuchError, match="3 MB unpacked, more than 2 MB"):
        refuse_bomb(bomb, most=2 << 20)
