"""What libraries load for uses that malstyrt has none of, left out of the start.

Textual loads the command palette with every widget that it and its types name, trees of folders
among them, when the app is loaded: an eighth of the time to the first screen. msgspec loads what
describes types to other programs, and formats that nothing here is written in. hashlib loads every digest
there is, of which we use two.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Final

LEFT_OUT: Final = {
    "textual.command": (
        "CommandListItem",
        "CommandPalette",
        "DiscoveryHit",
        "Hit",
        "Hits",
        "Provider",
        "SimpleProvider",
    ),
    "msgspec.inspect": (),
    "msgspec._json_schema": ("schema", "schema_components"),
    "msgspec.toml": (),
    "msgspec.yaml": (),
    "_md5": ("md5",),
    "_sha1": ("sha1",),
    "_sha3": ("sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256"),
}
"""The modules, each with the names that the library takes from it when it is loaded."""


def leave_out() -> None:
    """Let empty modules stand for those left out. Call before the libraries are imported."""
    for name, named in LEFT_OUT.items():
        if name not in sys.modules:
            module = ModuleType(name, "Left out.")
            for each in named:
                setattr(module, each, type(each, (), {}))
            sys.modules[name] = module
