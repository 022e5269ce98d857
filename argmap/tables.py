"""Rows as CSV that no spreadsheet takes for formulas."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from argmap.controls import visible

FORMULA: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet would take for the beginning of a formula; some take the full-width signs too.
Tabs and carriage returns are written as escapes, and so begin none."""
ROWS_A_PIECE: Final = 500


def rows_as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a header and the rows, piece by piece; a column that a row lacks stays empty."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    for number, row in enumerate(rows, 1):
        writer.writerow([cell(row.get(name)) for name in columns])
        if number % ROWS_A_PIECE == 0:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def cell(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return a value as the text of a cell; what nests is written as JSON."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            text = visible(value.replace("\r\n", " ").replace("\n", " "))
            return "'" + text if text.lstrip().startswith(FORMULA) else text
        case list() if all(isinstance(each, str) for each in value):
            return cell("; ".join(value))
        case list() | dict():
            return cell(json.dumps(value, ensure_ascii=False))
        case _:
            return str(value)
