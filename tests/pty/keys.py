"""The bytes that an xterm sends for each key, by the key's name."""

from __future__ import annotations

from typing import Final

_LETTER_OF: Final = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
_NUMBER_OF: Final = {"insert": 2, "delete": 3, "pageup": 5, "pagedown": 6}
_NUMBER_OF_F: Final = dict(zip(range(5, 13), (15, 17, 18, 19, 20, 21, 23, 24), strict=True))
_MODIFIER: Final = {"shift": 2, "alt": 3, "ctrl": 5}

KEYS: Final = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    **{name: f"\x1b[{letter}" for name, letter in _LETTER_OF.items()},
    **{name: f"\x1b[{number}~" for name, number in _NUMBER_OF.items()},
    **{f"f{key}": f"\x1bO{'PQRS'[key - 1]}" for key in range(1, 5)},
    **{f"f{key}": f"\x1b[{number}~" for key, number in _NUMBER_OF_F.items()},
    **{
        f"{held}+{name}": f"\x1b[1;{number}{letter}"
        for held, number in _MODIFIER.items()
        for name, letter in _LETTER_OF.items()
    },
}


def key_bytes(name: str) -> bytes:
    """Give the bytes for a key such as `f8`, `ctrl+s`, `alt+x`, `shift+up` or `å`.

    Raises ValueError for a name that no key has.
    """
    if name in KEYS:
        return KEYS[name].encode()
    held, _, letter = name.rpartition("+")
    if held == "ctrl" and len(letter) == 1 and letter.isascii():
        return bytes([ord(letter.upper()) & 0x1F])
    if held == "alt" and len(letter) == 1:
        return b"\x1b" + letter.encode()
    if len(name) == 1:
        return name.encode()
    raise ValueError(f"no key is called {name!r}")
