"""Abstract argumentation frameworks, whatever their notation: arguments, and which attacks which.

Source: Dung 1995; an argument becomes a claim, an attack a rebuttal. Attacks of an argument on
itself are the one thing that a map cannot say.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.controls import visible
from argmap.errors import Problem
from argmap.findings import Finding
from argmap.formats._ids import ids_for
from argmap.losses import Reading, counted
from argmap.model import ArgumentMap
from argmap.wire import Data

ITSELF: Final = "X110"
"""The code of an attack on itself."""


class Framework:
    """Gathers arguments and attacks, and every problem with its place."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.arguments: dict[str, str] = {}
        """The text of each argument, by its name."""
        self.problems: list[Problem] = []
        self._attacks: list[tuple[str, str, int, int]] = []

    def argue(self, name: str, line: int, column: int, text: str = "") -> None:
        """Take an argument."""
        if name in self.arguments:
            self.refuse(line, column, f"the argument {visible(name[:60])} is there twice")
        else:
            self.arguments[name] = visible(text or name)

    def attack(self, source: str, target: str, line: int, column: int) -> None:
        """Take an attack; its arguments may come later."""
        self._attacks.append((source, target, line, column))

    def refuse(self, line: int, column: int, message: str) -> None:
        """Note what cannot be read."""
        self.problems.append(Problem(line, column, message))

    def reading(self) -> Reading:
        """Return what came of it."""
        ids = dict(zip(self.arguments, ids_for(self.arguments), strict=True))
        links: list[Data] = []
        findings: list[Finding] = []
        for source, target, line, column in self._attacks:
            missing = next((name for name in (source, target) if name not in ids), None)
            if missing is not None:
                self.refuse(line, column, f"there is no argument {visible(missing[:60])}")
            elif source == target:
                message = "attacks itself, which a map cannot say"
                findings.append(Finding(ITSELF, "warning", ids[source], f"{visible(source[:60])} {message}"))
            else:
                links.append({"premises": [ids[source]], "target": ids[target], "relation": "rebuts"})
        nodes = [{"kind": "claim", "id": ids[name], "text": text} for name, text in self.arguments.items()]
        m = ArgumentMap.model_validate({"nodes": nodes, "links": links})
        lost = counted("dropped", {"attacks on itself": len(findings)})
        return Reading(m, lost, tuple(findings), tuple(self.problems))


def attacks(m: ArgumentMap, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield which node's name attacks which, premises that work together each by itself."""
    at = {node.id: name for node, name in zip(m.nodes, names, strict=True)}
    for link in m.links:
        if link.relation == "rebuts":
            yield from ((at[premise], at[link.target]) for premise in link.premises)
