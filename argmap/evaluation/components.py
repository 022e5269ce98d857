"""Claims in the order in which they can be settled: each group after all that it rests on.

A group is a strongly connected component: one claim, or several that rest on or attack one
another in a ring. Linear in the map, and nothing recurses.

Source: Kahn 1962 for what lies outside rings; Tarjan 1972 and Nuutila 1994 for the components, as
networkx has them.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from argmap.evaluation.frame import Frame

OUTSIDE: Final = -(1 << 60)
"""So little that no counting brings it to 0."""


def groups(frame: Frame, claims: Sequence[int]) -> Iterator[tuple[list[int], bool]]:
    """Yield the claims in groups, each with whether it is a ring, after all they rest on.

    Args:
        frame: The frame.
        claims: The claims to put in order; links from others do not count.
    """
    uses, lands = frame.uses, frame.lands
    waiting = _indegrees(frame, claims)
    ready = [claim for claim in claims if not waiting[claim]]
    for claim in ready:
        yield [claim], False
        for reason in uses[claim]:
            onto = lands[reason]
            waiting[onto] -= 1
            if not waiting[onto]:
                ready.append(onto)
    if len(ready) < len(claims):
        settled = set(ready)
        yield from _components(frame, [claim for claim in claims if claim not in settled])


def _indegrees(frame: Frame, claims: Sequence[int]) -> list[int]:
    """Return how often each claim is borne on from among these; far below 0 for all others."""
    uses, lands = frame.uses, frame.lands
    if len(claims) == len(uses):  # all: reasons one after the other lie closer together in memory
        waiting = [0] * len(uses)
        for premises, onto in zip(frame.premises, lands, strict=True):
            waiting[onto] += len(premises)
        return waiting
    waiting = [OUTSIDE] * len(uses)
    for claim in claims:
        waiting[claim] = 0
    for claim in claims:
        for reason in uses[claim]:
            waiting[lands[reason]] += 1
    return waiting


def _components(frame: Frame, claims: Collection[int]) -> Iterator[tuple[list[int], bool]]:
    """Yield the components of what Kahn's order left over, sources first."""
    import networkx as nx  # noqa: PLC0415 - most maps have no rings

    left: nx.DiGraph[int] = nx.DiGraph()
    left.add_nodes_from(claims)
    onto = ((claim, frame.lands[reason]) for claim in claims for reason in frame.uses[claim])
    left.add_edges_from((claim, target) for claim, target in onto if target in left)
    found = list(nx.strongly_connected_components(left))
    for group in reversed(found):  # a walk along the arrows finds the sinks first
        yield sorted(group), len(group) > 1 or any(left.has_edge(claim, claim) for claim in group)
