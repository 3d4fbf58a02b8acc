"""The groups on disk: found, listed, made once, changed by one at a time, for their owner alone."""

from __future__ import annotations

import datetime as dt
import threading
from functools import partial
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given

from data import acts
from data import groups as shelf
from data.archive import document_path, documents
from data.beginning import open_blank, open_new
from data.choosing import choose
from data.errors import MalstyrtError, UnreadableError
from data.group import Group
from data.groups import (
    NotTakenInError,
    create_group,
    find_group,
    folder_of,
    listed_at,
    open_group,
    take_in,
    update_group,
)
from data.head import read_group_head
from data.instants import instant_of
from data.locations import Locations, locate
from data.markdown import read, write
from data.markdown.group import public_group, read_group, write_group
from data.meeting import Meeting, Status, Tiltak
from data.preparing import prepare_for_group
from data.saving import move_to_its_group, save_document
from tests.data.groups import groups
from tests.data.sample_group import SAMPLE_GROUP

TODAY = dt.date(2027, 1, 12)
TEN = instant_of(TODAY, dt.time(10))


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path)


@given(groups())
def test_a_list_shows_what_the_file_says(group: Group) -> None:
    shown = public_group(group)
    head = read_group_head(write_group(group).encode())
    assert head == (shown.alias, shown.kind, shown.koordinator, shown.closed, shown.profile, shown.former)


@pytest.mark.parametrize("words", ["1.2.26", "1/2-2026", "1. februar 26", "søndag 1. februar 2026"])
def test_a_day_that_a_group_ended_is_understood_as_people_write_it(words: str) -> None:
    text = f"# Ansvarsgruppe for SOL-7\n\n- **Avsluttet:** {words}\n"
    head = read_group_head(text.encode())
    assert head is not None
    assert head.closed == read_group(text).group.closed == dt.date(2026, 2, 1)


def test_a_new_group_gets_a_private_folder_and_file_and_is_found_again(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    assert path == locations.groups / "sol-7" / "gruppe.md"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert open_group(path) == (SAMPLE_GROUP, ())
    assert [(one.id, one.alias, one.kind) for one in shelf.groups(locations)] == [
        ("sol-7", "SOL-7", "ansvarsgruppe")
    ]


IN_TWO_PIECES = ("Blå-7", "ÅSE", "Når", "å", "Ål-2 Å", "Båt/Tåke")


@pytest.mark.parametrize("alias", IN_TWO_PIECES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_F7_a_name_is_the_same_however_its_letters_are_made(
    locations: Locations, alias: str, form: Literal["NFC", "NFD"]
) -> None:
    path = create_group(locations, Group(id="", alias=normalize(form, alias)))
    for words in (normalize("NFC", alias), normalize("NFD", alias)):
        found = find_group(locations, words)
        assert found is not None
        assert found.path == path
        assert locations.group(words) == path.parent
        with pytest.raises(MalstyrtError, match="finnes"):
            create_group(locations, Group(id="", alias=words))
    assert [one.alias for one in shelf.groups(locations)] == [normalize("NFC", alias)]


@pytest.mark.parametrize("alias", IN_TWO_PIECES)
def test_F7_a_folder_from_another_system_stays_the_groups(locations: Locations, alias: str) -> None:
    made = create_group(locations, Group(id="", alias=alias)).parent
    other = made.rename(made.with_name(normalize("NFD", made.name)))
    assert locations.group(alias) == folder_of(locations, alias) == other
    document = document_path(locations, Meeting(id="m", group=alias))
    assert document.parent == other
    assert [one.id for one in shelf.groups(locations)] == [normalize("NFC", made.name)]


def test_F7_of_two_folders_with_one_name_ours_is_found_and_neither_is_hidden(locations: Locations) -> None:
    ours = create_group(locations, Group(id="", alias="Blå"))
    other = ours.parent.with_name(normalize("NFD", ours.parent.name))
    other.mkdir()
    (other / "gruppe.md").write_bytes(ours.read_bytes())
    assert [one.path for one in shelf.groups(locations)] == [ours, other / "gruppe.md"]
    found = find_group(locations, "blå")
    assert found is not None
    assert found.path == ours


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_F7_a_document_in_either_form_is_one_meeting(
    locations: Locations, form: Literal["NFC", "NFD"]
) -> None:
    meeting = Meeting(id="blå-1", group="Blå", purpose="Få ro på skolen.")
    path = document_path(locations, meeting)
    path.parent.mkdir(parents=True)
    path.write_text(normalize(form, write(meeting)), encoding="utf-8")
    assert read(path.read_text(encoding="utf-8")).meeting == meeting
    (listed,) = documents(locations)
    assert (listed.id, listed.group) == ("blå-1", "Blå")
    assert choose(locations, normalize("NFD", "blå-1"), dt.date(2026, 11, 24)).document == listed


def test_a_group_is_made_once(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    with pytest.raises(MalstyrtError, match="finnes"):
        create_group(locations, Group(id="", alias="sol 7"))
    assert open_group(locations.groups / "sol-7" / "gruppe.md").group == SAMPLE_GROUP


def test_a_folder_that_only_has_meetings_becomes_the_groups(locations: Locations) -> None:
    document = document_path(locations, Meeting(id="m", group="SOL-7"))
    document.parent.mkdir(parents=True)
    document.write_text("# Referat: samarbeidsmøte for SOL-7\n", encoding="utf-8")
    create_group(locations, SAMPLE_GROUP)
    assert [one.path for one in documents(locations)] == [document]


def test_groups_stand_by_alias_and_those_that_have_ended_last(locations: Locations) -> None:
    for alias, closed in (("Elv", None), ("bre", None), ("Ask", dt.date(2026, 6, 1))):
        create_group(locations, Group(id="", alias=alias, closed=closed))
    assert [one.alias for one in shelf.groups(locations)] == ["bre", "Elv", "Ask"]


def test_a_group_is_found_by_id_and_by_alias_in_small_letters(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    for words in ("sol-7", "SOL-7", " Sol-7 "):
        found = find_group(locations, words)
        assert found
        assert found.path == path
    assert find_group(locations, "ELV-2") is None
    assert find_group(locations, "") is None


def test_a_group_that_changed_its_alias_keeps_its_folder(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    update_group(path, lambda group: group.having({"alias": "ELV-2"}))
    assert folder_of(locations, "elv-2") == path.parent
    assert folder_of(locations, "HAV-1") == locations.groups / "hav-1"


def folder_with(locations: Locations, name: str, alias: str) -> Path:
    """Put a group in a folder of a name, as by hand or by an earlier version; give its file."""
    path = locations.groups / name / "gruppe.md"
    path.parent.mkdir(parents=True)
    path.write_text(write_group(SAMPLE_GROUP.having({"alias": alias})), encoding="utf-8")
    return path


@pytest.mark.parametrize(("one", "other"), [("ÁJ", "ČJ"), ("AJ", "ÁJ"), ("ŠČ", ""), ("J", "J*")])
def test_groups_of_different_aliases_never_lie_together(locations: Locations, one: str, other: str) -> None:
    path = create_group(locations, SAMPLE_GROUP.having({"alias": one}))
    assert find_group(locations, other) is None
    assert folder_of(locations, other) != path.parent
    assert folder_of(locations, one.lower()) == path.parent
    before = path.read_bytes()
    live = open_new(locations, other, "", "", "", now=lambda: TEN, who="test").live
    live.record(acts.add("goals", text="Leseglede"))
    live.record(acts.finish("Haster"))
    save_document(live)
    live.close()
    assert path.read_bytes() == before


def test_another_group_in_the_folder_that_an_alias_names_is_left_alone(locations: Locations) -> None:
    path = folder_with(locations, "j", "ÁJ")
    assert folder_of(locations, "ÁJ") == path.parent
    assert find_group(locations, "J") is None
    made = create_group(locations, Group(id="", alias="J"))
    assert made.parent == folder_of(locations, "j") != path.parent
    assert {one.alias for one in shelf.groups(locations)} == {"ÁJ", "J"}
    with pytest.raises(MalstyrtError, match="finnes"):
        create_group(locations, Group(id="", alias="áj"))


def last_in(locations: Locations, group: str) -> str:
    """Prepare a group's next meeting, and give the referent of the one that it goes on from."""
    return read(prepare_for_group(locations, group, TODAY).read_text(encoding="utf-8")).meeting.minute_taker


def held_in(locations: Locations, folder: Path, alias: str, day: int) -> Meeting:
    """Put a finished meeting in a folder, of a referent who is called as its group, and give it."""
    meeting = Meeting(id=f"m{day}", group=alias, date=dt.date(2026, 12, day), status=Status.REFERAT)
    meeting = meeting.having({"minute_taker": alias, "tiltak": (Tiltak(id="T8", what="Ringe"),)})
    document_path(locations, meeting, folder).write_text(write(meeting), encoding="utf-8")
    return meeting


def test_the_next_meeting_goes_on_from_none_of_another_group_in_the_same_folder(locations: Locations) -> None:
    folder = folder_with(locations, "j", "ÁJ").parent
    for day, alias in enumerate(("ÁJ", "ČJ", "J"), 1):
        held_in(locations, folder, alias, day)
    assert last_in(locations, "ÁJ") == "ÁJ"


def test_the_next_meeting_goes_on_from_one_held_before_the_group_changed_its_alias(
    locations: Locations,
) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    take_in(path.with_name("referat.md"), held_in(locations, path.parent, "SOL-7", 1))
    update_group(path, lambda group: group.having({"alias": "ELV-2"}))
    assert last_in(locations, "ELV-2") == "SOL-7"


def test_a_name_that_two_groups_could_have_is_the_alias_of_the_one(locations: Locations) -> None:
    folder_with(locations, "elv-2", "SOL-7")
    path = folder_with(locations, "elva", "ELV-2")
    found = find_group(locations, "elv-2")
    assert found is not None
    assert found.path == path


def test_a_folder_renamed_by_hand_names_its_group(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    path.parent.rename(path.parent.with_name("elv-2"))
    assert open_group(locations.groups / "elv-2" / "gruppe.md").group.id == "elv-2"


def test_a_meeting_that_gets_its_group_later_goes_where_the_group_lies(locations: Locations) -> None:
    folder = create_group(locations, SAMPLE_GROUP).parent
    folder = folder.rename(folder.with_name("sol-7-skolen"))
    live = open_blank(locations, now=lambda: TEN, who="test").live
    live.record(acts.put("group", "SOL-7"))
    live.record(acts.finish(""))
    move_to_its_group(locations, live)
    assert save_document(live).parent == folder
    assert [one.id for one in shelf.groups(locations)] == ["sol-7-skolen"]
    live.close()


def test_what_is_no_group_is_listed_as_such_and_never_written_over(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    path.write_text("Handleliste\n", encoding="utf-8")
    assert listed_at(path).kind == "kan ikke leses"
    with pytest.raises(UnreadableError):
        update_group(path, lambda group: group)
    assert path.read_text(encoding="utf-8") == "Handleliste\n"


def test_what_is_changed_by_hand_meanwhile_is_not_lost(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    edits = iter([path.read_text(encoding="utf-8").replace("Samordne", "Skrevet for hånd: samordne")])

    def change(group: Group) -> Group:
        if text := next(edits, ""):
            path.write_text(text, encoding="utf-8")
        return group.having({"koordinator": "Per Prøve"})

    group = update_group(path, change)
    assert group.koordinator == "Per Prøve"
    assert group.mandate.startswith("Skrevet for hånd")
    assert open_group(path).group == group


def with_tiltak(group: Group, number: int) -> Group:
    """Give a group with one tiltak more."""
    return group.having({"tiltak": (*group.tiltak, Tiltak(id=f"T{number}", what="Ringe"))})


def test_two_who_change_a_group_at_once_both_get_their_say(locations: Locations) -> None:
    path = create_group(locations, Group(id="", alias="SOL-7"))

    def add(number: int) -> None:
        for step in range(5):
            update_group(path, partial(with_tiltak, number=10 * number + step))

    writers = [threading.Thread(target=add, args=(number,)) for number in (1, 2, 3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(open_group(path).group.tiltak) == 15


def test_a_change_that_changes_nothing_writes_nothing(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    text = path.read_text(encoding="utf-8").replace("| T1  |", "| T1 |")
    path.write_text(text, encoding="utf-8")
    update_group(path, lambda group: group)
    assert path.read_text(encoding="utf-8") == text


def finished(locations: Locations, **fields: object) -> tuple[Path, Meeting]:
    """Give a finished meeting and where its document lies."""
    meeting = Meeting(id="m1", group="SOL-7", date=dt.date(2027, 1, 12), status=Status.REFERAT)
    meeting = meeting.having(fields)
    return document_path(locations, meeting), meeting


def test_a_finished_meeting_tells_its_group_and_an_utkast_does_not(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    document, meeting = finished(locations, tiltak=(Tiltak(id="T4", what="Ringe BUP"),))
    take_in(document, meeting.having({"status": Status.UTKAST}))
    assert open_group(path).group == SAMPLE_GROUP
    take_in(document, meeting)
    assert [one.what for one in open_group(path).group.tiltak][-1] == "Ringe BUP"


def test_a_group_nobody_made_comes_with_its_first_finished_meeting(locations: Locations) -> None:
    document, meeting = finished(locations)
    take_in(document, meeting)
    assert open_group(document.parent / "gruppe.md").group.alias == "SOL-7"


def of_no_group(locations: Locations, name: str) -> Path:
    """Hold a meeting without a group to its end, and give its document."""
    live = open_blank(locations, now=lambda: TEN, who="test").live
    live.record(acts.add("participants", name=f"Mor {name}", bruker=True))
    live.record(acts.add("tiltak", what=f"Ringe {name}"))
    live.record(acts.finish("Haster"))
    path = save_document(live)
    live.close()
    return path


def test_meetings_without_a_group_are_finished_and_never_become_one(locations: Locations) -> None:
    first, second = (of_no_group(locations, name) for name in ("Eksempel", "Prøve"))
    assert [read(path.read_text(encoding="utf-8")).meeting.status for path in (first, second)] == [
        "referat"
    ] * 2
    assert first.parent == second.parent == locations.group("")
    assert shelf.groups(locations) == []
    with pytest.raises(MalstyrtError, match="kan gjelde flere barn"):
        prepare_for_group(locations, "uten-gruppe", TODAY)


def test_a_group_once_made_of_meetings_without_one_collects_no_more(locations: Locations) -> None:
    path = folder_with(locations, "uten-gruppe", "")
    before = path.read_bytes()
    of_no_group(locations, "Eksempel")
    assert path.read_bytes() == before
    with pytest.raises(MalstyrtError, match="kan gjelde flere barn"):
        prepare_for_group(locations, "uten-gruppe", TODAY)


def test_a_meeting_of_another_group_tells_nothing_to_the_one_it_lies_with(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    before = path.read_bytes()
    document, meeting = finished(locations, tiltak=(Tiltak(id="T4", what="Ringe BUP"),))
    with pytest.raises(NotTakenInError, match=r"mappen til SOL-7, men gjelder ELV-2\. Rett gruppen"):
        take_in(document, meeting.having({"group": "ELV-2"}))
    assert path.read_bytes() == before
    take_in(document, meeting.having({"group": "Sol 7"}))
    assert open_group(path).group.tiltak[-1].what == "Ringe BUP"


def test_a_meeting_from_before_its_group_changed_its_alias_is_saved_as_before(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    document, meeting = finished(locations, tiltak=(Tiltak(id="T4", what="Ringe BUP"),))
    take_in(document, meeting)
    update_group(path, lambda group: group.having({"alias": "ELV-2"}))
    take_in(document, meeting.having({"status": Status.GODKJENT}))
    assert open_group(path).group.alias == "ELV-2"


def test_a_meeting_that_could_not_be_moved_to_its_group_makes_none_of_those_without(
    locations: Locations,
) -> None:
    _document, meeting = finished(locations)
    with pytest.raises(NotTakenInError, match=r"blant møter uten gruppe\. Lagre på nytt"):
        take_in(locations.group("") / "referat.md", meeting)
    assert shelf.groups(locations) == []


def test_a_meeting_that_lies_elsewhere_makes_no_group(tmp_path: Path, locations: Locations) -> None:
    _document, meeting = finished(locations)
    take_in(tmp_path / "skrivebord" / "referat.md", meeting)
    assert not (tmp_path / "skrivebord" / "gruppe.md").exists()


def test_a_group_that_cannot_be_read_is_told_of_and_the_meeting_stays_saved(locations: Locations) -> None:
    document, meeting = finished(locations)
    path = create_group(locations, SAMPLE_GROUP)
    path.write_text("Handleliste\n", encoding="utf-8")
    with pytest.raises(NotTakenInError, match="Referatet er lagret"):
        take_in(document, meeting)
