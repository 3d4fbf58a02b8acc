"""The first page: meetings to go on with, ways to begin, and a new meeting that loses nothing typed."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import OptionList

from data.demo import open_demo
from data.group import Group, GroupKind
from data.groups import create_group
from data.meeting import Kind, Status, Tiltak
from data.overview import Overview
from data.saving import save_document
from screens.home import COMMANDS
from screens.widgets import Field
from tests.data.own_profile import OWN, write_profile
from tests.screens.holding_a_meeting import (
    DAY,
    NARROW,
    WIDE,
    Leader,
    Time,
    at_home,
    choose_profile,
    locations_in,
)
from tests.screens.stage import until
from tui.app import Malstyrt


def made_before(home: Path, days_ago: int, status: Status | None = None) -> None:
    """Let a demo meeting have been made some days ago; one that is over has the status given."""
    time = Time()
    time.now -= days_ago * 24 * 3600
    opened = open_demo(locations_in(home), now=time, who="test")
    save_document(opened.live)
    opened.live.close()
    if status is not None:
        text = opened.document.read_text("utf-8")
        opened.document.write_text(text.replace("innkalling", status.value, 1), "utf-8")


async def choose(leader: Leader, words: str) -> None:
    """Choose the line that has some words."""
    options = leader.app.screen.query_one(OptionList)
    lines = [str(option.prompt) for option in options.options]
    options.highlighted = next(place for place, line in enumerate(lines) if words in line)
    await leader.press("enter")


async def begin_new(leader: Leader, **typed: str) -> None:
    """Fill in the page for a new meeting."""
    await leader.press("ctrl+n")
    for path, text in typed.items():
        await leader.fill(path, text)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_an_empty_archive_offers_a_new_meeting_and_the_demo(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_home(tmp_path, size=size) as leader:
        assert "Ingen møter ennå" in leader.text
        assert "Nytt møte" in leader.text
        assert "Prøv demoen" in leader.text
        for command in COMMANDS:
            assert command.footer == (command.shown_key in leader.lines[-1])


async def test_enter_on_the_first_choice_begins_a_new_meeting(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("enter")
        assert leader.shown == "NewMeeting"


async def test_the_demo_opens_at_step_one_and_leaving_comes_back_to_a_list_that_has_it(
    tmp_path: Path,
) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+d")
        assert leader.shown == "MeetingScreen"
        assert leader.meeting.step == "velkommen"
        await leader.press("ctrl+q")
        assert leader.shown == "Home"
        assert "▶ SOL-7            tir 24. nov" in leader.text
        assert "pågår" in leader.line("SOL-7")


async def test_documents_stand_newest_first_with_live_ones_marked(tmp_path: Path) -> None:
    made_before(tmp_path, 20, Status.GODKJENT)
    made_before(tmp_path, 10)
    async with at_home(tmp_path) as leader:
        lines = [line for line in leader.lines if "SOL-7" in line]
        assert "lør 14. nov" in lines[0]
        assert "▶" in lines[0]
        assert "ons 4. nov" in lines[1]
        assert "▶" not in lines[1]
        assert "godkjent" in lines[1]


async def test_a_document_opens_by_enter_and_goes_on_where_it_stood(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+d", "f8", "f8", "ctrl+q", "enter")
        assert leader.shown == "MeetingScreen"
        assert leader.meeting.step == "runde1"


async def test_what_is_due_stands_with_its_days_and_the_overdue_first(tmp_path: Path) -> None:
    late = Tiltak(id="T2", what="Ringe BUP", when=dt.date(2026, 11, 20))
    soon = Tiltak(id="T3", what="Skrive brev", when=dt.date(2026, 11, 25))
    create_group(locations_in(tmp_path), Group(id="", alias="SOL-7", tiltak=(late, soon)))
    async with at_home(tmp_path) as leader:
        first, second = (leader.line("T2 Ringe BUP"), leader.line("T3 Skrive brev"))
        assert "⚠ SOL-7" in first
        assert "4 dager over" in first
        assert "i morgen" in second
        assert leader.lines.index(first) < leader.lines.index(second)


async def test_what_a_line_is_about_has_the_room_that_there_is(tmp_path: Path) -> None:
    what = "Lage timeplan med Per hver fredag, og henge den ved døren"
    tiltak = Tiltak(id="T2", what=what, when=dt.date(2026, 11, 25))
    create_group(locations_in(tmp_path), Group(id="", alias="SOL-7", tiltak=(tiltak,)))
    async with at_home(tmp_path, size=NARROW) as leader:
        assert "…" in leader.line("T2 Lage timeplan")
        await leader.pilot.resize_terminal(*WIDE)
        await leader.rest()
        assert what in leader.line("T2 Lage timeplan")
        assert "i morgen" in leader.line(what)


async def test_the_groups_are_listed_and_one_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    locations = locations_in(tmp_path)
    kind = GroupKind.ANSVARSGRUPPE
    create_group(locations, Group(id="", alias="SOL-7", kind=kind, koordinator="Kari Kladd"))
    broken = create_group(locations, Group(id="", alias="ELV-2"))
    broken.write_bytes(b"")
    async with at_home(tmp_path) as leader:
        assert "ansvarsgruppe" in leader.line("SOL-7")
        assert "Kari Kladd" in leader.line("SOL-7")
        assert "kan ikke leses" in leader.line("elv-2")
        await choose(leader, "Kari Kladd")
        assert leader.shown == "GroupScreen"


async def test_a_line_stays_one_line_however_long_its_words(tmp_path: Path) -> None:
    long = "[/] " + "lang " * 60
    group = Group(id="", alias=long, koordinator=long, tiltak=(Tiltak(id="T1", what=long, when=DAY),))
    create_group(locations_in(tmp_path), group)
    async with at_home(tmp_path) as leader:
        assert [("lang" in line, "[/]" in line) for line in leader.lines].count((True, True)) == 2
        assert not [line for line in leader.lines if "lang" in line and "[/]" not in line]


async def test_a_line_is_not_broken_where_there_are_so_many_that_one_must_scroll(tmp_path: Path) -> None:
    who = "Anne-Katrine Utkastsdatter Kladdebakken-Eksempelstad"
    for number in range(30):
        create_group(locations_in(tmp_path), Group(id="", alias=f"SOL-{number}", koordinator=who))
    async with at_home(tmp_path, size=NARROW) as leader:
        assert "Anne-Katrine Ut…" in leader.line("SOL-0")
        assert [line for line in leader.lines if "SOL-" in line] == leader.lines[5:13]
        await leader.press("ctrl+g")
        shown = [line for line in leader.lines if line.strip()]
        assert all("SOL-" in line and "…" in line for line in shown[1:-1])


async def test_keys_typed_before_the_archive_is_looked_through_wait_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_before(tmp_path, 1)
    looked_through, overview = threading.Event(), Malstyrt.overview

    def slow(app: Malstyrt, go_on: Callable[[int, int], bool]) -> Overview:
        looked_through.wait(5)
        return overview(app, go_on)

    monkeypatch.setattr(Malstyrt, "overview", slow)
    app = Malstyrt(locations_in(tmp_path), who="test", now=Time())
    async with app.run_test(size=NARROW) as pilot:
        app.post_message(Key("enter", None))
        looked_through.set()
        await until(pilot, lambda: type(app.screen).__name__ == "MeetingScreen")


async def test_a_document_that_cannot_be_read_is_listed_and_told(tmp_path: Path) -> None:
    made_before(tmp_path, 1)
    broken = next(locations_in(tmp_path).groups.glob("*/*.md")).with_name("ødelagt.md")
    broken.write_bytes(b"\x00\x01\x02")
    async with at_home(tmp_path) as leader:
        assert "kan ikke leses" in leader.text
        await choose(leader, "kan ikke leses")
        assert leader.shown == "Home"
        assert leader.told
        assert leader.told[-1].severity == "error"
    assert broken.read_bytes() == b"\x00\x01\x02"


async def test_a_new_meeting_begins_from_a_few_words(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await begin_new(leader, group="MÅNE-2", date="om 2 uker", start="13.30", place="Biblioteket")
        await leader.press("ctrl+s")
        assert leader.shown == "MeetingScreen"
        meeting = leader.meeting
        assert (meeting.group, meeting.date, meeting.start, meeting.place) == (
            "MÅNE-2",
            dt.date(2026, 12, 8),
            dt.time(13, 30),
            "Biblioteket",
        )
        assert leader.holding.document.exists()


async def test_a_new_meeting_follows_the_structure_that_is_chosen(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("enter")
        await leader.fill("group", "ELV-3")
        await leader.press("tab", "tab", "tab", "tab", "left")
        while "reflekterende" not in leader.line("Mal"):
            await leader.press("left")
        await leader.press("f8")
        await leader.rest()
        assert (leader.meeting.structure, leader.meeting.kind) == ("drofting", Kind.DROFTINGSMOTE)
        assert "Hvem melder saken?" in leader.text


async def test_a_new_meeting_is_proposed_what_the_municipality_follows(tmp_path: Path) -> None:
    locations = locations_in(tmp_path)
    locations.config.mkdir(parents=True)
    locations.settings.write_text('profil = "kafjord"\n', "utf-8")
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+n")
        assert "Ansvarsgruppe etter Kåfjord" in leader.line("Mal")
        assert "Foreslått etter Kåfjord" in leader.said("#why")
        await leader.press("ctrl+s")
        assert leader.meeting.structure == "kafjord"


async def test_a_new_meeting_without_date_and_time_is_now(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await begin_new(leader, group="MÅNE-2")
        await leader.press("f8")
        assert (leader.meeting.date, leader.meeting.start) == (dt.date(2026, 11, 24), dt.time(9))


@pytest.mark.parametrize(
    ("wrong", "title"),
    [
        ({"date": "en gang"}, "Datoen ble ikke forstått"),
        ({"start": "tidlig"}, "Klokkeslettet ble ikke forstått"),
    ],
)
async def test_what_cannot_be_read_is_told_and_nothing_typed_is_lost(
    tmp_path: Path, wrong: dict[str, str], title: str
) -> None:
    async with at_home(tmp_path) as leader:
        await begin_new(leader, group="MÅNE-2", place="Biblioteket", **wrong)
        await leader.press("ctrl+s")
        assert leader.shown == "NewMeeting"
        assert leader.told[-1].title == title
        words = [field.value for field in leader.app.screen.query(Field)]
        assert words == ["MÅNE-2", wrong.get("date", ""), wrong.get("start", ""), "Biblioteket"]
        await leader.fill(next(iter(wrong)), "")
        await leader.press("ctrl+s")
        assert leader.shown == "MeetingScreen"
        assert leader.meeting.group == "MÅNE-2"
        await leader.press("ctrl+q")
        assert leader.shown == "Home"


async def test_a_date_typed_for_a_new_meeting_may_be_finished_by_the_very_key_that_begins_it(
    tmp_path: Path,
) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+n", *"SOL", "tab", *"fre", "ctrl+s")
        assert (leader.meeting.group, leader.meeting.date) == ("SOL", dt.date(2026, 11, 27))


async def test_a_new_meeting_can_be_thought_better_of(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await begin_new(leader, group="MÅNE-2")
        await leader.press("escape")
        assert leader.shown == "Home"
        assert not list(locations_in(tmp_path).groups.glob("*/*.md"))


async def test_two_meetings_can_be_held_one_after_the_other(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+d", "ctrl+a", "ctrl+q", "ctrl+d")
        assert leader.shown == "MeetingScreen"
        assert all(who.attendance == "ikke avklart" for who in leader.meeting.participants)
        await leader.press("ctrl+q")
        assert len([line for line in leader.lines if "SOL-7" in line]) == 2


async def test_rules_that_cannot_be_used_are_told_of_once_and_home_shows_the_rest(tmp_path: Path) -> None:
    create_group(locations_in(tmp_path), Group(id="", alias="SOL-7"))
    choose_profile(tmp_path, "vaar")
    locations_in(tmp_path).profiles.mkdir()
    (locations_in(tmp_path).profiles / "vaar.toml").write_text("tittel = Vår\n", "utf-8")
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+g", "escape")
        assert "SOL-7" in leader.text
        (told,) = leader.told
        assert told.title == "Profilen kan ikke brukes"
        assert "vaar.toml, linje 1: tittel: Der står «Vår»" in told.message


async def test_rules_that_name_a_structure_that_is_gone_are_told_of_here_and_where_a_meeting_is_made(
    tmp_path: Path,
) -> None:
    place = write_profile(locations_in(tmp_path), "borte", "kafjord")
    choose_profile(tmp_path, OWN)
    async with at_home(tmp_path, size=NARROW) as leader:
        (told,) = leader.told
        assert told.title == "Profilen nevner en mal som ikke finnes"
        assert f"{place}: Der står «borte»" in told.message
        await begin_new(leader, place="Rådhuset")
        assert f"{place}: Der" in leader.text
        assert "Kåfjord" in leader.line("Mal")


async def test_leaving_home_ends_the_program(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+q")
        assert leader.app.return_code == 0
