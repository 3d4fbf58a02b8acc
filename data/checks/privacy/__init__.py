"""What a referat should not hold because it is nobody's business, or belongs somewhere else.

`numbers`, `places` and `strangers` know it by its form, `consent` by what a consent leaves out, and
`barnevern` and `matters` by phrases in files. All of it is worth a thought, none of it a stop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from data.checks.finding import Concern, Words
from data.checks.phrases import Group, hits, likely
from data.checks.privacy.consent import left_out
from data.checks.privacy.numbers import accounts, national_ids, telephones
from data.checks.privacy.places import addresses, birth_dates, dates_of_names, mail_addresses
from data.checks.privacy.strangers import strangers
from data.checks.rule import PRIVACY, Lack, Lacks, Point, rule_of_words
from data.checks.tables import table
from data.checks.texts import all_texts, told
from data.language import _
from data.meeting import Meeting
from data.parking import Matter, channel_words

PLACES = frozenset({"place", "next_meeting/place"})
"""Where the address of the meeting itself stands."""

NAMES = frozenset({"participants/name", "participants/role"})
"""Where nothing but who somebody is belongs."""

Seek = Callable[[str], tuple[Words, ...]]
"""What finds words in a text."""


@cache
def points() -> tuple[Point, ...]:
    """Give the rules of privacy, in the order they are listed."""
    return (
        _point("national_id", "Fødselsnummer", partial(_everywhere, national_ids, _national_id)),
        _point("account", "Kontonummer", partial(_everywhere, accounts, _account)),
        _point("phone", "Telefonnummer", partial(_everywhere, telephones, _telephone)),
        _point("mail", "E-postadresse", partial(_everywhere, mail_addresses, _mail)),
        _point("address", "Adresse", _addresses),
        _point("birth_date", "Fødselsdato", _birth_dates),
        _point("strangers", "Ikke blant deltakerne", strangers),
        _of_phrases("barnevern", _barnevern),
        _point("consent", "Utenfor samtykket", left_out),
        _of_phrases("matters", _matters),
    )


def _point(name: str, title: str, lacks: Callable[[Meeting], Lacks], source: str = PRIVACY) -> Point:
    """Give a rule as a line of the list."""
    rule = f"privacy.{name}"
    rules = (rule_of_words(rule, source, lacks),)
    return Point(rule, title, "", rules, kind=Concern.PRIVACY)


def _of_phrases(name: str, lacks: Callable[[Meeting], Lacks]) -> Point:
    given = table(f"privacy/{name}")
    return _point(name, given["title"], lacks, given["kilde"])


def _national_id() -> str:
    return _("Her ser det ut til å stå et fødselsnummer. Ta det bort.")


def _account() -> str:
    return _("Her ser det ut til å stå et kontonummer. Ta det bort.")


def _telephone() -> str:
    return _("Her står et telefonnummer. Ta det bort; det kan stå et annet sted.")


def _mail() -> str:
    return _("Her står en e-postadresse. Ta den bort; den kan stå et annet sted.")


def _everywhere(seek: Seek, message: Callable[[], str], meeting: Meeting) -> Iterator[Lack]:
    """Find something in every text of the referat."""
    for path, _sort, text in all_texts(meeting):
        for words in seek(text):
            yield Lack(path, message(), words)


def _addresses(meeting: Meeting) -> Iterator[Lack]:
    """Find addresses, but for where the meetings are."""
    for path, sort, text in all_texts(meeting):
        for words in addresses(text) if sort not in PLACES else ():
            yield Lack(path, _("Her ser det ut til å stå en adresse. Trengs den i referatet?"), words)


def _birth_dates(meeting: Meeting) -> Iterator[Lack]:
    """Find dates of birth, in a text or behind a name."""
    for path, sort, text in all_texts(meeting):
        for words in (dates_of_names if sort in NAMES else birth_dates)(text):
            yield Lack(
                path, _("Her ser det ut til å stå en fødselsdato. Skriv heller alder eller trinn."), words
            )


def _barnevern(meeting: Meeting) -> Iterator[Lack]:
    """Find mention of barnevernet in words; that it takes part is no finding."""
    given = table("privacy/barnevern")
    groups = _groups("barnevern", "phrases")
    for path, sort, text in told(meeting):
        for words in hits(groups, sort, text):
            yield Lack(path, given["message"], words)


def _matters(meeting: Meeting) -> Iterator[Lack]:
    """Find matters that belong elsewhere, each with the channel it goes to."""
    given = table("privacy/matters")
    groups = _groups("matters", "matters")
    channel = {group: Matter(each["matter"]) for group, each in zip(groups, given["matters"], strict=True)}
    for path, sort, text in told(meeting):
        for group in likely(groups, sort, text):
            for words in hits((group,), sort, text):
                said = given["message"].format(
                    words=text[words.start : words.end], channel=channel_words(channel[group])
                )
                yield Lack(path, said, words)


@cache
def _groups(name: str, key: str) -> tuple[Group, ...]:
    return tuple(Group.of(given) for given in table(f"privacy/{name}")[key])
