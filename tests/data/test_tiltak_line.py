"""One line makes a tiltak: what is read from it, what is offered in it, and back again."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.meeting import Goal, Meeting, Participant, Tiltak
from data.tiltak_line import Choice, TiltakLine, as_line, complete, parse
from data.tiltak_line.completing import MOST_CANDIDATES
from data.tiltak_line.people import people_of

TUESDAY = dt.date(2026, 11, 24)
FRIDAY = dt.date(2026, 11, 27)


def participant(number: int, name: str, role: str = "", service: str = "") -> Participant:
    return Participant(id=f"p{number}", name=name, role=role, service=service)


MEETING = Meeting(
    id="sol",
    participants=(
        participant(1, "Kari Kladd", "kontaktlærer", "skole"),
        participant(2, "Per Prøve", "rådgiver", "PPT"),
        participant(3, "Per Prøve", "miljøterapeut", "Ungdomstjenesten"),
        participant(4, "Anne-Lise Øving", "", "helsestasjon"),
        participant(5, "Åse Eksempel", "psykolog", "BUP"),
        participant(6, "Karianne Test", "", "NAV"),
        Participant(id="p7", name="Mor/far", role="foresatt", bruker=True),
    ),
    goals=(
        Goal(id="M1", text="Trygg på skolen"),
        Goal(id="M2", text="Leseglede hver kveld"),
        Goal(id="M3", text="Mindre skolefravær"),
    ),
)


def read(line: str, meeting: Meeting = MEETING) -> TiltakLine:
    return parse(line, meeting, TUESDAY)


def offered(line: str, meeting: Meeting = MEETING) -> list[str]:
    completion = complete(line, len(line), meeting, TUESDAY)
    return [candidate.text for candidate in completion.candidates] if completion else []


def test_one_line_says_what_who_when_and_which_goal() -> None:
    assert read("Ringe BUP @kari !fre #trygg") == TiltakLine(
        what="Ringe BUP", who="Kari Kladd", when=FRIDAY, goal="M1"
    )


def test_tokens_may_stand_anywhere() -> None:
    line = read("#2 @åse Låne !fredag kl 14 bøker hjem")
    assert line == TiltakLine(
        what="Låne bøker hjem", who="Åse Eksempel", when=FRIDAY, at=dt.time(14), goal="M2"
    )


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("", ("hva", "hvem", "når", "mål")),
        ("Ringe", ("hvem", "når", "mål")),
        ("@kari !fre", ("hva", "mål")),
        ("Ringe @kari !snarest #1", ("når",)),
        ("Ringe @per !fre #1", ("hvem",)),
    ],
)
def test_what_is_missing_is_told(line: str, missing: tuple[str, ...]) -> None:
    assert read(line).missing == missing


@pytest.mark.parametrize(
    ("typed", "who", "what"),
    [
        ("@kari ringer", "Kari Kladd", "ringer"),
        ("@KARI", "Kari Kladd", ""),
        ("@kari, hjemme.", "Kari Kladd", "hjemme."),
        ("@kari kladd ringer", "Kari Kladd", "ringer"),
        ("@ka kladd", "Kari Kladd", ""),
        ("@kladd", "Kari Kladd", ""),
        ("@kari k ringer", "Kari Kladd", "k ringer"),
        ("@karia", "Karianne Test", ""),
        ("@åse", "Åse Eksempel", ""),
        ("@øving", "Anne-Lise Øving", ""),
        ("@lise", "Anne-Lise Øving", ""),
        ("@anne-lise øving", "Anne-Lise Øving", ""),
        ("@ppt", "Per Prøve (PPT)", ""),
        ("@psyk", "Åse Eksempel", ""),
        ("@helsestasjonen", "Anne-Lise Øving", ""),
        ("@skolen", "Kari Kladd", ""),
        ("@kontaktlæreren", "Kari Kladd", ""),
        ("@brukeren", "Mor/far", ""),
        ("@mor/far snakker", "Mor/far", "snakker"),
        ("@far", "Mor/far", ""),
        ("@Per Prøve (PPT) og", "Per Prøve (PPT)", "og"),
        ("@per prøve (ungdomstjenesten)", "Per Prøve (Ungdomstjenesten)", ""),
        ('@"Kari Kladd" ringer', "Kari Kladd", "ringer"),
        ("@ola ringer", "ola", "ringer"),
        ('@"Ola Ukjent" ringer', "Ola Ukjent", "ringer"),
        ('@"Ola Ukjent", ringer', "Ola Ukjent", "ringer"),
        ('@"kari"', "kari", ""),
    ],
)
def test_who(typed: str, who: str, what: str) -> None:
    line = read(typed)
    assert (line.who, line.what, line.unknown) == (who, what, ())


def test_U2_decomposed_letters_find_the_same_person() -> None:
    assert read(unicodedata.normalize("NFD", "@åse")).who == "Åse Eksempel"
    nfd = MEETING.having({"participants": (participant(1, unicodedata.normalize("NFD", "Åse")),)})
    assert read("@ås", nfd).who == "Åse"


def test_a_stranger_is_kept_and_told_of() -> None:
    assert read("@ola").remarks == ("ola er ikke deltaker",)


def test_more_people_help() -> None:
    line = read("Ringe @kari @åse @kari @ola")
    assert (line.who, line.helpers) == ("Kari Kladd", "Åse Eksempel, ola")


@pytest.mark.parametrize(
    ("typed", "who"), [("@kari", "Kari"), ("@kari anne", "Kari Anne"), ("@nav", "Nav Test")]
)
def test_a_whole_name_goes_before_a_longer_one_and_a_name_before_a_service(typed: str, who: str) -> None:
    people = (
        participant(1, "Kari Anne", "", "NAV"),
        participant(2, "Kari"),
        participant(3, "Nav Test"),
    )
    assert read(typed, MEETING.having({"participants": people})).who == who


def test_two_of_the_same_name_are_not_chosen_between() -> None:
    line = read("Ringe @per prøve #1 nå")
    assert line.who == ""
    assert line.choices == (Choice("@per prøve", ("Per Prøve (PPT)", "Per Prøve (Ungdomstjenesten)")),)
    assert line.unknown == ("@per prøve",)
    assert line.what == "Ringe @per prøve nå"


@pytest.mark.parametrize(
    ("typed", "date", "time", "what"),
    [
        ("!i dag ringe", "2026-11-24", None, "ringe"),
        ("!om 2 uker", "2026-12-08", None, ""),
        ("!neste tirsdag møte", "2026-12-01", None, "møte"),
        ("!14. jan 20 elever", "2027-01-14", None, "20 elever"),
        ("!1.12, så", "2026-12-01", None, "så"),
        ("!fredag kl 14 hjemme", "2026-11-27", "14:00", "hjemme"),
        ("!fre 14:30 i skolen", "2026-11-27", "14:30", "i skolen"),
        ("!kl 9 1. desember kl", "2026-12-01", "09:00", "kl"),
        ("!før jul!", "2026-12-23", None, ""),
        ("!fre i stua", "2026-11-27", None, "i stua"),
        ("!uke 50 @kari", "2026-12-11", None, ""),
    ],
)
def test_when_takes_as_many_words_as_make_a_date(typed: str, date: str, time: str | None, what: str) -> None:
    line = read(typed)
    assert line.when == dt.date.fromisoformat(date)
    assert line.at == (time and dt.time.fromisoformat(time))
    assert line.what == what


def test_the_remarks_on_a_date_come_along() -> None:
    assert read("!1.11.2026").remarks == ("har vært", "søndag")


GOALS_TYPED = {
    "M1": "#skolen #trygg, #TRYGG #1",
    "M2": "#m2 #M2 #2 #les #kvelden",
    "M3": "#fravær #skolef",
}


@pytest.mark.parametrize(
    ("typed", "goal"), [(typed, goal) for goal, tokens in GOALS_TYPED.items() for typed in tokens.split()]
)
def test_goals_are_found_by_number_word_beginning_or_part(typed: str, goal: str) -> None:
    assert read(typed).goal == goal


def test_an_open_goal_is_not_chosen() -> None:
    line = read("Lese #skole")
    assert (line.goal, line.what) == ("", "Lese #skole")
    assert line.choices == (Choice("#skole", ("M1 Trygg på skolen", "M3 Mindre skolefravær")),)


ORDINARY = (
    "Skrive til a@b.no | Lære C# | Hei! | Kjøpe 3 # 4 | @ skolen | Viktig !!! | a!fre | 50 % @ | # ! "
    "| (@kari) | @123 | #- | !?"
)


@pytest.mark.parametrize("text", ORDINARY.split(" | "))
def test_marks_inside_ordinary_text_are_text(text: str) -> None:
    line = read(text)
    assert (line.what, line.unknown) == (text, ())


@pytest.mark.parametrize("token", ["!snarest", "!31.11", "#ukjent", '@"Ola', "!om", "#M9", "#rav", '@"Ola"x'])
def test_what_is_not_understood_stays_in_the_text(token: str) -> None:
    line = read(f"Ringe {token} BUP")
    assert line.what == f"Ringe {token} BUP"
    assert line.unknown
    assert all(unknown in token for unknown in line.unknown)


def test_a_second_date_or_goal_is_kept_as_text() -> None:
    line = read("Ringe !fre !lør #1 #2 #1")
    assert (line.when, line.goal) == (FRIDAY, "M1")
    assert (line.what, line.unknown) == ("Ringe !lør #2", ("!lør", "#2"))


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("@ka", ["@Kari Kladd", "@Karianne Test"]),
        ("@KLA", ["@Kari Kladd"]),
        ("Ringe @per", ["@Per Prøve (PPT)", "@Per Prøve (Ungdomstjenesten)"]),
        ("@per prøve (u", ["@Per Prøve (Ungdomstjenesten)"]),
        ("@kari kl", ["@Kari Kladd"]),
        ("@bup", ["@Åse Eksempel"]),
        ("@p", ["@Per Prøve (PPT)", "@Per Prøve (Ungdomstjenesten)", "@Åse Eksempel"]),
        ("@m", ["@Mor/far", "@Per Prøve (Ungdomstjenesten)"]),
        ("#", ["#M1", "#M2", "#M3"]),
        ("#sk", ["#M1", "#M3"]),
        ("#3", ["#M3"]),
        ("!neste ti", ["!neste tirsdag"]),
        ("!om 3", ["!om 3 dager", "!om 3 uker", "!om 3 måneder"]),
        ("!14", ["!14. des", "!14. jan"]),
        ("!uk", ["!uke 49", "!uke 50", "!uke 51", "!uke 52"]),
        ("!fre", ["!fredag"]),
        ("Ringe", []),
        ("", []),
        ("a@ka", []),
        ("@Kari Kladd", []),
        ("@kari kladd ", []),
        ("@kari ringer", []),
        ("#M1", []),
        ("#sk i", []),
        ("!fredag", []),
        ("!fredag ", []),
        ("!32", []),
        ("!tull", []),
    ],
)
def test_candidates_for_what_is_being_typed(typed: str, texts: list[str]) -> None:
    assert offered(typed) == texts


def test_candidates_are_shown_with_what_they_mean() -> None:
    person = complete("@kari", 5, MEETING, TUESDAY)
    date = complete("!fre", 4, MEETING, TUESDAY)
    goal = complete("#les", 4, MEETING, TUESDAY)
    assert person is not None
    assert [shown.label for shown in person.candidates] == ["Kari Kladd · skole", "Karianne Test · NAV"]
    assert date is not None
    assert date.candidates[0].label == "fredag · fre 27. nov"
    assert goal is not None
    assert goal.candidates[0].label == "M2 Leseglede hver kveld"


def test_a_candidate_replaces_the_whole_word_under_the_cursor() -> None:
    completion = complete("Ringe @kladd !fre", 9, MEETING, TUESDAY)
    assert completion is not None
    assert (completion.start, completion.end) == (6, 12)


def test_the_candidates_are_few() -> None:
    many = tuple(participant(number, f"Navn{number} Prøve") for number in range(200))
    assert len(offered("@", MEETING.having({"participants": many}))) == MOST_CANDIDATES


@given(st.text(alphabet='@!#" kariæpnø12.:()e\u0301\n\t[/]'), st.integers(-2, 30))
@example('@"', 2)
@example("\ud800 @\ud800", 4)
def test_no_line_raises_and_no_word_is_lost(text: str, cursor: int) -> None:
    complete(text, cursor, MEETING, TUESDAY)
    line = read(text)
    assert all(token in line.what for token in line.unknown)
    if not {"@", "!", "#"} & set(text):
        assert line.what.split() == read(line.what).what.split()


@pytest.mark.parametrize("mark", ["@", "@p", "#", "!", "!om 2", "!1", "@k"])
def test_every_candidate_is_read_as_itself(mark: str) -> None:
    for text in offered(mark):
        line = read(f"Ringe {text}")
        assert line.what == "Ringe"
        assert line.who or line.when or line.goal


WORD = st.text("abcdefghijklmnoprstuvyæøå", min_size=1, max_size=8)
TEXT = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
NAMES = st.lists(WORD.map(str.capitalize), min_size=1, max_size=3).map(" ".join)
SERVICES = st.sampled_from(["", "PPT", "skole", "NAV ungdom", "Helse/omsorg"])


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    named = draw(st.lists(st.tuples(NAMES | st.sampled_from(["Kari", "Kari Kladd"]), SERVICES), max_size=5))
    people = [participant(number, name, "", service) for number, (name, service) in enumerate(named)]
    goals = [
        Goal(id=f"M{number}", text=text) for number, text in enumerate(draw(st.lists(TEXT, max_size=4)), 1)
    ]
    return Meeting(id="m", participants=tuple(people), goals=tuple(goals))


MINUTES = st.times().map(lambda time: time.replace(second=0, microsecond=0))


@st.composite
def agreed(draw: st.DrawFn) -> tuple[Meeting, Tiltak]:
    meeting = draw(meetings())
    names = {participant.name for participant in meeting.participants}
    labels = [meeting.label(participant) for participant in meeting.participants]
    strangers = NAMES.filter(lambda name: name not in names)
    people = draw(
        st.lists(st.sampled_from(labels) | strangers if labels else strangers, max_size=3, unique=True)
    )
    when = draw(st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)))
    return meeting, Tiltak(
        id="T1",
        what=draw(TEXT),
        who=people[0] if people else "",
        helpers=", ".join(people[1:]),
        when=when,
        at=draw(st.none() | MINUTES) if when else None,
        goal=draw(st.sampled_from(["", *(goal.id for goal in meeting.goals)])),
    )


@given(agreed())
def test_a_tiltak_written_as_a_line_is_read_back(case: tuple[Meeting, Tiltak]) -> None:
    meeting, tiltak = case
    line = read(as_line(tiltak, meeting), meeting)
    assert (line.what, line.who, line.helpers) == (tiltak.what, tiltak.who, tiltak.helpers)
    assert (line.when, line.at, line.goal) == (tiltak.when, tiltak.at, tiltak.goal)
    assert line.unknown == ()


def test_a_tiltak_is_written_as_people_would_type_it() -> None:
    tiltak = Tiltak(
        id="T1",
        what="Ringe BUP",
        who="Per Prøve (PPT)",
        helpers="Ola Ukjent, ola",
        when=FRIDAY,
        at=dt.time(14, 30),
        goal="M2",
    )
    assert (
        as_line(tiltak, MEETING) == 'Ringe BUP @Per Prøve (PPT) @"Ola Ukjent" @ola !27.11.2026 kl. 14:30 #M2'
    )


def test_a_stranger_whose_name_begins_a_participants_is_quoted() -> None:
    assert as_line(Tiltak(id="T1", what="Ringe", who="Kar"), MEETING) == 'Ringe @"Kar"'


@given(meetings())
def test_people_are_called_what_the_meeting_calls_them(meeting: Meeting) -> None:
    assert [person.label for person in people_of(meeting)] == [
        meeting.label(participant) for participant in meeting.participants
    ]
