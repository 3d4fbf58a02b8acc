"""Profiles: those that come with the program, and the users' own, right or wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.profile import Krav, Limit
from data.profile_file import BUILT_IN, NEUTRAL, ProfileError, available, load, read_profile
from data.table import Mistake, TableError

BUILT_IN_NAMES = ("bti", "ilag", "kafjord", NEUTRAL, "sel")

SHORT = """\
tittel = "Vår kommune"

[[krav]]
deler = ["sted", "tid"]
kilde = "Vår kommune: rutine (2026)"
sjekket = 2026-11-22

[referat]
dager = 10
kilde = "Vår kommune: rutine (2026)"
sjekket = 2026-11-22

[samtykke]
skriftlig = ["fagmøte"]
kilde = "Vår kommune: rutine (2026)"
sjekket = 2026-11-22

[arkiv]
steder = ["fagsystemet"]
kilde = "Vår kommune: rutine (2026)"
sjekket = 2026-11-22

[varsel]
dager = 7
kilde = "Vår kommune: rutine (2026)"
sjekket = 2026-11-22
"""


def written(folder: Path, text: str, name: str = "vaar") -> Path:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def mistakes(folder: Path, text: str) -> tuple[Mistake, ...]:
    """Read a file that is wrong, and give all that is told of it."""
    with pytest.raises(TableError) as caught:
        read_profile(written(folder, text) / "vaar.toml")
    return caught.value.mistakes


# Those that come with the program


def test_five_profiles_come_with_the_program() -> None:
    assert available() == BUILT_IN_NAMES


@pytest.mark.parametrize("name", BUILT_IN_NAMES)
def test_every_rule_has_its_source_and_the_day_it_was_checked(name: str) -> None:
    profile = load(name)
    origins = [
        *profile.required.values(),
        *profile.advised.values(),
        *(bound.origin for bound in profile.limits.values()),
        *(listed.origin for listed in (profile.written, profile.filed) if listed),
    ]
    assert all(origin.source and origin.checked >= dt.date(2026, 11, 22) for origin in origins)


def test_municipalities_differ_in_their_numbers() -> None:
    days = {name: load(name).number(Limit.REFERAT) for name in ("ilag", "kafjord", "bti")}
    assert days == {"ilag": 14, "kafjord": 7, "bti": 0}
    assert load("kafjord").number(Limit.MEMBERS) == 6
    assert load("sel").number(Limit.MEMBERS) is None
    assert load("ilag").number(Limit.EVALUATIONS) == 1


def test_kafjord_asks_four_questions_of_every_tiltak_that_sel_does_not() -> None:
    four = {Krav.START, Krav.DURATION, Krav.EVALUATED}
    assert four <= set(load("kafjord").required)
    assert not four & set(load("sel").required)
    assert Krav.LEVEL in load("sel").required


def test_ilag_asks_for_the_last_referat_the_saksliste_the_next_theme_and_copies() -> None:
    assert {Krav.APPROVAL, Krav.AGENDA, Krav.NEXT_THEME, Krav.COPIES} <= set(load("ilag").required)


def test_a_rule_says_whose_it_is_in_short() -> None:
    assert load("ilag").limits[Limit.REFERAT].origin.whose == "Ilag førr ongan"


# The users' own


def test_a_users_own_profile_is_read_and_asks_nothing_that_it_does_not_say(tmp_path: Path) -> None:
    profile = load("vaar", [written(tmp_path, SHORT)])
    assert (profile.name, profile.title) == ("vaar", "Vår kommune")
    assert set(profile.required) == {Krav.PLACE, Krav.TIME}
    assert not profile.advised
    assert profile.number(Limit.REFERAT) == 10
    assert profile.number(Limit.MEETINGS) is None
    assert profile.written
    assert profile.written.words == ("fagmøte",)
    assert profile.filed
    assert profile.filed.words == ("fagsystemet",)
    assert profile.filed.origin == ("Vår kommune: rutine (2026)", dt.date(2026, 11, 22))


def test_a_users_own_goes_before_the_built_in_one(tmp_path: Path) -> None:
    folder = written(tmp_path, SHORT, "sel")
    assert load("sel", [tmp_path / "none", folder]).title == "Vår kommune"
    assert "vaar" in available([written(tmp_path, "not even TOML")])


@pytest.mark.parametrize("name", ["finnes-ikke", "", "../vaar", "/etc/passwd", "a/b", "x" * 300, "va\x00rt"])
def test_a_name_that_is_no_profile_is_told_with_those_there_are(tmp_path: Path, name: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    written(tmp_path, SHORT)
    with pytest.raises(ProfileError, match="kafjord, noytral"):
        load(name, [inner])


# Mistakes, told with line, key, what stood there and what was expected


@pytest.mark.parametrize(
    ("right", "wrong", "line", "told"),
    [
        ('tittel = "Vår kommune"', "", 1, "tittel: Der står ingenting, men det skulle vært en tekst."),
        ('["sted", "tid"]', '["sted", "tdi"]', 4, "krav 1, deler: Der står «tdi», men det skulle vært en li"),
        ('["sted", "tid"]', "[]", 4, "krav 1, deler: Der står [], men det skulle vært en liste med noen av"),
        ('["sted", "tid"]', '["sted", "sted"]', 4, "krav 1, deler: Der står [sted, sted], men det skulle"),
        ('["sted", "tid"]', '"sted"', 4, "krav 1, deler: Der står «sted», men det skulle vært en liste med"),
        ('["sted", "tid"]', "[{}]", 4, "krav 1, deler: Der står en tabell, men det skulle vært en liste"),
        ("dager = 10", "dager = 366", 9, "referat, dager: Der står «366», men det skulle vært et helt tall"),
        ("dager = 10", 'dager = "10"', 9, "referat, dager: Der står «10», men det skulle vært et helt tall"),
        ("dager = 10", "uker = 2", 8, "referat, dager: Der står ingenting, men det skulle vært et helt tall"),
        ("[referat]", "[refrat]", 8, "refrat: Der står «refrat», men det skulle vært en av nøklene"),
        ("[referat]", "[[referat]]", 8, "referat: Der står en liste med noe annet i, men det skulle vært en"),
        ('["fagmøte"]', '["fagmote"]', 14, "samtykke, skriftlig: Der står «fagmote», men det skulle vært en"),
        ('["fagsystemet"]', "[]", 19, "arkiv, steder: Der står [], men det skulle vært en liste med tekster"),
        ('["fagsystemet"]', '[" "]', 19, "arkiv, steder: Der står [], men det skulle vært en liste med te"),
        ("[varsel]\ndager = 7", "[varsel]", 23, "varsel, dager: Der står ingenting, men det skulle vært"),
        ("[[krav]]", "[[kravet]]", 1, "krav: Der står ingenting, men det skulle vært minst én [[krav]]."),
        (
            "[referat]",
            '[[krav]]\ndeler = ["sted"]\nkilde = "V"\nsjekket = 2026-11-22\n\n[referat]',
            9,
            "krav 2, deler: Der står «sted», men det skulle vært deler som ingen annen regel nevner.",
        ),
    ],
)
def test_a_mistake_is_told_by_its_line_and_its_key(
    tmp_path: Path, right: str, wrong: str, line: int, told: str
) -> None:
    assert right in SHORT
    found = mistakes(tmp_path, SHORT.replace(right, wrong, 1))
    assert (line, True) in [(one.line, str(one).startswith(told)) for one in found]


@pytest.mark.parametrize("day", ['"2026-11-22"', "2026-11-22T09:00:00", "22.11.2026", "2026"])
def test_the_day_a_rule_was_checked_is_a_date(tmp_path: Path, day: str) -> None:
    (found,) = mistakes(tmp_path, SHORT.replace("2026-11-22", day, 1))
    assert (found.line, "sjekket" in found.key, "dato" in found.message) == (6, True, True)


def test_a_broken_profile_is_refused_with_the_name_of_its_file(tmp_path: Path) -> None:
    broken = SHORT.replace("10", "ti")
    with pytest.raises(ProfileError, match=r"vaar\.toml, linje 9: referat, dager: Der står «ti»") as caught:
        load("vaar", [written(tmp_path, broken)])
    assert caught.value.title == "Profilen kan ikke brukes"


LINES = SHORT.splitlines()
KEYS = [number for number, line in enumerate(LINES) if " = " in line]
HEADS = [number for number, line in enumerate(LINES) if line.startswith("[")]


def broken(number: int, *lines: str) -> str:
    """Give the file with other lines in the place of one."""
    return "\n".join([*LINES[:number], *lines, *LINES[number + 1 :]])


def every_mistake() -> Iterator[tuple[str, int, str]]:
    """Give the file with one mistake in each place, the mistake's line and what must be told of it."""
    for number in KEYS:
        key, _equals, value = LINES[number].partition(" = ")
        yield broken(number), 0, key
        yield broken(number, f"x{key} = {value}"), number + 1, f"x{key}"
        yield broken(number, f"{key} = true"), number + 1, key
        yield broken(number, f"{key} = {{}}"), number + 1, key
        yield broken(number, f"{key} = ja takk"), number + 1, key
        yield broken(number, f"{key} ="), number + 1, key
        yield broken(number, LINES[number], LINES[number]), number + 2, key
        yield broken(number, LINES[number], "ukjent = 1"), number + 2, "ukjent"
    for number in HEADS:
        yield broken(number, LINES[number].replace("]", "x]", 1)), number + 1, "x"
        yield broken(number, LINES[number][:-1]), number + 1, ""


@pytest.mark.parametrize(("text", "line", "key"), list(every_mistake()))
def test_every_key_missing_mistyped_of_the_wrong_type_unknown_or_twice_is_told(
    tmp_path: Path, text: str, line: int, key: str
) -> None:
    found = mistakes(tmp_path, text)
    assert any(key in one.key and (one.line == line if line else one.line) for one in found)
    assert all(one.message for one in found)


@pytest.mark.parametrize("name", BUILT_IN_NAMES)
def test_whatever_line_is_lost_the_file_is_read_or_refused_in_words(tmp_path: Path, name: str) -> None:
    lines = (BUILT_IN / f"{name}.toml").read_text("utf-8").splitlines()
    for number in range(len(lines)):
        folder = written(tmp_path, "\n".join([*lines[:number], *lines[number + 1 :]]))
        told = ""
        try:
            load("vaar", [folder])
        except ProfileError as error:
            told = error.message
        assert not told or re.match(r"vaar\.toml, linje \d+: ", told)
