"""Tracing: what a statement rests on, and what it bears on, through the graph."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.graph import Graph, map_of
from argmap.model import Link, Relation
from argmap.query.beneath import (
    FOLLOWED,
    Only,
    Step,
    Walk,
    downwards,
    support,
    weakest,
)
from argmap.query.bounds import DEPTH
from argmap.query.standing import Objection, objections


class Trace(NamedTuple):
    """What a statement rests on and bears on.

    Attributes:
        node: Id of the statement.
        rests_on: Steps to what stands under it, in reading order; None when not asked for.
        bears_on: Steps to what it is a reason for or against; None when not asked for.
        open_objections: Attacks on it or on what it rests on that nothing answers.
        weakest: Id of the weakest statement it rests on; None when it rests on nothing.
    """

    node: str
    rests_on: tuple[Step, ...] | None
    bears_on: tuple[Step, ...] | None
    open_objections: tuple[Objection, ...]
    weakest: str | None


def trace(
    graph: Graph,
    node_id: str,
    *,
    up: bool = True,
    down: bool = True,
    depth: int = DEPTH,
    only: Only | None = None,
) -> Trace:
    """Trace a statement through its graph.

    Args:
        graph: The map's graph.
        node_id: Id of the statement.
        up: Whether to ask what it bears on.
        down: Whether to ask what it rests on.
        depth: How many steps to go, from 1 to 200.
        only: Follow reasons only, or attacks only.
    """
    m = map_of(graph)
    below = downwards(m, node_id, depth, FOLLOWED[only]) if down else None
    above = _upwards(graph, node_id, depth, FOLLOWED[only]) if up else None
    under = support(m, node_id)
    attacks = (each for each in objections(m) if each.target in under and not each.is_answer)
    unanswered = tuple(each for each in attacks if not each.answered)
    return Trace(node_id, below, above, unanswered, weakest(m, node_id, under, unanswered))


def _upwards(graph: Graph, start: str, depth: int, follow: Sequence[Relation]) -> tuple[Step, ...]:
    ends = map_of(graph).ends
    walk = Walk(depth, lambda node_id, above: _from(graph, ends, node_id, above, follow))
    steps = walk.steps_from(start)
    walk.count_hidden()
    return tuple(steps)


def _from(
    graph: Graph, ends: Mapping[str, str], node_id: str, depth: int, follow: Sequence[Relation]
) -> Iterator[Step]:
    for _, _, data in graph.out_edges(node_id, data=True):
        link: Link = data["link"]
        if link.relation in follow:
            beside = tuple(premise for premise in link.premises if premise != node_id)
            yield Step(depth, link.relation, ends[link.id], link, beside)
