"""The numbered notation of ICCMA 2023: `p af 3`, then `1 2` for each attack.

Read and written. Carries which rebuts which; the ids stand in comments.

Source: ICCMA 2023, https://iccma2023.github.io/rules.html.
"""

from collections.abc import Iterator

from argmap.formats._framework import attacks, kept, reading
from argmap.losses import Reading
from argmap.model import ArgumentMap


def read(text: str, name: str) -> Reading:  # noqa: ARG001 - problems are placed by whoever reads
    """Make the map of a framework."""
    return reading(text, "iccma")


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the header, the ids as comments, and an attack a line."""
    old = kept(m, "iccma")
    yield from (f"{comment}\n" for comment in old.comments)
    yield f"p af {len(m.nodes)}\n"
    yield from (f"# {number} {node.id}\n" for number, node in enumerate(m.nodes, 1))
    numbers = [str(number) for number in range(1, len(m.nodes) + 1)]
    yield from (f"{source} {target}\n" for source, target in attacks(m, numbers, old.itself))
