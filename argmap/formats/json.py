"""The own format in JSON: the same shape as the YAML, normalised, one node a line.

Source: RFC 8259; the shape is that of `argmap schema`.
"""

from collections.abc import Iterator

from argmap import assembly, wire
from argmap.jsontext import dumped, located, parsed
from argmap.losses import Reading
from argmap.model import ArgumentMap


def read(text: str, name: str) -> Reading:
    """Make the map that a JSON text describes.

    Raises:
        LoadError: with every problem of the text, each with line and column.
    """
    return Reading(assembly.from_plain(parsed(text, name), name, lambda paths: located(text, paths)))


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the map as JSON, node by node."""
    yield f'{dumped(wire.head(m))[:-1]}, "nodes": {{'
    mark = "\n"
    for node in m.nodes:
        yield f"{mark}{dumped(node.id)}: {dumped(wire.node_with_links(m, node))}"
        mark = ",\n"
    yield "}}\n" if not m.nodes else "\n}}\n"
