"""What of a meeting belongs in its document."""

from __future__ import annotations

import datetime as dt

from data.markdown import public, read, write
from data.meeting import (
    BRUKER,
    AgendaItem,
    Entry,
    Goal,
    Kept,
    LetStand,
    Meeting,
    Note,
    Participant,
    Tiltak,
    Visit,
    entry_id,
    find,
)

PER = Participant(id="p2", name="Per Prøve")
KARI = Participant(id="p5", name="Kari Kladd")


def said(step: str, speaker: str, words: str) -> Entry:
    return Entry(id=entry_id(step, speaker), step=step, speaker=speaker, comment=words)


def test_private_notes_are_nowhere_in_the_document() -> None:
    meeting = Meeting(
        id="m",
        notes=(Note(id="n", text="Hemmelig kladd"),),
        let_stand=(LetStand(id="language.man:summary:0", reason="Hemmelig grunn"),),
        visits=(Visit(id="v", step="x", at=1.0),),
    )
    assert "Hemmelig" not in write(meeting)
    assert public(meeting) == Meeting(id="m")


def test_participants_are_numbered_as_they_stand_and_their_words_follow_them() -> None:
    meeting = Meeting(id="m", participants=(PER, KARI), entries=(said("runde1", "p5", "Hei"),))
    found = public(meeting)
    assert [person.id for person in found.participants] == ["p1", "p2"]
    assert found.entry("runde1", "p2").comment == "Hei"


def test_words_of_somebody_who_no_longer_takes_part_are_left_out() -> None:
    meeting = Meeting(id="m", participants=(PER,), entries=(said("runde1", "p9", "Borte"),))
    assert public(meeting).entries == ()


def test_parts_that_say_nothing_are_left_out() -> None:
    meeting = Meeting(
        id="m",
        participants=(Participant(id="p1"),),
        agenda=(AgendaItem(id="s1"),),
        goals=(Goal(id="M1"),),
        tiltak=(Tiltak(id="T1"), Tiltak(id="T2", carried=True)),
        entries=(said("runde1", BRUKER, ""),),
    )
    assert public(meeting) == Meeting(id="m")


def test_the_bruker_speaks_first_with_the_floor_and_last_in_a_round() -> None:
    speakers = (BRUKER, "p2")
    spoken = tuple(said(step, speaker, "x") for step in ("runde1", "ordet") for speaker in speakers[::-1])
    found = public(Meeting(id="m", participants=(PER,), entries=spoken))
    assert [entry.id for entry in found.entries] == ["ordet:bruker", "ordet:p1", "runde1:p1", "runde1:bruker"]


def test_tiltak_from_before_stand_before_those_agreed() -> None:
    meeting = Meeting(
        id="m", tiltak=(Tiltak(id="T2", what="Nytt"), Tiltak(id="T1", what="Gammelt", carried=True))
    )
    assert [tiltak.id for tiltak in public(meeting).tiltak] == ["T1", "T2"]


def test_a_time_of_day_is_written_in_whole_minutes() -> None:
    late = PER.having({"arrived": dt.time(9, 12, 40, 5)})
    meeting = Meeting(id="m", participants=(late,))
    assert public(meeting).participants[0].arrived == dt.time(9, 12)


def test_a_tiltak_may_name_its_goal_by_its_text() -> None:
    goal = Goal(id="M4", text="Trygg på skolen")
    meeting = Meeting(id="m", goals=(goal,), tiltak=(Tiltak(id="T1", what="x", goal="trygg på skolen"),))
    assert public(meeting).tiltak[0].goal == "M4"


def test_what_stood_in_a_field_goes_when_the_field_is_set() -> None:
    meeting = read("# Referat: fagmøte for SOL-7\n\n- **Dato:** snart\n").meeting
    assert "- **Dato:** snart" in write(meeting)
    dated = meeting.having({"date": dt.date(2026, 11, 24)})
    assert "snart" not in write(dated)
    assert public(dated).kept == ()


def test_what_is_kept_of_a_participant_follows_when_others_leave() -> None:
    rows = ["| Navn | Rolle | Telefon |", "|--|--|--|", "| Ola | x | 11 |", "| Per | y | 22 |"]
    meeting = read("\n".join(["# Referat: fagmøte", "", "## Deltakere", "", *rows])).meeting
    alone = meeting.having({"participants": meeting.participants[1:]})
    kept = {one.after: one.text for one in public(alone).kept}
    assert kept == {"participants/columns/1": "Telefon", "participants/p1/columns/1": "22"}
    assert read(write(alone)).meeting == public(alone)


def test_what_is_kept_after_words_that_are_gone_stays_in_the_section() -> None:
    kept = Kept(id="k1", after="entries/runde1:p1/after", text="> et sitat")
    meeting = Meeting(id="m", participants=(PER,), kept=(kept,))
    assert "## Runde 1: fremgang og utfordringer\n\n> et sitat" in write(meeting)


def test_two_of_the_same_name_keep_their_own_words() -> None:
    twins = tuple(Participant(id=f"p{n}", name="Per", service="PPT", innspill=f"Ord {n}") for n in (1, 2))
    found = read(write(Meeting(id="m", participants=twins))).meeting
    assert [person.innspill for person in found.participants] == ["Ord 1", "Ord 2"]


def test_someone_called_as_the_bruker_is_not_taken_for_them() -> None:
    namesake = Participant(id="p1", name="Brukeren")
    meeting = Meeting(id="m", participants=(namesake,), entries=(said("runde1", "p1", "Mitt"),))
    found = read(write(meeting)).meeting
    assert find(found.entries, "runde1:bruker") is None
    assert found.entry("runde1", "p1").comment == "Mitt"
