"""What becomes of a finding: it is put right, or let stand for a reason that only the journal keeps."""

from __future__ import annotations

from zlib import crc32

from data.acts import put, remove
from data.changes import Change, NoSuchPlaceError, Set, Wish, value_at
from data.checks.finding import Finding, Severity
from data.meeting import Meeting, find
from data.part import Part


def mark(meeting: Part, finding: Finding) -> str:
    """Give what a finding is known by as long as the same words stand in the same field.

    A sum stands for the words: a path may come into a log, and what people wrote may not.
    """
    words = finding.words and wording(meeting, finding)
    summed = f"{crc32(words.casefold().encode(errors='replace')):08x}" if words else ""
    return f"{finding.rule}:{finding.field}:{summed}"


def wording(meeting: Part, finding: Finding) -> str:
    """Give the words that a finding is about, "" where it is about none or they are gone."""
    if finding.words is None:
        return ""
    try:
        text = value_at(meeting, finding.field)
    except NoSuchPlaceError:
        return ""
    return text[finding.words.start : finding.words.end] if isinstance(text, str) else ""


def reason(meeting: Meeting, finding: Finding) -> str:
    """Give why a finding is let stand, "" where it is not."""
    stands = find(meeting.let_stand, mark(meeting, finding)) if meeting.let_stand else None
    return stands.reason if stands else ""


def may_stand(finding: Finding) -> bool:
    """Whether a finding can be let stand; what the referat must hold is asked for when it is saved."""
    return finding.severity is Severity.CONSIDER


def let_stand(meeting: Meeting, finding: Finding, why: str) -> Wish:
    """Let a finding stand for a reason."""
    return put(f"let_stand/{mark(meeting, finding)}/reason", why)


def take_up_again(meeting: Meeting, finding: Finding) -> Wish:
    """Let a finding count again."""
    return remove(f"let_stand/{mark(meeting, finding)}")


def put_right(meeting: Meeting, finding: Finding) -> Wish:
    """Put the better form in the place of the offending words, if they still stand there."""
    meant = wording(meeting, finding)

    def ask(newest: Part) -> Change | None:
        words = finding.words
        if words is None or words.better is None or not meant or wording(newest, finding) != meant:
            return None
        text = str(value_at(newest, finding.field))
        return Set(path=finding.field, value=text[: words.start] + words.better + text[words.end :])

    return ask
