"""Opening a meeting from its document, and going on where it stopped."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from data import archive, rounds
from data.acts import turn
from data.approved import ApprovedError
from data.archive import Document, fingerprint
from data.clean import clean_line
from data.errors import MalstyrtError, NotSavedError, UnreadableError
from data.files import is_same, read_bytes
from data.instants import time_of_day, today
from data.journal import Act, fact_in
from data.journal_errors import DamagedError
from data.language import _, ngettext
from data.live import CLOCK, Live
from data.locations import Locations
from data.meeting import Meeting, Status
from data.saving import (
    DOCUMENT,
    KNOWN,
    content_of,
    document_of,
    is_saved,
    remember,
    turn_of,
    without_private,
)

if TYPE_CHECKING:
    from data.choosing import Choice
    from data.markdown import Problem, Reading

PRIVATE = ("notes", "let_stand", "parked", "rounds", "visits", "sleeps", "wall_ahead", "bell")
"""The fields of a meeting that its journal keeps and its document does not."""

LONG_AWAY = 600.0
"""Seconds: a clock that ran when the program stopped goes on after less, and stands still after more."""


class Opened(NamedTuple):
    """A meeting taken up.

    `problems` are what could not be read in its document; `resumed_after` the seconds since the
    last change, None for a meeting not begun before; `notices` lines to show the user. `written` says
    whether its document is there: one that is not waits for `save_document`.
    """

    live: Live
    document: Path
    problems: tuple[Problem, ...]
    resumed_after: float | None
    notices: tuple[str, ...]
    written: bool = True


def open_document(path: Path) -> Reading:
    """Read a document whole. Raises UnreadableError with file, line and what was expected."""
    return _read(path, read_bytes(path))


def open_meeting(locations: Locations, target: str, *, now: Callable[[], float], who: str) -> Opened:
    """Take up the meeting that `target` names: an id, a file, or "" for the one to lead now.

    Raises MalstyrtError when there is none or it may be several, UnreadableError when its document
    cannot be read and it has no journal, and NotSavedError when its journal cannot be written.
    """
    choice = _chosen(locations, target, now)
    journal = locations.journal(choice.document.id)
    # A document that another terminal saves meanwhile is none that others changed. Of what is no
    # meeting nothing is kept, no turn either.
    with turn_of(journal) if choice.document.status != archive.UNREADABLE else nullcontext():
        return _opened(locations, choice, journal, now, who)


def _opened(
    locations: Locations, choice: Choice, journal: Path, now: Callable[[], float], who: str
) -> Opened:
    """Take up the meeting that was chosen, when it is our turn. Raises as open_meeting."""
    path = _own_path(locations, choice.document, named=choice.by_file)
    try:
        standing = read_bytes(path)
        reading = _read(path, standing)
    except UnreadableError:
        if not journal.exists():
            raise
        return _from_journal(journal, now=now, who=who)
    meeting = reading.meeting.having({"id": choice.document.id})
    live, rescued = _live(journal, meeting, now, who)
    notices = [choice.words, rescued]
    if live.journal.only_read is None:
        notices += _agree(live, path, meeting, fingerprint(standing))
        _let_go_of_what_is_private(locations, live)
    return _taken_up(live, reading.problems, notices)


def open_to_change(locations: Locations, target: str, *, now: Callable[[], float], who: str) -> Opened:
    """Take up a meeting to lead it or write in it. Raises as open_meeting, and ApprovedError."""
    opened = open_meeting(locations, target, now=now, who=who)
    if opened.live.meeting.status is Status.GODKJENT:
        opened.live.close()
        raise ApprovedError
    return opened


def _read(path: Path, data: bytes) -> Reading:
    from data.markdown import read_bytes as read_markdown  # noqa: PLC0415 - a new meeting reads none

    return read_markdown(data, source=clean_line(str(path)))


def _chosen(locations: Locations, target: str, now: Callable[[], float]) -> Choice:
    """Give the document that is meant; by id also one outside the archive whose journal we have."""
    from data.choosing import Choice, choose  # noqa: PLC0415 - a meeting just made is chosen already

    try:
        return choose(locations, target, today(now()))
    except MalstyrtError:
        journal = locations.journal(target)
        if not target or not journal.exists():
            raise
        document = archive.document_at(locations, _document_of(journal))
        return Choice(document._replace(id=target))


def last_saved(locations: Locations, meeting_id: str) -> Path | None:
    """Give where a meeting was last saved, as its journal knows; None without a file there."""
    journal = locations.journal(meeting_id)
    own = _document_of(journal) if journal.exists() else None
    return own if own is not None and own.is_file() else None


def _own_path(locations: Locations, document: Document, *, named: bool) -> Path:
    """Give the path of a meeting's own document: where it was last saved, if that file is there.

    Raises MalstyrtError when the user `named` another file with the same id, a copy perhaps.
    """
    own = last_saved(locations, document.id)
    if own is None or own == document.path:
        return document.path
    if named and not is_same(own, document.path):
        raise _same_id(document, own)
    return own


def _document_of(journal: Path) -> Path:
    """Give where a meeting was last saved, as its journal, which is not open, knows; else no path."""
    try:
        return Path(fact_in(journal, DOCUMENT))
    except DamagedError:  # it is made whole when the meeting is opened
        return Path()


def _live(path: Path, meeting: Meeting | None, now: Callable[[], float], who: str) -> tuple[Live, str]:
    """Give the meeting of a journal, begun with `meeting` where it is new, and tell if it had to be mended.

    Raises as data.rescue.rescue does when the journal is damaged.
    """
    try:
        return _from(path, meeting, now, who), ""
    except DamagedError:
        from data.rescue import rescue  # noqa: PLC0415 - seldom needed

        rescued = rescue(path, meeting.as_json() if meeting else None, at=now(), who=who)
        return _from(path, meeting, now, who), rescued.words if rescued else ""


def _from(path: Path, meeting: Meeting | None, now: Callable[[], float], who: str) -> Live:
    if meeting is not None:
        return Live.begin(path, meeting, now=now, who=who)
    return Live.open(path, now=now, who=who)


def _from_journal(path: Path, *, now: Callable[[], float], who: str) -> Opened:
    """Take up a meeting whose document is lost or damaged; it all stands in the journal."""
    live, rescued = _live(path, None, now, who)
    notice = _("Dokumentet kan ikke leses. Møtet er hentet fra journalen og kan lagres på nytt.")
    return _taken_up(live, (), [notice, rescued])


def _agree(live: Live, path: Path, meeting: Meeting, standing: str) -> list[str]:
    """Let journal and document agree on where the meeting stands; give what the user should know."""
    known = live.journal.fact(KNOWN).split()
    if not document_of(live).is_file() and (standing in known or not live.journal.fact(DOCUMENT)):
        remember(live, document=str(path))
    if standing in known:
        return []
    if not _can_be_taken(live, meeting):
        return [_("Filen er endret utenfor malstyrt. Møtet går videre fra journalen og lagres ved siden av.")]
    if without_private(live.meeting) != without_private(meeting):
        private = {name: getattr(live.meeting, name) for name in PRIVATE}
        live.begin_again(meeting.having(private))
    remember(live, document=str(path), known=standing, content=content_of(meeting))
    return [_("Filen er endret utenfor malstyrt, og møtet er hentet fra den.")] if known else []


def _let_go_of_what_is_private(locations: Locations, live: Live) -> None:
    """Wipe out what the journal of an approved and saved referat still holds, after a stop in between.

    What the leader keeps of it is put by first.
    """
    if live.meeting.status is Status.GODKJENT and live.journal.has_past and is_saved(live):
        from data.leaders_book import put_by  # noqa: PLC0415 - a stop in between is rare

        with suppress(UnreadableError, NotSavedError):  # else it waits for the next time
            put_by(locations, document_of(live), live.meeting, live.last_at)
            live.forget(without_private(live.meeting))


def _can_be_taken(live: Live, meeting: Meeting) -> bool:
    """Say whether a document changed by others can take the journal's place without losing anything.

    Nothing may be unsaved, and what is kept in the journal alone must still point at the same people.
    """
    before = [(one.id, one.name) for one in live.meeting.participants]
    after = [(one.id, one.name) for one in meeting.participants]
    pointing = bool(live.meeting.notes or live.meeting.rounds)
    return live.untouched or (is_saved(live) and (not pointing or after[: len(before)] == before))


def _taken_up(live: Live, problems: tuple[Problem, ...], notices: list[str]) -> Opened:
    """Give the meeting taken up, with its clocks stopped when it has been away for long."""
    last = live.last_at
    away = None if live.untouched else max(0.0, live.clock() - last)
    remember(live, **{CLOCK: live.clock.said})
    if away is not None:
        if not _is_over(live):
            notices.append(_resumed(away))
        if away > LONG_AWAY and _stop_clocks(live, last):
            notices.append(_("Klokken ble stoppet kl. {time:%H.%M}.").format(time=time_of_day(last)))
    if live.journal.newer:
        notices.append(_("Møtet er skrevet i en nyere utgave av malstyrt. Her kan det bare leses."))
    elif live.journal.only_read:
        notices.append(live.journal.only_read.message)
    if live.passed:
        notices.append(
            ngettext(
                "{n} endring i journalen passet ikke inn.",
                "{n} endringer i journalen passet ikke inn.",
                live.passed,
            ).format(n=live.passed)
        )
    said = tuple(notice for notice in notices if notice)
    return Opened(live, document_of(live), tuple(problems), away, said)


def _is_over(live: Live) -> bool:
    """Say whether a meeting is finished with nothing half done: it is looked at, not gone on in."""
    return live.meeting.status in archive.FINISHED and is_saved(live)


def _stop_clocks(live: Live, at: float) -> bool:
    """Stop every running clock as it stood at an instant; say whether any ran."""
    running = [held.id for held in live.meeting.rounds if held.since is not None]
    for step in running:
        with suppress(NotSavedError):
            live.record(turn(step, rounds.pause, at), act=Act.WALK)
    return bool(running)


def _resumed(away: float) -> str:
    """Say that the meeting was taken up again, and how long it was away."""
    if away < 60:
        return _("Tatt opp igjen etter {seconds} s.").format(seconds=round(away))
    minutes = round(away / 60)
    if minutes < 60:
        return _("Tatt opp igjen etter {minutes} min.").format(minutes=minutes)
    if minutes < 48 * 60:
        return _("Tatt opp igjen etter {hours} t {minutes} min.").format(
            hours=minutes // 60, minutes=minutes % 60
        )
    days = round(minutes / (24 * 60))
    return ngettext("Tatt opp igjen etter {n} dag.", "Tatt opp igjen etter {n} dager.", days).format(n=days)


def _same_id(document: Document, own: Path) -> MalstyrtError:
    message = _("Møtet {id} ligger i {own}. Åpne den, eller lag et nytt møte med «malstyrt ny --fra».")
    return MalstyrtError(
        _("To filer har samme ID"),
        message.format(id=clean_line(document.id), own=clean_line(str(own))),
    )
