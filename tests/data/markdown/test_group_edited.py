"""Groups that people edited by hand: they open, and nothing that was written is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import UnreadableError
from data.group import Group, GroupKind, PlanWish
from data.markdown.group import read_group, read_group_bytes, write_group
from tests.data.markdown.editing import TYPED, edited, words
from tests.data.markdown.samples import sample

SAMPLES = ("gruppe", "gruppe-endret", "gruppe-halv")

OURS = (
    "amp nbsp br malstyrt gruppe samarbeidsgruppe ansvarsgruppe for rundt koordinator leder individuell "
    "plan ip opprettet fordi avsluttet medlemmer navn rolle stilling tjeneste deltar fast samtykke gitt av "
    "gjelder fra til ikke trukket mål nr vurdering konklusjon hva hvem når frist status åpen nivå hjelper "
    "mer om disse tiltakene møteplan dato tid kl sted tema tiltak møte des feb"
)
"""Words of headings and titles of our own, which go with what stood under them."""


def opened(text: str) -> Group | None:
    """Give the group that a text holds, None when it is refused, which it is as a whole."""
    try:
        return read_group(text).group
    except UnreadableError as error:
        refused = error
    assert refused.line == 1
    assert refused.message
    return None


@given(edited(SAMPLES))
def test_an_edited_group_is_steady_from_the_first_saving(text: str) -> None:
    if group := opened(text):
        saved = write_group(group)
        assert write_group(read_group(saved).group) == saved


@given(edited(SAMPLES))
def test_no_word_of_an_edited_group_is_lost(text: str) -> None:
    if group := opened(text):
        headings = words(" ".join(re.findall(r"(?m)^#+ .*$", text)))
        assert words(text) - words(write_group(group)) - words(OURS) - headings == set()


@given(st.text() | st.lists(st.sampled_from(TYPED)).map("\n".join))
def test_any_text_at_all_opens_as_a_group_or_is_refused(text: str) -> None:
    for whole in (text, "# Ansvarsgruppe: SOL-7\n\n" + text, "---\n" + text):
        if group := opened(whole):
            assert write_group(group)


def test_what_people_added_stays_where_it_stood() -> None:
    saved = write_group(read_group(sample("gruppe-endret")).group)
    assert 'gruppe: "sol-7"\narkiv: 2026/4711\n' in saved
    assert "- **Koordinator:** Kari Kladd\n- **Telefon:** 00 00 00 00\n" in saved
    assert "## Tiltak\n\nDisse gjelder.\n\n| Nr" in saved
    assert saved.index("## Tiltak") < saved.index("## Værmelding\n\nSol hele dagen.")
    rows = [re.sub(" +", " ", line) for line in saved.split("\n")]
    assert "| 12.01.2027 | Veien videre | Kari |" in rows
    assert "| etter jul | Oppsummering | Per |" in rows
    assert "| 24.11.2026 | T2 | åpen | på telefon |" in rows


def test_what_is_not_understood_in_a_group_is_told_by_line() -> None:
    reading = read_group(sample("gruppe-endret"))
    told = [(problem.line, problem.message) for problem in reading.problems]
    assert told[0] == (4, "Nøkkelen «arkiv» brukes ikke, og blir stående. Ventet gruppe / profil.")
    assert told[1] == (11, "Her står «kanskje», men det skulle stått ikke avklart / ønskes / ønskes ikke.")
    assert told[2] == (12, "Her står «en gang i høst», men det skulle stått en dato, som 24.11.2026.")
    assert (30, "Nummeret T2 står to ganger. Denne raden har fått T3.") in told
    assert [line for line, _message in told] == [4, 11, 12, 21, 30, 30, 30, 31]
    assert read_group(write_group(reading.group)).group.individual_plan is PlanWish.UNKNOWN


def test_a_group_in_peoples_own_words_and_order_is_understood() -> None:
    group = read_group(sample("gruppe-endret")).group
    assert (group.alias, group.kind) == ("SOL-7", GroupKind.SAMARBEIDSGRUPPE)
    assert [(one.id, one.what, one.goal) for one in group.tiltak] == [
        ("T2", "Gi fast plass", "M1"),
        ("T3", "Ringe BUP", ""),
        ("T4", "Kjøpe frukt", ""),
    ]
    assert [member.service for member in group.members] == ["", "Skolen"]
    assert [one.tiltak for one in group.happenings] == ["T2"]


def test_half_a_group_opens_with_the_half_that_is_there() -> None:
    reading = read_group(sample("gruppe-halv"))
    assert reading.problems[0].line == 1
    assert [member.name for member in reading.group.members] == ["Kari Kladd", "Per Prøve"]
    assert [tiltak.what for tiltak in reading.group.tiltak] == ["Ringe BUP", "Kjøpe frukt"]


def test_a_text_about_a_row_stays_with_it_when_rows_come_and_go() -> None:
    group = read_group(sample("gruppe-endret")).group
    first, second = group.plan
    rows = re.sub(" +", " ", write_group(group.having({"plan": (second,)})))
    assert "| etter jul | Oppsummering | Per |" in rows
    assert first.theme not in rows


def test_a_date_set_anew_takes_the_place_of_what_was_not_understood() -> None:
    group = read_group(sample("gruppe-endret")).group
    planned = group.plan[1].having({"date": group.plan[0].date})
    saved = write_group(group.having({"plan": (group.plan[0], planned)}))
    assert "etter jul" not in saved


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Filen er tom. Ventet en gruppe."),
        (b"# Referat: fagm\xc3\xb8te\n", "Samarbeidsgruppe: SOL-7"),
        (b"Hei\n", "Dette er ikke en gruppe"),
    ],
)
def test_what_is_no_group_is_refused_with_what_was_expected(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_group_bytes(data, source="gruppe.md")
    assert told in refused.value.message
    assert refused.value.source == "gruppe.md"


def test_a_group_saved_by_an_older_windows_program_is_read_and_told_of() -> None:
    reading = read_group_bytes("# Ansvarsgruppe: SØL-7\n".encode("cp1252"), source="gruppe.md")
    assert reading.group.alias == "SØL-7"
    assert "UTF-8" in " ".join(problem.message for problem in reading.problems)
