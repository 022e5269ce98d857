"""What a user calls a statement: its id, the beginning of it, or words of its text."""

from collections.abc import Iterable

from argmap.errors import UnknownNameError
from argmap.model import ArgumentMap, Node
from argmap.query.selection import find
from argmap.spelling import near

MOST_SHOWN = 8


def node_called(m: ArgumentMap, name: str, also: Iterable[str] = ()) -> Node:
    """Return the one statement of that id, beginning of an id, or words of its text; in capitals or not.

    Args:
        m: The map.
        name: What the user calls it.
        also: Further words that could stand here, and may have been meant.

    Raises:
        UnknownNameError: there is none, or there are several; carries what was perhaps meant.
    """
    lower = name.lower()
    if lower in m.by_id:
        return m.by_id[lower]
    starting = [node for node in m.nodes if name and node.id.startswith(lower)]
    found = starting or (list(find(m, name.split())) if name.strip() else [])
    if len(found) == 1:
        return found[0]
    if found:
        shown = [node.id for node in found[:MOST_SHOWN]]
        more = [f"and {len(found) - MOST_SHOWN} more"] if len(found) > MOST_SHOWN else []
        raise UnknownNameError("id", name, fits=[*shown, *more])
    raise UnknownNameError("id", name, near=near(lower, [*also, *m.by_id], 3))
