"""Chains: the ways from one statement to another, shortest first as far as they are counted.

The number of ways grows without bound, so both their number and the steps of the search have a
limit, and a search that met one says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import networkx as nx

from argmap.graph import Graph
from argmap.model import Relation

MOST: Final = 20
STEPS: Final = 200_000


@dataclass(frozen=True, slots=True)
class Chain:
    """One way from a statement to another.

    Attributes:
        nodes: Ids of the statements passed, both ends included.
        relations: What each step does; one fewer than the statements.
    """

    nodes: tuple[str, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Chains:
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
    found: list[Chain] = []
    complete = True
    for chain in search.ways(start):
        if len(found) == most:
            complete = False
            break
        found.append(chain)
    ordered = tuple(sorted(found, key=lambda chain: len(chain.nodes)))
    return Chains(start, end, ordered, complete and not search.exhausted)


class _Search:
    """A walk in depth, with a budget."""

    def __init__(self, graph: Graph, useful: set[str], end: str) -> None:
        self._graph = graph
        self._useful = useful
        self._end = end
        self._left = STEPS
        self.exhausted = False

    def ways(self, start: str) -> Iterator[Chain]:
        if start == self._end:
            return
        path = {start: None}
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
            if step == self._end:
                yield self._chain((*path, step))
            elif step not in path:
                path[step] = None
                branches.append(self._next(step))

    def _next(self, node_id: str) -> Iterator[str]:
        return iter([name for name in self._graph.successors(node_id) if name in self._useful])

    def _chain(self, path: tuple[str, ...]) -> Chain:
        nodes = [path[0]]
        relations: list[Relation] = []
        walked: list[Relation] = []
        for before, here in pairwise(path):
            walked.append(next(iter(self._graph[before][here].values()))["relation"])
            if self._graph.nodes[here]["kind"] != "inference":
                nodes.append(here)
                relations.append("undercuts" if "undercuts" in walked else walked[-1])
                walked = []
        return Chain(tuple(nodes), tuple(relations))
