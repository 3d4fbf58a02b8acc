"""The document of a meeting that is held: begun with it, saved as the meeting stands, moved to its group."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from data import archive
from data.archive import SavedBesideError, fingerprint
from data.errors import NotSavedError, UnreadableError
from data.files import in_turn, move, read_bytes
from data.language import _
from data.live import CLOCK, Live
from data.locations import Locations
from data.meeting import Meeting

DOCUMENT, KNOWN, CONTENT = "document", "known", "content"
"""Facts in a journal: the document's path, the fingerprints of what we read or wrote there, and
the fingerprint of the meeting as it then stood."""


def begin(locations: Locations, path: Path, meeting: Meeting, *, now: Callable[[], float], who: str) -> Live:
    """Begin a meeting that has just been made: its journal, and its document at `path`."""
    live = begin_unwritten(locations, path, meeting, now=now, who=who)
    save_document(live)
    return live


def begin_unwritten(
    locations: Locations, path: Path, meeting: Meeting, *, now: Callable[[], float], who: str
) -> Live:
    """Begin a meeting that has just been made: its journal, which knows that its document will be `path`."""
    live = Live.begin(locations.journal(meeting.id), meeting, now=now, who=who)
    live.journal.remember(document=str(path), **{CLOCK: live.clock.said})
    return live


def save_document(live: Live) -> Path:
    """Write the meeting as it stands to its document, and give the document's path.

    Raises SavedBesideError when somebody else has changed the document: the meeting is then saved
    beside it, and that is its document from now on. Raises NotSavedError when it could not be
    written: what stood there stands, and the message says where the journal is. A finished meeting's
    group has what it decided; NotTakenInError says that only this failed.
    """
    if live.journal.only_read:  # of a newer one, what we do not know would go out of the document
        raise live.journal.only_read
    with turn_of(live.journal.path):
        path = _written(live)
    if live.meeting.status in archive.FINISHED:
        from data.groups import take_in  # noqa: PLC0415 - only once a meeting is finished

        take_in(path, live.meeting)
    return path


def _written(live: Live) -> Path:
    """Write the document when it is our turn, and give its path. Raises as save_document does."""
    path = document_of(live)
    text = _as_document(live.meeting)
    ours = fingerprint(text.encode())
    known = live.journal.fact(KNOWN).split()
    if ours not in known:
        # Before it is written, so that a stop in between leaves no file that we take for another's.
        known.append(ours)
        remember(live, known=" ".join(known))
    try:
        archive.save(path, text, known=known)
    except SavedBesideError as error:
        remember(live, document=str(error.beside), known=ours, content=ours)
        raise
    except NotSavedError as error:
        raise _not_saved(error, live) from error
    remember(live, known=ours, content=ours)
    return path


def turn_of(journal: Path) -> AbstractContextManager[None]:
    """Let the terminals of a meeting write its document, and what is known of it, one at a time.

    What is held lies with the journal: in the group's folder people would see it.
    """
    return in_turn(journal.with_suffix(".md"))


def move_to_its_group(locations: Locations, live: Live) -> None:
    """Let the document of a meeting that was begun without a group lie with its group, once it has one.

    One that somebody else has changed stays, and so does one that cannot be moved: nothing is lost.
    """
    old = document_of(live)
    if not live.meeting.group or old.parent != locations.group(""):
        return
    from data.groups import folder_of  # noqa: PLC0415 - once, as the meeting gets its group

    with suppress(UnreadableError, NotSavedError):
        if fingerprint(read_bytes(old)) in live.journal.fact(KNOWN).split():
            new = archive.document_path(locations, live.meeting, folder_of(locations, live.meeting.group))
            move(old, new)
            live.journal.remember(document=str(new))
            # The calendar file lies beside it (data.calendar, which is not loaded for this).
            if old.with_suffix(".ics").exists():
                move(old.with_suffix(".ics"), new.with_suffix(".ics"))


def document_of(live: Live) -> Path:
    """Give the path of a meeting's document."""
    return Path(live.journal.fact(DOCUMENT))


def is_saved(live: Live) -> bool:
    """Say whether the document holds the meeting as it stands."""
    return content_of(live.meeting) == live.journal.fact(CONTENT)


def remember(live: Live, **facts: str) -> None:
    """Keep what has become new about the document; when the journal is full, the next saving tries again."""
    new = {name: value for name, value in facts.items() if live.journal.fact(name) != value}
    if new:
        with suppress(NotSavedError):
            live.journal.remember(**new)


def without_private(meeting: Meeting) -> Meeting:
    """Give a meeting without what never stands in a document."""
    from data.markdown import public  # noqa: PLC0415 - a new meeting is shown before it is written

    return public(meeting)


def _as_document(meeting: Meeting) -> str:
    """Give the document of a meeting as it stands."""
    from data.markdown import write  # noqa: PLC0415 - a new meeting is shown before it is written

    return write(without_private(meeting))


def content_of(meeting: Meeting) -> str:
    """Give the fingerprint of the document of a meeting as it stands."""
    return fingerprint(_as_document(meeting).encode())


def _not_saved(error: NotSavedError, live: Live) -> NotSavedError:
    """Give the error with where the meeting is safe, if it is."""
    where = (
        _("Alt i møtet står i journalen: {path}")
        if live.saved
        else _("De siste endringene står bare i minnet. Resten står i journalen: {path}")
    )
    return NotSavedError(error.title, f"{error.message} {where.format(path=live.journal.path)}")
