"""The way in: safe first, then as quick as can be to the first screen."""

from __future__ import annotations

import gc
import os
import sys

from data.errors import MalstyrtError
from tui import left_out, safety

DONE = 0
COULD_NOT = 2
INTERRUPTED = 130
"""As a shell gives for a program ended by ctrl+c."""
NOBODY_READS = 141
"""As a shell gives for a program ended because what it wrote to was closed (`| head`)."""

TURN = 0.0005
"""Seconds that a thread works on while another waits. Python's own 5 ms would be waited for by the thread
that sends what is painted, each time there is something to do behind it."""


def run() -> int:
    """Run the program as the command line says, and give its exit status."""
    safety.prepare()
    left_out.leave_out()
    # Nothing made while starting is garbage; the app turns the collector on once it has painted.
    gc.disable()
    sys.setswitchinterval(TURN)
    try:
        status = _run(sys.argv[1:])
        sys.stdout.flush()
    except MalstyrtError as error:
        return _tell(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # What is left in the buffer has nowhere to go, and must not be tried at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except Exception as error:  # noqa: BLE001 - the last edge: told without a value of a meeting
        return _crashed(error)
    return status


def _run(words: list[str]) -> int:
    """Do what the words ask for; without any, open home. What opens a screen needs no parser for that."""
    from tui.commands.world import here  # noqa: PLC0415 - the process is made safe first

    match words:
        case []:
            from tui.commands.screen import show  # noqa: PLC0415 - only where there is a screen

            return show(here())
        case ["demo"]:
            from tui.commands.demo import lead_demo  # noqa: PLC0415 - only for the demo

            return lead_demo(here())
        case ["mote", *target] if len(target) < 2 and not "".join(target).startswith("-"):
            from tui.commands.meeting import lead  # noqa: PLC0415 - only for a meeting

            return lead(here(), "".join(target))
    from tui.commands.line import run_command  # noqa: PLC0415 - loads the parser

    return run_command(words)


def _tell(error: MalstyrtError) -> int:
    """Say what could not be done, and give the exit status."""
    from tui.commands.output import tell  # noqa: PLC0415 - only where something went wrong

    tell(error)
    return COULD_NOT


def _crashed(error: Exception) -> int:
    """Say that the program failed, and give the exit status."""
    from tui.commands.output import say  # noqa: PLC0415 - only where something went wrong

    say(safety.crash_message(error))
    return safety.CRASHED
