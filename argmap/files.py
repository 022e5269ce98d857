"""Load and dump: where maps meet texts and files.

The four verbs are those of the standard library's `json`: `load` and `dump` know files, `loads`
and `dumps` texts. `reading` tells, beside the map, what of a foreign file the map does not say.
"""

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from operator import attrgetter
from pathlib import Path
from typing import Final, cast

from argmap.annotated import with_source
from argmap.conversion import Conversion, with_kept
from argmap.disk import read_text, shown, write_whole
from argmap.errors import FileError, LoadError, Problem, RequestError, UnknownNameError
from argmap.findings import Finding
from argmap.formats.row import Format
from argmap.formats.table import FORMATS, format_of_file, format_of_text
from argmap.including import Folder, Included, OnDisk
from argmap.looks import USUAL, Look
from argmap.losses import Reading, counted
from argmap.malformed import LEFT_OUT
from argmap.model import ArgumentMap
from argmap.places import Path as Way
from argmap.selectors import Places
from argmap.spelling import near

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
    return _read_beside(read_text(path), _beside(path), shown(path), row, lenient=lenient)


def reading_of(text: str, beside: str | Path | Folder, name: str) -> Reading:
    """Return the map in the text of a file that is open already; what that asks for lies beside the file.

    Args:
        text: The text, in any format.
        beside: The file, `-` for standard input; or the folder in which such files are looked for.
        name: What messages call it.

    Raises:
        LoadError: it is no map; carries every problem with line and column.
    """
    folder = _beside(beside) if isinstance(beside, str | Path) else beside
    return _read_beside(text, folder, name, None)


def loads(text: str, *, format: str | None = None, name: str = "text") -> ArgumentMap:  # noqa: A002
    """Return the map in a text; `name` is what messages call it.

    Raises:
        LoadError: it is no map; carries every problem with line and column.
        UnknownNameError: there is no such format.
    """
    return _read(text, name, _readable(format) if format else None).map


def places_of(text: str, paths: Sequence[Way], name: str) -> list[tuple[int, int]]:
    """Return line and column, from 1, of what each path leads to in the text of a map; (0, 0) unless known.

    Args:
        text: A text that can be read.
        paths: Ways through the map as its own formats have it: ("nodes", id, "because", 0, "unless", 0).
            None at the end means the key itself; a path that leads too far means what it leads to.
        name: Name of the text, from which its format may be told.
    """
    text = text.removeprefix("\ufeff")
    row = format_of_text(text, name)
    return row.locator()(text, name, paths) if row.locates and paths else [(0, 0)] * len(paths)


def dump(
    m: ArgumentMap,
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the field's word
    plain: bool = False,
    look: Look = USUAL,
) -> None:
    """Write a map to a file, whole or not at all.

    Args:
        m: The map.
        path: The file.
        format: Name of the format; where it is missing, found from the file's name.
        plain: Leave looks (colours, boxes) out.
        look: Theme and direction, for pictures.

    Raises:
        FileError: it cannot be written.
        RequestError: the file's name tells no format that can be written, or is `-`, which is no file;
            or what draws it is missing.
        UnknownNameError: there is no such format.
    """
    if str(path) == "-":
        raise RequestError("- is no file to write a map to", "print what dumps returns")
    write_whole(path, pieces(m, writable(format, path), plain=plain, look=look))


def dumps(m: ArgumentMap, *, format: str = "yaml", plain: bool = False, look: Look = USUAL) -> str:  # noqa: A002
    """Return the text of a map.

    Raises:
        RequestError: argmap does not write it, it is no text, or what draws it is missing.
        UnknownNameError: there is no such format.
    """
    row = writable(format)
    if row.binary:
        raise RequestError(f"{row.name} is no text", "dump writes it to a file")
    return "".join(cast("Iterator[str]", pieces(m, row, plain=plain, look=look)))


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
    m: ArgumentMap,
    row: Format,
    *,
    plain: bool = False,
    places: Places | None = None,
    look: Look = USUAL,
) -> Iterator[str] | Iterator[bytes]:
    """Yield the text, or the bytes, of a map piece by piece, as `Conversion` does.

    Raises:
        RequestError: argmap does not write the format, or what draws it is missing.
    """
    return Conversion(m, row).pieces(plain=plain, places=places, look=look)


def _readable(name: str) -> Format:
    return _able(name, [row for row in FORMATS if row.reads], "read")


def _able(name: str, rows: Sequence[Format], verb: str) -> Format:
    names = [row.name for row in rows]
    if name in names:
        return rows[names.index(name)]
    if any(row.name == name for row in FORMATS):
        raise RequestError(f"argmap does not {verb} {name}", f"it {verb}s {', '.join(names)}")
    raise UnknownNameError("format", name, near=near(name, names), known=names)


def _beside(path: str | Path) -> Folder | None:
    """Return where the files lie that the text of a file may ask for; None for standard input."""
    return OnDisk(Path(path)) if str(path) != "-" else None


def _read_beside(
    text: str, folder: Folder | None, name: str, row: Format | None, *, lenient: bool = False
) -> Reading:
    """Read the text of a file, with the files that it asks for, or the one that it annotates."""
    row = row or format_of_text(text, name)
    if folder is not None and row.includes and "@include(" in text:
        found = _read_whole(Included(text, folder), name, row, lenient=lenient)
    else:
        found = _read(text, name, row, lenient=lenient)
        found = found if folder is None else with_source(found, row, folder.file)
    return found._replace(findings=tuple(sorted(found.findings, key=_PLACE)))


_PLACE: Final = attrgetter("file", "line", "column")


def _read(text: str, name: str, row: Format | None, *, lenient: bool = False) -> Reading:
    text = text.removeprefix("\ufeff")
    row = row or format_of_text(text, name)
    if len(text) >= LARGE:
        _refuse_more(text, name, row)
    with _collector_resting() if len(text) >= LARGE else nullcontext():
        found = row.reader()(text, name)
    found = with_kept(found, row, text)
    if not found.problems:
        return found
    error = LoadError(name, found.problems)
    if not lenient:
        raise error
    return found._replace(findings=(*map(_left_out, error.problems), *found.findings), problems=())


def _left_out(problem: Problem) -> Finding:
    """Return what a lenient reading says of what it leaves out."""
    line, column, message, file = problem
    return LEFT_OUT.at("", message, line, column, file)


def _refuse_more(text: str, name: str, row: Format) -> None:
    """Refuse a text that holds more statements and links than `ARGMAP_MOST` says, if it says a number.

    Counting is quick, and no memory is spent yet.
    """
    said = os.environ.get("ARGMAP_MOST", "")
    if not said:
        return
    if not (said.isascii() and said.isdigit()):
        raise RequestError(f"ARGMAP_MOST is a whole number, not {shown(said[:40])}", "argmap help limits")
    count = sum(text.count(mark) for mark in row.marks)
    if count > int(said[:18]):
        raise FileError(
            name,
            f"it holds about {count:,} statements and links, and {int(said[:18]):,} are read at most",
            "set ARGMAP_MOST to more where there is memory, 2.5 KB for each: argmap help limits",
        )


def _read_whole(whole: Included, name: str, row: Format | None, *, lenient: bool) -> Reading:
    """Read a text with the files it asks for; what is wrong is told where its file has it."""
    problems = whole.problems()
    try:
        found = _read(whole.text, name, row, lenient=lenient)
    except LoadError as error:
        raise LoadError(name, [*problems, *map(whole.placed, error.problems)]) from None
    if problems and not lenient:
        raise LoadError(name, problems)
    losses = (*found.losses, *counted("approximated", {"included files": whole.count}, _PUT_IN))
    findings = (*map(_left_out, problems), *whole.findings, *map(whole.found, found.findings))
    return found._replace(losses=losses, findings=findings)


_PUT_IN: Final = {"included files": "put into the text"}


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
