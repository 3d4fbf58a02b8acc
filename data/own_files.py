"""The files of rules that users write themselves: begun from one of ours, and checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from data.errors import MalstyrtError
from data.files import read_bytes, write_new
from data.language import _
from data.profile import Profile
from data.profile_file import read_profile
from data.role_cards import read_card
from data.structure import choices, read_structure
from data.table import Mistake, TableError

SUFFIX = ".toml"
"""What the name of such a file ends with."""


def _read_profile(file: Path) -> Profile:
    """Read a profile that lies among the user's own, beside the structures that it may name."""
    beside = file.absolute().parent.parent / "strukturer"
    return read_profile(file, structures=[one.name for one in choices([beside])])


READERS: dict[str, Callable[[Path], object]] = {
    "profiler": _read_profile,
    "strukturer": read_structure,
    "rollekort": read_card,
}
"""What reads a file, by the name of the folder that it belongs in."""

STARTS = Path(__file__).parent / "starts"
"""The folder of what users begin from: a file for each of theirs, by the name of the folder."""

_NAME = re.compile(r"[\wæøå][\wæøå-]{0,39}", re.ASCII)
_A_STEP = re.compile(rb"^\s*\[\[\s*steg\s*\]\]", re.MULTILINE)


def begin(folder: Path, name: str) -> Path:
    """Put a commented file to begin from in a folder of the user's, and give its path.

    Raises MalstyrtError for a name that such a file cannot have, NotSavedError where there is one already
    or it cannot be written.
    """
    if not _NAME.fullmatch(name):
        raise MalstyrtError(_("Velg et annet navn"), _("Bruk små bokstaver, tall og bindestrek: vart-mote."))
    file = folder / f"{name}{SUFFIX}"
    if file.exists():
        message = _("{name} finnes alt, og er ikke rørt. Velg et annet navn.")
        raise MalstyrtError(_("Ikke lagret"), message.format(name=file.name))
    write_new(file, (STARTS / f"{folder.name}{SUFFIX}").read_bytes())
    return file


def named(name: str, folders: Iterable[Path]) -> list[Path]:
    """Give the files of the user's own that a name is for, without its folder, with `.toml` or not."""
    files = (file for folder in folders for file in sorted(folder.glob(f"*{SUFFIX}")))
    return [file for file in files if name in {file.name, file.stem}]


def mistakes(file: Path) -> tuple[Mistake, ...]:
    """Give all that is wrong in a file: where its folder says nothing else, a structure has steps.

    Raises UnreadableError for one that is not there or no file at all.
    """
    otherwise = read_structure if _A_STEP.search(read_bytes(file)) else read_profile
    read = READERS.get(file.absolute().parent.name, otherwise)
    try:
        read(file)
    except TableError as error:
        return error.mistakes
    return ()
