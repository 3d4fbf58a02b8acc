"""A group while it is being written."""

from __future__ import annotations

from dataclasses import dataclass

from data.group import Group
from data.markdown.page import Sheet


@dataclass(frozen=True, slots=True)
class GroupSheet(Sheet):
    """A group as it belongs in its document."""

    group: Group
