"""Every path the program uses, from one root or from the system's own folders."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

SLUG_BYTES = 60
"""Bytes of a file name made from people's words; file systems take 255, with room for the rest."""

GROUPS = "grupper"
"""The name of the folder with a folder per group."""

UNGROUPED = "uten-gruppe"
"""The name of the folder of meetings without a group, whoever they are for."""

GROUP_FILE = "gruppe.md"
"""The name of a group's own file, in its folder."""

LEADERS_BOOK = "leder.json"
"""The name of the file of what the leader alone keeps between meetings."""

_NOT_IN_NAMES = re.compile(r"[^a-z0-9æøå]+")
_BETWEEN = re.compile(r"[\s_./,\-‐‑–—]+")
_PLAIN_NAME = re.compile(r"[a-z0-9æøå-]+")
_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "þ": "th", "ł": "l", "œ": "oe"})
_PLAIN_ID = re.compile(r"[a-z0-9æøå-]{1,80}")


class Locations(NamedTuple):
    """Where things lie. Nothing here makes a folder; whoever writes does."""

    data: Path
    state: Path
    cache: Path
    config: Path

    @property
    def groups(self) -> Path:
        """The folder with a folder per group."""
        return self.data / GROUPS

    @property
    def journals(self) -> Path:
        """The folder with a journal per meeting."""
        return self.state / "moter"

    @property
    def leaders_book(self) -> Path:
        """The file of what the leader alone keeps between meetings."""
        return self.state / LEADERS_BOOK

    @property
    def structures(self) -> Path:
        """The user's own structures."""
        return self.config / "strukturer"

    @property
    def profiles(self) -> Path:
        """The user's own profiles."""
        return self.config / "profiler"

    @property
    def role_cards(self) -> Path:
        """The user's own role cards."""
        return self.config / "rollekort"

    @property
    def settings(self) -> Path:
        """The user's own settings."""
        return self.config / "config.toml"

    @property
    def search_index(self) -> Path:
        """The index over the documents: derived, and safe to delete."""
        return self.cache / "indeks.db"

    def group(self, alias: str) -> Path:
        """Give the folder that an alias names, as it stands there if it does; UNGROUPED for no alias."""
        return _standing(self.groups / folder_name(alias))

    def group_beside(self, alias: str) -> Path:
        """Give the folder of a group where another's lies in the one that its alias names."""
        name = folder_name(alias)
        return _standing(self.groups / f"{name}-{digest(name)}")

    def journal(self, meeting_id: str) -> Path:
        """Give the journal of a meeting; an id that is no plain name gets one made of it."""
        plain = meeting_id if _PLAIN_ID.fullmatch(meeting_id) else f"m-{digest(meeting_id)}"
        return self.journals / f"{plain}.db"


def locate(environment: Mapping[str, str], folder: Path | None = None) -> Locations:
    """Give every path: under `folder`, else under MALSTYRT_HOME, else where the system keeps such things."""
    home = folder or (Path(environment["MALSTYRT_HOME"]) if environment.get("MALSTYRT_HOME") else None)
    if home is not None:
        home = home.expanduser().absolute()
        return Locations(home / "data", home / "state", home / "cache", home / "config")
    from platformdirs import PlatformDirs  # noqa: PLC0415 - not needed where a home is named

    system = PlatformDirs("malstyrt", appauthor=False)
    return Locations(
        system.user_data_path, system.user_state_path, system.user_cache_path, system.user_config_path
    )


def slug(words: str, otherwise: str) -> str:
    """Give a file name of a-z, æøå, digits and hyphens, cut at SLUG_BYTES; `otherwise` for none."""
    name = _NOT_IN_NAMES.sub("-", _in_one_form(words).lower()).strip("-")
    cut = name.encode()[:SLUG_BYTES].decode(errors="ignore").strip("-")
    return cut or otherwise


def folder_name(alias: str) -> str:
    """Give the name of the folder of the group with an alias, UNGROUPED for none.

    Aliases that differ in capitals alone, or in what stands between the words, are one and have one name.
    No others share theirs: a digest tells what a-z, æøå and digits cannot, as the letters of Sámi.
    """
    alias = alias.strip()
    if not alias:
        return UNGROUPED
    folded = _in_one_form(_in_one_form(alias).casefold())
    whole = _BETWEEN.sub("-", folded).strip("-") or folded
    if _PLAIN_NAME.fullmatch(whole) and len(whole.encode()) <= SLUG_BYTES and whole != UNGROUPED:
        return whole
    return f"{slug(_in_plain_letters(whole), 'gruppe')}-{digest(whole)}"


def _in_plain_letters(words: str) -> str:
    """Give words with the letters that are nearest in a-z, æøå where they are another."""
    near = (one if one in "æøå" else unicodedata.normalize("NFD", one)[0] for one in words)
    return "".join(near).translate(_LETTERS)


def _standing(folder: Path) -> Path:
    """Give a folder that is there, or the one whose name has the same letters, å written in two pieces."""
    if folder.name.isascii() or folder.exists():
        return folder
    try:
        alike = [one for one in folder.parent.iterdir() if _in_one_form(one.name) == folder.name]
    except OSError:
        return folder
    return next(iter(alike), folder)


def _in_one_form(name: str) -> str:
    """Give a name with å as one letter; other systems, and the archives they pack, write it in two pieces."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def digest(text: str) -> str:
    """Give eight characters that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
