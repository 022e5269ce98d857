"""Claims in the order in which they can be settled: each group after all that it rests on.

A group is a strongly connected component: one claim, or several that rest on or attack one
another in a ring. Linear in the map, and nothing recurses.

Source: Kahn 1962 for what lies outside rings; Tarjan 1972 and Nuutila 1994 for the components, as
networkx has them.
"""

from collections.abc import Collection, Iterator, Sequence

from argmap.evaluation.frame import Frame


def groups(frame: Frame, claims: Sequence[int]) -> Iterator[tuple[list[int], bool]]:
    """Yield the claims in groups, each with whether it is a ring, after all they rest on.

    Args:
        frame: The frame.
        claims: The claims to put in order; links from others do not count.
    """
    waiting = _indegrees(frame, claims)
    ready = [claim for claim in claims if not waiting[claim]]
    uses, lands = frame.uses, frame.lands
    for claim in ready:
        yield [claim], False
        del waiting[claim]
        for reason in uses[claim]:
            onto = lands[reason]
            if onto in waiting:
                waiting[onto] -= 1
                if not waiting[onto]:
                    ready.append(onto)
    if waiting:
        yield from _components(frame, waiting)


def _indegrees(frame: Frame, claims: Sequence[int]) -> dict[int, int]:
    waiting = dict.fromkeys(claims, 0)
    for claim in claims:
        for reason in frame.uses[claim]:
            if frame.lands[reason] in waiting:
                waiting[frame.lands[reason]] += 1
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
