"""Ways through nested data, and the places in a text to which they lead."""

from collections.abc import Iterable, Mapping
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
