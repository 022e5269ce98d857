"""SADFace, all three generations: atoms, schemes between them, and what they were found in.

Read and written. What SADFace has no slot for stands in the metadata of each node, under `argmap`,
so that everything comes back; other programs see texts, supports, conflicts and quotations. A map
that was read and changed is written into the document it was read from: resources, offsets, metadata
and ids stay.

Source: https://github.com/Open-Argumentation/SADFace. Conflicts called `attack` that the library
writes from version 0.5 on lead from the attacked to the attacker, against all others.
"""

from collections.abc import Iterator
from typing import Final

from argmap import wire
from argmap.formats._carrying import Carrying
from argmap.formats._own_fields import said_of_link, said_of_node, with_id
from argmap.formats._records import kept_records, refuse
from argmap.formats._sadface_reading import Document, quoted
from argmap.jsontext import dumped, parsed
from argmap.losses import Reading
from argmap.model import ArgumentMap, Link, Node
from argmap.wire import Data


def read(text: str, name: str) -> Reading:
    """Make the map that a SADFace document describes.

    Raises:
        LoadError: it is no JSON, or no SADFace.
    """
    data = parsed(text, name)
    if not isinstance(data, dict) or not isinstance(data.get("nodes"), list):
        raise refuse(name, "this is no SADFace document: it has no list of nodes")
    return Document(text, data).reading()


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the map as a document of generation 0.2, in which every arrow runs to the conclusion."""
    data: Data = {}
    carrying = Carrying(m, None)
    if (kept := m.kept_beside("sadface")) is not None:
        data, document = kept_records(kept, "beside.sadface", lambda data: Document(kept, data).read())
        carrying = Carrying(m, document.kept)
    yield f'{{"metadata": {dumped(_metadata(m, data, carrying))},\n'
    yield f'"resources": {dumped(_resources(m, data))},\n"nodes": ['
    mark = "\n"
    for record in _records(m, carrying):
        yield mark + dumped(record)
        mark = ",\n"
    yield '\n],\n"edges": ['
    mark = "\n"
    for key, old, source, target in carrying.edges(m):
        yield mark + dumped({**old, "id": key, "source_id": source, "target_id": target})
        mark = ",\n"
    known = {"metadata", "resources", "nodes", "edges", *(_OLD_CORE if "metadata" not in data else ())}
    rest = {name: value for name, value in data.items() if name not in known}
    yield "\n]" + "".join(f",\n{dumped(name)}: {dumped(value)}" for name, value in rest.items()) + "}\n"


_OLD_CORE: Final = frozenset({"id", "created", "edited", "analyst_name", "analyst_email", "title", "claim"})
"""What documents of the first generation say of themselves at the top."""


def _metadata(m: ArgumentMap, data: Data, carrying: Carrying) -> Data:
    old = data.get("metadata")
    metadata: Data = dict(old) if isinstance(old, dict) else {}
    first = {name: value for name, value in data.items() if name in _OLD_CORE}
    core = metadata.get("core")
    said = dict(core) if isinstance(core, dict) else first
    told = {"title": m.title, "claim": carrying.keys[m.thesis] if m.thesis is not None else None}
    for name, value in told.items():
        said.pop(name, None)
        if value is not None:
            said[name] = value
    own = {"source": wire.head(m)["source"]} if m.source is not None else {}
    return {**metadata, "core": {**said, "version": "0.2"}, "argmap": own}


def _resources(m: ArgumentMap, data: Data) -> list[object]:
    """Return the resources that were there, or an empty one, for quotations to name."""
    old = data.get("resources")
    if isinstance(old, list) and old:
        return old
    quoted_at_all = any(node.anchor is not None and node.anchor.quote for node in m.nodes)
    return [{"id": "source", "type": "text", "content": "", "metadata": {}}] if quoted_at_all else []


def _records(m: ArgumentMap, carrying: Carrying) -> Iterator[Data]:
    for node in m.nodes:
        old = carrying.record(node.id)
        said = {
            "id": carrying.keys[node.id],
            "type": "atom",
            "text": node.text,
            "sources": _sources(node, old),
        }
        yield {
            **old,
            **said,
            "metadata": _with_own(old, with_id(node.id, carrying.keys[node.id], said_of_node(node))),
        }
    for link in m.links:
        old = carrying.record(link.id)
        step = {"id": carrying.keys[link.id], "type": "scheme", "name": _name(link, old)}
        yield {**old, **step, "metadata": _with_own(old, said_of_link(link))}
    yield from (record for _, record in carrying.others())


def _with_own(old: Data, said: Data) -> Data:
    metadata = old.get("metadata")
    return {**(metadata if isinstance(metadata, dict) else {}), "argmap": said}


def _name(link: Link, old: Data) -> str:
    """Return what a step is called; the name of a scheme stays as long as it says which sort it is."""
    name = old.get("name")
    if link.relation == "supports" and link.scheme is not None and name == link.scheme:
        return str(name)
    return "support" if link.relation == "supports" else "conflict"


def _sources(node: Node, old: Data) -> list[object]:
    """Return the sources of a statement: those it had, as long as its quotation is theirs."""
    listed = old.get("sources")
    sources = listed if isinstance(listed, list) else []
    quote = node.anchor.quote if node.anchor is not None else None
    if sources and quote == quoted(old):
        return sources
    return [{"resource_id": "source", "text": quote}, *sources[1:]] if quote else sources[1:]
