"""What a row of the table of formats says of a format, and what its module has to offer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from types import MappingProxyType
from typing import Final, Protocol, cast

from argmap.features import NAMES
from argmap.looks import Look
from argmap.losses import Reading
from argmap.model import ArgumentMap
from argmap.places import Path
from argmap.selectors import Places


class Reader(Protocol):
    """A format that can be read."""

    def __call__(self, text: str, name: str) -> Reading:
        """Make the map that a text describes, and say what of the text it does not say.

        Raises:
            LoadError: nothing can be made of it; with every problem, each with line and column.
        """
        ...


class Writer(Protocol):
    """A format that can be written."""

    def __call__(self, m: ArgumentMap, *, plain: bool) -> Iterator[str]:
        """Yield the text of a map, piece by piece; `plain` leaves looks out."""
        ...


class PlacingWriter(Protocol):
    """A format that is better written when it is told where the anchors stand in the source."""

    def __call__(self, m: ArgumentMap, *, plain: bool, places: Places) -> Iterator[str]:
        """Yield the text of a map, piece by piece; anchors without a place are written without."""
        ...


class DrawingWriter(Protocol):
    """A format whose looks can be chosen: the text of a picture, or the bytes of one."""

    def __call__(self, m: ArgumentMap, *, plain: bool, look: Look) -> Iterator[str] | Iterator[bytes]:
        """Yield the text, or the bytes, of a map piece by piece; `plain` leaves looks out.

        Raises:
            RequestError: what draws it is not there, or does not come to an end.
        """
        ...


class Locator(Protocol):
    """A format that tells where in a text something of its map stands."""

    def __call__(self, text: str, name: str, paths: Sequence[Path]) -> list[tuple[int, int]]:
        """Return line and column of what each path through the data leads to, as far as it leads."""
        ...


Carried = Mapping[str, str]
"""The features a format carries: with how it says each, or nothing where it says it as it is."""


def carried(words: str = "", **approximated: str) -> Carried:
    """Return what a format carries: features as they are, and features said in another way."""
    return MappingProxyType(dict.fromkeys(words.split(), "") | approximated)


EVERYTHING: Final = carried(" ".join(NAMES))


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the table.

    Attributes:
        name: What the command line calls it; also its file's name, hyphens as underscores.
        suffixes: The endings of its files, the usual one first.
        about: One line for people.
        reads: Whether argmap reads it.
        writes: Whether argmap writes it.
        whole: Whether what argmap writes, it reads back as the identical map.
        placed: Whether it is better written when it is told where the anchors stand in the source.
        drawn: Whether its looks can be chosen: theme and direction.
        binary: Whether it is bytes, and no text.
        locates: Whether it tells on which line of a text something of its map stands.
        begins: What a text in this format begins with, white space aside; a regular expression.
        holds: What a text in this format, and in no other that begins so, holds somewhere; a regular
            expression. In JSON a key in its quotes cannot stand within a text.
        carries: What of a map it carries when it is written.
        kept: Whether a text that was read is kept beside the map, word for word.
        includes: Whether a text may ask for other files with `@include(path)`.
        annotates: Whether a text is about another one, which lies beside it and ends in `.txt`.
        marks: What stands in a text about once for each statement and each link: by it, a text that
            is too large is known before anything is made of it.
    """

    name: str
    suffixes: tuple[str, ...]
    about: str
    reads: bool = False
    writes: bool = True
    whole: bool = False
    placed: bool = False
    drawn: bool = False
    binary: bool = False
    locates: bool = False
    begins: str = ""
    holds: str = ""
    carries: Carried = field(default_factory=lambda: EVERYTHING)
    kept: bool = False
    includes: bool = False
    annotates: bool = False
    marks: tuple[str, ...] = ("\n",)

    @property
    def home(self) -> str:
        """The module that reads and writes it."""
        return "argmap.formats." + self.name.replace("-", "_")

    def reader(self) -> Reader:
        """Return the function that reads it."""
        return cast("Reader", import_module(self.home).read)

    def writer(self) -> Writer:
        """Return the function that writes it."""
        return cast("Writer", import_module(self.home).write)

    def locator(self) -> Locator:
        """Return the function that tells where something stands."""
        return cast("Locator", import_module(self.home).located)

    def placing_writer(self) -> PlacingWriter:
        """Return the function that writes it, for formats that are told where anchors stand."""
        return cast("PlacingWriter", import_module(self.home).write)

    def drawing_writer(self) -> DrawingWriter:
        """Return the function that writes it, for formats whose looks can be chosen."""
        return cast("DrawingWriter", import_module(self.home).write)
