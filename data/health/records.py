"""The documents and what is made from them: two of the same meeting, the index, removals not done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from data.emptying import RECEIPTS
from data.errors import UnreadableError
from data.files import read_bytes
from data.health.finding import Finding, Level
from data.index import Index
from data.language import _, ngettext
from data.leaders_book import read_book
from data.locations import Locations


def records(locations: Locations) -> Iterator[Finding]:
    """Say of the archive what needs a look."""
    yield _index(locations)
    yield from _beside(locations)
    yield from _half_removed(locations)
    yield from _leaders_book(locations)


def _leaders_book(locations: Locations) -> Iterator[Finding]:
    """Say whether what the leader keeps can be read, where there is anything."""
    try:
        parked = len(read_book(locations).open)
    except UnreadableError as error:
        yield Finding("parkert", Level.BAD, f"{error.title}.", error.message)
        return
    if parked:
        yield Finding("parkert", Level.GOOD, _("Parkerte saker på listen: {n}.").format(n=parked))


def _index(locations: Locations) -> Finding:
    """Say whether the search knows all documents. Takes none of them in."""
    with Index(locations) as index:
        behind = index.look(lambda _done, _total: False)
        known = len(index.documents())
    if behind:
        words = ngettext(
            "Søket kjenner {n} dokument; nye eller endret: {behind}.",
            "Søket kjenner {n} dokumenter; nye eller endret: {behind}.",
            known,
        )
        return Finding(
            "søk", Level.GOOD, words.format(n=known, behind=behind), _("De leses inn av seg selv.")
        )
    words = ngettext("Søket kjenner det ene dokumentet.", "Søket kjenner alle {n} dokumentene.", known)
    return Finding("søk", Level.GOOD, words.format(n=known) if known else _("Ingen dokumenter ennå."))


def _beside(locations: Locations) -> Iterator[Finding]:
    """Name the documents that were saved beside one that somebody else had changed."""
    for path in sorted(locations.groups.glob("*/*.konflikt*.md")):
        words = _("{name}: lagret ved siden av et som var endret.").format(
            name=f"{path.parent.name}/{path.name}"
        )
        yield Finding("dokumenter", Level.DOUBTFUL, words, _("Slå de to sammen, og slett det ene."))


def _half_removed(locations: Locations) -> Iterator[Finding]:
    """Name the receipts of what was not removed to the end."""
    for path in sorted((locations.data / RECEIPTS).glob("*.md")):
        with suppress(UnreadableError):
            if _("- **Status:** begynt").encode() in read_bytes(path):
                words = _("{name}: tømmingen ble ikke ferdig.").format(name=path.name)
                yield Finding("kvitteringer", Level.DOUBTFUL, words, _("Tøm på nytt, og slett kvitteringen."))
