"""What is set in a group between its meetings is told in its histories, whoever sets it and how."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from data.acts import several
from data.changes import Add, Change, Set, Wish, apply
from data.consent_history import row_of
from data.group import Consented, Group, Happening
from data.groups import is_among, is_same
from data.meeting import ConsentState, find
from data.numbering import highest


def told(wish: Wish, day: dt.date) -> Wish:
    """Give a wish about a group that also tells what came of its tiltak and consents, on a day.

    A second word of the same day takes the place of the first, as on the board.
    """

    def ask(group: Group) -> Change | None:
        change = wish(group)
        if change is None:
            return None
        after = apply(group, change)
        if after.happenings != group.happenings or after.consented != group.consented:
            return change  # it tells of itself, or takes back what was told
        return several(change, *_of_tiltak(group, after, day), *_of_consents(group, after, day))

    return ask


def renamed(wish: Wish, before: str) -> Wish:
    """Give a wish about a group that also tells by what other alias it was called before."""

    def ask(group: Group) -> Change | None:
        change = wish(group)
        if change is None:
            return None
        after = apply(group, change)
        known = is_same(after.alias, before) or is_among(before, after.former)
        if after.alias == group.alias or not after.alias or known:
            return change
        former = ", ".join(filter(None, (after.former, before)))
        return several(change, Set(path="former", value=former))

    return ask


def _of_tiltak(before: Group, after: Group, day: dt.date) -> Iterable[Change]:
    """Tell of the tiltak that came to stand otherwise."""
    number = highest("h", (one.id for one in after.happenings))
    for tiltak in after.tiltak:
        was = find(before.tiltak, tiltak.id)
        if was is None or (was.status, was.reason) == (tiltak.status, tiltak.reason):
            continue
        number += 1
        row = Happening(id="", tiltak=tiltak.id, date=day, status=tiltak.status, reason=tiltak.reason)
        # The first word, that it was agreed, stays also when it is of today.
        yield _row("happenings", after.history(tiltak.id)[1:], row, f"h{number}")


def _of_consents(before: Group, after: Group, day: dt.date) -> Iterable[Change]:
    """Tell of the consents that came to stand otherwise."""
    number = highest("w", (one.id for one in after.consented))
    for consent in after.consents:
        if consent == find(before.consents, consent.id):
            continue
        number += 1
        gone = consent.withdrawn if consent.state is ConsentState.WITHDRAWN else None
        row = row_of(consent, gone or day, "")
        yield _row("consented", after.consent_history(consent.id), row, f"w{number}")


def _row(name: str, rows: Sequence[Happening | Consented], row: Happening | Consented, new: str) -> Change:
    """Give what lets a row be the last: in the place of one of the same day, or after all."""
    last = rows[-1] if rows else None
    if last is None or last.meeting or last.date != row.date:
        return Add(path=name, part=row.having({"id": new}).as_plain())
    fields = row.having({"id": last.id}).as_plain()
    standing = last.as_plain()
    changed = [key for key, value in fields.items() if value != standing[key]]
    return several(*(Set(path=f"{name}/{last.id}/{key}", value=fields[key]) for key in changed))
