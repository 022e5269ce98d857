"""Load and dump: where maps meet texts and files.

The four verbs are those of the standard library's `json`: `load` and `dump` know files, `loads`
and `dumps` texts. `reading` tells, beside the map, what of a foreign file the map does not say.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Final

from argmap.disk import read_text, shown, write_whole
from argmap.errors import LoadError, RequestError, UnknownNameError
from argmap.features import NAMES
from argmap.findings import Finding
from argmap.formats.row import Format
from argmap.formats.table import FORMATS, format_of_file, format_of_text
from argmap.losses import Loss, Reading, losses_of_writing
from argmap.model import ArgumentMap
from argmap.selectors import Places
from argmap.spelling import near

LEFT_OUT: Final = "X100"
"""The code of what a lenient reading leaves out."""
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
    return reading(path, format=format).map


def reading(path: str | Path, *, format: str | None = None, lenient: bool = False) -> Reading:  # noqa: A002
    """Return the map in a file together with what of the file it does not say.

    Args:
        path: The file; `-` is standard input.
        format: Name of its format; where it is missing, found from the text and the file's name.
        lenient: Leave out what cannot be read and return it as findings, where the format lets
            the rest stand without it.

    Raises:
        FileError: the file cannot be read.
        LoadError: its text is no map; carries every problem with line and column.
        UnknownNameError: there is no such format.
    """
    row = _readable(format) if format else None
    return _read(read_text(path), shown(path), row, lenient=lenient)


def loads(text: str, *, format: str | None = None, name: str = "text") -> ArgumentMap:  # noqa: A002
    """Return the map in a text; `name` is what messages call it.

    Raises:
        LoadError: it is no map; carries every problem with line and column.
        UnknownNameError: there is no such format.
    """
    return _read(text, name, _readable(format) if format else None).map


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
    write_whole(path, pieces(m, writable(format, path), plain=plain))


def dumps(m: ArgumentMap, *, format: str = "yaml", plain: bool = False) -> str:  # noqa: A002
    """Return the text of a map.

    Raises:
        RequestError: argmap does not write it.
        UnknownNameError: there is no such format.
    """
    return "".join(pieces(m, writable(format), plain=plain))


def writable(name: str | None, path: str | Path | None = None) -> Format:
    """Return the format of that name, or where there is none, the one that a file's name tells.

    Raises:
        RequestError: neither tells a format, or the format of that name is only read.
        UnknownNameError: there is no such format.
    """
    writing = [each for each in FORMATS if each.writes]
    if name:
        return _able(name, writing, "write")
    row = format_of_file(str(path or ""))
    if row is None and (path is None or str(path) == "-"):
        names = ", ".join(each.name for each in writing)
        raise RequestError("no format was named", f"argmap writes {names}")
    if row is None:
        endings = ", ".join(each.suffixes[0] for each in writing)
        raise RequestError(f"the name {shown(path or '')} tells no format", f"end it in {endings}")
    return row


def pieces(
    m: ArgumentMap, row: Format, *, plain: bool = False, places: Places | None = None
) -> Iterator[str]:
    """Yield the text of a map piece by piece, as `Conversion` does.

    Raises:
        RequestError: argmap does not write the format.
    """
    return Conversion(m, row).pieces(plain=plain, places=places)


class Conversion:
    """A map on its way into a format; whether the text it was read from will do is found out once."""

    def __init__(self, m: ArgumentMap, row: Format) -> None:
        """Keep the map and the format.

        Raises:
            RequestError: argmap does not write the format.
        """
        if not row.writes:
            raise RequestError(f"argmap does not write {row.name}")
        self._map = m
        self._row = row
        self._kept = _kept(m, row)

    def pieces(self, *, plain: bool = False, places: Places | None = None) -> Iterator[str]:
        """Yield the text piece by piece, so that a large one need not be held.

        Args:
            plain: Leave looks (colours, boxes) out.
            places: Where the map's anchors stand, for formats that tell; None where that is not known.
        """
        if self._kept is not None:
            return iter([self._kept])
        if self._row.placed:
            return self._row.placing_writer()(self._map, plain=plain, places=places or {})
        return self._row.writer()(self._map, plain=plain)

    def losses(self) -> tuple[Loss, ...]:
        """Return what is lost: nothing, where the map was read from that format."""
        m, row = self._map, self._row
        if self._kept is None:
            return losses_of_writing(m, row.carries)
        others = m.model_copy(update={"beside": tuple(pair for pair in m.beside if pair[0] != row.name)})
        return losses_of_writing(others, {**dict.fromkeys(NAMES, ""), "beside": row.carries.get("beside")})


def _kept(m: ArgumentMap, row: Format) -> str | None:
    """Return the text of a format that is kept beside a map, where the map is as it was read from it."""
    kept = m.kept_beside(row.name)
    if kept is None or not row.reads:
        return None
    was = row.reader()(kept, f"beside.{row.name}").map
    return kept if was.model_copy(update={"beside": ()}) == m.model_copy(update={"beside": ()}) else None


def _readable(name: str) -> Format:
    return _able(name, [row for row in FORMATS if row.reads], "read")


def _able(name: str, rows: Sequence[Format], verb: str) -> Format:
    names = [row.name for row in rows]
    if name in names:
        return rows[names.index(name)]
    if any(row.name == name for row in FORMATS):
        raise RequestError(f"argmap does not {verb} {name}", f"it {verb}s {', '.join(names)}")
    raise UnknownNameError("format", name, near=near(name, names), known=names)


def _read(text: str, name: str, row: Format | None, *, lenient: bool = False) -> Reading:
    text = text.removeprefix("\ufeff")
    row = row or format_of_text(text, name)
    with _collector_resting() if len(text) >= LARGE else nullcontext():
        found = row.reader()(text, name)
    if row.kept:
        found = found._replace(map=found.map.model_copy(update={"beside": ((row.name, text),)}))
    if not found.problems:
        return found
    error = LoadError(name, found.problems)
    if not lenient:
        raise error
    left_out = tuple(Finding(LEFT_OUT, "error", "", line) for line in error.lines())
    return found._replace(findings=(*left_out, *found.findings), problems=())


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
