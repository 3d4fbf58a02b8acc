"""What does not belong in the meeting, and where it goes instead (DOMAIN section 5, from S0, S3, S4)."""

from __future__ import annotations

from enum import StrEnum

from data.language import _
from data.part import Part
from data.text import Line


class Matter(StrEnum):
    """The kinds of matter that do not belong. The value is a stable name."""

    DISSATISFACTION = "misnøye"
    RESOURCES = "ressurser"
    GUIDANCE = "veiledning"
    BORDERS = "uenighet"
    VEDTAK = "vedtak"
    CONFLICT = "konflikt"
    OTHER = "annet"


class Parked(Part, frozen=True):
    """A matter that came up and was put aside. `id` is x1, x2 …; it is the leader's, and in no document."""

    text: Line = ""
    matter: Matter = Matter.OTHER


def matter_words(matter: Matter) -> str:
    """Give what a kind of matter is, in a few words."""
    words = {
        Matter.DISSATISFACTION: _("Misnøye med noen eller en tjeneste"),
        Matter.RESOURCES: _("Klage på timer, plass eller penger"),
        Matter.GUIDANCE: _("Opplæring eller veiledning"),
        Matter.BORDERS: _("Uenige om hvem som skal gjøre hva"),
        Matter.VEDTAK: _("Noe det må gjøres vedtak om"),
        Matter.CONFLICT: _("Personlig konflikt"),
        Matter.OTHER: _("Noe annet"),
    }
    return words[matter]


def channel_words(matter: Matter) -> str:
    """Give where a kind of matter goes instead."""
    words = {
        Matter.DISSATISFACTION: _("den det gjelder, eller lederen der"),
        Matter.RESOURCES: _("vanlig klage til den som bestemte"),
        Matter.GUIDANCE: _("eget veiledningsmøte"),
        Matter.BORDERS: _("formøte eller fagmøte, så lederne"),
        Matter.VEDTAK: _("tjenesten som gjør slike vedtak"),
        Matter.CONFLICT: _("utenfor møtet, mellom de to"),
        Matter.OTHER: _("avtal hvor etter møtet"),
    }
    return words[matter]
