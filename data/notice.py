"""What KE, the koordinerende enhet, is told of an ansvarsgruppe (DOMAIN section 6, from S0)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from data import dates
from data.group import Group, GroupKind, PlanWish
from data.language import _


class Event(StrEnum):
    """What happened that KE is told of. The value names the file a notice is kept in."""

    CREATED = "opprettet"
    CLOSED = "avsluttet"
    KOORDINATOR = "koordinator"
    DECLINED = "uten-ip"


def events(before: Group | None, after: Group) -> tuple[Event, ...]:
    """Give what happened between two states of a group; `before` is None for a new one."""
    if after.kind is not GroupKind.ANSVARSGRUPPE:
        return ()
    if before is None or before.kind is not GroupKind.ANSVARSGRUPPE:
        began: tuple[Event, ...] = (Event.CREATED,)
    else:
        began = (Event.KOORDINATOR,) if after.koordinator != before.koordinator else ()
    was = before or Group(id="")
    declined = after.individual_plan is PlanWish.DECLINED and was.individual_plan is not PlanWish.DECLINED
    ended = after.is_closed and not was.is_closed
    return (*began, *([Event.DECLINED] if declined else []), *([Event.CLOSED] if ended else []))


def notice(group: Group, happened: tuple[Event, ...], today: dt.date, before: str = "") -> str:
    """Give the text of a notice: what KE needs and no more, the child by the group's alias alone.

    `before` is the koordinator that was.
    """
    lines = [
        _("Melding til koordinerende enhet"),
        "",
        _("Ansvarsgruppe: {alias}").format(alias=group.alias),
        _("Dato: {day}").format(day=dates.written(today)),
        "",
        *(_told(group, event, today, before) for event in happened),
    ]
    if group.koordinator and Event.KOORDINATOR not in happened:
        lines.append(_("Koordinator: {name}.").format(name=group.koordinator))
    lines += ["", _("Meldingen gir ikke barnets navn. Avtal på en trygg måte hvem det gjelder.")]
    return "\n".join(lines) + "\n"


def _told(group: Group, event: Event, today: dt.date, before: str) -> str:
    """Give one event in a sentence."""
    if event is Event.CREATED:
        day = dates.written(group.created or today)
        return _("Ansvarsgruppen er opprettet {day}.").format(day=day)
    if event is Event.CLOSED:
        ended = _("Ansvarsgruppen er avsluttet {day}.").format(day=dates.written(group.closed or today))
        return f"{ended} {group.closed_because}".strip()
    if event is Event.KOORDINATOR:
        now = _("Ny koordinator: {name}.").format(name=group.koordinator or "–")
        return f"{now} {_('Før: {name}.').format(name=before)}" if before else now
    return _("Brukeren ønsker ikke individuell plan (IP).")
