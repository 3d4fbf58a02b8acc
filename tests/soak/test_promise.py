"""The promise of the README, in its own words, held by the kills that are tried."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.pty.restless import PROMISE
from tests.soak.catalogue import WHOLE, chance, times
from tests.soak.comparing import ENDS, PACE, tried
from tests.soak.editors import EDITORS

ROOT: Final = Path(__file__).parents[2]

SECONDS: Final = 1.0
LETTERS: Final = 20
WORDS: Final = "the last second, or twenty letters,"
"""The promise for a process that dies: what it may cost of the field being typed in, whichever is more."""

TRIES: Final = max(1, times("K1") // 100)


@pytest.mark.parametrize("page", ["README.md", "docs/reliability.md"])
def test_the_promise_is_made_in_the_words_that_kills_are_held_to(page: str) -> None:
    told = " ".join((ROOT / page).read_text(encoding="utf-8").split())
    assert f"at most {WORDS} of the field being typed in" in told
    assert PROMISE <= SECONDS


@pytest.mark.skipif(not WHOLE, reason="counts as lost what a busy machine has not read yet; K1 to K5 do not")
@pytest.mark.parametrize("end", ENDS)
def test_K1_the_promise_of_the_readme_is_kept_at_forty_letters_a_second(end: str) -> None:
    ours, luck = EDITORS[0], chance("K1", end)
    for _ in range(TRIES):
        outcome = tried(ours, end, luck)
        assert outcome.letters <= (max(LETTERS, SECONDS * PACE) if end == "kill -9" else 0), outcome
        assert (outcome.lines, outcome.hung) == (0, False), outcome
