"""What a user calls a statement: its id, the beginning of it, or words of its text."""

from argmap.errors import UnknownNameError
from argmap.model import ArgumentMap, Node
from argmap.query.selection import find
from argmap.spelling import near

MOST_SHOWN = 8


def node_called(m: ArgumentMap, name: str) -> Node:
    """Return the one statement of that id, beginning of an id, or words of its text.

    Raises:
        UnknownNameError: there is none, or there are several; carries what was perhaps meant.
    """
    if name in m.by_id:
        return m.by_id[name]
    starting = [node for node in m.nodes if name and node.id.startswith(name)]
    found = starting or (list(find(m, name.split())) if name.strip() else [])
    if len(found) == 1:
        return found[0]
    if found:
        shown = [node.id for node in found[:MOST_SHOWN]]
        more = [f"and {len(found) - MOST_SHOWN} more"] if len(found) > MOST_SHOWN else []
        raise UnknownNameError("id", name, fits=[*shown, *more])
    raise UnknownNameError("id", name, near=near(name.lower(), m.by_id, 3))
