"""Trivial Graph Format, as solvers of argumentation frameworks read it: ids, `#`, then `a b`.

Read and written. Carries ids and which rebuts which. A label after an id is read as the text.

Source: ICCMA 2015; yEd's description of the format.
"""

from collections.abc import Iterator

from argmap.formats._framework import attacks, kept, label, reading
from argmap.losses import Reading
from argmap.model import ArgumentMap


def read(text: str, name: str) -> Reading:  # noqa: ARG001 - problems are placed by whoever reads
    """Make the map of a framework."""
    return reading(text, "tgf")


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield an id a line, `#`, and an attack a line; texts only into a file that had some."""
    old = kept(m, "tgf")
    taken = {name for node_id, name in old.names.items() if name != node_id}
    names = [old.names.get(node.id) or _free(node.id, taken) for node in m.nodes]
    for node, name in zip(m.nodes, names, strict=True):
        yield f"{name}{label(node.text, name) if old.labelled else ''}\n"
    yield "#\n"
    yield from (f"{source} {target}\n" for source, target in attacks(m, names, old.itself))


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "-2"
    taken.add(name)
    return name
