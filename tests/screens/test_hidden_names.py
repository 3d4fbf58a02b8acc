"""Names hidden: initials and dots on every screen, and nothing moves."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from data.acts import agree, put
from data.archive import document_path
from data.changes import Set
from data.demo import demo_meeting
from data.group import Group
from data.groups import create_group
from data.instants import local
from data.locations import Locations
from data.markdown import write
from data.meeting import Meeting, Status, Tiltak
from data.opening import Opened
from data.saving import begin
from screens.widgets.hidden_names import HiddenNames
from tests.data.complete_meeting import complete_meeting
from tests.data.index import archive_of_texts
from tests.data.sample_group import SAMPLE_GROUP
from tests.screens.holding_a_meeting import (
    NARROW,
    NINE,
    WIDE,
    Leader,
    Time,
    at_home,
    everyone_came,
    locations_in,
)
from tests.screens.stage import until
from tui.app import Malstyrt

NAMES = ("Kari Kladd", "Per Prøve", "Anne-Lise von Øving")


def hidden(line: str) -> str:
    return "".join(HiddenNames(NAMES).hidden(line))


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Kari Kladd · PPT", "K••• K•••• · PPT"),
        ("  KARI sa til kari at Karis bok", "  K••• sa til k••• at K•••• bok"),
        ("  @kari !fre", "  @k••• !fre"),
        ("  Pers møte, 30 kr per time", "  P••• møte, 30 kr per time"),
        ("  Anne-Lise von Øving", "  A•••-L••• von Ø••••"),
        ("  Karin og Karis", "  Karin og K••••"),
        ("  Per Prø… · Nav", "  P•• P••… · Nav"),
        ("▌ladd i et felt som er rullet", "▌•••• i et felt som er rullet"),
        ("│ brettet midt i et navn: Klad│", "│ brettet midt i et navn: K•••│"),
        ("Perspektivet til personen er at Per persiller", "Perspektivet til personen er at P•• persiller"),
        ("Øvings og Prøves plan; PRØVES òg, og prøve", "Ø••••• og P••••• plan; P••••• òg, og p••••"),
        ("ingen her", "ingen her"),
    ],
)
def test_a_name_is_its_initials_in_whatever_shape_it_comes(line: str, shown: str) -> None:
    assert hidden(line) == shown


@given(st.lists(st.sampled_from(["Kari", "Kladd", " ", "·", "漢字", "e\u0301", "Per", "…", "Øv"])))
def test_a_hidden_line_is_as_wide_as_it_was(words: list[str]) -> None:
    line = "".join(words)
    assert cell_len(hidden(line)) == cell_len(line)
    assert not re.search(r"(?<!\w)(Kari|Kladd|Per)(?!\w)", hidden(line))


@given(st.text("Kari Kladd·", max_size=30), st.lists(st.integers(0, 30)))
def test_a_name_is_hidden_however_many_looks_its_letters_have(line: str, cuts: list[int]) -> None:
    places = [0, *sorted({cut for cut in cuts if cut < len(line)}), len(line)]
    segments = [Segment(line[a:b]) for a, b in pairwise(places)]
    painted = HiddenNames(NAMES).apply(segments, Color(0, 0, 0))
    assert "".join(segment.text for segment in painted) == hidden(line)
    assert [len(segment.text) for segment in painted] == [len(segment.text) for segment in segments]


# On the screens

STEPS = 9
ROUND_KEYS = [("f4", "f3"), ("f9", "escape")]
CANARY = re.compile("kanari", re.IGNORECASE)


def with_canary(text: str) -> str:
    """Give a document in which everybody has the same name, which no word of the program is like."""
    people = "Per Prøve|Anne Utkast|Kari Kladd|Ola Tenkt|Ola Øving|Siri Skisse|Tor Test|Mor Eksempel"
    return re.sub(people, "Kanari Kvitter", text)


@asynccontextmanager
async def in_the_archive(home: Path, size: tuple[int, int]) -> AsyncIterator[Leader]:
    """Stand at home, with a group and a finished referat in which the canary is everybody."""
    saved_by_a_colleague(locations_in(home))
    async with at_home(home, size=size) as leader:
        yield leader


def saved_by_a_colleague(locations: Locations) -> None:
    """Put a group and a finished referat in the archive."""
    group = Group.of_json(with_canary(SAMPLE_GROUP.as_json()))
    create_group(locations, group)
    meeting = complete_meeting().having({"status": Status.REFERAT})
    path = document_path(locations, meeting)
    path.write_text(with_canary(write(meeting)), encoding="utf-8")


async def nobody_is_named(leader: Leader) -> None:
    """Hold that the screen names nobody while names are hidden, and shows them again after."""
    await leader.rest()
    assert not CANARY.search(leader.text), leader.text


async def test_no_screen_between_the_meetings_names_anybody(tmp_path: Path) -> None:
    named: set[str] = set()
    async with in_the_archive(tmp_path, WIDE) as leader:

        async def looks(*keys: str) -> None:
            await leader.press(*keys)
            await leader.rest()
            if CANARY.search(leader.text):
                named.add(leader.shown)
            await leader.press("ctrl+o")
            await nobody_is_named(leader)
            await leader.press("ctrl+o")

        await looks()
        await looks("ctrl+g")
        await looks("enter")
        await leader.go_to("#members", "p2")
        await looks("enter")
        await leader.press("f10", "f5")
        await looks()
        await leader.press("escape", "escape", "escape", "ctrl+t")
        assert leader.shown == "Board"
        await looks()
        await leader.press("escape", "ctrl+f")
        await leader.app.workers.wait_for_complete()
        await leader.write("kanari")
        await looks("enter")
        await looks("enter")
        await looks("enter")
        assert leader.shown == "DocumentScreen"
        await looks("f4")
        await leader.press("escape")
        await looks("f2")
    assert named >= {"GroupScreen", "Card", "Board", "Archive", "Reader", "DocumentScreen", "CaptureScreen"}


@asynccontextmanager
async def in_a_meeting(home: Path, size: tuple[int, int]) -> AsyncIterator[Leader]:
    """Lead the demo meeting, in which the canary is everybody, and spoken of besides."""
    time, locations = Time(), locations_in(home)
    demo = demo_meeting(local(NINE).replace(tzinfo=None)).having({"purpose": "Kari Kladd skal høres."})
    meeting = Meeting.of_json(with_canary(demo.as_json()))
    path = document_path(locations, meeting)
    opened = Opened(begin(locations, path, meeting, now=time, who="test"), path, (), None, ())
    app = Malstyrt(locations, opened, who="test", now=time)
    async with app.run_test(size=size, notifications=True) as pilot:
        leader = Leader(app, pilot, time)
        await leader.rest()
        await leader.ask(everyone_came())
        yield leader


async def test_no_step_card_or_dialog_of_a_meeting_names_anybody(tmp_path: Path) -> None:
    async with in_a_meeting(tmp_path, NARROW) as leader:
        assert CANARY.search(leader.text)
        await leader.press("ctrl+o")
        for place in ("roll p1", "carried T13", "agenda s1"):
            await leader.go_to(f"#{place.split()[0]}", place.split()[1])
            await leader.press("enter")
            assert leader.shown == "Card"
            await nobody_is_named(leader)
            await leader.press("f10")
        for _ in range(STEPS):
            await nobody_is_named(leader)
            in_a_round = leader.meeting.step.startswith("runde")
            for opens, closes in ROUND_KEYS if in_a_round else [("f2", "f2")]:
                await leader.press(opens)
                await nobody_is_named(leader)
                await leader.press(closes)
            await leader.press("f8")
        await leader.press("ctrl+s")
        assert leader.shown == "SavingDialog"
        await nobody_is_named(leader)
        await leader.press("escape", "ctrl+o")
        await leader.rest()
        assert CANARY.search(leader.text)


async def test_names_are_hidden_where_they_stand_in_running_text(tmp_path: Path) -> None:
    async with in_a_meeting(tmp_path, WIDE) as leader:
        told = "Kvitters perspektiv: personen Kanari ringer."
        asks = ["purpose", "notes/velkommen/text", "entries/ordet:bruker/comment", "summary"]
        for path in asks:
            await leader.ask(put(path, told))
        await leader.ask(agree(Tiltak(id="", what=told)))
        await leader.press("ctrl+o")
        shown = "K••••••• perspektiv: personen K••••• ringer."
        assert shown in leader.text
        await leader.press("f8")
        assert shown in leader.text
        await leader.press("ctrl+r")
        await nobody_is_named(leader)


async def test_what_is_hidden_is_as_it_was(tmp_path: Path) -> None:
    async with in_a_meeting(tmp_path, WIDE) as leader:
        before = leader.meeting
        await leader.press("ctrl+o", "ctrl+s")
        await leader.rest()
        assert leader.meeting.having({"visits": (), "rounds": ()}) == before.having(
            {"visits": (), "rounds": ()}
        )
        assert CANARY.search(leader.holding.document.read_text(encoding="utf-8"))


async def test_the_notice_that_names_are_hidden_goes_with_their_hiding(tmp_path: Path) -> None:
    async with in_a_meeting(tmp_path, WIDE) as leader:
        await leader.press("ctrl+o")
        assert [notice.message[:10] for notice in leader.told] == ["Navn vises"]
        await leader.press("ctrl+o")
        assert leader.told == []


async def test_somebody_new_is_hidden_as_soon_as_they_are_known(tmp_path: Path) -> None:
    async with in_a_meeting(tmp_path, WIDE) as leader:
        await leader.press("ctrl+o")
        await leader.ask(lambda _meeting: Set(path="participants/p2/name", value="Fersking Fremmed"))
        await until(leader.pilot, lambda: "F•••••••" in leader.text)
        assert "Fersking" not in leader.text


async def test_a_name_written_on_a_page_stays_hidden_on_the_pages_that_show_it_after(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+o", "ctrl+g", "ctrl+n")
        await leader.fill("alias", "SOL-9")
        await leader.fill("koordinator", "Zelda Zorro")
        await leader.press("ctrl+s")
        await leader.rest()
        for page in ("GroupScreen", "GroupList", "Home"):
            assert leader.shown == page
            await until(leader.pilot, lambda: "SOL-9" in leader.text)
            assert "Zelda" not in leader.text, page
            assert "Z•••• Z••••" in leader.text, page
            await leader.press("escape")
            await leader.rest()


async def test_who_came_to_a_meeting_stays_hidden_where_it_is_read_after(tmp_path: Path) -> None:
    async with at_home(tmp_path, size=WIDE) as leader:
        await leader.press("ctrl+o")
        leader.app.open_demo()
        await leader.rest()
        await leader.ask(lambda _meeting: Set(path="participants/p2/name", value="Fersking Fremmed"))
        leader.holding.save()
        leader.app.leave_meeting()
        await leader.press("ctrl+f")
        await leader.rest()
        await leader.press("down", "enter")
        await leader.rest()
        assert leader.shown == "Reader"
        assert "Fersking" not in leader.text
        assert "F•••••••" in leader.text


async def test_who_comes_to_the_archive_while_names_are_hidden_is_hidden_too(tmp_path: Path) -> None:
    async with at_home(tmp_path, size=WIDE) as leader:
        await leader.press("ctrl+o", "ctrl+f")
        await leader.rest()
        saved_by_a_colleague(locations_in(tmp_path))
        await leader.press("escape")
        await leader.rest()
        await until(leader.pilot, lambda: "K•••••" in leader.text)
        await leader.press("ctrl+f")
        await leader.rest()
        await leader.press("down", "enter")
        await leader.rest()
        assert leader.shown == "Reader"
        await nobody_is_named(leader)


async def test_who_is_read_in_by_the_archive_is_hidden_in_it(tmp_path: Path) -> None:
    async with at_home(tmp_path, size=WIDE) as leader:
        await leader.press("ctrl+o")
        saved_by_a_colleague(locations_in(tmp_path))
        await leader.press("ctrl+f")
        await leader.rest()
        await leader.press("down", "enter")
        await until(leader.pilot, lambda: leader.shown == "Reader" and "K•••••" in leader.text)
        await nobody_is_named(leader)


async def test_who_is_written_into_what_one_reads_is_hidden_when_one_comes_back_to_it(tmp_path: Path) -> None:
    archive_of_texts.put(locations_in(tmp_path), "ny")
    async with at_home(tmp_path, size=WIDE) as leader:
        await leader.press("ctrl+o", "ctrl+f")
        await leader.rest()
        await leader.press("down", "enter", "f1")
        archive_of_texts.put(locations_in(tmp_path), "ny", person="Nils Nykommer")
        await leader.press("escape")
        await leader.rest()
        assert leader.shown == "Reader"
        await until(leader.pilot, lambda: "N•••" in leader.text)
        assert "Nykommer" not in leader.text


async def test_a_name_half_typed_hides_no_word_once_it_is_another(tmp_path: Path) -> None:
    async with in_the_archive(tmp_path, WIDE) as leader:
        await leader.press("ctrl+o", "ctrl+g", "enter")
        for typed in ("Sak", "Saks Behandler"):
            leader.app.screen.desk.ask(lambda _group, typed=typed: Set(path="koordinator", value=typed))
            leader.app._hide_new_names()  # noqa: SLF001 - what the timer calls, without waiting for it
        await leader.press("escape")
        leader.app.say("Sak nr. 1, Behandler")
        await leader.rest()
        assert "Sak nr. 1, B••••••••" in leader.text


async def test_a_notice_names_nobody(tmp_path: Path) -> None:
    async with in_a_meeting(tmp_path, WIDE) as leader:
        await leader.press("ctrl+o")
        leader.app.say("Kanari Kvitter kom", "Kanari")
        await leader.rest()
        assert "K••••• K•••••• kom" in leader.text
        await nobody_is_named(leader)
