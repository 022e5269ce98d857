"""Items as JSON, JSON Lines and CSV."""

import csv
import io
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from argmap.render.records import as_csv, as_json, as_json_lines

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)
ITEMS = st.lists(st.dictionaries(st.sampled_from(["id", "text", "more"]), VALUES, max_size=3), max_size=4)


@given(ITEMS)
def test_json_has_the_head_and_every_item(items: list[dict[str, Any]]) -> None:
    text = "".join(as_json({"argmap": 1, "map": "\x1b\u202e"}, items))
    assert json.loads(text) == {"argmap": 1, "map": "\x1b\u202e", "items": items}
    assert not _steers(text)
    assert text.endswith("\n")


@given(ITEMS)
def test_json_lines_has_one_item_a_line(items: list[dict[str, Any]]) -> None:
    text = "".join(as_json_lines(items))
    assert [json.loads(line) for line in text.split("\n") if line] == items
    assert text.count("\n") == len(items)
    assert not _steers(text)


@given(ITEMS)
def test_csv_has_a_header_and_a_row_an_item(items: list[dict[str, Any]]) -> None:
    text = "".join(as_csv(items))
    rows = list(csv.reader(io.StringIO(text)))
    names = dict.fromkeys(name for item in items for name in item)
    assert rows[:1] == ([list(names)] if names else [])
    assert len(rows) == (len(items) + 1 if names else 0)
    assert not _steers(text)
    assert not [cell for row in rows[1:] for cell in row if cell.lstrip().startswith(("=", "@"))]


def test_no_items_are_an_empty_list_and_an_empty_table() -> None:
    assert "".join(as_json({"argmap": 1}, [])) == '{"argmap": 1, "items": []}\n'
    assert "".join(as_json_lines([])) == ""
    assert "".join(as_csv([])) == ""


def _steers(text: str) -> bool:
    return any(sign in "\x1b\x07\x7f\x9b\u202e\u2066\u200f" for sign in text)
