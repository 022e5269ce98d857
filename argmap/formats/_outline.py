"""The map as an outline: what bears on a statement stands under it, each statement unfolded once."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from argmap.model import WORDS, ArgumentMap, Node, stake_of

DEEPEST: Final = 40
"""Levels after which a line is no further indented: no page shows more."""


class Line(NamedTuple):
    """One line of an outline.

    Attributes:
        depth: From 0.
        word: What leads to the line above: because, but, unless; `and` before a premise that works
            together with the one before it.
        node: The statement.
        again: Whether it was unfolded before.
    """

    depth: int
    word: str
    node: Node
    again: bool


def lines(m: ArgumentMap) -> Iterator[Line]:
    """Yield the lines: the thesis first, then what bears on nothing, then what is left (circles)."""
    roots = [m.thesis] if m.thesis is not None else []
    roots += [node.id for node in m.nodes if node.id not in m.bearing]
    seen: set[str] = set()
    for root in (*roots, *(node.id for node in m.nodes)):
        pending = [] if root in seen else [(0, "", root)]
        while pending:
            depth, word, node_id = pending.pop()
            again = node_id in seen
            yield Line(depth, word, m.by_id[node_id], again)
            if not again:
                seen.add(node_id)
                children = [(depth + 1, *child) for child in _children(m, node_id)]
                pending += reversed(children)


def _children(m: ArgumentMap, target: str) -> Iterator[tuple[str, str]]:
    """Yield the premises of what bears on a node or a link, each with its word."""
    for link in m.links_onto.get(target, ()):
        word = WORDS[link.relation]
        for place, premise in enumerate(link.premises):
            yield ("and" if place else word), premise
        yield from _children(m, link.id)  # undercutters of undercutters go 20 deep at most


def aside(node: Node) -> str:
    """Return what is said beside a statement's text: its kind, its holders, how much, how sure."""
    stake = stake_of(node)
    parts: list[str] = [] if node.kind == "claim" else [node.kind]
    if stake is not None:
        parts[0] += f" of {', '.join(stake.holder)}" if stake.holder else ""
        amount = "" if stake.amount is None else f"{stake.amount:f} "
        parts += [said for said in (f"{amount}{stake.unit or ''}".strip(),) if said]
        parts += [stake.status] if stake.status != "actual" else []
    parts += [f"says {node.by}"] if node.by else []
    parts += [f"sure {node.sure * 100:.3g}%"] if node.sure is not None else []
    return " · ".join(parts)
