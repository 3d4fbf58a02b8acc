"""Groups are made, edited and closed on screen, KE is told of what it must know, and nothing is lost."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.archive import documents
from data.group import Group, GroupKind, Member, PlanWish
from data.groups import create_group, groups, open_group, update_group
from data.markdown.group import write_group
from data.meeting import ConsentState, TiltakStatus
from screens.line_list import LineList
from screens.widgets import Choice, Field, Marks
from tests.data.sample_group import SAMPLE_GROUP
from tests.screens.holding_a_meeting import DAY, NARROW, WIDE, Leader, at_home, locations_in
from tests.screens.hostile import CONTROL

SAMPLE = write_group(SAMPLE_GROUP)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return create_group(locations_in(tmp_path), SAMPLE_GROUP)


def written(path: Path) -> Group:
    """Give the group as its file has it."""
    return open_group(path).group


def text_of(path: Path) -> str:
    """Give what stands in a file."""
    return path.read_text(encoding="utf-8")


def by_hand(path: Path, text: str, instead: str) -> None:
    """Put another text in the place of one in a file, as an editor does."""
    path.write_text(text_of(path).replace(text, instead), encoding="utf-8")


async def open_first(leader: Leader) -> None:
    """Go from home into the first group."""
    await leader.press("ctrl+g")
    await leader.press("enter")


async def turn_to(leader: Leader, path: str, value: str) -> None:
    """Go to a choice and turn it to a value."""
    choice = next(one for one in leader.app.screen.query(Choice) if one.path == path)
    leader.app.screen.set_focus(choice)
    for _turn in range(6):
        if choice.value == value:
            return
        await leader.press("right")
    raise AssertionError(value)


async def test_a_group_is_made_with_a_proposed_alias(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+g")
        assert "Ny gruppe" in leader.text
        await leader.press("enter")
        assert leader.field("alias").words == "SOL-1"
        await leader.fill("koordinator", "Kari Kladd")
        await leader.press("ctrl+s")
        assert leader.shown == "GroupScreen"
        assert "SOL-1 · samarbeidsgruppe" in leader.lines[0]
    group = written(locations_in(tmp_path).groups / "sol-1" / "gruppe.md")
    assert (group.alias, group.koordinator, group.created) == ("SOL-1", "Kari Kladd", DAY)


async def test_a_full_name_is_warned_of_before_it_is_used(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+g", "ctrl+n")
        await leader.fill("alias", "Per Prøve")
        await leader.press("ctrl+s")
        assert leader.shown == "NewGroup"
        assert "fullt navn" in leader.text
        assert groups(locations_in(tmp_path)) == []
        await leader.fill("alias", "PP")
        await leader.press("ctrl+s")
        assert leader.shown == "GroupScreen"


async def test_an_alias_that_is_taken_is_told_and_the_page_stays(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+g", "ctrl+n")
        await leader.fill("alias", "sol-7")
        await leader.press("ctrl+s")
        assert leader.shown == "NewGroup"
        assert any("finnes" in one.title for one in leader.told)
    assert written(path) == SAMPLE_GROUP


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.usefixtures("path")
async def test_a_group_shows_who_it_is_and_what_is_open(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path, size=size) as leader:
        await open_first(leader)
        assert "SOL-7 · ansvarsgruppe" in leader.lines[0]
        assert leader.field("koordinator").words == "Kari Kladd"
        assert "Mor Eksempel" in leader.said("#members")
        assert "skriftlig" in leader.said("#consents")
        assert "T2" in leader.said("#tiltak")
        assert "T1" not in leader.said("#tiltak")
        assert "Veien videre" in leader.said("#plan")


async def test_what_is_typed_is_in_the_file_and_can_be_taken_back(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        await leader.fill("mandate", "Et annet mandat.")
        assert written(path).mandate == "Et annet mandat."
        await leader.fill("created", "1.10.2026")
        assert written(path).created == dt.date(2026, 10, 1)
        await leader.go_to("#members", "p1")
        await leader.press("ctrl+z", "ctrl+z")
        assert written(path) == SAMPLE_GROUP
        assert leader.field("mandate").words == SAMPLE_GROUP.mandate


async def test_whose_rules_a_group_follows_is_chosen_by_their_titles(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        assert "som i innstillingene" in leader.line("Regler")
        await turn_to(leader, "profile", "kafjord")
        assert "Kåfjord" in leader.line("Regler")
        assert 'profil: "kafjord"' in text_of(path)
        await turn_to(leader, "profile", "")
        assert "profil:" not in text_of(path)


async def test_more_standing_members_than_the_rules_have_are_warned_of(tmp_path: Path, path: Path) -> None:
    six = tuple(Member(id=f"p{n}", name=f"Prøve {n}") for n in range(10, 16))
    update_group(path, lambda group: group.having({"members": (*group.members, *six)}))
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        assert "faste medlemmer" not in leader.text, "the neutral rules have no such number"
        await turn_to(leader, "profile", "kafjord")
        assert "Høyst 6 er rammen" in leader.said("#too-many")
        assert "(Kåfjord)" in leader.said("#too-many")


async def test_members_goals_and_planned_meetings_come_and_go(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        for rows, field, text in (
            ("members", "name", "Una Utkast"),
            ("goals", "text", "Sove bedre"),
            ("plan", "theme", "Sommeren"),
        ):
            await leader.go_to(f"#{rows}", "+")
            await leader.press("enter")
            assert leader.shown == "Card"
            added = [one.path for one in leader.app.screen.query(Field) if one.path.endswith(f"/{field}")]
            await leader.fill(added[0], text)
            await leader.press("escape")
        group = written(path)
        assert group.members[-1].name == "Una Utkast"
        assert (group.goals[-1].id, group.goals[-1].text) == ("M3", "Sove bedre")
        assert group.plan[-1].theme == "Sommeren"
        await leader.go_to("#members", "p4")
        await leader.press("enter")
        await leader.press("ctrl+d")
        assert [one.name for one in written(path).members][2:] == ["Per Prøve", "Una Utkast"]


async def test_a_row_that_nobody_wrote_in_goes_out_again(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        await leader.go_to("#members", "+")
        await leader.press("enter")
        await leader.press("escape")
        assert leader.shown == "GroupScreen"
        assert "Nytt" not in leader.said("#members")
    assert written(path) == SAMPLE_GROUP


async def test_a_service_that_a_member_comes_from_may_be_given_consent(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        await leader.go_to("#consents", "Skolen")
        await leader.press("enter")
        await turn_to(leader, "consents/Skolen/state", "muntlig")
        await leader.fill("consents/Skolen/given_by", "Mor Eksempel")
        await leader.press("escape")
    given = next(one for one in written(path).consents if one.id == "Skolen")
    assert (given.state, given.given_by) == (ConsentState.ORAL, "Mor Eksempel")


async def test_space_turns_a_consent_as_in_a_meeting_and_left_turns_it_back(
    tmp_path: Path, path: Path
) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        await leader.go_to("#consents", "Skolen")
        await leader.press("space")
        await leader.press("space")
        given = next(one for one in written(path).consents if one.id == "Skolen")
        assert (given.state, given.since) == (ConsentState.ORAL, DAY)
        await leader.press("left", "left")
    given = next(one for one in written(path).consents if one.id == "Skolen")
    assert (given.state, given.since, given.at) == (ConsentState.UNKNOWN, None, None)


async def test_letters_on_a_row_that_adds_begin_a_new_one(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        for rows in ("#members", "#goals"):
            await leader.go_to(rows, "+")
            await leader.press("space", "space")
            await leader.press(*"Nina Ny", "escape")
        await leader.go_to("#plan", "+")
        await leader.press(*"12.1.2027", "escape")
    group, before = written(path), SAMPLE_GROUP
    assert [one.name for one in group.members] == [*(one.name for one in before.members), "Nina Ny"]
    assert [one.text for one in group.goals] == [*(one.text for one in before.goals), "Nina Ny"]
    assert [one.date for one in group.plan] == [*(one.date for one in before.plan), dt.date(2027, 1, 12)]


async def test_what_a_group_was_called_is_kept_for_its_older_documents(tmp_path: Path, path: Path) -> None:
    (path.parent / "m.md").write_text("# Referat: samarbeidsmøte for SOL-7\n", "utf-8")
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        await leader.fill("alias", "H")
        await leader.fill("alias", "HAV-1")
        await leader.fill("mandate", "Et annet mandat.")
        assert (written(path).alias, written(path).former) == ("HAV-1", "SOL-7")


async def test_a_group_gets_no_alias_that_another_has_or_had(tmp_path: Path, path: Path) -> None:
    create_group(locations_in(tmp_path), Group(id="", alias="ELV-2", former="BEK-1"))
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+g", "down", "enter")
        for taken in ("elv 2", "BEK-1"):
            await leader.fill("alias", taken)
            assert "annen gruppe" in leader.said("#heard")
            assert written(path).alias == "SOL-7"
        await leader.fill("alias", "BEK-12")
        assert written(path).alias == "BEK-12"


async def test_a_group_whose_documents_do_not_name_it_leaves_no_alias_behind(
    tmp_path: Path, path: Path
) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        await leader.fill("alias", "HAV-1")
        await leader.fill("mandate", "Et annet mandat.")
        assert (written(path).alias, written(path).former) == ("HAV-1", "")


async def test_a_group_is_closed_with_why_and_ke_is_told(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        await leader.press("f4")
        await leader.write("Målene er nådd.")
        await leader.press("escape")
        assert leader.shown == "NoticeScreen"
        assert "avsluttet tirsdag 24. november 2026. Målene er nådd." in " ".join(leader.text.split())
        await leader.press("ctrl+s")
        await leader.press("escape")
        assert leader.shown == "GroupList"
        assert "avsluttet 24.11.2026" in leader.text
    assert (written(path).closed, written(path).closed_because) == (DAY, "Målene er nådd.")
    kept = path.with_name("melding-til-ke-2026-11-24-avsluttet.txt")
    assert "SOL-7" in text_of(kept)
    assert documents(locations_in(tmp_path)) == []


async def test_a_closed_group_is_taken_up_again_with_the_same_key(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        await leader.press("f4")
        await leader.press("f4")
        await leader.press("escape")
        assert leader.shown == "GroupList"
    assert written(path) == SAMPLE_GROUP


@pytest.mark.parametrize("meanwhile", ["enter escape", "f1 escape", "f12 x"])
async def test_the_cursor_among_the_groups_is_where_it_was_when_one_comes_back(
    tmp_path: Path, path: Path, meanwhile: str
) -> None:
    create_group(locations_in(tmp_path), Group(id="", alias="ELV-2"))
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+g", "down")
        create_group(locations_in(tmp_path), Group(id="", alias="ASK-3"))
        await leader.press(*meanwhile.split())
        assert leader.shown == "GroupList"
        assert "ASK-3" in leader.text
        highlighted = leader.app.screen.query_one(LineList).highlighted_option
        assert highlighted is not None
        assert highlighted.id == str(path)


async def test_a_new_ansvarsgruppe_is_told_to_ke(tmp_path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+g", "ctrl+n")
        await turn_to(leader, "kind", GroupKind.ANSVARSGRUPPE)
        await leader.press("ctrl+s")
        await leader.press("f6")
        assert "Ansvarsgruppen er opprettet" in leader.text
        await leader.press("ctrl+c")
        assert "opprettet" in leader.app.clipboard


async def test_a_bruker_who_declines_a_plan_is_told_to_ke(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        await leader.press("f6")
        assert "Ingenting nytt" in leader.text
        await leader.press("escape")
        await turn_to(leader, "individual_plan", PlanWish.DECLINED)
        await leader.press("f6")
        assert "ønsker ikke individuell plan" in leader.text
    assert written(path).individual_plan is PlanWish.DECLINED


async def test_a_tiltak_is_set_in_the_group_as_on_the_board(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        await leader.go_to("#tiltak", "T3")
        await leader.press("space")
        assert "gjennomført" in leader.said("#tiltak"), "it stays in sight"
        await leader.go_to("#tiltak", "T2")
        await leader.press("enter")
        await leader.fill("tiltak/T2/reason", "Rommet er bygd om.")
        await leader.press("escape")
    group = written(path)
    told = [(one.tiltak, one.date, one.status, one.reason) for one in group.happenings[-2:]]
    assert told == [
        ("T3", DAY, TiltakStatus.DONE, ""),
        ("T2", DAY, TiltakStatus.NOT_DONE, "Rommet er bygd om."),
    ]
    assert [one.id for one in group.to_meet_again] == ["T2", "T3"]


async def test_the_next_meeting_is_made_from_the_group(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        await leader.press("ctrl+n")
        assert leader.shown == "NewMeeting"
        assert leader.field("group").words == "SOL-7"
        await leader.press("ctrl+s")
        assert leader.shown == "MeetingScreen"
        assert [one.id for one in leader.meeting.tiltak] == ["T2", "T3"]
        assert leader.meeting.date == dt.date(2027, 1, 12)
        await leader.press("ctrl+q")
        assert leader.shown == "GroupScreen"
    made = documents(locations_in(tmp_path))
    assert [one.path.parent for one in made] == [path.parent]


async def test_those_who_come_by_agreement_can_be_invited(tmp_path: Path, path: Path) -> None:
    assert path
    async with at_home(tmp_path) as leader:
        await leader.press("ctrl+n")
        assert "Inviter også" not in leader.text
        await leader.write("sol-7")
        assert "[ ] Tor Test" in leader.line("Inviter også")
        leader.app.screen.set_focus(leader.app.screen.query_one(Marks))
        await leader.press("space", "ctrl+s")
        assert leader.meeting.participants[-1].name == "Tor Test"


async def test_what_others_wrote_is_shown_when_one_comes_back(tmp_path: Path, path: Path) -> None:
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        await leader.press("f1")
        by_hand(path, "Samordne hjelpen", "Samle hjelpen")
        await leader.press("escape")
        assert leader.field("mandate").words.startswith("Samle hjelpen")


async def test_a_group_that_cannot_be_read_is_told_of_and_not_opened(tmp_path: Path, path: Path) -> None:
    by_hand(path, SAMPLE, "Handleliste\n")
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        assert leader.shown == "GroupList"
        assert any("Kan ikke leses" in one.title for one in leader.told)
    assert text_of(path) == "Handleliste\n"


@pytest.mark.parametrize("text", [*CONTROL.values()][:6])
async def test_hostile_text_in_a_group_is_only_text(tmp_path: Path, text: str) -> None:
    group = SAMPLE_GROUP.having({"alias": text, "koordinator": text, "mandate": text})
    create_group(locations_in(tmp_path), group)
    async with at_home(tmp_path) as leader:
        await open_first(leader)
        assert leader.shown == "GroupScreen"
        assert "\x1b" not in leader.text


async def test_a_deadline_at_home_opens_its_tiltak_in_the_group(tmp_path: Path) -> None:
    late = SAMPLE_GROUP.tiltak[1].having({"when": dt.date(2026, 11, 20)})
    tiltak = (SAMPLE_GROUP.tiltak[0], late, SAMPLE_GROUP.tiltak[2])
    create_group(locations_in(tmp_path), SAMPLE_GROUP.having({"tiltak": tiltak}))
    async with at_home(tmp_path) as leader:
        assert "T2 Gi fast plass" in leader.text
        await leader.press("enter")
        assert (leader.shown, leader.at) == ("GroupScreen", "#tiltak T2")
