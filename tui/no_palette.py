"""Textual without its command palette, which malstyrt has none of.

Textual loads the palette with every widget that it and its types name, trees of folders among
them, when the app is loaded: an eighth of the time to the first screen.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Final

PALETTE: Final = "textual.command"
NAMED_BY_TEXTUAL: Final = (
    "CommandListItem",
    "CommandPalette",
    "DiscoveryHit",
    "Hit",
    "Hits",
    "Provider",
    "SimpleProvider",
)
"""What Textual's app and themes import of the palette; only ever used once a palette is opened."""


def leave_out_the_palette() -> None:
    """Let an empty palette stand for Textual's. Call before Textual is imported."""
    if PALETTE not in sys.modules:
        palette = ModuleType(PALETTE, "No command palette.")
        for name in NAMED_BY_TEXTUAL:
            setattr(palette, name, type(name, (), {}))
        sys.modules[PALETTE] = palette
