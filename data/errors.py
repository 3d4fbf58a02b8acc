"""The one family of errors that people meet, each with a title and what to do."""

from __future__ import annotations


class MalstyrtError(Exception):
    """Something a person can put right.

    `title` names what happened in a few words, `message` says in plain bokmål what to do. Neither
    holds anything from a meeting beyond the name of a file.
    """

    def __init__(self, title: str, message: str) -> None:
        super().__init__(f"{title}: {message}")
        self.title = title
        self.message = message


class NotSavedError(MalstyrtError):
    """A document or a journal could not be written; what stood on disk still stands."""


class UnreadableError(MalstyrtError):
    """A file could not be read as a meeting. `line` counts from 1; 0 is the file as a whole."""

    def __init__(self, title: str, message: str, *, source: str = "", line: int = 0) -> None:
        super().__init__(title, message)
        self.source = source
        self.line = line
