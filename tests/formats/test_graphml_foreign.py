"""GraphML of other programs becomes an argument as far as it says something; nothing is lost in silence."""

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import LoadError, Problem
from argmap.files import loads
from argmap.formats import graphml
from argmap.formats._graphml_relations import RELATIONS, relation_of
from argmap.losses import Reading
from argmap.model import ArgumentMap
from argmap.soundness import ID_LONGEST

KEYS = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d0" for="node" attr.name="label" attr.type="string"/>
<key id="d1" for="edge" attr.name="relation" attr.type="string"/>
<key id="d2" for="edge" attr.name="label" attr.type="string"/>
<key id="d3" for="node" attr.name="kind" attr.type="string"/>
<key id="d4" for="node" attr.name="colour" attr.type="string"><default>green</default></key>
<key id="d5" for="edge" attr.name="attack" attr.type="boolean"/>
<key id="d6" for="node" yfiles.type="nodegraphics"/>
<key id="d7" for="edge" yfiles.type="edgegraphics"/>
<graph edgedefault="directed">
"""


def read(body: str) -> ArgumentMap:
    return loads(KEYS + body + "</graph></graphml>", format="graphml", name="map.graphml")


def problems(body: str) -> tuple[Problem, ...]:
    with pytest.raises(LoadError) as caught:
        read(body)
    return caught.value.problems


def joined(m: ArgumentMap) -> list[tuple[tuple[str, ...], str, str]]:
    return [(link.premises, link.relation, link.target) for link in m.links]


def edge(source: str, target: str, data: str = "") -> str:
    return f'<edge source="{source}" target="{target}">{data}</edge>\n'


def nodes(*names: str) -> str:
    return "".join(f'<node id="{name}"/>\n' for name in names)


# --- what programs write --------------------------------------------------------------------------


def test_a_graph_written_by_networkx_keeps_all_it_says() -> None:
    nx = pytest.importorskip("networkx")
    graph = nx.MultiDiGraph(name="Riverton", year=2024)
    graph.add_node("Charge!", label="Charge cars", text="Cars should pay", weight=3)
    graph.add_node("jam", label="The jam", kind="cost", holder="drivers", sure=0.8)
    graph.add_node(3, kind="friend")
    graph.add_edge("jam", "Charge!", relation="supports", scheme="sign", weight=0.5)
    graph.add_edge(3, "Charge!", type="ATTACKS")
    out = io.BytesIO()
    nx.write_graphml(graph, out)
    m = graphml.read(out.getvalue().decode(), "x").map
    assert m.title == "Riverton"
    assert m.source is not None
    assert m.source.note == "year: 2024"
    charge, jam, third = m.nodes
    assert (charge.id, charge.text, charge.label) == ("charge", "Cars should pay", "Charge cars")
    assert charge.note == "id: Charge!\nweight: 3"
    assert (jam.kind, jam.text, jam.label, jam.sure, jam.note) == ("cost", "The jam", None, 0.8, None)
    assert (third.id, third.text, third.kind, third.note) == ("n3", "3", "claim", "id: 3\nkind: friend")
    assert joined(m) == [(("jam",), "supports", "charge"), (("n3",), "rebuts", "charge")]
    assert (m.links[0].scheme, m.links[0].note) == ("sign", "weight: 0.5")


def test_a_graph_written_by_igraph_is_read(tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    graph = igraph.Graph(n=3, edges=[(1, 0), (2, 0)], directed=True)
    graph.vs["name"] = ["Thesis", "Reason", "Objection"]
    graph.vs["sure"] = [None, 0.5, float("nan")]
    graph.es["relation"] = ["support", "objection"]
    path = tmp_path / "igraph.graphml"
    graph.write_graphml(str(path))
    m = graphml.read(path.read_text(encoding="utf-8"), "x").map
    assert [(node.id, node.text, node.sure, node.note) for node in m.nodes] == [
        ("n0", "Thesis", None, None), ("n1", "Reason", 0.5, None), ("n2", "Objection", None, None),
    ]  # fmt: skip
    assert joined(m) == [(("n1",), "supports", "n0"), (("n2",), "rebuts", "n0")]


YED = """<node id="n0::n1" yfiles.foldertype="folder">
<data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0">
<y:GroupNode><y:NodeLabel>Traffic</y:NodeLabel></y:GroupNode>
<y:GroupNode><y:NodeLabel>Traffic</y:NodeLabel></y:GroupNode>
</y:Realizers></y:ProxyAutoBoundsNode></data>
<graph id="n0:" edgedefault="directed">
<node id="n0::n0"><data key="d6"><y:ShapeNode><y:NodeLabel modelName="internal">A fifth
less traffic<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel>
</y:ShapeNode></data></node>
</graph></node>
<node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Charge &amp; ride</y:NodeLabel>
</y:ShapeNode></data></node>
<edge id="e0" source="n0::n0" target="n1"><data key="d7"><y:PolyLineEdge><y:LineStyle color="#000000"/>
<y:Arrows source="none" target="standard"/><y:EdgeLabel>Unless<y:LabelModel/></y:EdgeLabel>
</y:PolyLineEdge></data></edge>
<edge id="e1" source="n1" target="n0::n0"><data key="d7"><y:PolyLineEdge><y:EdgeLabel>often</y:EdgeLabel>
</y:PolyLineEdge></data></edge>
"""


def test_a_drawing_of_yed_gives_its_labels_and_its_groups() -> None:
    m = read(YED)
    inner, outer = m.nodes
    assert (inner.id, inner.text, inner.tags) == ("n0-n0", "A fifth\nless traffic", ("Traffic",))
    assert inner.note == "id: n0::n0\ncolour: green"
    assert outer.text == "Charge & ride"
    assert [(link.relation, link.premises, link.target, link.note) for link in m.links] == [
        ("supports", ("n1",), "n0-n0", "label 1: often"),
        ("undercuts", ("n0-n0",), "n0-n0.because.1", None),
    ]


ARGDOWN = """<node id="n0"><data key="d6"><y:ShapeNode><y:Fill color="#FFFFFF"/>
<y:NodeLabel fontStyle="bold">Thesis</y:NodeLabel><y:NodeLabel>Cars should
pay</y:NodeLabel></y:ShapeNode></data></node>
<node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Jam</y:NodeLabel></y:ShapeNode></data></node>
<node id="n2"><data key="d6"><y:ShapeNode><y:NodeLabel>Tunnel</y:NodeLabel></y:ShapeNode></data></node>
<edge id="e0" source="n1" target="n0" directed="true"><data key="d7"><y:PolyLineEdge>
<y:LineStyle color="#1a9850" type="line"/><y:Arrows source="none" target="standard"/>
</y:PolyLineEdge></data></edge>
<edge id="e1" source="n2" target="n0" directed="true"><data key="d7"><y:PolyLineEdge>
<y:LineStyle color="#d73027" type="line"/><y:Arrows source="diamond" target="diamond"/>
</y:PolyLineEdge></data></edge>
"""


def test_a_map_of_argdown_gives_titles_texts_and_relations_by_colour_and_heads() -> None:
    m = read(ARGDOWN)
    assert [(node.label, node.text) for node in m.nodes] == [
        ("Thesis", "Cars should\npay"), (None, "Jam"), (None, "Tunnel"),
    ]  # fmt: skip
    assert joined(m) == [
        (("n1",), "supports", "n0"),
        (("n2",), "rebuts", "n0"),
        (("n0",), "rebuts", "n2"),
    ]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("<html>A tunnel is <br/>being <br/>built </html>", "A tunnel is being built"),
        ("<HTML><b>One</b><br>Two &amp; three</HTML>", "One\nTwo & three"),
        ("<html>x < y and z > w <i>so</i></html>", "x < y and z > w so"),
        ("a <b>is</b> no page", "a <b>is</b> no page"),
        ("<html>" + "<br" * 50_000, "<br" * 50_000),
        ("<html>" + "<" * 50_000, "<" * 50_000),
    ],
)
def test_labels_that_yed_shows_as_html_give_their_text(label: str, text: str) -> None:
    said = label.replace("&", "&amp;").replace("<", "&lt;")
    box = '<data key="d6"><y:ShapeNode><y:NodeLabel>{}</y:NodeLabel></y:ShapeNode></data>'
    assert read(f'<node id="a">{box.format(said)}</node>').nodes[0].text == text


@pytest.mark.parametrize(
    ("colour", "relation"),
    [("#00ff00", "supports"), ("#ff0000", "rebuts"), ("#551A8B", "undercuts"), ("#0000ff", "supports")],
)
def test_colours_that_argdown_gives_to_lines_tell_relations(colour: str, relation: str) -> None:
    line = f'<data key="d7"><y:PolyLineEdge><y:LineStyle color="{colour}"/></y:PolyLineEdge></data>'
    m = read(nodes("a", "b", "c") + edge("b", "a") + edge("c", "b", line))
    (link,) = (each for each in m.links if each.premises == ("c",))
    assert link.relation == relation


GEPHI = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
<key attr.name="weight" attr.type="double" for="edge" id="weight"/>
<key attr.name="r" attr.type="int" for="all" id="r"/>
<key attr.name="g" attr.type="int" for="all" id="g"/>
<key attr.name="b" attr.type="int" for="all" id="b"/>
<key attr.name="x" attr.type="float" for="node" id="x"/>
<graph edgedefault="directed">
<node id="0"><data key="label">Cars should pay</data><data key="r">192</data><data key="x">-3.5</data></node>
<node id="1"><data key="label">Shops lose trade</data></node>
<node id="2"><data key="label">The air is bad</data></node>
<node id="3"><data key="label">Nobody asked</data></node>
<edge id="0" source="1" target="0"><data key="edgelabel">Con</data><data key="weight">2.0</data></edge>
<edge id="1" source="2" target="0"><data key="r">26</data><data key="g">152</data><data key="b">80</data></edge>
<edge id="2" source="3" target="0"><data key="r">215</data><data key="g">48</data><data key="b">39</data></edge>
</graph>
</graphml>
"""


def test_a_graph_of_gephi_gives_labels_of_edges_and_colours() -> None:
    found = graphml.read(GEPHI, "x")
    assert (found.map.nodes[0].text, found.map.nodes[0].note) == (
        "Cars should pay",
        "id: 0\nr: 192\nx: -3.5",
    )
    assert [(link.premises, link.relation) for link in found.map.links] == [
        (("n2",), "supports"), (("n1",), "rebuts"), (("n3",), "rebuts"),
    ]  # fmt: skip
    assert [loss.count for loss in found.losses if "colour" in loss.feature] == [2]


@pytest.mark.parametrize(
    ("colour", "relation"),
    [
        ("green", "supports"), ("#2CA02C", "supports"), ("#0f0", "supports"), ("blue", "supports"),
        ("Red", "rebuts"), ("#d62728", "rebuts"), ("#d62728ff", "rebuts"), ("rgb(214, 39, 40)", "rebuts"),
        ("black", None), ("grey", None), ("#zzz", None), ("rgb(1,2)", None),
        ("", None), ("9" * 5000, None), ("#" + "f" * 7, None),
    ],
)  # fmt: skip
def test_a_colour_that_networkx_writes_tells_where_no_word_does(colour: str, relation: str | None) -> None:
    nx = pytest.importorskip("networkx")
    graph = nx.DiGraph()
    graph.add_edge("b", "a", color=colour)
    graph.add_edge("c", "a", color=colour, stance="con")
    out = io.BytesIO()
    nx.write_graphml(graph, out)
    found = graphml.read(out.getvalue().decode(), "x")
    assert {link.premises[0]: link.relation for link in found.map.links} == {
        "b": relation or "supports", "c": "rebuts",
    }  # fmt: skip
    told = {loss.feature: loss.count for loss in found.losses}
    assert told.get("relations told by colour alone", 0) == (relation is not None)
    assert told.get("edges that name no relation", 0) == (relation is None)


def test_a_colour_that_igraph_writes_tells_where_no_word_does(tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    graph = igraph.Graph(n=3, edges=[(1, 0), (2, 0)], directed=True)
    graph.es["color"] = ["green", "red"]
    path = tmp_path / "igraph.graphml"
    graph.write_graphml(str(path))
    m = graphml.read(path.read_text(encoding="utf-8"), "x").map
    assert joined(m) == [(("n1",), "supports", "n0"), (("n2",), "rebuts", "n0")]


def test_a_line_that_is_drawn_otherwise_is_kept_in_words_and_means_nothing() -> None:
    dashed = (
        '<data key="d7"><y:PolyLineEdge><y:LineStyle color="#000000" type="dashed"/></y:PolyLineEdge></data>'
    )
    (link,) = read(nodes("a", "b") + edge("b", "a", dashed)).links
    assert (link.relation, link.note) == ("supports", "line: dashed")


def test_edges_without_a_direction_are_counted() -> None:
    nx = pytest.importorskip("networkx")
    graph = nx.Graph()
    graph.add_edge("b", "a", relation="attacks")
    out = io.BytesIO()
    nx.write_graphml(graph, out)
    found = graphml.read(out.getvalue().decode(), "x")
    assert joined(found.map) == [(("b",), "rebuts", "a")]
    assert [(loss.feature, loss.count) for loss in found.losses] == [("edges without a direction", 1)]


# --- relations ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "relation"),
    [
        ("supports", "supports"), ("Because", "supports"), (" PRO ", "supports"), ("stützt", "supports"),
        ("evidence_for", "supports"), ("parce  que", "supports"), ("支持", "supports"),
        ("attack", "rebuts"), ("Rebuts:", "rebuts"), ("(con)", "rebuts"), ("contradicts", "rebuts"),
        ("http://www.arg.dundee.ac.uk/aif#Conflict", "rebuts"), ("aber", "rebuts"), ("-", "rebuts"),
        ("ПРОТИВ", "rebuts"), ("反驳", "rebuts"), ("-1", "rebuts"),
        ("undercut", "undercuts"), ("UNLESS", "undercuts"), ("es sei denn", "undercuts"),
        ("friend", None), ("", None), ("x" * 1000, None),
    ],
)  # fmt: skip
def test_many_words_name_a_relation(word: str, relation: str | None) -> None:
    assert relation_of(word) == relation


def test_no_word_names_two_relations() -> None:
    assert {relation_of(word) for word in RELATIONS} == {"supports", "rebuts", "undercuts"}
    assert all(relation_of(word) == relation for word, relation in RELATIONS.items())


def test_relation_comes_from_attribute_label_or_flag_and_is_support_where_nothing_says_so() -> None:
    m = read(
        nodes("a", "b", "c", "d", "e")
        + edge("b", "a", '<data key="d1">Attack</data><data key="d2">always</data>')
        + edge("c", "a", '<data key="d2">but</data>')
        + edge("d", "a", '<data key="d5">true</data>')
        + edge("e", "a", '<data key="d5">false</data>')
    )
    assert joined(m) == [
        (("e",), "supports", "a"),
        (("b",), "rebuts", "a"),
        (("c",), "rebuts", "a"),
        (("d",), "rebuts", "a"),
    ]
    assert [link.note for link in m.links] == ["attack: false", "label: always", None, None]


def test_a_relation_that_is_none_is_refused_and_none_is_made_up() -> None:
    (problem,) = problems(nodes("a", "b") + edge("b", "a", '<data key="d1">suports</data>'))
    assert problem.message == (
        "the relation suports is unknown; write supports, rebuts or undercuts; did you mean supports?"
    )
    assert problem.line == KEYS.count("\n") + 3


def test_an_undercutter_of_a_statement_attacks_its_only_link_or_else_rebuts_it() -> None:
    undercut = '<data key="d2">undercuts</data>'
    m = read(nodes("a", "b", "c") + edge("b", "a") + edge("c", "b", undercut) + edge("c", "a", undercut))
    assert [(link.id, link.relation, link.target, link.note) for link in m.links] == [
        ("a.because.1", "supports", "a", None),
        ("a.because.1.unless.1", "undercuts", "a.because.1", None),
        ("a.but.1", "rebuts", "a", "relation: undercuts"),
    ]


def test_inference_nodes_become_linked_and_undercut_links() -> None:
    kind = '<data key="d3">{}</data>'
    m = read(
        nodes("a", "b", "c", "d")
        + f'<node id="i">{kind.format("inference")}<data key="d0">by analogy</data></node>'
        + f'<node id="j">{kind.format("CA")}</node>'
        + edge("b", "i") + edge("c", "i") + edge("i", "a")
        + edge("d", "j") + edge("j", "i")
    )  # fmt: skip
    assert [(link.id, link.premises, link.note) for link in m.links] == [
        ("a.because.1", ("b", "c"), "label: by analogy\ncolour: green"),
        ("a.because.1.unless.1", ("d",), "colour: green"),
    ]


def test_an_inference_that_leads_nowhere_is_refused() -> None:
    inference = '<node id="i"><data key="d3">inference</data></node>\n'
    (problem,) = problems(nodes("a") + inference + edge("a", "i"))
    assert problem.message == "an inference has premises and one target, this one has 1 and 0"


def drawn(node: str, label: str, data: str = "") -> str:
    """Return a node as yEd draws it, with the properties its author gave it."""
    look = f'<data key="d6"><y:GenericNode><y:NodeLabel>{label}</y:NodeLabel></y:GenericNode></data>'
    return f'<node id="{node}">{data}{look}</node>\n'


def test_a_description_beside_a_label_is_the_text_of_a_proposition_and_else_kept() -> None:
    described = '<data key="description">{}</data>'.format
    m = read(
        drawn("a", "The pool\n pays", described("The pool has earned its keep in each year since 2011."))
        + drawn("b", "COSTS", described("Its costs fell by half when the boiler was replaced."))
        + drawn("c", "WET", described("WET"))
        + drawn("d", "People swim", '<data key="d3">I-node</data>' + described("People of all ages swim."))
        + drawn("e", "", described("A child learnt to swim there"))
        + '<node id="g"><data key="d0">EVIDENCE</data>'
        + described("All that the council was shown")
        + '<graph edgedefault="directed"><node id="f"><data key="d0">A petition</data></node></graph></node>'
    )
    found = [(node.id, node.label, node.text) for node in m.nodes]
    assert found == [
        ("a", None, "The pool\n pays"),
        ("b", "COSTS", "Its costs fell by half when the boiler was replaced."),
        ("c", None, "WET"),
        ("d", "People swim", "People of all ages swim."),
        ("e", None, "A child learnt to swim there"),
        ("f", None, "A petition"),
    ]
    assert "description: The pool has earned its keep in each year since 2011." in (m.nodes[0].note or "")
    assert [m.nodes[at].tags for at in (0, -1)] == [(), ("EVIDENCE",)]


def test_a_box_between_statements_that_only_names_a_relation_is_that_relation() -> None:
    m = read(
        "".join(drawn(each, f"Statement {each}") for each in "abcdefgh")
        + drawn("i", "RA") + drawn("j", "Default\n Conflict") + drawn("k", "implies") + drawn("l", "attacks")
        + edge("b", "i") + edge("c", "i") + edge("i", "a")
        + edge("d", "j") + edge("j", "i")
        + edge("e", "k") + edge("k", "d")
        + edge("f", "l") + edge("l", "e")
        + drawn("m", "But") + edge("m", "a")
        + drawn("n", "RA") + edge("g", "n") + edge("n", "a") + edge("n", "b")
        + drawn("o", "CA") + edge("h", "o", '<data key="d1">attacks</data>') + edge("o", "a")
    )  # fmt: skip
    (joint,) = (link.id for link in m.links if len(link.premises) > 1)
    assert sorted(joined(m)) == sorted([
        (("b", "c"), "supports", "a"), (("d",), "undercuts", joint),
        (("e",), "supports", "d"), (("f",), "rebuts", "e"),
        (("m",), "supports", "a"),  # nothing leads into it
        (("g",), "supports", "n"), (("n",), "supports", "a"), (("n",), "supports", "b"),  # two lead out of it
        (("h",), "rebuts", "o"), (("o",), "supports", "a"),  # it is attacked itself
    ])  # fmt: skip
    assert [node.id for node in m.nodes] == [*"abcdefgh", "m", "n", "o"]


def test_boxes_that_lead_in_a_circle_are_no_relations() -> None:
    m = read(
        nodes("a", "b") + drawn("i", "CA") + drawn("j", "CA")
        + edge("a", "i") + edge("b", "j") + edge("i", "j") + edge("j", "i")
    )  # fmt: skip
    assert [node.id for node in m.nodes] == ["a", "b", "i", "j"]
    assert len(m.links) == 4


def test_what_is_drawn_in_an_inference_is_its_scheme() -> None:
    kind = '<data key="d3">{}</data>'.format
    m = read(
        nodes("a", "b", "c", "d")
        + drawn("i", "Expert\n opinion", kind("RA-node"))
        + drawn("j", "CA", kind("CA-node"))
        + drawn("k", "MA", kind("MA-node"))
        + edge("b", "i") + edge("i", "a") + edge("c", "j") + edge("j", "a") + edge("d", "k") + edge("k", "a")
    )  # fmt: skip
    assert [(link.premises, link.relation, link.scheme) for link in m.links] == [
        (("b",), "supports", "Expert opinion"),
        (("d",), "supports", "rephrase"),
        (("c",), "rebuts", None),
    ]


def test_boxes_read_as_relations_are_counted() -> None:
    boxes = drawn("i", "MA") + drawn("j", "attacks") + edge("b", "i") + edge("c", "j")
    text = KEYS + nodes("a", "b", "c") + boxes + edge("i", "a") + edge("j", "a") + "</graph></graphml>"
    found = graphml.read(text, "x")
    told = {loss.feature: (loss.count, loss.how) for loss in found.losses}
    assert told["boxes that only name a relation"] == (2, "read as the links they stand for")
    assert told["rephrases"] == (1, "as reasons with the scheme rephrase")
    assert joined(found.map) == [(("b",), "supports", "a"), (("c",), "rebuts", "a")]


# --- ids ------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.lists(st.text(st.characters(min_codepoint=33, exclude_categories=["C"]), max_size=9), unique=True))
def test_any_ids_become_ids_of_argmap_each_its_own_and_the_same_every_time(names: list[str]) -> None:
    escaped = [name.translate({34: "&#34;", 38: "&amp;", 60: "&lt;"}) for name in names if name]
    body = nodes(*escaped) + "".join(edge(name, escaped[0]) for name in escaped[1:])
    m = read(body)
    assert len(m.nodes) == len(escaped)
    assert all(re.fullmatch("[a-z][a-z0-9-]*", node.id) and len(node.id) <= ID_LONGEST for node in m.nodes)
    assert all(
        node.id == name or (node.note or "").startswith("id: ")
        for node, name in zip(m.nodes, (name for name in names if name), strict=True)
    )
    assert read(body) == m


def test_ids_that_will_do_are_kept_before_others_are_made() -> None:
    m = read(nodes("A", "a", "a-2", "Ä", "7", "claim", "中文", "__proto__", "x" * 5000))
    assert [node.id for node in m.nodes][:8] == ["a-3", "a", "a-2", "a-4", "n7", "claim-2", "node", "proto"]


@pytest.mark.parametrize(
    ("body", "message", "line"),
    [
        (nodes("a") + edge("b", "a"), "unknown id b as an end of this edge", 2),
        (nodes("sea") + edge("seas", "sea"), "unknown id seas as an end of this edge; did you mean sea?", 2),
        (nodes("a", "a"), "the id a is there twice", 2),
        ("<node/>", "this <node> lacks its id", 1),
        ("<node id='a'/>\n<edge source='a'/>", "this <edge> lacks its source or its target", 2),
        (nodes("a") + edge("a", "a"), "a cannot bear on itself in a.because", 2),
        (
            "<hyperedge/>",
            "a <hyperedge> is not read; let its premises lead into a node of kind inference",
            1,
        ),
    ],
)
def test_what_is_no_argument_is_refused_with_its_place(body: str, message: str, line: int) -> None:
    (problem,) = problems(body)
    assert problem.message == message
    assert problem.line == KEYS.count("\n") + line


def test_thousands_of_mistakes_are_all_told_and_only_the_first_get_a_hint() -> None:
    count = 3000
    body = nodes(*(f"n{index}" for index in range(count)))
    told = problems(body + "".join(edge(f"n{index}x", "n0") for index in range(count)))
    assert len(told) == count
    assert sum("did you mean" in each.message for each in told) <= 20


def test_an_attribute_without_a_name_is_kept_as_any_other() -> None:
    keys = KEYS.replace('attr.name="colour"', 'attr.name=""')
    m = graphml.read(keys + '<node id="a"><data key="d4">red</data></node></graph></graphml>', "map").map
    assert (m.nodes[0].id, m.nodes[0].text) == ("a", "a")
    assert "red" in (m.nodes[0].note or "")


def test_double_edges_and_circles_are_kept() -> None:
    m = read(nodes("a", "b") + edge("b", "a") * 2 + edge("a", "b"))
    assert [link.id for link in m.links] == ["a.because.1", "a.because.2", "b.because.1"]


def test_what_is_read_is_written_and_comes_back() -> None:
    m = read(YED + nodes("x", "y") + edge("x", "y", '<data key="d2">mais</data>'))
    assert graphml.read("".join(graphml.write(m)), "x").map == m


# --- what is said in another way is told ----------------------------------------------------------


def test_what_a_foreign_file_says_in_another_way_is_counted() -> None:
    red = '<data key="d7"><y:PolyLineEdge><y:LineStyle color="#ff0000"/></y:PolyLineEdge></data>'
    body = (
        '<node id="A!"><data key="d0">Pay</data></node>'
        + nodes("b", "c")
        + edge("b", "A!")
        + edge("c", "A!", red)
        + edge("b", "c", '<data key="d1">undercuts</data>')
    )
    losses = {
        loss.feature: (loss.fate, loss.count)
        for loss in graphml.read(KEYS + body + "</graph></graphml>", "m").losses
    }
    assert losses == {
        "ids": ("approximated", 1),
        "attributes": ("approximated", 3),
        "edges that name no relation": ("approximated", 1),
        "relations told by colour alone": ("approximated", 1),
    }


def test_an_own_file_loses_nothing() -> None:
    from argmap import load

    m = load(Path(__file__).parents[2] / "data" / "riverton.argmap.yaml")
    assert graphml.read("".join(graphml.write(m)), "m") == Reading(m)
