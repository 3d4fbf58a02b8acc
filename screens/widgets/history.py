"""What was typed in one field since it was entered, word by word, to take back and bring back."""

from __future__ import annotations

from typing import NamedTuple


class Moment(NamedTuple):
    """A field's text and where the cursor stood in it."""

    text: str
    cursor: int


class History:
    """The moments of a field that can be gone back to.

    Typing on in a word joins the moment before it; a new word, a deletion after typing, a paste
    or a leap of the cursor begins another.
    """

    def __init__(self) -> None:
        self._past: list[Moment] = []
        self._future: list[Moment] = []
        self._last: tuple[Moment, int] | None = None

    def note(self, before: Moment, after: Moment) -> None:
        """Note that an edit led from one moment to another."""
        if before.text == after.text:
            return
        if not self._goes_on(before, after):
            self._past.append(before)
        self._future.clear()
        self._last = (after, len(after.text) - len(before.text))

    def _goes_on(self, before: Moment, after: Moment) -> bool:
        """Whether this edit is one with the last: the same kind, right behind it, in one word."""
        if self._last is None or self._last[0] != before:
            return False
        grown = len(after.text) - len(before.text)
        starts_word = (
            grown == 1
            and not after.text[after.cursor - 1].isspace()
            and (before.text[: before.cursor][-1:].isspace())
        )
        return grown == self._last[1] and abs(grown) == 1 and not starts_word

    @property
    def gone_back(self) -> bool:
        """Whether there is a moment that was gone back from."""
        return bool(self._future)

    def back(self, now: Moment) -> Moment | None:
        """Give the moment before `now`, None when there is none."""
        if not self._past:
            self._future.clear()
            return None
        self._future.append(now)
        self._last = None
        return self._past.pop()

    def forth(self, now: Moment) -> Moment | None:
        """Give the moment that was gone back from, None when there is none."""
        if not self._future:
            return None
        self._past.append(now)
        self._last = None
        return self._future.pop()

    def clear(self) -> None:
        """Forget everything, as when the field is left."""
        self._past.clear()
        self._future.clear()
        self._last = None
