"""Whose rules govern a meeting or a group: those that its group names, else those chosen in the settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data import structure
from data.errors import MalstyrtError
from data.groups import find_group, listed_at
from data.language import _
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
        self._locations = locations
        self._folders = (locations.profiles,)
        self._structures = (locations.structures,)
        self._chosen = read_settings(locations.settings).profile
        self._read: dict[str, Profile | None] = {}
        self._governing: dict[str, Profile] = {}
        self._beside: dict[Path, Profile] = {}
        self.mistakes: list[ProfileError] = []

    def named(self, name: str) -> Profile:
        """Give the profile of a name, "" for what is chosen in the settings."""
        usable = (found for each in (name, self._chosen) if each and (found := self._usable(each)))
        governing = next(usable, None) or neutral()
        self._governing[governing.name] = governing
        return governing

    def of_group(self, words: str) -> Profile:
        """Give the profile of a group by what it is called; that of the settings where there is none such."""
        listed = find_group(self._locations, words) if words.strip() else None
        return self.named(listed.profile if listed else "")

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

    def amiss(self) -> tuple[MalstyrtError, ...]:
        """Give what is wrong with the profiles asked for, and with the structures that they name."""
        return (*self.mistakes, *self.structures_amiss())

    def structures_amiss(self) -> tuple[MalstyrtError, ...]:
        """Give what is wrong with the structures that the profiles asked for name, each thing once.

        A profile is of use without them: a meeting is proposed another structure.
        """
        if not any(file for folder in (*self._folders, *self._structures) for file in folder.glob("*.toml")):
            return ()  # without rules of the user's own there is nothing to look for, and it takes a while
        found = (error for profile in self._governing.values() for error in self._without_use(profile))
        return tuple({error.message: error for error in found}.values())

    def _without_use(self, profile: Profile) -> Iterator[MalstyrtError]:
        """Give what is wrong in the structures that a profile names, and where it names one that is gone."""
        there = {one.name for one in structure.choices(self._structures)}
        for name in sorted({*profile.followed} & {*structure.available(self._structures)} - there):
            _other, mistake = structure.load_or_default(name, self._structures)
            if mistake:  # else it is an addition, and no structure to follow
                there.add(name)
                yield mistake
        try:
            load(profile.name, self._folders, sorted(there))
        except ProfileError as error:
            yield MalstyrtError(_("Profilen nevner en mal som ikke finnes"), error.message)

    def _usable(self, name: str) -> Profile | None:
        """Give a profile by its name; None, its mistake noted, for one that cannot be used."""
        if name not in self._read:
            try:
                self._read[name] = load(name, self._folders)
            except ProfileError as error:
                self._read[name] = None
                self.mistakes.append(error)
        return self._read[name]
