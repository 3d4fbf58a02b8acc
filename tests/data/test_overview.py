"""What home gathers of many groups: the meetings of each count for it alone, however its name is written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data import markdown
from data.deadlines import Rule
from data.group import Group, GroupKind
from data.groups import create_group
from data.index import Index
from data.locations import Locations, locate
from data.overview import Known, everything_due, overview
from tests.data.index.archive_of_texts import put

TODAY = dt.date(2026, 11, 24)
CREATED = dt.date(2026, 1, 12)


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path)


def due(locations: Locations) -> list[tuple[str, Rule, dt.date]]:
    """Give what is due in each group, which home and the command agree on."""
    with Index(locations) as index:
        index.look()
        everything, _faults = everything_due(locations, index, TODAY)
        near = overview(locations, index, TODAY, Known()).due
        assert list(near) == [one for one in everything if one.is_near(TODAY)]
        return [(one.group, one.rule, one.due) for one in everything]


def an_ansvarsgruppe(locations: Locations, alias: str) -> None:
    """Make a group that is to have met so many times a year."""
    group = Group(id="", alias=alias, kind=GroupKind.ANSVARSGRUPPE, created=CREATED, evaluated=TODAY)
    create_group(locations, group)


def test_the_meetings_of_a_group_count_for_it_and_for_no_other(locations: Locations) -> None:
    an_ansvarsgruppe(locations, "SOL-7")
    an_ansvarsgruppe(locations, "ÅS-2")
    put(locations, "a", group="sol-7", date="20.5.2026", status="godkjent")
    put(locations, "b", group="Sol-7", date="21.11.2026", status="godkjent")
    met = {group: day for group, rule, day in due(locations) if rule is Rule.MEETINGS}
    assert met == {"SOL-7": dt.date(2027, 5, 20), "ÅS-2": dt.date(2027, 1, 12)}


@pytest.mark.parametrize("status", ["utkast", "Utkast"])
def test_a_referat_that_waits_is_one_meeting(status: str, locations: Locations) -> None:
    an_ansvarsgruppe(locations, "SOL-7")
    path = put(locations, "a", date="23.11.2026", status=status)
    assert [day for _group, rule, day in due(locations) if rule is Rule.MEETINGS] == [dt.date(2027, 1, 12)]
    with Index(locations) as index:
        assert [one.path for one in overview(locations, index, TODAY, Known()).half_done] == [path]


def test_a_referat_out_for_remarks_is_read_once_and_anew_as_soon_as_it_is_another(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_group(locations, Group(id="", alias="SOL-7"))
    text = "## Godkjenning\n\n- **Frist for merknader:** torsdag 26. november 2026\n"
    path = put(locations, "a", date="20.11.2026", status="til merknad", text=text)
    known, read, parsed = Known(), markdown.read_bytes, []

    def reading(data: bytes, *, source: str) -> markdown.Reading:
        parsed.append(source)
        return read(data, source=source)

    def remarks_due() -> list[dt.date]:
        with Index(locations) as index:
            index.look()
            due = overview(locations, index, TODAY, known).due
        return [one.due for one in due if one.rule is Rule.REMARKS]

    monkeypatch.setattr(markdown, "read_bytes", reading)
    assert [remarks_due() for _look in range(3)] == [[dt.date(2026, 11, 26)]] * 3
    assert len(parsed) == 1
    path.write_text(path.read_text("utf-8").replace("torsdag 26.", "fredag 27."), "utf-8")
    assert remarks_due() == [dt.date(2026, 11, 27)]
    path.unlink()
    assert remarks_due() == []
    assert known.remarks._known == {}  # noqa: SLF001 - it is told to nobody
