"""Norwegian dates in and out: what people type and say, and what documents and screens write."""

from __future__ import annotations

from data.dates.clock import clock, clock_text
from data.dates.understanding import Understood, is_date_word, understand
from data.dates.writing import in_list, in_table, iso, read_written, short, spoken, with_week, written

__all__ = [
    "Understood",
    "clock",
    "clock_text",
    "in_list",
    "in_table",
    "is_date_word",
    "iso",
    "read_written",
    "short",
    "spoken",
    "understand",
    "with_week",
    "written",
]
