import csv
import io

import pytest
from hypothesis import given

from argmap.files import dumps
from argmap.formats import csv as nodes_room
from argmap.formats import csv_links as links_room
from argmap.formats.table import format_named
from argmap.model import ArgumentMap
from argmap.tables import FORMULA
from tests.strategies import maps


def rows(m: ArgumentMap, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(dumps(m, format=name)), strict=True))


def example() -> ArgumentMap:
    return ArgumentMap.model_validate(
        {
            "nodes": [
                {
                    "kind": "claim",
                    "id": "a",
                    "text": "=1+1",
                    "tags": ["x", "y"],
                    "sure": 0.5,
                    "implicit": True,
                },
                {"kind": "cost", "id": "b", "text": "two\nlines", "amount": "-5", "holder": "me"},
                {"kind": "claim", "id": "c", "text": '"quoted", and so on'},
            ],
            "links": [
                {
                    "premises": ["b", "c"],
                    "target": "a",
                    "relation": "supports",
                    "scheme": "@s",
                    "sure": 0.5,
                    "note": "n",
                },
                {"premises": ["c"], "target": "a", "relation": "supports"},
                {"premises": ["b"], "target": "a", "relation": "rebuts", "id": "step"},
                {"premises": ["c"], "target": "step", "relation": "undercuts"},
            ],
        }
    )


def test_nodes_are_rows_with_their_links_in_short() -> None:
    a, b, c = rows(example(), "csv")
    assert tuple(a) == nodes_room.COLUMNS
    assert (a["id"], a["kind"], a["text"], a["tags"], a["sure"], a["implicit"]) == (
        "a", "claim", "'=1+1", "x; y", "0.5", "true",
    )  # fmt: skip
    assert (a["because"], a["but"], a["note"]) == ("b & c; c", "b", "")
    assert (b["text"], b["amount"], b["holder"], b["status"]) == ("two lines", "-5", "me", "")
    assert c["text"] == '"quoted", and so on'


def test_links_are_rows_of_premises() -> None:
    found = rows(example(), "csv-links")
    assert tuple(found[0]) == links_room.COLUMNS
    assert [
        (row["link"], row["premise"], row["relation"], row["target"], row["together"]) for row in found
    ] == [
        ("a.because.1", "b", "supports", "a", "2"),
        ("a.because.1", "c", "supports", "a", "2"),
        ("a.because.2", "c", "supports", "a", "1"),
        ("step", "b", "rebuts", "a", "1"),
        ("step.unless.1", "c", "undercuts", "step", "1"),
    ]
    assert (found[0]["scheme"], found[0]["sure"], found[0]["note"]) == ("'@s", "0.5", "n")


@pytest.mark.parametrize("name", ["csv", "csv-links"])
@given(m=maps())
def test_no_cell_is_a_formula_and_none_is_lost(name: str, m: ArgumentMap) -> None:
    found = rows(m, name)
    assert len(found) == (len(m.nodes) if name == "csv" else sum(len(link.premises) for link in m.links))
    for row in found:
        assert None not in row
        for column, text in row.items():
            if column != "amount" or not text.removeprefix("-").replace(".", "").replace("e", "").isdigit():
                assert not text.lstrip().startswith(FORMULA), (column, text)


CELLS = {
    "text": "text", "label": "label", "kinds": "kind", "nature": "nature", "domains": "domain", "by": "by",
    "hedges": "hedge", "notes": "note", "ids": "id", "holders": "holder", "tags": "tags", "amounts": "unit",
}  # fmt: skip
"""The column of each feature of a node whose cell could hold it as it is."""


@given(m=maps())
def test_a_cell_holds_as_it_is_what_the_table_says_so_of(m: ArgumentMap) -> None:
    exactly = [feature for feature, how in format_named("csv").carries.items() if how == ""]
    assert {"kinds", "nature", "ids"} <= set(exactly)
    for node, row in zip(m.nodes, rows(m, "csv"), strict=True):
        for feature in CELLS.keys() & exactly:
            assert row[CELLS[feature]] == (getattr(node, CELLS[feature], None) or ""), feature
    exactly = [feature for feature, how in format_named("csv-links").carries.items() if how == ""]
    for row in rows(m, "csv-links"):
        link = m.links_by_id[row["link"]]
        assert row["scheme"] == (link.scheme or "") or "schemes" not in exactly
        assert row["note"] == (link.note or "") or "remarks" not in exactly
