"""The notation of ASPARTIX, in facts such as `arg(a).` and `att(a,b).`, as older ICCMAs took it.

Read and written. Carries which rebuts which and nothing else; an undercutter or linked premises
would need arguments made of links.

Source: ASPARTIX, https://www.dbai.tuwien.ac.at/research/argumentation/aspartix; ICCMA 2015.
"""

import re
from collections.abc import Iterator
from typing import Final

from argmap.disk import line_and_column
from argmap.formats._framework import Framework, attacks
from argmap.losses import Reading
from argmap.model import ArgumentMap

_NAME: Final = r'\s*((?:"[^"\n]*"|[^\s(),."%]+))\s*'
_STEP: Final = re.compile(rf"\s+|%[^\n]*|arg\s*\({_NAME}\)\s*\.|att\s*\({_NAME},{_NAME}\)\s*\.")
_REST: Final = re.compile(r"[^\n]*")


def read(text: str, name: str) -> Reading:  # noqa: ARG001 - problems are placed by whoever reads
    """Make the map of a framework; its lines may stand in any order."""
    framework = Framework()
    at = 0
    while at < len(text):
        found = _STEP.match(text, at)
        if found is None:
            message = "this is no fact: arg(a). or att(a,b)."
            framework.refuse(*line_and_column(text, at), message)
            found = _REST.match(text, at)
            assert found is not None  # noqa: S101 - it matches anything, even nothing
        else:
            argument, source, target = found.groups()
            if argument is not None:
                framework.argue(argument, *line_and_column(text, at))
            elif source is not None:
                framework.attack(source, target, *line_and_column(text, at))
        at = max(found.end(), at + 1)
    return framework.reading()


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield a fact a line; hyphens, which are no part of a name there, become underscores."""
    names = _names(m)
    yield from (f"arg({name}).\n" for name in names)
    yield from (f"att({source},{target}).\n" for source, target in attacks(m, names))


def _names(m: ArgumentMap) -> list[str]:
    """Return a name for each node that no other one has."""
    taken: set[str] = set()
    names = []
    for node in m.nodes:
        name = node.id.replace("-", "_")
        while name in taken:
            name += "_"
        taken.add(name)
        names.append(name)
    return names
