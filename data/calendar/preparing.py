"""An innkalling made from an invitation in a calendar file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from data.archive import document_path, new_id, save
from data.calendar.invitation import Invitation, Invited, read_invitation
from data.clean import clean_line
from data.files import read_bytes
from data.governing import Profiles
from data.groups import folder_of, groups
from data.language import _
from data.locations import Locations
from data.markdown import write
from data.meeting import AgendaItem, Kind, Meeting, Participant, Standing
from data.preparing import of_structure
from data.structure import proposed

_ALIAS = re.compile(r"(?<![\w-])[^\W\d_]{2,5}-\d{1,4}(?![\w-])")
"""What is an alias where it is in capitals, the letters of Sámi among them."""


def prepare_from_calendar(
    locations: Locations, file: Path, *, group: str = "", structure: str = ""
) -> tuple[Path, tuple[str, ...]]:
    """Put a new innkalling in the archive, made from an invitation.

    `structure` is the name of the one to follow, "" for what is proposed for the kind of meeting. Gives its
    path, and lines to show the user. Raises UnreadableError, NotSavedError, and MalstyrtError for a meeting
    that cannot be held or a structure that cannot be used.
    """
    file = file.expanduser().resolve()
    invitation = read_invitation(read_bytes(file), source=clean_line(str(file)))
    made = meeting_of(invitation, group=group, known=[one.alias for one in groups(locations)])
    made = of_structure(made, structure or _proposed(made, locations), locations)
    made = made.having({"id": new_id(made)})
    path = document_path(locations, made, folder_of(locations, made.group))
    save(path, write(made), known=())
    notices = invitation.notices
    if not made.group:
        notices = (*notices, _("Gruppen er ikke kjent. Skriv den inn, eller lag møtet på nytt med --gruppe."))
    return path, notices


def meeting_of(invitation: Invitation, *, group: str = "", known: Sequence[str] = ()) -> Meeting:
    """Give an innkalling with what an invitation says.

    The title gives the kind, and the group where it has an alias: one of those that are `known`, or one such
    as SOL-7. The rest of it may be a child's name, and is left out.
    """
    people = _people(invitation)
    leader = next((one.name for one in people if one.leads), invitation.organizer)
    return Meeting(
        id="",
        kind=_kind(invitation.title),
        group=group or _alias_in(invitation.title, known),
        date=invitation.date,
        start=invitation.start,
        length=invitation.minutes or 60,
        place=invitation.place,
        leader=leader,
        purpose=invitation.told.purpose,
        participants=tuple(_participant(number, one) for number, one in enumerate(people, 1)),
        agenda=tuple(
            AgendaItem(id=f"s{number}", title=item.title, minutes=item.minutes)
            for number, item in enumerate(invitation.told.items, 1)
        ),
    )


def _alias_in(title: str, known: Sequence[str]) -> str:
    """Give the alias that a title has, "" for none.

    Where it has those of several groups it is not known whose the meeting is.
    """
    title = unicodedata.normalize("NFC", title)
    there = [alias for alias in known if re.search(rf"(?<![\w-]){re.escape(alias)}(?![\w-])", title)]
    if there:
        return there[0] if len(there) == 1 else ""
    found = (words[0] for words in _ALIAS.finditer(title))
    return next((alias for alias in found if alias.isupper()), "")


def _proposed(meeting: Meeting, locations: Locations) -> str:
    """Give the name of the structure that such a meeting follows by the rules of its group."""
    profile = Profiles(locations).of_group(meeting.group)
    return proposed(meeting.kind, (locations.structures,), profile.followed).name


def _people(invitation: Invitation) -> list[Invited]:
    """Give all who are invited, each once; whoever invites is there too."""
    organizer = [Invited(invitation.organizer)] if invitation.organizer else []
    found: dict[str, Invited] = {}
    for one in (*organizer, *invitation.people):
        known = found.get(one.name.casefold())
        found[one.name.casefold()] = known._replace(leads=known.leads or one.leads) if known else one
    return list(found.values())


def _participant(number: int, one: Invited) -> Participant:
    standing = Standing.ETTER_AVTALE if one.optional else Standing.FAST
    return Participant(id=f"p{number}", name=one.name, service=one.service, standing=standing)


def _kind(title: str) -> Kind:
    """Give the kind of meeting that a title names."""
    words = title.casefold()
    named = (kind for kind in Kind if kind.value.partition("møte")[0].removeprefix("tverrfaglig ") in words)
    return next(named, Kind.SAMARBEIDSMOTE)
