"""A terminal's screen as a picture, cell by cell."""

from __future__ import annotations

from typing import Final

from PIL import Image, ImageDraw
from pyte.screens import Char, Screen

from tests.shots.fonts import Font

COLOURS: Final = 256
"""In a picture: far more than a screen has, with the grey edges of its letters."""

LETTERS, GROUND = "#d0d0d0", "#101010"
"""The terminal's own colours."""

NAMED: Final = {
    "black": "#000000",
    "red": "#cd3131",
    "green": "#0dbc79",
    "brown": "#e5e510",
    "blue": "#2472c8",
    "magenta": "#bc3fbc",
    "cyan": "#11a8cd",
    "white": "#e5e5e5",
}
BRIGHT: Final = {
    "brightblack": "#767676",
    "brightred": "#f14c4c",
    "brightgreen": "#23d18b",
    "brightbrown": "#f5f543",
    "brightblue": "#3b8eea",
    "brightmagenta": "#d670d6",
    "brightcyan": "#29b8db",
    "brightwhite": "#ffffff",
}
"""What pyte calls the sixteen colours that a terminal chooses itself."""


def paint(screen: Screen, font: Font) -> Image.Image:
    """Give a picture of what stands on a screen."""
    size = (screen.columns * font.width, screen.lines * font.height)
    picture = Image.new("RGB", size, GROUND)
    draw = ImageDraw.Draw(picture)
    for y in range(screen.lines):
        for x in range(screen.columns):
            _cell(draw, font, x * font.width, y * font.height, screen.buffer[y][x])
    return picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def _cell(draw: ImageDraw.ImageDraw, font: Font, left: int, top: int, cell: Char) -> None:
    letters, ground = _colour(cell.fg, LETTERS), _colour(cell.bg, GROUND)
    if cell.reverse:
        letters, ground = ground, letters
    right, bottom = left + font.width - 1, top + font.height - 1
    draw.rectangle((left, top, right, bottom), fill=ground)
    if cell.data.strip():
        draw.text((left, top), cell.data, font=font.bold if cell.bold else font.regular, fill=letters)
    if cell.underscore:
        draw.line((left, bottom - 1, right, bottom - 1), fill=letters)


def _colour(name: str, otherwise: str) -> str:
    """Give a colour as pillow writes it, from pyte's name or six figures for it."""
    if name == "default":
        return otherwise
    if name in NAMED:
        return NAMED[name]
    return BRIGHT.get(name, f"#{name}")
