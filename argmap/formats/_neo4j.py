"""The columns that Neo4j's importer wants: what joins tables, and how each value is to be taken.

Source: Neo4j operations manual, neo4j-admin database import: header formats.
"""

from collections.abc import Iterator
from typing import Any, Final

from argmap import wire
from argmap.model import ArgumentMap, Link
from argmap.tables import cell
from argmap.wire import Data

_TYPES: Final = {
    "holder": "holder:string[]",
    "at": "at:string[]",
    "also": "also:string[]",
    "tags": "tags:string[]",
    "sure": "sure:double",
    "implicit": "implicit:boolean",
    "given": "given:boolean",
}
NODE_COLUMNS: Final = (
    "id:ID",
    ":LABEL",
    *(_TYPES.get(name, name) for name in wire.NODE_FIELDS if name != "kind"),
    "scheme",
)
LINK_COLUMNS: Final = (":START_ID", ":END_ID", ":TYPE", "link", "scheme", "sure:double", "note")


def nodes(m: ArgumentMap) -> Iterator[Data]:
    """Yield a row a statement, then one for each link that is more than an arrow."""
    for node in m.nodes:
        fields = wire.node_fields(node)
        label = fields.pop("kind").capitalize()
        yield {"id:ID": node.id, ":LABEL": f"Statement;{label}", **_typed(fields)}
    for link in m.inferences.values():
        yield {"id:ID": link.id, ":LABEL": "Inference", **_typed(wire.step_fields(link))}


def links(m: ArgumentMap) -> Iterator[Data]:
    """Yield a row an arrow: from premise to inference and from there on, or straight."""
    for link in m.links:
        if link.id in m.inferences:
            yield from (_arrow(premise, link.id, "PREMISE", link) for premise in link.premises)
            yield _arrow(link.id, link.target, link.relation.upper(), link)
        else:
            step = _typed(wire.step_fields(link))
            yield {**_arrow(link.premises[0], link.target, link.relation.upper(), link), **step}


def _arrow(source: str, target: str, sort: str, link: Link) -> Data:
    return {":START_ID": source, ":END_ID": target, ":TYPE": sort, "link": link.id}


def _typed(fields: Data) -> Data:
    """Return fields under the names of their columns; what parts a list is no part of its items."""
    return {_TYPES.get(name, name): _listed(value) for name, value in fields.items()}


def _listed(value: Any) -> Any:  # noqa: ANN401 - what a field of the wire holds
    """Return a list as one text, in which each item is guarded by itself."""
    if not isinstance(value, list):
        return value
    return ";".join(cell(str(each)).replace(";", ",") for each in value)
