"""A map as one side of a comparison: its nodes and links by position, and what stands beside what."""

from collections import defaultdict
from collections.abc import Hashable
from functools import cached_property
from typing import Final, NamedTuple

from argmap.model import ArgumentMap, Node

TOGETHER_MOST: Final = 4
"""Premises of a link that count as one another's neighbours; of more, none does."""


class Joint(NamedTuple):
    """What a node is to a neighbour: which end of a link it stands at, and of what relation."""

    role: str
    relation: str


class Side:
    """A map, made ready to be compared."""

    def __init__(self, m: ArgumentMap) -> None:
        """Keep the map; the rest is found when it is asked for."""
        self.map = m
        self.nodes = m.nodes
        self.links = m.links
        self.at = {node.id: index for index, node in enumerate(m.nodes)}

    @cached_property
    def link_at(self) -> dict[str, int]:
        """The position of each link."""
        return {link.id: index for index, link in enumerate(self.links)}

    @cached_property
    def lands(self) -> list[int]:
        """The node at which each link arrives in the end, through all that it undercuts."""
        lands: list[int] = []
        for link in self.links:  # undercutters stand after what they attack
            attacked = link.relation == "undercuts"
            lands.append(lands[self.link_at[link.target]] if attacked else self.at[link.target])
        return lands

    @cached_property
    def neighbours(self) -> list[dict[Joint, list[int]]]:
        """The neighbours of each node, by what they are to it."""
        found: list[defaultdict[Joint, list[int]]] = [defaultdict(list) for _ in self.nodes]
        for link, target in zip(self.links, self.lands, strict=True):
            premises = [self.at[name] for name in link.premises]
            for premise in premises:
                found[target][Joint("from", link.relation)].append(premise)
                found[premise][Joint("to", link.relation)].append(target)
                if len(premises) <= TOGETHER_MOST:
                    others = [other for other in premises if other != premise]
                    if others:
                        found[premise][Joint("with", link.relation)] += others
        return [dict(each) for each in found]


class Found(NamedTuple):
    """How a pair was found.

    Attributes:
        by: `id`, `place`, `text` or `links`: what told most.
        sure: How sure it is, from 0 to 1.
    """

    by: str
    sure: float


class Pairs:
    """The pairs found so far, one to one, by their positions."""

    def __init__(self, old: Side, new: Side) -> None:
        """Begin with none."""
        self.of_old: dict[int, int] = {}
        self.of_new: dict[int, int] = {}
        self.found: dict[int, Found] = {}
        """How, by the position in the old map."""
        self._old = old
        self._new = new

    def pair(self, old: int, new: int, found: Found) -> None:
        """Pair two nodes that have no partner yet."""
        self.of_old[old] = new
        self.of_new[new] = old
        self.found[old] = found

    def free(self, old: int, new: int) -> bool:
        """Tell whether neither has a partner."""
        return old not in self.of_old and new not in self.of_new

    @property
    def old_left(self) -> list[int]:
        """The old nodes without a partner."""
        return [index for index in range(len(self._old.nodes)) if index not in self.of_old]

    @property
    def new_left(self) -> list[int]:
        """The new nodes without a partner."""
        return [index for index in range(len(self._new.nodes)) if index not in self.of_new]


def content_key(node: Node) -> Hashable:
    """Return all that a node says but its id, as something that can be compared."""
    return tuple(value for name, value in node.__dict__.items() if name != "id")
