"""The arrows as a table for Neo4j's importer; they join the nodes of `neo4j`.

Source: Neo4j operations manual, neo4j-admin database import; OWASP, CSV injection.
"""

from collections.abc import Iterator

from argmap.formats._neo4j import LINK_COLUMNS, links
from argmap.model import ArgumentMap
from argmap.tables import rows_as_csv


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield one row an arrow, under a header that says what each column is."""
    yield from rows_as_csv(LINK_COLUMNS, links(m))
