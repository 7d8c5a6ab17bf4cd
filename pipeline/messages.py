"""Every text a terminal shows, by code, Indonesian and English side by side; it refuses to know who shows it.

Codes: `masalah.<kode>` says what is wrong with an input, `masalah.<kode>.saran` how to mend it. Everything else is named
by the place that says it (`cli.…`, `setup.…`, `render.…`, `doctor.…`). Only the standard library is imported here: the set-up
runs before any dependency is installed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One message in both languages, with the same `{placeholders}`."""

    id: str
    en: str


MESSAGES: dict[str, Text] = {
    # --- setup -------------------------------------------------------------------------------------------------
    # --- cli ---------------------------------------------------------------------------------------------------
    # --- doctor ------------------------------------------------------------------------------------------------
    # --- render ------------------------------------------------------------------------------------------------
    # --- inputs ------------------------------------------------------------------------------------------------
    # --- checks of the domain ----------------------------------------------------------------------------------
}


def text(code: str, language: str, /, **args: str) -> str:
    """The message of a code in "id" or "en" with its placeholders filled; KeyError for a code that is not here."""
    message = MESSAGES[code]
    return (message.id if language == "id" else message.en).format(**args)


def language_of(option: str | None = None, environ: Mapping[str, str] | None = None) -> str:
    """The terminal's language: `--bahasa`, else KINERJA_BAHASA, else the locale, else English."""
    env = os.environ if environ is None else environ
    for value in (option, env.get("KINERJA_BAHASA")):
        if value in ("id", "en"):
            return value
    locale = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return "id" if locale.lower().startswith(("id", "in_id")) else "en"
