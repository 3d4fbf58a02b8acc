"""Invitations as Outlook, Google and Thunderbird write them become an innkalling, and odd ones are told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.calendar.description import Item, told
from data.calendar.invitation import Invitation, read_invitation
from data.calendar.preparing import meeting_of, prepare_from_calendar
from data.errors import MalstyrtError, UnreadableError
from data.locations import locate
from data.meeting import Kind, Meeting, Standing
from data.opening import open_document
from data.structure import load

SAMPLES = Path(__file__).parents[1] / "samples"


def sample(name: str) -> Meeting:
    """Give the innkalling made of a sample."""
    return meeting_of(read_invitation((SAMPLES / f"invitasjon-{name}.ics").read_bytes(), source=name))


def invited(*lines: str, zone: str = "") -> Invitation:
    """Read an invitation with some lines."""
    event = "\r\n".join(("BEGIN:VCALENDAR", zone, "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""))
    return read_invitation(event.encode(), source="prøve.ics")


SOON = ("DTSTART:20261124T090000", "DTEND:20261124T100000")


def names(meeting: Meeting) -> list[str]:
    return [participant.name for participant in meeting.participants]


# The three programs


def test_an_invitation_from_outlook() -> None:
    meeting = sample("outlook")
    assert (meeting.kind, meeting.group) == (Kind.ANSVARSGRUPPEMOTE, "SOL-7")
    assert (meeting.date, meeting.start, meeting.length) == (dt.date(2026, 11, 24), dt.time(9), 90)
    assert meeting.place == "Rådhuset, rom 2"
    assert meeting.leader == "Kari Kladd"
    assert names(meeting) == ["Kari Kladd", "Per Prøve", "Una Utkast", "Tor Test"]
    assert [one.service for one in meeting.participants] == ["", "", "", "Helsestasjonen"]
    assert [one.standing for one in meeting.participants][2:] == [Standing.FAST, Standing.ETTER_AVTALE]
    assert meeting.purpose == "En trygg skolehverdag, også etter helgen."
    assert [(item.title, item.minutes) for item in meeting.agenda] == [
        ("Fravær på mandager", 10),
        ("Lesing og lekser", 15),
        ("Eventuelt", 0),
    ]


def test_an_invitation_from_google() -> None:
    meeting = sample("google")
    assert (meeting.date, meeting.start, meeting.length) == (dt.date(2026, 6, 18), dt.time(9), 60)
    assert names(meeting) == ["Siri Skisse", "Ola Oving"]
    assert meeting.leader == "Siri Skisse"
    assert [(item.title, item.minutes) for item in meeting.agenda] == [
        ("Status for hvert tiltak", 0),
        ("Overgang til 8. trinn & ny skole", 20),
    ]
    assert meeting.purpose == ""


def test_an_invitation_from_thunderbird() -> None:
    meeting = sample("thunderbird")
    assert (meeting.kind, meeting.group) == (Kind.FAGMOTE, "SOL-7")
    assert (meeting.date, meeting.start, meeting.length) == (dt.date(2026, 10, 19), dt.time(13), 75)
    assert names(meeting) == ["Liv Later", "Bo Tenkt"]
    assert [item.title for item in meeting.agenda] == ["Hva har vært prøvd", "Veien videre"]


def test_a_meeting_that_repeats_is_taken_once_and_told() -> None:
    read = read_invitation((SAMPLES / "invitasjon-thunderbird.ics").read_bytes(), source="")
    assert any("gjentas" in notice for notice in read.notices)


@pytest.mark.parametrize("name", ["outlook", "google", "thunderbird"])
def test_what_is_made_stands_in_the_archive(name: str, tmp_path: Path) -> None:
    path, _notices = prepare_from_calendar(
        locate({}, tmp_path), SAMPLES / f"invitasjon-{name}.ics", group="FJELL-2"
    )
    reading = open_document(path)
    assert not reading.problems
    assert reading.meeting.group == "FJELL-2"
    made, told = reading.meeting, sample(name)
    assert made.kind in load(made.structure).kinds
    assert made.having({"id": "", "group": told.group, "structure": told.structure}) == told


# Titles and people


def test_the_title_gives_no_name_away() -> None:
    meeting = meeting_of(invited("DTSTART:20261124T090000", "SUMMARY:Møte om Barnet Eksempelsen (8 år)"))
    assert "Eksempelsen" not in meeting.as_json()
    assert meeting.group == ""


@pytest.mark.parametrize(
    ("title", "alias"),
    [
        ("Samarbeidsmøte ÁJ-2", "ÁJ-2"),
        ("Samarbeidsmøte ŊŠ-12, rom 3", "ŊŠ-12"),
        ("Samarbeidsmøte A\N{COMBINING ACUTE ACCENT}J-2", "ÁJ-2"),
        ("Samarbeidsmøte ÁJ", "ÁJ"),
        ("Samarbeidsmøte sol 7", "sol 7"),
        ("Samarbeidsmøte BUP, ÁJ", "ÁJ"),
        ("Samarbeidsmøte BUP", ""),
        ("Samarbeidsmøte Per-Prøve 2", ""),
        ("Samarbeidsmøte ÁJ og sol 7", ""),
        ("Samarbeidsmøte ÁJ-3", "ÁJ-3"),
    ],
)
def test_the_title_gives_the_alias_of_a_group_in_whatever_letters(title: str, alias: str) -> None:
    invitation = invited(f"SUMMARY:{title}", "DTSTART:20261124T090000")
    assert meeting_of(invitation, known=["ÁJ", "sol 7"]).group == alias


def test_a_meeting_without_a_group_is_told(tmp_path: Path) -> None:
    file = tmp_path / "møte.ics"
    file.write_text("BEGIN:VEVENT\nDTSTART:20261124T090000\nEND:VEVENT\n", "utf-8")
    _path, notices = prepare_from_calendar(locate({}, tmp_path / "hjem"), file)
    assert any("--gruppe" in notice for notice in notices)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("ATTENDEE;CN=Kari Kladd:mailto:k@x.invalid", "Kari Kladd"),
        ('ATTENDEE;CN="Kladd, Kari":mailto:k@x.invalid', "Kari Kladd"),
        ("ATTENDEE;CN=\"'Kari Kladd'\":mailto:k@x.invalid", "Kari Kladd"),
        ('ATTENDEE;ROLE=CHAIR;CN="Kari: leder; rektor":mailto:k@x.invalid', "Kari: leder; rektor"),
        ("ATTENDEE:mailto:kari.kladd@x.invalid", "Kari Kladd"),
        ("ATTENDEE:MAILTO:kari_kladd@x.invalid", "Kari Kladd"),
        ("attendee;cn=Kari:mailto:k@x.invalid", "Kari"),
        ("ATTENDEE;CN=Kari ^'Kaia^' Kladd:mailto:k@x.invalid", 'Kari "Kaia" Kladd'),
        ("ATTENDEE;CN=Kari\u202eKladd\x1b:mailto:k@x.invalid", "KariKladd␛"),
    ],
)
def test_names_are_read_however_they_are_written(line: str, name: str) -> None:
    assert [one.name for one in invited("DTSTART:20261124T090000", line).people] == [name]


# Times


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("DTSTART:20261124T090000", "2026-11-24 09:00"),
        ("DTSTART;TZID=Europe/Oslo:20261124T090000", "2026-11-24 09:00"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Oslo:20261124T090000", "2026-11-24 09:00"),
        ("DTSTART;TZID=Romance Standard Time:20260624T090000", "2026-06-24 09:00"),
        ("DTSTART;TZID=GMT Standard Time:20261124T090000", "2026-11-24 10:00"),
        ("DTSTART;TZID=Et sted ingen kjenner:20261124T090000", "2026-11-24 09:00"),
        ("DTSTART:20261124T080000Z", "2026-11-24 09:00"),
        ("DTSTART:20260624T070000Z", "2026-06-24 09:00"),
        # The clock is set forward at 02:00 on the last Sunday of March, and back at 03:00 in October.
        ("DTSTART:20260329T005900Z", "2026-03-29 01:59"),
        ("DTSTART:20260329T010000Z", "2026-03-29 03:00"),
        ("DTSTART:20261025T005900Z", "2026-10-25 02:59"),
        ("DTSTART:20261025T010000Z", "2026-10-25 02:00"),
        ("DTSTART;TZID=Europe/Oslo:20260329T023000", "2026-03-29 03:30"),
    ],
)
def test_times_are_those_of_the_clock_on_the_wall(start: str, expected: str) -> None:
    read = invited(start)
    assert read.start
    assert f"{read.date} {read.start:%H:%M}" == expected


ZONE = """BEGIN:VTIMEZONE
TZID:Vår egen
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE"""


@pytest.mark.parametrize("month", range(1, 13))
def test_a_zone_that_only_the_file_knows_goes_by_its_own_rules(month: int) -> None:
    read = invited(f"DTSTART;TZID=Vår egen:2026{month:02}15T100000", zone=ZONE)
    assert read.start == dt.time(9)


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (("DTEND:20261124T100000",), 60),
        (("DTEND;TZID=Europe/Oslo:20261124T094500",), 45),
        (("DURATION:PT1H30M",), 90),
        (("DURATION:P0DT2H",), 120),
        (("DURATION:tull",), 0),
        ((), 0),
        (("DTEND:20261124T080000",), 0),
        (("DTEND:20261125T000000",), 15 * 60),
    ],
)
def test_the_length_is_read(lines: tuple[str, ...], minutes: int) -> None:
    assert invited("DTSTART:20261124T090000", *lines).minutes == minutes


def test_the_length_is_time_that_passes_when_the_clock_is_set() -> None:
    assert invited("DTSTART:20260329T013000", "DTEND:20260329T033000").minutes == 60
    assert invited("DTSTART:20261025T013000", "DTEND:20261025T033000").minutes == 180


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:20261124T230000", "DTEND:20261125T000100"),
        ("DTSTART:20261124T230000", "DURATION:PT2H"),
        ("DTSTART:20261124T220000Z", "DTEND:20261124T233000Z"),
        ("DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261126"),
    ],
)
def test_a_meeting_past_midnight_is_refused_with_a_reason(lines: tuple[str, ...]) -> None:
    with pytest.raises(MalstyrtError, match="samme dag"):
        invited(*lines)


def test_a_whole_day_is_a_date_without_a_time() -> None:
    read = invited("DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261125")
    assert (read.date, read.start, read.minutes) == (dt.date(2026, 11, 24), None, 0)
    assert any("hel dag" in notice for notice in read.notices)


# What cannot be used


@pytest.mark.parametrize("method", ["METHOD:CANCEL", "method:cancel"])
def test_a_meeting_that_is_called_off_is_not_made(method: str) -> None:
    text = f"BEGIN:VCALENDAR\n{method}\nBEGIN:VEVENT\nDTSTART:20261124T090000\nEND:VEVENT\nEND:VCALENDAR\n"
    with pytest.raises(MalstyrtError, match="avlyst"):
        read_invitation(text.encode(), source="")


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        (b"", 1, "BEGIN:VEVENT"),
        (b"\xff\xfe\x00tull", 1, "BEGIN:VEVENT"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n", 2, "DTSTART"),
        (b"BEGIN:VEVENT\nSUMMARY:a\n b\nDTSTART:i morgen\nEND:VEVENT\n", 4, "DTSTART:2026"),
        (b"BEGIN:VEVENT\nDTSTART:00010101T000000\nEND:VEVENT\n", 2, "DTSTART:2026"),
        (b"BEGIN:VEVENT\nDTSTART:20261399T250000\nEND:VEVENT\n", 2, "DTSTART:2026"),
        (b"BEGIN:VEVENT\nDTSTART:20261124T090000\nDTEND:snart\nEND:VEVENT\n", 2, "DTSTART:2026"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: bytes, line: int, expected: str) -> None:
    with pytest.raises(UnreadableError, match=expected) as told_of:
        read_invitation(text, source="møte.ics")
    assert (told_of.value.source, told_of.value.line) == ("møte.ics", line)


PIECES = st.sampled_from(
    (
        *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:", "BEGIN:STANDARD", "BEGIN:DAYLIGHT"),
        *("DTSTART:20261124T090000", "DTSTART;TZID=a:20260329T023000", "DTSTART:00010101T000000", "DTEND:x"),
        *("DTEND:20261124T100000", "DTEND:99991231T235959", "DURATION:P9W", "DURATION:P999999999999D"),
        *("RRULE:FREQ=YEARLY;BYMONTH=99;BYDAY=9ZZ", "RRULE:BYMONTH=x", "TZID:a", "TZOFFSETTO:+0100"),
        *("ATTENDEE", "ATTENDEE;CN=:", 'ATTENDEE;CN="a:b', "DESCRIPTION:\\n- a\\", " fortsatt", "\t"),
        *("SUMMARY:\x00\u202e", "TZOFFSETTO:+9900", "DTSTART;VALUE=DATE:20261124"),
    )
)


@settings(max_examples=300)
@given(
    pieces=st.lists(PIECES | st.text(max_size=20), max_size=20), ends=st.sampled_from(["\n", "\r\n", "\r"])
)
def test_whatever_the_file_holds_it_is_read_or_told(pieces: list[str], ends: str) -> None:
    try:
        meeting = meeting_of(read_invitation(ends.join(pieces).encode(), source=""))
    except MalstyrtError:
        return
    assert meeting.date


HUGE = "9" * 5000
"""More digits than Python makes a number of."""

NUMBERS = st.sampled_from(["", "x", "-", "00", "0", "1", "+2", "-5", "-1", "9", "-9", "12", "24", "99", HUGE])
DAYS = st.sampled_from(["MO", "SU", "ZZ", "", "SU,MO"])
STAMPS = st.sampled_from(
    (
        *("20261124T090000", "19700101T000000", "19710101T000000", "21991231T235959", "20260228"),
        *("99991231T235959", "00010101T000000", "20260329T023000", "20261025T023000", "20240229T240000"),
        "٢٠٢٦1124T090000",
    )
)
OFFSETS = st.from_regex(r"[+-][0-9]{4}([0-9]{2})?", fullmatch=True)


@st.composite
def odd_events(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Give a zone that the file describes as no clock goes, and the lines of a meeting in it."""

    def number() -> str:
        return draw(NUMBERS)

    zone = [
        *("BEGIN:VTIMEZONE", "TZID:a", "BEGIN:STANDARD", f"DTSTART:{draw(STAMPS)}"),
        f"TZOFFSETTO:{draw(OFFSETS)}",
        f"RRULE:FREQ=YEARLY;BYMONTH={number()};BYDAY={number()}{draw(DAYS)}",
        *("END:STANDARD", "END:VTIMEZONE"),
    ]
    length = f"DURATION:P{number()}W{number()}DT{number()}H{number()}M"
    ends = draw(st.sampled_from([f"DTEND;TZID=a:{draw(STAMPS)}", length, f"DURATION:P{number()}W"]))
    return "\r\n".join(zone), [f"DTSTART;TZID=a:{draw(STAMPS)}", ends, f"DESCRIPTION:<p>&#{number()};"]


@settings(max_examples=300)
@given(odd_events())
def test_whatever_the_numbers_are_the_file_is_read_or_told(event: tuple[str, list[str]]) -> None:
    zone, lines = event
    try:
        meeting = meeting_of(invited(*lines, zone=zone))
    except MalstyrtError:
        return
    assert meeting.date


def zone_of(offset: str = "+0100", day: str = "-1SU") -> str:
    """Give a zone with a rule of its own."""
    rule = f"RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY={day}"
    return (
        "BEGIN:VTIMEZONE\r\nTZID:a\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
        f"TZOFFSETTO:{offset}\r\n{rule}\r\nEND:STANDARD\r\nEND:VTIMEZONE"
    )


@pytest.mark.parametrize("offset", ["+2400", "-2400", "+9959", "+0160"])
def test_a_zone_that_no_clock_keeps_is_left_aside(offset: str) -> None:
    assert invited("DTSTART;TZID=a:20261124T090000", zone=zone_of(offset)).start == dt.time(9)


@pytest.mark.parametrize("day", ["-5SU", "-9SU", "5SU", "9SU", "0SU"])
def test_a_week_that_the_month_has_not_is_its_first_or_last(day: str) -> None:
    assert invited("DTSTART;TZID=a:20261124T090000", zone=zone_of("+0200", day)).start == dt.time(8)


@pytest.mark.parametrize("length", [f"P{HUGE}W", f"PT{HUGE}H", f"P1DT{HUGE}M"])
def test_a_length_of_more_digits_than_any_has_is_not_said(length: str) -> None:
    assert invited("DTSTART:20261124T090000", f"DURATION:{length}").minutes == 0


def test_a_letter_of_a_number_that_no_letter_has_stands_as_it_is() -> None:
    assert f"&#{HUGE};" in invited(*SOON, f"DESCRIPTION:<p>Hensikt: &#{HUGE};").told.purpose


def test_components_within_each_other_without_end_are_told() -> None:
    deep = "\r\n".join(["BEGIN:VCALENDAR"] * 100_000 + ["END:VEVENT"] * 100_000)
    with pytest.raises(UnreadableError):
        invited(*SOON, zone=deep)


def test_a_line_of_nothing_but_commas_is_passed_over_at_once() -> None:
    assert invited(f"ATTENDEE;CN={',' * 300_000}", *SOON).minutes == 60


# Descriptions


def test_a_description_without_a_list_gives_no_saksliste() -> None:
    assert told("Hei!\n\nVi møtes på skolen.\nHilsen Kari") == ("", ())


def test_lines_below_the_heading_are_matters_until_an_empty_line() -> None:
    assert told("Saker:\nFravær\nLek (5 min)\n\nHilsen Kari").items == (Item("Fravær", 0), Item("Lek", 5))


@pytest.mark.parametrize(
    "line", ["1. Lek", "1) Lek", "Sak 1: Lek", "Sak 12/26: Lek", "- Lek", "• Lek", "* Lek"]
)
def test_a_list_is_known_by_its_marks(line: str) -> None:
    assert told(line).items == (Item("Lek", 0),)
