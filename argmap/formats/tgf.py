"""Trivial Graph Format, as solvers of argumentation frameworks read it: ids, `#`, then `a b`.

Read and written. Carries ids and which rebuts which. A label after an id is read as the text.

Source: ICCMA 2015; yEd's description of the format.
"""

from collections.abc import Iterator

from argmap.formats._framework import Framework, attacks
from argmap.losses import Reading
from argmap.model import ArgumentMap


def read(text: str, name: str) -> Reading:  # noqa: ARG001 - problems are placed by whoever reads
    """Make the map of a framework."""
    framework = Framework()
    edges = False
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split(None, 2 if edges else 1)
        column = len(line) - len(line.lstrip()) + 1
        if not words:
            continue
        if words[0] == "#":
            if edges:
                framework.refuse(number, column, "a second # line; one stands between arguments and attacks")
            edges = True
        elif not edges:
            framework.argue(words[0], number, column, words[1].strip() if len(words) > 1 else "")
        elif len(words) == 1:
            framework.refuse(number, column, "an attack is two ids with a space between them")
        else:
            framework.attack(words[0], words[1], number, column)
    return framework.reading()


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield an id a line, `#`, and an attack a line."""
    ids = [node.id for node in m.nodes]
    yield from (f"{node_id}\n" for node_id in ids)
    yield "#\n"
    yield from (f"{source} {target}\n" for source, target in attacks(m, ids))
