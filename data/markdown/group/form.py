"""What the document of a group is made of."""

from __future__ import annotations

from data.markdown.document import Form
from data.markdown.front_matter import Keys
from data.markdown.group import opening
from data.markdown.group.lists import MEMBERS
from data.markdown.group.sections import named
from data.markdown.group.sheet import GroupSheet

ID = "gruppe"
"""The key of the group's id."""

GROUP: Form[GroupSheet] = Form(
    called="en gruppe",
    title="Samarbeidsgruppe: SOL-7",
    keys=Keys((ID,)),
    front=lambda sheet: {ID: sheet.group.id},
    write_title=opening.write_title,
    read_title=opening.read_title,
    write_facts=opening.write_facts,
    read_facts=opening.read_facts,
    named=named,
    first=MEMBERS.name,
)
