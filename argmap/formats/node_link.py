"""The graph as networkx' node-link JSON, which D3 and many scripts read too.

Written, as networkx 3.4 and later write it, with the links under `edges`. Its nodes and edges are
those of `build_graph`: premises that only work together, and undercut steps, meet in an inference.

Source: networkx, https://networkx.org/documentation/stable/reference/readwrite/json_graph.html.
"""

from collections.abc import Iterator

from argmap import wire
from argmap.jsontext import dumped
from argmap.model import ArgumentMap, Link
from argmap.wire import Data


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the graph, node by node and edge by edge."""
    boxes = m.inferences
    head = {name: value for name, value in wire.head(m).items() if name not in {"argmap", "beside"}}
    yield f'{{"directed": true, "multigraph": true, "graph": {dumped(head)},\n"nodes": ['
    mark = "\n"
    for node in m.nodes:
        yield mark + dumped({"id": node.id, **wire.node_fields(node)})
        mark = ",\n"
    for link in m.links:
        if link.id in boxes:
            yield mark + dumped({"id": link.id, "kind": "inference", **wire.step_fields(link)})
    yield '\n],\n"edges": ['
    mark = "\n"
    for link in m.links:
        for edge in _edges(link, boxed=link.id in boxes):
            yield mark + dumped(edge)
            mark = ",\n"
    yield "\n]}\n"


def _edges(link: Link, *, boxed: bool) -> Iterator[Data]:
    if not boxed:
        ends = {"source": link.premises[0], "target": link.target, "key": link.id}
        yield {**ends, "relation": link.relation, **wire.step_fields(link)}
        return
    for premise in link.premises:
        yield {"source": premise, "target": link.id, "key": link.id, "relation": "premise"}
    yield {"source": link.id, "target": link.target, "key": link.id, "relation": link.relation}
