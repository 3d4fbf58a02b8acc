"""A text area that works out its colours once."""

from __future__ import annotations

from textual._text_area_theme import TextAreaTheme
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea


class SteadyTextArea(TextArea):
    """Textual's, whose colours are worked out when its look changes, not for every line it paints.

    That took a third of the time of a key.
    """

    _coloured: TextAreaTheme | None = None

    def notify_style_update(self) -> None:
        """Work the colours out anew at the next painting."""
        self._coloured = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines, in colours that are worked out if they may have changed."""
        if self._coloured is not self._theme:
            self._coloured = self._theme
            self._coloured.apply_css(self)
        return super(TextArea, self).render_lines(crop)
