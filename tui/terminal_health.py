"""Whether the terminal can show a meeting, and whether it keeps what it is shown."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from data.health import Finding, Level
from data.language import _

SUBJECT, TMUX = "terminal", "tmux"

SMALLEST, COMFORTABLE = (60, 16), (80, 24)

RECORDERS = frozenset({"script", "scriptreplay", "asciinema", "ttyrec", "termrec"})
"""Programs that write down all that a terminal is shown."""

TMUX_SAID = "|".join(
    f"#{{{name}}}"
    for name in (
        "set-clipboard",
        "pane_pipe",
        "pane_synchronized",
        "session_attached",
        "escape-time",
        "alternate-screen",
    )
)
PATIENCE = 2.0
"""Seconds that tmux is given to answer."""


def terminal(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Say of the terminal how it is."""
    if not sys.stdout.isatty():
        yield Finding(SUBJECT, Level.GOOD, _("Ingen terminal å se på her."))
        return
    yield _letters(sys.stdout.encoding)
    yield _colours(environment)
    yield _size(*os.get_terminal_size(sys.stdout.fileno()))
    yield _clipboard(environment)
    yield from _recorders(os.getppid())
    if "TMUX" in environment:
        yield from _tmux()


def _letters(encoding: str) -> Finding:
    if encoding.replace("-", "").lower() == "utf8":
        return Finding(SUBJECT, Level.GOOD, _("Viser alle bokstaver og tegn (UTF-8)."))
    words = _("Viser bare tegnene i {encoding}.").format(encoding=encoding)
    return Finding(SUBJECT, Level.DOUBTFUL, words, _("Sett LANG=nb_NO.UTF-8, og terminalen til UTF-8."))


def _colours(environment: Mapping[str, str]) -> Finding:
    name = environment.get("TERM", "")
    if name in {"", "dumb"}:
        return Finding(
            SUBJECT,
            Level.BAD,
            _("TERM er ikke satt."),
            _("Sett TERM til terminalens navn, f.eks. xterm-256color."),
        )
    many = "256" in name or "direct" in name or environment.get("COLORTERM", "") in {"truecolor", "24bit"}
    if many or "NO_COLOR" in environment:
        return Finding(SUBJECT, Level.GOOD, _("Viser fargene som de er ment."))
    words = _("Viser bare seksten farger ({name}).").format(name=name)
    return Finding(SUBJECT, Level.DOUBTFUL, words, _('Prøv tema = "terminalens" i config.toml.'))


def _size(columns: int, rows: int) -> Finding:
    words = _("{columns} × {rows} tegn.").format(columns=columns, rows=rows)
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return Finding(SUBJECT, Level.BAD, words, _("Gjør vinduet minst 60 × 16 tegn."))
    if columns < COMFORTABLE[0] or rows < COMFORTABLE[1]:
        return Finding(SUBJECT, Level.DOUBTFUL, words, _("Det er bedre plass i 80 × 24 tegn."))
    return Finding(SUBJECT, Level.GOOD, words)


def _clipboard(environment: Mapping[str, str]) -> Finding:
    if "SSH_CONNECTION" in environment or "SSH_TTY" in environment:
        words = _("Det du kopierer, går gjennom terminalen (OSC 52) til maskinen du sitter ved.")
    else:
        words = _("Det du kopierer, går gjennom terminalen (OSC 52).")
    return Finding(SUBJECT, Level.GOOD, words)


def _recorders(parent: int) -> Iterator[Finding]:
    """Name the programs above us that write down what is shown."""
    while parent > 1:
        try:
            about = Path("/proc", str(parent), "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return
        name = about.partition("(")[2].rpartition(")")[0]
        if name in RECORDERS:
            words = _("{name} skriver alt som vises, til en fil.").format(name=name)
            yield Finding(SUBJECT, Level.BAD, words, _("Avslutt opptaket før du åpner et møte."))
        parent = int(about.rpartition(")")[2].split()[1])


def _tmux() -> Iterator[Finding]:
    """Say which of tmux's settings let what is shown be kept, or be seen by others."""
    try:
        said = subprocess.run(  # noqa: S603 - nothing of it comes from outside
            ["tmux", "display-message", "-p", TMUX_SAID],  # noqa: S607 - the user's own tmux, wherever it is
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        ).stdout
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        yield Finding(TMUX, Level.DOUBTFUL, _("tmux svarer ikke."), _("Se på innstillingene i tmux selv."))
        return
    found = list(tmux_findings(said.strip().split("|")))
    yield from found or [Finding(TMUX, Level.GOOD, _("tmux beholder ikke noe, og ingen andre ser på."))]


def tmux_findings(said: list[str]) -> Iterator[Finding]:
    """Give what to do with tmux's answers, in the order of TMUX_SAID."""
    clipboard, pipe, synchronized, attached, escape_time, alternate = (said + [""] * 6)[:6]
    if alternate in {"0", "off"}:
        words = _("tmux beholder alt som vises, i rutens historikk.")
        yield Finding(TMUX, Level.BAD, words, "tmux set -g alternate-screen on")
    if clipboard == "on":
        words = _("Det du kopierer, blir liggende i tmux.")
        yield Finding(TMUX, Level.DOUBTFUL, words, "tmux set -g set-clipboard external")
    if pipe == "1":
        words = _("tmux skriver alt som vises i ruten, til en fil eller et program.")
        yield Finding(TMUX, Level.BAD, words, "tmux pipe-pane")
    if synchronized == "1":
        words = _("Det du skriver, går også til andre ruter.")
        yield Finding(TMUX, Level.BAD, words, "tmux set synchronize-panes off")
    if attached.isdecimal() and int(attached) > 1:
        words = _("Den samme økten vises i flere terminaler: {n}.").format(n=attached)
        yield Finding(TMUX, Level.DOUBTFUL, words, _("Koble fra de andre: tmux detach-client -a"))
    if escape_time.isdecimal() and int(escape_time) > 100:
        words = _("Esc-tasten venter {ms} ms.").format(ms=escape_time)
        yield Finding(TMUX, Level.DOUBTFUL, words, "tmux set -s escape-time 10")
