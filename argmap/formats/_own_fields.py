"""What argmap says of a node or a link in the free part of a foreign record, and reads back from it.

Only what the record has no slot for stands there; its text, its quotation and what it joins are
read from the record itself, so that what another program changes is seen.
"""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from argmap import wire
from argmap.model import Link, Node, Source
from argmap.naming import fits
from argmap.wire import ANCHOR_FIELDS, Data


def said_of_node(node: Node) -> Data:
    """Return all fields of a node but its text."""
    return {name: value for name, value in wire.node_fields(node).items() if name != "text"}


def with_id(name: str, key: str, said: Data) -> Data:
    """Return what is said of a node, with its id where its record has another program's key."""
    return said if name == key else {**said, "id": name}


def said_of_link(link: Link) -> Data:
    """Return all that a link says beside what it joins."""
    return {"link": True, **wire.link_fields(link)}


def own_node(said: Any) -> Data | None:  # noqa: ANN401 - any JSON value
    """Return the fields that argmap wrote of a node, as the model has them; None where it did not.

    An `id` is among them only where the record's key is another program's.
    """
    if not isinstance(said, dict) or "kind" not in said:
        return None
    anchor = {name: said[name] for name in ANCHOR_FIELDS if name in said}
    rest = {name: value for name, value in said.items() if name not in ANCHOR_FIELDS}
    fields = {**rest, "anchor": anchor} if anchor else rest
    try:
        TypeAdapter(Node).validate_python({"id": "a", **fields, "text": "?"})
    except ValidationError:
        return None
    return fields


def own_source(said: Any) -> Data | None:  # noqa: ANN401 - any JSON value
    """Return what argmap wrote of the source, as the model has it; None where it did not."""
    try:
        Source.model_validate(said)
    except ValidationError:
        return None
    return dict(said)


def own_step(said: Any) -> Data | None:  # noqa: ANN401 - any JSON value
    """Return the fields that argmap wrote of a link, as the model has them; None where it did not."""
    if not isinstance(said, dict) or said.get("link") is not True:
        return None
    fields = {name: said[name] for name in ("scheme", "sure", "note") if name in said}
    name = said.get("id")
    if name is not None and not (isinstance(name, str) and fits(name)):
        return None
    try:
        Link.model_validate(
            {**fields, "id": name or "", "premises": ("a",), "target": "b", "relation": "supports"}
        )
    except ValidationError:
        return None
    return {**fields, "named": name}
