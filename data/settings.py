"""What users set for themselves in config.toml; the program starts whatever stands there."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from data.language import _


class Look(StrEnum):
    """The colours of the screen. TERMINAL takes those that the terminal itself is set to."""

    DARK = "mørkt"
    LIGHT = "lyst"
    TERMINAL = "terminalens"


LONGEST_IDLE = 24 * 60
"""Minutes; more than a day without a key is as good as never."""


class Settings(NamedTuple):
    """What can be set. `profile` is the name of the municipality's rules, "" where none is chosen.

    `hide_after` is the minutes without a key after which the screen is hidden, 0 for never. `mistake`
    says what could not be used and what was expected, "" for nothing.
    """

    look: Look = Look.DARK
    mistake: str = ""
    profile: str = ""
    hide_after: int = 0


def read_settings(file: Path) -> Settings:
    """Read the settings in a file; what is wrong there is told in `mistake` and otherwise left out."""
    if not _is_there(file):
        return Settings()
    from data.table import TableError  # noqa: PLC0415 - most people have no such file
    from data.toml_file import read_toml  # noqa: PLC0415 - the same

    look, mistake, profile, hide_after = Look.DARK, "", "", 0
    try:
        table = read_toml(file)
        look = Look(table.choice("tema", tuple(Look), default=Look.DARK))
        profile = table.text("profil", default="")
        hide_after = table.number("skjul_skjermen_etter", most=LONGEST_IDLE, default=0)
        table.nothing_else()
        table.settle()
    except FileNotFoundError:
        return Settings()
    except TableError as error:
        mistake = error.words(str(file))
    return Settings(look, mistake, profile, hide_after)


def _is_there(file: Path) -> bool:
    """Whether there is such a file, or something there that keeps us from knowing."""
    try:
        return file.exists()
    except OSError:
        return True


def mistake_title() -> str:
    """Give the words above what is wrong in the settings."""
    return _("Noe i innstillingene kan ikke brukes")
