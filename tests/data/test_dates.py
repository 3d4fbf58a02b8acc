"""Norwegian dates: what is understood, what is refused, and that what is written is read back."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.dates import (
    clock,
    clock_text,
    in_list,
    in_table,
    is_date_word,
    iso,
    read_written,
    short,
    spoken,
    understand,
    with_week,
    written,
)
from data.dates.public_days import holiday_names

TUESDAY = dt.date(2026, 11, 24)
"""Today in every table here: week 48, a month before Christmas Eve."""

PHRASES = {
    "2026-11-23": (
        "i går | mandag denne uken | mandag i denne uka | denne mandagen | 23.11.2026 | mandag uke 48"
    ),
    "2026-11-24": (
        "i dag | idag | I DAG | i kveld | innen i dag | 24.11 | 24. november | den 24. | den 24 "
        "| tirsdag 24.11 | tirsdag 24. november 2026 | om 0 dager"
    ),
    "2026-11-25": (
        "i morgen | imorgen | i morgon | I morgen | onsdag | ons | innen i morgen | om en dag | om 1 dag "
        "| onsdag 25. | før torsdag | onsdag denne uken | senest i morgen"
    ),
    "2026-11-26": (
        "i overmorgen | iovermorgen | overmorgen | i overmorgon | tors | tor. | torsdag | om to dager "
        "| før fredag"
    ),
    "2026-11-27": (
        "fre | fre. | fredag | FREDAG | Fredag | fred | på fredag | nå på fredag | til fredag "
        "| innen fredag | senest fredag | seinast fredag | frist fredag | førstkommende fredag "
        "| kommende fredag | fredag førstkommende | fredag denne uken | fredag i denne veka "
        "| denne fredagen | denne uken | denne uka | i denne uken | uke 48 | før helgen | før helga "
        "| innen helgen | fre 27. nov. 2026 | fre 27. nov | fredag 27.11 | fredag 27. | fredag den 27. "
        "| fredag, 27. november | i slutten av uken | i løpet av uka | innen utgangen av uken "
        "| om tre dager | før lørdag | før mandag | fredag i uke 48 | siste fredag i november"
    ),
    "2026-11-28": "lørdag | lør | laurdag | lau | på lørdag | lordag | loerdag | LØRDAG",
    "2026-11-29": "søndag | søn | sundag | på søndag | sondag",
    "2026-11-30": (
        "mandag | man | måndag | på mandag | man. | etter helgen | etter helga | over helgen "
        "| mandag i neste uke | i slutten av måneden | i slutten av november | ved utgangen av måneden "
        "| mot slutten av måneden | i november | denne måneden | før 1. desember | før desember "
        "| innen den 30. | før 1.12"
    ),
    "2026-12-01": (
        "1.12 | 01.12 | 1.12. | 1. 12. | 1/12 | 01/12 | 1.12.26 | 1/12/26 | 1.12.2026 | 01.12.2026 "
        "| 1. 12. 2026 | 1/12/2026 | 2026-12-01 | 1-12-2026 | 1. desember | 1.desember | 1. des | 1. des. "
        "| 1des | 1 desember | 1. Desember 2026 | første desember | fyrste desember | den 1. desember "
        "| den 1. | den første | den 1.12 | tirsdag | tysdag | neste tirsdag | tirsdag neste uke "
        "| tirsdag i neste veke | neste uke tirsdag | i neste uke på tirsdag | om en uke | om 1 uke "
        "| om ei veke | om sju dager | om syv dager | om 7 dagar | innen 1. desember | til 1. desember "
        "| tirsdag 1. desember | tirsdag om en uke | tirsdag i uke 49"
    ),
    "2026-12-04": (
        "neste fredag | neste uke | i neste uke | neste veke | uke 49 | før uke 50 | fredag om en uke "
        "| første fredag i desember | i løpet av neste uke"
    ),
    "2026-12-08": (
        "om 2 uker | om to uker | om2uker | Om 2 Uker | om to veker | om 14 dager | om fjorten dager "
        "| om fjorten dagar | tirsdag uke 50 | tirsdag om to uker | tirsdag om 14 dager"
    ),
    "2026-12-09": (
        "uke 50 onsdag | onsdag uke 50 | onsdag i uke 50 | ons i uke 50 | uke 50 på onsdag "
        "| i uke 50 onsdag | onsdag i veke 50"
    ),
    "2026-12-11": (
        "uke 50 | Uke 50 | uke50 | i uke 50 | veke 50 | uke 50 2026 | i løpet av uke 50 | senest uke 50 "
        "| innen utgangen av uke 50"
    ),
    "2026-12-14": "den 14. | den 14 | den fjortende | mandag 14. | mandag den 14.",
    "2026-12-23": "før jul | innen jul | før jula | før julen | uke 52 | lille julaften",
    "2026-12-24": "om en måned | om ein månad | om 1 måned | julaften | 24. desember | 24.12",
    "2026-12-26": "2. juledag | andre juledag | annen juledag",
    "2026-12-30": (
        "neste måned | i desember | uke 53 | før nyttår | innen nyttår | før årsskiftet "
        "| i slutten av året | innen utgangen av året | i slutten av neste måned"
    ),
    "2027-01-01": "nyttårsdag | første nyttårsdag | 1. januar",
    "2027-01-04": "etter jul | over nyttår | etter nyttår | etter årsskiftet | første mandag i januar",
    "2027-01-13": "ons i uke 2 | uke 2 onsdag | onsdag uke 2",
    "2027-01-14": (
        "14. jan | 14 jan | 14. januar | 14 januar 2027 | 14.1 | 14.01.27 | 14. jan. 2027 | 2027-01-14"
    ),
    "2027-01-29": "i januar | i slutten av januar | i løpet av januar 2027 | siste fredag i januar",
    "2027-02-24": "om tre måneder | om 3 måneder | om 3 mnd",
    "2027-03-19": "før påske | før påsken | innen påske | før påskeferien",
    "2027-03-26": "langfredag",
    "2027-03-29": "andre påskedag | 2. påskedag",
    "2027-03-30": "etter påske | over påske | etter påskeferien",
    "2027-05-06": "Kristi himmelfartsdag | kristi himmelfart",
    "2027-05-14": "før pinse",
    "2027-05-17": "17. mai | 17.5 | syttende mai | nasjonaldagen | andre pinsedag",
    "2027-05-18": "etter pinse",
    "2027-05-24": (
        "om ett halvt år | om et halvt år | om eit halvt år | om halvt år | om et halvår | om 6 måneder"
    ),
    "2027-06-23": "St. Hansaften | sankthansaften",
    "2027-07-14": "14. jul | 14. juli",
    "2027-10-29": "før november",
    "2027-11-24": "om et år | om ett år | om 12 måneder",
}

MOMENTS = {
    "2026-11-24 15:00": "i dag kl 15 | i dag klokka 15",
    "2026-11-25 09:00": "i morgen kl 9 | i morgen kl. 09.00 | i morgen 9:00",
    "2026-11-27 14:00": (
        "fredag kl 14 | fredag kl. 14 | fredag kl 14. | fre 14:00 | fredag klokken 14 | kl 14 fredag "
        "| fredagen kl14 | fredag 14.00 | fredag kl 1400 | fre14:00"
    ),
    "2026-11-27 14:30": "kl 14.30 på fredag | fre 14:30 | fredag 14.30 | kl. 14:30 fredag | fre kl 1430",
    "2026-11-27 09:30": "fredag 9.30 | fredag kl 9.30 | fredag kl 930",
    "2026-12-01 09:00": (
        "1. desember kl. 9 | 1.12 kl 9 | kl 9 1.12 | 1.12 9:00 | 1.12.2026 kl 09:00 | kl ni neste tirsdag"
    ),
    "2026-12-08 13:15": "om to uker kl 13.15 | uke 50 tirsdag 13:15",
}

REFUSED = (
    "31.11 | 30. februar | 29.2 | 0.12 | 32.1 | 1.13 | 2026-13-01 | 2026-02-29 | uke 54 | uke 0 | uke 99 "
    "| uke | den 32. | den 0. | 14 | 14. | 2 uker | uken | måned | januar | jul | påske | pinse "
    "| St. Hans | helgen | til helgen | i helgen | før sommeren | etter sommeren | før sommerferien "
    "| før høstferien | etter vinterferien | innen uke 50 | til uke 50 | innen januar | innen neste uke "
    "| snarest | etter hvert | ved behov | om noen dager | om et par uker | om en stund | kl 14 | 14:30 "
    "| 9.30 | fredag kl 25 | fredag kl 14.75 | fredag kl | fredag 14 | fredag kl mai | fredag kl 14-15 "
    "| fredag 27.11 kl | kl 9 kl 10 fredag | torsdag 27. november | mandag 1.12 | torsdag 14. "
    "| fredag 27.11.2025 | mandag og tirsdag | mandag tirsdag | mandag eller fredag | mandag om to uker "
    "| om to | om uker | neste | på | før | innen | den | kl | 1.12.6 | 1.12.026 | 1.12.99 | 1,12 "
    "| 1.12.2026.1 | 1.1.1.1 | 12-1 | 20261201 | 1.12.1026 | 14. jan 20 | fredag morgen | morgen "
    "| etter fredag | uke 53 2027 | hei | ! | ? | - | . | / | : | 3. juledag | femte fredag i februar "
    "| (fredag) | fredag? | 3/4/5/6 | fredag fredag | i slutten av | i slutten av fredag | kristi "
    "| lille langfredag | mån | om 9999 uker | om 99 halvt år | ٣.١٢ | ½ | uke L | fredag 11.01"
)

REMARKS = {
    "mandag denne uken": ("har vært",),
    "1.11.2026": ("har vært", "søndag"),
    "fredag": (),
    "lørdag": ("lørdag",),
    "tirsdag": ("om en uke, ikke i dag",),
    "neste fredag": ("i neste uke, ikke nå på fredag",),
    "neste mandag": (),
    "neste tirsdag": (),
    "uke 50": ("fredag i uken",),
    "uke 53": ("siste arbeidsdag i uken",),
    "i januar": ("siste arbeidsdag i måneden",),
    "i løpet av året": ("siste arbeidsdag i året",),
    "før fredag": ("siste arbeidsdag før",),
    "før uke 50": ("siste arbeidsdag før uken",),
    "før desember": ("siste arbeidsdag før måneden",),
    "før jul": ("siste arbeidsdag før julaften",),
    "over nyttår": ("første arbeidsdag etter nyttår",),
    "før påske": ("siste arbeidsdag før påskeuken",),
    "etter påske": ("første arbeidsdag etter påske",),
    "om en måned": ("julaften",),
    "31.12": ("nyttårsaften",),
    "25.12": ("første juledag",),
    "26.12": ("lørdag", "andre juledag"),
    "17. mai": ("grunnlovsdag", "andre pinsedag"),
    "6.5.2027": ("Kristi himmelfartsdag",),
    "20.11": ("nesten et år til", "lørdag"),
    "uke 45": ("fredag i uken, nesten et år til",),
    "fredag kl 3": ("om natten",),
    "fredag kl 6": (),
}

WORDS = sorted({word for phrases in PHRASES.values() for word in phrases.replace("|", " ").split()})


def each(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(phrase.strip(), means) for means, phrases in table.items() for phrase in phrases.split(" | ")]


def test_the_tables_hold_enough_phrases() -> None:
    assert len(each(PHRASES)) >= 170
    assert len(REFUSED.split(" | ")) >= 80


@pytest.mark.parametrize(("phrase", "date"), each(PHRASES))
def test_a_phrase_means_one_day(phrase: str, date: str) -> None:
    understood = understand(phrase, TUESDAY)
    assert understood is not None
    assert (understood.date.isoformat(), understood.time) == (date, None)


@pytest.mark.parametrize(("phrase", "moment"), each(MOMENTS))
def test_a_phrase_with_a_time_means_one_moment(phrase: str, moment: str) -> None:
    understood = understand(phrase, TUESDAY)
    assert understood is not None
    assert understood.time is not None
    assert f"{understood.date} {understood.time:%H:%M}" == moment


@pytest.mark.parametrize("phrase", ["", "   ", "|", *(phrase.strip() for phrase in REFUSED.split(" | "))])
def test_what_is_impossible_or_open_to_doubt_is_no_date(phrase: str) -> None:
    assert understand(phrase, TUESDAY) is None


@pytest.mark.parametrize(("phrase", "remarks"), REMARKS.items())
def test_remarks_say_what_the_typist_should_know(phrase: str, remarks: tuple[str, ...]) -> None:
    understood = understand(phrase, TUESDAY)
    assert understood is not None
    assert understood.remarks == remarks


@pytest.mark.parametrize("phrase", ["på lørdag", "i går", "påske", "måndag"])
def test_decomposed_letters_are_the_same_letters(phrase: str) -> None:
    assert understand(unicodedata.normalize("NFD", phrase), TUESDAY) == understand(phrase, TUESDAY)


@pytest.mark.parametrize(
    ("today", "phrase", "date"),
    [
        ("2026-01-31", "om en måned", "2026-02-28"),
        ("2027-11-24", "29.2", "2028-02-29"),
        ("2027-12-30", "før jul", "2028-12-22"),
        ("2027-01-01", "etter jul", "2027-01-04"),
        ("2026-12-30", "uke 53", "2026-12-30"),
        ("2027-01-02", "onsdag uke 53", "2026-12-30"),
        ("2027-04-29", "uke 17", "2027-04-30"),
        ("2027-03-15", "uke 12", "2027-03-24"),
        ("2026-11-28", "før helgen", "2026-12-04"),
        ("2026-11-29", "neste mandag", "2026-11-30"),
        ("2026-11-29", "denne uken", None),
        ("2026-11-28", "uke 48", None),
        ("2026-12-31", "i desember", None),
        ("2026-12-31", "om 14 dager", "2027-01-14"),
        ("9999-12-31", "i morgen", None),
    ],
)
def test_the_same_phrase_seen_from_another_day(today: str, phrase: str, date: str | None) -> None:
    understood = understand(phrase, dt.date.fromisoformat(today))
    assert (understood and understood.date.isoformat()) == date


@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), st.dates())
@example("om 999 uker", dt.date.max)
@example("før påske", dt.date.min)
@example("\ud800", TUESDAY)
def test_no_text_raises_and_no_past_date_goes_unsaid(text: str, today: dt.date) -> None:
    understood = understand(text, today)
    assert understood is None or (understood.date < today) == ("har vært" in understood.remarks)


@given(st.dates())
def test_documents_are_read_back(date: dt.date) -> None:
    for text in (
        written(date),
        written(date).split(" ", 1)[1],
        in_table(date),
        iso(date),
        written(date).upper(),
    ):
        assert read_written(text) == date


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), st.none() | st.times(), st.dates())
def test_what_screens_say_is_understood(date: dt.date, time: dt.time | None, today: dt.date) -> None:
    to_the_minute = time and time.replace(second=0, microsecond=0)
    for text in (written(date), in_table(date), iso(date)):
        understood = understand(text, today)
        assert understood is not None
        assert understood[:2] == (date, None)
    understood = understand(spoken(date, time), today)
    assert understood is not None
    assert understood[:2] == (date, to_the_minute)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2150, 12, 31)), st.integers(0, 364))
def test_the_short_form_is_understood_on_its_own_day(today: dt.date, ahead: int) -> None:
    date = today + dt.timedelta(days=ahead)
    understood = understand(short(date, today), today)
    assert understood is not None
    assert understood.date == date


@given(st.dates(dt.date(1950, 1, 1), dt.date(2150, 12, 31)), st.integers(-800, 800))
def test_a_date_in_a_list_fits_its_column_and_is_no_other_date(today: dt.date, away: int) -> None:
    date = today + dt.timedelta(days=away)
    words = in_list(date, today)
    assert len(words) <= 11
    assert words.endswith(str(date.year)) is (date.year != today.year)
    assert words in {in_table(date), in_list(date, date)}


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2150, 12, 31)),
    st.sampled_from(["man", "tirsdag", "på ons", "søndag"]),
)
def test_a_weekday_is_always_ahead_and_within_a_week(today: dt.date, phrase: str) -> None:
    understood = understand(phrase, today)
    assert understood is not None
    assert 1 <= (understood.date - today).days <= 7


def test_dates_are_written_as_people_write_them() -> None:
    friday, april = dt.date(2026, 11, 27), dt.date(2027, 4, 1)
    assert written(TUESDAY) == "tirsdag 24. november 2026"
    assert in_table(april) == "01.04.2027"
    assert iso(friday) == "2026-11-27"
    assert spoken(friday) == "fre 27. nov. 2026"
    assert spoken(april, dt.time(9, 5)) == "tor 1. april 2027 kl. 09:05"
    assert short(friday, TUESDAY) == "fre 27. nov"
    assert in_list(friday, TUESDAY) == "fre 27. nov"
    assert in_list(dt.date(2026, 4, 30), TUESDAY) == "tor 30. apr"
    assert in_list(april, TUESDAY) == "01.04.2027"
    assert short(april, TUESDAY, dt.time(14)) == "tor 1. april 2027 kl. 14:00"
    assert with_week(friday) == "fredag 27. november 2026 (uke 48)"
    assert with_week(friday, dt.time(0)) == "fredag 27. november 2026 kl. 00:00 (uke 48)"


UNWRITTEN = (
    " | 27.11 | 27.11.26 | mandag 27. november 2026 | 31.11.2026 | 2026-11-31 | fredag | november 2026 "
    "| 27. nov 2026 | 27.11.2026. | +27.11.2026 | ٢٧.11.2026 | a b c d e | 27 . november 2026 | -- | 1-2-3"
)


@pytest.mark.parametrize("text", UNWRITTEN.split(" | "))
def test_what_no_document_writes_is_not_read(text: str) -> None:
    assert read_written(text) is None


TIMES = {
    "00:00": "0 | 00 | 0:00",
    "08:15": "klokken 08:15 | kl. 8.15",
    "09:00": "9 | 09 | klokka 9",
    "09:30": "09:30 | 9.30 | 0930 | 930",
    "14:30": "kl. 14.30 | KL14:30 | kl 1430",
    "23:59": " 23:59 ",
}


@pytest.mark.parametrize(("text", "time"), each(TIMES))
def test_times_of_day(text: str, time: str) -> None:
    assert clock(text) == dt.time.fromisoformat(time)


@pytest.mark.parametrize(
    "text", ["", "24", "9:5", "9:60", "14-15", "kl", "ni", "12345", "9:30:00", "-1", "٩"]
)
def test_what_is_no_time_of_day(text: str) -> None:
    assert clock(text) is None


@given(st.times())
def test_times_are_read_back(time: dt.time) -> None:
    assert clock(clock_text(time)) == time.replace(second=0, microsecond=0)


def test_words_that_dates_are_made_of() -> None:
    assert all(is_date_word(word) for word in ("Fredag,", "uke", "14.30", "2026-12-01", "kl."))
    assert not any(is_date_word(word) for word in ("skolen", "fredag!", "x"))


def test_the_holidays_are_those_of_norway() -> None:
    import holidays  # noqa: PLC0415 - takes 0.1 s and 11 MiB; here alone, as the yardstick

    for date, names in holidays.country_holidays("NO", years=range(1950, 2101), language="no").items():
        assert sorted(names.casefold().split("; ")) == sorted(name.casefold() for name in holiday_names(date))
    ours = sum(bool(holiday_names(dt.date(2000, 1, 1) + dt.timedelta(days=day))) for day in range(36_525))
    assert ours == len(holidays.country_holidays("NO", years=range(2000, 2100)))


def test_importing_dates_loads_nothing_heavy_and_no_grammar() -> None:
    program = (
        "import sys, datetime, data.text, data.language; before = set(sys.modules); import data.dates;"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    light = ("clock", "public_days", "understanding", "writing")
    assert done.stdout.split() == ["data.dates", *(f"data.dates.{name}" for name in light)]
