"""The next meeting comes from the group and from what its last meeting left."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.acts import next_id
from data.archive import document_path, documents
from data.beginning import open_new
from data.convening import by_agreement, convened, next_meeting
from data.errors import MalstyrtError
from data.group import Group
from data.groups import create_group, open_group, take_in, update_group
from data.instants import instant_of
from data.locations import Locations, locate
from data.markdown import write
from data.meeting import (
    AgendaItem,
    Approval,
    Goal,
    Kind,
    Meeting,
    NextMeeting,
    Standing,
    Status,
    Tiltak,
    TiltakStatus,
    Verdict,
)
from data.opening import open_document
from data.preparing import prepare_for_group
from data.profile_file import BUILT_IN
from data.structure import load
from tests.data.sample_group import SAMPLE_GROUP

TODAY = dt.date(2026, 12, 1)
NOW_AT = dt.time(18, 50)

LAST = Meeting(
    id="sol-7-2026-11-24-4d5e6f",
    group="SOL-7",
    kind=Kind.ANSVARSGRUPPEMOTE,
    status=Status.REFERAT,
    structure="ilag",
    date=dt.date(2026, 11, 24),
    start=dt.time(9),
    place="Rådhuset",
    leader="Kari Kladd",
    minute_taker="Tor Test",
    agenda=(
        AgendaItem(id="s1", title="Fravær", conclusion="Går ned."),
        AgendaItem(id="s2", title="Buss", raised_by="Mor Eksempel", minutes=5),
        AgendaItem(id="s3", title="Eventuelt"),
    ),
    goals=(
        Goal(id="M1", text="Trygg på skolen", verdict=Verdict.ON_TRACK),
        Goal(id="M2", text="Leseglede", verdict=Verdict.REACHED),
    ),
    tiltak=(
        Tiltak(id="T1", what="Kartlegge lesing", carried=True, status=TiltakStatus.DONE),
        Tiltak(id="T2", what="Gi fast plass", carried=True, status=TiltakStatus.NOT_DONE, reason="Opptatt."),
        Tiltak(id="T3", what="Veilede lærerne"),
    ),
)


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path)


def held(locations: Locations, meeting: Meeting) -> Path:
    """Put a meeting in the archive as saving it does."""
    path = document_path(locations, meeting)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write(meeting), encoding="utf-8")
    take_in(path, meeting)
    return path


def prepared(locations: Locations, words: str = "SOL-7") -> Meeting:
    """Give the innkalling that is made for a group."""
    return open_document(prepare_for_group(locations, words, TODAY)).meeting


def test_what_is_open_in_the_group_is_met_again(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    held(locations, LAST)
    made = prepared(locations)
    assert (made.kind, made.status, made.group, made.structure) == (
        Kind.ANSVARSGRUPPEMOTE,
        Status.INNKALLING,
        "SOL-7",
        "ilag",
    )
    assert [(one.id, one.status, one.carried) for one in made.tiltak] == [
        ("T2", TiltakStatus.OPEN, True),
        ("T3", TiltakStatus.OPEN, True),
    ]
    assert [(goal.id, goal.verdict) for goal in made.goals] == [("M1", None)]


def test_the_members_who_come_each_time_are_invited(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    made = prepared(locations)
    assert [one.name for one in made.participants] == ["Mor Eksempel", "Kari Kladd", "Per Prøve"]
    assert [consent.id for consent in made.consents] == ["PPT", "Helsestasjonen"]
    assert made.leader == "Kari Kladd"


def test_the_next_day_of_the_plan_is_its_day(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    made = prepared(locations)
    assert (made.date, made.start, made.place, made.purpose) == (
        dt.date(2027, 1, 12),
        dt.time(9),
        "Rådhuset",
        "Veien videre",
    )


def test_what_the_last_meeting_agreed_of_the_next_is_its_day(locations: Locations) -> None:
    create_group(locations, Group(id="", alias="SOL-7"))
    agreed = NextMeeting(date=dt.date(2027, 2, 2), time=dt.time(10), place="Skolen", theme="Våren")
    held(locations, LAST.having({"next_meeting": agreed}))
    made = prepared(locations)
    assert (made.date, made.place, made.purpose) == (dt.date(2027, 2, 2), "Skolen", "Våren")


def test_an_item_without_a_conclusion_is_left_over(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    held(locations, LAST)
    assert [(one.title, one.raised_by, one.minutes) for one in prepared(locations).agenda] == [
        ("Buss", "Mor Eksempel", 5)
    ]


@pytest.mark.parametrize(("status", "approved"), [(Status.REFERAT, None), (Status.GODKJENT, True)])
def test_the_last_referat_is_to_be_approved_where_it_is_not(
    locations: Locations, status: Status, approved: bool | None
) -> None:
    create_group(locations, SAMPLE_GROUP)
    held(locations, LAST.having({"status": status}))
    approval = prepared(locations).approval
    assert (approval.date, approval.approved) == (dt.date(2026, 11, 24), approved)


def test_the_first_meeting_goes_through_what_a_new_group_needs(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    made = prepared(locations)
    assert tuple(item.title for item in made.agenda) == load("forste").items
    assert made.approval.date is None


def test_what_an_utkast_holds_is_met_again_though_the_group_has_not_got_it(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    draft = LAST.having(
        {
            "status": Status.UTKAST,
            "date": dt.date(2026, 11, 30),
            "id": "utkast",
            "tiltak": (Tiltak(id="T4", what="Ringe"),),
        }
    )
    held(locations, draft)
    assert [one.id for one in prepared(locations).tiltak] == ["T2", "T3", "T4"]
    assert open_group(path).group == SAMPLE_GROUP


def test_new_numbers_go_on_from_the_groups_own(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    made = prepared(locations)
    assert made.numbers == "M2 T3"
    bare = made.having({"tiltak": (), "goals": ()})
    assert (next_id(bare, "tiltak"), next_id(bare, "goals")) == ("T4", "M3")


def test_a_group_that_only_has_meetings_is_prepared_from_the_last(locations: Locations) -> None:
    path = document_path(locations, LAST)
    path.parent.mkdir(parents=True)
    path.write_text(write(LAST), encoding="utf-8")
    assert [one.id for one in prepared(locations).tiltak] == ["T2", "T3"]


def test_a_group_that_is_not_there_is_told(locations: Locations) -> None:
    with pytest.raises(MalstyrtError, match="ELV-2"):
        convened(locations, "ELV-2")


def test_the_innkalling_lies_with_its_group_also_under_another_alias(locations: Locations) -> None:
    path = create_group(locations, SAMPLE_GROUP)
    update_group(path, lambda group: group.having({"alias": "ELV-2"}))
    assert prepare_for_group(locations, "ELV-2", TODAY).parent == path.parent
    assert documents(locations)[0].group == "ELV-2"


def test_a_groups_first_meeting_is_as_long_as_its_municipality_has_them(locations: Locations) -> None:
    ours = (BUILT_IN / "sel.toml").read_text("utf-8").replace("minutter = 60", "minutter = 45")
    locations.profiles.mkdir(parents=True)
    (locations.profiles / "vaar.toml").write_text(ours, "utf-8")
    create_group(locations, Group(id="", alias="SOL-7", profile="vaar"))
    create_group(locations, Group(id="", alias="ELV-2", profile="ilag"))
    assert next_meeting(convened(locations, "SOL-7"), TODAY).length == 45
    assert next_meeting(convened(locations, "ELV-2"), TODAY).length == 60


def test_preparing_loses_no_tiltak_through_three_meetings(locations: Locations) -> None:
    create_group(locations, Group(id="", alias="SOL-7"))
    for number in range(1, 4):
        made = next_meeting(convened(locations, "SOL-7"), TODAY)
        new = Tiltak(id=next_id(made, "tiltak"), what=f"Nummer {number}")
        day = TODAY + dt.timedelta(weeks=number)
        update = {"id": f"m{number}", "date": day, "status": Status.REFERAT, "tiltak": (*made.tiltak, new)}
        held(locations, made.having(update))
    group = convened(locations, "SOL-7").group
    assert [(one.id, one.what) for one in group.unfinished] == [
        ("T1", "Nummer 1"),
        ("T2", "Nummer 2"),
        ("T3", "Nummer 3"),
    ]


def test_a_meeting_begun_for_a_known_group_comes_from_it(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    now = instant_of(TODAY, dt.time(12))
    opened = open_new(locations, "sol-7", "", "", "Skolen", now=lambda: now, who="kari")
    meeting = opened.live.meeting
    opened.live.close()
    assert (meeting.group, meeting.date, meeting.start, meeting.place) == (
        "SOL-7",
        dt.date(2027, 1, 12),
        dt.time(9),
        "Skolen",
    )
    assert [one.id for one in meeting.tiltak] == ["T2", "T3"]


@pytest.mark.parametrize(
    ("date", "start"), [("i dag", dt.time(18, 50)), ("", dt.time(9)), ("20.12", dt.time(9))]
)
def test_a_meeting_of_today_that_was_not_planned_begins_now(
    locations: Locations, date: str, start: dt.time
) -> None:
    create_group(locations, SAMPLE_GROUP)
    now = instant_of(TODAY, NOW_AT)
    opened = open_new(locations, "sol-7", date, "", "", now=lambda: now, who="kari")
    assert opened.live.meeting.start == start


def test_those_who_come_by_agreement_are_invited_when_they_are_named(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    known = convened(locations, "SOL-7")
    assert by_agreement(known.group) == ("Tor Test",)
    assert "Tor Test" not in [one.name for one in next_meeting(known, TODAY).participants]
    invited = next_meeting(known, TODAY, ["Tor Test"]).participants
    assert (invited[-1].id, invited[-1].name, invited[-1].standing) == (
        "p4",
        "Tor Test",
        Standing.ETTER_AVTALE,
    )


# Other meetings round the same bruker


def convened_as(locations: Locations, structure: str) -> Meeting:
    return open_document(prepare_for_group(locations, "SOL-7", TODAY, structure=structure)).meeting


def test_a_fagmote_is_of_the_services_alone_on_no_day_yet_and_accounts_for_nothing(
    locations: Locations,
) -> None:
    create_group(locations, SAMPLE_GROUP)
    held(locations, LAST)
    made = convened_as(locations, "fagmote")
    assert (made.kind, made.structure, made.date) == (Kind.FAGMOTE, "fagmote", None)
    assert made.participants
    assert not any(one.bruker for one in made.participants)
    assert (made.tiltak, made.agenda, made.approval) == ((), (), Approval())
    assert made.goals
    assert next_id(made, "tiltak") == f"T{int(SAMPLE_GROUP.numbers.split('T')[1]) + 1}"


def test_a_formote_has_its_own_saksliste_and_takes_a_quarter_of_an_hour(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    made = convened_as(locations, "formote")
    assert tuple(item.title for item in made.agenda) == load("formote").items
    assert (made.length, made.goals) == (15, ())


def test_the_groups_next_meeting_goes_on_from_its_own_last_one(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    held(locations, LAST)
    advice = Meeting(id="d", kind=Kind.DROFTINGSMOTE, group="SOL-7", status=Status.REFERAT, date=TODAY)
    held(locations, advice)
    made = prepared(locations)
    assert (made.structure, made.approval.date) == ("ilag", LAST.date)


def test_a_first_meeting_gets_to_know_each_other_and_the_second_does_not(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    first = prepared(locations)
    assert first.structure == "malstyrt+forste"
    held(locations, first.having({"status": Status.REFERAT, "date": dt.date(2026, 11, 24)}))
    second = prepared(locations)
    assert second.structure == "malstyrt"
    assert not {item.title for item in second.agenda} & set(load("forste").items)


def test_a_structure_that_is_not_there_is_told_and_nothing_is_made(locations: Locations) -> None:
    create_group(locations, SAMPLE_GROUP)
    with pytest.raises(MalstyrtError, match="kafjord"):
        convened_as(locations, "finnes-ikke")
    assert documents(locations) == []


def test_a_structure_that_has_gone_missing_keeps_its_name_for_when_it_comes_back(
    locations: Locations,
) -> None:
    create_group(locations, SAMPLE_GROUP)
    held(locations, LAST.having({"structure": "vart-eget"}))
    assert prepared(locations).structure == "vart-eget"


def test_a_meeting_made_on_screen_follows_what_was_chosen_also_where_the_group_is_new(
    locations: Locations,
) -> None:
    opened = open_new(locations, "NY-1", "", "", "", structure="formote", now=lambda: 0.0, who="kari")
    assert (opened.live.meeting.kind, len(opened.live.meeting.agenda)) == (Kind.FORMOTE, 3)
    opened.live.close()
