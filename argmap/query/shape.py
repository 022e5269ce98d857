"""The shape of a map: its circles, its depth, and what it comes to in numbers."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from argmap.graph import Graph, map_of
from argmap.model import KINDS, ArgumentMap, Kind, Node, Relation
from argmap.query.circles import rings_in_order
from argmap.query.selection import holders
from argmap.query.standing import objections, reasons, roots


@dataclass(frozen=True, slots=True)
class Statistics:
    """A map in numbers; each is a count, unless it says otherwise.

    Attributes:
        nodes: Statements, by kind.
        links: Links, by relation.
        linked: Links whose premises only work together.
        holders: For each who gains or pays: gains and costs.
        roots: Statements that bear on nothing further.
        lonely: Statements without any link.
        depth: Links on the longest way up to a root; circles count as one place.
        circles: Groups of statements that rest on or attack one another in a ring.
        objections: Rebuttals and undercutters; an answer to one is not counted.
        answered: Those of them that something answers.
        unsupported: Claims, gains and costs with no reason under them.
        placed: Statements with a place in the source.
        implicit: Statements that the source leaves unsaid.
    """

    nodes: Mapping[Kind, int]
    links: Mapping[Relation, int]
    linked: int
    holders: Mapping[str, tuple[int, int]]
    roots: int
    lonely: int
    depth: int
    circles: int
    objections: int
    answered: int
    unsupported: int
    placed: int
    implicit: int


def circles(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return the groups of statements that bear on one another in a ring, in the map's order.

    Rings of attack are among them: two claims that rebut each other are one, and nothing is wrong.
    """
    m = map_of(graph)
    return rings_in_order(m, nx.strongly_connected_components(graph))


def depth(graph: Graph) -> int:
    """Return how many links the longest way through the map has; a circle counts as one place."""
    places = nx.condensation(nx.DiGraph(graph))
    steps = {
        place: any(graph.nodes[name]["kind"] == "inference" for name in places.nodes[place]["members"])
        for place in places
    }
    longest: dict[int, int] = {}
    for place in nx.topological_sort(places):
        before = (longest[each] for each in places.predecessors(place))
        is_step = steps[place] and len(places.nodes[place]["members"]) == 1
        longest[place] = max(before, default=-1) + (0 if is_step else 1)
    return max(longest.values(), default=0)


def statistics(graph: Graph) -> Statistics:
    """Return a map in numbers."""
    m = map_of(graph)
    attacks = [each for each in objections(m) if not each.is_answer]
    touched = {name for link in m.links for name in (*link.premises, link.target)}
    return Statistics(
        nodes={kind: count for kind in KINDS if (count := _kinds(m)[kind])},
        links=dict(Counter(link.relation for link in m.links)),
        linked=sum(link.linked for link in m.links),
        holders={name: _stakes(m)[name] for name in holders(m)},
        roots=len(roots(m)),
        lonely=sum(node.id not in touched for node in m.nodes),
        depth=depth(graph),
        circles=len(circles(graph)),
        objections=len(attacks),
        answered=sum(each.answered for each in attacks),
        unsupported=len(unsupported(m)),
        placed=sum(node.anchor is not None for node in m.nodes),
        implicit=sum(node.implicit for node in m.nodes),
    )


def unsupported(m: ArgumentMap) -> tuple[Node, ...]:
    """Return the claims, gains and costs that have no reason under them."""
    stated = (node for node in m.nodes if node.kind in {"claim", "gain", "cost"})
    return tuple(node for node in stated if not reasons(m, node.id))


def _kinds(m: ArgumentMap) -> Counter[Kind]:
    return Counter(node.kind for node in m.nodes)


def _stakes(m: ArgumentMap) -> dict[str, tuple[int, int]]:
    gains: Counter[str] = Counter()
    costs: Counter[str] = Counter()
    for node in m.nodes:
        tally = gains if node.kind == "gain" else costs
        tally.update(getattr(node, "holder", ()))
    return {name: (gains[name], costs[name]) for name in holders(m)}
