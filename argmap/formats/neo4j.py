"""The nodes as a table for Neo4j's importer; the arrows are the business of `neo4j-links`.

Cells that a spreadsheet would take for a formula begin with an apostrophe. Premises that only work
together, and undercut steps, meet in a node `Inference`.

Source: Neo4j operations manual, neo4j-admin database import; OWASP, CSV injection.
"""

from collections.abc import Iterator

from argmap.formats._neo4j import NODE_COLUMNS, nodes
from argmap.model import ArgumentMap
from argmap.tables import rows_as_csv


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield one row a node, under a header that says what each column is."""
    yield from rows_as_csv(NODE_COLUMNS, nodes(m))
