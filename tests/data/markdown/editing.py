"""Editing a sample as people do by hand, and what to look for afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import strategies as st

from tests.data.markdown.samples import sample
from tests.data.meetings import HOSTILE

TYPED = (
    *HOSTILE,
    "## Annet",
    "### Under",
    "# Mer",
    "Fri tekst her.",
    "- **Telefon:** 99",
    "| Navn | Telefon |",
    "| Per | 9 | 8 | 7 | 6 | 5 | 4 | 3 |",
    "| a |",
    "min_egen: verdi",
    "status: rart",
    "",
    "```",
    "## Tiltak",
    "## Forrige referat",
    "## Runde 2",
    "### Per Prøve",
    "### Brukeren",
    "**Går bra:** mer",
    "- **Dato:** en gang i mai",
    "- **Tid:** tidlig",
    "  innrykk",
    "    kode",
    "1. en",
    "## Steg: kart",
    "Tittel",
    "===",
    "---",
    "- Per, rolle, tjeneste",
    "| T14 | dobbel | Per | 2026 | M1 | x |",
    "| | | | | |",
    "<!--",
    "-->",
    "<div>",
    "## Godkjenning",
    "## Merknader",
    "- **Lest opp:** etterpå",
)
"""Lines that people may leave anywhere in a file."""


@st.composite
def edited(draw: st.DrawFn, samples: Sequence[str]) -> str:
    """Give one of the samples, in which lines were deleted, moved, doubled, cut off and put in."""
    lines = sample(draw(st.sampled_from(samples))).split("\n")
    for _edit in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from(["delete", "put in", "double", "swap", "cut off"]))
        if kind == "delete" and len(lines) > 1:
            del lines[place]
        elif kind == "put in":
            lines.insert(place, draw(st.sampled_from(TYPED)))
        elif kind == "double":
            lines.insert(other, lines[place])
        elif kind == "swap":
            lines[place], lines[other] = lines[other], lines[place]
        else:
            lines[place] = lines[place][: draw(st.integers(0, 12))]
    return "\n".join(lines)


def words(text: str) -> set[str]:
    """Give the words of a text; numbers may be written otherwise."""
    return {word for word in re.findall(r"[^\W_]{2,}", text.lower()) if not re.search(r"\d", word)}
