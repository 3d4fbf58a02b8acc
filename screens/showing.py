"""Fields filled from the meeting, without taking a date or a time from whoever is typing it."""

from __future__ import annotations

import datetime as dt

from data.acts import stands
from data.entering import as_text, may_stand, says
from data.part import Part
from screens.widgets.recording import Recording


def show_field(field: Recording, whole: Part, day: dt.date) -> None:
    """Show what the meeting holds; «fre» stands while it is typed, for it may become «fredag».

    What somebody has taken away is not shown anew.
    """
    if not stands(whole, field.path):
        return
    if not (field.has_focus and may_stand(whole, field.path, field.words, day)):
        field.show(as_text(whole, field.path, day))


def show_left_field(field: Recording, whole: Part, day: dt.date) -> None:
    """Show in full what was typed in a field that was just left; what cannot be read stands."""
    if field.path and stands(whole, field.path) and says(whole, field.path, field.words, day):
        field.show(as_text(whole, field.path, day))
