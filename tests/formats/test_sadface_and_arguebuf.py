"""SADFace and arguebuf: schemes as nodes, everything of a map in their free parts."""

import json
from typing import Any

import pytest

from argmap import ArgumentMap, dumps, load, loads, reading
from argmap.errors import LoadError
from argmap.formats.table import format_of_text
from tests.cli.running import RIVERTON
from tests.formats.test_aif import CASES, joined, manifest

BOTH = pytest.mark.parametrize("name", ["sadface", "arguebuf"])


def sadface(nodes: list[Any], *edges: tuple[str, str], **core: Any) -> str:
    joins = [
        {"id": f"e{at}", "source_id": source, "target_id": target}
        for at, (source, target) in enumerate(edges)
    ]
    return json.dumps({"metadata": {"core": core}, "resources": [], "nodes": nodes, "edges": joins})


def atom(key: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "type": "atom", "text": f"text {key}", "sources": [], "metadata": {}, **more}


def scheme(key: str, name: str, sort: str = "scheme") -> dict[str, Any]:
    return {"id": key, "type": sort, "name": name}


@BOTH
def test_a_whole_map_comes_back_and_foreign_changes_are_seen(name: str) -> None:
    m = load(RIVERTON)
    text = dumps(m, format=name)
    assert format_of_text(text).name == name
    back = loads(text)
    assert back.model_copy(update={"beside": ()}) == m
    changed = loads(text.replace(m.nodes[3].text, "Somebody else's words"))
    assert changed.nodes[3].text == "Somebody else's words"
    assert changed.nodes[3].kind == m.nodes[3].kind


@BOTH
@pytest.mark.parametrize(
    "own",
    [{"kind": "clam"}, {"kind": "claim", "sure": 7}, {"kind": "claim", "x": 1}, 5, {"link": True, "sure": "x"}, {"link": True, "id": "A B"}],
)  # fmt: skip
def test_what_others_put_in_the_place_of_argmap_is_passed_over(name: str, own: Any) -> None:
    text = dumps(
        ArgumentMap.model_validate(
            {
                "nodes": [
                    {"id": "a", "kind": "claim", "text": "A"},
                    {"id": "b", "kind": "gain", "text": "B"},
                ],
                "links": [{"premises": ["b"], "target": "a", "relation": "supports"}],
                "source": {"title": "T"},
            }
        ),
        format=name,
    )
    data = json.loads(text)
    key = "metadata" if name == "sadface" else "userdata"
    data[key]["argmap"]["source"] = own
    for each in data["nodes"] if name == "sadface" else data["nodes"].values():
        each[key]["argmap"] = own
    m = loads(json.dumps(data))
    assert [(each.kind, each.text) for each in m.nodes] == [("claim", "A"), ("claim", "B")]
    assert (m.source, len(m.links)) == (None, 1)


def test_the_three_generations_of_sadface_are_read() -> None:
    old = sadface(
        [atom("a"), atom("b"), scheme("s", "Default\nSupport")], ("b", "s"), ("s", "a"), title="T", claim="a"
    )
    m = loads(old)
    assert (m.title, m.thesis, joined(m)) == ("T", "a", [(("b",), "supports", "a", None)])
    second = sadface([atom("a"), atom("b"), scheme("s", "conflict")], ("b", "s"), ("s", "a"), version="0.2")
    assert joined(loads(second)) == [(("b",), "rebuts", "a", None)]
    assert dumps(loads(second), format="sadface") == second


def test_an_attack_of_the_library_runs_backwards_and_a_disagreement_both_ways() -> None:
    text = sadface(
        [atom("target"), atom("attacker"), scheme("s", "attack", "conflict")],
        ("target", "s"),
        ("s", "attacker"),
        version="0.5.4.0",
    )
    from argmap.formats import sadface as room

    found = room.read(text, "m")
    assert joined(found.map) == [(("attacker",), "rebuts", "target", None)]
    assert [each.code for each in found.findings] == ["X120"]
    text = sadface(
        [atom("a"), atom("b"), scheme("s", "disagree", "conflict")], ("s", "a"), ("s", "b"), version="0.5.4.0"
    )
    found = room.read(text, "m")
    assert sorted(joined(found.map)) == [(("a",), "rebuts", "b", None), (("b",), "rebuts", "a", None)]
    assert [each.code for each in found.findings] == ["X121"]


def test_sources_become_quotations_and_names_schemes() -> None:
    nodes = [
        atom("a", sources=[{"text": "the words", "offset": 3}, {"text": "more"}]),
        atom("b"),
        scheme("s", "expert opinion", "inference"),
    ]
    from argmap.formats import sadface as room

    found = room.read(sadface(nodes, ("b", "s"), ("s", "a")), "m")
    assert found.map.nodes[0].anchor is not None
    assert found.map.nodes[0].anchor.quote == "the words"
    assert found.map.links[0].scheme == "expert opinion"
    assert [(loss.feature, loss.count) for loss in found.losses] == [
        ("further sources", 1),
        ("offsets", 1),
    ]


ARGUEBUF: dict[str, Any] = {
    "nodes": {
        "1": {"atom": {"text": "The ferry is late", "participant": "p"}},
        "2": {"atom": {"text": "There is fog", "reference": {"resource": "r", "offset": 4, "text": "fog"}}, "metadata": {"created": "2024-01-02T03:04:05Z"}},
        "3": {"scheme": {"support": "SUPPORT_CAUSE_TO_EFFECT", "premise_descriptors": ["x"]}},
        "4": {"scheme": {"attack": "ATTACK_DEFAULT"}},
        "5": {"scheme": {"rephrase": "REPHRASE_DEFAULT"}},
        "6": {"scheme": {}},
    },
    "edges": {"e1": {"source": "2", "target": "3"}, "e2": {"source": "3", "target": "1"}, "e3": {"source": "1", "target": "4"}, "e4": {"source": "4", "target": "3"}, "e5": {"source": "2", "target": "5"}, "e6": {"source": "5", "target": "1"}},
    "participants": {"p": {"username": "ann"}},
    "resources": {"r": {"text": "see fog", "title": "Ferries", "source": "https://example.org/x"}},
    "major_claim": "1",
    "schema_version": 1,
}  # fmt: skip


def test_an_arguebuf_message_is_read_in_either_spelling() -> None:
    from argmap.formats import arguebuf as room

    found = room.read(json.dumps(ARGUEBUF), "m")
    m = found.map
    assert m.thesis == "n1"
    assert m.source is not None
    assert (m.source.title, m.source.url) == ("Ferries", "https://example.org/x")
    assert m.nodes[0].by == "ann"
    assert m.nodes[1].anchor is not None
    assert m.nodes[1].anchor.quote == "fog"
    assert joined(m) == [
        (("n2",), "supports", "n1", "cause-to-effect"),
        (("n1",), "undercuts", "n3", None),
        (("n2",), "supports", "n1", "rephrase"),
    ]
    assert [each.code for each in found.findings] == ["X104"]
    told = {loss.feature: (loss.fate, loss.count) for loss in found.losses}
    assert told["dates"] == ("kept beside", 1)
    assert told["rephrases"] == ("approximated", 1)


@BOTH
@pytest.mark.parametrize("text", ["[]", "5", '{"nodes": 5}', '{"nodes": "x"}'])
def test_what_is_neither_is_refused(name: str, text: str) -> None:
    with pytest.raises(LoadError):
        loads(text, format=name)


@pytest.mark.parametrize(
    ("text", "name", "lines"),
    [
        ('{"nodes": [5, {"id": 1}, {"id": "a", "type": "atom", "text": 5}, {"id": "a"}], "edges": [{}], "resources": 3}', "sadface", 6),
        ('{"nodes": {"a": 5, "b": {"atom": {"text": []}}}, "edges": {"e": {}}, "resources": 5, "schemaVersion": 1}', "arguebuf", 4),
    ],
)  # fmt: skip
def test_every_record_that_is_none_is_told_and_left_out_when_asked(
    text: str, name: str, lines: int, tmp_path: Any
) -> None:
    with pytest.raises(LoadError) as caught:
        loads(text, format=name)
    assert len(caught.value.problems) == lines
    assert all(problem.line == 1 and problem.column > 1 for problem in caught.value.problems)
    path = tmp_path / "m"
    path.write_text(text)
    assert len(reading(path, format=name, lenient=True).findings) >= lines


@pytest.mark.skipif(not manifest("arguebuf"), reason="the cases are not at hand")
def test_files_of_others_are_counted_as_their_manifest_counts_them() -> None:
    for case in manifest("arguebuf"):
        text = (CASES / "arguebuf" / case["file"]).read_text(encoding="utf-8")
        m = loads(text)
        assert len(m.nodes) + len(m.links) == case["raw"]["nodes"]
        assert sum(len(link.premises) + 1 for link in m.links) == case["raw"]["edges"]
        assert m.thesis == "n119937"
        assert dumps(loads(dumps(m)), format="arguebuf") == text
