"""Names stand in the order of the Norwegian alphabet."""

from __future__ import annotations

import random

import pytest

from data.alphabet import in_order
from tests.soak.catalogue import chance, times

RIGHT = [
    ["Anne", "Berit", "Zeta", "Ærlig", "Østby", "Aase", "Åse", "Åste"],
    ["BARN-1", "barn-2", "ÆRFUGL", "ØRE", "ÅS"],
    ["Eva", "Éva", "Evald", "Müller", "Mygland"],
    ["Sol", "Sol-1", "Sol-2", "Sola"],
]


@pytest.mark.parametrize("right", RIGHT, ids=lambda names: names[0])
def test_U1_names_come_in_the_order_of_the_alphabet(right: list[str]) -> None:
    luck = chance("U1", right[0])
    for _ in range(times("U1")):
        assert sorted(shuffled(right, luck), key=in_order) == right


def shuffled(names: list[str], luck: random.Random) -> list[str]:
    return luck.sample(names, len(names))
