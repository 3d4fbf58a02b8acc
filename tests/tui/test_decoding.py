"""What the keyboard sends: any bytes become text, in any pieces; a paste cannot pass as keys."""

from __future__ import annotations

from typing import AnyStr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.decoding import PASTE_END, PASTE_START, Decoder, EscapeKey, PasteGuard

CUTS = st.lists(st.integers(min_value=1, max_value=7), max_size=40)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
TYPED = st.text(st.sampled_from("aå[~201\x1b"))


def in_pieces(whole: AnyStr, cuts: list[int]) -> list[AnyStr]:
    """Cut something in pieces of the lengths given, the rest in one."""
    pieces: list[AnyStr] = []
    for cut in cuts:
        pieces.append(whole[:cut])
        whole = whole[cut:]
    pieces.append(whole)
    return pieces


def decoded(pieces: list[bytes]) -> str:
    decoder = Decoder()
    text = "".join(decoder.decode(piece) for piece in pieces)
    return text + decoder.give_up()


@given(TEXT, CUTS)
def test_utf_8_in_any_pieces_is_its_text(text: str, cuts: list[int]) -> None:
    assert decoded(in_pieces(text.encode(), cuts)) == text


@given(st.binary(), CUTS)
def test_any_bytes_are_some_text_without_halves_of_characters(data: bytes, cuts: list[int]) -> None:
    text = decoded(in_pieces(data, cuts))

    text.encode()  # raises for half of a surrogate pair
    assert text == decoded([data])


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xe6\xf8\xe5", "æøå"),
        (b"\xc6\xd8\xc5", "ÆØÅ"),
        (b"P\xe5l", "Pål"),
        (b"Br\xf8d", "Brød"),
        (b"\xc3x", "Ãx"),
        (b"\xff", "ÿ"),
        (b"\x80", "€"),
        (b"\x81", "\N{REPLACEMENT CHARACTER}"),
        (b"\xe2\x82x", "â‚x"),
    ],
)
def test_latin_1_is_its_letters(data: bytes, text: str) -> None:
    assert decoded([data]) == text


@given(st.binary())
def test_bytes_that_are_no_utf_8_never_become_control_characters(data: bytes) -> None:
    invalid = bytes(byte | 0x80 for byte in data if byte | 0x80 not in range(0xC2, 0xF5))

    assert not any(0x80 <= ord(letter) < 0xA0 for letter in decoded([invalid]))


def test_a_lone_byte_is_halfway_until_the_terminal_has_shown_that_it_knows_utf_8() -> None:
    decoder = Decoder()
    assert decoder.decode(b"\xe5") == ""
    assert decoder.halfway
    assert decoder.give_up() == "å"
    assert not decoder.halfway

    assert decoder.decode("ø".encode()) == "ø"
    assert decoder.decode(b"\xc3") == ""
    assert not decoder.halfway
    assert decoder.decode(b"\xa5") == "å"


def guarded(pieces: list[str]) -> str:
    guard = PasteGuard()
    return "".join(guard.feed(piece) for piece in pieces)


def without_pastes(typed: str) -> str:
    """Give what is typed with no paste in it, and none begun by its last characters."""
    while PASTE_START in typed:
        typed = typed.replace(PASTE_START, "")
    return typed.rstrip(PASTE_START[:-1])


@given(TYPED, TYPED, TYPED, CUTS)
def test_a_paste_in_any_pieces_loses_its_escapes_and_nothing_else(
    before: str, pasted: str, after: str, cuts: list[int]
) -> None:
    pasted = pasted.replace(PASTE_END, "").rstrip("\x1b[201")
    before, after = without_pastes(before), without_pastes(after)
    whole = before + PASTE_START + pasted + PASTE_END + after

    clean = pasted.replace("\x1b", "")
    assert guarded(in_pieces(whole, cuts)) == before + PASTE_START + clean + PASTE_END + after


def test_what_is_typed_is_never_kept_back() -> None:
    guard = PasteGuard()
    for character in "\x1b[20~\x1b\x1b[A":
        assert guard.feed(character) == character


def test_the_end_of_a_paste_comes_in_one_piece() -> None:
    guard = PasteGuard()
    assert guard.feed(f"{PASTE_START}tekst\x1b[2") == f"{PASTE_START}tekst"
    assert guard.feed("01") == ""
    assert guard.feed("~") == PASTE_END


# The Escape key

KNOWN = {"\x1bOP", "\x1bOA"}


def told_apart(*pieces: str) -> list[str]:
    """Give what comes of pieces that arrive in turn, and then nothing more."""
    escapes = EscapeKey(KNOWN)
    found = [part for piece in pieces for part in escapes.feed(piece)]
    return found + (list(escapes.give_up()) if escapes.halfway else [])


@pytest.mark.parametrize(
    ("pieces", "parts"),
    [
        (["\x1bKari"], ["\x1b", "Kari"]),
        (["Per\x1bKari"], ["Per", "\x1b", "Kari"]),
        (["\x1b"], ["\x1b"]),
        (["\x1b", "Kari"], ["\x1b", "Kari"]),
        (["\x1b\x1b"], ["\x1b", "\x1b"]),
        (["\x1b\r"], ["\x1b", "\r"]),
        (["\x1bOla"], ["\x1b", "Ola"]),
        (["\x1bO"], ["\x1b", "O"]),
        (["\x1bO", "la"], ["\x1b", "Ola"]),
    ],
)
def test_escape_and_what_was_typed_after_it_are_two_things(pieces: list[str], parts: list[str]) -> None:
    assert told_apart(*pieces) == parts


@pytest.mark.parametrize(
    "sent", ["\x1b[A", "\x1b[19~", "\x1bOP", "\x1b[200~x\x1b[201~", "\x1b\x7f", "\x1b[<0;1;1M"]
)
def test_what_other_keys_send_stays_whole(sent: str) -> None:
    assert "".join(told_apart(sent)) == sent
    assert "\x1b" not in told_apart(sent)
    assert told_apart(f"\x1b{sent}")[0] == "\x1b"
    assert "".join(told_apart(f"\x1b{sent}")[1:]) == sent


@given(st.text(st.sampled_from("aO[P\x1b~1\x7f")), CUTS)
def test_nothing_is_lost_or_added_however_it_comes(typed: str, cuts: list[int]) -> None:
    assert "".join(told_apart(*in_pieces(typed, cuts))) == typed
