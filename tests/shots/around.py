"""What stands around the meetings: groups, what becomes of a referat, the pages over all of them."""

from __future__ import annotations

from data.groups import create_group
from data.locations import locate
from tests.data.sample_group import SAMPLE_GROUP
from tests.shots.hands import MINUTE, Hands

MEMBERS = 8
"""Tabs from a group's first field to its members."""


def nothing_yet(hands: Hands) -> None:
    """Look at the pages before there is anything on them."""
    hands.see("Prøv demoen")
    for key, words, picture in (
        ("ctrl+g", "Ny gruppe", "grupper-tomt"),
        ("ctrl+f", "0 dokumenter", "arkiv-tomt"),
        ("ctrl+t", "Ingen tiltak", "tiltakstavle-tom"),
    ):
        hands.press(key)
        hands.see(words, picture)
        hands.press("escape")
        hands.see("Prøv demoen")


def groups(hands: Hands) -> None:
    """Make a group, look at another, and end it."""
    hands.gone("Lagret")
    create_group(locate({}, hands.clock.parent), SAMPLE_GROUP)
    hands.press("ctrl+g")
    hands.see("ansvarsgruppe", "grupper")
    hands.press("ctrl+n")
    hands.see("Ctrl.S lager gruppen", "ny-gruppe")
    hands.close("Ctrl.S lager gruppen")
    hands.press("enter")
    hands.see("Koordinator")
    hands.see("F5 Over tid", "gruppe")
    hands.press(*["tab"] * MEMBERS, "enter")
    hands.see("Er familien", "medlem")
    hands.close("Er familien")
    hands.press("tab", "enter")
    hands.see("Trukket", "gruppens-samtykke")
    hands.close("Trukket")
    hands.press(*["tab"] * 3)
    hands.see("nytt møte i planen", "gruppe-nederst")
    hands.press("f4")
    hands.type("Målene er nådd.")
    hands.press("escape")
    hands.see("koordinerende enhet", "melding-til-ke")
    hands.close("koordinerende enhet")
    hands.press("escape")
    hands.see("Prøv demoen")


def afterwards(hands: Hands) -> None:
    """Go on in the meeting, finish its referat, and take it on from there."""
    hands.at(52 * MINUTE)
    hands.press("enter")
    hands.see("Tatt opp igjen etter 5 min")
    hands.see("Enter går til feltet")
    hands.press("ctrl+s")
    hands.see("ikke helt ferdig")
    hands.type("Prøve")
    hands.press("enter")
    hands.see("Lagret som referat")
    hands.press("ctrl+q")
    hands.see("Prøv demoen")
    hands.press("enter")
    hands.see("F3 Send ut")
    hands.terminal.settle(0.4)  # the notices come behind the page that they stand on
    hands.gone("Lagret|Tatt opp igjen")
    hands.see("F3 Send ut", "ferdig-referat")
    for key, words, picture in (
        ("f5", "Godkjennes", "godkjenn"),
        ("f6", "Merknad til referatet", "merknad"),
        ("f3", "Sendes til merknad", "send-ut"),
    ):
        hands.press(key)
        hands.see(words, picture)
        if key != "f3":
            hands.close(words)
    hands.press("enter")
    hands.see("til merknad til")
    hands.terminal.settle(0.4)
    hands.gone("Lagret")
    hands.press("f4", *["f8"] * 20)
    hands.see("21 av", "opplesning")
    hands.press("escape")
    hands.see("F3 Send ut")
    hands.press("f2")
    hands.see("Om møtet", "referat-paa-en-side")
    hands.press("ctrl+q")
    hands.see("F3 Send ut")
    hands.press("escape")
    hands.see("Prøv demoen")


def between(hands: Hands) -> None:
    """Look at the pages over all groups."""
    hands.press("end")
    hands.see("Parkert", "hjem-med-alt")
    hands.press("ctrl+t")
    hands.see("4 tiltak", "tiltakstavle")
    hands.press("enter")
    hands.see("Enter fullfører", "tiltak-grunn")
    hands.close("Enter fullfører")
    hands.close("Tiltakstavle")
    hands.press("ctrl+f")
    hands.type("porten")
    hands.see("med treff", "arkiv")
    hands.press("enter", "enter")
    hands.see("møte 1 av", "leser")
    hands.close("møte 1 av")
    hands.close("med treff")
    hands.press("ctrl+g")
    hands.see("ansvarsgruppe")
    hands.press("enter")
    hands.see("Koordinator")
    hands.press("f7")
    hands.see("Parkerte saker", "parkert")
    hands.close("Parkerte saker")
    hands.press("f5")
    hands.see("· over tid", "gruppe-over-tid")
    hands.press("escape", "escape", "escape")
    hands.see("Prøv demoen")
