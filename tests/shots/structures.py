"""Meetings of other structures, as far as they look otherwise."""

from __future__ import annotations

from data.group import Group, Member
from data.groups import create_group
from data.locations import locate
from data.meeting import Goal
from tests.shots.hands import Hands

CROWD = (
    ("Aleksander Prøvesen-Eksempelstad", "ungdommen", ""),
    ("Mona Prøve", "mor", ""),
    (
        "Anne-Katrine Utkastsdatter Kladdebakken",
        "koordinator for barn og unge",
        "Pedagogisk-psykologisk tjeneste",
    ),
    ("Kari Kladd", "kontaktlærer", "Eksempel ungdomsskole"),
    ("Ola Tenkt", "helsesykepleier", "Skolehelsetjenesten"),
    ("Siri Skisse", "behandler", "BUP Eksempelby poliklinikk"),
    ("Tor Test", "rådgiver", "NAV"),
    ("Per Prøve", "fysioterapeut", "Fysioterapitjenesten"),
    ("Berit Blankett", "saksbehandler", "Bolig og avlastning"),
    ("Nils Notat", "miljøterapeut", "SFO"),
    ("Gro Grovskisse", "logoped", "Logopedtjenesten"),
    ("Åse Ånn", "assistent", "Avlastningen"),
)
"""Twelve who are not, with names, roles and services that are long."""


def drofting(hands: Hands) -> None:
    """Mark who brings a case, hear it, and let the others think aloud."""
    begin(hands, "Drøftingsmøte med reflekterende team")
    hands.see("Hvem melder saken")
    hands.press("ctrl+a", "tab", "space")
    hands.see("● ", "drofting-1-apning")
    hands.press("f8")
    hands.see("F4 gir ordet")
    hands.press("f4")
    hands.see("Prøvd til nå")
    hands.type("Uro i timene, mest etter friminutt.")
    hands.press("tab")
    hands.type("Fast plass ved vinduet hjalp en stund.")
    hands.see("en stund", "drofting-2-saken")
    hands.press("f8", "f8")
    hands.see("tenker høyt")
    hands.press("f4")
    hands.type("Kanskje pausene skal være kortere og oftere.")
    hands.see("oftere", "drofting-4-team")
    hands.press("f8", "f8")
    hands.see("råd, ikke vedtak", "drofting-6-konklusjon")
    hands.press("ctrl+q")
    hands.see("Prøv demoen")


def kafjord(hands: Hands) -> None:
    """Go through the tiltak as Kåfjord does."""
    begin(hands, "Ansvarsgruppe etter Kåfjord")
    hands.see("Til stede")
    hands.press("ctrl+a", "f8")
    hands.see("Ta den tiden dere trenger")
    hands.press("f8")
    hands.see("Status fra tjenestene", "kafjord-3-tjenestene")
    hands.press("f8")
    hands.see("Er målene nådd")
    hands.press("space")
    hands.see("gjennomført", "kafjord-4-tiltakene")
    hands.press("ctrl+q")
    hands.see("Prøv demoen")


def begin(hands: Hands, title: str, *, group: str = "SOL-7") -> None:
    """Make a new meeting of a group, of the structure with a title."""
    hands.press("ctrl+n")
    hands.see("Nytt møte")
    hands.type(group)
    hands.press("tab", "tab", "tab", "tab")
    hands.turn_to(title)
    hands.press("f8")


def crowded(hands: Hands) -> None:
    """Call a long roll, hear the first of many, and look at it all in too small a window."""
    members = tuple(
        Member(id=f"p{number}", name=name, role=role, service=service, bruker=not service)
        for number, (name, role, service) in enumerate(CROWD, 1)
    )
    goal = Goal(id="M1", text="Trygg på skolen og hjemme, også på mandager")
    group = Group(id="", alias="ELV-12", members=members, goals=(goal,))
    create_group(locate({}, hands.clock.parent), group)
    begin(hands, "Målstyrt", group="ELV-12")
    hands.see("Aleksander")
    hands.press("ctrl+a")
    hands.see("✓ Gro Grovskisse", "mange-1-velkommen")
    _in_the_smallest_window(hands, "minste-vindu-velkommen")
    hands.press("f8")
    hands.see("Slik er møtene bygd opp", "mange-2-bli-kjent")
    hands.press("f8")
    hands.see("Ta den tiden dere trenger")
    hands.press("f8")
    hands.see("F4 gir ordet")
    hands.press("f4")
    hands.see("Det som går bra, målt", "mange-4-runde-1")
    hands.press("f9")
    hands.see("Lengre taletid", "mange-taler")
    hands.close("Lengre taletid")
    _in_the_smallest_window(hands, "minste-vindu-runde")
    _in_a_small_window(hands)
    hands.press("f2")
    hands.type("Ringe @")
    hands.see("Ringe @", "mange-tiltakslinje")
    hands.press("ctrl+u")
    hands.close("Enter legger til")
    hands.press("ctrl+q")
    hands.see(r"målstyrt$(.*\n)+.*ELV-12", "hjem-med-mange")


def _in_the_smallest_window(hands: Hands, picture: str) -> None:
    """Make the window as small as it may be for a while, and take a picture."""
    screen = hands.terminal.painting.screen
    size = screen.columns, screen.lines
    hands.terminal.resize(60, 16)
    hands.see("F1 Hjelp", picture)
    hands.terminal.resize(*size)
    hands.terminal.settle(0.4)


def _in_a_small_window(hands: Hands) -> None:
    """Make the window too small for a while."""
    screen = hands.terminal.painting.screen
    size = screen.columns, screen.lines
    hands.terminal.resize(50, 14)
    hands.see("Vinduet er for lite", "for-lite-vindu")
    hands.terminal.resize(*size)
    hands.see("Taleliste")
