"""malstyrt rollekort: a card on standard output, or in a file that was not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import MalstyrtError
from tui.commands.line import run_command


def rollekort(home: Path, *words: str) -> int:
    return run_command(["rollekort", "--mappe", str(home), *words])


def test_without_a_role_the_roles_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rollekort(tmp_path) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["leder", "referent", "bruker", "fagperson", "tolk"]


def test_a_card_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rollekort(tmp_path, "Referent") == 0
    assert capsys.readouterr().out.startswith("# Rollekort: Referent\n")


def test_a_card_is_written_to_a_file_and_none_is_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kort.md"
    assert rollekort(tmp_path, "bruker", "--til", str(file)) == 0
    assert capsys.readouterr().out == f"{file}\n"
    assert file.read_text(encoding="utf-8").startswith("# Rollekort: ")
    file.write_text("mitt", encoding="utf-8")
    with pytest.raises(MalstyrtError):
        rollekort(tmp_path, "bruker", "--til", str(file))
    assert file.read_text(encoding="utf-8") == "mitt"
