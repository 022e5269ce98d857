"""The notation of ASPARTIX, in facts such as `arg(a).` and `att(a,b).`, as older ICCMAs took it.

Read and written. Carries which rebuts which and nothing else; an undercutter or linked premises
would need arguments made of links.

Source: ASPARTIX, https://www.dbai.tuwien.ac.at/research/argumentation/aspartix; ICCMA 2015.
"""

from collections.abc import Iterator, Mapping

from argmap.formats._framework import attacks, kept, reading
from argmap.losses import Reading
from argmap.model import ArgumentMap


def read(text: str, name: str) -> Reading:  # noqa: ARG001 - problems are placed by whoever reads
    """Make the map of a framework."""
    return reading(text, "apx")


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield a fact a line; hyphens, which are no part of a name there, become underscores."""
    old = kept(m, "apx")
    names = _names(m, old.names)
    yield from (f"{comment}\n" for comment in old.comments)
    yield from (f"arg({name}).\n" for name in names)
    yield from (f"att({source},{target}).\n" for source, target in attacks(m, names, old.itself))


def _names(m: ArgumentMap, known: Mapping[str, str]) -> list[str]:
    """Return a name for each node that no other one has: the one it was read with, where it was."""
    taken = set(known.values())
    names = []
    for node in m.nodes:
        name = known.get(node.id)
        if name is None:
            name = node.id.replace("-", "_")
            while name in taken:
                name += "_"
            taken.add(name)
        names.append(name)
    return names
