"""Parts of the meeting shown below each other in a step, coming and going with what they show."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import Vertical
from textual.widget import Widget


class PartView(Vertical):
    """What shows one part of the meeting; `of` is that part's id."""

    def __init__(self, of: str) -> None:
        super().__init__()
        self.of = of


def shown_parts(body: Widget, kind: type[PartView]) -> list[str]:
    """Give the ids of the parts that are shown by views of a kind, from the top."""
    return [part.of for part in body.walk_children(kind)]


async def change_parts(body: Widget, kind: type[PartView], ids: Sequence[str], *, before: Widget) -> None:
    """Let the parts shown be those of `ids`, in that order; those above the first change stay as they are."""
    parts = list(body.walk_children(kind))
    same = 0
    while same < min(len(parts), len(ids)) and parts[same].of == ids[same]:
        same += 1
    for part in parts[same:]:
        await part.remove()
    await body.mount_all([kind(one) for one in ids[same:]], before=before)
