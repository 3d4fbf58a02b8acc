"""What can be wrong with a journal, in words for people."""

from __future__ import annotations

from pathlib import Path

from data.errors import MalstyrtError, NotSavedError
from data.language import _


class UnwritableError(NotSavedError):
    """The disk would not take what was written."""

    def __init__(self, path: Path) -> None:
        message = _("Journalen kunne ikke skrives: {path}. Se etter plass på disken.")
        super().__init__(_("IKKE LAGRET"), message.format(path=path))


class TakenElsewhereError(NotSavedError):
    """Another program has the journal to itself, or has held it for longer than anybody should."""

    def __init__(self, path: Path) -> None:
        message = _("Et annet program holder på journalen: {path}. Lukk møtet der, og prøv igjen.")
        super().__init__(_("IKKE LAGRET"), message.format(path=path))


class OnlyReadError(NotSavedError):
    """The journal can be read, and not be written in."""


class ClosedError(OnlyReadError):
    """The journal, or the folder it lies in, takes nothing from us."""

    def __init__(self, path: Path) -> None:
        message = _(
            "Du kan ikke skrive der journalen ligger: {path}. "
            "Gi deg selv tilgang, eller kopier alt til et sted du kan."
        )
        super().__init__(_("Møtet kan bare leses"), message.format(path=path))


class NewerError(OnlyReadError):
    """The journal comes from a newer version: it can be read, as far as we know its words, and no more."""

    def __init__(self, path: Path) -> None:
        message = _("Journalen er fra en nyere utgave. Oppgrader malstyrt for å skrive i møtet: {path}")
        super().__init__(_("Møtet kan bare leses"), message.format(path=path.name))


class DamagedError(NotSavedError):
    """Something in the journal is not as it was written, or is gone; data.rescue saves the rest."""

    def __init__(self, path: Path) -> None:
        message = _(
            "{path} er ikke slik den ble skrevet. Lukk møtet og åpne det igjen, så hentes resten fram."
        )
        super().__init__(_("Journalen er skadet"), message.format(path=path))


class PlantedError(MalstyrtError):
    """A link, a second name or no file at all stands where the journal is: writing would end elsewhere."""

    def __init__(self, path: Path) -> None:
        message = _(
            "{path} er ikke en vanlig fil med bare dette navnet, så noe annet kunne blitt skrevet over. "
            "Er den møtets egen, så legg en kopi av den i stedet; ellers ta den bort."
        )
        super().__init__(_("Journalen åpnes ikke"), message.format(path=path))


class NoJournalError(MalstyrtError):
    """Nothing in the file is of a journal of ours."""

    def __init__(self, path: Path) -> None:
        message = _(
            "{path} er skadet eller ingen journal. Den er ikke rørt; flytt den og åpne møtet på nytt."
        )
        super().__init__(_("Journalen kan ikke leses"), message.format(path=path))
