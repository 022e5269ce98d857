"""Trivial Graph Format, as solvers of argumentation frameworks read it: ids, `#`, then `a b`.

Read and written. Carries ids and which rebuts which. A label after an id is read as the text.

Source: ICCMA 2015; yEd's description of the format.
"""

from collections.abc import Iterator

from argmap.formats._framework import attacks, reading
from argmap.losses import Reading
from argmap.model import ArgumentMap


def read(text: str, name: str) -> Reading:  # noqa: ARG001 - problems are placed by whoever reads
    """Make the map of a framework."""
    return reading(text, "tgf")


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield an id a line, `#`, and an attack a line."""
    ids = [node.id for node in m.nodes]
    yield from (f"{node_id}\n" for node_id in ids)
    yield "#\n"
    yield from (f"{source} {target}\n" for source, target in attacks(m, ids))
