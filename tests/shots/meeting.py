"""The demo meeting, led from home to the saved referat."""

from __future__ import annotations

from tests.shots import mishaps
from tests.shots.hands import MINUTE, Hands

COLUMNS = 5
"""Steps from a tiltak's level back to its number."""


def lead(hands: Hands) -> None:
    """Lead the whole meeting."""
    home(hands)
    opening(hands)
    floor(hands)
    parking(hands)
    round_1(hands)
    round_2(hands)
    summary(hands)
    tiltak(hands)
    evaluation(hands)
    next_meeting(hands)
    referat(hands)


def home(hands: Hands) -> None:
    """Look at an empty home and the page for a new meeting, and begin the demo."""
    hands.see("Prøv demoen", "hjem")
    hands.press("ctrl+n")
    hands.see("Nytt møte", "nytt-mote")
    hands.close("Ctrl.S lager møtet")
    hands.press("ctrl+d")


def opening(hands: Hands) -> None:
    """Call the roll, and account for last time."""
    hands.see("Til stede")
    hands.press("ctrl+a")
    hands.see("behandler, BUP +møtt")
    hands.press("down", "down", "down", "down", "down", "space")
    hands.see("frafall", "steg-1-velkommen")
    hands.press("enter")
    hands.see("Innspill", "kort")
    hands.close("Innspill")
    hands.press("f1")
    hands.see("Gå til neste steg", "hjelp")
    hands.close("Gå til neste steg")
    hands.press("tab", "tab", "space")
    hands.see("gjennomført")
    hands.press("down", "space", "down", "space", "down", "space")
    hands.gone("uten svar")
    hands.press("tab", "enter")
    hands.see("Gjelder ikke", "samtykke")
    hands.close("Gjelder ikke")
    hands.press(*["tab"] * 4)
    hands.see("▶ 1 ", "steg-1-saksliste")


def floor(hands: Hands) -> None:
    """Hear the bruker."""
    hands.at(7 * MINUTE)
    hands.press("f8")
    hands.see("Ta den tiden dere trenger")
    hands.type("Vil ha samme voksen ved porten hver dag.")
    hands.at(13 * MINUTE)
    hands.see(r"6:00 har gått")
    hands.see("hver dag", "steg-2-bruker")


def parking(hands: Hands) -> None:
    """Put a matter aside, and look at what is asked of each role."""
    hands.press("f6")
    hands.see("Parker en sak")
    hands.type("Far vil klage på drosjen")
    hands.press("enter", "down")
    hands.see("▶ Klage", "parkering")
    hands.press("enter")
    hands.see("1 parkert")
    hands.press("ctrl+k")
    hands.see("Rollene nå", "rollekort")
    hands.close("Rollene nå")


def round_1(hands: Hands) -> None:
    """Go round the table the first time."""
    hands.press("f8")
    hands.see("F4 gir ordet")
    speak(hands, "Leser tjue minutter hver kveld.", "Fravær på mandager.")
    hands.at(14 * MINUTE + 12)
    hands.see(r"1:12")
    hands.see("Fint om det snart rundes av", "steg-3-runde-1")
    hands.at(16 * MINUTE + 20)
    hands.see("Over tiden", "runde-over-tiden")
    hide(hands)
    hands.press("f9")
    hands.see("Lengre taletid", "taler")
    hands.close("Lengre taletid")
    speak(hands, "Er på plass tre av fem dager.", "Urolig i store friminutt.")
    hands.at(18 * MINUTE)
    sleep(hands, 10 * MINUTE)
    speak(hands, "Kommer til samtale hver onsdag.", "Sover lite.")
    hands.at(20 * MINUTE)
    hands.press("f4")
    hands.see("Kommentar")
    hands.type("Det er best når timeplanen er klar dagen før.")
    hands.see("dagen før", "runde-kommentar")
    hands.at(22 * MINUTE)
    hands.press("f4")
    hands.see("Alle har hatt ordet", "runde-ferdig")


def hide(hands: Hands) -> None:
    """Hide the names, then the screen, and show both again."""
    hands.press("ctrl+o")
    hands.see("K•••", "navn-skjult")
    hands.press("ctrl+o")
    hands.gone("K•••")
    hands.press("f12")
    hands.see("Skjermen er skjult", "skjerm-skjult")
    hands.press("space")
    hands.see("Runde 1")
    hands.gone("Navn vises")


def speak(hands: Hands, progress: str, challenge: str) -> None:
    """Give the floor to the next one, and note what goes well and what is hard."""
    hands.press("f4")
    hands.see("Det som går bra, målt")
    hands.type(progress)
    hands.press("tab")
    hands.type(challenge)
    hands.press("tab", "space")
    hands.see(r"\[x\]")


def round_2(hands: Hands) -> None:
    """Go round the table the second time, and agree on tiltak."""
    hands.press("f8")
    hands.see("Runde 2 ·")
    hands.press("f4")
    hands.see("Det de kan hjelpe til med")
    hands.type("Ringe BUP om ny time")
    hands.at(23 * MINUTE)
    hands.see("1:00 +Anne", "steg-4-runde-2")
    hands.press("ctrl+n")
    hands.see("Nytt tiltak")
    hands.type("!fre #tryg")
    hands.see("Trygg på skolen", "tiltakslinje")
    hands.press("tab", "enter")
    hands.see("T15 er lagt til")
    hands.type("Lage timeplan med Per hver fredag @kari !om 2 uker #leseg")
    hands.press("tab", "enter")
    hands.see("T16 er lagt til")
    hands.close("Enter legger til")
    for contribution in ("Møter Per ved porten.", "Følger opp søvnen."):
        hands.press("f4")
        hands.see("Det de kan hjelpe til med")
        hands.type(contribution)
    hands.at(30 * MINUTE)
    hands.press("f4")
    hands.see("Alle har hatt ordet")


def summary(hands: Hands) -> None:
    """Sum up."""
    hands.press("f8")
    hands.see("mål for mål")
    hands.press("space", "tab")
    hands.type("Fortsetter som før, f.eks. med fast voksen ved porten.")
    hands.see("ved porten", "steg-5-oppsummering")


def tiltak(hands: Hands) -> None:
    """Look at what the tiltak lack."""
    hands.at(36 * MINUTE)
    hands.press("f8")
    hands.see("mangler nivå", "steg-6-tiltak")
    hands.press(*["left"] * COLUMNS, "enter")
    hands.see("Evalueres", "tiltak-kort")
    hands.close("Evalueres")


def evaluation(hands: Hands) -> None:
    """Ask how the meeting was."""
    hands.at(41 * MINUTE)
    hands.press("f8")
    hands.see("Familien først")
    hands.press("space", "space", "space", "space", "tab")
    hands.type("Fint at alle slapp til.")
    hands.see("slapp til", "steg-7-evaluering")
    mishaps.full_disk(hands)


def next_meeting(hands: Hands) -> None:
    """Agree when to meet again."""
    hands.press("f8")
    hands.see("Neste møte$")
    hands.type("om 6 uker")
    hands.press("tab")
    hands.type("9")
    hands.press("tab")
    hands.type("Rådhuset, rom 2")
    hands.see(r"Sted\W+Rådhuset, rom 2", "steg-8-neste-mote")


def referat(hands: Hands) -> None:
    """Look through the referat, and save it as utkast."""
    hands.at(47 * MINUTE)
    hands.press("f8")
    hands.see("Enter går til feltet", "referat")
    hands.press("end")
    hands.see("Ctrl.E skriver", "referat-ord")
    hands.press("ctrl+g")
    hands.see("Hvorfor", "behold-ordet")
    hands.close("Hvorfor")
    hands.press("ctrl+e")
    hands.gone("Ctrl.E skriver")
    hands.press("ctrl+s")
    hands.see("ikke helt ferdig", "lagre")
    hands.press("ctrl+s")
    hands.see("Lagret som")
    hands.press("ctrl+q")
    hands.see("SOL-7 +tir 24. nov +samarbeidsmøte", "hjem-med-moter")


def sleep(hands: Hands, seconds: float) -> None:
    """Let the machine sleep, and then let it never have been."""
    slept = hands.clock.with_name("slept")
    hands.write(slept, seconds)
    hands.see("Maskinen sov i", "maskinen-sov")
    hands.press("f3")
    hands.gone("Maskinen sov i")
    hands.press("ctrl+z")
    hands.terminal.settle(0.4)  # it goes by way of the field: F4 sent right behind it would come first
    hands.write(slept, 0)
