"""What a kept text said of the parts of a map, taken over into a text that is written anew.

A part that is still there keeps its key and all that its record says beside what the map says; an
edge between two parts keeps its record. What the map never said (a step without a conclusion) stays
as it was, as long as what it is joined with is there.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from argmap.formats._argument_graph import Assembled
from argmap.model import ArgumentMap
from argmap.wire import Data

Ends = tuple[str, str]


class Kept(NamedTuple):
    """What a text said, record by record.

    Attributes:
        nodes: The records of statements and steps, by their keys.
        edges: The key and the record of each edge, by what it joins.
        done: Which of the map's parts each record became.
    """

    nodes: Mapping[str, Data]
    edges: Mapping[Ends, tuple[str, Data]]
    done: Assembled


class Carrying:
    """Finds for each part of a map the key and the record that it had in the kept text."""

    def __init__(self, m: ArgumentMap, kept: Kept | None) -> None:
        """Match the parts by their ids; parts that are new get keys that no record has."""
        self._nodes: Mapping[str, Data] = kept.nodes if kept is not None else {}
        self._edges: Mapping[Ends, tuple[str, Data]] = kept.edges if kept is not None else {}
        names = [*(node.id for node in m.nodes), *(link.id for link in m.links)]
        self.keys: dict[str, str] = _keys(m, kept.done) if kept is not None else {}
        self._taken = {*self._nodes, *(key for key, _ in self._edges.values())}
        for name in names:
            if name not in self.keys:
                self.keys[name] = self._free(name)
        mapped = {*kept.done.ids, *kept.done.names} if kept is not None else set()
        self._others = {key: record for key, record in self._nodes.items() if key not in mapped}
        self._written: set[Ends] = set()

    def _free(self, key: str) -> str:
        number, made = 1, key
        while made in self._taken:
            number += 1
            made = f"{key}-{number}"
        self._taken.add(made)
        return made

    def record(self, name: str) -> Data:
        """Return a copy of the record that a node or a link of the map had; empty where it is new."""
        return dict(self._nodes.get(self.keys[name], {}))

    def edges(self, m: ArgumentMap) -> Iterable[tuple[str, Data, str, str]]:
        """Yield the key, the old record, the source and the target of each edge."""
        keys = self.keys
        for link in m.links:
            joined = (*((premise, link.id) for premise in link.premises), (link.id, link.target))
            for source, target in joined:
                yield self._edge(keys[source], keys[target], f"{source} {target}")
        there = {*keys.values(), *self._others}
        for (source, target), (key, record) in self._edges.items():
            if not self._others.keys().isdisjoint((source, target)) and {source, target} <= there:
                yield key, record, source, target

    def others(self) -> Iterable[tuple[str, Data]]:
        """Return the records that no part of a map came from, by their keys."""
        return self._others.items()

    def _edge(self, source: str, target: str, name: str) -> tuple[str, Data, str, str]:
        known = self._edges.get((source, target))
        if known is None or (source, target) in self._written:
            return self._free(name), {}, source, target
        self._written.add((source, target))
        return *known, source, target


def _keys(m: ArgumentMap, done: Assembled) -> dict[str, str]:
    """Return the keys of those parts of a map that were there before.

    A statement has that of a statement, a link that of a step; where a step became several links, the
    first of them.
    """
    nodes = {node_id: key for key, node_id in done.ids.items()}
    links = {names[0]: key for key, names in done.names.items() if names}
    found = {node.id: nodes[node.id] for node in m.nodes if node.id in nodes}
    return found | {link.id: links[link.id] for link in m.links if link.id in links}
