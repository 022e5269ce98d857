import json
from decimal import Decimal

import pytest
from hypothesis import given

from argmap.errors import LoadError
from argmap.files import dumps, loads
from argmap.model import ArgumentMap, Claim, Cost, Link
from tests.strategies import maps


def problems(text: str) -> list[str]:
    with pytest.raises(LoadError) as caught:
        loads(text, format="json", name="m")
    return caught.value.lines()


def test_a_map_is_one_node_a_line_and_all_in_long_form() -> None:
    m = ArgumentMap(
        title="T",
        thesis="b",
        nodes=(
            Claim(id="a", text="é \x1b \U000e0041"),
            Cost(id="b", text="x", amount=Decimal("0.1"), holder=("c",)),
        ),
        links=(Link(premises=("a",), target="b", relation="supports"),),
    )
    assert dumps(m, format="json") == (
        '{"argmap": 1, "title": "T", "thesis": "b", "nodes": {\n'
        '"a": {"kind": "claim", "text": "é \\u001b \\udb40\\udc41"},\n'
        '"b": {"kind": "cost", "text": "x", "holder": ["c"], "amount": 0.1, "because": [{"from": ["a"]}]}\n'
        "}}\n"
    )


def test_a_map_of_nothing_is_still_an_object() -> None:
    assert dumps(ArgumentMap(), format="json") == '{"argmap": 1, "nodes": {}}\n'


@given(maps())
def test_any_reader_of_json_reads_it(m: ArgumentMap) -> None:
    data = json.loads(dumps(m, format="json"))
    assert [fields["text"] for fields in data["nodes"].values()] == [node.text for node in m.nodes]


@given(maps())
def test_its_layout_does_not_matter(m: ArgumentMap) -> None:
    text = dumps(m, format="json")
    for changed in (
        json.dumps(json.loads(text), indent=2),
        json.dumps(json.loads(text), separators=(",", ":")),
    ):
        assert loads(changed, format="json") == m


@pytest.mark.parametrize("opening", ["[", '{"nodes":', '{"argmap":1,"nodes":{"a":[['])
def test_a_hundred_thousand_brackets_are_refused(opening: str) -> None:
    assert "this nests deeper than 60" in problems(opening * 100_000)[0]


def test_one_text_of_fifty_million_characters_is_read_and_written() -> None:
    text = f'{{"argmap": 1, "title": "{"x" * 50_000_000}", "nodes": {{}}}}\n'
    assert dumps(loads(text), format="json") == text


def test_undercutters_are_read_as_deep_as_they_are_written() -> None:
    nodes = tuple(Claim(id=name, text="x") for name in "ab")
    links = [Link(premises=("b",), target="a", relation="supports", id="l0")]
    links += [Link(premises=("b",), target=f"l{n}", relation="undercuts", id=f"l{n + 1}") for n in range(20)]
    m = ArgumentMap(nodes=nodes, links=tuple(links))
    for name in ("json", "yaml", "jsonl"):
        assert loads(dumps(m, format=name), format=name) == m


def test_problems_are_placed_in_the_text() -> None:
    text = '{"argmap": 1,\n "nodes": {"é": {"kind": "claim",\n  "text": 5}}}'
    assert problems(text) == [
        "m:2:12: an id has small letters, digits and hyphens and begins with a letter, not é (in é)",
        "m:3:11: text is text, not a number (in é)",
    ]
