"""The nodes as a table for spreadsheets; the links are the business of `csv-links`.

Cells that a spreadsheet would take for a formula begin with an apostrophe.

Source: RFC 4180; OWASP, CSV injection.
"""

from collections.abc import Iterator
from typing import Any

from argmap import wire
from argmap.model import ArgumentMap, Node
from argmap.tables import rows_as_csv

COLUMNS = ("id", *wire.NODE_FIELDS, "because", "but")


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield one row a node, under a header; links in short: `jam & fifth; balance`."""
    yield from rows_as_csv(COLUMNS, (_row(m, node) for node in m.nodes))


def _row(m: ArgumentMap, node: Node) -> dict[str, Any]:
    links = m.links_onto.get(node.id, ())
    words: dict[str, list[str]] = {"because": [], "but": []}
    for link in links:
        words["because" if link.relation == "supports" else "but"].append(" & ".join(link.premises))
    return {"id": node.id, **wire.node_fields(node), **words}
