"""The own format in JSON: the same shape as the YAML, normalised, one node a line.

Source: RFC 8259; the shape is that of `argmap schema`.
"""

from collections.abc import Iterator, Sequence

from argmap import assembly, jsontext, wire
from argmap.jsontext import dumped, parsed
from argmap.losses import Reading, read_leniently
from argmap.model import ArgumentMap
from argmap.places import Path


def read(text: str, name: str) -> Reading:
    """Make the map that a JSON text describes.

    Raises:
        LoadError: with every problem of the text, each with line and column.
    """
    done = assembly.from_plain(lambda: parsed(text, name), name, lambda paths: located(text, name, paths))
    return read_leniently(*done)


def located(text: str, name: str, paths: Sequence[Path]) -> list[tuple[int, int]]:  # noqa: ARG001 - as for YAML
    """Return line and column of what each path through the data leads to, as far as it leads."""
    return jsontext.located(text, paths)


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the map as JSON, node by node."""
    yield f'{dumped(wire.head(m))[:-1]}, "nodes": {{'
    mark = "\n"
    for node in m.nodes:
        yield f"{mark}{dumped(node.id)}: {dumped(wire.node_with_links(m, node))}"
        mark = ",\n"
    yield "}}\n" if not m.nodes else "\n}}\n"
