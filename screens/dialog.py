"""A box over the page: where something is asked, told or filled in, and then is gone."""

from __future__ import annotations

from textual.screen import ModalScreen

from screens.widgets import SparingScreen


class Dialog(SparingScreen, ModalScreen[None]):
    """A box in the middle of the window, which it never outgrows.

    A subclass has what it holds in a container of the class `dialog`, and says how wide that is.
    """

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        .dialog {
            max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $primary; padding: 0 1; scrollbar-size-vertical: 1;
        }
        .dialog > KeyLine { background: $surface; padding: 0; }
        /* What can be typed in is seen as a field, as on the page beneath. */
        .dialog Field, .dialog NoteField { background: $background; }
    }
    """
