"""The command line read, and explained in bokmål."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from data.errors import MalstyrtError
from data.language import _
from tui.commands.output import put


class UsageError(MalstyrtError):
    """The command line was not understood."""

    def __init__(self, message: str) -> None:
        super().__init__(_("Forstår ikke"), f"{message} {_('«malstyrt --hjelp» viser hva som går an.')}")


class _Help(argparse.HelpFormatter):
    """Help that begins in Norwegian and keeps the lines of the description."""

    def __init__(self, prog: str) -> None:
        # Told the width, argparse does not load what it would take to find it out by itself.
        super().__init__(prog, width=_width())

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401 - as argparse has it
        super().add_usage(usage, actions, groups, _("bruk: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError, with no words of English for the user."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - argparse's own, passed on
        super().__init__(
            **options, add_help=False, allow_abbrev=False, exit_on_error=False, formatter_class=_Help
        )
        self._positionals.title = _("Hva")
        self._optionals.title = _("Valg")
        self.add_argument("-h", "--hjelp", "--help", action="help", help=_("vis denne hjelpen"))

    def print_help(self, file: object = None) -> None:
        """Print the help as data."""
        del file
        put(self.format_help().splitlines())

    def error(self, message: str) -> NoReturn:
        """Raise UsageError; argparse's own words are English."""
        raise UsageError(_("Kommandoen er ikke skrevet riktig.")) from ValueError(message)

    def understand(self, words: list[str]) -> argparse.Namespace:
        """Read the words of a command line. Raises UsageError."""
        try:
            given, strange = self.parse_known_args(words)
        except argparse.ArgumentError as error:
            if error.argument_name == command_word():
                raise UsageError(_("Kommandoen finnes ikke.")) from error
            raise UsageError(
                _("Noe mangler eller er feil ved {name}.").format(name=error.argument_name)
            ) from error
        if strange:
            raise UsageError(_("Ukjent: {words}.").format(words=" ".join(strange)))
        return given


def _width() -> int:
    """Give the columns that help may take."""
    try:
        return max(40, min(os.get_terminal_size(sys.stdout.fileno()).columns, 100) - 2)
    except (OSError, ValueError):
        return 78


def command_word() -> str:
    """Give what stands for a command in the help."""
    return _("KOMMANDO")


def needed(given: Iterable[str] | str | None, message: str) -> None:
    """Raise UsageError with `message` when something that a command needs was not given."""
    if not given:
        raise UsageError(message)
