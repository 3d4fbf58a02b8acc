"""malstyrt sjekk: what referats lack or should not hold."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from data.errors import UnreadableError
from data.language import _
from tui.commands.command import Command
from tui.commands.output import put, put_json, say, tell
from tui.commands.parser import Parser, needed
from tui.commands.world import World

if TYPE_CHECKING:
    from data.structure import Structure, StructureError

NOTHING_MISSING = 0
MISSING = 1
UNREADABLE = 2

Found = dict[str, Any]
"""A finding: rule, severity, field, line, message, source, and which file."""


class Checked(NamedTuple):
    """What was found in one file, and the exit status it gives."""

    found: list[Found]
    status: int


class Check(Command):
    """Print what is missing in some documents, and what is worth a thought."""

    name = "sjekk"

    @property
    def help(self) -> str:
        """What it does, in a few words."""
        return _("si hva et referat mangler")

    def arguments(self, parser: Parser) -> None:
        """Take files, and the form of the answer."""
        parser.add_argument("files", nargs="*", metavar=_("FIL"), help=_("filene"))
        parser.add_argument("--json", action="store_true", help=_("som JSON, for andre programmer"))

    def run(self, given: Namespace, world: World) -> int:
        """Check every file; the status is that of the worst."""
        needed(given.files, _("Hvilke filer skal sjekkes?"))
        structures = cache(partial(_structure, world))
        checked = [_check(path, structures) for path in given.files]
        found = [one for each in checked for one in each.found]
        if given.json:
            put_json(found if len(given.files) > 1 else [_without_file(one) for one in found])
        else:
            put(_in_words(one) for one in found)
        return max(each.status for each in checked)


def _structure(world: World, name: str) -> tuple[Structure, StructureError | None]:
    """Give the structure of a name, or the default one with what is wrong with it."""
    from data.structure import load_or_default  # noqa: PLC0415 - only where a file is checked

    return load_or_default(name, (world.locations.structures,))


def _check(path: str, structures: Callable[[str], tuple[Structure, StructureError | None]]) -> Checked:
    """Check one file; what cannot be read is told, and the others go on."""
    from data.checks import as_json, findings  # noqa: PLC0415 - loads the models
    from data.opening import open_document  # noqa: PLC0415 - loads the models

    try:
        reading = open_document(Path(path))
    except UnreadableError as error:
        tell(error)
        return Checked([], UNREADABLE)
    for problem in reading.problems:
        say(f"{path}:{problem.line}: {problem.message}")
    structure, mistake = structures(reading.meeting.structure)
    if mistake is not None:
        say(f"{path}: {mistake.message}")
    asked = findings(reading.meeting, structure)
    found = [{**one, "file": path} for one in as_json(asked, reading.lines)]
    missing = any(one["severity"] == "missing" for one in found)
    return Checked(found, MISSING if missing else NOTHING_MISSING)


def _without_file(found: Found) -> Found:
    return {name: value for name, value in found.items() if name != "file"}


def _in_words(found: Found) -> str:
    severity = _("mangler") if found["severity"] == "missing" else _("vurder")
    return f"{found['file']}:{found['line']}: {severity}: {found['message']} ({found['source']})"
