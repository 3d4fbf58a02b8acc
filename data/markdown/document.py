"""A document of any kind: front matter, a title with facts, sections, and what people put between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, NoReturn

from data.errors import UnreadableError
from data.language import _, in_a_row
from data.markdown import escaping, front_matter
from data.markdown.draft import Draft
from data.markdown.front_matter import Keys
from data.markdown.outline import Block, Chapter, chapters, scan
from data.markdown.page import AFTER, FACTS, START, TITLE, TOP
from data.markdown.section import S, Section

MOST_LINES = 20_000
"""The longest file that is read; a referat has some hundred lines."""


class Form(NamedTuple, Generic[S]):
    """What a kind of document is made of.

    `first` is the section that names the people whom others name; `called` and `title` say in bokmål,
    to be translated, what was expected where a file is none of these.
    """

    called: str
    title: str
    keys: Keys
    front: Callable[[S], Mapping[str, str]]
    write_title: Callable[[S], str]
    read_title: Callable[[Draft, Block], bool]
    write_facts: Callable[[S], list[str]]
    read_facts: Callable[[Draft, list[Block]], None]
    named: Callable[[str], Section[S] | None]
    first: str


def write(form: Form[S], sheet: S, sections: Iterable[Section[S]]) -> str:
    """Give a document in its normal form. Lines end with a newline, the last one too."""
    blocks = [
        front_matter.write(form.front(sheet), sheet.kept),
        *sheet.added(TOP + AFTER),
        form.write_title(sheet),
        *form.write_facts(sheet),
        *sheet.added(FACTS + AFTER),
    ]
    for section in sections:
        blocks += _written(sheet, section)
    return "\n\n".join(blocks) + "\n"


def _written(sheet: S, section: Section[S]) -> list[str]:
    """Give a section with what people added to it, nothing when there is nothing to tell."""
    blocks = [*sheet.added(section.key + START), *section.write(sheet)]
    added = sheet.added(section.key + AFTER)
    if not blocks and (not added or _is_section(added[0])):
        return added
    return [f"## {section.heading(sheet)}", *blocks, *added]


def _is_section(text: str) -> bool:
    """Whether a text has a heading of its own."""
    return scan(text.split("\n"))[0].level in {1, 2}


def read(form: Form[S], text: str, source: str) -> Draft:
    """Give what a file holds, by field. `source` is the name of the file, for errors.

    Raises UnreadableError for what is no such document at all.
    """
    draft = Draft(_lines(text))
    if not text.strip():
        refuse(source, _("Filen er tom. Ventet {called}.").format(called=_(form.called)))
    if len(draft.lines) > MOST_LINES:
        message = _("Filen har over {most} linjer. Ventet {called}, med noen hundre.")
        refuse(source, message.format(most=MOST_LINES, called=_(form.called)), line=MOST_LINES)
    first = front_matter.read(draft, form.keys)
    top, *found = chapters(scan(draft.lines, first))
    _read_chapters(draft, form, top, found, source)
    if not draft.front:
        message = _("Filen mangler innledningen mellom to linjer med ---, med {keys}.")
        draft.problem(0, message.format(keys=in_a_row(form.keys.own[:2])))
    return draft


def _lines(text: str) -> list[str]:
    """Give the lines of a text, however they end."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff").split("\n")


def refuse(source: str, message: str, *, line: int = 1) -> NoReturn:
    """Say that a file is no document that can be read. `line` 0 is the file as a whole."""
    raise UnreadableError(_("Kan ikke leses"), message, source=source, line=line)


def _read_chapters(draft: Draft, form: Form[S], top: Chapter, found: list[Chapter], source: str) -> None:
    """Read the title, the facts and the sections; sections that are not ours follow the one above.

    `top` is what stands above every heading: the facts where there is no title, else kept.
    """
    ours: list[tuple[Section[S], Chapter]] = []
    strange: list[tuple[str, Chapter]] = [(TOP + AFTER, top)]
    after = TOP + AFTER
    for chapter in found:
        if section := _section(form, chapter):
            ours.append((section, chapter))
            after = section.key + AFTER if chapter.blocks else after
        elif _is_title(draft, form, chapter):
            form.read_facts(draft, chapter.blocks)
            after = FACTS + AFTER
        else:
            strange.append((after, chapter))
    if TITLE not in draft.places:
        if not ours and not draft.front:
            refuse(
                source,
                _("Dette er ikke {called}. Ventet en tittel som «{title}».").format(
                    called=_(form.called), title=_(form.title)
                ),
            )
        form.read_facts(draft, strange.pop(0)[1].blocks)
    _read_sections(draft, form, ours)
    for path, chapter in strange:
        draft.keep_blocks(path, [*([chapter.heading] if chapter.heading else []), *chapter.blocks])


def _section(form: Form[S], chapter: Chapter) -> Section[S] | None:
    """Give the section that a chapter is, None when it is none of ours."""
    return form.named(escaping.plain_heading(chapter.heading.title)) if chapter.heading else None


def _is_title(draft: Draft, form: Form[S], chapter: Chapter) -> bool:
    """Whether a chapter is the first that the document's title stands above."""
    return (
        chapter.heading is not None and TITLE not in draft.places and form.read_title(draft, chapter.heading)
    )


def _read_sections(draft: Draft, form: Form[S], ours: list[tuple[Section[S], Chapter]]) -> None:
    """Read the sections, those that name people after the people themselves."""
    for section, chapter in ours:
        if chapter.heading:
            draft.place(section.key, chapter.heading.start)
    for section, chapter in sorted(ours, key=lambda pair: pair[0].key != form.first):
        section.read(draft, chapter)
