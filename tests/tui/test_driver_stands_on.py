"""What our driver and app take for granted of Textual's inside, said one by one.

A new version of Textual that fails here has moved something that the driver stands on. Read the
two versions side by side, put the driver right, run tests/pty/test_driver.py until it holds, and
then change VERSION and what is said here.
"""

# ruff: noqa: SLF001 - the private names are what this file is about

from __future__ import annotations

import inspect
import sys
import time
import tomllib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from textual import _parser
from textual._parser import Parser
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.message_pump import MessagePump
from textual.worker import WorkerFailed

from tui.writer import MODE

VERSION = "8.2.8"
MOVED = f"Textual is not as it was in {VERSION}, and the terminal driver stands on it: "

if sys.platform != "linux":
    pytest.skip("the driver is Linux's own", allow_module_level=True)


def test_textual_is_the_version_that_the_driver_was_read_against() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))

    assert f"textual=={VERSION}" in project["project"]["dependencies"], (
        "pyproject.toml pins another Textual than the driver was read against. See this file's first lines."
    )
    assert version("textual") == VERSION, (
        f"Textual {version('textual')} is installed and the driver was read against {VERSION}. "
        "See this file's first lines."
    )


SIGNATURES: list[tuple[Callable[..., Any], list[str]]] = [
    (LinuxDriver.__init__, ["self", "app", "debug", "mouse", "size"]),
    (LinuxDriver.write, ["self", "data"]),
    (LinuxDriver.run_input_thread, ["self"]),
    (LinuxDriver._run_input_thread, ["self"]),
    (LinuxDriver._sigcont_application, ["self", "_"]),
    (LinuxDriver.process_message, ["self", "message"]),
    (LinuxDriver.disable_input, ["self"]),
    (LinuxDriver.stop_application_mode, ["self"]),
    (LinuxDriver.close, ["self"]),
    (WriterThread.__init__, ["self", "file"]),
    (WriterThread.write, ["self", "text"]),
    (WriterThread.stop, ["self"]),
    (XTermParser.__init__, ["self", "debug"]),
    (Parser.feed, ["self", "data"]),
    (Parser.tick, ["self"]),
    (MessagePump.call_later, ["self", "callback", "args", "kwargs"]),
    (App.exit, ["self", "result", "return_code", "message"]),
    (App.refresh, ["self", "repaint", "layout", "recompose"]),
    (App.get_driver_class, ["self"]),
    (App.panic, ["self", "renderables"]),
    (App._fatal_error, ["self"]),
    (App._handle_exception, ["self", "error"]),
    (App._close_messages_no_wait, ["self"]),
    (WorkerFailed.__init__, ["self", "error"]),
]


@pytest.mark.parametrize(
    ("function", "parameters"), SIGNATURES, ids=lambda value: getattr(value, "__qualname__", "")
)
def test_what_is_called_or_replaced_takes_what_it_took(
    function: Callable[..., Any], parameters: list[str]
) -> None:
    assert list(inspect.signature(function).parameters) == parameters, f"{MOVED}{function.__qualname__}"


STEPS: list[tuple[Callable[..., Any], set[str], str]] = [
    (Driver.__init__, {"_app", "_loop", "_debug"}, "a driver knows its app and its loop"),
    (
        LinuxDriver.__init__,
        {"_file", "fileno", "exit_event", "_writer_thread", "_must_signal_resume", "_sigcont_application"},
        "these are set when the driver is made, and SIGCONT comes to our method",
    ),
    (
        LinuxDriver.start_application_mode,
        {"WriterThread", "_writer_thread", "_file", "start", "_run_input_thread", "_must_signal_resume"},
        "it puts its writer in _writer_thread, where ours takes its place, and reads keys by our method",
    ),
    (LinuxDriver.close, {"_writer_thread", "stop"}, "it stops the writer by its own method"),
    (
        LinuxDriver.disable_input,
        {"exit_event", "set", "clear", "_key_thread", "join"},
        "the event wakes the reader",
    ),
    (LinuxDriver._sigtstp_application, {"_auto_restart", "_must_signal_resume"}, "it says who stopped us"),
    (Parser.__init__, {"_timeout_time"}, "the parser says when an escape becomes a key"),
    (
        App.__init__,
        {"_exit_renderables", "_exception", "_return_code", "get_driver_class"},
        "the app's own record",
    ),
    (
        App._handle_exception,
        {"_return_code", "_exception", "_fatal_error", "panic"},
        "both ways lead to ours",
    ),
    (App._print_error_renderables, {"_exit_renderables"}, "our message is the one that is printed"),
    (App._shutdown, {"disable_input", "close", "_print_error_renderables"}, "the order of the ending"),
]


@pytest.mark.parametrize(("function", "names", "why"), STEPS, ids=[step[0].__qualname__ for step in STEPS])
def test_textuals_own_steps_still_go_by_the_names_we_stand_on(
    function: Callable[..., Any], names: set[str], why: str
) -> None:
    code = inspect.unwrap(function).__code__

    assert names <= {*code.co_names, *code.co_varnames, *code.co_cellvars}, (
        f"{MOVED}{function.__qualname__}: {why}"
    )


def test_a_mode_is_switched_by_a_text_of_its_own() -> None:
    """The writer keeps modes and drops frames, and knows a mode by its whole text."""
    sent = [
        constant
        for method in (LinuxDriver.start_application_mode, LinuxDriver.stop_application_mode)
        for constant in method.__code__.co_consts
        if isinstance(constant, str) and constant.startswith("\x1b[?")
    ]

    assert "\x1b[?1049h" in sent, f"{MOVED}the alternate screen is entered by a text of its own"
    assert "\x1b[?1049l" in sent, f"{MOVED}the alternate screen is left by a text of its own"
    assert all(MODE.fullmatch(text) for text in sent), f"{MOVED}each mode is switched by a text of its own"


def test_what_is_painted_comes_between_two_marks_each_a_text_of_its_own() -> None:
    """The driver sends a frame when it has seen the mark that ends it."""
    for method, mark in ((App._begin_update, "SYNC_START"), (App._end_update, "SYNC_END")):
        assert mark in method.__code__.co_names, f"{MOVED}a frame is marked elsewhere"
    assert "_end_update" in App._display.__code__.co_names, f"{MOVED}a frame may not be ended"


def test_the_parser_reads_the_clock_that_the_driver_waits_by() -> None:
    assert vars(_parser)["get_time"] is time.monotonic, f"{MOVED}an escape becomes a key by another clock"
