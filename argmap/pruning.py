"""Plain data of a map without what is wrong in it, so that the rest of a half-broken file loads.

As little as will do is taken out: a field that may be missing, else the link, else the node, with
what cannot stand without it.
"""

from collections.abc import Iterable
from typing import Any, Final

from argmap.places import Path
from argmap.unfolding import Fault
from argmap.wire import LINK_LISTS, VERSION, Data

_NEEDED: Final = frozenset({"kind", "text", "id"})
_NEEDED_BY_LINKS: Final = frozenset({"from", "to", "relation"})


def prune(data: Any, faults: Iterable[Fault]) -> bool:  # noqa: ANN401 - whatever a reader gave
    """Take what the faults are about out of nested data; tell whether anything went."""
    if not isinstance(data, dict) or data.keys().isdisjoint(("argmap", "nodes")):
        return False  # it is something else altogether
    entries: dict[int, tuple[list[Any], set[int]]] = {}
    went = [_prune(data, fault.path, entries) for fault in faults]
    for entries_of_list, gone in entries.values():
        entries_of_list[:] = [each for at, each in enumerate(entries_of_list) if at not in gone]
    return any(went)


def prune_flat(nodes: list[Data], links: list[Data], head: Data, faults: Iterable[Fault]) -> bool:
    """Take what the faults are about out of lists of nodes and links; tell whether anything went."""
    by_id = {node["id"]: node for node in nodes}
    gone: set[str] = set()
    cut: set[int] = set()
    went = False
    for path, _ in faults:
        match path:
            case ("nodes", str(node_id), str(field), *_) if node_id in by_id and field not in _NEEDED:
                went |= by_id[node_id].pop(field, None) is not None
            case ("nodes", str(node_id), *_) if node_id in by_id:
                gone.add(node_id)
            case ("links", int(at), str(field), *_) if field not in _NEEDED_BY_LINKS and field in links[at]:
                del links[at][field]
                went = True
            case ("links", int(at), *_):
                cut.add(at)
            case _:
                went |= _prune(head, path, {})
    nodes[:] = [node for node in nodes if node["id"] not in gone]
    links[:] = [link for at, link in enumerate(links) if at not in cut]
    return went or bool(gone or cut)


def _prune(data: Data, path: Path, entries: dict[int, tuple[list[Any], set[int]]]) -> bool:
    match path:
        case () | ("argmap", *_):
            went = data.get("argmap") != VERSION
            data["argmap"] = VERSION
            return went
        case ("nodes", str(node_id), *rest) if isinstance(data.get("nodes"), dict):
            return _prune_node(data["nodes"], node_id, rest, entries)
        case ("source", str(field), *_) if isinstance(data.get("source"), dict):
            return data["source"].pop(field, None) is not None
        case (str(field), *_):
            return data.pop(field, None) is not None
        case _:
            return False


def _prune_node(
    nodes: Data, node_id: str, rest: list[Any], entries: dict[int, tuple[list[Any], set[int]]]
) -> bool:
    node = nodes.get(node_id)
    match rest:
        case [str(word), int(_), *_] if word in LINK_LISTS and isinstance(node, dict):
            return _prune_link(node, rest, entries)
        case [str(field), *_] if field not in _NEEDED and isinstance(node, dict) and field in node:
            del node[field]
            return True
        case [str(field), None] if isinstance(node, dict) and field in node:
            del node[field]
            return True
        case _:
            return nodes.pop(node_id, None) is not None


def _prune_link(owner: Data, rest: list[Any], entries: dict[int, tuple[list[Any], set[int]]]) -> bool:
    """Take out the innermost link that the way leads to, or a field of it that may be missing."""
    word, at, *further = rest
    listed = owner.get(word)
    if not isinstance(listed, list) or not 0 <= at < len(listed):
        return owner.pop(word, None) is not None
    entry = listed[at]
    if isinstance(entry, dict) and further:
        if further[0] == "unless" and len(further) > 1 and isinstance(further[1], int):
            return _prune_link(entry, further, entries)
        if further[0] in entry and further[0] not in _NEEDED_BY_LINKS:
            del entry[further[0]]
            return True
    entries.setdefault(id(listed), (listed, set()))[1].add(at)
    return True
