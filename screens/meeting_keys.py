"""The keys of a meeting, and where each of them means something."""

from __future__ import annotations

from screens.commands import Command

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("f2", "tiltak", "Tiltak", "Skriv et nytt tiltak på én linje", footer=True),
    Command("f3", "toggle_clock", "Start/pause", "Start eller stans klokken", footer=True),
    Command("f4", "next_speaker", "Neste", "Gi ordet til den neste", footer=True),
    Command("f5", "grant", "+30 s", "Gi den som taler, tretti sekunder til", footer=True),
    Command("f8", "step_on", "Videre", "Gå til neste steg", footer=True),
    Command(
        "f9", "floor_menu", "Taler", "Forrige, hopp over, kom sent, går, rekkefølge, taletid", footer=True
    ),
    Command("f7", "step_back", "Tilbake", "Gå til steget før", footer=True),
    Command("ctrl+n", "tiltak_of_contribution", "Bidrag → tiltak", "Gjør bidraget til et tiltak"),
    Command("ctrl+r", "referat", "Referat", "Gå til referatet", footer=True),
    Command("ctrl+s", "save", "Lagre", "Lagre referatet som fil", footer=True),
    Command("f6", "park", "Parker", "Legg til side det som ikke hører hjemme i møtet", footer=True),
    Command("ctrl+l", "read_aloud", "Les opp", "Les referatet opp, ett utsagn om gangen (i referatet)"),
    Command("ctrl+z", "undo", "Angre", "Angre det siste, også et trykk på en knapp", first=False),
    Command("ctrl+y", "redo", "Gjør om", "Gjør om det du angret", first=False),
    Command("ctrl+t", "reminders", "Huskeliste", "Vis eller skjul rådene til møteleder"),
    Command("ctrl+k", "roles", "Roller", "Se hva som ventes av hver rolle i dette steget"),
    Command("ctrl+q", "leave", "Avslutt", "Gå ut av møtet; alt er lagret", footer=True),
)
"""First things first: what does not fit on the key line falls out from the end."""

ON_THE_CLOCK = frozenset({"toggle_clock", "next_speaker", "grant", "floor_menu"})
"""Commands that mean something only where there is a round."""

ON_THE_WAY = frozenset({"step_on", "referat"})
"""Commands that mean something only until the referat."""
