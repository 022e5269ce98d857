"""Tracing: what a statement rests on, and what it bears on.

Both ways are read off the map's links, one step each: what needs no search needs no networkx, which
takes longer to import than a trace takes. Ways between two statements are searched for next door.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.graph import Graph, map_of
from argmap.model import ArgumentMap, Relation
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
    return traces(map_of(graph), [node_id], up=up, down=down, depth=depth, only=only)[0]


def traces(
    m: ArgumentMap,
    node_ids: Iterable[str],
    *,
    up: bool = True,
    down: bool = True,
    depth: int = DEPTH,
    only: Only | None = None,
) -> list[Trace]:
    """Trace several statements of a map; the arguments are those of `trace`."""
    follow = FOLLOWED[only]
    attacks = [each for each in objections(m) if not each.is_answer]
    found = []
    for node_id in node_ids:
        below = downwards(m, node_id, depth, follow) if down else None
        above = _upwards(m, node_id, depth, follow) if up else None
        under = support(m, node_id)
        unanswered = tuple(each for each in attacks if each.target in under and not each.answered)
        found.append(Trace(node_id, below, above, unanswered, weakest(m, node_id, under, unanswered)))
    return found


def _upwards(m: ArgumentMap, start: str, depth: int, follow: Sequence[Relation]) -> tuple[Step, ...]:
    def further(node_id: str, above: int) -> Iterator[Step]:
        for link in m.links_from.get(node_id, ()):
            if link.relation in follow:
                beside = tuple(premise for premise in link.premises if premise != node_id)
                yield Step(above, link.relation, m.ends[link.id], link, beside)

    walk = Walk(depth, further)
    steps = walk.steps_from(start)
    walk.count_hidden()
    return tuple(steps)
