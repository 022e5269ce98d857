"""Load and dump: where maps meet texts and files.

The four verbs are those of the standard library's `json`: `load` and `dump` know files, `loads`
and `dumps` texts.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from argmap.disk import read_text, shown, write_whole
from argmap.errors import RequestError
from argmap.formats.table import (
    FORMATS,
    Format,
    format_named,
    format_of_file,
    format_of_text,
)
from argmap.model import ArgumentMap
from argmap.selectors import Places

LARGE: Final = 1_000_000
"""Characters from which on the garbage collector rests while a map is made."""


def load(path: str | Path, *, format: str | None = None) -> ArgumentMap:  # noqa: A002 - the field's word
    """Return the map in a file; `-` is standard input.

    Args:
        path: The file.
        format: Name of its format; where it is missing, found from the text and the file's name.

    Raises:
        FileError: the file cannot be read.
        LoadError: its text is no map; carries every problem with line and column.
        UnknownNameError: there is no such format.
    """
    row = _readable(format) if format else None
    return _read(read_text(path), shown(path), row)


def loads(text: str, *, format: str | None = None, name: str = "text") -> ArgumentMap:  # noqa: A002
    """Return the map in a text; `name` is what messages call it.

    Raises:
        LoadError: it is no map; carries every problem with line and column.
        UnknownNameError: there is no such format.
    """
    return _read(text, name, _readable(format) if format else None)


def dump(m: ArgumentMap, path: str | Path, *, format: str | None = None, plain: bool = False) -> None:  # noqa: A002
    """Write a map to a file, whole or not at all.

    Args:
        m: The map.
        path: The file.
        format: Name of the format; where it is missing, found from the file's name.
        plain: Leave looks (colours, boxes) out.

    Raises:
        FileError: it cannot be written.
        RequestError: the file's name tells no format that can be written.
        UnknownNameError: there is no such format.
    """
    row = format_named(format) if format else format_of_file(str(path))
    if row is None:
        endings = ", ".join(row.suffixes[0] for row in FORMATS if row.writes)
        raise RequestError(f"the name {shown(path)} tells no format", f"end it in {endings}")
    write_whole(path, pieces(m, row, plain=plain))


def dumps(m: ArgumentMap, *, format: str = "yaml", plain: bool = False) -> str:  # noqa: A002
    """Return the text of a map.

    Raises:
        UnknownNameError: there is no such format.
    """
    return "".join(pieces(m, format_named(format), plain=plain))


def pieces(
    m: ArgumentMap, row: Format, *, plain: bool = False, places: Places | None = None
) -> Iterator[str]:
    """Yield the text of a map piece by piece, so that a large one need not be held.

    Args:
        m: The map.
        row: The format.
        plain: Leave looks (colours, boxes) out.
        places: Where its anchors stand, for formats that tell; None where that is not known.

    Raises:
        RequestError: the format is not written.
    """
    if not row.writes:
        raise RequestError(f"argmap does not write {row.name}")
    if row.placed:
        return row.placing_writer()(m, plain=plain, places=places or {})
    return row.writer()(m, plain=plain)


def _readable(name: str) -> Format:
    row = format_named(name)
    if not row.reads:
        readable = ", ".join(row.name for row in FORMATS if row.reads)
        raise RequestError(f"argmap does not read {name}", f"it reads {readable}")
    return row


def _read(text: str, name: str, row: Format | None) -> ArgumentMap:
    text = text.removeprefix("\ufeff")
    row = row or format_of_text(text, name)
    if len(text) < LARGE:
        return row.reader()(text, name)
    with _collector_resting():
        return row.reader()(text, name)


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Keep the garbage collector from walking a growing map again and again: three times faster."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
