"""Items for programs: JSON, JSON Lines and CSV, streamed."""

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.jsontext import dumped
from argmap.tables import rows_as_csv


def as_json(head: dict[str, Any], items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield one JSON object: the head, and the items in a list, one a line."""
    yield dumped(head)[:-1] + ', "items": ['
    mark = "\n "
    for item in items:
        yield mark + dumped(item)
        mark = ",\n "
    yield "]}\n" if mark == "\n " else "\n]}\n"


def as_json_lines(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield each item as JSON on a line of its own."""
    for item in items:
        yield dumped(item) + "\n"


def as_csv(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield the items as a table with a header; what nests is written as JSON in its cell."""
    rows = list(items)
    names = list(dict.fromkeys(name for row in rows for name in row))
    if names:
        yield from rows_as_csv(names, rows)
