"""malstyrt sjekk: what referats lack or should not hold, and what is wrong in rules of one's own."""

from __future__ import annotations

from argparse import Namespace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from data.errors import UnreadableError
from data.language import _
from tui.commands.command import Command
from tui.commands.output import put, put_json, say, tell
from tui.commands.parser import Parser, needed
from tui.commands.world import World

if TYPE_CHECKING:
    from data.profile import Profile
    from data.structure import Structure, StructureError

NOTHING_MISSING = 0
MISSING = 1
UNREADABLE = 2

RULES_FILE = "toml"
"""The rule that a file of rules can be read by."""

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
        return _("si hva et referat mangler, eller hva som er feil i en egen mal eller profil")

    def arguments(self, parser: Parser) -> None:
        """Take files, and the form of the answer."""
        parser.add_argument("files", nargs="*", metavar=_("FIL"), help=_("filene"))
        parser.add_argument(
            "--profil",
            metavar=_("NAVN"),
            default="",
            help=_("etter denne kommunens regler, ikke gruppens"),
        )
        parser.add_argument("--json", action="store_true", help=_("som JSON, for andre programmer"))

    def run(self, given: Namespace, world: World) -> int:
        """Check every file; the status is that of the worst."""
        needed(given.files, _("Hvilke filer skal sjekkes?"))
        checking = _Checking(world, given.profil)
        checked = [checking.check(path) for name in given.files for path in checking.meant(name)]
        found = [one for each in checked for one in each.found]
        if given.json:
            put_json(found if len(checked) > 1 else [_without_file(one) for one in found])
        else:
            put(_in_words(one) for one in found)
        return max(each.status for each in checked)


class _Checking:
    """Checks files: documents by their group's profile or one that is asked for, rules by what they are."""

    def __init__(self, world: World, profile: str) -> None:
        """Take the name of a profile, "" for each group's own. Raises ProfileError for one not to be used."""
        from data.governing import Profiles  # noqa: PLC0415 - loads the models

        self._world = world
        self._profiles = Profiles(world.locations)
        self._asked_for = self._profiles.exactly(profile) if profile else None
        self._structure = cache(self._read_structure)

    def meant(self, name: str) -> list[str]:
        """Give the files that a name is for: one that is there, else the rules of one's own called that."""
        from data.own_files import named  # noqa: PLC0415 - loads the models

        locations = self._world.locations
        own = named(name, (locations.profiles, locations.structures, locations.role_cards))
        return [name] if not own or Path(name).exists() else [str(file) for file in own]

    def check(self, path: str) -> Checked:
        """Check one file; what cannot be read is told, and the others go on."""
        from data.own_files import SUFFIX  # noqa: PLC0415 - loads the models

        try:
            return self._rules(path) if path.endswith(SUFFIX) else self._document(path)
        except UnreadableError as error:
            tell(error)
            return Checked([], UNREADABLE)

    def _document(self, path: str) -> Checked:
        """Check a document: what it lacks, and what it should not hold. Raises UnreadableError."""
        from data.checks import as_json, findings  # noqa: PLC0415 - loads the models
        from data.checks.lines import line_of_words  # noqa: PLC0415 - the same
        from data.opening import open_document  # noqa: PLC0415 - the same

        reading = open_document(Path(path))
        for problem in reading.problems:
            say(f"{path}:{problem.line}: {problem.message}")
        structure, mistake = self._structure(reading.meeting.structure)
        if mistake is not None:
            say(f"{path}: {mistake.message}")
        asked = findings(reading.meeting, structure, self._profile(path))
        page = _page(path) if any(each.words for each in asked) else ()
        found = [
            {
                **one,
                "line": line_of_words(each, reading.meeting, page, reading.line(each.field)),
                "file": path,
            }
            for each, one in zip(asked, as_json(asked, reading.lines), strict=True)
        ]
        missing = any(one["severity"] == "missing" for one in found)
        return Checked(found, MISSING if missing else NOTHING_MISSING)

    def _read_structure(self, name: str) -> tuple[Structure, StructureError | None]:
        """Give the structure of a name, or the default one with what is wrong with it."""
        from data.structure import load_or_default  # noqa: PLC0415 - only where a document is checked

        return load_or_default(name, (self._world.locations.structures,))

    def _profile(self, path: str) -> Profile:
        """Give the rules that a document is held to; those that cannot be used are told of, once."""
        if self._asked_for is not None:
            return self._asked_for
        told = len(self._profiles.mistakes)
        profile = self._profiles.beside(Path(path))
        for mistake in self._profiles.mistakes[told:]:
            tell(mistake)
        return profile

    def _rules(self, path: str) -> Checked:
        """Check a file of rules. Raises UnreadableError."""
        from data.own_files import mistakes  # noqa: PLC0415 - loads the models

        found: list[Found] = [
            {
                "rule": RULES_FILE,
                "severity": "missing",
                "field": one.key,
                "line": max(1, one.line),
                "message": str(one),
                "source": path,
                "kind": "file",
                "file": path,
            }
            for one in mistakes(Path(path))
        ]
        return Checked(found, MISSING if found else NOTHING_MISSING)


def _page(path: str) -> list[str]:
    """Give the lines of a file that could be read."""
    return Path(path).read_text(encoding="utf-8", errors="replace").splitlines()


def _without_file(found: Found) -> Found:
    return {name: value for name, value in found.items() if name != "file"}


def _in_words(found: Found) -> str:
    if found["rule"] == RULES_FILE:
        return f"{found['file']}:{found['line']}: {found['message']}"
    kinds = {"language": _("språk"), "privacy": _("privat")}
    thought = kinds.get(found.get("kind", ""), _("vurder"))
    severity = _("mangler") if found["severity"] == "missing" else thought
    return f"{found['file']}:{found['line']}: {severity}: {found['message']} ({found['source']})"
