"""The graph as Cypher statements, for Neo4j and its kin.

Written. Every text is a literal in which nothing ends early; premises that only work together, and
undercut steps, meet in a node `Inference`. Lists stay lists, numbers stay numbers.

Source: openCypher 9, https://opencypher.org; the Neo4j Cypher manual.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from argmap import wire
from argmap.controls import utf16_escape
from argmap.model import ArgumentMap

_ESCAPED: Final = re.compile("[^ !#-&(-\\[\\]-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u052f\u4e00-\u9fff]")
"""All but letters and signs that mean nothing to Cypher and nothing to a terminal."""


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield a statement a node, and one an edge."""
    boxes = m.inferences
    for node in m.nodes:
        fields = wire.node_fields(node)
        label = fields.pop("kind").capitalize()
        yield f"CREATE (:Statement:{label} {_map({'id': node.id, **fields})});\n"
    for link in m.links:
        if link.id in boxes:
            yield f"CREATE (:Inference {_map({'id': link.id, **wire.step_fields(link)})});\n"
    for link in m.links:
        if link.id in boxes:
            for premise in link.premises:
                yield _edge(premise, link.id, "PREMISE", {})
            yield _edge(link.id, link.target, link.relation.upper(), {})
        else:
            yield _edge(link.premises[0], link.target, link.relation.upper(), wire.step_fields(link))


def _edge(source: str, target: str, sort: str, fields: dict[str, Any]) -> str:
    found = f"MATCH (a {_map({'id': source})}), (b {_map({'id': target})})"
    said = f" {_map(fields)}" if fields else ""
    return f"{found} CREATE (a)-[:{sort}{said}]->(b);\n"


def _map(fields: dict[str, Any]) -> str:
    return "{" + ", ".join(f"{name}: {_literal(value)}" for name, value in fields.items()) + "}"


def _literal(value: Any) -> str:  # noqa: ANN401 - what a field of the wire holds
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return "[" + ", ".join(_literal(each) for each in value) + "]"
    return f"'{_ESCAPED.sub(lambda found: utf16_escape(found[0]), str(value))}'"
