"""A text read, changed and read again, to be sure that it says what was meant and nothing else."""

from collections.abc import Callable
from typing import Final

from argmap.editing.formatting import formatted
from argmap.editing.patching import patched
from argmap.editing.requests import Changed
from argmap.editing.respelling import respelt
from argmap.errors import FileError, LoadError
from argmap.files import dumps, loads
from argmap.formats.table import format_of_text
from argmap.model import ArgumentMap

OWN: Final = ("yaml", "json", "jsonl")
"""The formats whose files are edited."""


def rewritten(text: str, name: str, change: Callable[[ArgumentMap], Changed]) -> tuple[str, Changed]:
    """Return the text of a map, changed, and what was changed.

    Args:
        text: A text of the own formats, without a byte-order mark.
        name: Name of the text, for messages.
        change: What is to be changed.

    Raises:
        FileError: it is in a format that is not edited, or laid out in a way that cannot be kept.
        LoadError: it is no map.
        ArgmapError: what the change itself raises.
    """
    written = _own_format(text, name)
    old = loads(text, format=written, name=name)
    changed = change(old)
    if changed.m == old:
        return text, changed
    new = _in_yaml(text, name, old, changed) if written == "yaml" else _anew(text, written, changed.m)
    if not _reads_as(new, written, changed.m):
        raise FileError(name, "its layout cannot be kept through this change", "argmap fmt lays it out anew")
    return new, changed


def reformatted(text: str, name: str) -> str:
    """Return the text of a map in its canonical layout.

    Raises:
        FileError: it is in a format that is not edited.
        LoadError: it is no map.
    """
    written = _own_format(text, name)
    m = loads(text, format=written, name=name)
    new = formatted(text, m) if written == "yaml" else _anew(text, written, m)
    if not _reads_as(new, written, m):
        raise FileError(name, "its layout is too odd to be changed", "argmap export yaml makes a copy")
    return new


def _own_format(text: str, name: str) -> str:
    row = format_of_text(text, name)
    if row.name not in OWN:
        raise FileError(
            name,
            f"maps in {row.name} are not edited",
            f"make one of argmap's own of it: argmap import {name} -o {name.partition('.')[0]}.argmap.yaml",
        )
    return row.name


def _in_yaml(text: str, name: str, old: ArgumentMap, changed: Changed) -> str:
    if changed.names:
        text = respelt(text, changed.names)
        old = loads(text, format="yaml", name=name)
    return text if old == changed.m else patched(text, old, changed.m)


def _anew(text: str, format_name: str, m: ArgumentMap) -> str:
    """Return the map in JSON or JSON Lines, its lines broken as those of the text are."""
    new = dumps(m, format=format_name)
    return new.replace("\n", "\r\n") if "\r\n" in text else new


def _reads_as(text: str, format_name: str, m: ArgumentMap) -> bool:
    try:
        return loads(text, format=format_name) == m
    except LoadError:
        return False
