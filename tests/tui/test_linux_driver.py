"""The end behind the last letter: what is read just as a signal comes is not left out."""

# ruff: noqa: SLF001 - how the driver hands over what it reads is its own, and what is tried here

from __future__ import annotations

import asyncio
import os
import select
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from textual.events import Key

if sys.platform != "linux":
    pytest.skip("the driver is Linux's own", allow_module_level=True)

from tui.linux_driver import TerminalDriver


class App:
    """What the driver hands things over to: keeps them in the order they came."""

    def __init__(self) -> None:
        self.came: list[str] = []
        self.ended = asyncio.Event()

    async def _post_message(self, message: Key) -> bool:
        self.came.append(message.key)
        return True

    def call_later(self, _what: Callable[..., object], *_values: object) -> bool:
        self.came.append("end")
        self.ended.set()
        return True

    def exit(self) -> None:
        """End."""


@pytest.fixture
def line() -> Iterator[int]:
    """Give a line on which nothing waits."""
    ours, theirs = os.pipe()
    yield ours
    os.close(ours)
    os.close(theirs)


def driver_of(app: App, line: int) -> TerminalDriver:
    """Give a driver of a line, that has not taken over any terminal."""
    driver = TerminalDriver.__new__(TerminalDriver)
    held: dict[str, Any] = {"_app": app, "_loop": asyncio.get_running_loop(), "fileno": line}
    vars(driver).update(held, _reading=False)
    return driver


async def ends(app: App, driver: TerminalDriver) -> list[str]:
    """Let a program end, and give what came to the app."""
    await driver._end_when_read(143)
    await asyncio.wait_for(app.ended.wait(), 5)
    return app.came


async def test_a_letter_on_its_way_to_the_app_comes_before_the_end(
    line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = App()
    driver = driver_of(app, line)

    def looked(*_: object) -> tuple[list[int], list[int], list[int]]:
        driver.send_message(Key("å", "å"))  # the thread that reads has just handed over what it read
        return [], [], []

    monkeypatch.setattr(select, "select", looked)
    assert await ends(app, driver) == ["å", "end"]


async def test_a_letter_taken_up_between_two_looks_comes_before_the_end(
    line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = App()
    driver = driver_of(app, line)
    looks = 0

    def looked(*_: object) -> tuple[list[int], list[int], list[int]]:
        nonlocal looks
        looks += 1
        if looks == 1:
            driver._reading = True  # taken up just now, and not handed over yet
        elif driver._reading:
            driver.send_message(Key("å", "å"))
            driver._reading = False
        return [], [], []

    monkeypatch.setattr(select, "select", looked)
    assert await ends(app, driver) == ["å", "end"]
