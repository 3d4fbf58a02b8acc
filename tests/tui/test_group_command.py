"""The groups from the command line: for people, and as JSON with stable keys and no names."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from unicodedata import normalize

import pytest

from data.acts import put
from data.changes import apply
from data.group import Group
from data.groups import create_group, open_group, update_group
from data.locations import locate
from data.markdown import read, write
from data.meeting import ConsentState, Meeting
from data.telling import told
from tests.data.sample_group import SAMPLE_GROUP
from tests.tui.test_command_line import Shell

NAMES = ("Mor", "Kladd", "Prøve", "Tor")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "hjem")


@pytest.fixture
def path(shell: Shell) -> Path:
    return create_group(locate({}, shell.home), SAMPLE_GROUP)


@pytest.mark.parametrize("command", ["liste", "tiltak", "frister", "sok"])
def test_F7_a_group_is_found_however_its_name_is_typed(shell: Shell, command: str) -> None:
    path = create_group(locate({}, shell.home), SAMPLE_GROUP.having({"id": "", "alias": "Blå-7"}))
    meeting = Meeting(id="blå-1", group="Blå-7", date=dt.date(2026, 11, 24), purpose="Få ro på skolen.")
    (path.parent / "2026-11-24-samarbeidsmote.md").write_text(write(meeting), encoding="utf-8")
    words = ["skolen"] if command == "sok" else []
    composed = shell(command, "--gruppe", "Blå-7", *words)
    assert composed.out
    assert shell(command, "--gruppe", normalize("NFD", "Blå-7"), *words).out == composed.out


def test_no_groups_are_an_empty_list(shell: Shell) -> None:
    assert shell("gruppe", "--json").json == []
    said = shell("gruppe")
    assert (said.out, said.status) == ("", 0)
    assert "Ingen grupper" in said.err


def test_the_groups_stand_a_line_each(shell: Shell, path: Path) -> None:
    ended = Group(id="", alias="ELV-2", closed=dt.date(2026, 6, 1))
    create_group(locate({}, shell.home), ended)
    assert shell("gruppe").out.splitlines() == [
        "SOL-7  ansvarsgruppe     i gang                sol-7",
        "ELV-2  samarbeidsgruppe  avsluttet 2026-06-01  elv-2",
    ]
    assert shell("gruppe", "--json").json[0] == {
        "id": "sol-7",
        "alias": "SOL-7",
        "kind": "ansvarsgruppe",
        "closed": None,
        "path": str(path),
    }


@pytest.mark.usefixtures("path")
def test_a_group_tells_its_goals_and_what_is_not_done(shell: Shell) -> None:
    said = shell("gruppe", "sol-7")
    assert said.status == 0
    assert "  M1  Trygg på skolen  på vei" in said.out
    assert "  T2  Gi fast plass ved vinduet  27.11.2026  ikke gjennomført" in said.out
    assert "Kartlegge lesing" not in said.out
    assert not any(name in said.out for name in NAMES)


def test_a_group_as_json_has_its_history_and_no_names(shell: Shell, path: Path) -> None:
    said = shell("gruppe", "SOL-7", "--json")
    found = said.json
    assert sorted(found) == [
        "alias", "closed", "consents", "created", "goals", "id", "individual_plan", "kind", "members", "path",
        "plan", "tiltak",
    ]  # fmt: skip
    assert found["path"] == str(path)
    assert found["tiltak"][0]["history"] == [
        {"date": "2026-10-06", "status": "åpen", "reason": "", "meeting": "sol-7-2026-10-06-1a2b3c"},
        {"date": "2026-11-24", "status": "gjennomført", "reason": "", "meeting": "sol-7-2026-11-24-4d5e6f"},
    ]
    assert found["plan"][0] == {"date": "2027-01-12", "time": "09:00"}
    assert not any(name in said.out for name in NAMES)


def test_how_a_consent_came_to_stand_is_told_without_who_gave_it(shell: Shell, path: Path) -> None:
    oral = put("consents/Skolen/state", ConsentState.ORAL.value)
    for wish in (oral, put("consents/Skolen/given_by", "Mor Eksempel")):
        change = told(wish, dt.date(2026, 12, 1))(open_group(path).group)
        assert change
        update_group(path, lambda group, change=change: apply(group, change))
    said = shell("gruppe", "SOL-7", "--json")
    assert said.json["consents"][-1]["history"] == [
        {"date": "2026-12-01", "state": "muntlig", "meeting": None}
    ]
    assert not any(name in said.out for name in NAMES)


@pytest.mark.usefixtures("path")
def test_a_group_that_is_not_there_is_told(shell: Shell) -> None:
    said = shell("gruppe", "MÅNE-1")
    assert (said.status, said.out) == (2, "")
    assert "MÅNE-1" in said.err


def test_what_cannot_be_read_in_a_group_is_told_with_file_and_line(shell: Shell, path: Path) -> None:
    path.write_text("# Ansvarsgruppe: SOL-7\n\n- **Opprettet:** i høst\n", encoding="utf-8")
    said = shell("gruppe", "sol-7")
    assert said.status == 1
    assert f"{path}:3: Her står «i høst»" in said.err


def test_a_meeting_is_prepared_for_a_group(shell: Shell, path: Path) -> None:
    said = shell("ny", "--gruppe", "SOL-7")
    made = Path(said.out.strip())
    assert made.parent == path.parent
    meeting = read(made.read_text(encoding="utf-8")).meeting
    assert [one.id for one in meeting.tiltak] == ["T2", "T3"]


def test_a_meeting_for_nobody_is_asked_about(shell: Shell) -> None:
    assert "--gruppe" in shell("ny").err
    assert shell("ny", "--gruppe", "MÅNE-1").status == 2
