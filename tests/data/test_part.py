"""The base of all values, where several threads make and read them."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

THREADS: Final = """
import sys, threading
from data.group import Group
from data.meeting import Meeting

sys.setswitchinterval(1e-6)
texts = {Meeting: Meeting(id="m").as_json(), Group: Group(id="g").as_json()}
begin = threading.Barrier(4)
read = []

def reads(kind):
    begin.wait()
    read.append(kind.of_json(texts[kind]))

threads = [threading.Thread(target=reads, args=(kind,)) for kind in (*texts, *texts)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(read))
"""


def test_threads_may_read_the_first_values_of_their_kind_at_once() -> None:
    for _ in range(4):  # a mistake shows in two of three
        done = subprocess.run(
            [sys.executable, "-c", THREADS], capture_output=True, text=True, check=False, timeout=60
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "4\n", "")
