"""A search finds what a person who reads every document would find, the newest first."""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.clean import clean
from data.index import Filter, Index
from data.index import searching as how
from data.index.hits import Wanted
from data.index.words import small, terms
from data.locations import Locations, locate
from tests.data.index.archive_of_texts import found, listed, put


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({}, tmp_path)


# Words


def test_a_word_is_found_inside_a_longer_one(locations: Locations) -> None:
    put(locations, "a", "Mindre skolevegring om mandagene.")
    put(locations, "b", "Mer lek.")
    for part in ("vegring", "skolevegring", "skolev", "levegr", "gr", "vE", "MANDAG"):
        assert found(locations, part) == ["a"], part


def test_I10_a_letter_with_a_ring_is_another_letter(locations: Locations) -> None:
    put(locations, "a", "Hun får hjelp.")
    put(locations, "b", "Far hjelper.")
    assert found(locations, "far") == ["b"]
    assert found(locations, "får") == ["a"]
    assert found(locations, "FÅR") == ["a"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("asked", ["NFC", "NFD"])
def test_I10_both_ways_of_writing_a_ring_are_one(locations: Locations, form: str, asked: str) -> None:
    put(locations, "a", unicodedata.normalize(form, "Ønsker å få ro på skolen. ÆRLIG."))  # type: ignore[arg-type]
    for word in ("ønsker", "å", "få", "ærlig"):
        assert found(locations, unicodedata.normalize(asked, word)) == ["a"], word  # type: ignore[arg-type]
    assert found(locations, "fa") == []


@pytest.mark.parametrize("odd", ['"lek', 'lek"', "*lek*", "-lek", "lek^", "(lek)", "lek:", "'lek'", "lek;--"])
def test_I9_signs_round_a_word_mean_nothing(locations: Locations, odd: str) -> None:
    put(locations, "a", "Mer lek.")
    put(locations, "b", "Mer ro.")
    assert found(locations, odd) == ["a"]


@pytest.mark.parametrize("word", ["AND", "NOT", "NEAR", "NEAR(", "words", "words:", "rank"])
def test_I9_words_of_the_database_are_words(locations: Locations, word: str) -> None:
    put(locations, "a", f"Her står {word.lower()} i teksten.")
    put(locations, "b", "Her står det ikke.")
    assert found(locations, word) == ["a"]
    assert found(locations, f"står {word} teksten") == ["a"]


@pytest.mark.parametrize("nothing", ["", "  ", '"', "*", "-- ''", "|", "\x00", "…"])
def test_I9_a_query_without_words_finds_nothing(locations: Locations, nothing: str) -> None:
    put(locations, "a", "* Noe | annet.")
    assert found(locations, nothing) == []


def test_all_words_must_be_there_wherever_they_stand(locations: Locations) -> None:
    put(locations, "a", "Fravær på mandager.\n\nMer skolevegring nå.")
    put(locations, "b", "Fravær.")
    assert found(locations, "vegring fravær") == ["a"]
    assert found(locations, "fravær") == ["b", "a"]


def test_what_is_typed_with_a_sign_inside_stands_so(locations: Locations) -> None:
    put(locations, "a", "Avtalen er SOL-8, kl. 14.30.")
    put(locations, "b", "SOL og 8 hver for seg, 30 og 14.")
    assert found(locations, "sol-8") == ["a"]
    assert found(locations, "14.30") == ["a"]


def test_what_is_escaped_in_the_file_is_found_as_it_is_read(locations: Locations) -> None:
    put(locations, "a", r"Skriv til a\_b om skole\-ro &amp; lek.")
    assert found(locations, "a_b skole-ro lek") == ["a"]
    assert found(locations, "amp") == []


def test_hidden_marks_do_not_hide_a_word(locations: Locations) -> None:
    put(locations, "a", "skole\u00advegr\u200bing")
    assert found(locations, "skolevegring") == ["a"]


def test_the_front_matter_is_not_searched(locations: Locations) -> None:
    put(locations, "hemmelig", "Lek.")
    assert found(locations, "hemmelig") == []


def test_the_newest_come_first_and_no_more_than_are_asked_for(locations: Locations) -> None:
    for name, date in (("b", "1.2.2025"), ("a", "2026-11-24"), ("d", "3. mars 2019"), ("c", "31.12.2024")):
        put(locations, name, "Lek.", date=date)
    assert found(locations, "lek") == ["a", "b", "c", "d"]
    assert found(locations, "lek", most=2) == ["a", "b"]


def test_a_part_of_very_many_words_is_found_in_every_document(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(how, "READ_FIRST", 3)
    for number in range(12):
        date = f"{number + 1}.3.2026"
        words = " ".join(f"bo{number}x{each}vegring" for each in range(110))
        put(locations, f"d{number:02}", words, date=date)
        put(locations, f"e{number:02}", "Ingen ting.", date=date)
    assert how.FEW < 12 * 110
    assert found(locations, "vegring") == [f"d{number:02}" for number in reversed(range(12))]
    assert found(locations, "vegring bo3x") == ["d03"]
    assert found(locations, "ve") == found(locations, "vegring")


@settings(max_examples=30)
@given(
    archive=st.lists(st.dictionaries(st.integers(0, 7), st.sets(st.integers(0, 5))), min_size=1, max_size=3),
    leading=st.integers(1, 4),
)
def test_the_newest_come_first_also_where_only_the_leading_words_are_asked_for(
    archive: list[dict[int, set[int]]], leading: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """An archive that grows and is changed: by document the words, which hold two parts."""
    locations = locate({}, tmp_path_factory.mktemp("arkiv"))
    standing: dict[int, set[int]] = {}
    with pytest.MonkeyPatch.context() as patch, Index(locations) as index:
        patch.setattr(how, "LEADING", leading)
        for written in archive:
            for day, words in written.items():
                text = " ".join(f"bok{word}vegring" if word % 2 else f"x{word}vegring" for word in words)
                put(locations, f"d{day}", text or "Ingen ting.", date=f"{day + 1}.3.2026")
            standing |= written
            index.look()
            for query, fits in (("vegring", {0, 1, 2, 3, 4, 5}), ("vegr bok", {1, 3, 5})):
                expected = [f"d{day}" for day in sorted(standing, reverse=True) if standing[day] & fits]
                assert [hit.document.path.stem for hit in index.search(query)] == expected


LETTERS = st.sampled_from('aAåÅfrRøo \n"*-|.\\_&<>#')
PAGES = st.text(LETTERS, max_size=30)


@settings(max_examples=60)
@given(texts=st.lists(PAGES, min_size=1, max_size=5), query=st.text(LETTERS, min_size=1, max_size=6))
def test_every_hit_is_true_and_none_is_missing(
    texts: list[str], query: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    locations = locate({}, tmp_path_factory.mktemp("arkiv"))
    folder = locations.groups / "x"
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        (folder / f"{number}.md").write_text(text, "utf-8")
    with Index(locations) as index:
        index.look()
        hits = {hit.document.path.stem for hit in index.search(query)}
    asked = Wanted(query)
    read_by_eye = {str(n) for n, text in enumerate(texts) if asked.terms and asked.lines_in(text.encode())}
    assert hits == read_by_eye
    for number, text in enumerate(texts):
        if not set(text) & set("\\&"):
            low = small(clean(text))
            assert (str(number) in hits) == bool(terms(query) and all(term in low for term in terms(query)))


# Lines


def lines(text: str, query: str) -> list[tuple[int, str, list[str]]]:
    """Give each line of hits with its number and what is marked."""
    return [
        (line.number, line.text, [line.text[start:end] for start, end in line.marks])
        for line in Wanted(query).lines_in(text.encode())
    ]


def test_a_hit_is_shown_in_its_line() -> None:
    text = '---\nid: "x"\n---\n\n## Runde\n\n**Utfordringer:** Skolevegring, mye vegring.\n'
    assert lines(text, "vegring") == [(7, "Utfordringer: Skolevegring, mye vegring.", ["vegring", "vegring"])]


def test_a_row_of_a_table_is_shown_as_its_cells() -> None:
    text = "| Nr | Hva |\n|----|-----|\n| T3 | Gi \\| fast<br>plass |  |\n"
    assert lines(text, "plass") == [(3, "T3 · Gi | fast plass", ["plass"])]


def test_the_lines_with_most_of_the_words_are_shown() -> None:
    text = "en\nto\nen\nto\nen to tre\ntre"
    assert [number for number, _text, _marks in lines(text, "en to tre")] == [1, 2, 5]


def test_marks_stand_right_in_text_that_grows_in_small_letters() -> None:
    assert lines("İİ Ærlig lek\n", "lek ærlig") == [(1, "İİ Ærlig lek", ["Ærlig", "lek"])]


def test_marks_that_meet_are_one() -> None:
    assert lines("skolevegring\n", "skole vegring ole") == [(1, "skolevegring", ["skolevegring"])]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_are_counted_however_they_end(ends: str) -> None:
    assert lines(f"---{ends}id: x{ends}---{ends}En.{ends}Lek.{ends}", "lek")[0][0] == 5


# Filters


def test_filters_let_through_what_is_asked_for(locations: Locations) -> None:
    put(locations, "a", "Lek.", kind="fagmøte", status="godkjent", date="3.2.2026", person="Ola Øving")
    put(locations, "b", "Lek.", group="ÅS-2", date="31.12.2025")
    put(locations, "c", "Ro.", date="1.1.2026")
    put(locations, "d", "Lek.", group="X", date="1.1.2024", kind="tverrfaglig drøftingsmøte", person="A")
    for wanted, expected in (
        (Filter(group="sol-7"), ["a", "c"]),
        (Filter(group="ås-2"), ["b"]),
        (Filter(group="sol"), []),
        (Filter(kind="Fag"), ["a"]),
        (Filter(kind="drøfting"), ["d"]),
        (Filter(kind="møte"), []),
        (Filter(status="godkjent"), ["a"]),
        (Filter(year=2026), ["a", "c"]),
        (Filter(year=2025), ["b"]),
        (Filter(year=1), []),
        (Filter(year=9999), []),
        (Filter(person="øving"), ["a"]),
        (Filter(person="kladd kari"), ["c", "b"]),
        (Filter(person="kladd", year=2025), ["b"]),
    ):
        assert listed(locations, wanted) == expected, wanted
        assert found(locations, "lek", wanted) == [name for name in expected if name != "c"], wanted


def test_a_word_of_the_text_is_no_participant(locations: Locations) -> None:
    put(locations, "a", "Ola Øving kom ikke.")
    assert listed(locations, Filter(person="Øving")) == []
    assert found(locations, "kom", Filter(person="Øving")) == []


def test_the_values_there_are_to_choose_among(locations: Locations) -> None:
    put(locations, "a", kind="fagmøte")
    put(locations, "b", group="ÅS-2", status="utkast")
    with Index(locations) as index:
        index.look()
        assert index.values("group") == ["SOL-7", "ÅS-2"]
        assert index.values("kind") == ["fagmøte", "samarbeidsmøte"]
        assert index.values("status") == ["referat", "utkast"]


def test_the_days_of_every_group_however_its_name_is_written(locations: Locations) -> None:
    put(locations, "a", group="ÅS-2", date="3.2.2026", status="godkjent")
    put(locations, "b", group="ås-2", date="4.2.2026")
    put(locations, "c", group="ÅS-2", date="5.2.2026", status="utkast")
    put(locations, "d", group="SOL-7", date="ikke bestemt")
    with Index(locations) as index:
        index.look()
        every, finished = index.days(but=()), index.days(but={"utkast"})
    assert {group: [day.day for day in sorted(days)] for group, days in every.items()} == {"ås-2": [3, 4, 5]}
    assert {group: sorted(days) for group, days in finished.items()} == {
        "ås-2": [dt.date(2026, 2, 3), dt.date(2026, 2, 4)]
    }
