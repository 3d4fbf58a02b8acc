"""The blocks of a file are those that its viewers show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.markdown.outline import Shape, scan
from tests.data.markdown.rendered import PARSER

LINES = (
    "",
    "tekst",
    "mer tekst",
    "# En",
    "## To",
    "### Tre",
    "#",
    "####### sju",
    "#uten",
    "===",
    "---",
    "- punkt",
    "* punkt",
    "+ pluss",
    "-",
    "- # i punkt",
    "1. en",
    "2. to",
    "10) ti",
    "  innrykk",
    "    kode",
    "  ## i punkt",
    "   ## tre blanke",
    "    ## fire blanke",
    "> sitat",
    "> # i sitat",
    "```",
    "~~~",
    "```python",
    "\n| a | b |\n|---|---|\n| 1 | 2 |",
    "\na | b\n--- | ---",
    "<!-- kommentar",
    "-->",
    "<!-- en -->",
    "<div>",
    "</div>",
    "<b>fet</b>",
    "<script>",
    "</script>",
    "***",
    "_ _ _",
    "- - -",
    "## Slutt ##",
    "tekst \\",
    "=",
)
"""Lines of every kind that people and their editors write."""


def ours(text: str, shape: Shape) -> list[int]:
    """Give the lines at which we see blocks of a shape."""
    return [block.start for block in scan(text.split("\n")) if block.shape is shape]


def theirs(text: str, kind: str) -> list[int]:
    """Give the lines at which a viewer sees blocks of a kind, outside of lists and quotes."""
    tokens = PARSER.parse(text)
    return [token.map[0] for token in tokens if token.type == kind and token.level == 0 and token.map]


@given(st.lists(st.sampled_from(LINES), max_size=9).map("\n".join))
def test_headings_are_where_a_viewer_sees_them(text: str) -> None:
    assert ours(text, Shape.HEADING) == theirs(text, "heading_open")


@given(st.lists(st.sampled_from(["", "tekst", "| a | b |\n|---|---|\n| 1 | 2 |", "# En"])).map("\n\n".join))
def test_tables_are_where_a_viewer_sees_them(text: str) -> None:
    assert ours(text, Shape.TABLE) == theirs(text, "table_open")


@given(st.lists(st.sampled_from(LINES)).map("\n".join))
def test_every_line_that_says_something_is_in_one_block(text: str) -> None:
    lines = text.split("\n")
    inside = [at for block in scan(lines) for at in range(block.start, block.end)]
    assert len(inside) == len(set(inside))
    assert {at for at, line in enumerate(lines) if line.strip()} <= set(inside)


@pytest.mark.parametrize("second", ["---", "| --- | --- |", "|-----", "|  |  |", "| Per | mor |"])
def test_a_table_whose_line_of_dashes_is_spoiled_is_still_a_table(second: str) -> None:
    assert ours(f"| Navn | Rolle |\n{second}\n| Kari | far |", Shape.TABLE) == [0]


@pytest.mark.parametrize(
    ("text", "closer"), [("```\nåpen", "```"), ("~~~~\nåpen", "~~~~"), ("<!-- åpen", "-->")]
)
def test_what_is_left_open_tells_how_it_is_closed(text: str, closer: str) -> None:
    assert scan(text.split("\n"))[0].closer == closer
