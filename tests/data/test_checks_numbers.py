"""Ten thousand made-up numbers: no fødselsnummer is missed, and those wrongly taken for one are counted."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest

from data.checks.privacy.numbers import accounts, is_account, is_national_id, national_ids, telephones

EACH = 1000
FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)

FORMS = (
    "{0}{1}",
    "{0} {1}",
    "{0}-{1}",
    "fnr. {0}{1}.",
    "({0} {1})",
    "{2}.{3}.{4} {1}",
    "{2} {3} {4} {1}",
    "nr:{0}{1},",
)


def control(digits: str, weights: tuple[int, ...], rest: int = 0) -> str:
    """Give the digit after some that leaves a rest of their control sum, "" where there is none."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    digit = (rest - total) % 11
    return str(digit) if digit < 10 else ""


def numbered(chance: random.Random, *, day: int = 0, month: int = 0, rest: int = 0) -> str:
    """Give a made-up number that holds, with so much added to its day and its month."""
    while True:
        born = f"{chance.randint(1, 28) + day:02}{chance.randint(1, 12) + month:02}{chance.randint(0, 99):02}"
        digits = f"{born}{chance.randint(0, 999):03}"
        digits += control(digits, FIRST, rest)
        if len(digits) == 10 and (last := control(digits, SECOND)):
            return digits + last


def account(chance: random.Random) -> str:
    """Give a made-up account number that holds and is no fødselsnummer."""
    while True:
        digits = f"{chance.randint(1000, 9999)}{chance.randint(0, 999_999):06}"
        if (last := control(digits, SECOND)) and not is_national_id(digits + last):
            return digits + last


REAL: dict[str, Callable[[random.Random], str]] = {
    "fødselsnummer": numbered,
    "D-nummer": lambda chance: numbered(chance, day=40),
    "synthetic, +40": lambda chance: numbered(chance, month=40),
    "synthetic, +80": lambda chance: numbered(chance, month=80),
    "from 2032": lambda chance: numbered(chance, rest=chance.choice((1, 2, 3))),
    "D-nummer from 2032": lambda chance: numbered(chance, day=40, rest=chance.choice((1, 2, 3))),
}


def one_digit_off(chance: random.Random) -> str:
    """Give a number that does not hold for one digit's sake."""
    digits, at = numbered(chance), chance.randrange(11)
    wrong = chance.choice([digit for digit in "0123456789" if digit != digits[at]])
    return digits[:at] + wrong + digits[at + 1 :]


def no_such_day(chance: random.Random) -> str:
    """Give a number whose control sums hold and whose date does not exist."""
    return numbered(chance, day=chance.choice((0, 40)), month=chance.choice((13, 27, 53)))


def telephone(chance: random.Random) -> str:
    """Give a telephone number as people write it."""
    digits = f"{chance.choice('23456789')}{chance.randint(0, 9_999_999):07}"
    form = chance.choice(
        ("{0}{1}{2}{3}", "{0} {1} {2} {3}", "+47 {0}{1}{2}{3}", "+47 {0} {1} {2} {3}", "tlf. {0} {1} {2} {3}")
    )
    return form.format(*(digits[at : at + 2] for at in range(0, 8, 2)))


NEAR: dict[str, Callable[[random.Random], str]] = {
    "one digit off": one_digit_off,
    "no such day": no_such_day,
    "account": account,
    "telephone": telephone,
}


def written(digits: str, chance: random.Random) -> str:
    """Give a number as it may stand in a text."""
    parts = (digits[:6], digits[6:], digits[:2], digits[2:4], digits[4:6])
    return chance.choice(FORMS).format(*parts)


@pytest.mark.parametrize("kind", REAL)
def test_no_national_id_is_missed(kind: str) -> None:
    chance = random.Random(kind)  # noqa: S311 - the same numbers each time
    texts = [f"Han har {written(REAL[kind](chance), chance)} i mappa" for _ in range(EACH)]

    assert [text for text in texts if len(national_ids(text)) != 1] == []


def test_what_is_no_national_id_is_seldom_taken_for_one(
    record_property: Callable[[str, object], None],
) -> None:
    chance = random.Random("near")  # noqa: S311 - the same numbers each time
    wrong: Counter[str] = Counter()
    for kind, make in NEAR.items():
        for _ in range(EACH):
            wrong[kind] += bool(national_ids(f"Tall: {make(chance)} i mappa"))
    for kind in NEAR:
        record_property(kind, wrong[kind])
        print(f"{kind}: {wrong[kind]} of {EACH} taken for a national id")  # noqa: T201 - the figures

    assert wrong.total() == 0


def test_no_account_and_no_telephone_number_is_missed() -> None:
    chance = random.Random("others")  # noqa: S311 - the same numbers each time
    for _ in range(EACH):
        digits = account(chance)
        grouped = chance.choice(
            (digits, f"{digits[:4]} {digits[4:6]} {digits[6:]}", f"{digits[:4]}.{digits[4:6]}.{digits[6:]}")
        )
        assert len(accounts(f"Konto {grouped} til turen")) == 1, grouped
        number = telephone(chance)
        assert len(telephones(f"Ring {number} i dag")) == 1, number


def test_one_digit_off_an_account_number_holds_no_more() -> None:
    chance = random.Random("off")  # noqa: S311 - the same numbers each time
    for _ in range(EACH):
        digits, at = account(chance), chance.randrange(11)
        wrong = digits[:at] + str((int(digits[at]) + 1) % 10) + digits[at + 1 :]
        assert not is_account(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Møtet er 24.11.2026 kl. 09.00.",
        "Tiden er 09.00–10.00, rom 204.",
        "Saken har nummer 2026/12345-7.",
        "Kommunen har org.nr. 987654325.",
        "Datoen 24112026 står i mappa.",
        "Fra 2026 til 2027 er det 25 elever.",
        "Poeng: 12 av 40, 30 av 40, 38 av 40.",
        "Beløpet er 25 000 kroner.",
        "Uke 40, 41, 42, 43 og 44.",
        "Temperaturen er 21.5 grader.",
    ],
)
def test_dates_cases_and_sums_are_no_numbers_of_people(text: str) -> None:
    assert not national_ids(text)
    assert not accounts(text)
    assert not telephones(text)
