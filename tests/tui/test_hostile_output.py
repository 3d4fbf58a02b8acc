"""Hostile texts and file names in everything the command line prints: shown, and obeyed by nobody."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.clean import clean
from data.group import Group
from data.locations import locate
from data.markdown import write
from data.markdown.group import write_group
from data.meeting import Tiltak
from tests.data.sample_group import SAMPLE_GROUP
from tests.screens.hostile import CONTROL, HOSTILE, assert_harmless, marked
from tests.screens.hostile_meeting import hostile_meeting
from tests.tui.test_command_line import Said, Shell
from tui.commands.line import HOME

PAYLOADS = [payload for name, payload in HOSTILE.items() if name != "lone surrogate"]
NAMES = [payload for payload in CONTROL.values() if "/" not in payload and payload not in {"\x00", "\n"}]

COMMANDS = {
    "liste": [(), ("--json",)],
    "sok": [("QQQ",), ("QQQ", "--json"), ("\x1b[2J",)],
    "vis": [("MØTE",)],
    "sjekk": [("FIL",), ("FIL", "--json")],
    "gruppe": [(), ("--json",), ("sol-7",), ("sol-7", "--json"), ("\x1b]0;PWN\x07",)],
    "tiltak": [(), ("--json",), ("--person", "\x9b2J")],
    "frister": [(), ("--json",)],
    "ny": [("--fra", "FIL")],
    "mote": [("\x1b[2J",)],
    "referat": [("\x1b[2J",)],
    "profil": [(), ("--json",), ("\x1b[2J",), ("ny", "\x1b[2J")],
    "mal": [(), ("--json",), ("\x1b[2J",), ("ny", "\x1b[2J")],
    "rollekort": [(), ("\x1b[2J",), ("--mal", "\x1b[2J")],
    "demo": [()],
    "tom": [("sol-7",), ("\x1b]52;c;SGVp\x07",)],
    "sikkerhetskopi": [("KOPI",), ("/dev/null/\x1b[2J",)],
    "oppsett": [(), ("--json",), ("--sjekk",), ("--sjekk", "--json")],
}
"""What each command is given; «FIL», «MØTE» and «KOPI» stand for what is known first when it is run."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """Give an archive where every payload stands as it is, in every text, and in names of files."""
    home = tmp_path_factory.mktemp("hjem")
    folder = locate({}, home).groups / "sol-7"
    folder.mkdir(parents=True, mode=0o700)
    (home / "data").chmod(0o700)
    places = [f"NR{number:02}" for number in range(len(PAYLOADS))]
    words = write(hostile_meeting(places))
    tiltak = tuple(
        Tiltak(id=f"T{number}", what=f"QQQ{place}ZZZ", who=f"QQQ{place}ZZZ", when=dt.date(2024, 1, 1))
        for number, place in enumerate(places, 1)
    )
    group = write_group(Group.of({**SAMPLE_GROUP.as_plain(), "tiltak": [one.as_plain() for one in tiltak]}))
    (folder / "mote.md").write_bytes(with_payloads(words, places))
    (folder / "gruppe.md").write_bytes(with_payloads(group, places))
    for payload in NAMES:
        name = marked(payload).encode(errors="surrogateescape").decode(errors="surrogateescape")
        (folder / f"{name}.md").write_text(f"# Referat: samarbeidsmøte for {len(name)}\n", encoding="utf-8")
    return Shell(home)


def with_payloads(words: str, places: list[str]) -> bytes:
    """Put each payload raw where its place stands, below the front matter."""
    front, _, body = words.partition("\n---\n")
    for place, payload in zip(places, PAYLOADS, strict=True):
        body = body.replace(f"QQQ{place}ZZZ", f"QQQ{payload.replace(chr(10), ' ')}ZZZ")
    return f"{front}\n---\n{body}".encode()


def run(archive: Shell, command: str, words: tuple[str, ...], tmp_path: Path) -> Said:
    document = next((archive.home / "data").glob("grupper/sol-7/mote.md"))
    known = {"FIL": str(document), "MØTE": str(document), "KOPI": str(tmp_path / "kopi.tar")}
    return archive(command, *(known.get(word, word) for word in words))


CASES = [(command, words) for command, each in COMMANDS.items() for words in each]


@pytest.mark.parametrize(("command", "words"), CASES, ids=[f"{c} {clean(' '.join(w))}" for c, w in CASES])
def test_I1_nothing_a_command_prints_is_an_order(
    archive: Shell, command: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    said = run(archive, command, words, tmp_path)
    assert said.status in {0, 1, 2}, said.err
    assert_harmless(said.out.split("\n"))
    assert_harmless(said.err.split("\n"))
    assert "Traceback" not in said.err


def test_I1_every_command_is_tried() -> None:
    assert set(COMMANDS) == set(HOME)


def test_I1_what_is_printed_is_all_there(archive: Shell, tmp_path: Path) -> None:
    shown = run(archive, "vis", ("MØTE",), tmp_path).out
    for payload in PAYLOADS:
        assert clean(marked(payload)).replace("\n", " ").split()[0] in shown or not payload.strip()


def test_I1_json_is_read_by_other_programs_and_as_harmless_to_them(archive: Shell) -> None:
    told = archive("tiltak", "--json").json
    assert len(told) >= len(PAYLOADS)
    for one in told:
        assert_harmless([one["what"]])


@pytest.mark.parametrize("words", [["\x1b[2J"], ["liste", "--\x1b]0;PWN\x07"], ["liste", "--mappe", "MAPPE"]])
def test_I1_what_was_typed_is_told_back_harmlessly(words: list[str], tmp_path: Path) -> None:
    folder = str(tmp_path / "\x1b[2J")
    said = Shell(tmp_path)(*(folder if word == "MAPPE" else word for word in words))
    assert said.err
    assert_harmless(said.err.split("\n"))
    assert_harmless(said.out.split("\n"))
