"""A made-up archive: referats of groups that never were, in a language with words enough.

The words are made of syllables, and most of them are compounds, as Norwegian is: at least 300,000
different ones in a large archive, `vegring` inside thousands of them.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

FIRST_DAY: Final = dt.date(2016, 8, 15)
MEETINGS_A_GROUP: Final = 40
COMPOUNDS: Final = 330_000

FIELD: Final = """
    og i på til som er for med av at det vi han hun skal kan har ikke en et den fra om ved etter før
    skolen hjemme barnet elev lærer mor far møte mål tiltak plan uke mandag søvn lek lesing venner
    trygg ro mestring fremgang fravær vegring dugnad tilsyn trafikk kultur felles skjema hjelp støtte
    samtale vurdering kartlegging oppfølging avtale pause friminutt gruppe time frokost aktivitet
    """.split()  # noqa: SIM905 - a list of them would be a page long
"""Common words, the commonest first."""

HEADS: Final = ("vegring", "dugnad", "tilsyn", "støtte", "skjemaene", "samtale", "vurdering", "plan")
"""What many compounds end in."""

FIRST_NAMES: Final = ("Kari", "Ola", "Per", "Siri", "Liv", "Tor", "Una", "Bo", "Eli", "Odd")
LAST_NAMES: Final = ("Prøve", "Kladd", "Utkast", "Tenkt", "Skisse", "Øving", "Test", "Later", "Eksempel")
SERVICES: Final = ("Skolen", "PPT", "Helsestasjonen", "BUP", "Barnevernet", "SFO")
KINDS: Final = ("samarbeidsmøte", "ansvarsgruppemøte", "fagmøte", "formøte")
STATUSES: Final = ("godkjent", "godkjent", "godkjent", "referat", "til merknad", "utkast")

PAGE: Final = """---
malstyrt: "1"
id: "{id}"
status: "{status}"
struktur: "malstyrt"
---

# {title}: {kind} for {group}

- **Dato:** {date:%d.%m.%Y}
- **Tid:** 09:00–10:00
- **Sted:** Rådhuset, rom {room}
- **Møteleder:** {people[0]}
- **Referent:** {people[1]}

## Hensikt

{text[0]}

## Deltakere

| Navn | Rolle | Tjeneste | Deltar | Oppmøte |
|------|-------|----------|--------|---------|
{participants}

## Oppfølging av tiltak fra sist

| Nr | Hva | Hvem | Når | Status |
|----|-----|------|-----|--------|
| T{first} | {text[1]} | {people[1]} | {before:%d.%m.%Y} | gjennomført |
| T{second} | {text[2]} | {people[2]} | {before:%d.%m.%Y} | ikke gjennomført: Sykdom. |

## Mål og konklusjoner

| Nr | Mål | Vurdering | Konklusjon |
|----|-----|-----------|------------|
| M1 | {text[3]} | på vei | {text[4]} |
| M2 | {text[5]} | justeres | {text[6]} |

## Brukeren har ordet

{text[7]}

## Runde 1: fremgang og utfordringer

{said}

## Oppsummering

{text[8]}

## Tiltak

| Nr | Hva | Hvem | Når | Mål | Nivå |
|----|-----|------|-----|-----|------|
| T{third} | {text[9]} | {people[1]} | {due:%d.%m.%Y} | M1 | person |
| T{fourth} | {text[10]} | {people[2]} | {due:%d.%m.%Y} | M2 | system |

## Neste møte

- **Dato:** {due:%d.%m.%Y}
- **Tid:** 09:00
- **Sted:** Rådhuset
"""


def write_archive(groups: Path, count: int) -> None:
    """Write so many referats under a folder of groups, the same ones each time."""
    chance = random.Random(count)  # noqa: S311 - the same archive each time
    words = _Words(chance)
    made: Path | None = None
    for number in range(count):
        group = f"GRP-{number // MEETINGS_A_GROUP + 1}"
        folder = groups / group.lower()
        if folder != made:
            folder.mkdir(parents=True)
            made = folder
        name, page = _referat(group, number, chance, words)
        (folder / name).write_text(page, "utf-8")


class _Words:
    """Words drawn as a language has them: few of them often, most of them hardly ever."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        bases = [*dict.fromkeys([*FIELD, *itertools.islice(_syllables(chance), 2500)])]
        compounds = list(dict.fromkeys(_compounds(chance, bases)))
        self.all: Sequence[str] = [*bases, *compounds]
        weights = [1000 / (rank + 2) for rank in range(len(bases))]
        tail = sum(weights) * 0.2 / len(compounds)
        self._weights = list(itertools.accumulate([*weights, *[tail] * len(compounds)]))

    def sentence(self, length: int) -> str:
        """Give so many words with a capital first and a full stop last."""
        return (
            " ".join(self._chance.choices(self.all, cum_weights=self._weights, k=length)).capitalize() + "."
        )


def _syllables(chance: random.Random) -> Iterator[str]:
    """Give words without end that nobody has used before."""
    starts = (
        "b",
        "d",
        "f",
        "g",
        "h",
        "j",
        "k",
        "l",
        "m",
        "n",
        "p",
        "r",
        "s",
        "t",
        "br",
        "gr",
        "kl",
        "sk",
        "st",
    )
    ends = ("d", "g", "k", "l", "m", "n", "r", "s", "t", "nd", "rk", "st", "lt", "ng")
    while True:
        parts = (
            chance.choice(starts) + chance.choice("aeiouyæøå") + chance.choice(ends)
            for _ in range(chance.choice((1, 2)))
        )
        yield "".join(parts)


def _compounds(chance: random.Random, bases: Sequence[str]) -> Iterator[str]:
    """Give compounds of two or three words, a tenth of them with a head that is common."""
    joints = ("", "", "s", "e")
    for number in range(COMPOUNDS):
        last = HEADS[number // 10 % len(HEADS)] if number % 10 == 0 else chance.choice(bases)
        middle = chance.choice(bases) if number % 7 == 0 else ""
        yield chance.choice(bases) + middle + chance.choice(joints) + last


def _referat(group: str, number: int, chance: random.Random, words: _Words) -> tuple[str, str]:
    """Give the name and the text of a referat."""
    meeting = number % MEETINGS_A_GROUP
    day = FIRST_DAY + dt.timedelta(days=meeting * 91 + number * 7919 % 91)
    status = chance.choice(STATUSES) if meeting > MEETINGS_A_GROUP - 3 else "godkjent"
    people = [f"{first} {chance.choice(LAST_NAMES)}" for first in chance.sample(FIRST_NAMES, 6)]
    page = PAGE.format(
        id=f"{group.lower()}-{day}-{number:x}",
        status=status,
        title="Utkast til referat" if status == "utkast" else "Referat",
        kind=KINDS[number // MEETINGS_A_GROUP % len(KINDS)],
        group=group,
        date=day,
        before=day - dt.timedelta(days=14),
        due=day + dt.timedelta(days=40),
        room=number % 9,
        people=people,
        participants="\n".join(
            f"| {person} | fagperson | {service} | fast | møtt |"
            for person, service in zip(people, SERVICES, strict=True)
        ),
        text=[words.sentence(length) for length in (10, 5, 5, 3, 9, 3, 9, 25, 40, 6, 6)],
        said="\n\n".join(
            f"### {person}\n\n**Går bra:** {words.sentence(14)}\n\n**Utfordringer:** {words.sentence(14)}"
            for person in people[:4]
        ),
        first=meeting * 2 + 1,
        second=meeting * 2 + 2,
        third=meeting * 2 + 3,
        fourth=meeting * 2 + 4,
    )
    return f"{day}-mote-{number:x}.md", page
