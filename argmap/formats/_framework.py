"""Abstract argumentation frameworks, whatever their notation, as maps and back.

An argument becomes a claim, an attack a rebuttal. Attacks of an argument on itself are the one
thing that a map cannot say.

Source: Dung 1995.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.controls import visible
from argmap.findings import Finding
from argmap.formats._ids import ids_for
from argmap.frameworks import Notation, gathered
from argmap.losses import Reading, counted
from argmap.model import ArgumentMap
from argmap.wire import Data

ITSELF: Final = "X110"
"""The code of an attack on itself."""


def reading(text: str, notation: Notation) -> Reading:
    """Make the map of a framework."""
    framework, texts, problems = gathered(text, notation)
    ids = ids_for(framework.names)
    links: list[Data] = []
    findings: list[Finding] = []
    for attacker, attacked in framework.attacks:
        if attacker == attacked:
            message = f"{visible(framework.names[attacker][:60])} attacks itself, which a map cannot say"
            findings.append(Finding(ITSELF, "warning", ids[attacker], message))
        else:
            links.append({"premises": [ids[attacker]], "target": ids[attacked], "relation": "rebuts"})
    said = zip(ids, framework.names, texts, strict=True)
    nodes = [{"kind": "claim", "id": node_id, "text": visible(text or name)} for node_id, name, text in said]
    m = ArgumentMap.model_validate({"nodes": nodes, "links": links})
    return Reading(m, counted("dropped", {"attacks on itself": len(findings)}), tuple(findings), problems)


def attacks(m: ArgumentMap, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield which node's name attacks which, premises that work together each by itself."""
    at = {node.id: name for node, name in zip(m.nodes, names, strict=True)}
    for link in m.links:
        if link.relation == "rebuts":
            yield from ((at[premise], at[link.target]) for premise in link.premises)
