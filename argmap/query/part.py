"""A part of a map as a map of its own: what a statement rests on, some steps deep, or some kinds only."""

from collections.abc import Collection

from argmap.model import ArgumentMap, Kind, Link


def part(
    m: ArgumentMap, start: str | None = None, depth: int | None = None, kinds: Collection[Kind] = ()
) -> ArgumentMap:
    """Return a part of a map: statements that belong to it, and the links whose ends all do.

    A link comes whole or not at all, since linked premises only work together. An undercutter
    stands one step deeper than the premises of what it undercuts, as in a trace.

    Args:
        m: The map.
        start: Id of the statement from which to go down; it is the thesis of the part. All
            statements where none is given.
        depth: How many steps to go, from 1; all of them where it is missing.
        kinds: The kinds of statements to take; all, when empty. The start is taken in any case.
    """
    wanted = {node.id for node in m.nodes if not kinds or node.kind in kinds or node.id == start}
    inside = wanted if start is None else _beneath(m, start, depth, wanted)
    links: list[Link] = []
    standing = set(inside)
    for link in m.links:  # an undercutter stands after what it attacks
        if link.target in standing and inside.issuperset(link.premises):
            links.append(link)
            standing.add(link.id)
    at_root = start is None or start == m.thesis
    thesis = (m.thesis if m.thesis in inside else None) if start is None else start
    return ArgumentMap(
        title=m.title if at_root or start is None else m.by_id[start].title,
        source=m.source,
        thesis=thesis,
        nodes=tuple(node for node in m.nodes if node.id in inside),
        links=tuple(links),
    )


def _beneath(m: ArgumentMap, start: str, depth: int | None, wanted: set[str]) -> set[str]:
    """Return the ids of a statement and of what bears on it within so many steps, through wanted ones."""
    reached = {start}
    here = [start]  # what is borne on at this step: statements, and links that may be undercut
    while here and (depth is None or depth > 0):
        depth = None if depth is None else depth - 1
        ahead: list[str] = []
        for link in (link for target in here for link in m.links_onto.get(target, ())):
            if wanted.issuperset(link.premises):
                ahead += [link.id, *(name for name in link.premises if name not in reached)]
                reached.update(link.premises)
        here = ahead
    return reached
