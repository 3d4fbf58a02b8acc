"""A TOML file of the user's or our own, read with words for all that is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from data.language import _
from data.table import Mistake, Mistakes, TableError, TableReader

if TYPE_CHECKING:
    from data.toml_lines import Apart

_LINE_NUMBER = re.compile(r"at line (\d+)")


def read_toml(file: Path) -> TableReader:
    """Give a reader of what stands in a file; a byte order mark from Windows is let go.

    What is no TOML is left out and noted, so that all the mistakes of a file are told at once. Raises
    TableError for a file that cannot be read at all. A file that is not there is for the caller,
    who may have another folder to look in, or not need it.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        raise
    except OSError:
        raise TableError([Mistake(0, "", _("Filen kan ikke leses."))]) from None
    except UnicodeDecodeError:
        message = _("Filen er ikke skrevet i UTF-8. Lagre den på nytt med den tegnkodingen.")
        raise TableError([Mistake(0, "", message)]) from None
    return read_toml_text(text)


def read_toml_text(text: str) -> TableReader:
    """Give a reader of TOML, as `read_toml` does."""
    import tomllib  # noqa: PLC0415 - home without settings starts without the parser

    try:
        return TableReader(tomllib.loads(text), Mistakes(lambda: _apart(text).lines))
    except (ValueError, RecursionError):
        apart = _apart(text)
    try:
        return TableReader(tomllib.loads(apart.text), apart.mistakes)
    except (ValueError, RecursionError) as error:
        line = _LINE_NUMBER.search(str(error))
        mistake = Mistake(int(line[1]) if line else 0, "", _("Dette er ikke gyldig TOML."))
        raise TableError([*apart.mistakes, mistake]) from None


def _apart(text: str) -> Apart:
    from data.toml_lines import Apart  # noqa: PLC0415 - most files have nothing wrong in them

    return Apart(text)
