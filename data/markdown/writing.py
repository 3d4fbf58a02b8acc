"""A meeting as Markdown, in the one normal form."""

from __future__ import annotations

from data.markdown import front_matter, opening
from data.markdown.page import START, Page, texts
from data.markdown.public import public, steps
from data.markdown.sections import Section, ordered
from data.meeting import Meeting


def write(meeting: Meeting) -> str:
    """Give the document of a meeting: what belongs in it, in one normal form.

    Lines end with a newline, the last one too. What people wrote stands literally: no text can make
    a heading, a table or a link.
    """
    meeting = public(meeting)
    page = Page(meeting, texts(meeting.kept))
    blocks = [
        front_matter.write(page),
        *_kept(page, "start"),
        opening.write_title(page),
        *_kept(page, f"{opening.TITLE}/after"),
        *opening.write_facts(page),
        *_kept(page, f"{opening.FACTS}/after"),
    ]
    for section in ordered(steps(meeting)):
        blocks += _section(page, section)
    return "\n\n".join(blocks) + "\n"


def _section(page: Page, section: Section) -> list[str]:
    """Give a section with what people added to it, nothing when there is nothing to tell."""
    blocks = [
        *_kept(page, section.key + START),
        *section.write(page),
        *_kept(page, f"{section.key}/after"),
    ]
    return [f"## {section.title}", *blocks] if blocks else []


def _kept(page: Page, path: str) -> list[str]:
    """Give what people added after a path."""
    return [page.kept[path]] if path in page.kept else []
