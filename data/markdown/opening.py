"""The top of a document: its title, and the facts of the meeting that all look for first."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from data.clean import clean_line
from data.dates import clock_text
from data.language import _
from data.markdown import days, escaping, facts, fields, prose
from data.markdown.draft import Draft
from data.markdown.fields import Field, Values
from data.markdown.outline import Block
from data.markdown.page import AFTER, FACTS, TITLE, Page
from data.meeting import Kind, Meeting, Status
from data.rounds import SLOWEST_INTERPRETER, WITH_INTERPRETER, WITHOUT_INTERPRETER

_WORDS = {Status.INNKALLING: "Innkalling", Status.UTKAST: "Utkast til referat"}
_REFERAT = "Referat"
_STATUSES = {word.casefold(): status for status, word in _WORDS.items()} | {"utkast": Status.UTKAST}
_TITLE = re.compile(r"(innkalling|utkast til referat|utkast|(?:møte)?referat)?\b\s*:?\s*(.*)$", re.IGNORECASE)
_KIND = re.compile(
    rf"(?:til |fra )?({'|'.join(sorted(Kind, key=len, reverse=True))}|drøftingsmøte)(?:\s+for\s+(.+))?$",
    re.IGNORECASE,
)
_KINDS = {kind.value: kind for kind in Kind} | {"drøftingsmøte": Kind.DROFTINGSMOTE}
_DEFAULT_LENGTH = 60
_RANGE = re.compile(
    r"(?P<start>\d{1,2}(?:[:.]\d{2})?)?\s*(?:(?:–|-|—|til)\s*(?P<end>\d{1,2}(?:[:.]\d{2})?))?"
    r"\s*\(?(?:planlagt )?(?:(?<!\d)(?P<length>-?\d{1,6})\s*min(?:utt(?:er)?|\.)?)?\)?$",
    re.IGNORECASE,
)


def write_title(page: Page) -> str:
    """Give the title: what the document is, the kind of meeting and the group."""
    meeting = page.meeting
    if TITLE in page.kept and not meeting.group and meeting.kind is Kind.SAMARBEIDSMOTE:
        return f"# {escaping.heading(page.kept[TITLE])}"
    title = f"{word(meeting.status)}: {meeting.kind.value}"
    return f"# {escaping.heading(f'{title} for {meeting.group}' if meeting.group else title)}"


def word(status: Status) -> str:
    """Give what a document is called while it has a status."""
    return _WORDS.get(status, _REFERAT)


def read_title(draft: Draft, block: Block) -> bool:
    """Read the title; False when it is no meeting's."""
    text = clean_line(escaping.plain_heading(block.title))
    found = _TITLE.match(text)
    named = _KIND.match(found[2]) if found else None
    if found and found[1]:
        draft.values["status"] = _STATUSES.get(found[1].casefold(), Status.REFERAT)
        _compare(draft, block.start)
    if named:
        draft.values["kind"] = _KINDS[named[1].casefold()]
        draft.values["group"] = named[2] or ""
    elif found and found[1]:
        expected = _("en tittel som «Referat: samarbeidsmøte for SOL-7»")
        draft.not_understood(TITLE, block.start, text, expected)
    else:
        return False
    for path in (TITLE, "kind", "group"):
        draft.place(path, block.start)
    return True


def _compare(draft: Draft, at: int) -> None:
    """Say that the title calls the document something else than its status does."""
    status = draft.front.get("status")
    titled, expected = word(draft.values["status"]), word(Status(status)) if status else ""
    if expected and titled != expected:
        message = _("Tittelen sier «{titled}», men statusen er «{status}», så det skulle stått «{expected}».")
        draft.problem(at, message.format(titled=titled, status=status, expected=expected))


def _show_time(meeting: Meeting) -> str:
    """Give the time frame: "09:00–10:00", and the planned length where that does not say it."""
    planned = "1 minutt" if meeting.length == 1 else f"{meeting.length} minutter"
    start = clock_text(meeting.start) if meeting.start else ""
    if not meeting.end:
        if start:
            return f"{start} ({planned})"
        return "" if meeting.length == _DEFAULT_LENGTH else planned
    shown = f"{start}–{clock_text(meeting.end)}"
    if meeting.start and _minutes(meeting.start, meeting.end) == meeting.length:
        return shown
    return f"{shown} (planlagt {planned})"


def _read_time(found: str) -> Values:
    """Give start, end and planned length, the length from the others where it is not there."""
    parts = _RANGE.match(found.removeprefix("kl.").removeprefix("kl").strip())
    if not parts or not any(parts.groups()):
        raise ValueError
    values: Values = {name: days.time(parts[name]) for name in ("start", "end") if parts[name]}
    if parts["length"]:
        values["length"] = int(parts["length"])
    elif len(values) == 2:
        values["length"] = _minutes(values["start"], values["end"])
    return values


def _minutes(start: dt.time, end: dt.time) -> int:
    return (end.hour - start.hour) * 60 + end.minute - start.minute


_FACTOR = re.compile(
    r"(ja)?[,:]?\s*(?:taletid(?:en)?)?\s*(?:[x×*]?\s*(\d)(?:[,.](\d{1,2}))?)?$", re.IGNORECASE
)


def _show_interpreter(meeting: Meeting) -> str:
    """Give that somebody interprets, and what speaking times are multiplied by: "ja, taletid × 1,5"."""
    if meeting.interpreter == WITHOUT_INTERPRETER:
        return ""
    return f"ja, taletid × {meeting.interpreter:g}".replace(".", ",")


def factor(found: float) -> float:
    """Give what speaking times are multiplied by, within bounds and as exact as it is written."""
    return round(max(WITHOUT_INTERPRETER, min(SLOWEST_INTERPRETER, found)), 2)


def _read_interpreter(found: str) -> Values:
    """Give what speaking times are multiplied by; "ja" is the usual."""
    if found.casefold() == "nei":
        return {"interpreter": WITHOUT_INTERPRETER}
    parts = _FACTOR.match(found)
    if not parts or not (parts[1] or parts[2]):
        raise ValueError
    times = float(f"{parts[2]}.{parts[3] or 0}") if parts[2] else WITH_INTERPRETER
    if times != factor(times):
        raise ValueError
    return {"interpreter": times}


FIELDS: tuple[Field[Any], ...] = (
    fields.date("Dato", "date", "møtedato", long=True),
    Field(
        "Tid",
        "start",
        _show_time,
        _read_time,
        "et tidsrom, som 09:00–10:00",
        titles=("tidspunkt", "klokken", "kl"),
    ),
    fields.text("Sted", "place", "møtested"),
    fields.text("Møteleder", "leader", "leder", "leder/koordinator", "koordinator"),
    fields.text("Referent", "minute_taker"),
    Field(
        "Tolk", "interpreter", _show_interpreter, _read_interpreter, "ja, taletid × 1,5", titles=("tolking",)
    ),
    fields.text("Kopi til", "copies_to", "kopi"),
    fields.text("Ikke fullstendig, fordi", "incomplete_because"),
)


def write_facts(page: Page) -> list[str]:
    """Give the facts of the meeting."""
    return facts.write(FIELDS, page.meeting, page.kept, "")


def read_facts(draft: Draft, blocks: list[Block]) -> None:
    """Read the facts of the meeting; all else is kept before them, between them or after them."""
    ours, strange = prose.split(blocks)
    draft.values |= facts.read(draft, prose.span(ours), FIELDS, "")
    draft.keep_blocks(FACTS + AFTER, strange)
