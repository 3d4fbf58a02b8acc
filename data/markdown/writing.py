"""A meeting as Markdown, in the one normal form."""

from __future__ import annotations

from data.markdown import document
from data.markdown.form import MEETING
from data.markdown.page import Page, texts
from data.markdown.public import public, steps
from data.markdown.sections import ordered
from data.meeting import Meeting


def write(meeting: Meeting) -> str:
    """Give the document of a meeting: what belongs in it, in one normal form.

    Lines end with a newline, the last one too. What people wrote stands literally: no text can make
    a heading, a table or a link.
    """
    meeting = public(meeting)
    page = Page(texts(meeting.kept), meeting)
    return document.write(MEETING, page, ordered(steps(meeting)))
