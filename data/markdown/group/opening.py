"""The top of a group's document: its title, and the facts that all look for first."""

from __future__ import annotations

import re
from typing import Any

from data.clean import clean_line
from data.group import GroupKind, PlanWish
from data.markdown import escaping, facts, fields, prose
from data.markdown.draft import Draft
from data.markdown.fields import Field
from data.markdown.group.sheet import GroupSheet
from data.markdown.outline import Block
from data.markdown.page import AFTER, FACTS, TITLE

_TITLE = re.compile(
    rf"({'|'.join(GroupKind)}|gruppe)(?:\s*:|\s+for\b|\s+rundt\b|\s|$)\s*(.*)$", re.IGNORECASE
)
_KINDS = {kind.value: kind for kind in GroupKind}


def write_title(sheet: GroupSheet) -> str:
    """Give the title: the kind of group and its alias."""
    title = (
        f"{sheet.group.kind.value.capitalize()}: {sheet.group.alias}"
        if sheet.group.alias
        else (sheet.group.kind.value.capitalize())
    )
    return f"# {escaping.heading(title)}"


def read_title(draft: Draft, block: Block) -> bool:
    """Read the title; False when it is no group's. A "gruppe" of no kind is a samarbeidsgruppe."""
    found = _TITLE.match(clean_line(escaping.plain_heading(block.title)))
    if not found:
        return False
    draft.values["kind"] = _KINDS.get(found[1].casefold(), GroupKind.SAMARBEIDSGRUPPE)
    draft.values["alias"] = found[2]
    for path in (TITLE, "kind", "alias"):
        draft.place(path, block.start)
    return True


_WISH = fields.choice("Individuell plan", "individual_plan", PlanWish, "ip")

FIELDS: tuple[Field[Any], ...] = (
    fields.text("Tidligere alias", "former"),
    fields.text("Koordinator", "koordinator", "leder", "leder/koordinator"),
    _WISH._replace(show=lambda group: "" if group.individual_plan is PlanWish.UNKNOWN else _WISH.show(group)),
    fields.date("Opprettet", "created", long=True),
    fields.text("Opprettet fordi", "created_because"),
    fields.date("Evaluert", "evaluated", "sist evaluert", long=True),
    fields.date("Avsluttet", "closed", long=True),
    fields.text("Avsluttet fordi", "closed_because"),
)


def write_facts(sheet: GroupSheet) -> list[str]:
    """Give the facts of the group."""
    return facts.write(FIELDS, sheet.group, sheet.kept, "")


def read_facts(draft: Draft, blocks: list[Block]) -> None:
    """Read the facts of the group; all else is kept before them, between them or after them."""
    ours, strange = prose.split(blocks)
    draft.values |= facts.read(draft, prose.span(ours), FIELDS, "")
    draft.keep_blocks(FACTS + AFTER, strange)
