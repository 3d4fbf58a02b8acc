"""`make soak`: every fault of the catalogue, as often as it is worth, and the table beside other programs.

Up to an hour on two cores.
"""

from __future__ import annotations

import argparse
import os
import secrets
import subprocess
import sys
from typing import Final

from tests.bench.session import ROOT
from tests.soak.comparing import table

FAULTS: Final = [sys.executable, "-m", "pytest", "-n", "auto", "-m", "fault"]
TRIES: Final = 5
"""How many times each program comes to each end."""


def main() -> int:
    """Try what is asked for; the exit status says whether nothing was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("faults", nargs="*", help="ids such as K3 and J6, or «table»; all when none is named")
    given = parser.parse_args()
    if not given.faults or "table" in given.faults:
        seed = int(os.environ.get("MALSTYRT_SEED") or secrets.randbelow(2**32))
        sys.stdout.write(f"{table(TRIES, seed)}MALSTYRT_SEED={seed}\n")
        sys.stdout.flush()
    ids = [fault for fault in given.faults if fault != "table"]
    if given.faults and not ids:
        return 0
    chosen = " or ".join(f"test_{fault}_" for fault in ids)
    tried = [*FAULTS, *(["-k", chosen] if chosen else [])]
    return subprocess.run(tried, cwd=ROOT, env={**os.environ, "MALSTYRT_SOAK": "1"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
