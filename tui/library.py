"""The archive as its screens ask for it: the index, opened for each question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol

from data.archive import Document, document_at
from data.errors import MalstyrtError
from data.files import read_bytes
from data.index import Filter, Hit, Index
from data.locations import Locations


class Ways(Protocol):
    """The ways on from a document, and who hides the names in it."""

    def open_meeting(self, target: str) -> None:
        """Open a meeting by the path of its document, to go on with it."""
        ...

    def show_board(self, group: str = "") -> None:
        """Show the tiltak of a group, by its alias."""
        ...

    def open_group_of(self, alias: str) -> None:
        """Open the group with an alias."""
        ...

    def look_for_names(self) -> None:
        """Let names hidden be those too who have come to the archive since; for a thread of its own."""
        ...


class Library:
    """Answers what the archive asks for; see `screens.archive.Library`."""

    def __init__(self, locations: Locations, ways: Ways) -> None:
        self._locations = locations
        self.open_meeting = ways.open_meeting
        self.show_board = ways.show_board
        self.open_group_of = ways.open_group_of
        self._look_for_names = ways.look_for_names

    def look(self, go_on: Callable[[int, int], bool]) -> int:
        """Take in what has changed, and let nothing of what is gone be left."""
        with Index(self._locations) as index:
            changed = index.look(go_on)
            index.tidy()
        if changed:
            self._look_for_names()
        return changed

    def documents(self, wanted: Filter, most: int) -> Sequence[Document]:
        """Give the newest documents that a filter lets through."""
        with Index(self._locations) as index:
            return index.documents(wanted, most=most)

    def search(self, query: str, wanted: Filter) -> Sequence[Hit]:
        """Give the newest documents that hold all the words of a query, with their lines."""
        with Index(self._locations) as index:
            return index.search(query, wanted)

    def again(self, document: Document) -> Document:
        """Give a document as its file is now, moved to its group perhaps; as it was where that is gone."""
        path = document.path
        if not path.is_file():
            from data.opening import last_saved  # noqa: PLC0415 - only what was gone into is moved

            with suppress(MalstyrtError):  # of a journal that cannot be read: its file is said to be gone
                path = last_saved(self._locations, document.id) or path
        return document_at(self._locations, path) if path.is_file() else document

    def text(self, document: Document) -> str:
        """Give the text of a document. Raises UnreadableError."""
        return read_bytes(document.path).decode("utf-8-sig", "replace")
