"""The map in its normal form, as plain dicts and lists: what the own formats carry.

Going out, every default is left out and every link stands on its target in its long form, so that
maps that are equal give the same data. The way in is next door, in `assembly`; text and its lines
are the formats' business.
"""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, TypeAlias

from argmap.model import (
    WORDS,
    ArgumentMap,
    Link,
    Node,
    Source,
)
from argmap.places import Path

VERSION: Final = 1
Data: TypeAlias = dict[str, Any]

ANCHOR_FIELDS: Final = ("quote", "at", "also")
LINK_FIELDS: Final = ("from", "unless", "scheme", "sure", "note", "id")
HEAD_FIELDS: Final = ("title", "source", "thesis", "beside")
NODE_FIELDS: Final = (
    "kind", "text", "label", "holder", "nature", "domain", "amount", "unit", "status", "by",
    "sure", "hedge", "implicit", "given", "quote", "at", "also", "tags", "note",
)  # fmt: skip
"""The fields of a node as a file has them, in the order they are written."""
LINK_LISTS: Final = ("because", "but")
STAKE_FIELDS: Final = ("holder", "nature", "amount", "unit", "status")
STAKES: Final = frozenset(("gain", "cost"))
"""The kinds of nodes that have these fields."""


_ANCHOR_AT = NODE_FIELDS.index("quote")


def plain(m: ArgumentMap) -> Data:
    """Return the whole map as plain data; equal maps give equal data in equal order."""
    return {**head(m), "nodes": {node.id: node_with_links(m, node) for node in m.nodes}}


def head(m: ArgumentMap) -> Data:
    """Return all of the map that is neither node nor link."""
    out: Data = {"argmap": VERSION}
    if m.title is not None:
        out["title"] = m.title
    if m.source is not None:
        out["source"] = {
            name: _value(value)
            for name in Source.model_fields
            if (value := getattr(m.source, name)) not in (None, ())
        }
    if m.thesis is not None:
        out["thesis"] = m.thesis
    if m.beside:
        out["beside"] = dict(m.beside)
    return out


def node_fields(node: Node) -> Data:
    """Return the fields of a node as a file has them, without id and links."""
    out: Data = {"kind": node.kind}
    values = node.__dict__
    for name in NODE_FIELDS[1:_ANCHOR_AT]:
        value = values.get(name)
        if value is None or value == () or (name == "implicit" and not value):
            continue
        if name != "status" or value != "actual":
            out[name] = _value(value)
    if node.anchor is not None:
        for name in ANCHOR_FIELDS:
            if value := getattr(node.anchor, name):
                out[name] = _value(value)
    if node.tags:
        out["tags"] = list(node.tags)
    if node.note is not None:
        out["note"] = node.note
    return out


def node_with_links(m: ArgumentMap, node: Node) -> Data:
    """Return the fields of a node and the links onto it."""
    out = node_fields(node)
    for link in m.links_onto.get(node.id, ()):
        out.setdefault(WORDS[link.relation], []).append(link_with_undercutters(m, link))
    return out


def link_with_undercutters(m: ArgumentMap, link: Link) -> Data:
    """Return a link in its long form, with what undercuts it inside."""
    out: Data = {"from": list(link.premises), **link_fields(link)}
    undercutters = m.links_onto.get(link.id, ())
    if undercutters:  # nests at most as deep as the model allows
        out["unless"] = [link_with_undercutters(m, each) for each in undercutters]
    return out


def link_fields(link: Link) -> Data:
    """Return what a link says beside its premises, its target and its relation."""
    out = step_fields(link)
    if link.named:
        out["id"] = link.id
    return out


def step_fields(link: Link) -> Data:
    """Return what a link says of its step: scheme, strength, note."""
    out: Data = {}
    if link.scheme is not None:
        out["scheme"] = link.scheme
    if link.sure is not None:
        out["sure"] = _value(link.sure)
    if link.note is not None:
        out["note"] = link.note
    return out


def paths_of_links(m: ArgumentMap) -> Mapping[str, Path]:
    """Return for each link the way to it through the map as its own formats have it."""
    paths: dict[str, Path] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for link in m.links:  # an undercutter stands after what it attacks
        word = WORDS[link.relation]
        above = paths.get(link.target, ("nodes", link.target))
        paths[link.id] = (*above, word, counts[link.target, word])
        counts[link.target, word] += 1
    return paths


def flat_link(link: Link) -> Data:
    """Return a link that stands alone: where it comes from, what it does, and to what."""
    ends = {"from": list(link.premises), "relation": link.relation, "to": link.target}
    return {**ends, **link_fields(link)}


def number(value: Decimal) -> int | float | str:
    """Return the amount as a JSON number where that keeps it exactly, else as text."""
    if value == value.to_integral_value() and abs(value) < 2**53:
        return int(value)
    if Decimal(repr(float(value))) == value:
        return float(value)
    return format(value, "f")


def _value(value: Any) -> Any:  # noqa: ANN401 - a field of any type
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
