"""Carneades 4's YAML: issues, undercutters, assumptions; and everything of a map in `meta`."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import ArgumentMap, dumps, load, loads
from argmap.errors import LoadError
from argmap.formats.table import format_named, format_of_text
from argmap.losses import Reading
from argmap.model import Claim, Link
from tests.cli.running import RIVERTON
from tests.formats.test_aif import CASES, joined, manifest
from tests.strategies import maps

GRAPH = """# witnesses
meta: {title: Fog, note: seen}
statements:
  late: The ferry is late
  ¬late: {text: It is on time, label: in}
  fog: {text: There is fog, assumed: true}
  radar: It has radar
  ¬app(a1): The step from fog is off
issues:
  i1: {positions: [late, ¬ late], standard: PE}
arguments:
  a1: {conclusion: late, premises: {sight: fog, place: river}, undercutter: ¬app(a1), scheme: sign, weight: 0.7}
  a2: {conclusion: ¬app( a1 ), premises: [radar], weight: 7}
  late: {conclusion: radar, undercutter: fog}
assumptions: [radar, other(x)]
tests: {in: [fog]}
"""


def read(text: str) -> Reading:
    assert format_of_text(text).name == "carneades"
    return format_named("carneades").reader()(text, "m")


def test_issues_undercutters_and_assumptions_are_read() -> None:
    found = read(GRAPH)
    m = found.map
    assert m.title == "Fog"
    assert [(node.text, node.given) for node in m.nodes] == [
        ("The ferry is late", None),
        ("It is on time", False),
        ("There is fog", True),
        ("It has radar", True),
        ("The step from fog is off", None),
        ("river", False),
    ]
    texts = {node.id: node.text for node in m.nodes}
    steps = [
        ([texts[each] for each in link.premises], link.relation, texts.get(link.target, link.target))
        for link in m.links
    ]
    assert (["There is fog", "river"], "supports", "The ferry is late") in steps
    assert (["The step from fog is off"], "undercuts", "a1") in steps
    assert (["There is fog"], "rebuts", "It has radar") in steps
    assert (["It is on time"], "rebuts", "The ferry is late") in steps
    assert (["The ferry is late"], "rebuts", "It is on time") in steps
    assert [(link.scheme, link.sure) for link in m.links if link.id == "a1"] == [("sign", 0.7)]
    told = {loss.feature: loss.count for loss in found.losses}
    assert (
        told["issues"]
        == told["tests"]
        == told["proof standards"]
        == told["assumptions about no statement"]
        == 1
    )
    assert told["roles of premises"] == 2


def test_a_rebuttal_argues_for_the_contrary_and_an_undercutter_is_a_statement() -> None:
    m = ArgumentMap(
        nodes=(Claim(id="a", text="A"), Claim(id="b", text="B")),
        links=(
            Link(id="r", premises=("b",), target="a", relation="rebuts"),
            Link(premises=("b",), target="r", relation="undercuts"),
        ),
    )
    text = dumps(m, format="carneades")
    assert '"¬a"' in text and '"¬app(r)"' in text  # noqa: PT018 - one thought
    assert 'positions: [a, "¬a"]' in text
    assert loads(text) == m


@settings(max_examples=60)
@given(m=maps())
def test_any_map_comes_back(m: ArgumentMap) -> None:
    bare = m.model_copy(update={"beside": ()})
    text = dumps(bare, format="carneades")
    assert loads(text, format="carneades").model_copy(update={"beside": ()}) == bare


def test_a_whole_map_comes_back_and_is_not_kept_twice() -> None:
    m = load(RIVERTON)
    text = dumps(m, format="carneades")
    assert format_of_text(text).name == "carneades"
    assert loads(text) == m


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[]", "m:1:1: this is no argument graph"),
        ("statements: 5\n", "m:1:13: statements is a mapping"),
        ("statements:\n  a: [x]\n", "m:2:6: a statement is"),
        ("arguments:\n  a: {premises: [x]}\n", "m:2:6: an argument is"),
        ("arguments:\n  a: {conclusion: b, premises: {r: [x]}}\n", "m:2:32: premises are"),
        ("issues:\n  i: {positions: 7}\nstatements: {}\n", "m:2:6: an issue is"),
        ("statements: &a {}\n", "m:1:13: "),
    ],
)
def test_what_is_none_is_refused_with_its_place(text: str, told: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads(text, format="carneades", name="m")
    assert str(caught.value).startswith(told)


@settings(max_examples=60)
@given(text=st.text(alphabet="statemn:argu\n {}[]-&*¬()'\"", max_size=60))
def test_no_text_does_more_than_be_refused(text: str) -> None:
    try:
        loads("statements:\n" + text, format="carneades")
    except LoadError as error:
        assert error.problems


@pytest.mark.skipif(not manifest("carneades-yaml"), reason="the cases are not at hand")
@pytest.mark.parametrize("case", manifest("carneades-yaml"), ids=lambda case: case["file"])
def test_files_of_others_are_counted_as_their_manifest_counts_them(case: dict[str, Any]) -> None:
    path = CASES / "carneades-yaml" / case["file"]
    text = path.read_text(encoding="utf-8")
    assert format_of_text(text).name == "carneades"
    found, raw = format_named("carneades").reader()(text, "m"), case["raw"]
    told = {loss.feature: loss.count for loss in found.losses}
    assert len(found.map.nodes) == raw["statements"]
    relations = [relation for _, relation, _, _ in joined(found.map)]
    assert relations.count("supports") + told.get("arguments without premises", 0) == raw["arguments"]
    assert told.get("schemes of arguments", 0) == raw["argument_schemes"]
    assert told.get("issues", 0) == raw["issues"]
    assert dumps(loads(dumps(loads(text))), format="carneades") == text
