"""Circles of support: statements that are reasons for one another. Apart, since most maps have none.

Attacks are left out, so that each circle begs its question: whoever doubts one of its statements is
given that statement as a reason. Rings of attack, with which nothing need be wrong, are among what
`shape.circles` counts.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from argmap.model import ArgumentMap


def circles_of_support(m: ArgumentMap) -> tuple[tuple[str, ...], ...]:
    """Return the groups of statements that are reasons for one another in a ring, in the map's order."""
    steps = _in_rings(
        [(name, link.target) for link in m.links if link.relation == "supports" for name in link.premises]
    )
    if not steps:
        return ()
    from networkx import DiGraph, strongly_connected_components  # noqa: PLC0415 - most maps need none

    return rings_in_order(m, strongly_connected_components(DiGraph(steps)))


def rings_in_order(m: ArgumentMap, components: Iterable[Collection[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the components that hold several statements of a map, all in the map's order."""
    order = {node.id: index for index, node in enumerate(m.nodes)}
    rings = (
        tuple(sorted((name for name in ring if name in order), key=order.__getitem__))
        for ring in components
        if len(ring) > 1
    )
    return tuple(sorted(rings, key=lambda ring: order[ring[0]]))


def _in_rings(steps: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the steps that may lie in a ring: those without a reason are left out, again and again."""
    onwards: defaultdict[str, list[str]] = defaultdict(list)
    under: defaultdict[str, int] = defaultdict(int)
    for premise, target in steps:
        onwards[premise].append(target)
        under[target] += 1
    bare = [name for name in onwards if name not in under]
    for name in bare:
        for target in onwards[name]:
            under[target] -= 1
            if not under[target]:
                bare.append(target)
    out = set(bare)
    return [step for step in steps if out.isdisjoint(step)]
