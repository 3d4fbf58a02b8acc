"""Where somebody lives, is written to, or when they were born.

All of it counts as confidential under several welfare laws (DOMAIN 7).
"""

from __future__ import annotations

import re
from functools import lru_cache

from data.checks.finding import Words
from data.checks.tokens import REMEMBERED, has_digit

_MAIL = re.compile(r"[\w.+-]+(?:@| ?[(\[](?:at|a|krøll|krøllalfa|alfakrøll)[)\]] ?)[\w-]+(?:\.[\w-]+)+")

_STREET = (
    "gata|gaten|gate|veien|vegen|vei|veg|alléen|alleen|allé|bakken|stien|svingen|tunet|kroken|faret|brinken"
    "|stubben|vollen|grenda|jordet|terrasse|torget|smuget|løkka|lykkja|ringen|plassen"
)
_NUMBER = r" (?:nr\.? )?[0-9]{1,3}(?: ?[A-Z](?!\w)|[a-h](?!\w))?(?![\w:]|\.(?:[0-9]| [a-zæøå]))"
_ADDRESS = re.compile(
    rf"(?<!\w)(?:[A-ZÆØÅ][\w-]*(?:{_STREET})|(?:[A-ZÆØÅ][\w-]+ )+(?:gate|vei|veg|allé)){_NUMBER}"
    rf"|(?<!\w)[A-ZÆØÅ](?:\w{{2,}}gt\.?|\w{{4,}}v\.){_NUMBER}"
    rf"|(?<=[Bb]or i )[A-ZÆØÅ][\w-]*(?:{_STREET})(?!\w)|(?<=[Bb]or i )\w+(?:{_STREET}){_NUMBER}"
    r"|(?<=[Bb]or på )[A-ZÆØÅ]\w+(?: [A-ZÆØÅ]\w+)? [0-9]{1,3}(?! ?\w|[.,:][0-9])"
    r"|(?:(?<=, )|(?<=^)|(?<=\n))[0-9]{4} [A-ZÆØÅ][A-ZÆØÅa-zæøå]{2,}|(?<![0-9])[0-9]{4} [A-ZÆØÅ]{3,}(?!\w)"
    r"|(?<!\w)(?:[Aa]dresse[nr]?|[Aa]dr\.):? (?:er )?[A-ZÆØÅ][\w-]+ [0-9]{1,3}(?: ?[A-Za-z])?(?!\w)"
    r"|(?<!\w)(?:[Pp]ost(?:boks|b\.)|[Pp]\.?[Bb]\.?) [0-9]+(?![0-9]| ?(?:m\b|meter|km|s\b|sek|min))"
)

_MONTH = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_DATE = (
    rf"(?:[0-9]{{1,2}}[./ -] ?(?:[0-9]{{1,2}}|{_MONTH})(?:[./ -] ?(?:[0-9]{{4}}|[0-9]{{2}}))?"
    rf"|(?:{_MONTH}) [0-9]{{4}}|[0-9]{{4}}(?:-[0-9]{{2}}-[0-9]{{2}})?|[0-9]{{6}}|['’–-][0-9]{{2}})(?![0-9])"
)
_SEASON = "(?:våren|sommeren|høsten|vinteren)"
_AGE = "(?:fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten)"
_BORN = re.compile(
    r"(?<!\w)(?:født|fødd|f\.|f:|f\. ?d\.|f\.?dato|fødsels(?:dato|år|dag)|bursdag(?:en)?(?: hans| hennes)?"
    rf"|fyller(?: [0-9]{{1,2}}| {_AGE})?(?: år)?)"
    rf":?(?: den| er| i)*(?: på)?(?: {_SEASON})? ?{_DATE}",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(r"(?<![0-9])[0-9]{1,2}\. ?[0-9]{1,2}\. ?(?:19|20)?[0-9]{2}(?![0-9])")


@lru_cache(REMEMBERED)
def mail_addresses(text: str) -> tuple[Words, ...]:
    """Give where a text has an address of electronic mail."""
    return _where(_MAIL, text, "") if "@" in text or "(" in text or "[" in text else ()


@lru_cache(REMEMBERED)
def addresses(text: str) -> tuple[Words, ...]:
    """Give where a text has a street with a number, or a place with its post code."""
    return _where(_ADDRESS, text) if has_digit(text) or "or i " in text else ()


@lru_cache(REMEMBERED)
def birth_dates(text: str) -> tuple[Words, ...]:
    """Give where a text says when somebody was born."""
    return _where(_BORN, text) if has_digit(text) else ()


@lru_cache(REMEMBERED)
def dates_of_names(text: str) -> tuple[Words, ...]:
    """Give where there is a date behind a name, which can be nothing but that of a birth."""
    return birth_dates(text) or _where(_FULL_DATE, text)


def _where(pattern: re.Pattern[str], text: str, better: str | None = None) -> tuple[Words, ...]:
    return tuple(Words(found.start(), found.end(), better) for found in pattern.finditer(text))
