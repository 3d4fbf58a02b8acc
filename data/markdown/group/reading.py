"""Markdown as a group: what could be read, where it stood, and what was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from data.group import Group
from data.language import _
from data.markdown import document
from data.markdown.bytes import in_order, text_of
from data.markdown.draft import Draft, Problem
from data.markdown.goals import goal_id, known, name_goals
from data.markdown.group.form import GROUP, ID, PROFILE
from data.markdown.group.lists import CONCLUSIONS
from data.markdown.page import parts
from data.part import UnfitError


class GroupReading(NamedTuple):
    """What a file gave. `lines` are line numbers, from 1, by the path of a field or a part."""

    group: Group
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, int] = MappingProxyType({})


def read_group(text: str, *, source: str = "") -> GroupReading:
    """Read a group. `source` is the name of the file, for errors.

    Raises UnreadableError for what is no group at all; anything else opens with what could be read.
    """
    return _finished(document.read(GROUP, text, source), source)


def read_group_bytes(data: bytes, *, source: str = "") -> GroupReading:
    """Read a group from the bytes of a file. `source` is the name of the file, for errors.

    Raises UnreadableError for what is too large, empty, or no group at all.
    """
    text, problems = text_of(data, source)
    reading = read_group(text, source=source)
    return reading._replace(problems=in_order(*problems, *reading.problems)) if problems else reading


def _finished(draft: Draft, source: str) -> GroupReading:
    """Give the group that a draft holds."""
    values = draft.values
    values["id"] = draft.front.get(ID, "")
    values["profile"] = draft.front.get(PROFILE, "")
    name_goals(draft)
    for conclusion in values.get(CONCLUSIONS.name, []):
        conclusion["goal"] = goal_id(conclusion.get("goal", ""), known(draft))
    for tiltak in values.get("tiltak", []):
        del tiltak["carried"]
    values["kept"] = parts({path: "\n\n".join(texts) for path, texts in draft.kept.items()})
    try:
        group = Group.of(values)
    except UnfitError:
        document.refuse(source, _("Innholdet i filen kan ikke være en gruppe."))
    return GroupReading(group, in_order(*draft.problems), draft.places)
