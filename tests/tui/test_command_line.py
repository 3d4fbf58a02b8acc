"""The command line: data on standard output, words on standard error, and an exit status to trust."""

from __future__ import annotations

import gc
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest

from data.groups import create_group
from data.locations import locate
from data.markdown import write
from data.meeting import Meeting, Status
from tests.data.complete_meeting import DAY, complete_meeting
from tests.data.sample_group import SAMPLE_GROUP
from tui import main, safety

ROOT = Path(main.__file__).parents[1]
CALL = "import sys; from tui.main import run; sys.exit(run())"
ENGLISH = re.compile(
    r"usage|options|positional|arguments|show this|required|invalid|error|default", re.IGNORECASE
)


class Said(NamedTuple):
    """What a command printed, and its exit status."""

    out: str
    err: str
    status: int

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever JSON can hold
        return json.loads(self.out)


class Shell(NamedTuple):
    """A shell with a home of its own, and no terminal."""

    home: Path

    def __call__(self, *words: str | Path, **environment: str) -> Said:
        done = subprocess.run(
            [sys.executable, "-c", CALL, *map(str, words)],
            env={**os.environ, "MALSTYRT_HOME": str(self.home), **environment},
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return Said(
            done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"), done.returncode
        )


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "hjem")


@pytest.fixture
def complete(tmp_path: Path) -> Path:
    return put(tmp_path / "helt.md", complete_meeting())


@pytest.fixture
def lacking(tmp_path: Path) -> Path:
    return put(tmp_path / "mangler.md", complete_meeting().having({"minute_taker": ""}))


def put(path: Path, meeting: Meeting) -> Path:
    path.write_text(write(meeting), encoding="utf-8")
    return path


def archived(shell: Shell, meeting: Meeting, name: str = "m.md") -> Path:
    folder = locate({}, shell.home).group(meeting.group)
    folder.mkdir(parents=True, exist_ok=True)
    return put(folder / name, meeting)


# Help


@pytest.mark.parametrize("command", ["", "demo", "ny", "mote", "liste", "vis", "sjekk"])
def test_help_is_in_norwegian_and_on_standard_output(shell: Shell, command: str) -> None:
    said = shell(*command.split(), "--hjelp")
    assert said.status == 0
    assert said.out.startswith("bruk: malstyrt")
    assert "Valg:" in said.out
    assert not ENGLISH.search(said.out)
    assert said.err == ""


def test_every_command_stands_in_the_help(shell: Shell) -> None:
    said = shell("-h")
    for command in ("demo", "ny", "mote", "liste", "vis", "sjekk", "--mappe", "--versjon"):
        assert re.search(rf"^  +{command}\b", said.out, re.MULTILINE)


def test_the_version_is_told(shell: Shell) -> None:
    assert re.fullmatch(r"malstyrt \d+\.\d+\.\d+\n", shell("--versjon").out)


@pytest.mark.parametrize(
    "words",
    [
        "finnes-ikke",
        "liste --ukjent",
        "liste --mappe",
        "ny",
        "vis",
        "sjekk",
        "--json",
        "liste ekstra",
        "mote a b",
    ],
)
def test_what_is_not_understood_is_told_in_norwegian(shell: Shell, words: str) -> None:
    said = shell(*words.split())
    assert said.status == 2
    assert said.out == ""
    assert said.err.startswith("Forstår ikke: ")
    assert "--hjelp" in said.err
    assert not ENGLISH.search(said.err)


# The archive


def test_an_empty_archive_is_an_empty_list(shell: Shell) -> None:
    assert shell("liste", "--json").json == []
    said = shell("liste")
    assert (said.out, said.status) == ("", 0)
    assert "Ingen møter" in said.err


@pytest.mark.parametrize("words", [("--status", "godkjent"), ("--slag", "fag"), ("--år", "1999")])
def test_an_archive_with_nothing_of_what_was_asked_for_is_not_called_empty(
    shell: Shell, words: tuple[str, ...]
) -> None:
    archived(shell, complete_meeting())
    said = shell("liste", *words)
    assert (said.out, said.err, said.status) == ("", "Ingen slike møter.\n", 0)


@pytest.mark.parametrize("command", [("liste",), ("sok", "mål")])
@pytest.mark.parametrize(
    ("words", "there"),
    [
        (("--gruppe", "TULL"), "Ingen gruppe heter TULL. Disse finnes: SOL-7."),
        (
            ("--status", "tull"),
            "innkalling, utkast, referat, til merknad, lest opp, godkjent og kan ikke leses",
        ),
        (("--slag", "tull"), "samarbeidsmøte, ansvarsgruppemøte, fagmøte, veiledningsmøte, tverrfaglig"),
    ],
)
def test_what_does_not_exist_at_all_is_told_with_what_does(
    shell: Shell, command: tuple[str, ...], words: tuple[str, ...], there: str
) -> None:
    archived(shell, complete_meeting())
    said = shell(*command, *words)
    assert (said.out, said.status) == ("", 2)
    assert there in said.err


def test_the_list_tells_what_other_programs_need(shell: Shell) -> None:
    path = archived(shell, complete_meeting())
    said = shell("liste", "--json")
    assert said.status == 0
    assert said.json == [
        {
            "id": "sol-7-2026-11-24",
            "group": "SOL-7",
            "kind": "samarbeidsmøte",
            "date": DAY.isoformat(),
            "status": "utkast",
            "path": str(path),
        }
    ]


def test_a_date_that_is_not_known_is_null(shell: Shell) -> None:
    archived(shell, Meeting(id="a", group="SOL-7"))
    assert shell("liste", "--json").json[0]["date"] is None
    assert shell("liste").out.startswith("uten dato  innkalling  SOL-7")


def test_a_file_that_cannot_be_read_is_listed(shell: Shell) -> None:
    path = archived(shell, complete_meeting())
    path.write_bytes(b"\0")
    assert [one["status"] for one in shell("liste", "--json").json] == ["kan ikke leses"]


def test_the_folder_can_be_named_before_and_after_the_command(shell: Shell, tmp_path: Path) -> None:
    archived(Shell(tmp_path / "annen"), complete_meeting())
    for words in (("--mappe", tmp_path / "annen", "liste"), ("liste", "--mappe", tmp_path / "annen")):
        assert "sol-7-2026-11-24" in shell(*words).out
    assert shell("liste").out == ""


def test_a_document_is_shown_by_id_and_by_file(shell: Shell) -> None:
    path = archived(shell, complete_meeting())
    assert shell("vis", "sol-7-2026-11-24").out == path.read_text(encoding="utf-8")
    assert shell("vis", path).out == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("status", [Status.REFERAT, Status.TIL_MERKNAD, Status.LEST_OPP, Status.GODKJENT])
def test_a_finished_referat_is_shown_where_there_is_a_screen(shell: Shell, status: Status) -> None:
    archived(shell, complete_meeting().having({"status": status}))
    said = shell("vis", "sol-7-2026-11-24", "--skjerm")
    assert said.err.startswith("Ingen skjerm å vise på: ")


def test_what_is_no_finished_referat_is_told_before_there_is_a_screen(shell: Shell, tmp_path: Path) -> None:
    going_on = archived(shell, complete_meeting())
    invited = put(tmp_path / "innkalling.md", Meeting(id="a", group="SOL-7"))
    group = create_group(locate({}, shell.home), SAMPLE_GROUP)
    empty = tmp_path / "tom.md"
    empty.touch()
    for file in (going_on, invited, group, empty, tmp_path, tmp_path / "skrivefeil.md"):
        said = shell("vis", file, "--skjerm")
        assert (said.out, said.status, said.err.count("\n")) == ("", 2, 1)
        assert str(file) in said.err
        assert "Ingen skjerm" not in said.err
    assert "«malstyrt mote»" in shell("vis", going_on, "--skjerm").err


@pytest.mark.parametrize("command", ["vis", "mote"])
def test_a_meeting_that_is_not_there_is_told(shell: Shell, command: str) -> None:
    said = shell(command, "finnes-ikke")
    assert (said.out, said.status) == ("", 2)
    assert said.err.count("\n") == 1


def test_nothing_that_acts_on_a_terminal_is_printed(shell: Shell) -> None:
    path = archived(shell, complete_meeting(), "\x1b[2J\x9b.md")
    path.write_bytes(path.read_bytes() + "\n\x1b]52;c;b\x07 \u202e\x9b[2J \x1b\n".encode())
    for words in (
        ("liste",),
        ("liste", "--json"),
        ("vis", path),
        ("sjekk", path),
        ("sjekk", "--json", path, path),
    ):
        said = shell(*words)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said.out + said.err), words
    assert shell("liste", "--json").json[0]["path"] == str(path)


def test_a_file_name_that_is_no_text_can_be_used_again(shell: Shell) -> None:
    path = archived(shell, complete_meeting())
    odd = os.fsencode(path.parent) + b"/p\xe5l.md"
    path.rename(os.fsdecode(odd))
    said = shell("liste", "--json")
    assert os.fsencode(said.json[0]["path"]) == odd
    assert shell("liste").status == 0


# Preparing


def test_a_new_meeting_is_made_from_a_referat_and_its_path_printed(shell: Shell, complete: Path) -> None:
    said = shell("ny", "--fra", complete)
    assert (said.status, said.err) == (0, "")
    made = Path(said.out.removesuffix("\n"))
    assert made.is_relative_to(shell.home / "data" / "grupper" / "sol-7")
    assert [one["path"] for one in shell("liste", "--json").json] == [str(made)]


def test_a_new_meeting_can_have_another_group(shell: Shell, complete: Path) -> None:
    shell("ny", "--fra", complete, "--gruppe", "MÅNE-2")
    assert shell("liste", "--json").json[0]["group"] == "MÅNE-2"


@pytest.mark.parametrize("text", ["", "# Handleliste\n"])
def test_nothing_is_made_from_what_is_no_meeting(shell: Shell, tmp_path: Path, text: str) -> None:
    path = tmp_path / "annet.md"
    path.write_text(text, encoding="utf-8")
    said = shell("ny", "--fra", path)
    assert (said.out, said.status) == ("", 2)
    assert said.err.startswith(f"{path}:1: ")


# Checking


def test_a_complete_referat_lacks_nothing(shell: Shell, complete: Path) -> None:
    said = shell("sjekk", "--json", complete)
    assert (said.json, said.err, said.status) == ([], "", 0)


def test_what_is_missing_is_told_with_its_place(shell: Shell, lacking: Path) -> None:
    said = shell("sjekk", "--json", lacking)
    assert said.status == 1
    (found,) = said.json
    assert list(found)[:6] == ["rule", "severity", "field", "line", "message", "source"]
    assert found["kind"] == "required"
    assert (found["severity"], found["field"]) == ("missing", "minute_taker")
    assert found["line"] >= 1


def test_words_are_told_with_the_line_they_stand_on(shell: Shell, tmp_path: Path) -> None:
    said = "Alt er i orden.\nMan er enig.\n\nPauser, f.eks. etter lunsj."
    path = put(tmp_path / "ord.md", complete_meeting().having({"summary": said}))
    lines = path.read_text(encoding="utf-8").splitlines()
    found = {one["rule"]: one for one in shell("sjekk", "--json", path).json}
    assert lines[found["language.man"]["line"] - 1].startswith("Man er enig.")
    assert lines[found["language.abbreviations"]["line"] - 1].startswith("Pauser, f.eks.")
    assert found["language.abbreviations"]["proposal"] == "for eksempel"
    assert said[slice(*(found["language.man"][end] for end in ("start", "end")))] == "Man"


def test_what_is_missing_is_told_in_words_with_file_and_line(shell: Shell, lacking: Path) -> None:
    said = shell("sjekk", lacking)
    assert said.status == 1
    assert re.fullmatch(rf"{re.escape(str(lacking))}:\d+: mangler: .+\(.+\)\n", said.out)


def test_what_is_only_worth_a_thought_is_no_fault(shell: Shell, tmp_path: Path) -> None:
    path = put(tmp_path / "vurder.md", complete_meeting().having({"evaluations": ()}))
    said = shell("sjekk", "--json", path)
    assert {one["severity"] for one in said.json} == {"consider"}
    assert said.status == 0


def test_several_files_are_told_apart(shell: Shell, complete: Path, lacking: Path) -> None:
    said = shell("sjekk", "--json", complete, lacking, lacking)
    assert [one["file"] for one in said.json] == [str(lacking), str(lacking)]
    assert said.status == 1


@pytest.mark.parametrize("text", ["", "# Handleliste\n"])
def test_what_cannot_be_read_is_told_with_file_line_and_what_was_expected(
    shell: Shell, tmp_path: Path, lacking: Path, text: str
) -> None:
    path = tmp_path / "annet.md"
    path.write_text(text, encoding="utf-8")
    said = shell("sjekk", "--json", path, lacking)
    assert said.status == 2
    assert len(said.json) == 1, "the others are checked all the same"
    assert said.err.startswith(f"{path}:1: ")
    assert "Ventet" in said.err


def test_a_missing_file_a_folder_and_a_pipe_are_told(shell: Shell, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rør.md")
    for path in (tmp_path / "borte.md", tmp_path, tmp_path / "rør.md"):
        said = shell("sjekk", path)
        assert (said.out, said.status) == ("", 2)
        assert said.err.startswith(f"{path}: ")


def test_what_was_not_understood_in_a_file_is_told_with_its_line(shell: Shell, complete: Path) -> None:
    text = complete.read_text(encoding="utf-8").replace("tirsdag 24. november 2026", "snart", 1)
    complete.write_text(text, encoding="utf-8")
    said = shell("sjekk", complete)
    line = text[: text.index("snart")].count("\n") + 1
    assert f"{complete}:{line}: " in said.err


def test_a_referat_is_held_to_the_rules_that_are_asked_for(shell: Shell, complete: Path) -> None:
    said = shell("sjekk", "--json", "--profil", "kafjord", complete)
    assert said.status == 1
    missing = {one["rule"]: one["source"] for one in said.json if one["severity"] == "missing"}
    assert set(missing) == {"tiltak.start", "tiltak.evaluated"}
    assert set(missing.values()) == {"Kåfjord: veileder for ansvarsgrupper (utkast 2024)"}


def test_a_referat_is_held_to_the_rules_of_its_group(shell: Shell, complete: Path) -> None:
    complete.with_name("gruppe.md").write_text(
        '---\nmalstyrt: "1"\ngruppe: "sol-7"\nprofil: "ilag"\n---\n\n# Ansvarsgruppe: SOL-7\n', "utf-8"
    )
    said = shell("sjekk", "--json", complete)
    assert [one["rule"] for one in said.json if one["severity"] == "missing"] == ["copies.settled"]


def test_a_profile_that_is_not_there_is_told_with_those_there_are(shell: Shell, complete: Path) -> None:
    said = shell("sjekk", "--profil", "oslo", complete)
    assert (said.out, said.status) == ("", 2)
    assert "bti, ilag, kafjord, noytral, sel" in said.err


def test_a_profile_of_ones_own_is_checked_and_all_its_mistakes_are_told(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "vaar.toml"
    file.write_text('tittel = Vår\n\n[[krav]]\ndeler = ["sted", "tdi"]\n', "utf-8")
    said = shell("sjekk", file)
    assert said.status == 1
    told = [line.removeprefix(f"{file}:").partition(": Der står")[0] for line in said.out.splitlines()]
    assert told == ["1: tittel", "1: varsel", "3: krav 1, kilde", "3: krav 1, sjekket", "4: krav 1, deler"]
    assert [one["line"] for one in shell("sjekk", "--json", file).json] == [1, 1, 3, 3, 4]


def test_a_profile_in_which_all_is_right_is_checked_without_a_word(shell: Shell) -> None:
    said = shell("sjekk", ROOT / "data" / "profiles" / "kafjord.toml")
    assert (said.out, said.err, said.status) == ("", "", 0)


@pytest.mark.parametrize("name", ["var-kommune", "var-kommune.toml"])
def test_rules_of_ones_own_are_found_by_their_name_wherever_one_stands(shell: Shell, name: str) -> None:
    config = locate({}, shell.home).config
    for folder, text in (("profiler", 'tittel = "Vår"'), ("strukturer", 'titel = "Vårt"')):
        (config / folder).mkdir(parents=True, mode=0o700)
        (config / folder / "var-kommune.toml").write_text(text, "utf-8")

    said = shell("sjekk", name)

    told = [line.partition(": Der står")[0] for line in said.out.splitlines()]
    assert f"{config}/profiler/var-kommune.toml:1: krav" in told
    assert f"{config}/strukturer/var-kommune.toml:1: titel" in told
    assert "Mente du «tittel»?" in said.out
    assert said.status == 1


def test_a_file_that_is_there_goes_before_rules_of_ones_own(shell: Shell) -> None:
    profiles = locate({}, shell.home).profiles
    profiles.mkdir(parents=True, mode=0o700)
    (profiles / "sel.toml").write_text("", "utf-8")

    assert shell("sjekk", ROOT / "data" / "profiles" / "sel.toml").out == ""
    assert shell("sjekk", "sel").out.startswith(f"{profiles}/sel.toml:1: tittel")
    assert shell("sjekk", "borte").status == 2


def test_no_file_is_touched_by_checking(shell: Shell, complete: Path) -> None:
    before = (complete.read_bytes(), complete.stat().st_mtime_ns)
    shell("sjekk", complete)
    assert (complete.read_bytes(), complete.stat().st_mtime_ns) == before
    assert not shell.home.exists()


# Where there is no screen


@pytest.mark.parametrize("words", ["", "demo", "mote"])
def test_without_a_terminal_the_screen_commands_say_so(shell: Shell, words: str) -> None:
    said = shell(*words.split())
    assert (said.out, said.status) == ("", 2)
    assert "terminal" in said.err
    assert not shell.home.exists()


# The edge


def test_a_reader_that_goes_away_is_no_fault(shell: Shell, tmp_path: Path) -> None:
    path = put(tmp_path / "langt.md", Meeting(id="a", group="SOL-7", purpose="ord\n" * 200_000))
    listing = subprocess.Popen(
        [sys.executable, "-c", CALL, "vis", str(path)],
        cwd=ROOT,
        env={**os.environ, "MALSTYRT_HOME": str(shell.home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert listing.stdout
    assert listing.stderr
    listing.stdout.read(10)
    listing.stdout.close()
    assert listing.stderr.read() == b""
    listing.stderr.close()
    assert listing.wait() == main.NOBODY_READS


def test_letters_the_terminal_lacks_stop_nothing(shell: Shell) -> None:
    archived(shell, complete_meeting().having({"status": Status.LEST_OPP}))
    said = shell("liste", PYTHONIOENCODING="ascii")
    assert said.status == 0
    assert "samarbeidsm?te" in said.out
    listed = shell("liste", "--json", PYTHONIOENCODING="ascii")
    assert listed.json[0]["kind"] == "samarbeidsmøte"


def test_a_folder_that_others_can_read_is_not_used_before_it_is_closed(shell: Shell) -> None:
    archived(shell, complete_meeting().having({"status": Status.LEST_OPP}))
    (shell.home / "data").chmod(0o755)

    refused = shell("liste")

    assert (refused.status, refused.out) == (2, "")
    command = refused.err.partition("start på nytt: ")[2]
    subprocess.run(command, shell=True, check=True)  # noqa: S602 - as the user is told to
    assert "samarbeidsmøte" in shell("liste").out


@pytest.fixture
def quiet_process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the program run within this process, and leave it as it was."""
    monkeypatch.setattr(safety, "prepare", lambda: None)
    yield
    gc.enable()


def raising(error: BaseException) -> object:
    def run(_words: list[str]) -> NoReturn:
        raise error

    return run


@pytest.mark.usefixtures("quiet_process")
def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(main, "_run", raising(KeyboardInterrupt()))
    assert main.run() == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("quiet_process")
def test_a_mistake_of_our_own_is_told_without_a_value(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(main, "_run", raising(ZeroDivisionError("Per Prøve")))
    assert main.run() == 70
    told = capsys.readouterr()
    assert told.out == ""
    assert "ZeroDivisionError" in told.err
    assert "Per" not in told.err
    assert "Traceback" not in told.err
