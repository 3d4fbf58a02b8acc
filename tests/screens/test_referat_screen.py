"""The gate at the end: what the referat must hold, how it will read, and three ways to save it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from textual.content import Content

from data import acts
from data.checks import requirements
from data.live import Ask
from data.markdown import read, write
from data.markdown.public import public
from data.meeting import Meeting, Status, find
from screens import meeting
from screens.gate import lines
from screens.marking import FOUND, PICKED
from screens.steps import referat
from screens.widgets import Choice, Rows, Text
from tests.screens.complete import all_is_in_place
from tests.screens.holding_a_meeting import NARROW, WIDE, Leader, choose_profile, everyone_came, leading


def but(path: str, value: object) -> list[Ask]:
    """Let all be in place but one thing."""
    return [*all_is_in_place(), acts.put(path, value)]


# What stands on the screen


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_each_requirement_has_a_mark_and_words(tmp_path: Path, size: tuple[int, int]) -> None:
    async with leading(tmp_path, "referat", size=size) as leader:
        rows = leader.app.screen.query_one("#requirements", Rows)
        assert len(rows.rows) == len(requirements(leader.meeting))
        assert "✓ Deltakernes navn" in leader.line("Deltakernes navn")
        assert "holder" in leader.line("Deltakernes navn")
        assert "✗ Oppmøte og frafall" in leader.line("Oppmøte og frafall")
        assert "mangler" in leader.line("Oppmøte og frafall")


async def test_the_gate_counts_what_is_missing_and_begins_there(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat") as leader:
        missing = [each for each in requirements(leader.meeting) if each.state == "missing"]
        assert f"✗ {len(missing)} mangler. Enter går til feltet." in leader.text
        assert leader.at == f"#requirements {missing[0].rule}"
        assert missing[0].findings[0].message[:25] in leader.text


async def test_a_referat_is_held_to_the_rules_that_are_chosen_and_says_whose_they_are(
    tmp_path: Path,
) -> None:
    choose_profile(tmp_path, "kafjord")
    async with leading(tmp_path, "referat", before=all_is_in_place()) as leader:
        assert leader.at == "#requirements course"
        assert "✗ Start, varighet og evaluering" in leader.text
        assert "Kåfjord: veileder for ansvarsgrupper" in leader.text
        assert "Utfordringer fra hver tjeneste" not in leader.text


async def test_rules_that_cannot_be_used_are_told_of_and_the_neutral_ones_stand_in_their_place(
    tmp_path: Path,
) -> None:
    choose_profile(tmp_path, "finnes-ikke")
    async with leading(tmp_path, "referat") as leader:
        assert "Ukjent profil" in [one.title for one in leader.told]
        assert "Utfordringer fra hver tjeneste" in leader.text


async def test_a_whole_meeting_says_that_all_is_in_place(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=all_is_in_place()) as leader:
        assert "✓ Alt er på plass" in leader.text
        assert "mangler" not in leader.text


async def test_the_referat_stands_beside_as_it_will_read(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=all_is_in_place()) as leader:
        assert "SOL-7" in leader.text
        assert "Rådhuset, rom 2" in leader.text
        assert "**" not in leader.text
        assert "| " not in leader.text
        await leader.ask(acts.put("place", "Biblioteket"))
        assert "Biblioteket" in leader.text


async def test_what_is_only_worth_a_thought_does_not_stop_the_referat(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=but("purpose", "")) as leader:
        assert "? Formålet med møtet" in leader.line("Formålet med møtet")
        assert "vurder" in leader.line("Formålet med møtet")
        assert "✓ Alt er på plass" in leader.text


async def test_the_end_of_the_meeting_is_set_when_the_referat_is_reached(tmp_path: Path) -> None:
    async with leading(tmp_path) as leader:
        await leader.let_pass(55 * 60)
        await leader.press("ctrl+r")
        assert leader.meeting.end is not None
        assert f"{leader.meeting.end:%H:%M}" == "09:55"


# Enter goes to the field

OPENING, FLOOR, ROUND_1, ROUND_2 = "velkommen", "ordet", "runde1", "runde2"
UNSAID = acts.together(acts.put("goals/M2/verdict", None), acts.put("goals/M2/conclusion", ""))
MISSING = [
    ("participants", acts.put("participants/p2/name", ""), OPENING, "#roll p2"),
    ("attendance", acts.put("participants/p5/attendance", "ikke avklart"), OPENING, "#roll p5"),
    ("attendance", acts.put("participants/p3/stand_in", ""), OPENING, "#roll p3"),
    ("place", acts.put("place", ""), OPENING, "place"),
    ("time", acts.put("date", None), OPENING, "date"),
    ("time", acts.put("start", None), OPENING, "start"),
    ("minute_taker", acts.put("minute_taker", ""), OPENING, "minute_taker"),
    ("approval", acts.put("approval/approved", None), OPENING, "approval/approved"),
    ("purpose", acts.put("purpose", ""), OPENING, "purpose"),
    ("carried", acts.put("tiltak/T2/status", "åpen"), OPENING, "#carried T2"),
    ("carried", acts.put("tiltak/T2/reason", ""), OPENING, "#carried T2"),
    ("bruker", acts.remove("entries/ordet:bruker"), FLOOR, "entries/ordet:bruker/comment"),
    ("challenges", acts.put("entries/runde1:p5/challenge", ""), ROUND_1, "entries/runde1:p5/challenge"),
    (
        "contributions",
        acts.put("entries/runde2:p3/contribution", ""),
        ROUND_2,
        "entries/runde2:p3/contribution",
    ),
    ("goals", UNSAID, "oppsummering", "goals/M2/conclusion"),
    ("goals", acts.put("goals/M2/text", ""), "oppsummering", "goals/M2/text"),
    ("tiltak", acts.put("tiltak/T4/who", ""), "tiltak", "#table T4 who"),
    ("tiltak", acts.put("tiltak/T4/goal", ""), "tiltak", "#table T4 goal"),
    ("deadlines", acts.put("tiltak/T5/when", None), "tiltak", "#table T5 when"),
    ("level", acts.put("tiltak/T3/level", None), "tiltak", "#table T3 level"),
    ("evaluation", acts.remove("evaluations/bruker"), "evaluering", "evaluations/bruker/words"),
    ("next_meeting", acts.put("next_meeting/date", None), "neste", "next_meeting/date"),
    ("next_meeting", acts.put("next_meeting/theme", ""), "neste", "next_meeting/theme"),
]


async def test_enter_goes_to_the_field_in_the_step_that_edits_it(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=all_is_in_place()) as leader:
        for rule, lack, step, at in MISSING:
            await leader.ask(lack)
            await leader.go_to("#requirements", rule)
            await leader.press("enter")
            rows = leader.app.focused
            column = f" {rows.column}" if isinstance(rows, Rows) and rows.column else ""
            assert (leader.meeting.step, leader.at + column) == (step, at), rule
            leader.holding.undo()
            await leader.press("ctrl+r")
            assert "✓ Alt er på plass" in leader.text, rule


async def test_the_list_of_what_can_be_missing_leaves_nothing_out() -> None:
    asked = {each.rule for each in requirements(Meeting(id="tomt"))}
    assert asked - {rule for rule, *_rest in MISSING} <= {"privacy"}


async def test_enter_on_goals_where_there_are_none_goes_to_where_one_is_made(tmp_path: Path) -> None:
    async with leading(
        tmp_path, "referat", before=[*all_is_in_place(), acts.remove("goals/M1"), acts.remove("goals/M2")]
    ) as leader:
        await leader.go_to("#requirements", "goals")
        await leader.press("enter")
        assert isinstance(leader.app.focused, Rows)
        assert leader.app.focused.cursor == "+"


async def test_a_choice_can_be_made_right_where_enter_went(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=but("approval/approved", None)) as leader:
        await leader.go_to("#requirements", "approval")
        await leader.press("enter")
        assert isinstance(leader.app.focused, Choice)
        await leader.press("right", "ctrl+r")
        assert leader.meeting.approval.approved is True
        assert "Godkjenning av for" not in leader.text


# Words worth a thought: put right, or let stand

NR = "17912099997"
SAID = f"Skolen ringer BUP snarest. Pauser, f.eks. etter lunsj. Fnr. {NR} er notert."


def with_words() -> list[Ask]:
    """Let all be in place, and three things be said that are worth a thought."""
    return [*but("summary", SAID), acts.put("end", "10:00:00")]


async def at_words(leader: Leader, words: str) -> None:
    """Put the cursor on the line about some words."""
    shown = lines(leader.meeting, leader.holding.structure, leader.holding.profile)
    await leader.go_to("#requirements", next(line.key for line in shown if f"«{words}»" in line.title))


def test_no_two_keys_of_the_referat_are_the_same() -> None:
    keys = [each.key for each in (*meeting.COMMANDS, *referat.COMMANDS)]
    assert len(keys) == len(set(keys))


async def test_each_word_that_is_found_is_a_line_with_its_kind_and_its_place(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=with_words()) as leader:
        assert "✓ Alt er på plass, 3 å vurdere. Ctrl+S lagrer." in leader.text
        assert "språk" in leader.line("«snarest» · Oppsummering")
        assert "språk" in leader.line("«f.eks.» · Oppsummering")
        assert "privat" in leader.line("Fødselsnummer · Oppsummering")


async def test_enter_on_a_word_goes_to_the_field_it_stands_in(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=with_words()) as leader:
        await at_words(leader, "snarest")
        await leader.press("enter")
        assert (leader.meeting.step, leader.at) == ("oppsummering", "summary")
        await leader.write(" mandag")
        assert leader.meeting.summary.startswith("Skolen ringer BUP snarest mandag.")


async def test_the_words_are_marked_where_they_are_read_the_picked_one_the_most(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=with_words()) as leader:
        await at_words(leader, "f.eks.")
        page = leader.app.screen.query_one("#page", Text).content
        assert isinstance(page, Content)
        marks = {page.plain[span.start : span.end]: str(span.style) for span in page.spans}
        assert {words: style for words, style in marks.items() if style in {FOUND, PICKED}} == {
            "snarest": FOUND,
            "f.eks.": PICKED,
            NR: FOUND,
        }


async def test_a_better_form_is_put_in_place_by_a_key_and_taken_back_by_undo(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=with_words()) as leader:
        await at_words(leader, "snarest")
        await leader.press("ctrl+e")
        assert leader.meeting.summary == SAID, "no form is safe for this one"
        await at_words(leader, "f.eks.")
        assert "Ctrl+E skriver «for eksempel»" in leader.text
        await leader.press("ctrl+e")
        assert leader.meeting.summary == SAID.replace("f.eks.", "for eksempel")
        assert "«f.eks.»" not in leader.text
        await leader.press("ctrl+z")
        assert leader.meeting.summary == SAID


async def test_the_keys_for_words_are_offered_where_the_line_is_about_words(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=with_words()) as leader:
        await leader.go_to("#requirements", "place")
        assert "Ctrl+G" not in leader.lines[-1]
        assert "Ctrl+E" not in leader.lines[-1]
        await at_words(leader, "snarest")
        assert "Ctrl+G Behold" in leader.lines[-1]
        assert "Ctrl+E" not in leader.lines[-1], "no form is safe for this one"
        await at_words(leader, "f.eks.")
        assert "Ctrl+E Rett" in leader.lines[-1]


async def test_a_word_is_let_stand_for_a_reason_that_is_not_in_the_referat(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=with_words()) as leader:
        await at_words(leader, "snarest")
        await leader.press("ctrl+g")
        await leader.write("Ordet står i vedtaket.")
        await leader.press("enter")
        assert "beholdt" in leader.line("«snarest»")
        assert "Beholdt: Ordet står i vedtaket." in leader.text
        assert "2 å vurdere" in leader.text
        await leader.press("ctrl+s")
        assert "vedtaket" not in leader.holding.document.read_text("utf-8")


async def test_what_stands_is_taken_up_again_by_the_same_key_or_by_undo(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=with_words()) as leader:
        for back in ("ctrl+g", "ctrl+z"):
            await at_words(leader, "snarest")
            await leader.press("ctrl+g", *"sitat", "enter")
            assert [one.reason for one in leader.meeting.let_stand] == ["sitat"]
            await leader.press(back)
            assert leader.meeting.let_stand == ()
            assert "språk" in leader.line("«snarest»")


async def test_what_is_missing_and_what_has_no_reason_is_not_let_stand(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=[*with_words(), acts.put("place", "")]) as leader:
        await leader.go_to("#requirements", "place")
        await leader.press("ctrl+g")
        assert leader.shown == "MeetingScreen"
        await at_words(leader, "snarest")
        await leader.press("ctrl+g", "enter")
        assert leader.shown == "Question"
        await leader.press("escape")
        assert leader.meeting.let_stand == ()


# Saving


async def test_a_whole_referat_is_saved_as_one(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=all_is_in_place()) as leader:
        await leader.press("ctrl+s")
        assert leader.meeting.status is Status.REFERAT
        assert leader.meeting.incomplete_because == ""
        on_disk = saved(leader)
        assert on_disk.status is Status.REFERAT
        assert leader.told[-1].title == "Lagret som referat"
        assert leader.told[-1].message == str(leader.holding.document)


async def test_what_is_saved_is_what_the_meeting_holds_for_others_to_read(tmp_path: Path) -> None:
    note = acts.put("notes/runde1:p3/text", "Kladd ingen skal se")
    async with leading(tmp_path, "referat", before=[*all_is_in_place(), note]) as leader:
        await leader.press("ctrl+s")
        assert write(saved(leader)) == write(public(leader.meeting))
        assert "Kladd ingen skal se" not in leader.holding.document.read_text("utf-8")


async def test_a_referat_that_lacks_something_asks_how_and_can_be_left(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=[everyone_came()], size=NARROW) as leader:
        before = leader.holding.document.read_text("utf-8")
        await leader.press("ctrl+s")
        assert leader.shown == "SavingDialog"
        assert "Mangler: " in leader.text
        await leader.press("escape")
        assert leader.shown == "MeetingScreen"
        assert leader.holding.document.read_text("utf-8") == before
        assert leader.meeting.status is Status.UTKAST


async def test_a_referat_that_lacks_something_is_saved_as_utkast(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=[everyone_came()]) as leader:
        await leader.press("ctrl+s", "ctrl+s")
        assert leader.shown == "MeetingScreen"
        assert saved(leader).status is Status.UTKAST
        assert leader.told[-1].title == "Lagret som utkast"


async def test_a_referat_that_lacks_something_is_finished_for_a_reason_that_is_printed(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, "referat", before=[everyone_came()]) as leader:
        await leader.press("ctrl+s", "enter")
        assert leader.shown == "SavingDialog"
        await leader.write("BUP svarer først i januar.")
        await leader.press("enter")
        assert saved(leader).status is Status.REFERAT
        assert saved(leader).incomplete_because == "BUP svarer først i januar."
        assert "BUP svarer først i januar." in leader.holding.document.read_text("utf-8")
        assert leader.told[-1].title == "Lagret som referat"


async def test_a_referat_made_whole_later_prints_no_reason(tmp_path: Path) -> None:
    reason = acts.put("incomplete_because", "BUP svarer senere.")
    async with leading(tmp_path, "referat", before=[*all_is_in_place(), reason]) as leader:
        await leader.press("ctrl+s")
        assert saved(leader).incomplete_because == ""


async def test_saving_from_a_step_writes_a_draft_of_what_there_is(tmp_path: Path) -> None:
    async with leading(tmp_path, "velkommen") as leader:
        await leader.fill("purpose", "Bli enige om våren.")
        await leader.press("ctrl+s")
        assert saved(leader).purpose == "Bli enige om våren."
        assert saved(leader).status is Status.UTKAST


async def test_what_was_typed_right_before_saving_is_saved(tmp_path: Path) -> None:
    async with leading(tmp_path, "neste") as leader:
        leader.app.screen.set_focus(leader.field("next_meeting/place"))
        await leader.press(*"Rom 3", "ctrl+s")
        assert saved(leader).next_meeting.place == "Rom 3"


async def test_a_folder_that_cannot_be_written_is_told_and_the_meeting_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _text: str) -> None:
        from data.errors import NotSavedError  # noqa: PLC0415 - raised here alone

        raise NotSavedError("Disken er full", "Ikke plass.")

    async with leading(tmp_path, "referat", before=all_is_in_place()) as leader:
        before = leader.holding.document.read_text("utf-8")
        monkeypatch.setattr("data.archive.write_whole", full)
        await leader.press("ctrl+s")
        assert leader.told[-1].title == "Disken er full"
        assert str(leader.holding._live.journal.path) in leader.told[-1].message  # noqa: SLF001 - no screen asks for it
        assert leader.holding.document.read_text("utf-8") == before
        await leader.press("f2", *"Ring", "enter", "escape")
        assert find(leader.meeting.tiltak, "T6") is not None


def saved(leader: Leader) -> Meeting:
    """Give the meeting as its document has it."""
    return read(leader.holding.document.read_text("utf-8")).meeting


# Read aloud where it stands


async def test_the_referat_is_read_aloud_in_the_meeting_itself(tmp_path: Path) -> None:
    before = [*all_is_in_place(), acts.finish("")]
    async with leading(tmp_path, "referat", before=before) as leader:
        await leader.press("ctrl+l")
        assert leader.shown == "ReadingAloud"
        while "Hele referatet er lest opp" not in leader.text:
            await leader.press("f8")
        await leader.press("f8")
        assert leader.shown == "MeetingScreen"
        assert leader.meeting.status is Status.LEST_OPP
        assert leader.meeting.life.read_at == dt.time(9)


async def test_what_is_not_finished_can_be_read_but_is_not_read_to_approval(tmp_path: Path) -> None:
    async with leading(tmp_path, "referat", before=all_is_in_place()) as leader:
        await leader.press("ctrl+l")
        while "Hele referatet er lest opp" not in leader.text:
            await leader.press("f8")
        await leader.press("f8")
        assert leader.shown == "ReadingAloud"
        assert leader.told[-1].title == "Referatet er ikke ferdig"
        await leader.press("escape")
        assert leader.meeting.status is Status.UTKAST


async def test_elsewhere_in_the_meeting_nothing_is_read_aloud(tmp_path: Path) -> None:
    async with leading(tmp_path, "tiltak") as leader:
        await leader.press("ctrl+l")
        assert leader.shown == "MeetingScreen"
