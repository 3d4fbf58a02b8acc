"""What is asked of somebody at the keyboard, or read from standard input."""

from __future__ import annotations

import sys

from data.clean import clean_line
from data.errors import MalstyrtError
from data.language import _
from tui.commands.output import say

UNSEEN = "-"
"""What is written in the place of a word that nobody else shall see."""


def answer(question: str) -> str:
    """Ask somebody at the keyboard, and give what they say. Raises MalstyrtError where nobody is there."""
    if not sys.stdin.isatty():
        raise MalstyrtError(
            _("Ingen å spørre"), _("Skriv --sted, --dato og --ja når det ikke er noen ved tastaturet.")
        )
    say(question)
    return _line()


def unseen(word: str) -> str:
    """Give a word of the command line; in the place of UNSEEN the next line of standard input.

    While a command runs, everybody on the machine can see its words, and the shell remembers them.
    """
    if word != UNSEEN:
        return word
    if sys.stdin.isatty():
        say(_("Skriv det her, så ser ingen andre det:"))
    return _line()


def _line() -> str:
    return clean_line(sys.stdin.buffer.readline().decode("utf-8", "replace"))
