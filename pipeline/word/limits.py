"""How long a template may run and how much memory it may take; Jinja's sandbox keeps code out but bounds neither."""

from __future__ import annotations

import resource
import signal
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SECONDS = 60.0
_MEMORY = 2 << 30
_UNPACKED = 200 << 20


class TooMuchError(ValueError):
    """A template asks for more than any report needs."""


def refuse_bomb(docx: Path, most: int = _UNPACKED) -> None:
    """Raise for a DOCX whose parts are larger than `most` bytes together. zipfile.BadZipFile for what is no zip."""
    with zipfile.ZipFile(docx) as archive:
        size = sum(part.file_size for part in archive.infolist())
    if size > most:
        raise TooMuchError(f"{size >> 20} MB unpacked, more than {most >> 20} MB")


@contextmanager
def bounded(seconds: float = _SECONDS, memory: int = _MEMORY) -> Iterator[None]:
    """Raise TooMuchError after so many seconds, MemoryError beyond so many more bytes than the process has now.

    Time is bounded on the main thread only, memory where the system counts it (Linux).
    """
    with _time(seconds), _memory(memory):
        yield


@contextmanager
def _time(seconds: float) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        raise TooMuchError(f"still running after {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _memory(more: int) -> Iterator[None]:
    statm = Path("/proc/self/statm")
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if (soft, hard) != (resource.RLIM_INFINITY,) * 2 or not statm.exists():  # else somebody bounds it already
        yield
        return
    now = int(statm.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + more, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
