"""Ways through nested data, and the places in a text to which they lead."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, TypeAlias, TypeVar

Path: TypeAlias = tuple[str | int | None, ...]
"""Way through the data: keys and positions; None at the end means the key itself."""
Place = TypeVar("Place")

DEEPEST: Final = 60
"""How deep lists and mappings of a file may nest."""


def towards(paths: Iterable[Path]) -> set[Path]:
    """Return the paths, and every shorter one that leads towards one of them."""
    return {path[:end] for path in paths for end in range(len(path) + 1)}


def nearest(path: Path, places: Mapping[Path, Place], start: Place) -> Place:
    """Return the place of what a path leads to, as far as it leads; at worst, of the start."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, start)


def with_line_feeds(text: str) -> str:
    """Return a text whose lines end in a line feed each, whatever they ended in."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Lines:
    """The lines of a text, found when a place is first asked for."""

    def __init__(self, text: str, first: int = 1) -> None:
        """Keep the text, and the number of its first line, when it is part of a longer one."""
        self._text = text
        self._first = first

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self._text))]

    def at(self, position: int) -> tuple[int, int]:
        """Return the line and the column, from 1, of a position; columns count code points."""
        line = bisect_right(self._starts, position) - 1
        return line + self._first, position - self._starts[line] + 1

    def position(self, line: int, column: int) -> int:
        """Return the position of a line and a column, from 1."""
        starts = self._starts
        return starts[min(line - self._first, len(starts) - 1)] + column - 1
