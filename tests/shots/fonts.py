"""The letters that pictures are drawn with: the system's DejaVu Sans Mono, else a font from a package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from PIL import ImageFont

SIZE: Final = 15
"""Pixels; DejaVu Sans Mono then fills cells of 9 by 18 without gaps in its lines."""

FOLDERS: Final = (
    "/usr/share/fonts/truetype/dejavu",  # Debian, Ubuntu
    "/usr/share/fonts/dejavu-sans-mono-fonts",  # Fedora
    "/usr/share/fonts/TTF",  # Arch
    "/Library/Fonts",
    "~/Library/Fonts",
    "~/.local/share/fonts",
)


class Font(NamedTuple):
    """A font in its two weights, and the size of a cell in pixels."""

    regular: ImageFont.FreeTypeFont
    bold: ImageFont.FreeTypeFont
    width: int
    height: int


def font() -> Font:
    """Find DejaVu Sans Mono, which has every sign we show; else take Fira Code, which lacks some."""
    for folder in FOLDERS:
        regular = Path(folder).expanduser() / "DejaVuSansMono.ttf"
        if regular.exists():
            return _font(regular, regular.with_name("DejaVuSansMono-Bold.ttf"))
    fira = Path(str(files("fontpkg_fira_code"))) / "files" / "FiraCode[wght].ttf"
    chosen = _font(fira, fira)
    chosen.bold.set_variation_by_axes([700])
    return chosen


def _font(regular: Path, bold: Path) -> Font:
    letters = ImageFont.truetype(str(regular), SIZE)
    above, below = letters.getmetrics()
    return Font(letters, ImageFont.truetype(str(bold), SIZE), round(letters.getlength("M")), above + below)
