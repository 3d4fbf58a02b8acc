"""Text from people as the screen may show it: cleaned, and never read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

from data.clean import clean
from screens.widgets.sparing import Sparing

if TYPE_CHECKING:
    from textual.style import Style


def plain(text: str, style: str | Style = "") -> Content:
    """Give `text` cleaned as content that shows every character as itself, in one style."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def plain_line(text: str | Content) -> Content:
    """Give text or content as `plain` does, on one line."""
    if isinstance(text, Content):
        return Content(" ").join(text.split("\n")) if "\n" in text.plain else text
    return Content(clean(text).replace("\n", " "))


def in_cells(text: str, width: int) -> str:
    """Give a text in just so many cells, with a sign where something is left out."""
    return set_cell_size(text, width) if cell_len(text) <= width else f"{set_cell_size(text, width - 1)}…"


class Text(Sparing, Static):
    """A few words on the screen. Takes plain text or content already made by `plain`."""

    DEFAULT_CSS = "Text { height: auto; }"

    def __init__(
        self,
        text: str | Content = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual calls it so
        classes: str | None = None,
    ) -> None:
        self._shown = _content(text)
        super().__init__(self._shown, id=id, classes=classes, markup=False)

    def show(self, text: str | Content) -> None:
        """Show `text`; nothing is painted when it is shown already.

        The layout is left alone where the styles fix the height, so give a line that changes
        often `height: 1` and a width.
        """
        content = _content(text)
        if not content.is_same(self._shown):
            self._shown = content
            self.update(content, layout=self.styles.auto_dimensions)


def _content(text: str | Content) -> Content:
    """Give text as content."""
    return text if isinstance(text, Content) else plain(text)
