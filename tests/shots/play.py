"""The meeting that the pictures are of: its keys, what they lead to, and when a picture is taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from data.groups import create_group
from data.locations import locate
from tests.data.sample_group import SAMPLE_GROUP
from tests.pty.terminal import Terminal

MINUTE = 60


class Play:
    """A meeting played at a terminal. `take` is called with a name wherever there is something to see."""

    def __init__(self, terminal: Terminal, clock: Path, take: Callable[[str], None]) -> None:
        self._terminal = terminal
        self._clock = clock
        self._take = take

    def whole(self) -> None:
        """Play from home to the saved referat."""
        self._home()
        self._opening()
        self._floor()
        self._parking()
        self._round_1()
        self._round_2()
        self._summary()
        self._tiltak()
        self._evaluation()
        self._next_meeting()
        self._referat()
        self._groups()
        self._afterwards()
        self._between()
        self._drofting()
        self._kafjord()
        self._press("ctrl+q")

    # The steps

    def _home(self) -> None:
        self._see("Prøv demoen", "hjem")
        self._press("ctrl+n")
        self._see("Nytt møte", "nytt-mote")
        self._close("Ctrl.S lager møtet")
        self._press("ctrl+d")

    def _opening(self) -> None:
        self._see("Til stede")
        self._press("ctrl+a")
        self._see("behandler, BUP +møtt")
        self._press("down", "down", "down", "down", "down", "space")
        self._see("frafall", "steg-1-velkommen")
        self._press("enter")
        self._see("Innspill", "kort")
        self._close("Innspill")
        self._press("f1")
        self._see("Gå til neste steg", "hjelp")
        self._close("Gå til neste steg")
        self._press("tab", "tab", "space")
        self._see("gjennomført")
        self._press("down", "space", "down", "space", "down", "space")
        self._gone("uten svar")

    def _floor(self) -> None:
        self._at(7 * MINUTE)
        self._press("f8")
        self._see("Ta den tiden dere trenger")
        self._type("Vil ha samme voksen ved porten hver dag.")
        self._at(13 * MINUTE)
        self._see(r"6:00 har gått")
        self._see("hver dag", "steg-2-bruker")

    def _parking(self) -> None:
        """Put a matter aside, and look at what is asked of each role."""
        self._press("f6")
        self._see("Parker en sak")
        self._type("Far vil klage på drosjen")
        self._press("enter", "down")
        self._see("▶ Klage", "parkering")
        self._press("enter")
        self._see("1 parkert")
        self._press("ctrl+k")
        self._see("Rollene nå", "rollekort")
        self._close("Rollene nå")

    def _round_1(self) -> None:
        self._press("f8")
        self._see("F4 gir ordet")
        self._speak("Leser tjue minutter hver kveld.", "Fravær på mandager.")
        self._at(14 * MINUTE + 12)
        self._see(r"1:12")
        self._see("Fint om det snart rundes av", "steg-3-runde-1")
        self._at(16 * MINUTE + 20)
        self._see("Over tiden", "runde-over-tiden")
        self._hide()
        self._press("f9")
        self._see("Lengre taletid", "taler")
        self._close("Lengre taletid")
        self._speak("Er på plass tre av fem dager.", "Urolig i store friminutt.")
        self._at(18 * MINUTE)
        self._sleep(10 * MINUTE)
        self._speak("Kommer til samtale hver onsdag.", "Sover lite.")
        self._at(20 * MINUTE)
        self._press("f4")
        self._see("Kommentar")
        self._type("Det er best når timeplanen er klar dagen før.")
        self._at(22 * MINUTE)
        self._press("f4")
        self._see("Alle har hatt ordet")

    def _hide(self) -> None:
        """Hide the names, then the screen, and show both again."""
        self._press("ctrl+o")
        self._see("K•••", "navn-skjult")
        self._press("ctrl+o")
        self._gone("K•••")
        self._press("f12")
        self._see("Skjermen er skjult", "skjerm-skjult")
        self._press("space")
        self._see("Runde 1")
        self._gone("Navn vises")

    def _sleep(self, seconds: float) -> None:
        """Let the machine sleep, and then let it never have been."""
        slept = self._clock.with_name("slept")
        self._write(slept, seconds)
        self._see("Maskinen sov i", "maskinen-sov")
        self._press("f3")
        self._gone("Maskinen sov i")
        self._press("ctrl+z")
        self._write(slept, 0)

    def _speak(self, progress: str, challenge: str) -> None:
        """Give the floor to the next one, and note what goes well and what is hard."""
        self._press("f4")
        self._see("Det som går bra, målt")
        self._type(progress)
        self._press("tab")
        self._type(challenge)
        self._press("tab", "space")
        self._see(r"\[x\]")

    def _round_2(self) -> None:
        self._press("f8")
        self._see("Runde 2 ·")
        self._press("f4")
        self._see("Det de kan hjelpe til med")
        self._type("Ringe BUP om ny time")
        self._at(23 * MINUTE)
        self._see("1:00 +Anne", "steg-4-runde-2")
        self._press("ctrl+n")
        self._see("Nytt tiltak")
        self._type("!fre #tryg")
        self._see("Trygg på skolen", "tiltakslinje")
        self._press("tab", "enter")
        self._see("T15 er lagt til")
        self._type("Lage timeplan med Per hver fredag @kari !om 2 uker #leseg")
        self._press("tab", "enter")
        self._see("T16 er lagt til")
        self._close("Enter legger til")
        for contribution in ("Møter Per ved porten.", "Følger opp søvnen."):
            self._press("f4")
            self._see("Det de kan hjelpe til med")
            self._type(contribution)
        self._at(30 * MINUTE)
        self._press("f4")
        self._see("Alle har hatt ordet")

    def _summary(self) -> None:
        self._press("f8")
        self._see("mål for mål")
        self._press("tab", "space", "tab")
        self._type("Fortsetter som før, f.eks. med fast voksen ved porten.")
        self._see("ved porten", "steg-5-oppsummering")

    def _tiltak(self) -> None:
        self._at(36 * MINUTE)
        self._press("f8")
        self._see("mangler nivå", "steg-6-tiltak")

    def _evaluation(self) -> None:
        self._at(41 * MINUTE)
        self._press("f8")
        self._see("Familien først")
        self._press("space", "space", "space", "space", "tab")
        self._type("Fint at alle slapp til.")
        self._see("slapp til", "steg-7-evaluering")

    def _next_meeting(self) -> None:
        self._press("f8")
        self._see("Neste møte$")
        self._type("om 6 uker")
        self._press("tab")
        self._type("9")
        self._press("tab")
        self._type("Rådhuset, rom 2")
        self._see("rom 2", "steg-8-neste-mote")

    def _referat(self) -> None:
        self._at(47 * MINUTE)
        self._press("f8")
        self._see("Enter går til feltet", "referat")
        self._press("end")
        self._see("Ctrl.E skriver", "referat-ord")
        self._press("ctrl+e")
        self._gone("Ctrl.E skriver")
        self._press("ctrl+s")
        self._see("ikke helt ferdig", "lagre")
        self._press("ctrl+s")
        self._see("Lagret som")
        self._press("ctrl+q")
        self._see("SOL-7 +[0-9.]+ +samarbeidsmøte", "hjem-med-moter")

    def _groups(self) -> None:
        """Make a group, look at another, and end it."""
        self._gone("Lagret som")
        create_group(locate({}, self._clock.parent), SAMPLE_GROUP)
        self._press("ctrl+g")
        self._see("ansvarsgruppe", "grupper")
        self._press("ctrl+n")
        self._see("Ctrl.S lager gruppen", "ny-gruppe")
        self._close("Ctrl.S lager gruppen")
        self._press("enter")
        self._see("Koordinator")
        self._see("F5 Over tid", "gruppe")
        self._press("f4")
        self._type("Målene er nådd.")
        self._press("escape")
        self._see("koordinerende enhet", "melding-til-ke")
        self._close("koordinerende enhet")
        self._press("escape")
        self._see("Prøv demoen")

    def _afterwards(self) -> None:
        """Go on in the meeting, finish its referat, and take it on from there."""
        self._press("enter")
        self._see("Enter går til feltet")
        self._press("ctrl+s")
        self._see("ikke helt ferdig")
        self._type("Prøve")
        self._press("enter")
        self._see("Lagret som referat")
        self._press("ctrl+q")
        self._see("Prøv demoen")
        self._press("enter")
        self._see("F3 Send ut", "ferdig-referat")
        self._press("f3", "enter")
        self._see("til merknad til")
        self._gone("Lagret som")
        self._press("f4", *["f8"] * 20)
        self._see("21 av", "opplesning")
        self._press("escape")
        self._see("F3 Send ut")
        self._press("f2")
        self._see("Tatt opp igjen")
        self._gone("Tatt opp igjen")
        self._see("Om møtet", "referat-paa-en-side")
        self._press("ctrl+q")
        self._see("F3 Send ut")
        self._press("escape")
        self._see("Prøv demoen")

    def _between(self) -> None:
        """Look at the pages over all groups."""
        self._press("end")
        self._see("Parkert", "hjem-med-alt")
        self._press("ctrl+t")
        self._see("4 tiltak", "tiltakstavle")
        self._close("Tiltakstavle")
        self._press("ctrl+f")
        self._type("porten")
        self._see("med treff", "arkiv")
        self._press("enter", "enter")
        self._see("møte 1 av", "leser")
        self._close("møte 1 av")
        self._close("med treff")
        self._press("ctrl+g")
        self._see("ansvarsgruppe")
        self._press("enter")
        self._see("Koordinator")
        self._press("f7")
        self._see("Parkerte saker", "parkert")
        self._close("Parkerte saker")
        self._press("f5")
        self._see("· over tid", "gruppe-over-tid")
        self._press("escape", "escape", "escape")
        self._see("Prøv demoen")

    # Other structures

    def _drofting(self) -> None:
        """Mark who brings a case, hear it, and let the others think aloud."""
        self._begin(2, "Drøftingsmøte med reflekterende team")
        self._see("Hvem melder saken")
        self._press("ctrl+a", "tab", "space")
        self._see("● ", "drofting-1-apning")
        self._press("f8")
        self._see("F4 gir ordet")
        self._press("f4")
        self._see("Prøvd til nå")
        self._type("Uro i timene, mest etter friminutt.")
        self._press("tab")
        self._type("Fast plass ved vinduet hjalp en stund.")
        self._see("en stund", "drofting-2-saken")
        self._press("f8", "f8")
        self._see("tenker høyt")
        self._press("f4")
        self._type("Kanskje pausene skal være kortere og oftere.")
        self._see("oftere", "drofting-4-team")
        self._press("f8", "f8")
        self._see("råd, ikke vedtak", "drofting-6-konklusjon")
        self._press("ctrl+q")
        self._see("Prøv demoen")

    def _kafjord(self) -> None:
        """Go through the tiltak as Kåfjord does."""
        self._begin(6, "Ansvarsgruppe etter Kåfjord")
        self._see("Til stede")
        self._press("ctrl+a", "f8")
        self._see("Ta den tiden dere trenger")
        self._press("f8")
        self._see("Status fra tjenestene", "kafjord-3-tjenestene")
        self._press("f8")
        self._see("Er målene nådd")
        self._press("space")
        self._see("gjennomført", "kafjord-4-tiltakene")
        self._press("ctrl+q")
        self._see("Prøv demoen")

    def _begin(self, choice: int, title: str) -> None:
        """Make a new meeting of the group, of the structure so many places down the list."""
        self._press("ctrl+n")
        self._see("Nytt møte")
        self._type("SOL-7")
        self._press("tab", "tab", "tab", "tab", *["right"] * choice)
        self._see(title)
        self._press("f8")

    # The hands and the eyes

    def _press(self, *keys: str) -> None:
        self._terminal.press(*keys)

    def _type(self, text: str) -> None:
        self._terminal.type(text)
        self._see(text.rsplit(maxsplit=1)[-1].replace("?", r"\?"))

    def _see(self, words: str, picture: str = "") -> None:
        """Wait for some words to show; then take a picture, if it has a name."""
        self._terminal.wait_for(words)
        if picture:
            self._terminal.settle(0.4)
            self._take(picture)

    def _close(self, words: str) -> None:
        """Close what is on top, where some words stand; a key sent too soon after would be another key."""
        self._press("escape")
        self._gone(words)

    def _gone(self, words: str) -> None:
        self._terminal.gone(words)

    def _at(self, seconds: float) -> None:
        """Let it be so many seconds after the meeting began."""
        self._write(self._clock, seconds)

    def _write(self, file: Path, seconds: float) -> None:
        """Write a figure that the program reads, never half of it."""
        half = file.with_suffix(".ny")
        half.write_text(f"{seconds:g}", encoding="utf-8")
        half.replace(file)
