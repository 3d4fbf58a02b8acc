"""A section of a document, and how to tell it by its heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from data.markdown.draft import Draft
from data.markdown.outline import Chapter
from data.markdown.page import Sheet

S = TypeVar("S", bound=Sheet)


class Section(NamedTuple, Generic[S]):
    """What stands under a heading of the second level; `key` is its path.

    `titles` are other words that people use for it; `title_of` chooses between them in writing.
    """

    key: str
    title: str
    write: Callable[[S], list[str]]
    read: Callable[[Draft, Chapter], None]
    titles: tuple[str, ...] = ()
    title_of: Callable[[S], str] | None = None

    def heading(self, sheet: S) -> str:
        """Give the heading under which it stands."""
        return self.title_of(sheet) if self.title_of else self.title


def by_title(sections: Iterable[Section[S]]) -> dict[str, Section[S]]:
    """Give sections by every title they may have, as `folded` gives it."""
    return {folded(title): section for section in sections for title in (section.title, *section.titles)}


def folded(heading: str) -> str:
    """Give a heading as headings are compared."""
    return " ".join(heading.split()).casefold().rstrip(":. ")
