"""The index follows the files, whoever changes them, and nobody has to think of it."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.archive import documents
from data.index import Index, filling
from data.index.database import writing
from data.locations import Locations, locate
from tests.data.index.archive_of_texts import found, listed, put


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path)


def look(locations: Locations) -> int:
    """Look at the files, and give how many had changed."""
    with Index(locations) as index:
        return index.look()


# Changes by hand


def test_a_second_look_finds_nothing_new(locations: Locations) -> None:
    put(locations, "a", "Lek.")
    put(locations, "b", "Lek.", group="ÅS-2")
    assert look(locations) == 2
    assert look(locations) == 0


def test_a_file_that_is_put_there_is_found(locations: Locations) -> None:
    put(locations, "a", "Lek.")
    look(locations)
    put(locations, "b", "Lek ute.")
    assert look(locations) == 1
    assert found(locations, "lek") == ["b", "a"]


def test_a_file_that_is_edited_is_found_by_its_new_words_alone(locations: Locations) -> None:
    path = put(locations, "a", "Skolevegring.")
    look(locations)
    path.write_text(path.read_text("utf-8").replace("Skolevegring", "Friminutt"), "utf-8")
    assert look(locations) == 1
    assert found(locations, "friminutt") == ["a"]
    assert found(locations, "vegring") == []


def test_an_edit_that_keeps_length_and_date_is_seen(locations: Locations) -> None:
    path = put(locations, "a", "Lek.")
    os.utime(path, ns=(1, 1))
    look(locations)
    beside = path.with_name("ny")
    beside.write_text(path.read_text("utf-8").replace("Lek", "Sov"), "utf-8")
    os.utime(beside, ns=(1, 1))
    beside.replace(path)
    assert found(locations, "sov") == ["a"]


def test_a_file_that_is_renamed_or_moved_is_found_where_it_is(locations: Locations) -> None:
    path = put(locations, "a", "Lek.")
    look(locations)
    path = path.rename(path.with_name("b.md"))
    with Index(locations) as index:
        assert index.look() == 2
        assert [hit.document.path for hit in index.search("lek")] == [path]
    (locations.groups / "sol-7").rename(locations.groups / "sol-8")
    with Index(locations) as index:
        index.look()
        assert [hit.document.path for hit in index.search("lek")] == [locations.groups / "sol-8" / "b.md"]


def test_a_file_or_a_group_that_is_removed_is_gone(locations: Locations) -> None:
    for name in ("a", "b"):
        put(locations, name, "Lek.")
    path = put(locations, "c", "Lek.", group="ÅS-2")
    look(locations)
    path.unlink()
    path.parent.rmdir()
    (locations.groups / "sol-7" / "a.md").unlink()
    assert look(locations) == 2
    assert found(locations, "lek") == listed(locations) == ["b"]


def test_a_hit_that_has_gone_since_the_look_is_no_hit(locations: Locations) -> None:
    gone, changed = put(locations, "a", "Lek."), put(locations, "b", "Lek.")
    with Index(locations) as index:
        index.look()
        gone.unlink()
        changed.write_text("Ro.", "utf-8")
        assert index.search("lek") == []


def test_what_was_removed_leaves_no_word_behind(locations: Locations) -> None:
    path = put(locations, "a", "Hemmeligord i navnet Kanariord.")
    put(locations, "b", "Lek.")
    look(locations)
    assert b"hemmeligord" in raw(locations)
    path.unlink()
    with Index(locations) as index:
        index.look()
        index.tidy()
    assert b"hemmeligord" not in raw(locations)
    assert b"kanari" not in raw(locations)
    assert found(locations, "lek") == ["b"]


def raw(locations: Locations) -> bytes:
    """Give every byte of the index on the disk."""
    return b"".join(file.read_bytes() for file in sorted(locations.cache.iterdir()))


WISHES = st.lists(
    st.tuples(st.sampled_from(["put", "edit", "rename", "remove"]), st.integers(0, 5), st.integers(0, 5)),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wishes=WISHES, looks=st.sets(st.integers(0, 12)))
def test_whatever_is_done_to_the_files_the_index_is_as_one_made_anew(
    wishes: list[tuple[str, int, int]], looks: set[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    locations = locate({}, tmp_path_factory.mktemp("arkiv"))
    for at, (wish, one, other) in enumerate(wishes):
        path = locations.groups / f"g-{one % 2}" / f"n{one}.md"
        if wish == "put":
            put(locations, f"n{one}", f"ord{other}", group=f"G-{one % 2}")
        elif path.exists():
            if wish == "edit":
                path.write_text(path.read_text("utf-8") + f"nytt{other}\n", "utf-8")
            elif wish == "remove":
                path.unlink()
            else:
                path.replace(path.with_name(f"n{other}.md"))
        if at in looks:
            look(locations)
    queries = [f"{word}{n}" for word in ("ord", "nytt") for n in range(6)]
    with Index(locations) as index:
        index.look()
        kept = [index.documents(), *(index.search(query) for query in queries)]
    locations.search_index.unlink()
    with Index(locations) as index:
        index.look()
        assert sorted(index.documents()) == sorted(kept[0])
        assert [sorted(index.search(query)) for query in queries] == [sorted(hits) for hits in kept[1:]]


# The list


def test_the_list_is_that_of_the_archive(locations: Locations) -> None:
    put(locations, "a", date="3.2.2026", status="utkast")
    put(locations, "b", group="ÅS-2")
    put(locations, "c", date="når det passer")
    folder = locations.groups / "sol-7"
    (folder / "uten-id.md").write_text("# Referat: fagmøte for SOL-7\n", "utf-8")
    (folder / "ikke-et-møte.md").write_text("Handleliste", "utf-8")
    (folder / "gruppe.md").write_text("Lek", "utf-8")
    (folder / ".skjult.md").write_text("# Referat\n", "utf-8")
    (folder / "lenke.md").symlink_to(folder / "a.md")
    with Index(locations) as index:
        index.look()
        assert index.documents() == documents(locations)
        assert len(index.documents()) == 6


def test_a_name_that_is_no_text_is_taken_in_and_let_go(locations: Locations) -> None:
    path = put(locations, "a", "Lek.")
    odd = path.rename(os.fsdecode(os.fsencode(path.parent) + b"/\xff.md"))
    assert [look(locations), look(locations)] == [1, 0]
    with Index(locations) as index:
        assert [hit.document.path for hit in index.search("lek")] == [odd]
    odd.unlink()
    assert look(locations) == 1
    assert listed(locations) == []


def test_more_documents_than_a_day_has_room_for(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "PLACES_A_DAY", 2)
    monkeypatch.setattr("data.index.searching.PLACES_A_DAY", 2)
    for number in range(7):
        put(locations, f"n{number}", "Lek.", date="2.1.2026")
    put(locations, "ny", "Lek.", date="3.1.2026")
    put(locations, "gammel", "Lek.", date="1.1.2026")
    names = found(locations, "lek")
    assert names[0] == "ny"
    assert sorted(names) == ["gammel", *(f"n{number}" for number in range(7)), "ny"]


# Broken, private, shared


@pytest.mark.parametrize("junk", [b"", b"noe annet", b"SQLite format 3\0" + b"\xff" * 5000])
def test_J9_a_file_that_is_no_index_is_made_anew(locations: Locations, junk: bytes) -> None:
    put(locations, "a", "Lek.")
    look(locations)
    locations.search_index.write_bytes(junk)
    assert found(locations, "lek") == ["a"]


def test_J9_a_damaged_index_is_made_anew_without_a_word(locations: Locations) -> None:
    for number in range(300):
        put(locations, f"n{number}", f"Lek ord{number} og annet{number}.")
    look(locations)
    whole = locations.search_index.read_bytes()
    for part in range(1, 20):
        at = len(whole) * part // 20
        locations.search_index.write_bytes(whole[:at] + b"\xa5" * 6000 + whole[at + 6000 :])
        with Index(locations) as index:
            index.look()
            index.search("ord29")
            index.documents()
    locations.search_index.write_bytes(whole[: len(whole) // 2])
    assert len(found(locations, "annet29")) == 11


def test_an_index_of_another_version_is_made_anew(locations: Locations) -> None:
    put(locations, "a", "Lek.")
    look(locations)
    database = apsw.Connection(str(locations.search_index))
    database.execute("PRAGMA user_version=99")
    database.close()
    assert found(locations, "lek") == ["a"]


def test_J9_tables_that_were_taken_away_are_made_anew(locations: Locations) -> None:
    put(locations, "a", "Lek.")
    look(locations)
    database = apsw.Connection(str(locations.search_index))
    database.execute("DROP TABLE word; DROP TABLE holding")
    database.close()
    assert found(locations, "lek") == ["a"]


def test_an_index_that_is_deleted_while_it_is_open_is_no_trouble(locations: Locations) -> None:
    put(locations, "a", "Lek.")
    with Index(locations) as index:
        index.look()
        locations.search_index.unlink()
        assert [hit.document.id for hit in index.search("lek")] == ["a"]
    assert found(locations, "lek") == ["a"]


def test_the_index_is_for_its_owner_alone(locations: Locations) -> None:
    put(locations, "a", "Lek.")
    with Index(locations) as index:
        index.look()
        for file in locations.cache.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    assert stat.S_IMODE(locations.cache.stat().st_mode) == 0o700


def test_a_link_in_its_place_is_not_followed(locations: Locations, tmp_path: Path) -> None:
    put(locations, "a", "Lek.")
    other = tmp_path / "annet"
    other.write_text("mitt", "utf-8")
    locations.cache.mkdir()
    locations.search_index.symlink_to(other)
    assert found(locations, "lek") == ["a"]
    assert other.read_text("utf-8") == "mitt"


def test_a_cache_that_cannot_be_written_costs_only_time(locations: Locations) -> None:
    put(locations, "a", "Lek.")
    locations.cache.write_text("en fil i veien", "utf-8")
    assert found(locations, "lek") == ["a"]


def test_a_disk_that_gets_full_costs_only_time(locations: Locations) -> None:
    for number in range(50):
        put(locations, f"n{number}", f"Lek ord{number}. " * 50)
    with Index(locations) as index:
        full = index._database.execute("PRAGMA page_count").get  # noqa: SLF001 - no disk gets full so soon
        index._database.execute(f"PRAGMA max_page_count={full + 2}")  # noqa: SLF001 - the same
        index.look()
        assert len(index.search("ord49")) == 1
        assert len(index.documents()) == 50


def test_a_look_while_somebody_else_writes_for_long_gives_what_is_there(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.index.database.BUSY_MILLISECONDS", 1)
    put(locations, "a", "Lek.")
    look(locations)
    put(locations, "b", "Lek.")
    with Index(locations) as other, writing(other._database):  # noqa: SLF001 - as another program would
        assert found(locations, "lek") == ["a"]
    assert found(locations, "lek") == ["b", "a"]


def test_a_look_that_is_ended_early_keeps_what_is_done(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "AT_A_TIME", 2)
    for number in range(6):
        put(locations, f"2026-0{number + 1}", "Lek.", date=f"1.{number + 1}.2026")
    told: list[tuple[int, int]] = []

    def go_on(done: int, of: int) -> bool:
        told.append((done, of))
        return done < 2

    with Index(locations) as index:
        index.look(go_on)
        assert [hit.document.id for hit in index.search("lek")] == ["2026-06", "2026-05"]
        assert told == [(0, 6), (2, 6)]
    assert len(found(locations, "lek")) == 6


def test_two_programs_may_look_and_search_at_once(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "AT_A_TIME", 10)
    for number in range(100):
        put(locations, f"n{number}", f"Lek ord{number}.")
    counts: list[int] = []

    def one_program() -> None:
        with Index(locations) as index:
            index.look()
            counts.append(len(index.search("lek", most=200)))

    threads = [threading.Thread(target=one_program) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == [100] * 4
    assert len(listed(locations)) == 100
