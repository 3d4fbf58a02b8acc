"""Numbers that name a person or a purse: fødselsnummer, D-nummer, account numbers, telephone numbers.

A message never repeats the number. Each is best struck out, and that is what is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from data.checks.finding import Words
from data.checks.tokens import REMEMBERED, has_digit

FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
"""What the first ten digits of a fødselsnummer weigh in the first control sum (modulus 11)."""
SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
"""What all eleven weigh in the second, and in the one control sum of an account number."""
FIRST_RESTS = frozenset({0, 1, 2, 3})
"""What may be left of the first sum: 0, and for numbers given from 2032 on 1, 2 or 3 as well.

The second sum leaves 0, as before. Skatteetaten: «Nye fødselsnummer og d-nummer fra 2032», seen 2026-11-22.
"""

_DIGITS = re.compile(r"[0-9](?:[\s./|–-]{0,3}[0-9]){6}")
"""What a text must have to be looked through for long numbers."""
_GAP = r"\s?[./|–-]?\s?"
"""What may split a number: the end of a line too, and the next cell of a table."""
_ELEVEN = re.compile(
    rf"(?<![0-9])[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}}(?![0-9])"
)
_LAST_FIVE = re.compile(
    r"(?<!\w)(?:person|fødsels|[pf]\.?)n(?:umme)?r(?:et)?\.?:?(?: er| slutter på)? ?([0-9]{5})(?![0-9])",
    re.IGNORECASE,
)
"""The last five digits, where the words before say what they are."""
_ACCOUNT = re.compile(
    r"(?<![0-9])[0-9]{4}[ .-]?[0-9]{2}[ .-]?[0-9]{5}(?![0-9])"
    r"|(?<!\w)NO ?[0-9]{2}(?: ?[0-9]{4}){2} ?[0-9]{3}(?![0-9])"
)
"""An account number, or an IBAN with one."""
_TELEPHONE = re.compile(
    r"(?:\+|(?<![0-9])00)[1-9][0-9]{0,2}(?: ?[0-9]){7,11}(?![0-9])"
    r"|(?:\(\+47\) ?)?(?<![0-9])(?<![0-9][.,-])"
    r"(?:[2-9][0-9]{7}|[2-9][0-9](?P<pair>[ .-])[0-9]{2}(?:(?P=pair)[0-9]{2}){2}"
    r"|[489][0-9]{2}(?P<part>[ .-])[0-9]{2}(?P=part)[0-9]{3}|[49][0-9]{3} [0-9]{4}"
    r"|[49][0-9] ?[0-9]{3} (?!000)[0-9]{3}|[49][0-9]{2} [0-9]{5})"
    r"(?![0-9]|[.,-][0-9]| ?(?:kr|kg|%|prosent|poeng|ord\b))"
)
_COUNTED = re.compile(
    r"(?<!\w)(?:uke(?:ne|r)?|skår\w*|score\w*|poeng\w*|p(?:er|ro)[sc]entil\w*|side(?:r|ne)?|oppgave\w*"
    r"|kapitt?e?l\w*|karakter\w*|blodtrykk\w*|vekt\w*|resultat\w*|saks?n\w*|arkivn\w*)"
    r"\.?:? (?:(?:er|var|på|nr\.?) )*"
    r"(?:[0-9]{1,3},? (?:og )?)*\Z",
    re.IGNORECASE,
)
"""What stands before a row of weeks, points or pages, «uke 40 41 42 43», or before the number of a case."""
_DAY = re.compile(r"(?:[012][0-9]|3[01])(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}")
"""A date without dots, which is no telephone number."""


def is_national_id(digits: str) -> bool:
    """Whether eleven digits are a possible fødselsnummer, D-nummer or synthetic test number.

    Both control sums hold, and the first four digits are a day and a month: D-nummer have 40 more
    in the day, test numbers 40 or 80 more in the month.
    """
    day, month = int(digits[:2]) % 40, int(digits[2:4]) % 40
    return (
        1 <= day <= 31
        and 1 <= month <= 12
        and _rest(digits, FIRST_WEIGHTS) in FIRST_RESTS
        and not _rest(digits, SECOND_WEIGHTS)
    )


def is_account(digits: str) -> bool:
    """Whether eleven digits are a possible Norwegian account number: one control sum, modulus 11."""
    return not _rest(digits, SECOND_WEIGHTS)


@lru_cache(REMEMBERED)
def national_ids(text: str) -> tuple[Words, ...]:
    """Give where a text has a fødselsnummer or D-nummer."""
    whole = tuple(_national_ids(text)) if _has_digits(text) else ()
    if whole or not (has_digit(text) and ("nr" in text or "nummer" in text)):
        return whole
    return tuple(Words(*number.span(1), "") for number in _LAST_FIVE.finditer(text))


@lru_cache(REMEMBERED)
def accounts(text: str) -> tuple[Words, ...]:
    """Give where a text has an account number that is no fødselsnummer."""
    if not _has_digits(text):
        return ()
    found = (_struck_out(number) for number in _ACCOUNT.finditer(text) if is_account(_bare(number)[-11:]))
    taken = {words.start for words in national_ids(text)}
    return tuple(words for words in found if words.start not in taken)


@lru_cache(REMEMBERED)
def telephones(text: str) -> tuple[Words, ...]:
    """Give where a text has a telephone number, Norwegian or with a country's code."""
    if not _has_digits(text):
        return ()
    return tuple(_struck_out(number) for number in _TELEPHONE.finditer(text) if not _counts(text, number))


@lru_cache(REMEMBERED)
def _has_digits(text: str) -> bool:
    """Whether a text has so many digits together that they may be a number of anybody's."""
    return has_digit(text) and bool(_DIGITS.search(text))


def _national_ids(text: str) -> Iterator[Words]:
    """Give the numbers whose sums hold; where one does not, the next may begin inside it."""
    at = 0
    while number := _ELEVEN.search(text, at):
        at = number.start() + 1
        if is_national_id(_bare(number)):
            yield _struck_out(number)
            at = number.end()


def _counts(text: str, number: re.Match[str]) -> bool:
    """Whether digits like those of a telephone are a date, a row of counts or the number of a case."""
    digits = _bare(number)[-8:]
    pairs = [int(digits[at : at + 2]) for at in range(0, 8, 2)] if number["pair"] else [0]
    in_a_row = pairs == [*range(pairs[0], pairs[0] + 4)]
    return in_a_row or bool(_DAY.fullmatch(number[0]) or _COUNTED.search(text, 0, number.start()))


def _rest(digits: str, weights: tuple[int, ...]) -> int:
    """Give what a control sum leaves, modulo 11."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11


def _bare(number: re.Match[str]) -> str:
    """Give the digits of a number alone."""
    return re.sub("[^0-9]", "", number[0])


def _struck_out(number: re.Match[str]) -> Words:
    return Words(number.start(), number.end(), "")
