"""The map as a networkx graph, built in one place; and the typed readers, where Any ends.

Arrows run from a reason to what it bears on. A link with one premise and no undercutter is an
edge; a link with several premises, or with an undercutter, is a small node of kind `inference`,
named like the link: premises → inference → target, undercutter → inference. Questions to the
graph live next door, in the query rooms.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from argmap.model import ArgumentMap, Node

if TYPE_CHECKING:
    import networkx as nx

Graph: TypeAlias = "nx.MultiDiGraph[str]"


def build_graph(m: ArgumentMap) -> Graph:
    """Return the map's graph, in the map's order.

    Nodes carry `kind` and `node` (the statement; for an inference, `link`), edges `relation`
    (supports, rebuts, undercuts, or premise, which leads into an inference) and `link`.
    The graph itself carries `map`.

    Source: the reification is that of the Argument Interchange Format's RA and CA nodes.
    """
    import networkx as nx  # noqa: PLC0415 - slower to import than most answers, and few build a graph

    graph: Graph = nx.MultiDiGraph(map=m)
    graph.add_nodes_from((node.id, {"kind": node.kind, "node": node}) for node in m.nodes)
    graph.add_nodes_from((name, {"kind": "inference", "link": link}) for name, link in m.inferences.items())
    graph.add_edges_from(_edges(m))
    return graph


def _edges(m: ArgumentMap) -> Iterator[tuple[str, str, dict[str, Any]]]:
    boxed = m.inferences
    for link in m.links:
        if link.id in boxed:
            for premise in link.premises:
                yield premise, link.id, {"relation": "premise", "link": link}
            yield link.id, link.target, {"relation": link.relation, "link": link}
        else:
            yield link.premises[0], link.target, {"relation": link.relation, "link": link}


def map_of(graph: Graph) -> ArgumentMap:
    """Return the map the graph was built from."""
    m: ArgumentMap = graph.graph["map"]
    return m


def node_of(graph: Graph, node_id: str) -> Node:
    """Return the statement of that id."""
    node: Node = graph.nodes[node_id]["node"]
    return node
