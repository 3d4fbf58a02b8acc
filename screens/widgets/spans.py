"""A screen that sends the span that changed and no cell beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from rich.console import Console
from rich.control import Control
from textual import events
from textual._compositor import (
    ChopsUpdate,
    Compositor,
    CompositorMap,
    LayoutUpdate,
    ReflowResult,
)
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    _Screen = Screen[Any]
else:
    # Mixed into a screen, modal or not, and so not one itself; see `keys.Mixin`.
    _Screen = object


class SparingScreen(_Screen):
    """To stand before `Screen` or `ModalScreen`: only changed cells go to the terminal.

    Textual sends a widget's line from its first cell to the last that changed, and the whole screen
    each time the focus moves. Here a span is cut at both ends, and the widgets that show the focus
    repaint themselves.
    """

    focused = Reactive[Widget | None](None, repaint=False)

    arriving = False
    """Whether more of it is on its way, which keys typed ahead must wait for."""

    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401 - whatever the screen takes
        super().__init__(*args, **named)
        self._compositor: _SpanCompositor = _SpanCompositor()

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """Lay out and paint once when first shown.

        Textual works out the styles of every widget again, though each has just been given its own,
        and paints the whole screen a second time. A style sheet of the screen's own needs that.
        """
        if not self.stack_updates and not self.CSS:
            event.prevent_default()
            self.stack_updates += 1
            self.app._refresh_notifications()  # noqa: SLF001 - no public name
            self._update_auto_focus()
            self._refresh_layout(self.app.size)

    async def _message_loop_exit(self) -> None:
        """Let what is looked for beside the screen end with it, also what was begun while it closed.

        Textual waits with that until the widgets are gone: what is found meanwhile has none to be shown on.
        """
        self.workers.cancel_node(self)
        await super()._message_loop_exit()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint some of the screen anew, or lay it out anew.

        Each widget that comes has Textual lay the screen out and paint all of it again. What the new
        layout has moved is painted; the rest stands.
        """
        repaint = repaint and not (layout and self._compositor.has_laid_out)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _compositor_refresh(self) -> None:
        """Send what has changed, also from behind a dialog.

        Behind one, Textual takes any change for one of the whole screen, and paints it all twice.
        """
        if self.app.screen is self or self not in self.app._background_screens:  # noqa: SLF001 - no public name
            super()._compositor_refresh()
            return
        if changed := self._compositor._dirty_regions:  # noqa: SLF001 - no public name
            top = self.app.screen
            # Its `refresh` would do, had it not the screen forget which of its own widgets have changed.
            top._set_dirty(*changed)  # noqa: SLF001 - no public name
            top._dirty_widgets.add(top)  # noqa: SLF001 - no public name
            top.check_idle()
            changed.clear()
        self._dirty_widgets.clear()


class _SpanCompositor(Compositor):
    """Lays widgets out as Textual does, and cuts what is sent at both ends.

    Textual compares a new layout with the last it worked out, which may have been for a look-up
    and never painted; then a note that grows leaves what stands below it unpainted. Here a new
    layout is compared with the last that was painted.
    """

    def __init__(self) -> None:
        super().__init__()
        self._painted_map: CompositorMap = {}
        self._placed: set[Widget] = set()
        """The widgets that the layout to be painted next has put where they were not."""

    @property
    def has_laid_out(self) -> bool:
        """Whether a layout has been worked out to paint."""
        return bool(self._painted_map)

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay the screen out, and mark what has moved."""
        self._full_map = self._painted_map
        result = super().reflow(parent, size)
        self._painted_map = self._full_map
        self._placed |= result.shown | result.resized
        return result

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Give what is painted: of a part of the screen, the lines of each widget that are seen there.

        Textual asks for all lines of every widget that could be scrolled to there, and of all that
        stand behind it: a clock's line was made seven times over, each second.
        """
        crop = crop or self.size.region
        row = ((1 << crop.width) - 1) << crop.x
        bare = dict.fromkeys(crop.line_range, row)  # what nothing stands on yet, a bit for each cell
        for widget, (region, clip) in self.visible_widgets.items():  # the foremost first
            seen = region.intersection(clip)
            part = seen.intersection(crop)
            cells = ((1 << part.width) - 1) << part.x
            lines = [y for y in part.line_range if bare[y] & cells]
            if lines:
                rows = Region(0, lines[0], self.size.width, lines[-1] - lines[0] + 1)
                shown = seen.intersection(rows).translate(-region.offset)
                yield region, clip.intersection(rows), widget.render_lines(shown)
                for y in lines:
                    bare[y] &= ~cells
                if not any(bare.values()):
                    return

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Give the whole screen; what the widgets wanted painted is then painted.

        Textual paints it again with their next change: the whole screen twice, each time one opens.
        """
        for widget in self.visible_widgets:
            widget._repaint_regions.clear()  # noqa: SLF001 - no public name
        self._placed.clear()
        return super().render_full_update(simplify)

    def render_partial_update(self) -> ChopsUpdate | None:
        """Give what changed since the last update, None when nothing did.

        What a new layout has placed is painted whole with it; Textual paints it again with its next change.
        """
        for widget in self._placed:
            widget._repaint_regions.clear()  # noqa: SLF001 - no public name
        self._placed.clear()
        update = super().render_partial_update()
        return update and _Spans(update.chops, update.spans, update.chop_ends)


class _Spans(ChopsUpdate):
    """Changed spans of lines."""

    def render_segments(self, console: Console) -> str:
        """Give the spans as they are sent."""
        sent = []
        for y, start, end in self.spans:
            for chop_end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                left, right = max(x, start), min(chop_end, end)
                if strip is not None and left < right:
                    sent.append(Control.move_to(left, y).segment.text)
                    sent.append(strip.crop(left - x, right - x).render(console))
        return "".join(sent)
