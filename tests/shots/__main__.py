"""make shots: pictures of a meeting, from the program in a real terminal of each size and look.

Those that the documents show go to docs/pictures, the rest to build/pictures, to look at.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from data.settings import Look
from tests.pty.terminal import ROOT, Terminal, python
from tests.shots.fonts import Font, font
from tests.shots.hands import Hands
from tests.shots.painter import paint
from tests.shots.play import play

SIZES = ((80, 24), (120, 36))
LOOKS = {Look.DARK: "mork", Look.LIGHT: "lys", Look.TERMINAL: "terminal"}
PROGRAM = Path(__file__).with_name("program.py")
TO_LOOK_AT = ROOT / "build" / "pictures"
IN_DOCUMENTS = ROOT / "docs" / "pictures"
SHOWN = {
    "mork-120": ("steg-3-runde-1",),
    "lys-80": (
        "hjem",
        "gruppe",
        "steg-1-velkommen",
        "steg-2-bruker",
        "parkering",
        "rollekort",
        "steg-3-runde-1",
        "taler",
        "tiltakslinje",
        "steg-5-oppsummering",
        "steg-6-tiltak",
        "steg-8-neste-mote",
        "referat",
        "referat-ord",
        "lagre",
        "referat-paa-en-side",
        "opplesning",
        "drofting-4-team",
        "kafjord-4-tiltakene",
    ),
}
"""The pictures that the documents show, by look and width."""


def main() -> int:
    """Take every picture; words name the looks and widths to take, all when there are none."""
    wanted = set(sys.argv[1:])
    letters = font()
    for look, size in product(LOOKS, SIZES):
        name = f"{LOOKS[look]}-{size[0]}"
        if not wanted or name in wanted:
            _photograph(look, size, name, letters)
    return 0


def _photograph(look: Look, size: tuple[int, int], name: str, letters: Font) -> None:
    """Take the pictures of a whole meeting in one look and size."""
    with TemporaryDirectory(prefix="malstyrt-bilder-") as folder:
        home = Path(folder)
        clock = home / "clock"
        clock.write_text("0", encoding="utf-8")
        with Terminal(python(PROGRAM, str(home), look), home=home, size=size) as terminal:

            def take(picture: str) -> None:
                file = _file(name, picture)
                file.parent.mkdir(parents=True, exist_ok=True)
                with terminal.held_still() as screen:
                    picture = paint(screen, letters)
                picture.save(file, optimize=True)
                print(file.relative_to(ROOT))  # noqa: T201 - says which pictures there are

            play(Hands(terminal, clock, take))
            if status := terminal.wait_exit():
                raise SystemExit(f"{name}: the program ended with {status}")


def _file(name: str, picture: str) -> Path:
    shown = picture in SHOWN.get(name, ())
    return (IN_DOCUMENTS if shown else TO_LOOK_AT / name) / f"{picture}-{name}.png"


if __name__ == "__main__":
    sys.exit(main())
