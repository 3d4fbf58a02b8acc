"""Each rule of language finds what it should in bad sentences, and nothing in good ones."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.checks import Concern, Finding, findings
from data.checks.language import points
from data.meeting import Attendance, Meeting, Participant, Tiltak

FOLDER = Path(__file__).parent / "language"
SENTENCES = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.toml"))}
SENTENCES.pop("corpus", None)
PLAIN: list[str] = SENTENCES.pop("plain")["good"]
FEWEST = 20
"""The sentences of each kind that every rule has."""

PEOPLE = (
    Participant(id="p1", name="Kari Kladd", role="rektor", service="Skolen", attendance=Attendance.MET),
    Participant(id="p2", name="Per Prøve", role="rådgiver", service="PPT", attendance=Attendance.MET),
    Participant(id="p3", name="Una Utkast", attendance=Attendance.MET),
)
MARK = re.compile(r"[\[\]]")


def meeting_that_says(text: str, kind: str) -> Meeting:
    """Give a meeting with a sentence where it belongs: in the summary, or in a tiltak."""
    meeting = Meeting(id="m", participants=PEOPLE)
    if kind.startswith("several"):
        return meeting.having({"tiltak": (Tiltak(id="T1", what="Ringe hjem", who=text),)})
    if kind.startswith("tiltak"):
        return meeting.having({"tiltak": (Tiltak(id="T1", what=text, who="Kari Kladd"),)})
    return meeting.having({"summary": text})


def found(rule: str, text: str, kind: str) -> list[Finding]:
    """Give what one rule finds in a sentence."""
    return [one for one in findings(meeting_that_says(text, kind)) if one.rule == f"language.{rule}"]


def cases(good_or_bad: str) -> Iterator[tuple[str, str, str]]:
    """Give every sentence of a kind, with its rule and the list it stands in."""
    for rule, lists in SENTENCES.items():
        for name, sentences in lists.items():
            if name.endswith(good_or_bad):
                kind = "tiltak" if rule == "tiltak" and name == good_or_bad else name
                yield from ((rule, kind, sentence) for sentence in sentences)


def test_every_rule_has_sentences_enough_of_both_kinds() -> None:
    assert {f"language.{name}" for name in SENTENCES} == {point.rule for point in points()}
    for rule, lists in SENTENCES.items():
        for kind in ("bad", "good"):
            assert len(set(lists[kind])) >= FEWEST, (rule, kind)


@pytest.mark.parametrize(("rule", "kind", "sentence"), list(cases("bad")))
def test_a_bad_sentence_has_its_words_pointed_out(rule: str, kind: str, sentence: str) -> None:
    text = MARK.sub("", sentence)
    meant = re.findall(r"\[([^]]+)\]", sentence) or [text]

    asked = found(rule, text, kind)

    assert [text[one.words.start : one.words.end] for one in asked if one.words] == meant
    assert {one.kind for one in asked} == {Concern.LANGUAGE}


@pytest.mark.parametrize(("rule", "kind", "sentence"), list(cases("good")))
def test_a_good_sentence_is_left_alone(rule: str, kind: str, sentence: str) -> None:
    assert found(rule, sentence, kind) == []


def test_no_rule_has_anything_to_say_about_plain_sentences() -> None:
    asked = {text: findings(meeting_that_says(text, "good")) for text in PLAIN}
    told = {text: [one.rule for one in all_of_it if one.words] for text, all_of_it in asked.items()}
    assert {text: rules for text, rules in told.items() if rules} == {}


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Mor ringer pr. telefon.", "Mor ringer per telefon."),
        ("Møte m/PPT i mars.", "Møte med PPT i mars."),
        ("Kontakt m/ far hver fredag.", "Kontakt med far hver fredag."),
        ("Han søker vgs i mars.", "Han søker videregående skole i mars."),
        ("Evt. far kommer.", "Eventuelt far kommer."),
        ("Han leser bøker, blader osv.", "Han leser bøker, blader og så videre."),
        ("Han får tre mnd. til.", None),
        ("Overgang fra bhg til skole.", None),
    ],
)
def test_a_better_form_is_right_where_it_stands_and_there_is_none_where_that_is_not_sure(
    text: str, better: str | None
) -> None:
    (one,) = found("abbreviations", text, "good")
    assert one.words is not None
    start, end, form = one.words
    assert (form if form is None else text[:start] + form + text[end:]) == better
