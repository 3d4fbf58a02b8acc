"""The base of everything a meeting is made of: frozen values that carry an id."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache
from threading import Lock
from typing import Any, ClassVar, Self, get_type_hints

import msgspec
from msgspec.structs import force_setattr, replace


class UnfitError(ValueError):
    """Something from outside does not fit a value. Says what it was meant for, never what it said."""

    def __init__(self, meant_for: str) -> None:
        super().__init__(f"does not fit: {meant_for}")


class _Fields:
    """The fields of a kind of value, each with its annotation."""

    def __get__(self, _value: object, kind: type[Value]) -> Mapping[str, Any]:
        return _annotations(kind)


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A frozen value; a change gives a new one. Its text is cleaned however it comes in.

    What comes from outside is checked as it comes in (`of`); what our own code makes
    is held to its annotations by the type checker.
    """

    field_types: ClassVar[_Fields] = _Fields()
    """The annotation of each field, by its name."""

    def __post_init__(self) -> None:
        """Clean the text, however the value was made."""
        for name, cleaned in _cleaning(type(self)):
            text = getattr(self, name)
            if text:
                force_setattr(self, name, cleaned(text))

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> Self:
        """Give a value of fields as JSON or our own code has them. Raises UnfitError."""
        value: Self = fitted(fields, cls)
        return value

    @classmethod
    def of_json(cls, text: str) -> Self:
        """Give a value from JSON. Raises UnfitError."""
        value: Self = read_json(text, cls)
        return value

    def having(self, fields: Mapping[str, Any]) -> Self:
        """Give the same value having some fields set otherwise."""
        return replace(self, **fields)

    def as_plain(self, *, include: Collection[str] = (), exclude: Collection[str] = ()) -> dict[str, Any]:
        """Give the fields as JSON has them: all, some, or all but some."""
        return {
            name: plain(getattr(self, name))
            for name in self.__struct_fields__
            if name not in exclude and (not include or name in include)
        }

    def as_json(self) -> str:
        """Give the value as JSON."""
        return write_json(self)


class Part(Value, frozen=True):
    """A value that stands in a list of the meeting and is addressed by its `id`."""

    id: str


def plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Give a value as JSON has it: dates as ISO text, parts as dictionaries."""
    return msgspec.to_builtins(value)


def fitted(value: object, kind: Any) -> Any:  # noqa: ANN401 - an annotation is any type
    """Give what JSON or our own code has as a kind of value. Raises UnfitError."""
    try:
        _reader(kind)
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        raise UnfitError(str(kind)) from None


def read_json(text: str, kind: Any) -> Any:  # noqa: ANN401 - an annotation is any type
    """Read JSON as a kind of value. Raises UnfitError."""
    try:
        return _reader(kind).decode(text)
    except (msgspec.DecodeError, UnicodeError):
        raise UnfitError(str(kind)) from None


def write_json(value: object) -> str:
    """Write a value as JSON."""
    return msgspec.json.encode(value).decode()


_LEARNING = Lock()
"""Held while msgspec learns what a kind of value is made of: it learns that the first time one is read, and
a thread that reads one meanwhile takes the whole program down, past every `except`."""


@cache
def _reader(kind: Any) -> msgspec.json.Decoder[Any]:  # noqa: ANN401 - an annotation is any type
    """Give what reads a kind of value."""
    with _LEARNING:
        return msgspec.json.Decoder(kind)


@cache
def _annotations(kind: type[Value]) -> dict[str, Any]:
    """Give the annotation of each field of a kind of value."""
    found = get_type_hints(kind, include_extras=True)
    return {name: found[name] for name in kind.__struct_fields__}


@cache
def _cleaning(kind: type[Value]) -> tuple[tuple[str, Callable[[str], str]], ...]:
    """Give what cleans each field that holds text from people (see data.text)."""
    return tuple(
        (name, marked[0])
        for name, annotation in _annotations(kind).items()
        if (marked := getattr(annotation, "__metadata__", ()))
    )
