"""The meeting that is meant is found by id, by file, or as the one to lead now."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.archive import Document, document_path, documents
from data.choosing import choose, to_lead
from data.errors import MalstyrtError
from data.locations import Locations, locate
from data.markdown import write
from data.meeting import Meeting

TODAY = dt.date(2026, 11, 24)
YESTERDAY = TODAY - dt.timedelta(days=1)
TOMORROW = TODAY + dt.timedelta(days=1)
NEXT_WEEK = TODAY + dt.timedelta(days=7)


def document(
    name: str, date: dt.date | None = TODAY, status: str = "innkalling", *, live: bool = False
) -> Document:
    return Document(name, "SOL-7", "samarbeidsmøte", date, status, Path(f"/arkiv/{name}.md"), live)


def chosen(*archive: Document) -> str:
    return to_lead(list(archive), TODAY).document.id


def test_todays_meeting_comes_before_all() -> None:
    assert (
        chosen(document("i morgen", TOMORROW), document("i dag"), document("begynt", YESTERDAY, live=True))
        == "i dag"
    )


def test_then_one_that_is_begun() -> None:
    assert chosen(document("i morgen", TOMORROW), document("begynt", YESTERDAY, live=True)) == "begynt"


def test_then_the_next_to_come() -> None:
    assert (
        chosen(document("uke", NEXT_WEEK), document("morgen", TOMORROW), document("før", YESTERDAY))
        == "morgen"
    )


def test_then_the_only_one_not_held() -> None:
    assert chosen(document("før", YESTERDAY, "referat"), document("uten", None)) == "uten"


def test_a_finished_meeting_is_never_led_by_chance() -> None:
    with pytest.raises(MalstyrtError, match="Ingen møter å lede"):
        chosen(document("a", TODAY, "godkjent"), document("b", TODAY, "kan ikke leses"))


def test_several_that_may_be_meant_are_listed_and_none_is_chosen() -> None:
    with pytest.raises(MalstyrtError) as told:
        chosen(document("sol-7-a"), document("sol-7-b"), document("senere", TOMORROW))
    assert "sol-7-a" in told.value.message
    assert "sol-7-b" in told.value.message
    assert "senere" not in told.value.message


def test_it_is_said_which_was_chosen_and_why() -> None:
    assert to_lead([document("sol-7-a")], TODAY).words == (
        "Dagens møte: SOL-7 · samarbeidsmøte · 2026-11-24 · sol-7-a"
    )


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path)


def put(locations: Locations, name: str, date: dt.date = TODAY) -> Path:
    meeting = Meeting(id=name, group="SOL-7", date=date)
    path = document_path(locations, meeting)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write(meeting), encoding="utf-8")
    return path


def test_an_id_finds_its_document_without_a_word(locations: Locations) -> None:
    path = put(locations, "sol-7-a")
    put(locations, "sol-7-ab")
    found = choose(locations, "sol-7-a", TODAY)
    assert (found.document.path, found.words, found.by_file) == (path, "", False)


def test_the_beginning_of_an_id_is_enough_when_only_one_begins_so(locations: Locations) -> None:
    path = put(locations, "sol-7-a")
    put(locations, "sol-8-a")
    assert choose(locations, "sol-7", TODAY).document.path == path


def test_a_beginning_that_several_share_is_told(locations: Locations) -> None:
    put(locations, "sol-7-a")
    put(locations, "sol-7-b")
    with pytest.raises(MalstyrtError, match="Flere møter"):
        choose(locations, "sol-7", TODAY)


def test_an_unknown_id_is_told_cleaned(locations: Locations) -> None:
    with pytest.raises(MalstyrtError, match="Fant ikke") as told:
        choose(locations, "\x1b[2J", TODAY)
    assert "\x1b" not in told.value.message


def test_a_file_is_found_by_its_path(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(locations, "sol-7-a")
    monkeypatch.chdir(path.parent)
    for target in (str(path), path.name, f"./{path.name}"):
        found = choose(locations, target, TODAY)
        assert (found.document, found.by_file) == (documents(locations)[0], True)
