"""A document while it is being written, with the texts to be kept by the path they follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.meeting import Kept, Meeting

START = "/start"
"""The end of a path under which a section keeps what stands right below its heading."""

TOP = "top"
"""The path of what stands above the title."""

TITLE, FACTS = "title", "facts"
"""The paths of the title and of the facts below it."""

AFTER = "/after"
"""The end of a path under which is kept what follows something."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The kept texts of a document by path.

    A text kept under the path of a field is what stands there and was not understood.
    """

    kept: dict[str, str]

    def added(self, path: str) -> list[str]:
        """Give what people added under a path, as blocks."""
        return [self.kept[path]] if path in self.kept else []


@dataclass(frozen=True, slots=True)
class Page(Sheet):
    """A meeting as it belongs in its document."""

    meeting: Meeting


def texts(kept: Iterable[Kept]) -> dict[str, str]:
    """Give kept texts by path; those that follow the same path one after another."""
    found: dict[str, str] = {}
    for one in kept:
        found[one.after] = f"{found[one.after]}\n\n{one.text}" if one.after in found else one.text
    return found


def parts(texts_by_path: dict[str, str]) -> tuple[Kept, ...]:
    """Give kept texts as parts, in one order."""
    ordered = sorted(texts_by_path.items())
    return tuple(
        Kept(id=f"k{number}", after=path, text=text) for number, (path, text) in enumerate(ordered, 1)
    )
