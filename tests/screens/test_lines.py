"""The lines at the edges of the screen: what they let go of when there is too little room."""

from __future__ import annotations

from screens.commands import Command
from screens.lines import KeyLine

KEYS = KeyLine(
    "keys",
    (
        Command("f1", "help", "Hjelp", ""),
        Command("f3", "send", "Send ut", ""),
        Command("f4", "read", "Les opp", ""),
        Command("escape", "leave", "Tilbake", "", stays=True),
    ),
)


def test_all_keys_stand_where_there_is_room() -> None:
    assert KEYS.within(80).plain == "F1 Hjelp  F3 Send ut  F4 Les opp  Esc Tilbake"
    assert KEYS.within(45).plain == KEYS.within(80).plain


def test_the_last_falls_out_first_and_the_way_out_never() -> None:
    assert KEYS.within(44).plain == "F1 Hjelp  F3 Send ut  Esc Tilbake"
    assert KEYS.within(20).plain == "Esc Tilbake"
