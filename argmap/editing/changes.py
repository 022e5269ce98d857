"""Changes to a map, made on its plain data: what was asked, done whole or refused.

Each function takes the data of a map apart and puts it together again; it returns what is worth
telling beside. Whether the outcome is a sound map is for `edited` to say.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, cast

from argmap import assembly, wire
from argmap.editing.fields import assigned
from argmap.errors import RequestError
from argmap.model import WORDS, ArgumentMap, Link
from argmap.places import Path
from argmap.wire import LINK_LISTS, Data
from argmap.wording import listed

UNDERCUT: Final = "unless"
SHOWN_MOST: Final = 5


def edited(data: Data) -> ArgumentMap:
    """Return the map that changed data describes.

    Raises:
        RequestError: it is no map any more; with every reason.
    """
    m, faults = assembly.built(data)
    if m is None:
        raise RequestError("; ".join(fault.message for fault in faults))
    return m


# --- statements ---------------------------------------------------------------------------------


def add(data: Data, node_id: str, fields: Data, after: str | None = None) -> None:
    """Put a new statement in, at the end or after another."""
    nodes = data["nodes"]
    if node_id in nodes:
        raise RequestError(f"there is a node {node_id} already", "--id gives it another name")
    below = dict(_from(nodes, after)) if after is not None else {}
    for key in below:
        del nodes[key]
    nodes[node_id] = fields
    nodes.update(below)


def _from(nodes: Data, after: str) -> Iterator[tuple[str, Any]]:
    """Yield what stands after a node."""
    names = list(nodes)
    return ((key, nodes[key]) for key in names[names.index(after) + 1 :])


def set_fields(
    fields: Data, said: Sequence[str], unset: Sequence[str], known: Sequence[str], of: str
) -> None:
    """Set fields of a node, a link, the source or the head, and take others away."""
    for name in unset:
        if name not in known:
            raise RequestError(f"{of} has no field {name}", f"it may have {listed(known)}")
        if name not in fields:
            raise RequestError(f"{of} has no {name} to take away")
        del fields[name]
    fields.update(assigned(said, fields, known, of))


def rename(data: Data, names: Mapping[str, str]) -> None:
    """Call nodes and links otherwise, wherever they are named."""
    nodes = data["nodes"]
    data["nodes"] = {names.get(key, key): value for key, value in nodes.items()}
    if "thesis" in data:
        data["thesis"] = names.get(data["thesis"], data["thesis"])
    for link in _links(data):
        link["from"] = [names.get(premise, premise) for premise in link["from"]]
        if "id" in link:
            link["id"] = names.get(link["id"], link["id"])


def remove(data: Data, m: ArgumentMap, gone: Sequence[str], *, force: bool) -> list[str]:
    """Take statements out, with the links that they are part of.

    Returns:
        What went with them, in words.

    Raises:
        RequestError: something hangs on one of them, and it is not forced.
    """
    leaving = set(gone)
    hanging = [words for node_id in gone for words in _hanging(m, node_id, leaving)]
    if hanging and not force:
        more = f", and {len(hanging) - SHOWN_MOST} more" if len(hanging) > SHOWN_MOST else ""
        raise RequestError(
            f"{', '.join(gone)} cannot go: {'; '.join(hanging[:SHOWN_MOST])}{more}",
            "unlink that first, or take it along with --force",
        )
    for node_id in gone:
        del data["nodes"][node_id]
    if data.get("thesis") in leaving:
        del data["thesis"]
    for links, _ in _lists(data):
        links[:] = [link for link in links if leaving.isdisjoint(link["from"])]
    _without_empty_lists(data)
    return hanging


def _hanging(m: ArgumentMap, node_id: str, gone: set[str]) -> Iterator[str]:
    """Yield what would lose its place, or change its meaning, without a node."""
    if m.thesis == node_id:
        yield f"{node_id} is the thesis"
    for link in m.links_onto.get(node_id, ()):
        if gone.isdisjoint(link.premises):
            yield f"{' + '.join(link.premises)} stands under its {WORDS[link.relation]}"
    for link in m.links_from.get(node_id, ()):
        if link.target not in gone:
            others = [premise for premise in link.premises if premise not in gone]
            if others:
                yield f"{' + '.join(others)} bears on {link.target} only together with it"
            elif link.id in m.links_onto:
                yield f"what undercuts its step to {link.target}"


def merge(data: Data, m: ArgumentMap, kept: str, other: str, *, force: bool) -> list[str]:
    """Make one statement of two: the first stays, and what it leaves open the other fills.

    Returns:
        What of the other is not kept, in words.

    Raises:
        RequestError: one bears on the other, which would then bear on itself, and it is not forced.
    """
    looped = [link for link in m.links if {kept, other} <= {*link.premises, link.target}]
    if looped and not force:
        raise RequestError(
            f"{kept} and {other} are linked ({looped[0].id}): merged, it would bear on itself",
            "unlink them first, or drop such links with --force",
        )
    mine, theirs = data["nodes"][kept], data["nodes"].pop(other)
    for word in LINK_LISTS:
        if word in theirs:
            mine.setdefault(word, []).extend(theirs.pop(word))
    lost = _filled(mine, theirs)
    if data.get("thesis") == other:
        data["thesis"] = kept
    rename(data, {other: kept})
    for links, target in _lists(data):
        for link in links:
            link["from"] = list(dict.fromkeys(link["from"]))
        links[:] = _once(link for link in links if target != kept or kept not in link["from"])
    _without_empty_lists(data)
    return [*lost, *(f"the link {link.id}" for link in looped)]


def _filled(mine: Data, theirs: Data) -> list[str]:
    """Fill what a statement leaves open from another; return the fields of that other that are lost."""
    lost = []
    places = [*theirs.pop("at", []), *theirs.pop("also", [])]
    if places and ("at" in mine or "quote" in mine):
        mine["also"] = list(dict.fromkeys([*mine.get("also", []), *places]))
        mine["also"] = [place for place in mine["also"] if place not in mine.get("at", [])]
        if not mine["also"]:
            del mine["also"]
    elif places:
        mine["at"] = places
    for name, value in theirs.items():
        if name == "tags":
            mine["tags"] = list(dict.fromkeys([*mine.get("tags", []), *value]))
        elif name not in mine and name in wire.STAKE_FIELDS and mine["kind"] not in wire.STAKES:
            lost.append(f"{name} {value}")
        elif mine.setdefault(name, value) != value:
            lost.append(f"{name} “{value}”" if isinstance(value, str) else f"{name} {value}")
    return lost


# --- links --------------------------------------------------------------------------------------


def link(data: Data, m: ArgumentMap, target: str, word: str, fields: Data) -> None:
    """Put a new link onto a node, or an undercutter onto a link."""
    onto = data["nodes"][target] if word != UNDERCUT else fields_of_link(data, m, target)
    links = onto.setdefault(word, [])
    if any(each["from"] == fields["from"] for each in links):
        raise RequestError(f"{' + '.join(fields['from'])} stands under {word} of {target} already")
    links.append(fields)


def unlink(data: Data, m: ArgumentMap, gone: Iterable[Link], *, force: bool) -> None:
    """Take links out.

    Raises:
        RequestError: something undercuts one of them, and it is not forced.
    """
    leaving = list(gone)
    names = {each.id for each in leaving}
    for each in leaving:
        onto = [other for other in m.links_onto.get(each.id, ()) if other.id not in names]
        if onto and not force:
            raise RequestError(
                f"{' + '.join(onto[0].premises)} undercuts {each.id} and would go with it",
                "--force takes it along",
            )
    paths = wire.paths_of_links(m)
    for name in names:
        _reached(data, paths[name])["gone"] = True
    for links, _ in _lists(data):
        links[:] = [each for each in links if "gone" not in each]
    _without_empty_lists(data)


def fields_of_link(data: Data, m: ArgumentMap, link_id: str) -> Data:
    """Return the fields of a link, to be changed."""
    return _reached(data, wire.paths_of_links(m)[link_id])


def _reached(data: Data, path: Path) -> Data:
    here: Any = data
    for step in path:
        here = here[step]
    return cast("Data", here)


def _lists(data: Data) -> Iterator[tuple[list[Data], str]]:
    """Yield every list of links with what it bears on: a node's id, or nothing for what undercuts."""
    pending = [
        (node[word], key) for key, node in data["nodes"].items() for word in LINK_LISTS if word in node
    ]
    while pending:
        links, target = pending.pop()
        yield links, target
        pending += [(each[UNDERCUT], "") for each in links if UNDERCUT in each]


def _links(data: Data) -> Iterator[Data]:
    return (each for links, _ in _lists(data) for each in links)


def _without_empty_lists(data: Data) -> None:
    for links, _ in [*_lists(data)]:
        for each in links:
            if not each.get(UNDERCUT, True):
                del each[UNDERCUT]
    for node in data["nodes"].values():
        for word in LINK_LISTS:
            if not node.get(word, True):
                del node[word]


def _once(links: Iterable[Data]) -> list[Data]:
    found: list[Data] = []
    for each in links:
        if each not in found:
            found.append(each)
    return found
