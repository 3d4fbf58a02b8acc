"""Meetings of every shape: arbitrary valid ones for properties, and a made-up one that is full."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from data.clean import clean_line, clean_prose
from data.meeting import (
    BRUKER,
    GROUP,
    AgendaItem,
    Approval,
    Attendance,
    Consent,
    ConsentState,
    Correction,
    Entry,
    Evaluation,
    Goal,
    Kind,
    LetStand,
    Level,
    Life,
    Meeting,
    NextMeeting,
    Note,
    Participant,
    Remark,
    Standing,
    Status,
    Tiltak,
    TiltakStatus,
    Verdict,
    Visit,
    entry_id,
)
from data.parking import Matter, Parked
from data.rounds import Round, Turn
from data.sleep import Sleep
from tests.data.sample_meeting import sample_innkalling, sample_meeting

__all__ = ["HOSTILE", "dates", "lines", "meetings", "proses", "sample_innkalling", "sample_meeting", "times"]

HOSTILE = (
    "# Overskrift",
    "## Tiltak",
    "#",
    "slutt #",
    "slutt \\#",
    "---",
    "===",
    "- - -",
    "***",
    "_ _ _",
    "- punkt",
    "- # punkt",
    "- - punkt",
    "* punkt",
    "+ punkt",
    "-",
    "1. første",
    "3) tredje",
    "24. november",
    "> sitat",
    "```",
    "~~~",
    "~~strøket~~",
    "`kode`",
    "<script>alert(1)</script>",
    "<!-- bort",
    "<br>",
    "<3",
    "[x](javascript:y)",
    "![bilde](http://x)",
    "[ ] boks",
    "[SOL]: http://x",
    "*kursiv*",
    "**Utfordringer:** fet",
    "**Dato:** i går",
    "2 * 3",
    "_under_strek_",
    "snake_case",
    "|",
    "| a | b |",
    "|---|---|",
    "--- | ---",
    ":-:",
    "a | b",
    "\\",
    "\\|",
    "\\\\|",
    "C:\\mappe\\",
    "&amp;",
    "&#35;",
    "&nbsp;",
    "AT&T",
    "!",
    "$x$",
    "Dato: i dag",
    "Godkjent: ja",
    "Sted: ute",
    "M1",
    "Brukeren",
    "Gruppen",
    "møtt, kom 09:00: Per",
    ": Per",
    "T1",
    "👩‍👧 hei 🎉",
    "a\u030a og e\u0301",
    "\u0301først",
    "\u202ebakvendt",
    "\x1b[2J",
    "\x00",
    "\t  innrykk",
    "    kode",
    "Ærlig Østby Åse",
    "lang " * 200,
    "æ" * 300,
)
"""Texts that mean something to a parser, a terminal or a careless reader."""

WORDS = st.sampled_from(HOSTILE) | st.text(max_size=20) | st.sampled_from(["", "Kari Kladd", "Ringe BUP"])


def lines() -> st.SearchStrategy[str]:
    """Give one line of text as a meeting holds it."""
    joined = st.lists(WORDS, max_size=3).map(" ".join)
    return joined.map(clean_line)


def proses() -> st.SearchStrategy[str]:
    """Give several lines of text as a meeting holds them."""
    joined = st.lists(WORDS | st.sampled_from(["\n", "\n\n"]), max_size=8).map("\n".join)
    return joined.map(clean_prose)


def dates() -> st.SearchStrategy[dt.date | None]:
    """Give a date, or none."""
    return st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


def times() -> st.SearchStrategy[dt.time | None]:
    """Give a time of day, or none; a clock was never read to the microsecond, but it may have been."""
    return st.none() | st.times()


def participants() -> st.SearchStrategy[tuple[Participant, ...]]:
    """Give participants, of whom some may have the same name."""
    one = st.builds(
        Participant,
        id=st.just("p"),
        name=lines() | st.sampled_from(["Per Prøve", "Kari Kladd", "Brukeren"]),
        role=lines(),
        service=lines() | st.just("PPT"),
        bruker=st.booleans(),
        brings_case=st.booleans(),
        standing=st.sampled_from(Standing),
        expected=st.just("") | lines(),
        attendance=st.sampled_from(Attendance),
        stand_in=st.just("") | lines(),
        arrived=times(),
        left=times(),
        innspill=st.just("") | proses(),
    )
    return st.lists(one, max_size=5).map(lambda found: _numbered(found, "p"))


def _numbered(parts: list[Participant], letter: str) -> tuple[Participant, ...]:
    """Give parts their ids, as people who came and went leave them: in order, with gaps."""
    return tuple(part.having({"id": f"{letter}{2 * place}"}) for place, part in enumerate(parts, 1))


def agendas() -> st.SearchStrategy[tuple[AgendaItem, ...]]:
    """Give a saksliste."""
    one = st.builds(
        AgendaItem,
        id=st.just("s"),
        title=lines(),
        raised_by=lines(),
        minutes=st.integers(0, 600),
        eventuelt=st.booleans(),
        conclusion=st.just("") | proses(),
    )
    numbered = st.lists(one, max_size=4)
    return numbered.map(
        lambda found: tuple(item.having({"id": f"s{2 * place}"}) for place, item in enumerate(found, 1))
    )


def goals() -> st.SearchStrategy[tuple[Goal, ...]]:
    """Give goals."""
    one = st.builds(
        Goal,
        id=st.integers(1, 99).map("M{}".format),
        text=lines(),
        verdict=st.none() | st.sampled_from(Verdict),
        conclusion=st.just("") | proses(),
    )
    return st.lists(one, max_size=4, unique_by=lambda goal: goal.id).map(tuple)


def tiltak() -> st.SearchStrategy[tuple[Tiltak, ...]]:
    """Give tiltak, carried and agreed."""
    one = st.builds(
        Tiltak,
        id=st.integers(1, 999).map("T{}".format),
        what=lines(),
        who=lines(),
        helpers=st.just("") | lines(),
        when=dates(),
        at=times(),
        goal=st.sampled_from(["", "M1", "M2", "M3"]),
        start=dates(),
        duration=st.just("") | lines(),
        evaluated=dates(),
        level=st.none() | st.sampled_from(Level),
        status=st.sampled_from(TiltakStatus),
        reason=st.just("") | lines(),
        carried=st.booleans(),
    )
    return st.lists(one, max_size=5, unique_by=lambda found: found.id).map(tuple)


def entries(speakers: list[str]) -> st.SearchStrategy[tuple[Entry, ...]]:
    """Give what was said by some of the speakers in some steps."""
    one = st.builds(
        _entry,
        st.sampled_from(["ordet", "runde1", "runde2", "team", "hort", "siste-runde", "Steg: x", "runde"]),
        st.sampled_from(speakers),
        st.lists(st.just("") | proses(), min_size=5, max_size=5),
        st.lists(st.sampled_from(["M1", "M2", "M3"]), unique=True),
    )
    return st.lists(one, max_size=6, unique_by=lambda entry: entry.id).map(tuple)


def _entry(step: str, speaker: str, texts: list[str], goals: list[str]) -> Entry:
    progress, challenge, tried, contribution, comment = texts
    return Entry(
        id=entry_id(step, speaker),
        step=step,
        speaker=speaker,
        progress=progress,
        challenge=challenge,
        tried=tried,
        contribution=contribution,
        comment=comment,
        goals=tuple(goals),
    )


def evaluations() -> st.SearchStrategy[tuple[Evaluation, ...]]:
    """Give evaluations."""
    one = st.builds(
        Evaluation,
        id=st.sampled_from([BRUKER, GROUP]),
        score=st.none() | st.integers(1, 5),
        words=lines(),
    )
    return st.lists(one, max_size=2, unique_by=lambda found: found.id).map(tuple)


def consents() -> st.SearchStrategy[tuple[Consent, ...]]:
    """Give consents."""
    one = st.builds(
        Consent,
        id=lines().filter(bool),
        state=st.sampled_from(ConsentState),
        given_by=lines(),
        since=dates(),
        at=times(),
        heard_by=st.just("") | lines(),
        until=dates(),
        leaves_out=lines(),
    )
    return st.lists(one, max_size=3, unique_by=lambda found: found.id).map(tuple)


def remarks() -> st.SearchStrategy[tuple[Remark, ...]]:
    """Give remarks made to the referat."""
    one = st.builds(Remark, id=st.just("r"), date=dates(), who=lines(), text=proses())
    numbered = st.lists(one, max_size=3).map(enumerate)
    return numbered.map(lambda found: tuple(one.having({"id": f"r{2 * n}"}) for n, one in found))


def corrections() -> st.SearchStrategy[tuple[Correction, ...]]:
    """Give corrections added after the referat was approved."""
    one = st.builds(Correction, id=st.just("c"), date=dates(), who=lines(), text=proses())
    numbered = st.lists(one, max_size=3).map(enumerate)
    return numbered.map(lambda found: tuple(one.having({"id": f"c{3 * n}"}) for n, one in found))


def lives() -> st.SearchStrategy[Life]:
    """Give what became of a referat."""
    return st.builds(
        Life, sent=dates(), remarks_until=dates(), read_on=dates(), read_at=times(), approved=dates()
    )


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """Give any valid meeting, with its private parts too."""
    people = draw(participants())
    return Meeting(
        id=draw(st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True)),
        kind=draw(st.sampled_from(Kind)),
        group=draw(lines()),
        status=draw(st.sampled_from(Status)),
        numbers=draw(st.sampled_from(["", "M2 T14", "T9"])),
        structure=draw(st.sampled_from(["malstyrt", "ilag", "kafjord+forste"])),
        date=draw(dates()),
        start=draw(times()),
        end=draw(times()),
        length=draw(st.integers(0, 600)),
        place=draw(lines()),
        leader=draw(lines()),
        minute_taker=draw(lines()),
        purpose=draw(proses()),
        incomplete_because=draw(lines()),
        interpreter=draw(st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0])),
        copies_to=draw(lines()),
        participants=people,
        consents=draw(consents()),
        approval=draw(
            st.builds(Approval, date=dates(), approved=st.none() | st.booleans(), remarks=proses())
        ),
        agenda=draw(agendas()),
        goals=draw(goals()),
        entries=draw(entries([BRUKER, "p99", *(person.id for person in people)])),
        summary=draw(proses()),
        tiltak=draw(tiltak()),
        evaluations=draw(evaluations()),
        next_meeting=draw(
            st.builds(
                NextMeeting, date=dates(), time=times(), place=lines(), theme=lines(), closed=st.booleans()
            )
        ),
        life=draw(lives()),
        remarks=draw(remarks()),
        corrections=draw(corrections()),
        notes=(Note(id="runde1", text="Kladd som ingen skal se."),),
        let_stand=(LetStand(id="language.time:summary:0", reason="Grunn som ingen skal se."),),
        parked=(Parked(id="x1", text="Parkert som ingen skal se.", matter=Matter.CONFLICT),),
        rounds=(Round(id="runde1", turns=(Turn(id="p2", spent=12.5),)),),
        visits=(Visit(id="v1", step="velkommen", at=1_795_500_000.0),),
        sleeps=(Sleep(id="z1", at=1_795_500_060.0, seconds=600.0, counted=False),),
        wall_ahead=10_800.0,
    )
