"""Rules for what a referat should not hold because it is nobody's business."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.checks.finding import Words
from data.checks.rule import Lack, Lacks
from data.checks.texts import text_parts, texts_of
from data.language import _
from data.meeting import Meeting

FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
"""What the first ten digits of a fødselsnummer weigh in the first control sum (modulus 11)."""
SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
"""What all eleven weigh in the second."""

_ELEVEN = re.compile(r"(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])")

# Every text is looked through at every change, so the usual answer, no, must come fast: each digit
# becomes a zero, each other byte a blank, and six zeros in a row are looked for.
_ZEROS = bytes(ord("0") if chr(byte) in "0123456789" else ord(" ") for byte in range(256))


def national_ids(meeting: Meeting) -> Lacks:
    """Find texts with a fødselsnummer or D-nummer. The message never repeats the number."""
    if not _may_hold_national_id(meeting):
        return
    for path, part, fields in text_parts(meeting):
        for field, text in zip(fields, texts_of(part, fields), strict=True):
            for words in _national_ids(text):
                message = _("Her ser det ut til å stå et fødselsnummer. Ta det bort.")
                yield Lack(f"{path}{field}", message, words)


def is_national_id(digits: str) -> bool:
    """Whether eleven digits are a possible fødselsnummer, D-nummer or synthetic test number.

    Both control sums hold, and the first four digits are a day and a month: D-nummer have 40 more
    in the day, test numbers 40 or 80 more in the month.
    """
    numbers = [int(digit) for digit in digits]
    sums = (
        sum(number * weight for number, weight in zip(numbers, weights, strict=False))
        for weights in (FIRST_WEIGHTS, SECOND_WEIGHTS)
    )
    day, month = int(digits[:2]) % 40, int(digits[2:4]) % 40
    return 1 <= day <= 31 and 1 <= month <= 12 and not any(total % 11 for total in sums)


def _may_hold_national_id(meeting: Meeting) -> bool:
    """Whether six digits stand in a row in any of the meeting's texts."""
    texts: list[str] = []
    for _path, part, fields in text_parts(meeting):
        texts += texts_of(part, fields)
    return b"000000" in "\n".join(texts).encode(errors="replace").translate(_ZEROS)


def _national_ids(text: str) -> Iterator[Words]:
    """Give where in a text there are numbers that can be national ids; they are best struck out."""
    for found in _ELEVEN.finditer(text):
        if is_national_id(re.sub("[^0-9]", "", found[0])):
            yield Words(found.start(), found.end(), "")
