"""A nodeset brought up to date with a map: what the map says changes, all else stays as it was.

Ids that are there are kept; new ones go on from the greatest number. No time is made up.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import count
from typing import Any, Final

from argmap.formats._argument_graph import direct
from argmap.formats._nodeset import DEFAULTS, STEPS, Nodeset, scheme_of
from argmap.model import ArgumentMap, Link
from argmap.wire import Data

DIGITS_MOST: Final = 18
"""Digits of an id that is counted on from; longer ones are no numbers."""
_REPHRASE: Final = DEFAULTS["MA"]


class Update:
    """Changes the lists of nodes and edges of a file so that they say what a map says."""

    def __init__(
        self,
        m: ArgumentMap,
        nodes: list[Data],
        edges: list[Data],
        nodeset: Nodeset | None = None,
        *,
        form_edges: bool = True,
    ) -> None:
        """Begin with the file's own lists, which are changed, and with what was read from them.

        `form_edges` is whether an edge says which role it fills in a scheme (null, nearly always).
        """
        self._m, self._nodes, self._edges = m, nodes, edges
        self._old = nodeset.assembled({}) if nodeset is not None else None
        self._direct = {direct(*edge) for edge in nodeset.graph.edges} if nodeset is not None else set()
        self._id: Callable[[int], Any] = _as_in(nodes, "nodeID")
        self._edge_id: Callable[[int], Any] = _as_in(edges, "edgeID")
        self._numbers = _after(_id(node, "nodeID") for node in nodes)
        self._edge_numbers = _after(_id(edge, "edgeID") for edge in edges)
        self._form_edges = form_edges
        self._gone: set[str] = set()
        self._rewired: set[str] = set()
        self.keys: dict[str, str] = {}
        self._real = {_id(node, "nodeID"): node["nodeID"] for node in nodes if _id(node, "nodeID")}

    def apply(self) -> None:
        """Change the lists."""
        if self._old is not None:
            self._compare_statements()
            self._compare_steps()
            self._take_out()
        self._add_statements()
        fresh = [link for link in self._m.links if link.id not in self.keys]
        joined = {link.id for link in fresh}
        for link in fresh:
            self.keys[link.id] = self._add_node(_type(link), link.scheme or DEFAULTS[_type(link)])
            if link.scheme:
                self._nodes[-1]["scheme"] = link.scheme
        for link in self._m.links:
            if link.id in joined or self.keys[link.id] in self._rewired:
                self._join(link)

    def _compare_statements(self) -> None:
        assert self._old is not None  # noqa: S101 - only called where there is one
        texts: dict[str, str] = {}
        before, now = self._old.map.by_id, self._m.by_id
        for key, node_id in self._old.ids.items():
            if node_id not in now:
                self._gone.add(key)
                continue
            self.keys[node_id] = key
            if now[node_id].text != before[node_id].text:
                texts[key] = now[node_id].text
        for key, record in self._records(texts):
            record["text"] = texts[key]

    def _compare_steps(self) -> None:
        assert self._old is not None  # noqa: S101 - only called where there is one
        now = self._m.links_by_id
        before = self._old.map.links_by_id
        changed: dict[str, Link] = {}
        for key, names in self._old.names.items():
            there = [now[name] for name in names if name in now]
            same = there == [before[name] for name in names]
            if not there or (key in self._direct and not same):
                self._gone.add(key)
                continue
            self.keys |= {link.id: key for link in there}
            if not same:
                self._rewired.add(key)
                changed[key] = there[0]
        for key, record in self._records(changed):
            link = changed[key]
            if STEPS[record["type"]] != _relation(link):
                record["type"] = _type(link)
            if link.scheme != scheme_of(record):
                record["text"] = record["scheme"] = link.scheme or DEFAULTS[record["type"]]

    def _records(self, keys: Collection[str]) -> Iterator[tuple[str, Data]]:
        """Yield the records of some nodes, with their keys."""
        for record in self._nodes if keys else ():
            if (key := _id(record, "nodeID")) in keys:
                yield key, record

    def _take_out(self) -> None:
        """Take out what is gone, with its edges, and the edges of steps that are joined anew."""
        if not self._gone and not self._rewired:
            return
        assert self._old is not None  # noqa: S101 - only called where there is one
        self._nodes[:] = [node for node in self._nodes if _id(node, "nodeID") not in self._gone]
        kept = []
        for edge in self._edges:
            source, target = _id(edge, "fromID"), _id(edge, "toID")
            into = target in self._rewired and source in self._old.ids
            gone = {source, target, direct(source, target)} & self._gone
            if source not in self._rewired and not into and not gone:
                kept.append(edge)
        self._edges[:] = kept

    def _add_statements(self) -> None:
        for node in self._m.nodes:
            if node.id not in self.keys:
                self.keys[node.id] = self._add_node("I", node.text)

    def _add_node(self, sort: str, text: str) -> str:
        number = next(self._numbers)
        self._real[str(number)] = self._id(number)
        self._nodes.append({"nodeID": self._id(number), "text": text, "type": sort})
        return str(number)

    def _join(self, link: Link) -> None:
        key = self.keys[link.id]
        for premise in link.premises:
            self._add_edge(self.keys[premise], key)
        self._add_edge(key, self.keys[link.target])

    def _add_edge(self, source: str, target: str) -> None:
        edge: Data = {
            "edgeID": self._edge_id(next(self._edge_numbers)),
            "fromID": self._real.get(source, source),
            "toID": self._real.get(target, target),
        }
        self._edges.append({**edge, "formEdgeID": None} if self._form_edges else edge)


def _after(ids: Iterable[str]) -> "count[int]":
    """Count on from the greatest number among ids."""
    numbers = (int(each) for each in ids if each.isascii() and each.isdigit() and len(each) <= DIGITS_MOST)
    return count(max(numbers, default=0) + 1)


def _id(record: Any, name: str) -> str:  # noqa: ANN401 - any JSON value, where a file is malformed
    """Return an id as text, empty where there is none."""
    return str(record.get(name, "")) if isinstance(record, dict) else ""


def _as_in(records: list[Any], name: str) -> Callable[[int], Any]:
    """Return what makes an id of a number, as the records have theirs: whole numbers or texts."""
    kinds = {type(record.get(name)) for record in records if isinstance(record, dict)}
    return int if kinds == {int} else str


def _relation(link: Link) -> str:
    return "supports" if link.relation == "supports" else "rebuts"


def _type(link: Link) -> str:
    if link.relation != "supports":
        return "CA"
    return "MA" if link.scheme == _REPHRASE else "RA"
