"""Chains: the ways from one statement to another, shortest first as far as they are counted.

The number of ways grows without bound, so both their number and the steps of the search have a
limit, and a search that met one says so.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import networkx as nx

from argmap.graph import Graph
from argmap.model import Link, Relation

MOST: Final = 20
STEPS: Final = 200_000


class Chain(NamedTuple):
    """One way from a statement to another.

    Attributes:
        nodes: Ids of the statements passed, both ends included.
        links: The link that each step walks, the first where several do the same.
    """

    nodes: tuple[str, ...]
    links: tuple[Link, ...]

    @property
    def relations(self) -> tuple[Relation, ...]:
        """What each step does; one fewer than the statements."""
        return tuple(link.relation for link in self.links)


class Chains(NamedTuple):
    """The ways from one statement to another.

    Attributes:
        start: Id of the statement they begin at.
        end: Id of the statement they lead to.
        chains: The ways found, the shortest first.
        complete: Whether these are all.
    """

    start: str
    end: str
    chains: tuple[Chain, ...]
    complete: bool


def chains(graph: Graph, start: str, end: str, most: int = MOST) -> Chains:
    """Return the ways along the arrows from one statement to another, at most `most`.

    Only statements that lie on some way are entered, so that in a map without circles the search
    wastes no step; with circles it stops after a fixed number of steps.
    """
    behind: set[str] = nx.ancestors(graph, end)
    ahead: set[str] = nx.descendants(graph, start)
    search = _Search(graph, behind & ahead | {start, end}, end)
    # two links that join the same statements in the same way make one way
    found: dict[tuple[object, ...], Chain] = {}
    complete = True
    for chain in search.ways(start):
        way = (chain.nodes, chain.relations)
        if len(found) == most and way not in found:
            complete = False
            break
        found.setdefault(way, chain)
    ordered = tuple(sorted(found.values(), key=lambda chain: len(chain.nodes)))
    return Chains(start, end, ordered, complete and not search.exhausted)


class _Search:
    """A walk in depth, with a budget."""

    def __init__(self, graph: Graph, useful: set[str], end: str) -> None:
        self._graph = graph
        self._useful = useful
        self._end = end
        self._steps: dict[str, list[tuple[str, Link]]] = {}
        self._left = STEPS
        self.exhausted = False

    def ways(self, start: str) -> Iterator[Chain]:
        if start == self._end:
            return
        path: dict[str, Link | None] = {start: None}
        branches = [self._next(start)]
        while branches:
            step = next(branches[-1], None)
            if step is None:
                branches.pop()
                path.popitem()
                continue
            self._left -= 1
            if self._left < 0:
                self.exhausted = True
                return
            name, link = step
            if name == self._end:
                yield self._chain({**path, name: link})
            elif name not in path:
                path[name] = link
                branches.append(self._next(name))

    def _next(self, node_id: str) -> Iterator[tuple[str, Link]]:
        if node_id not in self._steps:  # entered again and again, and most of its edges may be useless
            edges = self._graph.out_edges(node_id, data=True)
            self._steps[node_id] = [(name, data["link"]) for _, name, data in edges if name in self._useful]
        return iter(self._steps[node_id])

    def _chain(self, path: dict[str, Link | None]) -> Chain:
        nodes: list[str] = []
        links: list[Link] = []
        walked: Link | None = None
        for name, link in path.items():
            walked = walked or link  # into a box and out of it is one step, by the first link
            if self._graph.nodes[name]["kind"] != "inference":
                nodes.append(name)
                links += [walked] if walked else []
                walked = None
        return Chain(tuple(nodes), tuple(links))
