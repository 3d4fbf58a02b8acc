"""The groups: a folder each, with the file of what stands between the meetings.

Loads nothing heavy: home lists the groups before a model or a parser is needed.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from data.alphabet import in_order
from data.archive import FINISHED, fingerprint
from data.clean import clean_line
from data.errors import MalstyrtError, NotSavedError, UnreadableError
from data.files import alone, read_bytes, write_whole
from data.head import HEAD_BYTES, read_group_head
from data.language import _, in_a_row
from data.locations import GROUP_FILE, GROUPS, UNGROUPED, Locations, folder_name

if TYPE_CHECKING:
    from data.group import Group
    from data.markdown import Problem
    from data.meeting import Meeting

UNREADABLE = "kan ikke leses"
"""The kind of a group whose file is no group."""


FEW = 20
"""So many groups are named to whoever asks for one that does not exist; more are shown by a command."""


class NoGroupError(MalstyrtError):
    """Words name no group. `there` are the aliases that do."""

    def __init__(self, words: str, there: Sequence[str]) -> None:
        others = _("«malstyrt gruppe» viser gruppene.")
        if 0 < len(there) <= FEW:
            others = _("Disse finnes: {aliases}.").format(aliases=in_a_row(there))
        message = _("Ingen gruppe heter {words}.").format(words=clean_line(words))
        super().__init__(_("Fant ikke gruppen"), f"{message} {others}")


class NotTakenInError(NotSavedError):
    """A meeting is saved, but its group could not be told what it decided."""

    def __init__(self, reason: MalstyrtError) -> None:
        message = _("Referatet er lagret. Gruppen fikk ikke vite hva dere ble enige om. {why} Lagre på nytt.")
        super().__init__(_("Gruppen er ikke oppdatert"), message.format(why=reason.message))


class AnothersError(MalstyrtError):
    """A meeting lies in the folder of another group than its own."""

    def __init__(self, group: Group, meeting: Meeting) -> None:
        message = _("Møtet ligger i mappen til {theirs}, men gjelder {ours}. Rett gruppen i møtet.")
        theirs = group.alias or group.id
        super().__init__(_("En annen gruppe"), message.format(theirs=theirs, ours=meeting.group))


class Listed(NamedTuple):
    """What a list shows of a group: `closed` is the date it ended, None while it lasts.

    `profile` is the name of the rules that it follows, "" for those chosen in the settings; `former` what it
    was called before, with commas between.
    """

    id: str
    alias: str
    kind: str
    koordinator: str
    closed: dt.date | None
    path: Path
    profile: str = ""
    former: str = ""


class Opened(NamedTuple):
    """A group as its file has it, with what could not be read there."""

    group: Group
    problems: tuple[Problem, ...]


class Held(NamedTuple):
    """A group in memory, with the fingerprint of its file as we read or wrote it."""

    group: Group
    fingerprint: str


def groups(locations: Locations) -> list[Listed]:
    """Give every group that has a file, by alias; those that have ended last."""
    found = [listed_at(path) for path in group_files(locations)]
    return sorted(found, key=_in_the_list)


def _in_the_list(group: Listed) -> tuple[object, ...]:
    """Give what orders the groups; of two folders of one name, the one that we would have made is first."""
    ours = group.path.parent.name == group.id
    return (group.closed is not None, in_order(group.alias), group.id, not ours)


def listed_at(path: Path) -> Listed:
    """Give what a list shows of one group, from the first lines of its file."""
    group_id = clean_line(path.parent.name)
    try:
        head = read_group_head(read_bytes(path, HEAD_BYTES))
    except UnreadableError:
        head = None
    if head is None:
        return Listed(group_id, group_id, UNREADABLE, "", None, path)
    alias = head.alias or group_id
    return Listed(group_id, alias, head.kind, head.koordinator, head.closed, path, head.profile, head.former)


def find_group(locations: Locations, words: str) -> Listed | None:
    """Give the group that words name, by alias or by id; None where they name none.

    An alias that two groups have names the one that lasts.
    """
    name = clean_line(words)
    found = groups(locations)
    by_id = (one for one in found if one.id == name)
    return _called(found, name) or next(by_id, None)


def _called(groups: Iterable[Listed], alias: str) -> Listed | None:
    """Give the first of some groups that has an alias, or else that had it before.

    What lies among meetings without a group has none.
    """
    named = [one for one in groups if one.path.parent.name != UNGROUPED]
    has = (one for one in named if is_same(one.alias, alias))
    had = (one for one in named if is_among(alias, one.former))
    return next(has, None) or next(had, None)


def is_same(alias: str, other: str) -> bool:
    """Whether two aliases are of one group: in small letters or large, "SOL-7" or "sol 7"."""
    return folder_name(alias) == folder_name(other)


def is_among(alias: str, former: str) -> bool:
    """Whether an alias is one of those that a group had before."""
    return any(is_same(alias, one) for one in aliases(former))


def aliases(former: str) -> list[str]:
    """Give the aliases that a group had before, which it writes with commas between."""
    return [one.strip() for one in former.split(",") if one.strip()]


def folder_of(locations: Locations, alias: str) -> Path:
    """Give the folder of the group with an alias, or where there is none, one for it.

    That is the folder that the alias names, or one beside it where another group lies there.
    """
    folder = locations.group(alias)
    there = listed_at(folder / GROUP_FILE) if (folder / GROUP_FILE).exists() else None
    if not alias or (there and is_same(there.alias, alias)):
        return folder
    if group := _called(groups(locations), alias):
        return group.path.parent
    return locations.group_beside(alias) if there else folder


def folder_named(locations: Locations, words: str) -> Path:
    """Give the folder that words name as find_group does, also that of a group that only has meetings."""
    name = clean_line(words)
    if group := find_group(locations, name):
        return group.path.parent
    return locations.group("") if name == UNGROUPED else folder_of(locations, name)


def open_group(path: Path) -> Opened:
    """Read a group from its file. Raises UnreadableError with file, line and what was expected."""
    return Opened(*_read(path))


def create_group(locations: Locations, group: Group) -> Path:
    """Put a new group in a folder named by its alias, and give the path of its file.

    A folder that only has meetings becomes the group's. Raises MalstyrtError when there is a group
    already, and NotSavedError.
    """
    path = folder_of(locations, group.alias) / GROUP_FILE
    with alone(path):
        if os.path.lexists(path):
            message = _("Det finnes alt en gruppe som heter {alias}, eller het det før. Velg et annet alias.")
            raise MalstyrtError(_("Gruppen finnes"), message.format(alias=clean_line(group.alias)))
        _write(path, group)
    return path


def update_group(path: Path, change: Callable[[Group], Group], *, otherwise: Group | None = None) -> Group:
    """Change a group as its file has it now, and give the group as it became.

    Where there is no file it begins with the group `otherwise`. Programs that change the same group
    wait for each other. Raises UnreadableError when the file cannot be read, and NotSavedError; what
    stood there then stands.
    """
    with alone(path):
        return _changed(path, change, None, otherwise).group


def update_held(path: Path, change: Callable[[Group], Group], held: Held) -> Held:
    """Change a group that is held in memory, or, where its file is another since, as the file has it.

    What is held keeps the ids and the empty rows that a file does not have. Raises as update_group.
    """
    with alone(path):
        return _changed(path, change, held, None)


def hold(path: Path) -> Held:
    """Give a group to hold in memory, as its file has it. Raises UnreadableError."""
    known = _fingerprint_at(path)
    return Held(_read(path)[0], known)


def _changed(
    path: Path, change: Callable[[Group], Group], held: Held | None, otherwise: Group | None
) -> Held:
    """Change a group, once more where somebody edits its file by hand meanwhile."""
    while True:
        known = _fingerprint_at(path)
        if held is not None and held.fingerprint == known:
            group = held.group
        else:
            group = otherwise if otherwise is not None and not os.path.lexists(path) else _read(path)[0]
        changed = change(group)
        if changed == group and known:
            return Held(group, known)
        if known == _fingerprint_at(path):
            return Held(changed, _write(path, changed))


def take_in(document: Path, meeting: Meeting) -> None:
    """Let the group of a finished meeting have what it decided; again, when it is saved again.

    A group that nobody has made is made of its meeting. A meeting without a group tells nobody: those lie in
    one folder, whoever they were for. Raises NotTakenInError: the meeting is saved, and so it is where its
    document lies with another group, which is not told.
    """
    path = file_of_document(document)
    if path is None or meeting.status not in FINISHED or not meeting.group:
        return
    from data.outcome import group_of  # noqa: PLC0415 - only once a meeting is finished

    if path.parent.name == UNGROUPED:  # it could not be moved to its group, and waits to be
        raise NotTakenInError(MalstyrtError(_("Uten gruppe"), _("Det ligger blant møter uten gruppe.")))
    try:
        made = group_of(meeting, clean_line(path.parent.name))
        update_group(path, lambda group: _told(group, meeting), otherwise=made)
    except MalstyrtError as error:
        raise NotTakenInError(error) from error


def _told(group: Group, meeting: Meeting) -> Group:
    """Give a group with what its meeting decided.

    Raises AnothersError where the meeting is another group's, by its alias and those that the group had; one
    that was told of it all by another alias has nothing more to be told.
    """
    from data.outcome import with_outcome  # noqa: PLC0415 - only once a meeting is finished

    told = with_outcome(group, meeting)
    ours = is_same(group.alias or group.id, meeting.group) or is_among(meeting.group, group.former)
    if told != group and not ours:
        raise AnothersError(group, meeting)
    return told


def file_of_document(document: Path) -> Path | None:
    """Give the file of the group whose meeting a document holds, None for one that lies elsewhere."""
    in_archive = document.parent.parent.name == GROUPS
    return document.parent / GROUP_FILE if in_archive else None


def _read(path: Path) -> tuple[Group, tuple[Problem, ...]]:
    """Give a group with what could not be read."""
    from data.markdown.group import read_group_bytes  # noqa: PLC0415 - lists need no parser

    reading = read_group_bytes(read_bytes(path), source=clean_line(str(path)))
    # The folder's name is the id also where the folder was renamed by hand.
    group = reading.group.having({"id": clean_line(path.parent.name)})
    return group, reading.problems


def _write(path: Path, group: Group) -> str:
    """Write a group in its file, and give the file's fingerprint."""
    from data.markdown.group import write_group  # noqa: PLC0415 - lists need no parser

    text = write_group(group.having({"id": clean_line(path.parent.name)}))
    write_whole(path, text)
    return fingerprint(text.encode())


def _fingerprint_at(path: Path) -> str:
    try:
        return fingerprint(read_bytes(path))
    except UnreadableError:
        return ""


def group_files(locations: Locations) -> list[Path]:
    """Give the groups' files that there are."""
    folder = locations.groups
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.is_dir() and not entry.name.startswith(".")]
    except OSError:
        return []
    files = (folder / name / GROUP_FILE for name in names)
    return [file for file in files if file.exists()]
