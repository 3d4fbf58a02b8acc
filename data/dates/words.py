"""The words of Norwegian dates, each with its sign in the grammar and its value."""

from __future__ import annotations

import re
from functools import cache

from data.dates.writing import MONTHS, WEEKDAYS

Token = tuple[str, str]
"""A sign of the grammar, and the value where the sign stands for one of many.

The signs with a value: D weekday (0 is Monday), M month, N number, Y year of four digits,
O ordinal in words, F feast, S season. All others are words or marks and stand for themselves.
"""

UNKNOWN: Token = ("?", "")

_SHORTEST_ABBREVIATION = 3
_VALUED = frozenset("DMNYOFS")
_PIECES = r"[^\W\d_]+\.?|[0-9]+|\S"

# Nynorsk, and keyboards without ø, beside the bokmål of `WEEKDAYS`.
_OTHER_WEEKDAYS = {
    "måndag": 0,
    "tysdag": 1,
    "laurdag": 5,
    "lordag": 5,
    "loerdag": 5,
    "sundag": 6,
    "sondag": 6,
    "soendag": 6,
}

_NUMBERS = {
    1: "en én ein ei et ett eit",
    2: "to",
    3: "tre",
    4: "fire",
    5: "fem",
    6: "seks",
    7: "sju syv",
    8: "åtte",
    9: "ni",
    10: "ti",
    11: "elleve",
    12: "tolv",
    13: "tretten",
    14: "fjorten",
    15: "femten",
    16: "seksten",
    17: "sytten",
    18: "atten",
    19: "nitten",
    20: "tjue",
    30: "tretti",
}

_ORDINALS = (
    "første/fyrste andre/annen tredje fjerde femte sjette sjuende/syvende/sjuande åttende/åttande "
    "niende/niande tiende/tiande ellevte tolvte trettende/trettande fjortende/fjortande "
    "femtende/femtande sekstende/sekstande syttende/syttande attende/attande nittende/nittande "
    "tjuende/tjuande"
)

_SAME = {
    "dag": "dag dager dagar døgn",
    "uke": "uke uka uken uker veke veka veker",
    "måned": "måned måneden måneder månad månaden månader mnd",
    "år": "år året",
    "halvt": "halvt",
    "halvår": "halvår halvåret",
    "i": "i",
    "av": "av",
    "om": "om",
    "den": "den",
    "på": "på",
    "nå": "nå no",
    "til": "til",
    "innen": "innen innan",
    "senest": "senest seinest seinast frist fristen",
    "før": "før",
    "etter": "etter",
    "over": "over",
    "ved": "ved",
    "mot": "mot",
    "neste": "neste",
    "denne": "denne",
    "kommende": "førstkommende fyrstkommande kommende kommande",
    "siste": "siste",
    "slutten": "slutten løpet utgangen utgongen",
    "kl": "kl klokka klokken",
    "i dag": "idag",
    "i morgen": "imorgen imorgon",
    "i overmorgen": "iovermorgen iovermorgon",
    "morgen": "morgen morgon",
    "overmorgen": "overmorgen overmorgon",
    "kveld": "kveld",
    "går": "går",
    "juledag": "juledag",
    "påskedag": "påskedag",
    "pinsedag": "pinsedag",
    "nyttårsdag": "nyttårsdag",
    "kristi": "kristi",
    "lille": "lille",
    "st": "st sankt",
    "hansaften": "hansaften",
}

_FEASTS = {
    "palmesøndag": "palmesøndag",
    "skjærtorsdag": "skjærtorsdag skjertorsdag",
    "langfredag": "langfredag",
    "påskeaften": "påskeaften påskeaftan",
    "himmelfart": "himmelfart himmelfartsdag himmelfartsdagen",
    "pinseaften": "pinseaften pinseaftan",
    "grunnlovsdag": "grunnlovsdag grunnlovsdagen nasjonaldagen",
    "sankthansaften": "sankthansaften jonsokaften jonsokaftan",
    "julaften": "julaften juleaften julaftan",
    "nyttårsaften": "nyttårsaften nyttårsaftan",
}

_SEASONS = {
    "jul": "jul jula julen julen",
    "nyttår": "nyttår nyttåret årsskiftet årsskifte",
    "påske": "påske påska påsken påskeferien",
    "pinse": "pinse pinsa pinsen",
    "helg": "helg helga helgen helgi",
}


def tokens(phrase: str) -> list[Token]:
    """Give the tokens of a phrase in small letters; a word that no date has becomes `UNKNOWN`."""
    known = _vocabulary()
    found: list[Token] = []
    for piece in re.findall(_PIECES, phrase):
        token = known.get(piece) or _number_or_mark(piece)
        if piece == "jul" and found and found[-1][0] in {".", "N", "O"}:
            token = ("M", "7")
        found.append(token)
    return found


def shape(found: list[Token]) -> str:
    """Give the signs of tokens as the grammar's tables write them."""
    return " ".join([sign for sign, _value in found])


def values(found: list[Token]) -> list[str]:
    """Give the values of those tokens that have one."""
    return [value for sign, value in found if sign in _VALUED]


def _number_or_mark(piece: str) -> Token:
    """Give the token of digits or a mark, or of a word with a full stop that shortens nothing."""
    if piece.isdecimal():
        return ("Y" if len(piece) == 4 else "N", piece) if len(piece) <= 4 else UNKNOWN
    return (piece, "") if piece in {".", ":", "/", "-"} else _vocabulary().get(piece.rstrip("."), UNKNOWN)


@cache
def _vocabulary() -> dict[str, Token]:
    """Give every word with its token, built at the first date typed."""
    known: dict[str, Token] = {}
    for sign, spelled in _SAME.items():
        known |= dict.fromkeys(spelled.split(), (sign, ""))
    for sign, table in (("F", _FEASTS), ("S", _SEASONS)):
        for name, spelled in table.items():
            known |= dict.fromkeys(spelled.split(), (sign, name))
    for number, spelled in _NUMBERS.items():
        known |= dict.fromkeys(spelled.split(), ("N", str(number)))
    return known | _ordinals() | _weekdays() | _months()


def _ordinals() -> dict[str, Token]:
    """Give the ordinals from the first to the thirty-first."""
    ones = [spellings.split("/") for spellings in _ORDINALS.split()]
    known = {word: ("O", str(number)) for number, words in enumerate(ones, 1) for word in words}
    for number, words in enumerate(ones[:9], 1):
        known |= {f"tjue{word}": ("O", str(20 + number)) for word in words}
    return known | {"trettiende": ("O", "30"), "trettiførste": ("O", "31"), "trettifyrste": ("O", "31")}


def _weekdays() -> dict[str, Token]:
    """Give the weekdays, their definite form and every abbreviation that means one thing."""
    known: dict[str, Token] = {}
    for name, day in [*_OTHER_WEEKDAYS.items(), *((name, day) for day, name in enumerate(WEEKDAYS))]:
        known |= dict.fromkeys([*_abbreviations(name), f"{name}en"], ("D", str(day)))
    del known["mån"]  # måndag or måned
    return known


def _months() -> dict[str, Token]:
    """Give the months and their abbreviations; "jul" is Christmas until a number stands before it."""
    known = {
        short: ("M", str(month)) for month, name in enumerate(MONTHS, 1) for short in _abbreviations(name)
    }
    del known["jul"]
    return known


def _abbreviations(name: str) -> list[str]:
    """Give the beginnings of a name, the whole name too."""
    return [name[:length] for length in range(_SHORTEST_ABBREVIATION, len(name) + 1)]
