"""What happens to a referat after its meeting, each worked out as a change on the meeting as it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from data.approved import ApprovedError
from data.changes import Add, Change, Set, Several, value_at
from data.clean import clean_line, clean_prose
from data.dates import short
from data.errors import MalstyrtError
from data.instants import time_of_day, today
from data.language import _
from data.live import Ask
from data.meeting import Meeting, Remark, Status
from data.numbering import next_id

FINISHED = frozenset({Status.REFERAT, Status.TIL_MERKNAD, Status.LEST_OPP})
"""Where a referat is from when it is finished until it is approved."""


class UnfinishedError(MalstyrtError):
    """Something is asked of a referat that is not finished yet."""

    def __init__(self) -> None:
        super().__init__(
            _("Referatet er ikke ferdig"),
            _("Lagre det som ferdig først: «malstyrt referat» sier hva som mangler."),
        )


def send_out(until: dt.date | None, now: float) -> Ask:
    """Send the referat out, to be remarked on until a date. Raises UnfinishedError and ApprovedError."""

    def ask(meeting: Meeting) -> Change | None:
        _must_be_finished(meeting)
        return _settings(
            meeting,
            {
                "status": Status.TIL_MERKNAD.value,
                "life/sent": today(now).isoformat(),
                "life/remarks_until": until.isoformat() if until else None,
            },
        )

    return ask


def read_aloud(now: float) -> Ask:
    """Note that the referat is read aloud, now. Raises UnfinishedError and ApprovedError."""

    def ask(meeting: Meeting) -> Change | None:
        _must_be_finished(meeting)
        return _settings(
            meeting,
            {
                "status": Status.LEST_OPP.value,
                "life/read_on": today(now).isoformat(),
                "life/read_at": time_of_day(now).isoformat(),
            },
        )

    return ask


def remark(who: str, text: str, day: dt.date | None) -> Ask:
    """Add what somebody remarked on the referat, once. Raises UnfinishedError and ApprovedError."""

    def ask(meeting: Meeting) -> Change | None:
        _must_be_finished(meeting)
        made = _row(meeting, "remarks", who, text, day)
        known = [(one.who, one.text, one.date) for one in meeting.remarks]
        return None if (who, text, day) in known else made

    return ask


def remark_words(remarks: Iterable[Remark], day: dt.date) -> str:
    """Say what was remarked, by whom and when, a line each; `day` is today."""
    lines = []
    for one in remarks:
        when = short(one.date, day) if one.date else ""
        who = ", ".join(word for word in (one.who, when) if word)
        lines.append(f"{who}: {one.text}" if who else one.text)
    return "\n".join(lines)


def approve(day: dt.date) -> Ask:
    """Approve the referat; from then on its text stays. Raises UnfinishedError."""

    def ask(meeting: Meeting) -> Change | None:
        if meeting.status is Status.GODKJENT:
            return None
        _must_be_finished(meeting)
        return _settings(meeting, {"status": Status.GODKJENT.value, "life/approved": day.isoformat()})

    return ask


def correct(who: str, text: str, now: float) -> Ask:
    """Add a correction to an approved referat: who, when and what, never silent.

    Raises MalstyrtError where one of them is missing or the referat is not approved yet.
    """

    def ask(meeting: Meeting) -> Change:
        if meeting.status is not Status.GODKJENT:
            raise MalstyrtError(
                _("Referatet er ikke godkjent ennå"), _("Rett det i teksten. Rettelser føyes til etterpå.")
            )
        if not who.strip() or not text.strip():
            raise MalstyrtError(
                _("Noe mangler i rettelsen"), _("Skriv både hvem som retter, og hva som er rett.")
            )
        return _row(meeting, "corrections", who, text, today(now))

    return ask


def _must_be_finished(meeting: Meeting) -> None:
    if meeting.status is Status.GODKJENT:
        raise ApprovedError
    if meeting.status not in FINISHED:
        raise UnfinishedError


def _settings(meeting: Meeting, values: dict[str, Any]) -> Change | None:
    """Give what sets those fields that say something else."""
    changes = tuple(
        Set(path=path, value=value) for path, value in values.items() if value_at(meeting, path) != value
    )
    return Several(changes=changes) if changes else None


def _row(meeting: Meeting, parts: str, who: str, text: str, day: dt.date | None) -> Add:
    """Give what adds a remark or a correction last."""
    part = {"id": next_id(meeting, parts), "date": day.isoformat() if day else None}
    return Add(path=parts, part={**part, "who": clean_line(who), "text": clean_prose(text)})
