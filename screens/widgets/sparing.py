"""Painting that sends no more of a widget than the cells that changed."""

from __future__ import annotations

from collections.abc import Collection

from rich.cells import get_character_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import NULL_REGION, NULL_SIZE, Region, Size
from textual.strip import Strip

from screens.widgets.keys import Mixin

Cells = list[tuple[str, Style | None]]
"""What stands in each cell of a line; the second cell of a wide character is empty."""


class Sparing(Mixin):
    """A widget that repaints what differs from what the terminal shows, and nothing else.

    Textual repaints a widget whole. Here each line is compared with what was sent of it before,
    and only the span between the first and the last cell that differ is sent. Where it is not
    known what the terminal shows, the line goes whole.

    A widget that has been taken away has no colours left to paint with, and Textual may ask it to
    paint before the screen is laid out without it: it is blank.
    """

    _sent_size: Size = NULL_SIZE

    @property
    def _sent(self) -> dict[int, list[Strip]]:
        """Give for each line what may stand in the terminal.

        That is what was sent of it, and what a repaint of the whole screen may have painted since.
        """
        sent: dict[int, list[Strip]] = self.__dict__.setdefault("_sent_lines", {})
        if self._sent_size != self.outer_size:
            self._sent_size = self.outer_size
            sent.clear()
        return sent

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines as they are to be painted, and remember them."""
        if self._parent is None:
            return [Strip.blank(crop.width)] * crop.height
        strips = super().render_lines(crop)
        sent = self._sent
        whole = crop.x == 0 and crop.width == self.outer_size.width
        for y, strip in zip(crop.line_range, strips, strict=False):
            if not whole:
                sent.pop(y, None)
            elif y in sent and not any(strip is known for known in sent[y]):
                sent[y].append(strip)
        return strips

    def _exchange_repaint_regions(self) -> Collection[Region]:
        """Give what is to be repainted, when Textual asks: the spans that changed."""
        if self._parent is None:
            return []
        width, height = self.outer_size
        regions = super()._exchange_repaint_regions()
        wanted = Region.from_union(regions) if regions else NULL_REGION
        lines = wanted.intersection(Region(0, 0, width, height)).line_range
        if not lines:
            return []
        strips = super().render_lines(Region(0, lines.start, width, len(lines)))
        spans = (self._changed_span(y, strip, width) for y, strip in zip(lines, strips, strict=False))
        return [span for span in spans if span]

    def _changed_span(self, y: int, strip: Strip, width: int) -> Region:
        """Give the span of a line that differs from what may stand in the terminal."""
        before = self._sent.pop(y, [])
        spans = [difference(known, strip) for known in before] or [(0, width)]
        self._sent[y] = [strip]
        start, end = min(span[0] for span in spans), max(span[1] for span in spans)
        return Region(start, y, max(0, end - start), 1)


def difference(before: Strip, after: Strip) -> tuple[int, int]:
    """Give the first cell that differs and the one behind the last; a span of none where all agree."""
    width = after.cell_length
    if before is after:
        return (width, 0)
    old, new = _cells(before), _cells(after)
    if not len(old) == len(new) == width:
        return (0, max(before.cell_length, width))
    differing = [x for x in range(width) if old[x] != new[x]]
    if not differing:
        return (width, 0)
    start, end = differing[0], differing[-1] + 1
    while start and not (old[start][0] and new[start][0]):
        start -= 1
    while end < width and not (old[end][0] and new[end][0]):
        end += 1
    return (start, end)


def _cells(strip: Strip) -> Cells:
    """Give what stands in each cell of a strip."""
    cells: Cells = []
    for segment in strip:
        _fill(cells, segment)
    return cells


def _fill(cells: Cells, segment: Segment) -> None:
    """Add the cells of one segment."""
    text, style, _control = segment
    if text.isascii():
        cells.extend([(character, style) for character in text])
        return
    for character in text:
        size = get_character_cell_size(character)
        if size:
            cells.append((character, style))
            cells.extend([("", style)] * (size - 1))
        elif cells:
            cells[-1] = (cells[-1][0] + character, style)
