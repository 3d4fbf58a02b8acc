"""A text area that works out its colours once, and is let go of when it is taken away."""

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

    def render_line(self, y: int) -> Strip:
        """Give a line; an empty one where there is no room for a letter: Textual would fold words to that."""
        return super().render_line(y) if self.content_size.width > 0 else Strip.blank(self.size.width)

    def _on_unmount(self) -> None:
        """Be let go of: the app would keep every text area there has been until its theme changes."""
        watching = self.app.__dict__.get("__watchers", {}).get("theme", [])
        watching[:] = [each for each in watching if each[0] is not self]
