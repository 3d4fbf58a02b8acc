"""Two people write in one field: what each of them wrote stays there, whoever came first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.acts import value
from data.live import Live
from data.merging import Writing, edit, merged
from tests.data.changing import MEETING
from tests.soak.catalogue import times

COMMENT = "entries/ordet:bruker/comment"
words = st.text(st.sampled_from("ab c\n"), max_size=12)


@pytest.mark.parametrize(
    ("before", "theirs", "ours", "both"),
    [
        ("", "Anne l", "B ok", "B ok|Anne l"),
        ("Leser", "Leser avis", "Leser bok", "Leser bok| avis"),
        ("Leser bok", "Leser bok|avis", "Leser boken", "Leser boken|avis"),
        ("Rom 1", "Rom 2", "Rom 3", "Rom 3|2"),
        ("en to tre", "én to tre", "en to fire", "én to fire"),
        ("en to tre", "to tre", "en to", "to"),
        ("en to tre", "en to tre", "en to", "en to"),
        ("en", "to", "to", "to"),
    ],
)
def test_what_both_did_is_in_the_text(before: str, theirs: str, ours: str, both: str) -> None:
    assert merged(before, theirs, ours, "|") == both


@settings(max_examples=times("J2"))
@given(words, words, words)
def test_J2_what_either_of_two_wrote_is_in_the_text(before: str, theirs: str, ours: str) -> None:
    both = merged(before, theirs, ours, "\n")
    assert edit(before, ours).new in both
    assert edit(before, theirs).new in both
    if before == theirs:
        assert both == ours
    if before == ours:
        assert both == theirs


class Typist:
    """Somebody who types in a field a letter at a time, and sees it as it becomes when they stop."""

    def __init__(self, live: Live, path: str) -> None:
        self._live = live
        self._path = path
        self._saw = self._field = str(value(live.meeting, path) or "")

    def types(self, letters: str) -> None:
        """Go on typing where they were; what they see is their own."""
        self._field += letters
        self._live.record(Writing(self._path, self._saw, self._field))
        self._saw = self._field

    @property
    def sees(self) -> str:
        """Give what the field holds for all."""
        self._live.catch_up()
        return str(value(self._live.meeting, self._path))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], Live]]:
    lives: list[Live] = []

    def open_one(who: str) -> Live:
        lives.append(Live.begin(tmp_path / "a.db", MEETING, now=lambda: 1.0, who=who))
        return lives[-1]

    yield open_one
    for live in lives:
        live.close()


@pytest.mark.parametrize(("path", "between"), [(COMMENT, "\n"), ("place", " / ")], ids=["prose", "line"])
def test_J2_two_who_type_at_once_each_see_their_own_words_whole(
    path: str, between: str, opened: Callable[[str], Live]
) -> None:
    kari, per = Typist(opened("kari"), path), Typist(opened("per"), path)
    for letters in (("Hun le", "Han so"), ("ser hver", "ver bed"), (" kveld.", "re.")):
        for typist, typed in zip((kari, per), letters, strict=True):
            typist.types(typed)
    assert kari.sees == per.sees == f"Han sover bedre.{between}Hun leser hver kveld."


@settings(max_examples=times("J2"))
@given(st.lists(st.tuples(st.booleans(), st.text("abcdefgh", min_size=1, max_size=5)), max_size=12))
def test_J2_in_whatever_order_two_type_both_texts_are_there(
    tmp_path_factory: pytest.TempPathFactory, keys: list[tuple[bool, str]]
) -> None:
    path = tmp_path_factory.mktemp("to") / "a.db"
    lives = [Live.begin(path, MEETING, now=lambda: 1.0, who=who) for who in ("kari", "per")]
    typists = [Typist(live, COMMENT) for live in lives]
    typed = ["", ""]
    for second, letters in keys:
        letters_of = letters.upper() if second else letters
        typists[second].types(letters_of)
        typed[second] += letters_of
    seen = typists[0].sees if keys else ""
    assert all(words in seen for words in typed)
    for live in lives:
        live.close()


def test_what_another_took_away_is_not_written_in_nor_met() -> None:
    wish = Writing(path="participants/nobody/name", before="", text="Kari Kladd")
    assert wish(MEETING) is None
    assert not wish.met(MEETING)
