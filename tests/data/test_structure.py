"""Structures: the eight steps that come with the program, and the users' own, right or wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.structure import REFERAT, StepKind, Structure, StructureError, available, load

ONE_STEP = """
tittel = "Kort møte"

[[steg]]
id = "prat"
type = "saker"
tittel = "Prat"
minutter = 30
"""


def written(folder: Path, text: str | bytes, name: str = "vart") -> Path:
    raw = text.encode() if isinstance(text, str) else text
    (folder / f"{name}.toml").write_bytes(raw)
    return folder


def refused(folder: Path, text: str | bytes) -> str:
    """Read a file that is wrong, and give the message."""
    with pytest.raises(StructureError) as caught:
        load("vart", [written(folder, text)])
    return caught.value.message


# The structure that comes with the program


@pytest.fixture
def eight_steps() -> Structure:
    return load("malstyrt")


def test_the_eight_steps_stand_in_order_and_the_referat_comes_after(eight_steps: Structure) -> None:
    steps = ["velkommen", "ordet", "runde1", "runde2", "oppsummering", "tiltak", "evaluering", "neste"]
    assert [step.id for step in eight_steps.steps] == steps
    assert eight_steps.places == (*steps, REFERAT)


def test_a_meeting_takes_an_hour(eight_steps: Structure) -> None:
    assert eight_steps.minutes == 60


def test_each_step_has_the_screen_it_needs(eight_steps: Structure) -> None:
    assert [step.kind for step in eight_steps.steps] == [
        StepKind.OPENING,
        StepKind.FLOOR,
        StepKind.ROUND,
        StepKind.ROUND,
        StepKind.SUMMARY,
        StepKind.TILTAK,
        StepKind.EVALUATION,
        StepKind.NEXT_MEETING,
    ]


def test_the_rounds_ask_for_progress_first_and_then_for_contributions(eight_steps: Structure) -> None:
    first, second = (step for step in eight_steps.steps if step.kind is StepKind.ROUND)
    assert first.asks == ("progress", "challenge", "goals")
    assert second.asks == ("contribution", "goals")
    assert (first.bruker_comment, second.bruker_comment) == (True, False)


def test_the_leader_is_reminded_of_a_few_short_things_in_each_step(eight_steps: Structure) -> None:
    for step in eight_steps.steps:
        assert 3 <= len(step.reminders) <= 5
        assert all(0 < len(line) <= 60 for line in step.reminders)


def test_one_walks_on_and_back_and_stays_at_the_ends(eight_steps: Structure) -> None:
    assert eight_steps.after("velkommen") == "ordet"
    assert eight_steps.after("neste") == REFERAT
    assert eight_steps.after(REFERAT) == REFERAT
    assert eight_steps.before(REFERAT) == "neste"
    assert eight_steps.before("velkommen") == "velkommen"


def test_a_meeting_that_is_nowhere_walks_to_the_first_step(eight_steps: Structure) -> None:
    assert eight_steps.after("") == eight_steps.before("ukjent") == "velkommen"
    assert eight_steps.step("ukjent") is None


# The users' own


def test_a_users_own_structure_is_read_and_what_is_left_out_has_a_value(tmp_path: Path) -> None:
    structure = load("vart", [written(tmp_path, ONE_STEP)])
    (step,) = structure.steps
    assert (structure.name, structure.title, structure.minutes) == ("vart", "Kort møte", 30)
    assert (step.short, step.theme, step.asks, step.reminders) == ("Prat", "", (), ())


def test_a_users_own_goes_before_the_built_in_one(tmp_path: Path) -> None:
    folder = written(tmp_path, ONE_STEP, "malstyrt")
    assert load("malstyrt", [tmp_path / "none", folder]).title == "Kort møte"
    assert load("malstyrt").title == "Målstyrt møte"


def test_all_that_can_be_chosen_is_listed(tmp_path: Path) -> None:
    written(tmp_path, "not even TOML", "vart")
    written(tmp_path, ONE_STEP, "har mellomrom")
    assert available([tmp_path, tmp_path / "none"]) == (*sorted({*available(), "vart"}),)


def test_a_file_from_windows_is_read(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbf" + ONE_STEP.replace("\n", "\r\n").encode()
    assert load("vart", [written(tmp_path, windows)]).title == "Kort møte"


def test_text_from_people_is_cleaned_at_the_border(tmp_path: Path) -> None:
    text = ONE_STEP.replace('"Prat"', '"  Fri\\u001b[2J   prat\\u202e "') + 'huskeliste = ["  to\\nlinjer "]'
    (step,) = load("vart", [written(tmp_path, text)]).steps
    assert step.title == "Fri␛[2J prat"
    assert step.reminders == ("to linjer",)


@pytest.mark.parametrize("name", ["finnes-ikke", "", "../vart", "/etc/passwd", "a/b", "x" * 300, "va\x00rt"])
def test_a_name_that_is_no_structure_is_told_with_those_there_are(tmp_path: Path, name: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    written(tmp_path, ONE_STEP)
    with pytest.raises(StructureError, match="malstyrt"):
        load(name, [inner])


# Mistakes, told with file, key, what stood there and what was expected


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('tittel = "Kort møte"', "", "tittel: Der står ingenting, men det skulle vært en tekst."),
        ('tittel = "Kort møte"', 'tittel = " "', "tittel: Der står «», men det skulle vært en tekst."),
        (
            'tittel = "Kort møte"',
            'tittel = "Kort"\ntitel = "Kort"',
            "titel: Der står «titel», men det skulle",
        ),
        ('tittel = "Kort møte"', "tittel = 7", "tittel: Der står «7», men det skulle vært en tekst."),
        ("minutter = 30", "", "steg 1, minutter: Der står ingenting, men det skulle vært et helt tall"),
        ("minutter = 30", "minutter = -1", "steg 1, minutter: Der står «-1»"),
        ("minutter = 30", "minutter = 601", "et helt tall fra 0 til 600"),
        ("minutter = 30", "minutter = true", "steg 1, minutter: Der står true"),
        ("minutter = 30", 'minutter = "30"', "steg 1, minutter: Der står «30»"),
        (
            "minutter = 30",
            "minutter = 0",
            "minutter: Der står «0», men det skulle vært mer enn 0 i minst ett steg.",
        ),
        (
            'type = "saker"',
            'type = "prat"',
            "steg 1, type: Der står «prat», men det skulle vært en av åpning,",
        ),
        ('type = "saker"', "type = {}", "steg 1, type: Der står en tabell"),
        (
            'type = "saker"',
            'type = "runde"',
            "steg 1, noteres: Der står ingenting, men det skulle vært en liste",
        ),
        (
            'id = "prat"',
            'id = "referat"',
            "steg 1, id: Der står «referat», men det skulle vært en id som ingen andre",
        ),
        (
            "minutter = 30",
            "minutter = 30\nminuts = 3",
            "steg 1, minuts: Der står «minuts», men det skulle vært en av",
        ),
        ("minutter = 30", 'minutter = 30\nnoteres = ["mål"]', "steg 1, noteres: Der står [mål]"),
        ("minutter = 30", "minutter = 30\nfamilien_sist = true", "steg 1, familien_sist: Der står true"),
        ("minutter = 30", 'minutter = 30\nfamilien_sist = "ja"', "det skulle vært true eller false"),
        ("minutter = 30", 'minutter = 30\nhuskeliste = "én"', "steg 1, huskeliste: Der står «én»"),
        (
            "minutter = 30",
            "minutter = 30\nhuskeliste = [[1]]",
            "huskeliste: Der står en liste med noe annet i",
        ),
        ("minutter = 30", "minutter = 30\nhuskeliste = [1]", "steg 1, huskeliste: Der står [1]"),
    ],
)
def test_a_mistake_is_told_by_its_key(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    assert right in ONE_STEP
    message = refused(tmp_path, ONE_STEP.replace(right, wrong))
    assert re.match(r"vart\.toml, linje \d: ", message)
    assert told in message


@pytest.mark.parametrize("asks", ['["mål", "mål"]', '["mening"]', "[]", "3"])
def test_a_round_asks_for_what_an_entry_holds(tmp_path: Path, asks: str) -> None:
    a_round = ONE_STEP.replace('type = "saker"', f'type = "runde"\nnoteres = {asks}')
    assert "steg 1, noteres" in refused(tmp_path, a_round)


@pytest.mark.parametrize("steps", ["", "steg = []", "steg = [1]", 'steg = "ingen"'])
def test_a_structure_has_steps(tmp_path: Path, steps: str) -> None:
    assert "steg: Der står" in refused(tmp_path, f'tittel = "Tomt"\n{steps}')


def test_two_steps_cannot_share_an_id(tmp_path: Path) -> None:
    second = ONE_STEP.partition("\n\n")[2]
    assert "Der står «prat»" in refused(tmp_path, f"{ONE_STEP}\n{second}")


def test_a_long_mistake_is_quoted_in_short_and_without_control(tmp_path: Path) -> None:
    message = refused(tmp_path, ONE_STEP.replace('"saker"', '"' + "\\u001b]0;x" * 50 + '"'))
    assert "\x1b" not in message
    assert "…" in message
    assert len(message) < 300


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    wrong = ONE_STEP.replace('"Kort møte"', "7").replace('"saker"', "saker").replace("30", "-1")
    told = refused(tmp_path, wrong).split("\n")
    assert [line.partition(": Der står")[0] for line in told] == [
        "vart.toml, linje 2: tittel",
        "vart.toml, linje 6: steg 1, type",
        "vart.toml, linje 8: steg 1, minutter",
    ]


def test_a_message_holds_the_first_mistakes_and_says_how_many_more_there_are(tmp_path: Path) -> None:
    told = refused(tmp_path, ONE_STEP + "\n".join(f"x{n} = x" for n in range(9))).split("\n")
    assert (len(told), told[-1]) == (6, "… og 4 til.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tittel = \n", "vart.toml, linje 1: tittel: Der står «», men det skulle vært en tekst i"),
        (ONE_STEP + "minutter = 4\n", "vart.toml, linje 9: minutter: Står også på linje 8."),
        (ONE_STEP + "minutter = 4", "vart.toml, linje 9: minutter: Står også på linje 8."),
        ("a = " + "[" * 5000, "vart.toml, linje 1: a: Der står «[[[[[["),
        ('tittel = "Møte"'.encode("latin-1"), "Filen er ikke skrevet i UTF-8."),
        (b"", "tittel: Der står ingenting"),
    ],
)
def test_a_file_that_is_not_toml_is_told_by_line(tmp_path: Path, text: str | bytes, told: str) -> None:
    assert told in refused(tmp_path, text)


def test_a_folder_in_the_place_of_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "vart.toml").mkdir()
    with pytest.raises(StructureError, match=r"vart\.toml: Filen kan ikke leses"):
        load("vart", [tmp_path])
