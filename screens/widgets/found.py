"""Words found in a text, marked where it is typed: they stay with their letters as the text changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rich.highlighter import Highlighter
from rich.style import Style
from rich.text import Text


class Found(NamedTuple):
    """Words found in a `text`: each from a character up to another."""

    text: str = ""
    spans: tuple[tuple[int, int], ...] = ()

    def within(self, text: str) -> tuple[tuple[int, int], ...]:
        """Give where the words stand in what the text has become; what was touched is left out."""
        if text == self.text or not self.spans:
            return self.spans
        kept = _alike(self.text, text)
        most = min(len(self.text), len(text)) - kept
        behind = min(most, _alike(self.text[::-1], text[::-1]))
        longer = len(text) - len(self.text)
        before = (span for span in self.spans if span[1] <= kept)
        after = (
            (start + longer, end + longer)
            for start, end in self.spans
            if end > kept and start >= len(self.text) - behind
        )
        return tuple(span for span in (*before, *after) if _is_whole(text, *span))


NOTHING = Found()

FOUND = "underline $text-warning"
"""How words that were found look; a line under them is seen without colours too."""


class Marker(Highlighter):
    """Marks the words found in a line, as Textual's `Input` asks for it; `style` as the theme has it then."""

    def __init__(self, found: Found, style: Callable[[], Style]) -> None:
        self._found = found
        self._style = style

    def highlight(self, text: Text) -> None:
        """Mark the words."""
        for start, end in self._found.within(text.plain):
            text.stylize(self._style(), start, end)


def _alike(one: str, other: str) -> int:
    """Give how many letters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter has been typed right before or behind a word: it is another word then."""
    return not (text[end : end + 1].isalnum() or text[max(0, start - 1) : start].isalnum())
