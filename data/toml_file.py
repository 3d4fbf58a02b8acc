"""A TOML file of the user's or our own, read with words for what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from data.language import _
from data.table import TableError

_LINE_NUMBER = re.compile(r"at line (\d+)")


def read_toml(file: Path) -> dict[str, Any]:
    """Give what stands in a file; a byte order mark from Windows is let go.

    Raises TableError for what cannot be read as TOML. A file that is not there is for the caller,
    who may have another folder to look in, or not need it.
    """
    import tomllib  # noqa: PLC0415 - home without settings starts without the parser

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        raise
    except OSError:
        raise TableError(_("Filen kan ikke leses.")) from None
    except UnicodeDecodeError:
        raise TableError(_("Filen er ikke skrevet i UTF-8.")) from None
    except (ValueError, RecursionError) as error:
        raise TableError(_where(str(error)) + _("Dette er ikke gyldig TOML.")) from None


def _where(error: str) -> str:
    """Give the line that an error of the parser names, "" when it names none."""
    if line := _LINE_NUMBER.search(error):
        return _("linje {line}: ").format(line=line[1])
    return _("siste linje: ") if "end of document" in error else ""
