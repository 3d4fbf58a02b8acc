"""Names kept from being read over a shoulder or on a projector: initials and dots wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

DOT = "•"

LONG = 3
"""Letters beyond which a name is hidden in small letters too: «Per» may say «per», «Kari» says only Kari."""
CUT = 3
"""Letters from which the part of a name is known for one, where a line is cut."""
EDGE = 2
"""Cells from the end of a line within which a word may have been cut: a border and the scrollbar."""

PARTICLES = frozenset({"og", "av", "von", "van", "de", "der", "den"})
"""Words of a name that are everybody's."""

_WORD = re.compile(r"[^\W\d_]+")


class HiddenNames(LineFilter):
    """Paints each word of some names as its initial and a dot for every other letter.

    It works on the lines as they are painted, which every field, table, notice and page goes through.
    What is typed and kept is as it was, and nothing on the screen moves.
    """

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        words = {word for name in names for word in _WORD.findall(name)}
        whole = {word for word in words if len(word) > 1 and word.lower() not in PARTICLES}
        self._whole = frozenset(shape for word in whole for shape in _shapes(word))
        self._starts = frozenset(word[:end] for word in self._whole for end in range(2, len(word)))
        self._ends = frozenset(word[start:] for word in self._whole for start in range(1, len(word) - 1))

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give a line with the names in it hidden."""
        del background
        line = "".join(segment.text for segment in segments)
        hidden = self.hidden(line)
        if hidden == list(line):
            return segments
        ends = [*accumulate(len(segment.text) for segment in segments)]
        starts = [0, *ends]
        return [
            Segment("".join(hidden[start:end]), style, control)
            for (_text, style, control), start, end in zip(segments, starts, ends, strict=False)
        ]

    def hidden(self, line: str) -> list[str]:
        """Give what stands for each character of a line, as wide as it is."""
        shown = list(line)
        for start, end, first in self._spots(line):
            for place in range(first, end):
                shown[place] = DOT * cell_len(line[place])
            if first > start:
                shown[start] = line[start]
        return shown

    def _spots(self, line: str) -> Iterator[tuple[int, int, int]]:
        """Give where a name's words stand in a line, from and to, and from where each is hidden."""
        for found in _WORD.finditer(line):
            word, start, end = found[0], *found.span()
            if self._is_name(word) or self._is_cut_short(word, line[end:]):
                yield start, end, start + 1
            elif len(word) >= CUT and start <= EDGE and word in self._ends:
                yield start, end, start

    def _is_name(self, word: str) -> bool:
        """Whether a word is a name's, with or without the s of what is theirs."""
        return word in self._whole or (word[-1] in "sS" and word[:-1] in self._whole)

    def _is_cut_short(self, word: str, rest: str) -> bool:
        """Whether a word is the start of a name that there was no room for the rest of."""
        at_the_edge = len(word) >= CUT and len(rest) <= EDGE
        return (rest.startswith("…") or at_the_edge) and word in self._starts


def _shapes(word: str) -> Iterator[str]:
    """Give a word in the letters that people write it in."""
    yield from (word, word.upper(), word[0].upper() + word[1:])
    if len(word) > LONG:
        yield word.lower()
