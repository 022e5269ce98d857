"""Half-broken files of argmap's own formats: what is sound loads, the rest is told."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import ArgumentMap, dumps, loads, reading
from argmap.conversion import Conversion
from argmap.errors import ArgmapError, LoadError, RequestError
from argmap.formats.table import format_named
from argmap.losses import Reading
from argmap.model import Anchor, Claim
from tests.strategies import maps

YAML = """argmap: 1
title: Fog
colour: red
thesis: gone
nodes:
  late: {kind: claim, text: Late, sure: 7, because: [fog, {from: nowhere}, [fog, lost]], but: [{from: fog, sure: 0.5, stap: 1}]}
  fog: {kind: clam, text: Fog}
  dark:
    kind: claim
    text: Dark
    because: [late]
    note: [x]
  nothing: 5
"""
JSON = """{"argmap": 1, "colour": 1, "nodes": {"a": {"kind": "claim", "text": "A", "because": ["b", "x"]},
"b": {"kind": "claim", "text": "B", "sure": "no"}, "c": {"kind": "claim"}}}"""
LINES = """{"argmap": 1}
{"id": "a", "kind": "claim", "text": "A"}
{"id": "b", "kind": "claim", "text": "B", "sure": 7}
{"id": "c", "kind": "claim"}
oh no
{"from": ["b"], "relation": "supports", "to": "a"}
{"from": ["c"], "relation": "supports", "to": "a"}
{"from": ["b"], "relation": "supports"}
5
"""


def found(text: str, name: str, folder: Path) -> Reading:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError):
        reading(path)
    return reading(path, lenient=True)


def test_yaml_loses_what_is_wrong_and_what_hangs_on_it(tmp_path: Path) -> None:
    done = found(YAML, "m.yaml", tmp_path)
    m = done.map
    assert m.title == "Fog"
    assert [(node.id, node.text, node.sure, node.note) for node in m.nodes] == [
        ("late", "Late", None, None),
        ("dark", "Dark", None, None),
    ]
    assert [(link.premises, link.target) for link in m.links] == [(("late",), "dark")]
    assert {each.code for each in done.findings} == {"X100"}
    said = " ".join(each.message for each in done.findings)
    for word in ("colour", "gone", "clam", "nowhere", "lost", "stap", "nothing", "note", "sure"):
        assert word in said


TWICE = {
    "yaml": "argmap: 1\nnodes:\n  a: {kind: claim, text: First}\n  a: {kind: gain, text: Second, sure: 7}\n",
    "jsonl": '{"argmap": 1}\n{"id": "a", "kind": "claim", "text": "First"}\n{"id": "a", "kind": "gain", "text": "x"}\n',
    "graphml": '<graphml><key id="l" for="node" attr.name="label"/><graph edgedefault="directed"><node id="a">'
    '<data key="l">First</data></node>\n<node id="a"><data key="l">Second</data></node></graph></graphml>',
    "aif": '{"nodes": [{"nodeID": "1", "type": "I", "text": "First"},\n{"nodeID": 1, "type": "I", "text": "Second"}]}',
    "sadface": '{"resources": [], "nodes": [{"id": "1", "type": "atom", "text": "First"},\n{"id": "1", "type": "atom", "text": "x"}]}',
    "carneades": "statements:\n  a: First\n  a: Second\n",
    "lkif": '<lkif><argument-graphs><argument-graph><statements><statement id="a"><s>First</s></statement>\n'
    '<statement id="a"><s>Second</s></statement></statements></argument-graph></argument-graphs></lkif>',
    "tgf": "a First\na Second\n#\n",
}  # fmt: skip


@pytest.mark.parametrize("name", TWICE)
def test_of_two_with_one_id_the_first_counts_and_the_second_is_told(name: str, tmp_path: Path) -> None:
    path = tmp_path / "m"
    path.write_text(TWICE[name], encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        reading(path, format=name)
    (problem,) = caught.value.problems
    assert problem.line == TWICE[name].split("First")[0].count("\n") + 2
    assert [node.text for node in reading(path, format=name, lenient=True).map.nodes] == ["First"]


def test_json_and_json_lines_do_the_same(tmp_path: Path) -> None:
    m = found(JSON, "m.json", tmp_path).map
    assert [(node.id, node.sure) for node in m.nodes] == [("a", None), ("b", None)]
    assert [link.premises for link in m.links] == [("b",)]
    done = found(LINES, "m.jsonl", tmp_path)
    assert [node.id for node in done.map.nodes] == ["a", "b"]
    assert [link.premises for link in done.map.links] == [("b",)]
    assert {(5, 1), (9, 1)} <= {(each.line, each.column) for each in done.findings}


def test_graphml_does_the_same(tmp_path: Path) -> None:
    from argmap import load

    good = tmp_path / "good.yaml"
    good.write_text(
        "argmap: 1\nnodes:\n  a: {kind: claim, text: A, because: [b]}\n  b: {kind: claim, text: B}\n"
    )
    text = dumps(load(good), format="graphml").replace(
        '{"id": "b", "kind": "claim"', '{"id": "b", "kind": "clam"'
    )
    done = found(text, "m.graphml", tmp_path)
    assert [node.id for node in done.map.nodes] == ["a"]
    assert done.map.links == ()


ARGDOWN = """[a]: A {k: [1, 2}

[b]: B
  + [c]: C

(1) x
(2) y
"""


def test_argdown_loses_the_metadata_and_the_structures_that_are_wrong(tmp_path: Path) -> None:
    done = found(ARGDOWN, "m.argdown", tmp_path)
    assert [node.text for node in done.map.nodes] == ["A", "B", "C", "x", "y"]
    assert [(link.premises, link.target) for link in done.map.links] == [(("c",), "b")]
    assert [(each.code, each.line, each.column) for each in done.findings] == [
        ("X100", 1, 17),
        ("X100", 7, 5),
    ]


def test_a_line_that_cannot_be_read_hides_only_what_may_hang_on_it() -> None:
    with pytest.raises(LoadError) as caught:
        loads(LINES, name="m")
    assert [line.partition(": ")[0] for line in caught.value.lines()] == [
        "m:3:51",
        "m:4:1",
        "m:5:1",
        "m:8:1",
        "m:9:1",
    ]


HALF_BROKEN = {
    "aif": """{"nodes": [5, {"text": "x"}, {"nodeID": "1", "type": 3}, {"nodeID": "3", "type": "I", "text": "Fog"},
 {"nodeID": "3", "type": "I", "text": "again"}], "edges": [{"fromID": "3"}, []], "locutions": 7}""",
    "xaif": """{"AIF": {"nodes": [5, {"text": "x"}, {"nodeID": "3", "type": "I", "text": "Fog"}], "edges": 5,
 "participants": 7}}""",
    "sadface": """{"resources": 5, "nodes": [5, {"id": "1", "type": "atom", "text": "Fog"}, {"id": "1", "type": "atom"}],
 "edges": [5, {"source_id": "1"}], "metadata": 4}""",
    "arguebuf": """{"schemaVersion": 1, "nodes": {"1": {"atom": {"text": "Fog"}}, "2": 5, "3": {}, "4": {"atom": {"text": 7}}},
 "edges": {"e": {"source": "1"}, "f": 7}, "resources": 5}""",
    "carneades": "statements:\n  a: Fog\n  b: [x]\narguments: {x: 5, y: {conclusion: a, premises: 7}}\nassumptions: 5\n",
    "argdown": ARGDOWN.replace("A {k", "Fog {k"),
    "apx": "arg(fog).\narg(fog).\natt(fog,x).\nfoo\n",
    "tgf": "x Fog\nx\n#\nx y\nx\n",
    "iccma": "p af 1\n1 3\nx y\n",
}  # fmt: skip


@pytest.mark.parametrize("name", HALF_BROKEN)
def test_what_was_read_leniently_is_written_so_that_it_can_be_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "half"
    path.write_text(HALF_BROKEN[name], encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        reading(path, format=name)
    m = reading(path, format=name, lenient=True).map
    assert m.nodes
    new = Claim(id="new", text="New", anchor=Anchor(quote="some words"))
    for each in (m, loads(dumps(m)), m.model_copy(update={"nodes": (*m.nodes, new)})):
        conversion = Conversion(each, format_named(name))
        back = loads("".join(conversion.pieces()), format=name)
        assert len(back.nodes) == len(each.nodes)
        (lost,) = [loss for loss in conversion.losses() if loss.feature == "parts that cannot be read"]
        assert (lost.fate, lost.count) == ("dropped", len(caught.value.problems))


@pytest.mark.parametrize("text", ["a: 1\n", "- x\n", "hello\n", '{"foo": 1}'])
def test_what_is_something_else_altogether_is_refused_all_the_same(text: str, tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(text)
    with pytest.raises(ArgmapError):
        reading(path, lenient=True)


@settings(max_examples=80, deadline=None)
@given(m=maps(), name=st.sampled_from(["yaml", "json", "jsonl"]), at=st.integers(0, 400), put=st.sampled_from(["", "x", "5", "[", ", z", "kind"]))  # fmt: skip
def test_no_break_does_more_than_be_told(m: object, name: str, at: int, put: str) -> None:
    from argmap.formats.table import format_named

    text = dumps(m, format=name)  # type: ignore[arg-type]
    broken = text[:at] + put + text[at + 3 :]
    try:
        done = format_named(name).reader()(broken, "m")
    except LoadError as error:
        assert error.problems
    else:
        assert all(each.message for each in done.problems)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"argmap": 1, "title": null}', "m:1:24: title is null; leave it out"),
        ('{"argmap": 1, "source": {"url": null}}', "m:1:33: url is null; leave it out"),
        ('{"argmap": 1, "nodes": {"a": {"kind": "claim", "text": "A", "note": null}}}', "m:1:69: note is null; leave it out"),
        ('{"argmap": 1, "nodes": {"a": {"kind": "claim", "text": "A", "but": [{"from": "b", "sure": null}]}, "b": {"kind": "claim", "text": "B"}}}', "m:1:91: sure is null; leave it out"),
    ],
)  # fmt: skip
def test_null_is_refused_as_the_schema_refuses_it(text: str, told: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads(text, format="json", name="m")
    assert caught.value.lines() == [told]


def test_what_would_not_be_read_back_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    from argmap.formats import yaml

    monkeypatch.setattr(yaml, "LONGEST", 200)
    m = ArgumentMap(nodes=tuple(Claim(id=f"n{at}", text="text") for at in range(20)))
    with pytest.raises(RequestError, match="YAML map has at most"):
        dumps(m, format="yaml")
