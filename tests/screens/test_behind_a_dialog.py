"""What changes behind a dialog takes nothing from what changes in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Region
from textual.widget import Widget

from screens.widgets import Field
from tests.screens.holding_a_meeting import leading


async def test_a_change_behind_a_dialog_leaves_the_dialogs_own_to_be_painted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with leading(tmp_path) as leader:
        await leader.press("f2")
        dialog, behind = leader.app.screen, leader.app.screen_stack[-2]
        field = dialog.query_one(Field)
        painted: set[Widget] = set()
        update = dialog._compositor.update_widgets  # noqa: SLF001 - Textual paints by it

        def updating(widgets: set[Widget]) -> None:
            painted.update(widgets)
            update(widgets)

        monkeypatch.setattr(dialog._compositor, "update_widgets", updating)  # noqa: SLF001 - the same
        dialog._dirty_widgets.add(field)  # noqa: SLF001 - as when a letter is typed
        behind._compositor._dirty_regions.add(Region(0, 0, 10, 1))  # noqa: SLF001 - as when a clock ticks
        behind._compositor_refresh()  # noqa: SLF001 - the same
        dialog._on_timer_update()  # noqa: SLF001 - as a moment later
        assert painted >= {field, dialog}
