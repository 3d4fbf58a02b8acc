"""A figure, its limit, and the table of them all."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """What was measured, in `unit` ("×" for a ratio); `detail` says what it was made of."""

    name: str
    value: float
    limit: float
    unit: str
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether it is within its limit."""
        return self.value <= self.limit


def ratio(ours: Iterable[float], theirs: Iterable[float]) -> float:
    """Give the median of the ratios run by run, which a busy machine moves least."""
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def ms(seconds: Iterable[float]) -> str:
    """Give the median of some times as milliseconds."""
    return f"{statistics.median(seconds) * 1000:.1f} ms"


def mib(sizes: Iterable[float]) -> str:
    """Give the median of some sizes of memory."""
    return f"{statistics.median(sizes):.1f} MiB"


def table(figures: Sequence[Figure]) -> str:
    """Give the figures as a table."""
    rows = [("figure", "measured", "limit", "", "of")]
    rows += [
        (each.name, _shown(each.value, each.unit), _shown(each.limit, each.unit), _word(each), each.detail)
        for each in figures
    ]
    widths = [max(len(row[n]) for row in rows) for n in range(4)]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: tuple[str, ...], widths: Sequence[int]) -> str:
    name, value, limit, word, detail = row
    cells = (f"{name:<{widths[0]}}", f"{value:>{widths[1]}}", f"{limit:>{widths[2]}}", f"{word:<{widths[3]}}")
    return "  ".join((*cells, detail)).rstrip()


def _word(figure: Figure) -> str:
    return "ok" if figure.holds else "OVER"


def _shown(value: float, unit: str) -> str:
    return f"{value:.2f} {unit}" if unit in {"×", "ms"} else f"{value:.0f} {unit}"
