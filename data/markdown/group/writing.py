"""A group as Markdown, in the one normal form."""

from __future__ import annotations

from data.group import Group
from data.markdown import document
from data.markdown.group.form import GROUP
from data.markdown.group.normal import public_group
from data.markdown.group.sections import SECTIONS
from data.markdown.group.sheet import GroupSheet
from data.markdown.page import texts


def write_group(group: Group) -> str:
    """Give the document of a group, in one normal form. What people wrote stands literally."""
    group = public_group(group)
    return document.write(GROUP, GroupSheet(texts(group.kept), group), SECTIONS)
