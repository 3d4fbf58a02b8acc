"""Adding a part to what a desk is over."""

from __future__ import annotations

from typing import Any

from data.changes import Wish
from screens.desk import Keeper


def added(desk: Keeper, parts: str, ask: Wish) -> Any:  # noqa: ANN401 - a part of the list's own kind
    """Ask for a part to be added to a list, and give it; None where that was refused, which is told then."""
    before = {part.id for part in getattr(desk.whole, parts)}
    desk.ask(ask)
    new = (part for part in reversed(getattr(desk.whole, parts)) if part.id not in before)
    return next(new, None)
