"""Where in a document the words that were asked for stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import AnyStr, NamedTuple

from data.archive import Document
from data.index.lines import body_of, is_plain, shown, text_of, unescaped
from data.index.words import small, terms

MOST_LINES = 3
"""Lines shown of one document."""

_OF_PLAIN_LETTERS = re.compile(r"[\x21-\x7eæøå]+")
_CAPITALS = tuple((letter.encode(), letter.lower().encode()) for letter in "ÆØÅ")


class HitLine(NamedTuple):
    """A line with a hit: `number` in the file, from 1; `marks` are the spans to mark in `text`."""

    number: int
    text: str
    marks: tuple[tuple[int, int], ...]


class Hit(NamedTuple):
    """A document that holds all that was asked for, with the lines that say so best."""

    document: Document
    lines: tuple[HitLine, ...]


class Wanted:
    """What a query asks for, to be found in one document after another."""

    def __init__(self, query: str) -> None:
        self.terms = terms(query)
        plain = all(_OF_PLAIN_LETTERS.fullmatch(term) for term in self.terms)
        self._bytes = tuple(term.encode() for term in self.terms) if plain else ()
        self._capitals = [pair for pair in _CAPITALS if any(pair[1] in term for term in self._bytes)]

    def lines_in(self, data: bytes) -> tuple[HitLine, ...]:
        """Give the lines of a file where the terms stand, those with most of them; none unless all are there.

        Hardly any file needs to be decoded and cleaned whole to know.
        """
        body, first = body_of(data)
        if self._bytes and is_plain(body):
            found = _numbers(self._small(body), self._bytes, b"\n")
            lines = body.split(b"\n") if found else []
            return tuple(self._line(first + at, lines[at].decode("utf-8", "replace")) for at in found)
        text, first = text_of(data)
        found = _numbers(small(unescaped(text)), self.terms, "\n")
        return tuple(self._line(first + at, text.split("\n")[at]) for at in found)

    def _small(self, data: bytes) -> bytes:
        """Give UTF-8 in small letters, as far as the terms ask for them."""
        data = data.lower()
        for capital, letter in self._capitals:
            data = data.replace(capital, letter)
        return data

    def _line(self, number: int, line: str) -> HitLine:
        """Give a line as it is shown, with its marks."""
        text = shown(line)
        low = small(text)
        spans = [span for term in self.terms for span in _spans(low, term)]
        return HitLine(number, text, _joined(spans) if len(self.terms) > 1 else tuple(spans))


def _numbers(low: AnyStr, wanted: tuple[AnyStr, ...], newline: AnyStr) -> list[int]:
    """Give the numbers of the lines to show, from 0; none unless every term is in the text."""
    if not all(term in low for term in wanted):
        return []
    numbers = sorted({number for term in wanted for number in _each(low, term, newline)})
    if len(numbers) > MOST_LINES and len(wanted) > 1:
        lines = low.split(newline)
        numbers.sort(key=lambda at: -sum(term in lines[at] for term in wanted))
    return sorted(numbers[:MOST_LINES])


def _each(low: AnyStr, term: AnyStr, newline: AnyStr) -> Iterator[int]:
    """Give the number of each line that holds a term."""
    number, counted = 0, 0
    at = low.find(term)
    while at >= 0:
        number += low.count(newline, counted, at)
        yield number
        counted = at
        end = low.find(newline, at)
        at = low.find(term, end) if end >= 0 else -1


def _spans(low: str, term: str) -> Iterator[tuple[int, int]]:
    at = low.find(term)
    while at >= 0:
        yield at, at + len(term)
        at = low.find(term, at + len(term))


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Give spans in order, those that meet as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
