"""The demo meeting, led by keys to where something is measured."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.bench.session import MALSTYRT, Session

STEPS: Final = (
    "Brukeren har ordet",
    "Runde 1 ·",
    "Runde 2 ·",
    "Oppsummering ·",
    "Tiltak ·",
    "Familien først",
    "Neste møte\\b.*\n",
    "Ctrl.S lagrer|mangler",
)
"""What each step after the first shows and the one before does not, the referat last."""


@contextmanager
def demo(home: Path) -> Iterator[Session]:
    """Open the demo, ready at step 1."""
    home.mkdir()
    with Session([MALSTYRT, "demo"], home) as session:
        session.shown("Siri Skisse", "F8 Videre")
        session.read(0.5)
        yield session


def everybody_came(session: Session) -> None:
    """Turn each participant of the roll to `møtt`."""
    for _ in range(6):
        session.press("space")
        session.press("down")


def to_round_1(session: Session) -> None:
    """Go to round 1, and give the floor to the first speaker."""
    everybody_came(session)
    session.press("f8", 0.3)
    session.press("f8", 0.3)
    session.press("f4", 0.3)
    session.shown("Runde 1", "Går bra")
