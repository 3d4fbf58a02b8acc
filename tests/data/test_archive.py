"""The archive lists every document there is, and never writes over what somebody else wrote."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.archive import (
    UNREADABLE,
    Document,
    SavedBesideError,
    document_at,
    document_path,
    documents,
    fingerprint,
    made_id,
    new_id,
    save,
)
from data.dates.writing import MONTHS
from data.errors import NotSavedError
from data.head import HEAD_BYTES, read_head
from data.locations import Locations, locate
from data.markdown import public, read, write
from data.meeting import Kind, Meeting, Status
from tests.data.meetings import dates, lines

DAY = dt.date(2026, 11, 24)


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path)


def put(locations: Locations, meeting: Meeting) -> Path:
    path = document_path(locations, meeting)
    save(path, write(meeting), known=())
    return path


def meeting(meeting_id: str = "sol-7-a", date: dt.date | None = DAY, group: str = "SOL-7") -> Meeting:
    return Meeting(id=meeting_id, group=group, date=date)


def test_a_new_id_tells_the_group_and_the_day_and_is_a_plain_name(locations: Locations) -> None:
    made = new_id(meeting())
    assert made.startswith("sol-7-2026-11-24-")
    assert locations.journal(made).name == f"{made}.db"
    assert new_id(meeting()) != made


# The list


def test_an_empty_archive_has_no_documents(locations: Locations) -> None:
    assert documents(locations) == []


def test_a_document_tells_what_the_list_shows(locations: Locations) -> None:
    path = put(locations, meeting().having({"kind": Kind.FAGMOTE, "status": Status.GODKJENT}))
    assert documents(locations) == [
        Document("sol-7-a", "SOL-7", "fagmøte", DAY, "godkjent", path, live=False)
    ]


def test_the_newest_comes_first_whatever_its_group(locations: Locations) -> None:
    put(locations, meeting("a", dt.date(2026, 3, 1), "MÅNE-2"))
    put(locations, meeting("b", dt.date(2026, 11, 24), "SOL-7"))
    put(locations, meeting("c", dt.date(2026, 8, 30), "MÅNE-2"))
    assert [document.id for document in documents(locations)] == ["b", "c", "a"]


def test_one_without_a_date_stands_where_it_was_written(locations: Locations) -> None:
    put(locations, meeting("a", dt.date(2026, 3, 1)))
    undated = put(locations, meeting("b", None))
    put(locations, meeting("c", dt.date(2026, 11, 24)))
    noon = dt.datetime(2026, 8, 30, 12, tzinfo=dt.UTC).timestamp()
    os.utime(undated, (noon, noon))
    assert [document.id for document in documents(locations)] == ["c", "b", "a"]


@pytest.mark.parametrize("status", ["innkalling", "utkast"])
def test_a_meeting_that_goes_on_is_live_when_it_has_a_journal(locations: Locations, status: str) -> None:
    path = put(locations, meeting().having({"status": Status(status)}))
    assert not document_at(locations, path).live
    locations.journals.mkdir(parents=True)
    locations.journal("sol-7-a").touch()
    assert document_at(locations, path).live


def test_a_finished_meeting_is_not_live(locations: Locations) -> None:
    path = put(locations, meeting().having({"status": Status.REFERAT}))
    locations.journals.mkdir(parents=True)
    locations.journal("sol-7-a").touch()
    assert not document_at(locations, path).live


def test_what_is_no_meeting_is_listed_as_unreadable(locations: Locations) -> None:
    folder = locations.group("SOL-7")
    folder.mkdir(parents=True)
    (folder / "tom.md").touch()
    (folder / "bilde.md").write_bytes(bytes(range(256)))
    (folder / "mappe.md").mkdir()
    (folder / "lenke.md").symlink_to("/etc/passwd")
    os.mkfifo(folder / "rør.md")
    found = documents(locations)
    assert sorted(document.path.name for document in found) == [
        "bilde.md", "lenke.md", "mappe.md", "rør.md", "tom.md",
    ]  # fmt: skip
    assert {(document.status, document.group) for document in found} == {(UNREADABLE, "sol-7")}


def test_what_is_not_for_the_list_is_not_in_it(locations: Locations) -> None:
    folder = locations.group("SOL-7")
    folder.mkdir(parents=True)
    for name in ("gruppe.md", ".referat.md.1a2b", ".skjult.md", "notat.txt"):
        (folder / name).touch()
    (locations.groups / "løs.md").touch()
    assert documents(locations) == []


def test_a_document_without_an_id_gets_the_same_one_each_time(locations: Locations) -> None:
    path = put(locations, meeting(""))
    first, second = document_at(locations, path), document_at(locations, path)
    assert first.id == second.id == made_id(path, "SOL-7", DAY)
    assert first.id.startswith("sol-7-2026-11-24-")


def test_two_documents_without_ids_are_apart(locations: Locations) -> None:
    paths = [locations.group("SOL-7") / name for name in ("a.md", "b.md")]
    for path in paths:
        save(path, write(meeting("")), known=())
    assert len({document.id for document in documents(locations)}) == 2


headed = st.builds(
    Meeting,
    id=st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True),
    kind=st.sampled_from(Kind),
    group=lines(),
    status=st.sampled_from(Status),
    date=dates(),
    place=lines(),
)


@given(headed)
@example(Meeting(id="a", group="&amp; \\&nbsp;"))
@example(Meeting(id="a", group="#"))
@example(Meeting(id="a", group="C# #"))
@example(Meeting(id="a", group="*a* _b_ [c](d) `e`", place="Dato: 1.1.2020"))
@example(Meeting(id="a", group="for alle for SOL-7"))
def test_the_head_tells_the_same_as_the_whole(any_meeting: Meeting) -> None:
    text = write(public(any_meeting))
    whole = read(text).meeting
    head = read_head(text.encode()[:HEAD_BYTES])
    assert head is not None
    assert (head.id, head.status, head.kind, head.group, head.date) == (
        whole.id,
        whole.status.value,
        whole.kind.value,
        whole.group,
        whole.date,
    )


BY_HAND = {
    "no front matter": """# Referat: samarbeidsmøte for SOL-7

- **Dato:** 24.11.2026
""",
    "plain words": """# Referat fra samarbeidsmøte for SOL-7

Dato: tirsdag 24. november 2026
""",
    "another system": """\ufeff---\r
status: referat\r
---\r
\r
# Samarbeidsmøte for SOL-7 #\r
\r
* Møtedato: 24. nov. 2026\r
""",
    "remarks and more dates": """---
# egen merknad
status: 'referat'
egen: x
...

# Referat: samarbeidsmøte for SOL\\-7
- **Dato**: 24.11.2026

## Deltakere
- **Dato:** 1.1.2020
""",
}


@pytest.mark.parametrize("text", BY_HAND.values(), ids=BY_HAND)
def test_the_head_of_a_file_written_by_hand_is_understood(text: str) -> None:
    head = read_head(text.encode())
    assert head is not None
    assert (head.status, head.kind, head.group, head.date) == ("referat", "samarbeidsmøte", "SOL-7", DAY)
    whole = read(text).meeting
    assert (whole.status.value, whole.kind.value, whole.group, whole.date) == (head.status, *head[2:])


STATUSES_BY_HAND = ["Godkjent", "ferdig", "til godkjenning", "utkast # ikke sendt", '"godkjent"  # 1.12.', ""]
TITLES = ["Referat: samarbeidsmøte for SOL-7", "Utkast til referat: fagmøte for SOL-7", "Fagmøte for SOL-7"]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("status", [*Status, *STATUSES_BY_HAND])
def test_a_status_by_hand_is_what_reading_the_whole_makes_of_it(status: str, title: str) -> None:
    text = f"---\nstatus: {status}\n---\n\n# {title}\n"
    head = read_head(text.encode())
    assert head is not None
    assert head.status == read(text).meeting.status


MONTHS_BY_HAND = st.sampled_from([*MONTHS, "jan", "sept.", "des.", "mai", "November"]) | st.integers(
    0, 13
).map(str)
YEARS_BY_HAND = st.sampled_from(["26", "00", "99", "2026", "1999"])


@st.composite
def dates_by_hand(draw: st.DrawFn) -> str:
    """Give a date as people write it, or nearly."""
    before = draw(st.sampled_from(["", "", "tirsdag ", "tirs. ", "den ", "uke "]))
    between, after = (draw(st.sampled_from([".", ". ", "/", " / ", "-", " ", ""])) for _each in range(2))
    month, end = draw(MONTHS_BY_HAND), draw(st.sampled_from(["", ".", " "]))
    return f"{before}{draw(st.integers(0, 32))}{between}{month}{after}{draw(YEARS_BY_HAND)}{end}"


@settings(max_examples=200)
@given(dates_by_hand() | dates().map(str))
@example("1.11.26")
@example("1/11-2026")
@example("1/11-26")
@example("1. februar 26")
@example("24-11-2026")
def test_a_date_by_hand_is_the_same_in_the_head_and_in_the_whole(date: str) -> None:
    text = f"# Referat: samarbeidsmøte for SOL-7\n\n- **Dato:** {date}\n"
    head = read_head(text.encode())
    assert head is not None
    whole = read(text).meeting.date
    assert whole is None or head.date == whole


NO_DATES = ["31.2.2026", "snart", "", "24. tull 2026", "24.11. 09.30", "våren 1996", "12 2026", "241126"]


@pytest.mark.parametrize("date", NO_DATES)
def test_a_date_that_is_none_is_none(date: str) -> None:
    head = read_head(f"# Referat: samarbeidsmøte for SOL-7\n\n- **Dato:** {date}\n".encode())
    assert head is not None
    assert head.date is None


NO_HEADS = ["", "# Handleliste\n", "---\nid: x\n---\n", "---\nid: x\n# Referat", "\0\xff"]


@pytest.mark.parametrize("text", NO_HEADS)
def test_what_has_no_title_of_ours_has_no_head(text: str) -> None:
    assert read_head(text.encode()) is None


# Where a document lies


def test_a_document_lies_in_its_groups_folder(locations: Locations) -> None:
    assert document_path(locations, meeting()) == locations.groups / "sol-7" / "2026-11-24-samarbeidsmote.md"


def test_a_document_without_group_or_date_has_a_place_too(locations: Locations) -> None:
    path = document_path(locations, meeting(date=None, group="").having({"kind": Kind.FORMOTE}))
    assert path == locations.groups / "uten-gruppe" / "uten-dato-formote.md"


def test_a_meeting_keeps_its_place(locations: Locations) -> None:
    assert put(locations, meeting()) == document_path(locations, meeting())


def test_two_meetings_on_one_day_have_a_place_each(locations: Locations) -> None:
    places = [put(locations, meeting(name)) for name in ("a", "b", "c")]
    assert [path.name for path in places] == [
        "2026-11-24-samarbeidsmote.md",
        "2026-11-24-samarbeidsmote-2.md",
        "2026-11-24-samarbeidsmote-3.md",
    ]


@pytest.mark.parametrize("group", ["../../etc", "/etc/passwd", "..", "\x1b[2J", "a\0b", "å" * 300])
def test_F2_no_group_reaches_out_of_the_archive(locations: Locations, group: str) -> None:
    path = document_path(locations, meeting(group=group))
    assert path.resolve().parent.parent == locations.groups


# Saving


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "referat.md"


def known(text: str) -> list[str]:
    return [fingerprint(text.encode())]


def test_a_file_that_we_know_is_replaced(path: Path) -> None:
    save(path, "første", known=())
    save(path, "andre", known=known("første"))
    assert path.read_text(encoding="utf-8") == "andre"


def test_a_file_that_is_gone_is_written_again(path: Path) -> None:
    save(path, "andre", known=known("første"))
    assert path.read_text(encoding="utf-8") == "andre"


def test_F6_a_file_that_others_changed_stands_and_ours_lies_beside(path: Path) -> None:
    path.write_text("deres", encoding="utf-8")
    with pytest.raises(SavedBesideError, match=r"referat\.konflikt\.md") as told:
        save(path, "vårt", known=known("første"))
    assert path.read_text(encoding="utf-8") == "deres"
    assert told.value.beside == path.with_name("referat.konflikt.md")
    assert told.value.beside.read_text(encoding="utf-8") == "vårt"


def test_F6_a_second_conflict_leaves_the_first(path: Path) -> None:
    path.write_text("deres", encoding="utf-8")
    for text in ("vårt", "vårt igjen"):
        with pytest.raises(SavedBesideError):
            save(path, text, known=())
    assert path.with_name("referat.konflikt.md").read_text(encoding="utf-8") == "vårt"
    assert path.with_name("referat.konflikt-2.md").read_text(encoding="utf-8") == "vårt igjen"


def test_others_who_wrote_just_the_same_are_no_conflict(path: Path) -> None:
    path.write_text("det samme", encoding="utf-8")
    save(path, "det samme", known=())
    assert list(path.parent.iterdir()) == [path]


def test_F4_a_link_planted_in_the_place_is_left_alone(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "annet.md"
    target.write_text("annet", encoding="utf-8")
    path.symlink_to(target)
    with pytest.raises(SavedBesideError):
        save(path, "vårt", known=known("annet"))
    assert path.is_symlink()
    assert target.read_text(encoding="utf-8") == "annet"


def test_a_folder_in_the_place_is_left_alone(path: Path) -> None:
    path.mkdir()
    with pytest.raises(SavedBesideError):
        save(path, "vårt", known=())
    assert path.is_dir()


def test_a_folder_that_cannot_be_made_is_told(path: Path) -> None:
    path.touch()
    with pytest.raises(NotSavedError):
        save(path / "under" / "referat.md", "vårt", known=())
