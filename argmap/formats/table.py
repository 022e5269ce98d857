"""The table of formats: one frozen row and one file each.

A row names its module, which has `read(text, name)` and `write(m, plain=…)` as far as the row
says so. The module is imported when it is first needed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Protocol, cast

from argmap.errors import UnknownNameError
from argmap.model import ArgumentMap
from argmap.selectors import Places
from argmap.spelling import near


class Reader(Protocol):
    """A format that can be read."""

    def __call__(self, text: str, name: str) -> ArgumentMap:
        """Make the map that a text describes.

        Raises:
            LoadError: with every problem of the text, each with line and column.
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
        begins: What a text in this format begins with, white space aside; a regular expression.
    """

    name: str
    suffixes: tuple[str, ...]
    about: str
    reads: bool = False
    writes: bool = True
    whole: bool = False
    placed: bool = False
    begins: str = ""

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

    def placing_writer(self) -> PlacingWriter:
        """Return the function that writes it, for formats that are told where anchors stand."""
        return cast("PlacingWriter", import_module(self.home).write)


FORMATS: Final = (
    Format(
        "yaml",
        (".argmap.yaml", ".yaml", ".yml"),
        "the map as people write it",
        reads=True,
        whole=True,
    ),
    Format(
        "json",
        (".argmap.json", ".json"),
        "the same in JSON, one node a line",
        reads=True,
        whole=True,
        begins=r"\{",
    ),
    Format(
        "jsonl",
        (".argmap.jsonl", ".jsonl", ".ndjson"),
        "JSON Lines, for large maps",
        reads=True,
        whole=True,
        begins=r"\{[^\n]*\}[ \t\r]*\n\s*\{",
    ),
    Format(
        "graphml",
        (".graphml",),
        "graph for yEd, Gephi, Cytoscape, igraph, networkx, Neo4j",
        reads=True,
        whole=True,
        begins=r"<",
    ),
    Format("csv", (".csv",), "table of the nodes, for spreadsheets"),
    Format("csv-links", (".links.csv",), "table of the links, for spreadsheets"),
    Format("dot", (".dot", ".gv"), "graph for Graphviz"),
    Format("mermaid", (".mmd", ".mermaid"), "diagram for Markdown pages"),
    Format("annotations", (".jsonld",), "W3C Web Annotations of the source", placed=True),
)


def format_named(name: str) -> Format:
    """Return the row of that name.

    Raises:
        UnknownNameError: there is none.
    """
    for row in FORMATS:
        if row.name == name:
            return row
    raise UnknownNameError("format", name, near=near(name, [row.name for row in FORMATS]))


def format_of_file(name: str) -> Format | None:
    """Return the row whose ending a file's name has: the longest one that fits."""
    lowered = name.lower()
    fitting = [(len(suffix), row) for row in FORMATS for suffix in row.suffixes if lowered.endswith(suffix)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def format_of_text(text: str, name: str = "") -> Format:
    """Return the row that a text is in: YAML if its name says so, else by what it begins with, else YAML."""
    named = format_of_file(name)
    if named is not None and named.reads and not named.begins:  # YAML may begin like any other
        return named
    for row in (format_named("jsonl"), *FORMATS):
        if row.reads and row.begins and _begins(text, row):
            return row
    return FORMATS[0]


def _begins(text: str, row: Format) -> bool:
    return re.match(r"\ufeff?\s*" + row.begins, text) is not None
