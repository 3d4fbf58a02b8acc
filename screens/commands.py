"""Commands: what a key does, from which binding, key line and help page all follow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding, BindingType

from data.language import _

NAMES = {"escape": "Esc", "enter": "Enter", "pageup": "PgUp", "pagedown": "PgDn", "space": "Mellomrom"}
"""What people call the keys that are not called by a letter or a number."""


class Command(NamedTuple):
    """One thing a person can do. `label` and `help` are bokmål, translated where they are shown."""

    key: str
    action: str
    label: str
    help: str
    footer: bool = False
    """Whether it stands on the key line; the rest stand on the help page."""
    first: bool = True
    """Whether it comes before what the field in focus makes of the key."""
    stays: bool = False
    """Whether it keeps its place on a key line that is too short for all, as the way out does."""

    def binding(self) -> Binding:
        """Give the binding. With priority, keys typed ahead land on the screen that it opens."""
        return Binding(self.key, self.action, self.label, show=False, priority=self.first, id=self.action)

    @property
    def shown_key(self) -> str:
        """Give the key as people read it: F8, Ctrl+S."""
        name = self.key.split(",")[0]
        if name.startswith("ctrl+"):
            return f"Ctrl+{name[5:].upper()}"
        return NAMES.get(name, name.upper())


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Give the bindings of commands."""
    return [command.binding() for command in commands]


def said(command: Command) -> tuple[str, str]:
    """Give a command's key and label in the user's language."""
    return command.shown_key, _(command.label)
