"""`make soak`: every fault of the catalogue, as many times as it is worth; up to an hour on two cores."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import Final

from tests.bench.session import ROOT

FAULTS: Final = [sys.executable, "-m", "pytest", "-n", "auto", "-m", "fault"]


def main() -> int:
    """Try the faults that are asked for; the exit status says whether nothing was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("faults", nargs="*", help="ids such as K3 and J6; all when none is named")
    given = parser.parse_args()
    chosen = " or ".join(f"test_{fault}_" for fault in given.faults)
    tried = [*FAULTS, *(["-k", chosen] if chosen else [])]
    return subprocess.run(tried, cwd=ROOT, env={**os.environ, "MALSTYRT_SOAK": "1"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
