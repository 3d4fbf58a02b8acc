"""What goes wrong, and what takes its time: a full disk, and a long row of documents to read in."""

from __future__ import annotations

import resource

from data.locations import locate
from tests.bench.made_up import write_archive
from tests.shots.hands import Hands

DOCUMENTS = 1000
"""As many as take a second or two to read in."""


def full_disk(hands: Hands) -> None:
    """Write on in the field at hand where there is no room for it, and once there is again."""
    _room_for(hands, 1)
    hands.type(" Bra at vi holdt tiden.")
    hands.press("tab")
    hands.see("IKKE LAGRET", "ikke-lagret")
    _room_for(hands, None)
    hands.press("shift+tab")
    hands.type(" Takk!")
    hands.press("tab")
    hands.see("✓ lagret")
    hands.gone("kunne ikke skrives")


def _room_for(hands: Hands, size: int | None) -> None:
    """Let no file that the program writes be longer than `size` bytes, as on a full disk; None ends that."""
    pid, limit = hands.terminal.process.pid, resource.RLIMIT_FSIZE
    most = resource.prlimit(pid, limit)[1]
    resource.prlimit(pid, limit, (most if size is None else size, most))


def long_archive(hands: Hands) -> None:
    """Look at an archive while it is read in, when it is, and at home over it."""
    write_archive(locate({}, hands.clock.parent).groups, DOCUMENTS)
    hands.press("ctrl+f")
    hands.catch(r"leser inn [1-9]\d* av", "arkiv-leses-inn")
    hands.gone("leser inn")
    hands.see("nyeste", "arkiv-langt")
    hands.type("vegring")
    hands.see("med treff", "arkiv-treff")
    hands.press("escape")
    hands.see("målstyrt$", "hjem-med-arkiv")
