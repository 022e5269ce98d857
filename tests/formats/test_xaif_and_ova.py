"""xAIF and OVA: the text's spans, participants, scheme ids and drawings beside the nodeset."""

import json
from pathlib import Path
from typing import Any

import pytest

from argmap import ArgumentMap, dumps, loads
from argmap.errors import LoadError
from argmap.formats import ova, xaif
from argmap.formats._spans import spans
from argmap.formats.table import format_of_text
from tests.formats.test_aif import CASES, manifest

XAIF: dict[str, Any] = {
    "AIF": {
        "nodes": [
            {"nodeID": "1_5", "text": "The ferry is late", "type": "I"},
            {"nodeID": 2, "text": "There is fog", "type": "I"},
            {"nodeID": 3, "text": "Default Inference", "type": "RA"},
            {"nodeID": 4, "text": "it is foggy out there", "type": "L"},
            {"nodeID": 5, "text": "Asserting", "type": "YA"},
        ],
        "edges": [
            {"edgeID": 1, "fromID": 2, "toID": 3},
            {"edgeID": 2, "fromID": 3, "toID": "1_5"},
            {"edgeID": 3, "fromID": 4, "toID": 5},
            {"edgeID": 4, "fromID": 5, "toID": 2},
        ],
        "locutions": [{"nodeID": 4, "personID": "1", "start": "", "end": ""}],
        "participants": [{"participantID": 1, "firstname": "Ann", "surname": "None"}],
        "schemefulfillments": [{"nodeID": "3", "schemeID": "30"}],
        "descriptorfulfillments": None,
    },
    "text": {"txt": 'So: <span class="highlighted" id="node1_5">the ferry<br>is late</span>, <span id="4">it is &lt;foggy&gt; out there</span>', "url": ""},
    "OVA": {"nodes": [], "edges": []},
    "Skeptic": {"questions": ["Who says so?"]},
}  # fmt: skip
TEXT = json.dumps(XAIF)


def test_spans_participants_and_scheme_ids_are_read() -> None:
    found = xaif.read(TEXT, "m")
    late, fog = found.map.nodes
    assert late.anchor is not None
    assert late.anchor.quote == "the ferry\nis late"
    assert fog.anchor is not None
    assert (fog.anchor.quote, fog.by) == ("it is <foggy> out there", "Ann")
    assert [(link.premises, link.target, link.scheme) for link in found.map.links] == [
        (("n2",), late.id, "Sign")
    ]
    told = {loss.feature: loss.count for loss in found.losses}
    assert told["participants"] == told["scheme fulfilments"] == told["parts of other modules"] == 1
    assert dumps(loads(TEXT), format="xaif") == TEXT


def test_an_edited_file_keeps_its_modules_and_shows_new_nodes_in_the_drawing() -> None:
    m = loads(TEXT)
    edited = loads(
        dumps(m).replace("nodes:\n", "nodes:\n  more: {kind: claim, text: It will be late again}\n")
    )
    data = json.loads(dumps(edited, format="xaif"))
    assert data["Skeptic"] == XAIF["Skeptic"]
    assert data["AIF"]["participants"] == XAIF["AIF"]["participants"]
    assert [each["text"] for each in data["AIF"]["nodes"]][-1] == "It will be late again"
    keys = [each["nodeID"] for each in data["AIF"]["nodes"]]
    assert [each["nodeID"] for each in data["OVA"]["nodes"]] == keys
    assert [(each["fromID"], each["toID"]) for each in data["OVA"]["edges"]] == [
        (each["fromID"], each["toID"]) for each in data["AIF"]["edges"]
    ]


@pytest.mark.parametrize("sort", ["I", "L"])
def test_files_of_mining_tools_that_hold_hardly_anything_are_read(sort: str) -> None:
    text = json.dumps(
        {"AIF": {"nodes": [{"nodeID": 0, "text": "x", "type": sort}], "edges": None}, "text": "x", "OVA": []}
    )
    m = loads(text)
    assert len(m.nodes) == (sort == "I")
    assert dumps(m, format="xaif") == text
    assert (
        loads(dumps(ArgumentMap(nodes=m.nodes, title="t", beside=m.beside), format="xaif")).nodes == m.nodes
    )


OVA: dict[str, Any] = {
    "nodes": [
        {"id": 1, "x": 5, "y": 6, "text": "The ferry is late", "type": "I", "scheme": "0", "participantID": "7", "majorClaim": True},
        {"id": 2, "x": 5, "y": 9, "text": "There is fog", "type": "I", "scheme": "0", "participantID": "0"},
        {"id": 3, "x": 5, "y": 7, "text": "RA", "type": "RA", "scheme": "30", "descriptors": {"s_conclusion": None}},
    ],
    "edges": [],
    "participants": [{"id": 7, "firstname": "Ann", "surname": "Lee"}],
    "analysis": {"txt": '<span id="node2">fog</span>', "documentTitle": "Ferries", "documentDate": "01/02/2024"},
}  # fmt: skip
OVA["edges"] = [
    {"from": OVA["nodes"][1], "to": OVA["nodes"][2]},
    {"from": OVA["nodes"][2], "to": OVA["nodes"][0]},
]


def test_a_drawing_of_ova_is_read_with_its_thesis_and_its_source() -> None:
    text = json.dumps(OVA)
    assert format_of_text(text).name == "ova"
    found = ova.read(text, "m")
    m = found.map
    assert (m.thesis, m.title) == ("n1", "Ferries")
    assert m.source is not None
    assert m.source.date == "01/02/2024"
    assert m.nodes[0].by == "Ann Lee"
    assert m.nodes[1].anchor is not None
    assert m.nodes[1].anchor.quote == "fog"
    assert m.links[0].scheme == "Sign"
    assert loads(text).kept_beside("ova") == text


@pytest.mark.parametrize(
    ("read", "data", "text"),
    [
        (xaif.read, {"AIF": {}}, {"text": "Fog is common."}),
        (xaif.read, {"AIF": {}}, {"text": {"txt": "Fog is common."}}),
        (ova.read, {}, {"analysis": {"txt": "Fog is common."}}),
    ],
)
def test_a_text_that_was_analysed_is_told_to_be_kept(
    read: Any, data: dict[str, Any], text: dict[str, Any]
) -> None:
    losses = read(json.dumps({**data, **text}), "m").losses
    assert [(loss.fate, loss.feature, loss.count) for loss in losses] == [
        ("kept beside", "texts that were analysed", 1)
    ]
    empty = json.dumps({**data, **text}).replace("Fog is common.", " ")
    assert read(empty, "m").losses == ()


@pytest.mark.parametrize("text", ["{}", '{"AIF": 5}', '{"AIF": [], "analysis": []}', "[]"])
@pytest.mark.parametrize("name", ["xaif", "ova"])
def test_what_is_neither_is_refused(name: str, text: str) -> None:
    with pytest.raises(LoadError):
        loads(text, format=name)


def test_html_that_is_broken_is_read_as_far_as_it_goes() -> None:
    assert spans('<span id="1">a<span>b</span><b>c</span></span><span id="2">never closed') == {"1": "abc"}
    assert spans("<" * 1000 + "</span>" * 1000 + "<!" * 1000) == {}
    assert spans('<span id=node3 class="x">&amp;<script>alert(1)</script></span>') == {"3": "&alert(1)"}


@pytest.mark.skipif(not manifest("ova"), reason="the cases are not at hand")
@pytest.mark.parametrize("folder", ["ova", "xaif"])
def test_files_of_others_are_counted_as_their_manifest_counts_them(folder: str) -> None:
    for case in manifest(folder):
        text = (Path(CASES) / folder / case["file"]).read_text(encoding="utf-8")
        assert format_of_text(text).name == folder
        m = loads(text)
        types = case["raw"]["by_type"]
        assert len(m.nodes) == types.get("I", 0)
        assert len(m.links) == types.get("RA", 0) + types.get("CA", 0) + types.get("MA", 0)
        if folder == "ova":
            assert m.thesis == "n119937"
            assert [link.scheme for link in m.links if link.relation != "supports"] == [None, None]
        else:
            assert dumps(m, format="xaif") == text
