import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import LoadError
from argmap.files import dumps, loads
from argmap.formats import jsonl
from argmap.model import ArgumentMap, Claim, Link
from tests.strategies import maps

HEAD = '{"argmap": 1}'
A, B = (f'{{"id": "{name}", "kind": "claim", "text": "x"}}' for name in "ab")


def problems(*lines: str) -> list[str]:
    with pytest.raises(LoadError) as caught:
        loads("\n".join(lines), format="jsonl", name="m")
    return caught.value.lines()


def test_a_map_is_a_header_then_nodes_then_links() -> None:
    m = ArgumentMap(
        title="T",
        nodes=(Claim(id="a", text="é\x1b"), Claim(id="b", text="x")),
        links=(
            Link(premises=("a",), target="b", relation="supports", sure=1),
            Link(premises=("b",), target="a", relation="rebuts", id="own"),
            Link(premises=("b",), target="own", relation="undercuts"),
        ),
    )
    assert dumps(m, format="jsonl").splitlines() == [
        '{"argmap": 1, "title": "T"}',
        '{"id": "a", "kind": "claim", "text": "é\\u001b"}',
        '{"id": "b", "kind": "claim", "text": "x"}',
        '{"from": ["b"], "relation": "rebuts", "to": "a", "id": "own"}',
        '{"from": ["b"], "relation": "undercuts", "to": "own"}',
        '{"from": ["a"], "relation": "supports", "to": "b", "sure": 1}',
    ]


@given(maps())
def test_every_line_is_json(m: ArgumentMap) -> None:
    lines = dumps(m, format="jsonl").split("\n")
    assert lines.pop() == ""
    assert len([json.loads(line) for line in lines]) == 1 + len(m.nodes) + len(m.links)


@given(maps(), st.randoms(use_true_random=False))
def test_links_may_stand_before_nodes(m: ArgumentMap, chance: st.DataObject) -> None:
    head, *lines = dumps(m, format="jsonl").splitlines()
    nodes, links = lines[: len(m.nodes)], lines[len(m.nodes) :]
    assert loads("\n".join([head, *links, *nodes]), format="jsonl") == m


@given(maps())
def test_line_ends_and_blank_lines_do_not_matter(m: ArgumentMap) -> None:
    text = dumps(m, format="jsonl")
    assert loads(text.replace("\n", "\r\n"), format="jsonl") == m
    assert loads(text.replace("\n", "\n\n \t\n"), format="jsonl") == m
    assert loads(text.rstrip("\n"), format="jsonl") == m


def test_a_line_is_what_it_is_even_with_foreign_line_ends_in_it() -> None:
    (node,) = jsonl.read(f'{HEAD}\n{{"id": "a", "kind": "claim", "text": "x\u2028\x85y"}}', "m").map.nodes
    assert node.text == "x\u2028\x85y"


def test_every_unreadable_line_is_told() -> None:
    told = problems(HEAD, "{", A, "[", "5")
    assert [line.split(":")[1] for line in told] == ["2", "4", "5"]


def test_doubled_ids_are_told_where_they_are_there_again_and_the_rest_too() -> None:
    told = problems(HEAD, A, B, A, '{"from": "c", "relation": "supports", "to": "a"}')
    assert told == ["m:4:1: the id a is there twice", "m:5:10: unknown id c in a.because"]


def test_an_empty_text_is_refused() -> None:
    for text in ("", "\n", " \n\n"):
        assert problems(text) == ['m:1:1: this is empty; the first line is {"argmap": 1}']


def test_problems_of_the_header_are_placed_in_it() -> None:
    assert problems("", '{"argmap": 1, "titel": "x"}') == ["m:2:15: unknown field titel; did you mean title?"]


def test_a_hundred_thousand_brackets_are_refused() -> None:
    assert problems(HEAD, "[" * 100_000) == ["m:2:61: this nests deeper than 60"]
