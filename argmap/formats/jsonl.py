"""The own format in JSON Lines, for large maps: a header, then one node or link a line.

A node's line has its `id` and fields; a link's line has `from`, `relation` and `to`, which is the
id of a node, or of the link that it undercuts. Links may stand before the nodes they join.

Source: https://jsonlines.org; RFC 8259.
"""

from collections.abc import Iterator
from typing import Any

from argmap import assembly, wire
from argmap.controls import visible
from argmap.errors import LoadError, Problem
from argmap.jsontext import dumped, located, parsed
from argmap.losses import Reading, read_leniently
from argmap.model import ArgumentMap
from argmap.places import Path
from argmap.unfolding import Fault


def read(text: str, name: str) -> Reading:
    """Make the map that a JSON Lines text describes.

    Raises:
        LoadError: with every problem of the text, each with line and column.
    """
    gathering = _Gathering(name)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            gathering.take(number, line)
    if gathering.head is None and not gathering.problems:
        first = f'{{"argmap": {wire.VERSION}}}'
        raise LoadError(name, [Problem(1, 1, f"this is empty; the first line is {first}")])
    if gathering.head is None:
        raise LoadError(name, gathering.problems)
    m, faults, further = assembly.from_flat(gathering.head, gathering.nodes, gathering.links)
    doubtful = [fault for fault in faults if gathering.unread and _may_be_missing(fault.path)]
    told = [gathering.placed(fault) for fault in faults if fault not in doubtful]
    if m is None:
        raise LoadError(name, [*gathering.problems, *told])
    left_out = [fault.message for fault in doubtful]
    return read_leniently(m, [*gathering.problems, *told], [*left_out, *further])


def _may_be_missing(path: Path) -> bool:
    """Tell whether what is wrong there may be that a line could not be read: an end, the thesis."""
    match path:
        case ("links", _) | ("links", _, "from", *_) | ("thesis", *_):
            return True
        case _:
            return False


class _Gathering:
    """Sorts the lines into the header, the nodes and the links, and keeps where each stood."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.head: dict[str, Any] | None = None
        self.nodes: list[dict[str, Any]] = []
        self.links: list[dict[str, Any]] = []
        self.problems: list[Problem] = []
        self.unread = False
        self._places: dict[tuple[Any, ...], tuple[int, str]] = {}
        self._head_place = (1, "")

    def take(self, number: int, line: str) -> None:
        """Take one line that is not blank."""
        try:
            value = parsed(line, self.name, number)
        except LoadError as error:
            self.problems += error.problems
            self.unread = True
            return
        if not isinstance(value, dict):
            self.problems.append(Problem(number, 1, "a line holds one object: { … }"))
        elif self.head is None:
            self.head, self._head_place = value, (number, line)
        elif "from" in value or "to" in value:
            self._places["links", len(self.links)] = (number, line)
            self.links.append(value)
        elif isinstance(value.get("id"), str):
            self._node(value["id"], value, (number, line))
        else:
            self.problems.append(Problem(number, 1, "a node has an `id`, a link has `from` and `to`"))

    def _node(self, node_id: str, value: dict[str, Any], place: tuple[int, str]) -> None:
        if self._places.setdefault(("nodes", node_id), place) is place:
            self.nodes.append(value)
        else:
            self.problems.append(Problem(place[0], 1, f"the id {visible(node_id[:60])} is there twice"))

    def placed(self, fault: Fault) -> Problem:
        """Return the fault as a problem with line and column."""
        path = fault.path
        number, line = self._places.get(path[:2], self._head_place)
        rest = path[2:] if path[:2] in self._places else path
        (place,) = located(line, [rest], number)
        return Problem(*place, fault.message)


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the map as JSON Lines."""
    yield dumped(wire.head(m)) + "\n"
    for node in m.nodes:
        yield dumped({"id": node.id, **wire.node_fields(node)}) + "\n"
    for link in m.links:
        yield dumped(wire.flat_link(link)) + "\n"
