"""A document as it reads on the screen: no marks, nothing lost."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App

from data.markdown import write
from data.meeting import Meeting
from screens.reading import readable
from tests.data.complete_meeting import complete_meeting
from tests.data.index.archive_of_texts import put
from tests.screens.holding_a_meeting import WIDE, at_home, locations_in
from tests.screens.stage import until

PAGE = """---
id: "sol-7"
---
# Referat

## Mål

**Trygg** på skolen \\*i dag\\* &lt;nå>

- ett
- to

| Navn | Rolle | Møtt |
|---|---|---|
| Kari \\| Kladd | lærer | ja |
| Per | | nei<br>syk |
"""


def test_the_front_matter_and_the_marks_are_left_out() -> None:
    lines = [line for line in readable(PAGE).plain.split("\n") if line]
    assert lines == [
        "Referat",
        "Mål",
        "Trygg på skolen *i dag* <nå>",
        "• ett",
        "• to",
        "• Kari | Kladd · Rolle: lærer · Møtt: ja",
        "• Per · Møtt: nei / syk",
    ]


def test_headings_and_bold_words_are_seen_as_such() -> None:
    content = readable(PAGE)
    bold = [content.plain[span.start : span.end] for span in content.spans if "bold" in str(span.style)]
    assert {"Referat", "Mål", "Trygg"} <= set(bold)


def test_every_word_of_a_whole_referat_is_there() -> None:
    meeting = complete_meeting()
    words = readable(write(meeting)).plain
    said = [
        *(who.name for who in meeting.participants),
        *(entry.challenge for entry in meeting.entries),
        *(tiltak.what for tiltak in meeting.tiltak),
        *(goal.text for goal in meeting.goals),
        meeting.place,
        meeting.purpose,
        "Liv Later",
    ]
    assert [each for each in said if each not in words] == []


@pytest.mark.parametrize("hostile", ["[b]fet[/b]", "[/]", "[@click=app.quit]x[/]", "**", "|", "# x", "`[`"])
def test_what_people_write_is_shown_as_they_wrote_it(hostile: str) -> None:
    page = write(Meeting(id="sol-7", purpose=f"Se {hostile} her"))
    assert f"Se {hostile} her" in readable(page).plain


@given(st.lists(st.text("ab <>&;*_`[]()|\\\\#-+.!~=1\"'{}", min_size=1, max_size=12), min_size=1, max_size=3))
def test_marks_that_people_type_are_shown_as_typed(words: list[str]) -> None:
    place = " ".join(" ".join(words).split())
    meeting = Meeting(id="sol-7", purpose=f"Først {place} sist")
    assert meeting.purpose in readable(write(meeting)).plain


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(readable(text).plain, str)


async def test_I11_a_link_in_a_referat_leads_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    followed: list[object] = []
    monkeypatch.setattr(webbrowser, "open", lambda *where, **_how: followed.append(where))
    monkeypatch.setattr(App, "open_url", lambda _app, *where, **_how: followed.append(where))
    links = (
        "[lenke](http://evil) <http://evil> http://evil [x]: javascript:alert(1) ![bilde](file:///etc/passwd)"
    )
    put(locations_in(tmp_path), "a", links)
    async with at_home(tmp_path, size=WIDE) as leader:
        await leader.press("ctrl+f")
        await leader.app.workers.wait_for_complete()
        await leader.press("down", "enter")
        await until(leader.pilot, lambda: leader.shown == "Reader" and "evil" in leader.text)
        for y, line in enumerate(leader.lines):
            for word in ("lenke", "evil", "javascript", "bilde"):
                if word in line:
                    await leader.pilot.click(offset=(line.index(word), y))
        await leader.press("enter")
        assert leader.app.is_running
    assert followed == []
