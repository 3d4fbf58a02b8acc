"""What the document of a group is made of."""

from __future__ import annotations

from collections.abc import Mapping

from data.markdown.document import Form
from data.markdown.front_matter import Keys
from data.markdown.group import opening
from data.markdown.group.lists import MEMBERS
from data.markdown.group.sections import named
from data.markdown.group.sheet import GroupSheet

ID = "gruppe"
"""The key of the group's id."""

PROFILE = "profil"
"""The key of the name of the rules that the group follows."""


def _front(sheet: GroupSheet) -> Mapping[str, str]:
    profile = sheet.group.profile
    return {ID: sheet.group.id} | ({PROFILE: profile} if profile else {})


GROUP: Form[GroupSheet] = Form(
    called="en gruppe",
    title="Samarbeidsgruppe: SOL-7",
    keys=Keys((ID, PROFILE)),
    front=_front,
    write_title=opening.write_title,
    read_title=opening.read_title,
    write_facts=opening.write_facts,
    read_facts=opening.read_facts,
    named=named,
    first=MEMBERS.name,
)
