"""GraphML of our own: it opens everywhere, comes back whole, and what is no GraphML is refused."""

import contextlib
import io
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.controls import CONTROL
from argmap.errors import LoadError, Problem
from argmap.files import loads
from argmap.formats import graphml
from argmap.model import ArgumentMap
from tests.strategies import maps

NS = "{http://graphml.graphdrawing.org/xmlns}"
Y = "{http://www.yworks.com/xml/graphml}"
HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
many = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def written(m: ArgumentMap, *, plain: bool = False) -> str:
    return "".join(graphml.write(m, plain=plain))


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(LoadError) as caught:
        loads(text, format="graphml", name="map.graphml")
    return caught.value.problems


def made(nodes: str, *links: dict[str, object], **more: object) -> ArgumentMap:
    fields = [{"id": each, "kind": "claim", "text": f"text of {each}"} for each in nodes.split()]
    return ArgumentMap.model_validate({"nodes": fields, "links": links, **more})


def tree(text: str) -> ET.Element:
    return ET.fromstring(text.encode())  # noqa: S314 - argmap has just written it


@pytest.fixture
def full() -> ArgumentMap:
    """A map with every sort of link: separate, linked, named, doubled, undercut twice over, in a ring."""
    return made(
        "a b c d",
        {"id": "x.1", "premises": ("b", "c"), "target": "a", "relation": "supports", "scheme": "sign"},
        {"premises": ("d",), "target": "a", "relation": "supports"},
        {"id": "named", "premises": ("d",), "target": "a", "relation": "supports", "sure": 0.5},
        {"premises": ("d",), "target": "a", "relation": "supports"},
        {"id": "x.2", "premises": ("d",), "target": "x.1", "relation": "undercuts"},
        {"id": "x.3", "premises": ("b",), "target": "x.2", "relation": "undercuts", "note": "n < 1 & ]]>"},
        {"premises": ("c", "a"), "target": "named", "relation": "undercuts"},
        {"premises": ("a",), "target": "b", "relation": "rebuts"},
        title="A <title>",
        thesis="a",
    )


# --- what is written comes back -------------------------------------------------------------------


@many
@given(maps(), st.booleans())
def test_every_map_comes_back_as_the_identical_map(m: ArgumentMap, plain: bool) -> None:
    assert graphml.read(written(m, plain=plain), "x").map == m


@many
@given(maps())
def test_no_control_or_bidirectional_character_is_in_the_file(m: ArgumentMap) -> None:
    found = set(re.findall(f"[{CONTROL}]", written(m)))
    assert found <= {"\n", "\ufffd"}


@many
@given(maps(), st.booleans())
def test_networkx_reads_it_and_what_networkx_writes_is_still_the_map(m: ArgumentMap, plain: bool) -> None:
    nx = pytest.importorskip("networkx")
    graph = nx.read_graphml(io.BytesIO(written(m, plain=plain).encode()), force_multigraph=True)
    again = io.BytesIO()
    nx.write_graphml(graph, again)
    assert [each for each in graph if "." not in each][: len(m.nodes)] == [node.id for node in m.nodes]
    assert graphml.read(again.getvalue().decode(), "x").map == m


@many
@given(m=maps(), plain=st.booleans())
def test_igraph_reads_it_and_what_igraph_writes_is_still_the_map(
    tmp_path_factory: pytest.TempPathFactory, m: ArgumentMap, plain: bool
) -> None:
    igraph = pytest.importorskip("igraph")
    path = tmp_path_factory.getbasetemp() / "igraph.graphml"
    text = written(m, plain=plain)
    path.write_text(text, encoding="utf-8")
    graph = igraph.Graph.Read_GraphML(str(path))
    assert graph.vcount() == text.count("<node ")
    assert graph.ecount() == text.count("<edge ")
    graph.write_graphml(str(path))
    assert graphml.read(path.read_text(encoding="utf-8"), "x").map == m


def test_igraph_finds_labels_colours_and_places(full: ArgumentMap, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    path = tmp_path / "map.graphml"
    path.write_text(written(full), encoding="utf-8")
    graph = igraph.Graph.Read_GraphML(str(path))
    assert graph.vs["label"][:2] == ["text of a", "text of b"]
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in graph.vs["color"] + graph.es["color"])
    assert len(set(zip(graph.vs["x"], graph.vs["y"], strict=True))) == graph.vcount()


def test_links_taken_out_by_another_program_leave_undercutters_on_their_own_link() -> None:
    m = made(
        "a b c",
        {"premises": ("b",), "target": "a", "relation": "supports"},
        {"id": "x.2", "premises": ("c",), "target": "a", "relation": "supports"},
        {"premises": ("b",), "target": "x.2", "relation": "undercuts"},
    )
    cut = re.sub('<edge id="a.because.1.link".*?</edge>\n', "", written(m), flags=re.DOTALL)
    back = graphml.read(cut, "x").map
    assert [(link.id, link.premises) for link in back.links] == [
        ("a.because.1", ("c",)),
        ("a.because.1.unless.1", ("b",)),
    ]


def test_an_undercutter_of_a_link_that_is_gone_is_a_problem() -> None:
    m = made(
        "a b",
        {"id": "x.1", "premises": ("b",), "target": "a", "relation": "supports"},
        {"premises": ("b",), "target": "x.1", "relation": "undercuts"},
    )
    cut = re.sub('<edge id="a.because.1.link".*?</edge>\n', "", written(m), flags=re.DOTALL)
    (problem,) = problems(cut)
    assert problem.message == "this undercuts a.because.1, and there is no such link"
    assert cut.splitlines()[problem.line - 1].startswith('<edge id="a.because.1.unless.1.link"')


def test_nodes_and_edges_drawn_in_another_program_join_the_map(full: ArgumentMap) -> None:
    node = '<node id="n9"><data key="node_label">Drawn by hand</data></node>\n'
    edge = '<edge source="n9" target="a"/>\n'
    m = graphml.read(written(full).replace("</graph>", f"{node}{edge}</graph>"), "x").map
    assert m.by_id["n9"].text == "Drawn by hand"
    assert m.links_onto["a"][:4] == full.links_onto["a"][:4]
    assert ("n9",) in [link.premises for link in m.links_onto["a"]]


# --- rules of the file ----------------------------------------------------------------------------


@many
@given(maps(most=4), st.booleans())
def test_the_file_keeps_the_rules_that_importers_need(m: ArgumentMap, plain: bool) -> None:
    text = written(m, plain=plain)
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="')
    assert "<!DOCTYPE" not in text
    assert "\r" not in text
    root = tree(text)
    keys = root.findall(f"{NS}key")
    lint_keys(keys)
    (graph,) = root.findall(f"{NS}graph")
    assert graph.attrib == {"id": "G", "edgedefault": "directed"}
    tags = [child.tag.removeprefix(NS) for child in graph]
    assert tags == sorted(tags, key=["desc", "data", "node", "edge"].index)
    names = {key.get("id"): key.get("attr.name") or "graphics" for key in keys}
    for node in graph.findall(f"{NS}node"):
        lint_node(node, names)
    ids = Counter(edge.get("id") for edge in graph.findall(f"{NS}edge"))
    assert None not in ids
    assert max(ids.values(), default=1) == 1
    for edge in graph.findall(f"{NS}edge"):
        lint_edge(edge, names)


def lint_keys(keys: list[ET.Element]) -> None:
    ids = [key.get("id", "") for key in keys]
    assert len(set(ids)) == len(ids)
    assert not [each for each in ids if re.fullmatch(r"d\d+", each)]
    scoped = [(key.get("for"), key.get("attr.name")) for key in keys if key.get("attr.name")]
    assert len(set(scoped)) == len(scoped)
    assert {key.get("attr.type", "string") for key in keys} <= {"boolean", "int", "double", "string"}
    assert not {name for _, name in scoped} & {"id", "SUID", "selected", "shared name", "weight"}
    assert not [child for key in keys for child in key]
    assert ("labels", "node") in [(key.get("id"), key.get("for")) for key in keys]
    assert ("label", "edge") in [(key.get("id"), key.get("for")) for key in keys]


NODE_ORDER = [
    "graphics", "labels", "label", "text", "kind", "holder", "nature", "sure", "amount", "unit", "place",
    "color", "x", "y", "argmap_json",
]  # fmt: skip
EDGE_ORDER = ["label", "interaction", "relation", "scheme", "color", "argmap_json", "graphics"]


def lint_node(node: ET.Element, names: dict[str | None, str]) -> None:
    assert node[0].tag == f"{NS}desc"
    order = [names[data.get("key")] for data in node.findall(f"{NS}data")]
    assert order == [each for each in NODE_ORDER if each in order]
    assert all(data.text or len(data) for data in node.findall(f"{NS}data"))


def lint_edge(edge: ET.Element, names: dict[str | None, str]) -> None:
    assert (edge.text or "").startswith("\n")
    assert edge.find(f"{NS}desc") is None
    assert edge[0].get("key") == "label"
    assert edge[0].text in {"supports", "rebuts", "undercuts", "premise"}
    order = [names[data.get("key")] for data in edge]
    assert order == [each for each in EDGE_ORDER if each in order]


def test_linked_and_undercut_links_are_nodes_of_kind_inference(full: ArgumentMap) -> None:
    root = tree(written(full))
    kinds = {node.get("id"): node.findtext(f"{NS}data[@key='node_kind']") for node in root.iter(f"{NS}node")}
    assert {each for each, kind in kinds.items() if kind == "inference"} == {
        "a.because.1", "a.because.1.unless.1", "named", "named.unless.1",
    }  # fmt: skip
    ends = [
        (edge.get("source"), edge.get("target"), edge[0].text)
        for edge in root.iter(f"{NS}edge")
        if "a.because.1" in (edge.get("source"), edge.get("target"))
    ]
    assert ends == [
        ("b", "a.because.1", "premise"),
        ("c", "a.because.1", "premise"),
        ("a.because.1", "a", "supports"),
        ("a.because.1.unless.1", "a.because.1", "undercuts"),
    ]


def test_the_plain_flavour_has_no_boxes_colours_or_places(full: ArgumentMap) -> None:
    text = written(full, plain=True)
    assert "yworks" not in text
    assert not re.search('"node_(x|y|color)"|"edge_color"', text)


def test_the_vertical_axis_points_up_for_gephi_and_down_for_yed(full: ArgumentMap) -> None:
    root = tree(written(full))
    for node in root.iter(f"{NS}node"):
        box = node.find(f".//{Y}Geometry")
        assert box is not None
        middle = float(box.get("y", "")) + float(box.get("height", "")) / 2
        assert middle == pytest.approx(-float(node.findtext(f"{NS}data[@key='node_y']", "")), abs=1)


def test_boxes_of_the_picture_do_not_overlap() -> None:
    m = made("a b c d e", *({"premises": (each,), "target": "a", "relation": "supports"} for each in "bcd"))
    boxes = [
        [float(box.get(name, "")) for name in ("x", "y", "width", "height")]
        for box in tree(written(m)).iter(f"{Y}Geometry")
    ]
    for index, (x, y, width, height) in enumerate(boxes):
        for other_x, other_y, other_width, other_height in boxes[:index]:
            beside = x >= other_x + other_width or other_x >= x + width
            assert beside or y >= other_y + other_height or other_y >= y + height


def test_what_xml_forbids_and_what_steers_is_shown_and_kept() -> None:
    m = ArgumentMap.model_validate(
        {"nodes": [{"id": "a", "kind": "claim", "text": "x\x01\ufffe\u202e\x9b\u2028\ny"}]}
    )
    text = written(m)
    assert '"node_text">x\ufffd\ufffd\\u202e\\u009b\\u2028 y<' in text
    assert graphml.read(text, "x").map == m


def test_shares_too_small_for_igraph_are_rounded_where_seen_and_kept_whole() -> None:
    fields = {"id": "a", "kind": "claim", "text": "x", "sure": 2.2e-309}
    m = ArgumentMap.model_validate({"nodes": [fields]})
    assert '<data key="node_sure">0.0</data>' in written(m)
    assert graphml.read(written(m), "x").map == m


def test_it_is_written_in_pieces() -> None:
    m = made(" ".join(f"n{index}" for index in range(1000)))
    sizes = [len(piece) for piece in graphml.write(m, plain=False)]
    assert len(sizes) >= 6
    assert max(sizes) < sum(sizes) / 3


# --- what is refused ------------------------------------------------------------------------------

BOMB = """<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
<graphml><graph><desc>&lol2;</desc></graph></graphml>"""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("<!DOCTYPE graphml><graphml/>", (1, 1)),
        (BOMB, (2, 1)),
        ('<!DOCTYPE g SYSTEM "file:///etc/passwd">\n<graphml/>', (1, 1)),
        ('\n<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]><graphml>&x;</graphml>', (2, 1)),
        ('<!DOCTYPE g [<!ENTITY % x SYSTEM "http://example.org/x"> %x;]><graphml/>', (1, 1)),
        ('<?xml version="1.0"?><!-- <!DOCTYPE --><?x y?>\n <!DOCTYPE g><graphml/>', (2, 2)),
        ("<!DOCTYPE html><html></html>", (1, 1)),
    ],
)
def test_any_document_type_is_refused_before_its_entities_mean_anything(
    text: str, place: tuple[int, int]
) -> None:
    (problem,) = problems(text)
    assert "document type" in problem.message
    assert (problem.line, problem.column) == place


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", (1, 1), "it is empty"),
        (f"{HEAD}\n<graph><node id='a'>", (2, 21), "while <node> is open"),
        (f"{HEAD}\n<graph>\n<node id='ä'></nod>", (3, 16), "closing tag"),
        (f"{HEAD}\n<graph><desc>a & b</desc>", (2, 17), "&amp;"),
        (f"{HEAD}<graph><desc>&nbsp;</desc>", (1, 69), "entity"),
        (f"{HEAD}\n<graph><desc>&#1;</desc>", (2, 14), "no character"),
        (f"{HEAD}\n<graph><desc>\x01</desc>", (2, 14), "may not stand"),
        (f"{HEAD}\n<graph id='a' id='b'/>", (2, 15), "there twice"),
        (f"{HEAD}<graph/></graphml>\n<more/>", (2, 1), "after the end"),
        (f" <?xml version='1.0'?>{HEAD}", (1, 2), "very beginning"),
        (f"{HEAD}\n<graph><![CDATA[x", (2, 18), "CDATA"),
        (f"{HEAD}\n<graph a='", (2, 1), "inside a tag"),
        ("<svg></svg>", (1, 1), "no GraphML"),
        (f"{HEAD}\n</graphml>", (1, 1), "no <graph>"),
        (f"{HEAD}\n<graph><desc>\ud800</desc>", (2, 14), "half a character"),
        (f"{HEAD}\n<node id='a'/></graphml>", (2, 1), "outside of any <graph>"),
    ],
)
def test_malformed_text_is_refused_with_line_and_column(
    text: str, place: tuple[int, int], words: str
) -> None:
    (problem,) = problems(text)
    assert words in problem.message
    assert (problem.line, problem.column) == place


def test_deep_nesting_is_refused_at_once() -> None:
    deep = "<node id='a'><graph>" * 200_000
    (problem,) = problems(f"{HEAD}<graph>{deep}")
    assert problem.message == "this nests deeper than 60"


def test_every_prefix_of_a_file_is_refused_with_a_place(full: ArgumentMap) -> None:
    text = written(full, plain=True)
    for end in range(0, len(text) - len("</graphml>\n"), 97):
        (problem,) = problems(text[:end])
        assert problem.line == text[:end].count("\n") + 1 or problem.line >= 1


def test_all_problems_of_a_file_are_told_at_once() -> None:
    text = written(made("a b c", {"premises": ("b",), "target": "a", "relation": "supports"}))
    text = text.replace('"id": "a", "kind": "claim"', '"id": "a", "kind": "clam"')
    text = text.replace('"text": "text of b"', '"txt": "text of b"').replace('"from": ["b"]', '"from": ["d"]')
    text = text.replace('{"id": "c", ', '{"id": "c" ')
    lines = text.splitlines()
    listed = "claim, gain, cost, evidence or assumption"
    comma = "a comma or a closing bracket is missing here"
    told = [(lines[each.line - 1][:12], each.message) for each in problems(text)]
    assert told == [
        ('<node id="a"', f"kind is {listed}, not clam (in a); did you mean claim?"),
        ('<node id="b"', "b has no text"),
        ('<node id="b"', "unknown field txt in b; did you mean text?"),
        ('<node id="c"', f"the argmap_json of this node: this is no JSON: {comma}"),
        ('<edge id="a.', "unknown id d in a.because"),
    ]  # fmt: skip


ODD_JSON = ["[]", "3", "null", '"x"', "{}", '{"id": 3}', '{"a": 1, "a": 2}', "NaN", "[" * 99999]


@pytest.mark.parametrize("json", ODD_JSON)
def test_argmap_json_of_another_shape_is_refused(json: str) -> None:
    text = written(made("a b", {"premises": ("b",), "target": "a", "relation": "supports"}))
    for old in (r'\{"id": "a".*?\}', r'\{"order".*?\}', r'\{"argmap": 1\}'):
        spoilt = re.sub(old, lambda _: json, text, count=1)
        assert spoilt != text
        assert all(problem.line > 1 for problem in problems(spoilt))


@many
@given(maps(most=3), st.data())
def test_a_spoilt_file_is_refused_or_read_and_never_crashes(m: ArgumentMap, data: st.DataObject) -> None:
    text = written(m)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    piece = data.draw(st.sampled_from(["", "<", '"', "}", "null", "[[", "&", "</data>", "x", '"to": 3']))
    with contextlib.suppress(LoadError):
        graphml.read(text[:start] + piece + text[end:], "x")


@pytest.mark.slow
def test_a_chain_of_a_hundred_thousand_is_written_and_read_without_recursion() -> None:
    count = 100_000
    nodes = [{"id": f"n{index}", "kind": "claim", "text": "x"} for index in range(count)]
    links = [
        {"premises": (f"n{index + 1}",), "target": f"n{index}", "relation": "supports"}
        for index in range(count - 1)
    ]
    m = ArgumentMap.model_validate({"nodes": nodes, "links": links})
    assert graphml.read(written(m), "x").map == m
