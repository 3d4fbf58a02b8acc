"""Every path from one root or from the system, with names that stay inside it."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.locations import SLUG_BYTES, UNGROUPED, digest, folder_name, locate, slug
from tests.soak.catalogue import times

ALLOWED = set("abcdefghijklmnopqrstuvwxyzæøå0123456789-")


def test_one_folder_holds_all(tmp_path: Path) -> None:
    found = locate({}, tmp_path)
    assert found.groups == tmp_path / "data" / "grupper"
    assert found.journals == tmp_path / "state" / "moter"
    assert found.structures == tmp_path / "config" / "strukturer"
    assert found.cache == tmp_path / "cache"


def test_the_environment_can_name_the_folder(tmp_path: Path) -> None:
    assert locate({"MALSTYRT_HOME": str(tmp_path)}) == locate({}, tmp_path)


def test_a_folder_that_is_named_goes_before_the_environment(tmp_path: Path) -> None:
    assert locate({"MALSTYRT_HOME": "/et/annet/sted"}, tmp_path) == locate({}, tmp_path)


def test_an_empty_name_in_the_environment_is_none() -> None:
    assert locate({"MALSTYRT_HOME": ""}) == locate({})


def test_a_relative_folder_is_made_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert locate({}, Path("her")).data == tmp_path / "her" / "data"


def test_home_is_written_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/hjemme")
    assert locate({"MALSTYRT_HOME": "~/moter"}).data == Path("/hjemme/moter/data")


def test_without_a_home_the_system_says_where() -> None:
    found = locate({})
    assert len({found.data, found.state, found.cache, found.config}) == 4 or found.data.name == "malstyrt"
    assert all("malstyrt" in str(folder) for folder in (found.data, found.state, found.cache, found.config))


def test_nothing_is_made_by_asking(tmp_path: Path) -> None:
    found = locate({}, tmp_path / "ny")
    assert found.group("SOL-7") == tmp_path / "ny" / "data" / "grupper" / "sol-7"
    assert not (tmp_path / "ny").exists()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("SOL-7", "sol-7"),
        ("Åse Ærlig Østby", "åse-ærlig-østby"),
        ("../../etc/passwd", "etc-passwd"),
        ("..", "ingen"),
        ("", "ingen"),
        ("  -rf  ", "rf"),
        ("a\0b\nc\x1b[2J", "a-b-c-2j"),
        ("%2e%2e%2f", "2e-2e-2f"),
        ("CON", "con"),
        ("日本", "ingen"),
    ],
)
def test_names_are_made_of_words(words: str, name: str) -> None:
    assert slug(words, "ingen") == name


@settings(max_examples=times("F2"))
@given(st.text(max_size=400))
@example("å" * 300)
@example("-" * 100)
@example("." * 50 + "/" * 50)
def test_F2_a_name_is_always_a_plain_short_one(words: str) -> None:
    name = slug(words, "ingen")
    assert name
    assert set(name) <= ALLOWED
    assert not name.startswith("-")
    assert not name.endswith("-")
    assert len(name.encode()) <= SLUG_BYTES


@settings(max_examples=times("F2"))
@given(st.text(max_size=200))
@example("sol-7")
@example("../../../etc/passwd")
@example("æ" * 80)
@example("x" * 81)
def test_F2_a_journal_stays_in_its_folder_whatever_the_id(meeting_id: str) -> None:
    locations = locate({}, Path("/rot"))
    path = locations.journal(meeting_id)
    assert path.parent == locations.journals
    assert set(path.name.removesuffix(".db")) <= ALLOWED
    assert len(path.name.encode()) < 200


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("SOL-7", "sol-7"),
        ("sol 7", "sol-7"),
        ("BLÅ. Ærlig/Østby", "blå-ærlig-østby"),
        ("P.P.", "p-p"),
        ("", "uten-gruppe"),
    ],
)
def test_a_group_of_a_plain_alias_has_a_folder_of_that_name(alias: str, name: str) -> None:
    assert folder_name(alias) == name


@pytest.mark.parametrize(
    ("alias", "beginning"),
    [
        ("ÁJ", "aj-"),
        ("ČĐŊŠŦŽ-7", "cdnstz-7-"),
        ("Ünö é ä", "uno-e-a-"),
        ("ǼÅ", "æå-"),
        ("J*", "j-"),
        ("日本", "gruppe-"),
        ("..", "gruppe-"),
        ("uten gruppe", "uten-gruppe-"),
        ("x" * 100, "x" * SLUG_BYTES),
    ],
)
def test_what_a_name_cannot_say_of_an_alias_a_digest_tells(alias: str, beginning: str) -> None:
    name = folder_name(alias)
    assert name.startswith(beginning)
    assert name[-9] == "-"
    assert set(name) <= ALLOWED


ALIASES = st.text(st.sampled_from("aáåäæǽjčcšsđdŋ-. /*+7") | st.characters(), max_size=6)


@given(ALIASES, ALIASES)
@example("Š", "Č")
@example("-", ".")
def test_only_an_alias_that_is_the_same_in_all_letters_shares_a_folder(one: str, other: str) -> None:
    alike = folded(one) == folded(other)
    assert (folder_name(one) == folder_name(other)) == alike
    assert (folder_name(one) == UNGROUPED) == (not one.strip())


def folded(alias: str) -> str:
    """Give an alias in small letters, with what stands between its words as one hyphen."""
    small = normalize("NFC", normalize("NFC", alias.strip()).casefold())
    return "-".join(re.split(r"[\s_./,\-‐‑–—]+", small)).strip("-") or small


@given(st.text("abzæøåABZÆØÅ0189 -", max_size=SLUG_BYTES // 2))
def test_the_folder_of_a_plain_alias_is_as_it_always_was(alias: str) -> None:
    if name := slug(alias, ""):
        assert folder_name(alias) == name


def test_a_plain_id_names_its_journal() -> None:
    assert locate({}, Path("/rot")).journal("sol-7-2026-11-24-1a2b3c").name == "sol-7-2026-11-24-1a2b3c.db"


@given(st.text(max_size=30), st.text(max_size=30))
def test_two_ids_never_share_a_journal(one: str, other: str) -> None:
    locations = locate({}, Path("/rot"))
    assert (locations.journal(one) == locations.journal(other)) == (one == other)


@given(st.text())
def test_a_digest_is_short_and_the_same_each_time(text: str) -> None:
    assert len(digest(text)) == 8
    assert digest(text) == digest(text)
