"""A meeting as Markdown, in the one normal form."""

from __future__ import annotations

from data.markdown import front_matter, opening
from data.markdown.outline import scan
from data.markdown.page import AFTER, START, TOP, Page, texts
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
        *page.added(TOP + AFTER),
        opening.write_title(page),
        *opening.write_facts(page),
        *page.added(opening.FACTS + AFTER),
    ]
    for section in ordered(steps(meeting)):
        blocks += _section(page, section)
    return "\n\n".join(blocks) + "\n"


def _section(page: Page, section: Section) -> list[str]:
    """Give a section with what people added to it, nothing when there is nothing to tell."""
    blocks = [*page.added(section.key + START), *section.write(page)]
    added = page.added(section.key + AFTER)
    if not blocks and (not added or _is_section(added[0])):
        return added
    return [f"## {section.heading(page.meeting)}", *blocks, *added]


def _is_section(text: str) -> bool:
    """Whether a text has a heading of its own."""
    return scan(text.split("\n"))[0].level in {1, 2}
