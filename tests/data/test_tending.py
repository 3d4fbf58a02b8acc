"""A group that somebody tends: every change is in its file at once, and can be taken back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data import groups as shelf
from data.acts import add, put, remove
from data.errors import NotSavedError
from data.groups import create_group, open_group, update_group
from data.locations import locate
from data.meeting import find
from data.numbering import next_id
from data.tending import Tending
from tests.data.sample_group import SAMPLE_GROUP


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return create_group(locate({}, tmp_path), SAMPLE_GROUP)


def test_a_change_is_in_the_file_at_once_and_is_taken_back_and_made_again(path: Path) -> None:
    tending = Tending(path)
    tending.record(put("koordinator", "Per Prøve"))
    assert open_group(path).group.koordinator == "Per Prøve"
    assert tending.undo()
    assert open_group(path).group == SAMPLE_GROUP
    assert tending.redo()
    assert open_group(path).group.koordinator == "Per Prøve"
    assert not tending.redo()


def test_what_was_typed_and_gone_back_from_is_passed_by(path: Path) -> None:
    tending = Tending(path)
    tending.record(put("mandate", "Nytt mandat."))
    for name in ("Per", "Per Prøve", SAMPLE_GROUP.koordinator):
        tending.record(put("koordinator", name))
    assert tending.undo(past="koordinator")
    assert tending.group == SAMPLE_GROUP


def test_a_row_may_be_empty_until_it_is_written_in_and_keeps_its_id(path: Path) -> None:
    tending = Tending(path)
    tending.record(remove("members/p2"))
    tending.record(add("members"))
    made = tending.group.members[-1].id
    tending.record(put(f"members/{made}/name", "Una Utkast"))
    tending.record(put("members/p3/role", "leder"))
    group = open_group(path).group
    assert [one.name for one in group.members] == ["Mor Eksempel", "Per Prøve", "Tor Test", "Una Utkast"]
    assert group.members[1].role == "leder"


def test_what_others_write_meanwhile_stands(path: Path) -> None:
    tending = Tending(path)
    tending.record(put("koordinator", "Per Prøve"))
    update_group(path, lambda group: group.having({"mandate": "Nytt mandat."}))
    tending.record(put("created_because", "Mange tjenester."))
    group = open_group(path).group
    assert (group.koordinator, group.mandate, group.created_because) == (
        "Per Prøve",
        "Nytt mandat.",
        "Mange tjenester.",
    )
    assert tending.group == group


def test_what_cannot_be_written_stands_until_it_can(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tending = Tending(path)
    real = shelf.write_whole

    def full(*_arguments: object) -> None:
        raise NotSavedError("Ikke lagret", "Disken er full.")

    monkeypatch.setattr(shelf, "write_whole", full)
    with pytest.raises(NotSavedError):
        tending.record(put("koordinator", "Per Prøve"))
    assert (tending.group.koordinator, tending.saved) == ("Per Prøve", False)
    assert open_group(path).group == SAMPLE_GROUP
    monkeypatch.setattr(shelf, "write_whole", real)
    tending.record(put("closed", "2027-06-01"))
    group = open_group(path).group
    assert (group.koordinator, group.closed, tending.saved) == ("Per Prøve", dt.date(2027, 6, 1), True)
    tending.undo()
    tending.undo()
    assert open_group(path).group == SAMPLE_GROUP


def test_a_new_goal_gets_a_number_that_no_other_had(path: Path) -> None:
    tending = Tending(path)
    tending.record(remove("tiltak/T3"))
    assert find(tending.group.tiltak, "T3") is None
    assert next_id(tending.group, "tiltak") == "T4"
