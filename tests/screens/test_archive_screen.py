"""The archive lists every document, searches as one types, and opens one to read."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerError

from data import acts
from data.archive import Document, document_path
from data.group import Group
from data.groups import create_group
from data.index import Filter, Hit, HitLine
from data.locations import Locations
from data.markdown import write
from data.meeting import Meeting, Tiltak
from screens.archive import Archive, marked
from screens.lines import TitleLine
from screens.widgets import Choice, Field, Rows
from tests.data.index.archive_of_texts import put
from tests.data.sample_group import SAMPLE_GROUP
from tests.screens.holding_a_meeting import Leader, at_home, locations_in
from tests.screens.stage import at_once, until
from tui.library import Library


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    """Give an archive of three referats in two groups."""
    locations = locations_in(tmp_path)
    put(locations, "ny", "Mindre skolevegring nå.", date="24.11.2026", status="innkalling")
    put(locations, "gammel", "Mye skolevegring.", date="4.2.2025")
    put(locations, "annen", "Lek og ro.", group="ÅS-2", kind="fagmøte", date="1.3.2026", person="Ola Øving")
    return locations


def shown(leader: Leader) -> list[str]:
    """Give the keys of the rows that are listed: files, and lines within them."""
    rows = leader.app.screen.query_one(Rows).rows
    return [Path(row.key.partition("\n")[0]).stem + row.key.partition("\n")[2] for row in rows]


async def in_the_archive(leader: Leader, *expected: str) -> None:
    """Open the archive from home, and wait until it lists the documents."""
    await leader.press("ctrl+f")
    await listing(leader, *expected)


async def listing(leader: Leader, *expected: str) -> None:
    """Wait until the list shows this."""
    await until(leader.pilot, lambda: shown(leader) == list(expected))
    await leader.rest()
    assert shown(leader) == list(expected)


async def test_the_archive_lists_the_newest_first(tmp_path: Path, locations: Locations) -> None:
    assert locations
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        assert "01.03.2026  ÅS-2" in leader.text
        assert "3 dokumenter" in leader.lines[0]


async def test_what_is_typed_is_searched_for_and_shown_in_its_lines(
    tmp_path: Path, locations: Locations
) -> None:
    assert locations
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        await leader.press(*"vegring")
        await listing(leader, "ny", "ny20", "gammel", "gammel20")
        assert "Mindre skolevegring nå." in leader.text
        assert "2 dokumenter med treff" in leader.lines[0]
        await leader.press(*["backspace"] * 7)
        await listing(leader, "ny", "annen", "gammel")


@pytest.mark.parametrize("onward", [["down"], ["enter"], ["tab"] * 6])
async def test_what_is_opened_behind_a_search_is_what_the_search_finds(
    tmp_path: Path, locations: Locations, onward: list[str]
) -> None:
    assert locations
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        await at_once(leader.pilot, *"mye", *onward, "enter")
        await until(leader.pilot, lambda: leader.shown == "Reader")
        assert "04.02.2025" in leader.lines[0]


async def test_a_search_that_takes_long_is_not_left_for_a_list_that_is_no_answer(
    tmp_path: Path, locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert locations
    answered = threading.Event()
    search = Library.search

    def slow(library: Library, query: str, wanted: Filter) -> Sequence[Hit]:
        answered.wait(30)
        return search(library, query, wanted)

    monkeypatch.setattr(Library, "search", slow)
    monkeypatch.setattr("screens.archive.PATIENCE", 0.01)
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        await at_once(leader.pilot, *"mye", "down", "enter")
        assert isinstance(leader.app.focused, Field)
        assert leader.shown == "Archive"
        answered.set()
        await listing(leader, "gammel", "gammel20")
        await leader.press("down", "enter")
        assert leader.shown == "Reader"


async def test_what_is_chosen_as_another_search_is_answered_stops_nothing(
    tmp_path: Path, locations: Locations
) -> None:
    assert locations
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        rows = leader.app.screen.query_one(Rows)
        rows.post_message(Rows.Chosen(rows, "/den/som/var.md", ""))
        await leader.rest()
        assert leader.shown == "Archive"
        assert leader.app.is_running


@pytest.mark.parametrize("begun_while_closing", [False, True])
async def test_a_search_that_ends_while_the_page_is_closed_stops_nothing(
    tmp_path: Path, locations: Locations, monkeypatch: pytest.MonkeyPatch, *, begun_while_closing: bool
) -> None:
    assert locations
    rows_are_gone = threading.Event()

    def slow(_library: Library, _query: str, _wanted: Filter) -> list[Hit]:
        rows_are_gone.wait(5)
        return []

    async def goes_last(title: TitleLine) -> None:
        with suppress(WorkerError):
            await title.app.workers.wait_for_complete()

    def search_again(archive: Archive) -> None:
        archive.call_later(archive._find)  # noqa: SLF001 - what its timer calls

    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        with monkeypatch.context() as patched:
            if begun_while_closing:
                patched.setattr(Archive, "_on_prune", search_again, raising=False)
            patched.setattr(Library, "search", slow)
            patched.setattr(Rows, "_on_unmount", lambda _rows: rows_are_gone.set(), raising=False)
            patched.setattr(TitleLine, "_on_unmount", goes_last, raising=False)
            leader.app.screen.query_one("#search", Field).write("vegring")
            await until(leader.pilot, lambda: any(one.group == "find" for one in leader.app.workers))
            await leader.press("escape")
        assert leader.shown == "Home"
        assert leader.app.is_running


async def test_fields_and_choices_narrow_the_list(tmp_path: Path, locations: Locations) -> None:
    assert locations
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        for name, words, expected in (
            ("group", "ås-2", ["annen"]),
            ("person", "øving", ["annen"]),
            ("year", "2025", ["gammel"]),
            ("year", "tull", ["ny", "annen", "gammel"]),
        ):
            field = leader.app.screen.query_one(f"#{name}", Field)
            field.value = words
            await listing(leader, *expected)
            field.value = ""
            await listing(leader, "ny", "annen", "gammel")
        leader.app.screen.query_one("#kind", Choice).focus()
        await leader.press("right", "right", "right")
        await listing(leader, "annen")
        leader.app.screen.query_one("#group", Field).value = "xx"
        await listing(leader)
        assert "Ingenting her passer" in leader.text


async def test_a_document_is_read_with_the_group_s_others_before_and_after(
    tmp_path: Path, locations: Locations
) -> None:
    assert locations
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        await leader.press("enter", "enter")
        await until(leader.pilot, lambda: "møte 2 av 2" in leader.text)
        assert "Mindre skolevegring nå." in leader.text
        await leader.press("f8")
        assert "møte 2 av 2" in leader.text
        await leader.press("f7")
        assert "møte 1 av 2" in leader.text
        assert "Mye skolevegring." in leader.text
        await leader.press("escape")
        assert leader.shown == "Archive"
        await leader.press("escape")
        assert leader.shown == "Home"


async def test_a_meeting_is_gone_into_from_what_is_read(tmp_path: Path, locations: Locations) -> None:
    assert locations
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        await leader.press("enter", "enter", "enter")
        assert leader.shown == "MeetingScreen"
        await leader.press("ctrl+q")
        assert leader.shown == "Reader"


async def test_what_is_written_in_a_meeting_is_what_is_read_when_one_comes_back(
    tmp_path: Path, locations: Locations
) -> None:
    assert locations
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        await leader.press("enter", "enter", "enter")
        await leader.ask(acts.put("place", "Biblioteket"))
        await leader.ask(acts.put("date", "2026-12-01"))
        await leader.press("ctrl+s", "ctrl+q")
        assert leader.shown == "Reader"
        assert "Biblioteket" in leader.text
        assert "Rådhuset" not in leader.text
        assert "01.12.2026" in leader.lines[0]


async def test_a_meeting_that_got_its_group_is_read_among_the_group_s_when_one_comes_back(
    tmp_path: Path, locations: Locations
) -> None:
    homeless = Meeting(id="uten", date=dt.date(2026, 12, 1), purpose="Ro.")
    path = document_path(locations, homeless)
    path.parent.mkdir()
    path.write_text(write(homeless), "utf-8")
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, path.stem, "ny", "annen", "gammel")
        await leader.press("enter", "enter", "enter")
        await leader.ask(acts.put("group", "SOL-7"))
        await leader.press("ctrl+s", "ctrl+q")
        assert leader.shown == "Reader"
        assert "SOL-7" in leader.lines[0]
        await until(leader.pilot, lambda: "møte 3 av 3" in leader.lines[0])
        assert "Ro." in leader.text


async def test_what_is_put_there_meanwhile_is_listed_on_coming_back(
    tmp_path: Path, locations: Locations
) -> None:
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        await leader.press("enter", "enter")
        put(locations, "nyere", "Ro.", date="1.12.2026")
        await leader.press("escape")
        await listing(leader, "nyere", "ny", "annen", "gammel")


async def test_a_document_that_has_gone_is_told_where_it_was_to_be_read(
    tmp_path: Path, locations: Locations
) -> None:
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        (locations.groups / "sol-7" / "ny.md").unlink()
        await leader.press("enter", "enter")
        assert "finnes ikke" in leader.text


async def test_hostile_text_in_a_hit_is_shown_as_signs(tmp_path: Path, locations: Locations) -> None:
    put(locations, "ond", "[red]\x1b[2Jvegring[/red]\u202e", date="1.12.2026")
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ond", "ny", "annen", "gammel")
        await leader.press(*"vegring")
        await listing(leader, "ond", "ond20", "ny", "ny20", "gammel", "gammel20")
        assert "[red]␛[2Jvegring[/red]" in leader.text


async def test_the_keys_are_all_on_the_line(tmp_path: Path, locations: Locations) -> None:
    assert locations
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        for words in ("F1 Hjelp", "Enter Les", "Ctrl+F Søk", "Esc Tilbake"):
            assert words in leader.lines[-1]
        await leader.press("f1")
        assert leader.shown == "HelpScreen"


class Slow:
    """A library whose reading of new documents stands still until it is let go."""

    def __init__(self) -> None:
        self.let_go = threading.Event()
        self.goes_on = True

    def look(self, go_on: Callable[[int, int], bool]) -> int:
        go_on(25, 100)
        self.let_go.wait(30)
        self.goes_on = go_on(50, 100)
        return 0

    def documents(self, wanted: Filter, most: int) -> Sequence[Document]:
        del wanted
        return [
            Document(f"d{n}", "SOL-7", "fagmøte", None, "referat", Path(f"/d{n}.md"), live=False)
            for n in range(most)
        ]

    def search(self, query: str, wanted: Filter) -> Sequence[Hit]:
        del query, wanted
        return []

    def again(self, document: Document) -> Document:
        return document

    def text(self, document: Document) -> str:
        return document.id

    def open_meeting(self, target: str) -> None:
        raise NotImplementedError(target)


class Alone(App[None]):
    """The archive alone."""

    def __init__(self, library: Slow) -> None:
        super().__init__()
        self._library = library

    def get_default_screen(self) -> Screen[None]:
        return Archive(self._library)


def top(pilot: Pilot[None]) -> str:
    """Give the first line of the screen."""
    strips = pilot.app.screen._compositor.render_strips()  # noqa: SLF001 - no other way
    return strips[0].text


async def test_a_bar_tells_how_far_the_reading_has_come_while_the_list_works() -> None:
    library = Slow()
    async with Alone(library).run_test() as pilot:
        await until(pilot, lambda: "leser inn 25 av 100" in top(pilot))
        assert "█████░░░░░░░░░░░░░░░" in top(pilot)
        await until(pilot, lambda: len(pilot.app.screen.query_one(Rows).rows) > 0)
        library.let_go.set()
        await until(pilot, lambda: "nyeste" in top(pilot))
        assert "leser inn" not in top(pilot)


async def test_leaving_ends_the_reading() -> None:
    library = Slow()
    async with Alone(library).run_test() as pilot:
        await until(pilot, lambda: "leser inn" in top(pilot))
        archive = pilot.app.screen
        await pilot.app.push_screen(Screen())
        archive.on_unmount()  # type: ignore[attr-defined]
        library.let_go.set()
        await until(pilot, lambda: not library.goes_on)
        assert not library.goes_on


async def test_more_are_listed_when_one_comes_to_the_last() -> None:
    library = Slow()
    library.let_go.set()
    async with Alone(library).run_test() as pilot:
        rows = pilot.app.screen.query_one(Rows)
        await until(pilot, lambda: len(rows.rows) > 0)
        first = len(rows.rows)
        rows.focus()
        await pilot.press("end")
        await until(pilot, lambda: len(rows.rows) == 2 * first)
        assert rows.cursor == f"/d{first - 1}.md"


def test_a_long_line_is_cut_so_that_the_hit_is_seen() -> None:
    text = "ord " * 50 + "skolevegring " + "ord " * 50
    start = text.index("vegring")
    line = marked(HitLine(12, text, ((start, start + 7),)), 60)
    assert line.plain.startswith("    12  … ord")
    at = line.plain.index("vegring")
    assert at + 7 <= 60 + 10
    assert [(span.start, span.end) for span in line.spans if "bold" in str(span.style)] == [(at, at + 7)]


def test_a_short_line_is_whole() -> None:
    line = marked(HitLine(3, "Mye vegring.", ((4, 11),)), 60)
    assert line.plain == "     3  Mye vegring."


async def test_from_what_is_read_one_goes_to_its_groups_tiltak_and_page(
    tmp_path: Path, locations: Locations
) -> None:
    for group in (SAMPLE_GROUP, Group(id="", alias="ÅS-2", tiltak=(Tiltak(id="T1", what="Annet"),))):
        create_group(locations, group)
    async with at_home(tmp_path) as leader:
        await in_the_archive(leader, "ny", "annen", "gammel")
        await leader.press("enter", "down", "enter")
        assert "ÅS-2" in leader.lines[0]
        await leader.press("ctrl+t")
        assert leader.shown == "Board"
        assert "Annet" in leader.text
        assert "SOL-7" not in leader.text
        await leader.press("escape", "ctrl+g")
        assert "ÅS-2 · samarbeidsgruppe" in leader.lines[0]
        await leader.press("escape")
        assert leader.shown == "Reader"
