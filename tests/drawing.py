"""Small maps from a few words: `drawn("a because b + c", "a but d", "a.because.1 unless e")`."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from argmap.model import ArgumentMap, Link, Relation

RELATIONS: Mapping[str, Relation] = {"because": "supports", "but": "rebuts", "unless": "undercuts"}


def drawn(*lines: str, thesis: str | None = None, title: str | None = None, **fields: Any) -> ArgumentMap:
    """Return the map of the lines; a line without a word between is a statement that stands alone.

    Every statement is a claim that says its own id, unless `fields` has more under that id;
    underscores in a field's name stand for hyphens in the id.
    """
    links: list[Link] = []
    names: dict[str, None] = {}
    counts: Counter[str] = Counter()
    for line in lines:
        target, *rest = line.split()
        if "." not in target:
            names[target] = None
        if not rest:
            continue
        word, *premises = (part for part in rest if part != "+")
        names |= dict.fromkeys(premises)
        counts[f"{target}.{word}"] += 1
        link = {"id": f"{target}.{word}.{counts[f'{target}.{word}']}", "target": target}
        links.append(Link(premises=tuple(premises), relation=RELATIONS[word], **link))
    more = {name.replace("_", "-"): values for name, values in fields.items()}
    assert set(more) <= set(names), "a field for a statement that no line draws"
    nodes = [{"kind": "claim", "text": f"{name} holds", "id": name, **more.get(name, {})} for name in names]
    head = {name: value for name, value in (("thesis", thesis), ("title", title)) if value}
    return ArgumentMap.model_validate({**head, "nodes": nodes, "links": links})


def supposed(m: ArgumentMap) -> dict[str, dict[str, Any]]:
    """What statements come to, for tests that weigh nothing: all stand, at one quarter; the first has no strength."""
    strengths: dict[str, Any] = dict.fromkeys((node.id for node in m.nodes), 0.25)
    return {
        "verdict": dict.fromkeys(strengths, "stands"),
        "strength": strengths | dict.fromkeys([*strengths][:1]),
    }
