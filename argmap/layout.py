"""Where the boxes of a map stand: layers from the thesis outwards, in time linear in the map.

Used by the formats that carry positions. Sizes, colours and routes of lines are theirs.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.model import ArgumentMap

COLUMN: Final = 360
"""Points from a statement to one that bears on it; an inference box stands half-way."""
ROW: Final = 96
"""Points from the middle of one box to the next below it."""

_STATEMENT: Final = 2
_INFERENCE: Final = 1


def layered(m: ArgumentMap, *, column: int = COLUMN, row: int = ROW) -> dict[str, tuple[int, int]]:
    """Return the middle of each box, by the id of its node or, for an inference, of its link.

    The thesis side is on the left: a box's layer is its longest way there, links that close a
    circle left aside. Within a layer, boxes stand in the order of an outline, near what they bear
    on. No two boxes share a place. Equal maps get equal places.

    Args:
        m: The map.
        column: Points from a statement to one that bears on it directly.
        row: Points from the middle of one box to the next in its layer.

    Returns:
        Whole points (1/72 inch): x grows to the right from 0, y grows downwards from 0.
    """
    ids = [node.id for node in m.nodes]
    statements = len(ids)
    ids += m.inferences
    onto = _bearing(m, ids, statements)
    steps = _outline(onto, _roots(m, ids, onto))
    layers = _layers(onto, steps, statements)
    rows = _rows(onto, steps, layers)
    across = [layer * column // 2 for layer in range(max(layers, default=0) + 1)]
    return {
        name: (across[layer], int(place * row)) for name, layer, place in zip(ids, layers, rows, strict=True)
    }


def _bearing(m: ArgumentMap, ids: Sequence[str], statements: int) -> list[list[int]]:
    """Return for each box, by position, the boxes that bear on it."""
    at = {name: index for index, name in enumerate(ids)}
    onto: list[list[int]] = [[] for _ in ids]
    boxed = len(ids) > statements
    for link in m.links:
        target = at[link.target]
        box = at.get(link.id) if boxed else None
        if box is None:
            onto[target].append(at[link.premises[0]])
        else:
            onto[target].append(box)
            onto[box] += [at[premise] for premise in link.premises]
    return onto


def _roots(m: ArgumentMap, ids: Sequence[str], onto: Sequence[Sequence[int]]) -> Iterator[int]:
    """Yield where to begin: the thesis, then what bears on nothing, then all (circles)."""
    if m.thesis is not None:
        yield ids.index(m.thesis)
    bears = bytearray(len(ids))
    for sources in onto:
        for source in sources:
            bears[source] = 1
    yield from (index for index, busy in enumerate(bears) if not busy)
    yield from range(len(ids))


def _outline(onto: Sequence[Sequence[int]], roots: Iterator[int]) -> list[int]:
    """Walk the boxes depth first; return `index` where one is entered, `~index` where it is left."""
    steps: list[int] = []
    seen = bytearray(len(onto))
    for root in roots:
        if seen[root]:
            continue
        stack = [root]
        while stack:
            here = stack.pop()
            if here < 0:
                steps.append(here)
            elif not seen[here]:
                seen[here] = 1
                steps.append(here)
                stack.append(~here)
                if onto[here]:
                    stack += reversed(onto[here])
    return steps


def _layers(onto: Sequence[Sequence[int]], steps: Sequence[int], statements: int) -> list[int]:
    """Return each box's longest way to the thesis side: statements on even layers, boxes on odd.

    The order in which a depth-first walk leaves the boxes, turned round, is topological but for
    the links that close a circle; those are the ones that lead to an earlier box.
    """
    order = [~step for step in reversed(steps) if step < 0]
    rank = [0] * len(onto)
    for position, here in enumerate(order):
        rank[here] = position
    layers = [0 if index < statements else 1 for index in range(len(onto))]
    for here in order:
        mine = rank[here]
        layer = layers[here]
        same = here < statements
        for source in onto[here]:
            if rank[source] > mine:
                least = layer + (_STATEMENT if (source < statements) is same else _INFERENCE)
                layers[source] = max(layers[source], least)
    return layers


def _rows(onto: Sequence[Sequence[int]], steps: Sequence[int], layers: Sequence[int]) -> list[float]:
    """Return each box's row: the middle of what bears on it, and below its layer's last box."""
    rows = [0.0] * len(onto)
    free = [0.0] * (max(layers, default=0) + 1)  # the first free row of each layer
    above: list[list[float]] = [[0.0]]  # for each open box: its first free row, then its sources'
    for step in steps:
        if step >= 0:
            above.append([max(above[-1][0], free[layers[step]])])
            continue
        here = ~step
        floor, *sources = above.pop()
        row = (sources[0] + sources[-1]) / 2 if sources else floor
        layer = layers[here]
        row = max(row, free[layer])
        rows[here] = row
        free[layer] = row + 1
        above[-1].append(row)
    return rows
