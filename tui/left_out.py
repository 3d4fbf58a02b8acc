"""What libraries load for uses that malstyrt has none of, or few, left out of the start.

Textual loads the command palette with every widget that it and its types name, trees of folders
among them, when the app is loaded: an eighth of the time to the first screen. It loads the tables that
its colours are shown in to those who make themes, and what tests press keys with. msgspec loads what
describes types to other programs, and formats that nothing here is written in. hashlib loads every digest
there is, of which we use two.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec
from threading import RLock
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
    "textual.pilot": ("Pilot",),
    "rich.table": ("Table",),
    "msgspec.inspect": (),
    "msgspec._json_schema": ("schema", "schema_components"),
    "msgspec.toml": (),
    "msgspec.yaml": (),
    "_md5": ("md5",),
    "_sha1": ("sha1",),
    "_sha3": ("sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256"),
}
"""The modules, each with the names that the library takes from it when it is loaded."""

LEFT_UNTIL_USED: Final = ("bz2", "locale", "lzma", "mimetypes", "sysconfig", "textwrap", "tokenize")
"""Modules of Python's own that others import as they are loaded, and use when something fails or for
files that are seldom met: each is loaded when it is first asked for something."""


def leave_out() -> None:
    """Let empty modules stand for those left out. Call before the libraries are imported."""
    for name, named in LEFT_OUT.items():
        if name not in sys.modules:
            module = ModuleType(name, "Left out.")
            for each in named:
                setattr(module, each, type(each, (), {}))
            sys.modules[name] = module
    for name in LEFT_UNTIL_USED:
        spec = find_spec(name)
        if name not in sys.modules and spec is not None:
            module = module_from_spec(spec)
            module.__class__ = _NotLoaded
            sys.modules[name] = module


class _NotLoaded(ModuleType):
    """A module that loads itself when it is first asked for something.

    importlib has a LazyLoader for this, whose modules are loaded when somebody imports them already.
    """

    def __getattr__(self, name: str) -> object:
        """Load the module, and give what it then has."""
        with _LOADING:
            if type(self) is _NotLoaded and self.__spec__ and self.__spec__.loader:
                self.__spec__.loader.exec_module(self)
                self.__class__ = ModuleType  # type: ignore[assignment]  # from now on as any other
        return getattr(self, name)


_LOADING: Final = RLock()
"""Held while such a module is loaded, so that none is seen half loaded from another thread."""
