"""The participants: who they are, how they take part, and the innspill they sent."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

from data.dates import clock_text
from data.group import Member
from data.language import _
from data.markdown import days, escaping, fields, prose, rows, tables
from data.markdown.draft import Draft, quoted
from data.markdown.fields import Field, Values
from data.markdown.names import names
from data.markdown.outline import Chapter
from data.markdown.page import AFTER, START, Page
from data.markdown.rows import Layout
from data.meeting import Attendance, Participant, Standing

PARTICIPANTS = "participants"
INNSPILL = "innspill"

_BRUKER_WORD = "bruker"
_ATTENDANCE = re.compile(
    r"(ikke avklart|møtt|frafall|stedfortreder)?(?:(?:^|, )kom (?:kl\.? ?)?([\d:.]+))?"
    r"(?:(?:^|, )gikk (?:kl\.? ?)?([\d:.]+))?(?:(?:, stedfortreder)?: (.*))?$",
    re.IGNORECASE,
)
_STANDINGS = {word.value: word for word in Standing}
_ATTENDANCES = {word.value: word for word in Attendance}


def _show_standing(participant: Participant | Member) -> str:
    """Give "bruker", "fast", "etter avtale" or "bruker, etter avtale"."""
    if participant.bruker and participant.standing is Standing.FAST:
        return _BRUKER_WORD
    return f"{_BRUKER_WORD}, {participant.standing}" if participant.bruker else participant.standing.value


def _read_standing(found: str) -> Values:
    words = {word.strip().casefold() for word in found.split(",")}
    bruker = _BRUKER_WORD in words
    words.discard(_BRUKER_WORD)
    if len(words) > 1 or not words <= _STANDINGS.keys():
        raise ValueError
    return {"bruker": bruker, "standing": _STANDINGS[words.pop()] if words else Standing.FAST}


def show_attendance(participant: Participant) -> str:
    """Give how it went: "møtt, kom 09:20" or "stedfortreder: Kari Kladd", the free text last."""
    words = [participant.attendance.value]
    if participant.arrived:
        words.append(f"kom {clock_text(participant.arrived)}")
    if participant.left:
        words.append(f"gikk {clock_text(participant.left)}")
    if not participant.stand_in:
        return ", ".join(words) if len(words) > 1 or participant.attendance is not Attendance.UNKNOWN else ""
    if participant.attendance is not Attendance.STAND_IN:
        words.append(Attendance.STAND_IN.value)
    return f"{', '.join(words)}: {participant.stand_in}"


def read_attendance(found: str) -> Values:
    """Give how it went with somebody's coming. Raises ValueError for what says nothing of it."""
    parts = _ATTENDANCE.match(found)
    if not parts:
        raise ValueError
    values: Values = {"attendance": _ATTENDANCES[(parts[1] or Attendance.UNKNOWN.value).casefold()]}
    if parts[2]:
        values["arrived"] = days.time(parts[2])
    if parts[3]:
        values["left"] = days.time(parts[3])
    if parts[4]:
        values["stand_in"] = parts[4]
    return values


WHO: tuple[Field[Any], ...] = (
    fields.text("Navn", "name", "deltaker", "hvem", always=True),
    fields.text("Rolle", "role", "stilling", "funksjon", always=True),
    fields.text("Tjeneste", "service", "virksomhet", "enhet", "instans", always=True),
    Field(
        "Deltar",
        "standing",
        _show_standing,
        _read_standing,
        "fast / etter avtale / bruker",
        Standing.FAST.value,
        always=True,
    ),
)
"""Who somebody is, and whether they come each time."""

FIELDS: tuple[Field[Any], ...] = (
    *WHO,
    fields.text("Forventet bidrag", "expected", "bidrag", "bes bidra med"),
    fields.flag("Melder saken", "brings_case"),
    Field(
        "Oppmøte",
        "attendance",
        show_attendance,
        read_attendance,
        "møtt / frafall / stedfortreder: navn",
        titles=("frammøte",),
    ),
)


def named(text: str) -> Values:
    """Give a person from a line of a list: name, role, service."""
    return dict(zip(("name", "role", "service"), (part.strip() for part in text.split(",", 2)), strict=False))


_LAYOUT = Layout(PARTICIPANTS, FIELDS, named)


def write(page: Page) -> list[str]:
    """Give the table of participants."""
    drawn = tables.write(FIELDS, page.meeting.participants, page.kept, rows=PARTICIPANTS, table=PARTICIPANTS)
    return [drawn] if drawn else []


def read(draft: Draft, chapter: Chapter) -> None:
    """Read the participants, who get their ids in the order they stand."""
    found: list[Values] = draft.values.setdefault(PARTICIPANTS, [])
    for table in rows.read(draft, chapter.blocks, _LAYOUT):
        for row in table:
            row.values["id"] = f"p{len(found) + 1}"
            tables.settle(draft, row, f"{PARTICIPANTS}/{row.values['id']}")
            found.append(row.values)


def write_innspill(page: Page) -> list[str]:
    """Give what each participant sent ahead."""
    blocks = []
    called = names(page.meeting.participants)
    for participant in page.meeting.participants:
        path = f"{PARTICIPANTS}/{participant.id}/innspill"
        said = [escaping.prose(participant.innspill)] if participant.innspill else []
        if said := said + page.added(f"{path}{AFTER}"):
            blocks += [f"### {escaping.heading(called[participant.id])}", *said]
    return blocks


def read_innspill(draft: Draft, chapter: Chapter) -> None:
    """Read what each participant sent ahead; what nobody of theirs said is kept."""
    people: list[Values] = draft.values.get(PARTICIPANTS, [])
    found = speakers(draft)
    for heading, blocks in prose.by_heading(chapter.blocks):
        if heading is None:
            draft.keep_blocks(f"{INNSPILL}{START}", blocks)
            continue
        speaker = speaker_of(found, escaping.plain_heading(heading.title))
        if not speaker.startswith("p"):
            nobody(draft, heading.start, escaping.plain_heading(heading.title))
            draft.keep_blocks(f"{INNSPILL}{AFTER}", [heading, *blocks])
            continue
        person = people[int(speaker[1:]) - 1]
        path = f"{PARTICIPANTS}/{speaker}/innspill"
        draft.place(path, heading.start)
        text = prose.read(draft, blocks, path)
        person["innspill"] = prose.joined(person.get("innspill", ""), text)


def speakers(draft: Draft) -> dict[str, str]:
    """Give the ids of those who may speak by the name under which their words stand."""
    people = (
        SimpleNamespace(**{"name": "", "role": "", "service": ""} | person)
        for person in draft.values.get(PARTICIPANTS, [])
    )
    return {name: speaker for speaker, name in names(people).items()}


def speaker_of(found: dict[str, str], name: str) -> str:
    """Give the id of whoever bears a name, "" for nobody; small letters will do where only one does."""
    if name in found:
        return found[name]
    alike = [speaker for other, speaker in found.items() if other.casefold() == name.casefold()]
    return alike[0] if len(alike) == 1 else ""


def nobody(draft: Draft, at: int, name: str) -> None:
    """Say that a heading names nobody who takes part."""
    message = _("Her står «{found}», men det skulle stått navnet på en deltaker.")
    draft.problem(at, message.format(found=quoted(name)))
