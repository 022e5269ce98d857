"""What a comparison comes to, as values: pairs of nodes and of links, and what differs in each."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from argmap.evaluation.whatif import Change
from argmap.model import ArgumentMap, Link, Node

By = Literal["id", "place", "text", "links"]
"""What told most that two nodes are the same."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What became of a field.

    Attributes:
        name: Of the field, as a file has it.
        before: What it said, as plain data; None where it said nothing.
        after: What it says.
    """

    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class NodePair:
    """A node of the old map and the one of the new map that it is.

    Attributes:
        before: In the old map.
        after: In the new map.
        by: What told most that they are the same.
        sure: How sure that is, from 0 to 1.
        fields: The fields that differ, the id aside.
    """

    before: Node
    after: Node
    by: By
    sure: float
    fields: tuple[FieldChange, ...] = ()

    @property
    def renamed(self) -> bool:
        """Whether the id is another one."""
        return self.before.id != self.after.id

    @property
    def same(self) -> bool:
        """Whether nothing differs, not even the id."""
        return not self.fields and not self.renamed

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """What sorts of change there are: renamed, retyped, reworded, moved, and edited for the rest."""
        names = {_SORTS.get(each.name, "edited") for each in self.fields}
        found = [name for name in ("retyped", "reworded", "moved", "edited") if name in names]
        return ("renamed", *found) if self.renamed else tuple(found)


_SORTS = {"kind": "retyped", "text": "reworded", "quote": "moved", "at": "moved", "also": "moved"}


@dataclass(frozen=True, slots=True)
class LinkChange:
    """What became of a link.

    Attributes:
        before: In the old map; None when it is new.
        after: In the new map; None when it is gone.
        fields: What differs: `from`, `relation`, `to`, `scheme`, `sure`, `note`, `id`. Nodes are
            called as in the new map where they are in both.
    """

    before: Link | None
    after: Link | None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """What changed in meaning between two maps. Each node and link of both is told exactly once.

    Attributes:
        old: The old map.
        new: The new map.
        head: What changed of title, thesis and source.
        pairs: The nodes that are in both, in the new map's order.
        added: The nodes of the new map only.
        removed: The nodes of the old map only.
        links: The links that were added, removed or changed: those of the new map first.
        same_links: How many links are the same in both.
        reordered: How many pairs stand in another order; the fewest that would have to be moved.
        conclusions: The pairs whose label changed or whose strength moved, where both maps were
            weighed; ids are those of the new map in what is after, of the old in what is before.
    """

    old: ArgumentMap
    new: ArgumentMap
    head: tuple[FieldChange, ...]
    pairs: tuple[NodePair, ...]
    added: tuple[Node, ...]
    removed: tuple[Node, ...]
    links: tuple[LinkChange, ...]
    same_links: int
    reordered: int
    conclusions: tuple[Change, ...] = ()

    @property
    def same(self) -> bool:
        """Whether both maps say the same under the same ids; the order of nodes says nothing."""
        told = (self.head, self.added, self.removed, self.links, self.conclusions)
        return not any(told) and all(pair.same for pair in self.pairs)
