"""Where text goes: two streams, their colours, their width, and the line that moves while something takes long."""

from __future__ import annotations

import io
import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, TextIO

from pipeline.messages import text
from pipeline.problems import KinerjaError
from pipeline.show.problems import error_text


class Stage(Protocol):
    """Called with the message code of a stage as it begins, and while it goes on with how much of it is done."""

    def __call__(self, code: str, done: int = 0, total: int = 0) -> None: ...


_COLOURS = {"stop": "31;1", "warn": "33", "good": "32", "place": "36", "faint": "2", "strong": "1"}
_NARROW, _WIDE = 80, 120
_TICK = 0.2


@dataclass(frozen=True)
class Terminal:
    """The two streams of a process as one language sees them. Results go to `out`, everything else to `err`."""

    language: str
    out: TextIO
    err: TextIO
    width: int = 100
    colours_out: bool = False
    colours_err: bool = False

    @classmethod
    def of(cls, language: str, environ: Mapping[str, str]) -> Terminal:
        """The process's own terminal: colours only where a person looks and NO_COLOR is not set."""
        out, err = (stream or io.StringIO() for stream in (sys.stdout, sys.stderr))  # None where it is closed (`>&-`)
        for stream in (out, err):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        wish = not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
        return cls(
            language,
            out,
            err,
            width=min(max(shutil.get_terminal_size((100, 24)).columns, _NARROW), _WIDE),
            colours_out=wish and out.isatty(),
            colours_err=wish and err.isatty(),
        )

    def say(self, words: str) -> None:
        """A result, on stdout."""
        _write(words, self.out)

    def complain(self, words: str) -> None:
        """What is not a result, on stderr."""
        _write(words, self.err)

    def error(self, error: KinerjaError) -> None:
        """What no edit can mend, on stderr."""
        self.complain(error_text(error, self.language, width=self.width, paint=self.paint_error))

    def paint(self, words: str, role: str) -> str:
        return f"\033[{_COLOURS[role]}m{words}\033[0m" if self.colours_out else words

    def paint_error(self, words: str, role: str) -> str:
        return f"\033[{_COLOURS[role]}m{words}\033[0m" if self.colours_err else words

    def seconds(self, seconds: float) -> str:
        """ "1,4" in Indonesian, "1.4" in English."""
        return f"{seconds:.1f}".replace(".", "," if self.language == "id" else ".")

    @contextmanager
    def stages(self) -> Iterator[Stage]:
        """A progress line per stage on stderr: it moves where a person looks, else it stands when the stage is over."""
        line = _StageLine(self)
        try:
            yield line.begin
            line.end(done=True)
        finally:
            line.end(done=False)


def _write(words: str, stream: TextIO) -> None:
    """Where the reader of a pipe has gone (`| head`), the rest is dropped without an error, also at Python's exit."""
    try:
        print(words, file=stream, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class _StageLine:
    """The stage that is running and since when; only its own thread and `begin`/`end` write the line."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._moves = terminal.err.isatty()
        self._code: str | None = None
        self._since = 0.0
        self._count = ""
        self._stop = threading.Event()
        self._ticker: threading.Thread | None = None

    def begin(self, code: str, done: int = 0, total: int = 0) -> None:
        if code != self._code:
            self._start(code)
        self._count = f" {done}/{total}" if total else ""

    def _start(self, code: str) -> None:
        self.end(done=True)
        self._code, self._since = code, time.monotonic()
        if self._moves:
            self._stop.clear()
            self._ticker = threading.Thread(target=self._tick, daemon=True)
            self._ticker.start()

    def end(self, *, done: bool) -> None:
        if self._code is None:
            return
        if self._ticker:
            self._stop.set()
            self._ticker.join()
            self._terminal.err.write("\r\033[K")
        self._count = ""
        if done:
            self._terminal.complain(self._line("cli.stage.done"))
        self._code = None

    def _tick(self) -> None:
        while not self._stop.is_set():
            self._terminal.err.write("\r\033[K" + self._line("cli.stage.running"))
            self._terminal.err.flush()
            self._stop.wait(_TICK)

    def _line(self, code: str) -> str:
        language = self._terminal.language
        seconds = self._terminal.seconds(time.monotonic() - self._since)
        return text(code, language, stage=text(self._code or "", language) + self._count, seconds=seconds)
