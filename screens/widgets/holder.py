"""A place on the screen where one thing comes after another."""

from __future__ import annotations

from typing import Self

from textual.containers import Container
from textual.geometry import Region


class Holder(Container):
    """Holds what is shown in one place. It is laid out anew when that changes, and not painted itself.

    Textual paints a container whole once what was taken away is gone: what has come instead, a second time.
    """

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint some of it anew, or lay it out anew."""
        return super().refresh(*regions, repaint=repaint and not layout, layout=layout, recompose=recompose)
