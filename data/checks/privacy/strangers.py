"""People who are named in a referat and take no part in the meeting."""

from __future__ import annotations

from data.checks.finding import Words
from data.checks.names import mentions, people_of, takes_part
from data.checks.rule import Lack, Lacks
from data.checks.texts import told
from data.language import _
from data.meeting import Meeting


def strangers(meeting: Meeting) -> Lacks:
    """Find people who are named and are not of the meeting, each the first time."""
    people = people_of(meeting)
    seen: set[str] = set()
    for path, _sort, text in told(meeting):
        for mention in mentions(text):
            name = " ".join(mention.words).removesuffix("s")
            if name not in seen and not takes_part(mention, people):
                seen.add(name)
                words = text[mention.start : mention.end]
                message = _("{name} står ikke blant deltakerne. Må navnet stå her?").format(name=words)
                yield Lack(path, message, Words(mention.start, mention.end))
