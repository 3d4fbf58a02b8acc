"""What commands print: data to standard output, the rest to standard error, all of it cleaned."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import Any, TextIO

from data.clean import clean
from data.errors import MalstyrtError, UnreadableError

_UNPRINTABLE = re.compile(r"[^\n\x20-\x7e\xa1-\xac\xae-\u02ff]")
"""What JSON text may not show as it stands; most text has none of it."""


def put(lines: Iterable[str]) -> None:
    """Print lines of data, cleaned."""
    for line in lines:
        _write(sys.stdout, f"{clean(line)}\n")


def put_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Print a value as JSON, exact: what cannot be shown safely is escaped, not replaced."""
    import json  # noqa: PLC0415 - only where JSON is asked for

    text = _UNPRINTABLE.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=1))
    if not _has_letters_for(sys.stdout, text):
        text = json.dumps(value, indent=1)
    _write(sys.stdout, f"{text}\n")


def say(words: str) -> None:
    """Say something that is no data, cleaned, on standard error."""
    _write(sys.stderr, f"{clean(words)}\n")


def count_up(words: str, *, last: bool) -> None:
    """Show how far something long has come, on one line that is gone at the end; in a terminal alone."""
    if sys.stderr.isatty():
        blank = " " * len(words)
        _write(sys.stderr, f"\r{blank}\r" if last else f"\r{clean(words)}")
        sys.stderr.flush()


def tell(error: MalstyrtError) -> None:
    """Say what went wrong, with the file and the line where it has them."""
    place = ""
    if isinstance(error, UnreadableError) and error.source:
        place = f"{error.source}:{error.line}: " if error.line else f"{error.source}: "
    say(f"{place}{error.title}: {error.message}")


def _write(file: TextIO, text: str) -> None:
    """Write in the terminal's own letters, with a sign for those it does not have."""
    encoding = file.encoding or "utf-8"
    file.write(text.encode(encoding, "replace").decode(encoding))


def _has_letters_for(file: TextIO, text: str) -> bool:
    try:
        text.encode(file.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _escaped(found: re.Match[str]) -> str:
    """Give a character as JSON escapes it, unless it can be shown."""
    character = found[0]
    if character.isprintable():
        return character
    import json  # noqa: PLC0415 - loaded by put_json already

    return json.dumps(character)[1:-1]
