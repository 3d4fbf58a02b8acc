"""What the keyboard sends, made into text: bytes of any kind, and pastes with anything in them."""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Collection, Iterator
from typing import Final

ESCAPE: Final = "\x1b"
PASTE_START: Final = "\x1b[200~"
PASTE_END: Final = "\x1b[201~"

# A byte 0x80-0xFF that is no UTF-8 comes out of the decoder as the surrogate U+DC80-U+DCFF.
_AS_CP1252: Final = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", errors="replace") for byte in range(0x80, 0x100)
}


class Decoder:
    """Makes text of bytes: UTF-8, and each byte that is not UTF-8 as Windows' and Latin-1's letter.

    A terminal set to Latin-1 sends `å` as E5, which in UTF-8 starts a longer character: it is
    `halfway` until more comes. Whoever reads gives it a moment, and then calls `give_up`.
    """

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")(errors="surrogateescape")
        self._knows_utf8 = False

    def decode(self, data: bytes) -> str:
        """Give the text of `data`, keeping back a character that is not whole yet."""
        text = self._decoder.decode(data)
        if text.isascii():
            return text
        letters = text.translate(_AS_CP1252)
        self._knows_utf8 = self._knows_utf8 or letters == text
        return letters

    @property
    def halfway(self) -> bool:
        """Whether a byte is kept back that may be a letter by itself.

        Never once the terminal has sent a whole UTF-8 character: then the rest is on its way.
        """
        return not self._knows_utf8 and bool(self._decoder.getstate()[0])

    def give_up(self) -> str:
        """Give what was kept back, byte by byte."""
        text = self._decoder.decode(b"", final=True)
        return text.translate(_AS_CP1252)


class PasteGuard:
    """Takes the escape characters out of what is pasted, and gives the end of a paste in one piece.

    Textual reads an escape inside a paste as keys pressed, and so would run commands that someone
    put in the text; and it never finds the end of a paste that comes in two parts, slowly.
    """

    def __init__(self) -> None:
        self._inside = False
        # Outside: the last characters let through. Inside: what may be the first half of an end.
        self._tail = ""

    def feed(self, text: str) -> str:
        """Give `text` as it may go on to the parser."""
        safe = ""
        while text:
            part, text = self._pasted(text) if self._inside else self._typed(text)
            safe += part
        return safe

    def _typed(self, text: str) -> tuple[str, str]:
        """Let through what comes before and with the start of a paste; give it and the rest."""
        joined = self._tail + text
        start = joined.find(PASTE_START)
        if start < 0:
            self._tail = joined[1 - len(PASTE_START) :]
            return text, ""
        cut = start + len(PASTE_START) - len(self._tail)
        self._inside, self._tail = True, ""
        return text[:cut], text[cut:]

    def _pasted(self, text: str) -> tuple[str, str]:
        """Clean what comes before the end of a paste; give it and the rest."""
        joined = self._tail + text
        pasted, end, rest = joined.partition(PASTE_END)
        if end:
            self._inside, self._tail = False, ""
            return pasted.replace(ESCAPE, "") + end, rest
        kept = _half_of_an_end(joined)
        self._tail = joined[len(joined) - kept :]
        return joined[: len(joined) - kept].replace(ESCAPE, ""), ""


def _half_of_an_end(text: str) -> int:
    """Count the characters last in `text` that may be the first ones of PASTE_END."""
    lengths = range(len(PASTE_END) - 1, 0, -1)
    return next((length for length in lengths if text.endswith(PASTE_END[:length])), 0)


class EscapeKey:
    """Tells the Escape key from the start of what other keys send.

    Both are the one character, and a line that lags brings Escape and what was typed after it in one
    piece. Textual then takes them for Alt and a letter, which no command of ours has.
    """

    def __init__(self, sequences: Collection[str]) -> None:
        """`sequences` are those that keys send; of ESC O only they are one."""
        self._sequences = sequences
        self._held = ""

    @property
    def halfway(self) -> bool:
        """Whether something is kept back that may be the key, or the start of more."""
        return bool(self._held)

    def feed(self, text: str) -> Iterator[str]:
        """Give `text` in pieces; a piece that is ESCAPE alone is the key."""
        text, self._held = self._held + text, ""
        start = 0
        while (at := text.find(ESCAPE, start)) >= 0:
            after = text[at + 1 : at + 3]
            if not after or after == "O":
                break
            if self._begins_more(after):
                start = at + 1
                continue
            yield from self._pieces(text[:at])
            text, start = text[at + 1 :], 0
        else:
            at = len(text)
        self._held = text[at:]
        if text[:at]:
            yield text[:at]

    def give_up(self) -> Iterator[str]:
        """Give what was kept back: nothing more came, so it was the key."""
        held, self._held = self._held, ""
        yield ESCAPE
        if held[1:]:
            yield held[1:]

    def _pieces(self, before: str) -> Iterator[str]:
        """Give what stands before the key, and the key."""
        if before:
            yield before
        yield ESCAPE

    def _begins_more(self, after: str) -> bool:
        """Whether what stands after an ESC is of one key with it.

        That is an arrow or a function key, Alt and Backspace, and the console's own Shift and Tab.
        """
        return after[0] in "[\x7f\t" or (after[0] == "O" and f"{ESCAPE}{after}" in self._sequences)
