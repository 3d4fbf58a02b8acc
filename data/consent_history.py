"""How the consents in a group came to stand: told at the door of its meetings, or between them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from data.group import Consented, Group, GroupConsent
from data.histories import before, rewritten
from data.meeting import GIVEN, Consent, ConsentState, Meeting

_SAID = tuple(name for name in Consent.__struct_fields__ if name != "id")
"""The fields of a consent: how it stands, who gave it and when, and what it leaves out."""


def set_by_hand(group: Group) -> list[Consented]:
    """Give what is not told yet of the consents as they stand, on a day that is not known."""
    return [
        row_of(one, one.withdrawn, "")
        for one in group.consents
        if _said(one) != _said(last_word(group, one.id))
    ]


def with_consents(group: Group, meeting: Meeting) -> Group:
    """Give the group with the consents as they stood at a meeting's door, and how they came to."""
    earlier = before(group.consented, meeting)
    rows = [
        row
        for one in meeting.consents
        if one.state is not ConsentState.UNKNOWN
        for row in _told(one, meeting, _last(earlier, one.id))
    ]
    mine = {one.service for one in group.consented if one.meeting == meeting.id}
    consented = rewritten(group.consented, rows, meeting, "w", lambda one: one.service)
    group = group.having({"consented": consented})
    return _standing(group, mine | {one.service for one in rows})


def row_of(consent: Consent, date: dt.date | None, meeting: str) -> Consented:
    """Give how a consent stands, as a row without an id yet."""
    return Consented(id="", service=consent.id, date=date, meeting=meeting, **_said(consent))


def last_word(group: Group, service: str) -> Consented:
    """Give what was last told of a service's consent, a blank row for nothing."""
    return _last(group.consented, service)


def _told(said: Consent, meeting: Meeting, last: Consented) -> list[Consented]:
    """Give what a meeting tells of a consent: one row, or none when it stands as it did.

    What has been withdrawn was not given anew by a meeting that still has it as it was given before that.
    """
    if last.state is ConsentState.WITHDRAWN and said.state in GIVEN and said.since == last.since:
        return []
    since = said.since or (last.since if last.state in GIVEN or said.state not in GIVEN else meeting.date)
    row = row_of(said.having({"since": since}), meeting.date, meeting.id)
    return [row] if _said(row) != _said(last) else []


def _standing(group: Group, touched: set[str]) -> Group:
    """Give the group with some services' consents as their histories leave them."""
    consents = {one.id: one for one in group.consents}
    for service in sorted(touched):
        last = last_word(group, service)
        gone = last.date if last.state is ConsentState.WITHDRAWN else None
        consents[service] = GroupConsent(id=service, withdrawn=gone, **_said(last))
        if not group.consent_history(service):
            del consents[service]
    return group.having({"consents": tuple(consents.values())})


def _last(rows: tuple[Consented, ...] | list[Consented], service: str) -> Consented:
    return next((one for one in rows[::-1] if one.service == service), Consented(id="", service=service))


def _said(consent: Consent) -> dict[str, Any]:
    return {name: getattr(consent, name) for name in _SAID}
