"""What a template may not do: run code, read files, the environment or the network, ask for endless work."""

from __future__ import annotations

import os
import socket
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from pipeline.media import Image
from pipeline.problems import Said, Severity, TemplateError
from pipeline.render.docx import _environment, render
from pipeline.render.values import Value, fill_plain
from pipeline.template.check import check_opened
from pipeline.template.parts import Shelf
from pipeline.word.limits import bounded
from tests.render import pola
from tests.template.rusak import typed

HIDDEN = "rahasia-4711"


@dataclass(frozen=True)
class Baris:
    nama: str
    _sandi: str = HIDDEN


@dataclass(frozen=True)
class Konteks:
    judul: str = "x"
    baris: tuple[Baris, ...] = (Baris("a"), Baris("b"))
    ada: bool = True
    gambar: Image | None = None


PAYLOADS = (
    # the way from any value to all classes, and to modules
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''.__class__.__base__.__subclasses__() }}",
    "{{ judul.__class__.__init__.__globals__ }}",
    "{{ (1).__class__.__bases__ }}",
    "{{ [].__class__.__base__ }}",
    "{{ {}.__class__ }}",
    "{{ ().__class__.__bases__[0].__subclasses__() }}",
    "{% for c in [].__class__.__base__.__subclasses__() %}{{ c.__name__ }}{% endfor %}",
    "{{ judul.__doc__ }}",
    "{{ baris.__getitem__ }}",
    "{{ baris[0]._sandi }}",
    "{% for b in baris %}{{ b._sandi }}{% endfor %}",
    "{% for b in baris %}{{ b['_sandi'] }}{% endfor %}",
    # the same without dots, underscores or quotes
    "{{ judul['__class__'] }}",
    "{{ judul['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "{{ judul|attr('__class__') }}",
    "{{ judul|attr(['__cla', 'ss__']|join) }}",
    "{{ judul|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ baris|map(attribute='__class__')|list }}",
    "{{ baris|map(attribute='_sandi')|join }}",
    "{{ baris|selectattr('_sandi')|first }}",
    "{{ baris|groupby('_sandi') }}",
    "{{ baris|sum(attribute='__class__') }}",
    "{{ judul|format }}",
    # the names that Jinja and Flask give every template
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].environ }}",
    "{{ lipsum() }}",
    "{{ dict(a=1) }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ self }}",
    "{{ config }}",
    "{{ config.items() }}",
    "{{ request.application.__globals__ }}",
    "{{ url_for.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ context }}",
    "{{ environment }}",
    "{{ caller }}",
    "{{ varargs }}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{{ m() }}",
    "{% macro m() %}{{ varargs }}{% endmacro %}{{ m.__globals__ }}",
    "{% set x = cycler %}{{ x }}",
    "{% with x = lipsum %}{{ x }}{% endwith %}",
    "{% call(x) lipsum() %}{% endcall %}",
    # formats
    "{{ '{0.__class__}'.format(judul) }}",
    "{{ '{0.__class__.__mro__}'.format_map({'0': judul}) }}",
    "{{ '%s' % judul }}",
    "{{ '%(x)s'|format(x=judul.__class__) }}",
    "{{ judul.format.__self__ }}",
    # files, modules, the environment
    "{% include '/etc/passwd' %}",
    "{% include judul %}",
    "{% import 'os' as os %}{{ os }}",
    "{% import os %}",
    "{% from 'os' import environ %}{{ environ }}",
    "{% extends '/etc/passwd' %}",
    "{% block x %}{{ super() }}{% endblock %}",
    "{{ super() }}",
    "{{ open('/etc/passwd').read() }}",
    "{{ __import__('os') }}",
    "{{ eval('1') }}",
    "{{ environ }}",
    "{{ os.environ }}",
    "{{ judul|xmlattr }}",
    "{{ judul|pprint }}",
    "{{ judul|tojson }}",
    "{{ judul|safe }}",
    "{% debug %}",
    "{% do judul %}",
    "{% autoescape false %}{{ judul }}{% endautoescape %}",
    # work without end, memory without end
    "{% for i in range(1000000000) %}x{% endfor %}",
    "{% for i in 'x' * 1000000000 %}x{% endfor %}",
    "{{ range(1000000000)|list }}",
    "{{ judul * 1000000000 }}",
    "{{ 'x' * 10 ** 10 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ 2 ** 999999999 }}",
    "{{ [0] * 1000000000 }}",
    "{{ judul.ljust(1000000000) }}",
    "{{ judul|center(1000000000) }}",
    "{{ judul|indent(1000000000) }}",
    "{{ 'x'|batch(3)|list }}",
    "{% for a in baris recursive %}{{ loop(baris) }}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ 1 if ada else m() }}",
    "{{ judul ~ judul }}",
)


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Something to be found, and nobody to talk to."""
    monkeypatch.setenv("RAHASIA", HIDDEN)

    def refused(*args: object, **kwargs: object) -> Any:
        raise AssertionError("a template asked for the network")

    monkeypatch.setattr(socket, "socket", refused)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_check_refuses_it(payload: str) -> None:
    found = check_opened(typed("Alinea pertama", payload), Konteks, Shelf(Path("tidak-ada"), {}))
    assert found
    assert all(each.severity is Severity.SALAH for each in found)
    assert all(each.word is not None and each.word.anchor == ("word/document.xml", 1) for each in found)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_without_the_check_it_prints_nothing_of_the_machine(payload: str) -> None:
    begun = time.monotonic()
    assert not printed(payload) - HARMLESS
    assert time.monotonic() - begun < 1


HARMLESS = {"", "x", "xx", "a", "b", "1"}
"""What a payload may print: the data it was given, and what is written in it."""


def printed(payload: str) -> set[str]:
    """What comes out of the environment in which templates are filled in; nothing where it refuses."""
    held: list[Value] = []
    try:
        made = _environment(held).from_string(payload).render(vars(Konteks()))
    except Exception:
        return set()
    return {fill_plain(str(made), held)}


def test_the_test_itself_would_see_a_secret() -> None:
    assert printed("{{ judul }}") == {"x"}
    held: list[Value] = []
    template = _environment(held).from_string("{{ rahasia }}")
    assert fill_plain(template.render(rahasia=os.environ["RAHASIA"]), held) == HIDDEN


def test_nothing_is_known_but_the_fields_and_nothing_is_callable() -> None:
    environment = _environment([])
    assert environment.globals == {}
    assert environment.tests == {}
    assert environment.loader is None
    assert sorted(environment.filters) == sorted(
        ["upper", "lower", "capitalize", "title", "trim", "replace", "length", "join"]
    )


GROWING = (
    "{{ judul" + '|replace("x", "xxxxxxxxxx")' * 16 + " }}",
    "".join(f'{{% set x{n} = x{n - 1}|replace("x", "{"x" * 400}") %}}' for n in range(1, 9)) + "{{ x8 }}",
)


@pytest.mark.parametrize("growing", GROWING, ids=["filters", "names"])
def test_a_text_that_grows_without_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, growing: str
) -> None:
    monkeypatch.setattr("pipeline.render.docx.bounded", partial(bounded, memory=256 << 20))
    template = pola.template(tmp_path / "t.docx", growing.replace("x0", "judul"))
    with pytest.raises(TemplateError) as caught:
        render(template, Konteks(), root=tmp_path)
    (found,) = caught.value.problems
    assert (found.code, found.args["sebab"]) == ("templat-jalan", Said("templat.jinja.besar"))
