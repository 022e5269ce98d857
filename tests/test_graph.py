"""The graph: what becomes an edge, what a box, and the typed readers."""

from typing import Any

import networkx as nx
import pytest

from argmap import builtin, load
from argmap.graph import Graph, build_graph, map_of, node_of
from argmap.model import ArgumentMap
from tests.drawing import drawn


def edges(graph: Graph) -> list[tuple[str, str, Any]]:
    return [(start, end, data["relation"]) for start, end, data in graph.edges(data=True)]


def test_a_link_with_one_premise_is_an_edge_from_the_reason_to_what_it_bears_on() -> None:
    graph = build_graph(drawn("a because b", "a but c"))
    assert edges(graph) == [("b", "a", "supports"), ("c", "a", "rebuts")]


def test_linked_premises_lead_into_a_box_named_like_the_link() -> None:
    graph = build_graph(drawn("a because b + c"))
    assert edges(graph) == [
        ("b", "a.because.1", "premise"),
        ("c", "a.because.1", "premise"),
        ("a.because.1", "a", "supports"),
    ]
    assert graph.nodes["a.because.1"]["kind"] == "inference"
    assert graph.nodes["a.because.1"]["link"].premises == ("b", "c")


def test_a_link_that_is_undercut_becomes_a_box_and_the_undercutter_leads_into_it() -> None:
    graph = build_graph(drawn("a because b", "a.because.1 unless c"))
    assert set(edges(graph)) == {
        ("b", "a.because.1", "premise"),
        ("a.because.1", "a", "supports"),
        ("c", "a.because.1", "undercuts"),
    }


def test_an_undercutter_that_is_undercut_becomes_a_box_itself() -> None:
    graph = build_graph(drawn("a because b", "a.because.1 unless c", "a.because.1.unless.1 unless d"))
    assert ("a.because.1.unless.1", "a.because.1", "undercuts") in edges(graph)
    assert ("d", "a.because.1.unless.1", "undercuts") in edges(graph)
    assert ("c", "a.because.1.unless.1", "premise") in edges(graph)


def test_two_links_between_the_same_statements_are_two_edges() -> None:
    graph = build_graph(drawn("a because b", "a because b", "a but b"))
    assert graph.number_of_edges("b", "a") == 3


def test_the_graph_keeps_the_order_of_the_map() -> None:
    m = drawn("c because a + b", "a because d", "b")
    graph = build_graph(m)
    assert list(graph) == ["c", "a", "b", "d", "c.because.1"]
    assert [data["link"].id for _, _, data in build_graph(m).edges(data=True)] == [
        data["link"].id for _, _, data in graph.edges(data=True)
    ]


def test_nodes_carry_their_kind_and_their_statement_and_the_graph_its_map() -> None:
    m = drawn("a because b", b={"kind": "gain", "holder": "us"})
    graph = build_graph(m)
    assert graph.nodes["b"]["kind"] == "gain"
    assert node_of(graph, "b") is m.by_id["b"]
    assert map_of(graph) is m


def test_an_unknown_statement_is_a_key_error_as_in_networkx() -> None:
    with pytest.raises(KeyError):
        node_of(build_graph(drawn("a")), "b")


def test_a_map_without_statements_is_a_graph_without_nodes() -> None:
    assert len(build_graph(ArgumentMap())) == 0


@pytest.mark.parametrize("name", ["riverton", "china-russia"])
def test_the_graph_of_a_shipped_map_has_every_statement_and_every_inference(name: str) -> None:
    path = builtin(name)
    assert path is not None
    m = load(path)
    graph = build_graph(m)
    boxes = list(m.inferences)
    assert list(graph) == [*(node.id for node in m.nodes), *boxes]
    premises = sum(len(link.premises) for link in m.links)
    assert graph.number_of_edges() == premises + len(boxes)
    assert nx.is_weakly_connected(graph), "a shipped map has a statement that is tied to nothing"
