"""Whose rules govern a meeting or a group: those that its group names, else those chosen in the settings."""

from __future__ import annotations

from pathlib import Path

from data.groups import find_group, listed_at
from data.locations import GROUP_FILE, Locations
from data.profile import Profile
from data.profile_file import ProfileError, available, load, neutral
from data.settings import read_settings


class Profiles:
    """The profiles in use, each read once. `mistakes` are those of them that cannot be used.

    In the place of a profile that cannot be used stands the one chosen in the settings, and in its
    place the neutral one.
    """

    def __init__(self, locations: Locations) -> None:
        self._folders = (locations.profiles,)
        self._chosen = read_settings(locations.settings).profile
        self._read: dict[str, Profile | None] = {}
        self._beside: dict[Path, Profile] = {}
        self.mistakes: list[ProfileError] = []

    def named(self, name: str) -> Profile:
        """Give the profile of a name, "" for what is chosen in the settings."""
        for each in (name, self._chosen):
            if each and (found := self._usable(each)):
                return found
        return neutral()

    def exactly(self, name: str) -> Profile:
        """Give the profile of a name, and no other in its place. Raises ProfileError."""
        return load(name, self._folders)

    def beside(self, document: Path) -> Profile:
        """Give the profile of a document's group, by the group's file in the same folder."""
        folder = document.parent
        if folder not in self._beside:
            self._beside[folder] = self.named(listed_at(folder / GROUP_FILE).profile)
        return self._beside[folder]

    def titles(self) -> dict[str, str]:
        """Give the title of each profile that there is, by its name; of one that cannot be used, the name."""
        names = available(self._folders)
        return {name: found.title if (found := self._usable(name)) else name for name in names}

    def _usable(self, name: str) -> Profile | None:
        """Give a profile by its name; None, its mistake noted, for one that cannot be used."""
        if name not in self._read:
            try:
                self._read[name] = load(name, self._folders)
            except ProfileError as error:
                self._read[name] = None
                self.mistakes.append(error)
        return self._read[name]


def profile_of(locations: Locations, group: str) -> Profile:
    """Give the profile of a group by what it is called; the one in the settings where there is no such."""
    listed = find_group(locations, group) if group.strip() else None
    return Profiles(locations).named(listed.profile if listed else "")
