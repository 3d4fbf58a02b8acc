"""What the document of a meeting is made of."""

from __future__ import annotations

from collections.abc import Mapping

from data.markdown import opening
from data.markdown.document import Form
from data.markdown.front_matter import Keys
from data.markdown.page import Page
from data.markdown.participants import PARTICIPANTS
from data.markdown.sections import named
from data.meeting import Status


def _front(page: Page) -> Mapping[str, str]:
    meeting = page.meeting
    facts = {"id": meeting.id, "status": meeting.status.value, "struktur": meeting.structure}
    return facts | ({"nummer": meeting.numbers} if meeting.numbers else {})


MEETING: Form[Page] = Form(
    called="et møte",
    title="Referat: samarbeidsmøte for SOL-7",
    keys=Keys(("id", "status", "struktur", "nummer"), {"status": tuple(Status)}),
    front=_front,
    write_title=opening.write_title,
    read_title=opening.read_title,
    write_facts=opening.write_facts,
    read_facts=opening.read_facts,
    named=named,
    first=PARTICIPANTS,
)
