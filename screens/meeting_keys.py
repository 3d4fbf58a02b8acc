"""The keys of a meeting, and where each of them means something."""

from __future__ import annotations

from data.structure import Step, StepKind
from screens.commands import Command

COMMANDS = (
    Command("f1", "help", "Hjelp", "Vis denne siden", footer=True),
    Command("f2", "tiltak", "Tiltak", "Skriv et nytt tiltak på én linje", footer=True),
    Command("f3", "toggle_clock", "Klokke", "Start eller stans klokken", footer=True),
    Command("f4", "next_speaker", "Neste", "Gi ordet til den neste", footer=True),
    Command("f8", "step_on", "Videre", "Gå til neste steg", footer=True),
    Command("f6", "park", "Parker", "Legg til side det som ikke hører hjemme i møtet", footer=True),
    Command("f5", "grant", "+30 s", "Gi den som taler, tretti sekunder til", footer=True),
    Command(
        "f9", "floor_menu", "Taler", "Forrige, hopp over, kom sent, går, rekkefølge, taletid", footer=True
    ),
    Command("f7", "step_back", "Tilbake", "Gå til steget før", footer=True),
    Command("ctrl+n", "tiltak_of_contribution", "Bidrag → tiltak", "Gjør bidraget til et tiltak"),
    Command("ctrl+s", "save", "Lagre", "Lagre referatet som fil", footer=True),
    Command("ctrl+r", "referat", "Referat", "Gå til referatet", footer=True),
    Command("ctrl+l", "read_aloud", "Les opp", "Les referatet opp, ett utsagn om gangen (i referatet)"),
    Command("ctrl+z", "undo", "Angre", "Angre det siste, også et trykk på en knapp"),
    Command("ctrl+y", "redo", "Gjør om", "Gjør om det du angret"),
    Command("ctrl+t", "reminders", "Huskeliste", "Vis eller skjul rådene til møteleder"),
    Command("ctrl+k", "roles", "Roller", "Se hva som ventes av hver rolle i dette steget"),
    Command("ctrl+q", "leave", "Ut", "Gå ut av møtet; alt er lagret", footer=True),
)
"""First things first: what does not fit on the key line falls out from the end."""


def on_line(command: Command, step: Step | None) -> bool:
    """Whether a command stands on the key line of a step; at the referat there is other use for the room."""
    return command.footer and not (command.action == "park" and step is None)


def means_something(action: str, step: Step | None, *, has_clock: bool, running: bool, advises: bool) -> bool:
    """Whether a command means something in a step, None for the referat.

    `has_clock` says whether there is a clock here, and `running` whether one runs anywhere. One's own step is
    nobody else's turn, and nothing counts it down (DOMAIN: S0).
    A meeting that `advises` agrees no tiltak (S2).
    """
    in_turns = has_clock and step is not None and step.kind is StepKind.ROUND
    return {
        "toggle_clock": has_clock or running,
        "floor_menu": has_clock,
        "next_speaker": in_turns,
        "grant": in_turns,
        "tiltak": not advises,
        "tiltak_of_contribution": step is not None and "contribution" in step.asks and not advises,
        "step_on": step is not None,
        "referat": step is not None,
        "read_aloud": step is None,
    }.get(action, True)
