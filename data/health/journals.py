"""The journals: those that are left over, spoiled, or hold more than they should by now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.errors import MalstyrtError
from data.health.finding import Finding, Level
from data.language import _, ngettext
from data.live import Live
from data.locations import Locations
from data.meeting import Status
from data.saving import document_of

SUBJECT = "journaler"

LONG_AGO = 30 * 86400.0
"""Seconds after which a meeting that was begun and not finished is one that somebody has forgotten."""

ASIDE = "-skadet-"
"""In the name of a damaged journal that was kept when it was made whole."""


def journals(locations: Locations, now: float) -> Iterator[Finding]:
    """Say of the journals which need a look; one line when none does."""
    files = sorted(locations.journals.glob("*.db"))
    found = [finding for path in files for finding in _of_one(path, now)]
    found += [_kept_aside(path) for path in sorted(locations.journals.glob(f"*{ASIDE}*[0-9]"))]
    yield from found or [Finding(SUBJECT, Level.GOOD, _all_well(len(files)))]


def _all_well(n: int) -> str:
    if n == 0:
        return _("Ingen journaler ennå.")
    words = ngettext("{n} journal, og den trenger ikke tilsyn.", "{n} journaler, ingen trenger tilsyn.", n)
    return words.format(n=n)


def _of_one(path: Path, now: float) -> Iterator[Finding]:
    try:
        live = Live.open(path, now=lambda: now, who="")
    except MalstyrtError as error:
        remedy = _("Åpne møtet, så hentes det som er helt, fram.")
        yield Finding(SUBJECT, Level.BAD, f"{path.name}: {error.title}", remedy)
        return
    try:
        yield from _of_meeting(path, live, now)
    finally:
        live.close()


def _of_meeting(path: Path, live: Live, now: float) -> Iterator[Finding]:
    """Say what is to be looked at in a journal that can be read. Names the meeting by its id alone."""
    name, finished = path.stem, live.meeting.status not in {Status.INNKALLING, Status.UTKAST}
    if not document_of(live).is_file():
        words = _("{name}: dokumentet er borte, og møtet står bare i journalen.").format(name=name)
        remedy = _("«malstyrt mote {name}» og lagre, eller slett journalen.").format(name=name)
        yield Finding(SUBJECT, Level.DOUBTFUL, words, remedy)
    elif not finished and not live.untouched and now - live.last_at > LONG_AGO:
        days = int((now - live.last_at) // 86400)
        words = ngettext(
            "{name}: begynt, og ikke rørt på {n} dag.", "{name}: begynt, og ikke rørt på {n} dager.", days
        ).format(name=name, n=days)
        yield Finding(
            SUBJECT,
            Level.DOUBTFUL,
            words,
            _("«malstyrt referat {name}» og gjør det ferdig.").format(name=name),
        )
    if live.meeting.status is Status.GODKJENT and live.journal.has_past:
        words = _("{name}: godkjent, men kladden er ikke slettet.").format(name=name)
        yield Finding(SUBJECT, Level.DOUBTFUL, words, _("Åpne referatet én gang, så slettes den."))


def _kept_aside(path: Path) -> Finding:
    words = _("{name}: en skadet journal som er beholdt.").format(name=path.name)
    return Finding(SUBJECT, Level.DOUBTFUL, words, _("Slett den når du har sett at møtet er som det skal."))
