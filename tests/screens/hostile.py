"""Text that is out to harm: control sequences, hidden marks and markup, and how to look for the harm."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from textual.app import App

from data.clean import clean

CONTROL: Final = {
    "osc 52, bell": "\x1b]52;c;SGVp\x07",
    "osc 52, st": "\x1b]52;c;SGVp\x1b\\",
    "osc 0, title": "\x1b]0;PWN\x1b\\",
    "osc 8, link": "\x1b]8;;http://evil/\x1b\\lenke\x1b]8;;\x1b\\",
    "csi, erase": "\x1b[2J",
    "csi, report": "\x1b[6n",
    "csi, mouse off": "\x1b[?1000l",
    "csi, home": "\x1b[HGODKJENT",
    "reset": "\x1bc",
    "dcs": '\x1bP$q"p\x1b\\',
    "tmux": "\x1bPtmux;\x1b\x1b]52;c;SGVp\x07\x1b\\",
    "c1 csi": "\x9b2J",
    "c1 osc": "\x9d52;c;SGVp\x9c",
    "nel": "\x85",
    "bell": "\x07",
    "backspaces": "\x08\x08",
    "return": "\r",
    "nul": "\x00",
    "shift out": "\x0e",
    "delete": "\x7f",
    "vertical tab": "\x0b",
    "line feed": "\n",
    "tab": "\t",
    "right to left": "\u202eLAKS",
    "isolate": "\u2067",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "byte order mark": "\ufeff",
    "line separator": "\u2028",
    "tag character": "\U000e0041",
    "variation selector": "\ufe0f",
    "soft hyphen": "\u00ad",
    "decomposed": "A\u030a",
    "lone surrogate": "\udc9b",
    "zalgo": "a" + "\u0301" * 60,
}
"""What a terminal might obey or a reader not see."""

MARKUP: Final = {
    "closing": "[/]",
    "closing a name": "[/x]",
    "closing, unended": "[/",
    "closing what was not opened": "tekst[/red]",
    "link, unended": "[link='x",
    "brackets and letters": "Ærø [møte] [/å]",
    "bold": "[b]fet",
    "colour": "[red]rød",
    "variable": "[$x]",
    "action": "[@click=app.quit]KLIKK[/]",
    "link": "[link=https://evil]lenke[/link]",
    "a name": "[Barn A]",
    "a letter": "[a]",
    "a deadline": "[frist: 1. mai]",
    "an address": "[https://eksempel.no]",
    "a path": "C:\\[mappe]",
    "escaped": "\\[b]",
    "nested": "[[b]]",
    "empty": "[]",
    "markdown": "**fet** `kode` [x](y)",
}
"""What a program that reads markup would swallow, obey or choke on."""

HOSTILE: Final = {**CONTROL, **MARKUP}


def marked(payload: str) -> str:
    """Give a payload between two words that are easy to find."""
    return f"QQQ{payload}ZZZ"


def as_shown(payload: str) -> str:
    """Give what one line may show of a marked payload: every character, made visible."""
    return clean(marked(payload)).replace("\n", " ")


def lines_of(app: App[None]) -> list[str]:
    """Give what the app's screen shows, line by line."""
    return [strip.text for strip in app.screen._compositor.render_strips()]  # noqa: SLF001 - no other way


def assert_harmless(lines: Iterable[str]) -> None:
    """Hold that lines have nothing a terminal could obey and nothing that hides."""
    for line in lines:
        for character in line:
            category = unicodedata.category(character)
            assert category[0] in "LMNPS" or character == " ", (
                f"U+{ord(character):04X} ({category}) in {line!r}"
            )
