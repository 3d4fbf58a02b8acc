"""What a command is: a name, a line of help, what it takes, and what it does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from tui.commands.world import World

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.commands.parser import Parser


class Command(ABC):
    """One command of the command line; a subclass is a file of its own."""

    name: ClassVar[str]
    guarded: ClassVar[bool] = True
    """Whether it refuses folders that others can get into, as all do that read or write anything there."""

    @property
    @abstractmethod
    def help(self) -> str:
        """What it does, in a few words of bokmål."""

    @abstractmethod
    def arguments(self, parser: Parser) -> None:
        """Say what it takes."""

    @abstractmethod
    def run(self, given: Namespace, world: World) -> int:
        """Do it and give the exit status: 0 done, 1 findings, 2 could not. May raise MalstyrtError."""
