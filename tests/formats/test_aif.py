"""Nodesets of AIF: read with their dialogue, written back as they were, brought up to date."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import ArgumentMap, dumps, load, loads, reading
from argmap.errors import LoadError
from argmap.formats.table import format_of_text
from argmap.losses import Loss, Reading
from argmap.model import Link
from tests.strategies import maps

CASES = Path(__file__).parents[3] / "shared" / "cases"


def manifest(folder: str) -> list[dict[str, Any]]:
    path = CASES / folder / "manifest.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []


def node(key: Any, sort: str, text: str = "", **more: Any) -> dict[str, Any]:
    return {"nodeID": key, "text": text or (f"text {key}" if sort == "I" else sort), "type": sort, **more}


def nodeset(nodes: list[Any], *edges: tuple[Any, Any], **more: Any) -> str:
    joined = [
        {"edgeID": str(at), "fromID": source, "toID": target, "formEdgeID": None}
        for at, (source, target) in enumerate(edges, 1)
    ]
    return json.dumps({"nodes": nodes, "edges": joined, "locutions": [], **more}, indent=1)


def read(text: str) -> Reading:
    from argmap.formats import aif

    return aif.read(text, "m.json")


def joined(m: ArgumentMap) -> list[tuple[tuple[str, ...], str, str, str | None]]:
    return [(link.premises, link.relation, link.target, link.scheme) for link in m.links]


DIALOGUE = nodeset(
    [
        node("1", "I", "The ferry is late"),
        node("2", "I", "There is fog", timestamp="2024-01-02 03:04:05"),
        node("3", "RA", "Default Inference", scheme="CauseToEffect", schemeID="4"),
        node("4", "L", "Ann Lee : it will be late"),
        node("5", "YA", "Asserting"),
        node("6", "L", "Bob : there is fog, you know"),
        node("7", "YA", "Asserting"),
        node("8", "TA", "Default Transition"),
        node("9", "YA", "Arguing"),
        node("10", "I", "The fog has gone"),
        node("11", "CA", "Default Conflict"),
        node("12", "CA", "Default Conflict"),
        node("13", "I", "It is only elsewhere that it has gone"),
        node("14", "MA", "Default Rephrase"),
    ],
    *[("2", "3"), ("3", "1"), ("4", "5"), ("5", "1"), ("6", "7"), ("7", "2"), ("4", "8"), ("8", "6")],
    *[
        ("8", "9"),
        ("9", "3"),
        ("10", "11"),
        ("11", "3"),
        ("13", "12"),
        ("12", "11"),
        ("10", "14"),
        ("14", "13"),
    ],
    locutions=[{"nodeID": "4", "personID": "7", "start": None, "end": None}],
)


# --- read -----------------------------------------------------------------------------------------


def test_statements_steps_speakers_and_attacks_on_attacks_are_read() -> None:
    found = read(DIALOGUE)
    m = found.map
    assert [(each.id, each.by) for each in m.nodes] == [
        ("n1", "Ann Lee"),
        ("n2", "Bob"),
        ("n10", None),
        ("n13", None),
    ]
    assert joined(m) == [
        (("n2",), "supports", "n1", "CauseToEffect"),
        (("n10",), "undercuts", "n3", None),
        (("n13",), "undercuts", "n11", None),
        (("n10",), "supports", "n13", "Default Rephrase"),
    ]
    assert found.findings == ()
    assert set(found.losses) == {
        Loss("kept beside", "locutions", 2),
        Loss("kept beside", "illocutions", 3),
        Loss("kept beside", "transitions", 1),
        Loss("kept beside", "timestamps", 1),
        Loss("kept beside", "scheme ids", 1),
        Loss("kept beside", "records of locutions", 1),
        Loss("approximated", "rephrases", 1, "as reasons with the scheme Default Rephrase"),
    }


def test_premises_of_one_step_work_together() -> None:
    text = nodeset([node(1, "I"), node(2, "I"), node(3, "I"), node(4, "RA")], (2, 4), (3, 4), (4, 1))
    assert joined(read(text).map) == [(("n2", "n3"), "supports", "n1", None)]


def test_speakers_who_disagree_or_are_no_speakers_are_not_named() -> None:
    nodes = [
        node("1", "I"),
        node("2", "L", "A : x"),
        node("3", "L", "B : x"),
        node("4", "YA"),
        node("5", "L", "My point: x"),
    ]
    assert read(nodeset(nodes, ("2", "4"), ("3", "4"), ("4", "1"))).map.nodes[0].by is None
    assert read(nodeset(nodes, ("5", "4"), ("4", "1"))).map.nodes[0].by is None


@pytest.mark.parametrize(
    ("nodes", "edges", "code", "links"),
    [
        ([node("1", "I"), node("2", "RA")], [("1", "2"), ("2", "1")], "X101", 0),
        ([node("1", "I"), node("2", "RA"), node("3", "I")], [("1", "2"), ("3", "2"), ("2", "1")], "X101", 1),
        ([node("1", "I"), node("2", "I")], [("1", "1")], "X101", 0),
        ([node("1", "I"), node("2", "I")], [("1", "2")], "X102", 1),
        ([node("1", "I")], [("1", "99")], "X103", 0),
        ([node("1", "L")], [("99", "1")], "X103", 0),
        ([node("1", "I"), node("2", "RA")], [("1", "2")], "X104", 0),
        ([node("1", "I"), node("2", "CA")], [("2", "1")], "X104", 0),
        ([node("2", "CA")], [], "X104", 0),
        ([node("1", "I"), node("2", "RA"), node("3", "I"), node("4", "RA")], [("1", "2"), ("2", "3"), ("1", "4"), ("4", "2")], "X105", 1),
        ([node("1", "I"), node("2", "CA"), node("3", "CA")], [("1", "2"), ("1", "3"), ("2", "3"), ("3", "2")], "X106", 0),
        ([{"nodeID": "1", "type": "I", "text": "  "}], [], "X107", 0),
    ],
)  # fmt: skip
def test_what_is_malformed_is_found_and_the_rest_is_read(
    nodes: Any, edges: Any, code: str, links: int
) -> None:
    found = read(nodeset(nodes, *edges))
    assert {finding.code for finding in found.findings} == {code}
    assert len(found.map.links) == links
    assert found.problems == ()


def test_a_very_long_row_of_attacks_on_attacks_is_cut_where_a_map_ends() -> None:
    nodes = [node(1, "I"), node(2, "I"), *(node(key, "CA") for key in range(10, 60))]
    edges = [(10, 1), *((2, key) for key in range(10, 60)), *((key + 1, key) for key in range(10, 59))]
    found = read(nodeset(nodes, *edges))
    assert len(found.map.links) == 21
    assert Counter(finding.code for finding in found.findings) == {"X106": 29}


def test_an_edge_that_is_there_twice_counts_once_and_is_found() -> None:
    found = read(
        nodeset(
            [node("1", "I"), node("2", "I"), node("3", "RA")], ("1", "3"), ("1", "3"), ("3", "2"), ("3", "2")
        )
    )
    assert joined(found.map) == [(("n1",), "supports", "n2", None)]
    assert [(each.code, each.message) for each in found.findings] == [
        ("X108", "3 is joined with the same twice: one edge counts")
    ]


def test_an_id_that_is_there_twice_is_refused_at_its_second_place_and_left_out_when_asked(
    tmp_path: Path,
) -> None:
    path = tmp_path / "m.json"
    path.write_text(
        '{"nodes": [\n{"nodeID": "1", "type": "I", "text": "first"},\n  {"nodeID": 1, "type": "RA"}]}'
    )
    with pytest.raises(LoadError) as caught:
        load(path)
    assert caught.value.lines() == [f"{path}:3:3: the id 1 is there twice"]
    assert [node.text for node in reading(path, lenient=True).map.nodes] == ["first"]


@pytest.mark.parametrize(
    ("nodes", "edges", "places"),
    [
        ([node("1", "I"), node("2", "RA")], [("1", "2")], [("X104", 3, 1)]),
        ([node("1", "I"), node("2", "I")], [("1", "2"), ("2", "7")], [("X102", 4, 1), ("X103", 5, 1)]),
        ([node("1", "L"), node("2", "I")], [("1", "1"), ("1", "9")], [("X103", 5, 1)]),
    ],
)
def test_what_is_malformed_is_told_where_its_record_stands(nodes: Any, edges: Any, places: Any) -> None:
    found = read(json.dumps(json.loads(nodeset(nodes, *edges))).replace("{", "\n{").lstrip())
    assert [(each.code, each.line, each.column) for each in found.findings] == places


def test_every_record_that_is_none_is_told_with_its_place_and_left_out_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    path.write_text(
        '{"nodes": [\n5,\n{"text": "x"},\n{"nodeID": "1", "type": 3},\n{"nodeID": "2", "type": "I", "text": ["x"]},\n{"nodeID": "3", "type": "I", "text": "kept"}],\n"edges": [{"fromID": "3"}, []]}'
    )
    with pytest.raises(LoadError) as caught:
        load(path)
    assert [line.removeprefix(f"{path}:") for line in caught.value.lines()] == [
        "2:1: a node is an object, not a number",
        "3:1: a node has its nodeID, a text or a whole number",
        "4:25: the type of a node is text, not a number",
        "5:38: the text of a node is text, not a list",
        "7:11: an edge has a fromID and a toID",
        "7:28: an edge has a fromID and a toID",
    ]
    found = reading(path, lenient=True)
    assert [each.text for each in found.map.nodes] == ["kept"]
    assert [finding.code for finding in found.findings] == ["X100"] * 6


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "5",
        "{}",
        '{"nodes": 5, "locutions": []}',
        '{"nodes": [}',
        "[" * 100_000,
        '{"nodes": [], "nodes": []}',
        '{"nodes": [1e999, NaN]}',
    ],
)
def test_what_is_no_nodeset_is_refused_in_a_line(text: str) -> None:
    with pytest.raises(LoadError):
        loads(text, format="aif")


def test_half_characters_and_numbers_as_ids_are_read() -> None:
    text = '{"nodes": [{"nodeID": 1, "type": "I", "text": "a\\ud800b"}], "locutions": []}'
    m = loads(text)
    assert m.nodes[0].text == "a\\ud800b"
    assert dumps(m, format="aif") == text
    assert dumps(loads(dumps(m)), format="aif") == text


# --- written --------------------------------------------------------------------------------------


def test_a_nodeset_comes_back_word_for_word_through_every_own_format() -> None:
    m = loads(DIALOGUE)
    for name in ("yaml", "json", "jsonl", "graphml"):
        again = loads(dumps(m, format=name), format=name)
        assert again == m
        assert dumps(again, format="aif") == DIALOGUE


def test_only_what_was_changed_changes() -> None:
    m = loads(DIALOGUE)
    renamed = m.nodes[0].model_copy(update={"text": "The ferry is cancelled"})
    again = json.loads(
        dumps(ArgumentMap(nodes=(renamed, *m.nodes[1:]), links=m.links, beside=m.beside), format="aif")
    )
    was = json.loads(DIALOGUE)
    was["nodes"][0]["text"] = "The ferry is cancelled"
    assert again == was


def test_what_is_taken_out_goes_with_its_edges_and_what_is_new_goes_on_counting() -> None:
    m = loads(DIALOGUE)
    plain = loads(dumps(m).replace("  n13:", "  new:").replace("from: n13", "from: new"))
    data = json.loads(dumps(plain, format="aif"))
    keys = {each["nodeID"]: each["type"] for each in data["nodes"]}
    assert "13" not in keys
    assert keys["15"] == "I"
    ends = {(each["fromID"], each["toID"]) for each in data["edges"]}
    assert {("15", "12"), ("12", "11"), ("8", "9"), ("9", "3")} <= ends
    assert not {end for pair in ends for end in pair} - set(keys)
    assert joined(loads(json.dumps(data))) == [
        (premises, relation, target, scheme)
        for premises, relation, target, scheme in [
            (("n2",), "supports", "n1", "CauseToEffect"),
            (("n10",), "undercuts", "n3", None),
            (("n15",), "undercuts", "n11", None),
            (("n10",), "supports", "n15", "Default Rephrase"),
        ]
    ]


def test_a_new_nodeset_makes_up_no_times() -> None:
    m = ArgumentMap.model_validate(
        {"nodes": [{"id": "a", "kind": "gain", "text": "A"}, {"id": "b", "kind": "claim", "text": "B"}],
         "links": [{"premises": ["b"], "target": "a", "relation": "rebuts"}]}
    )  # fmt: skip
    assert json.loads(dumps(m, format="aif")) == {
        "nodes": [
            {"nodeID": "1", "text": "A", "type": "I"},
            {"nodeID": "2", "text": "B", "type": "I"},
            {"nodeID": "3", "text": "Default Conflict", "type": "CA"},
        ],
        "edges": [
            {"edgeID": "1", "fromID": "2", "toID": "3", "formEdgeID": None},
            {"edgeID": "2", "fromID": "3", "toID": "1", "formEdgeID": None},
        ],
        "locutions": [],
    }


@pytest.mark.parametrize("name", ["aif", "xaif"])
@given(m=maps(), change=st.data())
def test_a_file_brought_up_to_date_says_what_the_map_says(
    name: str, m: ArgumentMap, change: st.DataObject
) -> None:
    first = loads(dumps(m, format=name), format=name)
    texts = change.draw(st.lists(st.sampled_from(["x", "y"]), min_size=len(m.nodes), max_size=len(m.nodes)))
    gone = change.draw(st.sets(st.sampled_from([link.id for link in first.links]))) if first.links else set()
    links = []
    for link in first.links:
        if link.id in gone or link.target in gone:
            gone.add(link.id)
        else:
            links.append(link.model_copy(update={"scheme": "Sign"}) if len(links) % 2 else link)
    changed = ArgumentMap(
        nodes=tuple(
            each.model_copy(update={"text": text}) for each, text in zip(first.nodes, texts, strict=True)
        ),
        links=tuple(links),
        beside=first.beside,
    )
    back = loads(dumps(changed, format=name), format=name)
    assert [(each.id, each.text) for each in back.nodes] == [(each.id, each.text) for each in changed.nodes]
    assert numbered(back.links) == numbered(changed.links)  # a file written anew numbers them, and says so


def numbered(links: Sequence[Link]) -> list[Link]:
    """Return links with their positions for names."""
    at = {link.id: f"n{index}" for index, link in enumerate(links)}
    return [
        link.model_copy(update={"id": at[link.id], "target": at.get(link.target, link.target)})
        for link in links
    ]


# --- files of others ------------------------------------------------------------------------------


@pytest.mark.skipif(not manifest("aif"), reason="the cases are not at hand")
@pytest.mark.parametrize("case", manifest("aif"), ids=lambda case: case["file"])
def test_files_of_others_are_counted_as_their_manifest_counts_them(case: dict[str, Any]) -> None:
    text = (CASES / "aif" / case["file"]).read_text(encoding="utf-8")
    found = read(text)
    types, raw = case["raw"]["by_type"], case["raw"]
    told = {loss.feature: loss.count for loss in found.losses}
    assert len(found.map.nodes) == types["I"]
    assert len(found.map.links) == sum(types.get(sort, 0) for sort in ("RA", "CA", "MA"))
    for words, sort in (("locutions", "L"), ("transitions", "TA"), ("illocutions", "YA")):
        assert told.get(words, 0) == types.get(sort, 0)
    assert told.get("records of locutions", 0) == raw["locutions"]
    assert sum(link.relation == "undercuts" for link in found.map.links) == raw["edges_by_type"].get(
        "CA>CA", 0
    )
    assert format_of_text(text).name == "aif"
    assert dumps(loads(dumps(loads(text))), format="aif") == text
