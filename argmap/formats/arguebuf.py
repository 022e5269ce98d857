"""arguebuf's JSON: atoms, schemes and edges in mappings by their ids.

Read and written. What arguebuf has no slot for stands in the `userdata` of each node, under
`argmap`, so that everything comes back; other programs see texts, schemes of its fixed list,
quotations and the major claim. A map that was read and changed is written into the message it was
read from: participants, resources, offsets, dates and ids stay.

Source: https://github.com/recap-utr/arguebuf; the JSON mapping of Protocol Buffers, version 3.
"""

from collections.abc import Iterator
from typing import Final

from argmap import wire
from argmap.formats._arguebuf_reading import Message, quoted
from argmap.formats._carrying import Carrying
from argmap.formats._own_fields import said_of_link, said_of_node, with_id
from argmap.formats._records import kept_records, refuse
from argmap.jsontext import dumped, parsed
from argmap.losses import Reading
from argmap.model import ArgumentMap, Link, Node
from argmap.wire import Data

SCHEMES: Final = frozenset(
    {
        *("analogy", "cause-to-effect", "example", "expert-opinion", "negative-consequences"),
        *("position-to-know", "positive-consequences", "practical-reasoning", "sign"),
    }
)
"""Names of schemes that are surely on arguebuf's fixed list."""


def read(text: str, name: str) -> Reading:
    """Make the map that an arguebuf message describes.

    Raises:
        LoadError: it is no JSON, or no arguebuf.
    """
    data = parsed(text, name)
    if not isinstance(data, dict) or not isinstance(data.get("nodes", {}), dict):
        raise refuse(name, "this is no arguebuf graph: its nodes are no mapping by their ids")
    return Message(text, data).reading()


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the map as a message; new ids are those of the map, and no date is made up."""
    data: Data = {}
    carrying = Carrying(m, None)
    if (kept := m.kept_beside("arguebuf")) is not None:
        data, message = kept_records(kept, "beside.arguebuf", lambda data: Message(kept, data).read())
        carrying = Carrying(m, message.kept)
    yield '{"nodes": {'
    mark = "\n"
    for key, record in _records(m, carrying):
        yield f"{mark}{dumped(key)}: {dumped(record)}"
        mark = ",\n"
    yield '\n},\n"edges": {'
    mark = "\n"
    for key, old, source, target in carrying.edges(m):
        yield f"{mark}{dumped(key)}: {dumped({**old, 'source': source, 'target': target})}"
        mark = ",\n"
    rest = _rest(m, data, carrying)
    yield "\n}" + "".join(f",\n{dumped(name)}: {dumped(value)}" for name, value in rest.items()) + "}\n"


def _records(m: ArgumentMap, carrying: Carrying) -> Iterator[tuple[str, Data]]:
    for node in m.nodes:
        old, key = carrying.record(node.id), carrying.keys[node.id]
        yield (
            key,
            {
                **old,
                "atom": _atom(node, old.get("atom")),
                **_userdata(old, with_id(node.id, key, said_of_node(node))),
            },
        )
    for link in m.links:
        old = carrying.record(link.id)
        yield (
            carrying.keys[link.id],
            {**old, "scheme": _scheme(link, old.get("scheme")), **_userdata(old, said_of_link(link))},
        )
    yield from carrying.others()


def _userdata(old: Data, said: Data) -> Data:
    userdata = old.get("userdata")
    return {"userdata": {**(userdata if isinstance(userdata, dict) else {}), "argmap": said}}


def _atom(node: Node, before: object) -> Data:
    """Return a statement: its reference stays as long as it has the words that the map quotes."""
    old: Data = dict(before) if isinstance(before, dict) else {}
    quote = node.anchor.quote if node.anchor is not None else None
    if quote != quoted(old):
        old.pop("reference", None)
        if quote:
            old["reference"] = {"resource": "source", "text": quote}
    return {**old, "text": node.text}


def _scheme(link: Link, before: object) -> Data:
    """Return a step: its scheme stays as long as it says the same relation, for the name is argmap's."""
    old: Data = dict(before) if isinstance(before, dict) else {}
    if link.relation != "supports":
        return old if "attack" in old else {"attack": "ATTACK_DEFAULT"}
    listed = link.scheme in SCHEMES
    name = (link.scheme or "").upper().replace("-", "_") if listed else "DEFAULT"
    if "attack" in old or listed or not old:
        return {
            **{name: value for name, value in old.items() if name not in _RELATIONS},
            "support": f"SUPPORT_{name}",
        }
    return old


_RELATIONS: Final = frozenset({"support", "attack", "rephrase", "preference"})


def _rest(m: ArgumentMap, data: Data, carrying: Carrying) -> Data:
    """Return what stands beside nodes and edges."""
    known = {"nodes", "edges", "major_claim", "majorClaim", "userdata"}
    rest: Data = {name: value for name, value in data.items() if name not in known}
    head = wire.head(m)
    if any(_refers_anew(node, carrying) for node in m.nodes):
        told = {"title": m.source.title, "source": m.source.url} if m.source is not None else {}
        new = {"text": "", **{name: value for name, value in told.items() if value}}
        rest["resources"] = {"source": new, **(rest.get("resources") or {})}
    if m.thesis is not None:
        rest["majorClaim"] = carrying.keys[m.thesis]
    own: Data = {name: head[name] for name in ("title", "source") if name in head}
    if not {"schemaVersion", "schema_version"} & rest.keys():
        rest["schemaVersion"] = 1
    return {**rest, **_userdata(data, own)}


def _refers_anew(node: Node, carrying: Carrying) -> bool:
    """Tell whether a node quotes what no reference of the kept message quotes."""
    if node.anchor is None or not node.anchor.quote:
        return False
    atom = carrying.record(node.id).get("atom")
    return not isinstance(atom, dict) or quoted(atom) != node.anchor.quote
