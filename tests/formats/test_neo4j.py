"""Two tables for Neo4j's importer: headers it knows, ids that join, no formulas, one line a row."""

import csv
import io

from hypothesis import given

from argmap import ArgumentMap, dumps
from argmap.model import Claim, Gain, Link
from argmap.tables import FORMULA
from tests.strategies import maps

M = ArgumentMap(
    nodes=(
        Gain(id="rest", text="=cmd|' /C calc'!A0", holder=("@crews; all", "town"), sure=0.5, amount="2"),
        Claim(id="fog", text="Fog\nand dark", given=True),
        Claim(id="late", text="Late"),
    ),
    links=(
        Link(
            premises=("rest", "fog"), target="late", relation="supports", id="step", scheme="sign", sure=0.25
        ),
        Link(premises=("fog",), target="rest", relation="rebuts", note="-1+1"),
        Link(premises=("late",), target="step", relation="undercuts"),
    ),
)


def rows(m: ArgumentMap, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(dumps(m, format=name))))


def test_nodes_have_labels_types_and_guarded_texts() -> None:
    first, second, _, step = rows(M, "neo4j")
    assert (first["id:ID"], first[":LABEL"], first["sure:double"], first["amount"]) == (
        "rest",
        "Statement;Gain",
        "0.5",
        "2",
    )
    assert first["text"] == "'=cmd|' /C calc'!A0"
    assert first["holder:string[]"] == "'@crews, all;town"
    assert (second["text"], second["given:boolean"]) == ("Fog and dark", "true")
    assert (step["id:ID"], step[":LABEL"], step["scheme"], step["sure:double"]) == (
        "step",
        "Inference",
        "sign",
        "0.25",
    )


def test_arrows_join_nodes_and_inferences() -> None:
    found = [(row[":START_ID"], row[":TYPE"], row[":END_ID"], row["note"]) for row in rows(M, "neo4j-links")]
    assert found == [
        ("fog", "REBUTS", "rest", "'-1+1"),
        ("rest", "PREMISE", "step", ""),
        ("fog", "PREMISE", "step", ""),
        ("step", "SUPPORTS", "late", ""),
        ("late", "UNDERCUTS", "step", ""),
    ]


@given(m=maps())
def test_every_end_is_there_and_no_cell_begins_a_formula(m: ArgumentMap) -> None:
    nodes, arrows = rows(m, "neo4j"), rows(m, "neo4j-links")
    ids = [row["id:ID"] for row in nodes]
    assert len(set(ids)) == len(ids)
    assert {row[":START_ID"] for row in arrows} | {row[":END_ID"] for row in arrows} <= set(ids)
    for row in (*nodes, *arrows):
        texts = [value for name, value in row.items() if name != "amount"]
        assert not any(value.lstrip().startswith(FORMULA) for value in texts)
        assert not any("\n" in value for value in row.values())
