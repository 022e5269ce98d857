"""The links as a table for spreadsheets: one row a premise, so that each row joins two ids.

Premises that only work together share the id of their link.

Source: RFC 4180; OWASP, CSV injection.
"""

from collections.abc import Iterator

from argmap.model import ArgumentMap
from argmap.tables import rows_as_csv

COLUMNS = ("link", "premise", "relation", "target", "together", "scheme", "sure", "note")


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield one row a premise, under a header."""
    rows = (
        {
            "link": link.id,
            "premise": premise,
            "relation": link.relation,
            "target": link.target,
            "together": len(link.premises),
            "scheme": link.scheme,
            "sure": link.sure,
            "note": link.note,
        }
        for link in m.links
        for premise in link.premises
    )
    yield from rows_as_csv(COLUMNS, rows)
