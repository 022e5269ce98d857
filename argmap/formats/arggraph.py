"""The XML of the argumentative microtexts: segments, units of argument, and edges onto edges.

Read. A unit's text is that of its segments, in their order; `add` joins a further premise to a
step, `und` undercuts one. Proponent and opponent become who says so.

Source: Peldszus and Stede, https://github.com/peldszus/arg-microtexts.
"""

from collections import defaultdict
from typing import Final

from argmap.controls import visible
from argmap.errors import Problem
from argmap.formats._argument_graph import ArgumentGraph
from argmap.formats._records import refuse
from argmap.formats._xml import Tag, tree
from argmap.losses import Reading, counted

_STEPS: Final = {"sup": "supports", "exa": "supports", "reb": "rebuts", "und": "rebuts"}
_SIDES: Final = {"pro": "proponent", "opp": "opponent"}


def read(text: str, name: str) -> Reading:
    """Make the map of a microtext.

    Raises:
        LoadError: it is no XML, or no arggraph.
    """
    top = tree(text, name)
    if top.name != "arggraph":
        raise refuse(name, "this is XML, but no microtext: it does not begin with <arggraph>")
    graph = ArgumentGraph()
    problems: list[Problem] = []
    edges = list(top.all("edge"))
    used = _units(top, edges, graph, problems)
    for edge in edges:
        _edge(edge, graph, problems)
    for edge in edges:
        if edge.attributes.get("type") == "add":
            graph.edges.append((edge.attributes.get("src", ""), edge.attributes.get("trg", "")))
    topic = (top.attributes.get("topic_id") or "").replace("_", " ").strip()
    done = graph.assembled({"title": topic} if topic else {})
    segments = list(top.all("edu"))
    dropped = {
        "segments outside of the argument": sum(each.attributes.get("id") not in used for each in segments),
        "stance": int("stance" in top.attributes),
    }
    return Reading(done.map, counted("dropped", dropped), done.findings, tuple(problems))


def _units(top: Tag, edges: list[Tag], graph: ArgumentGraph, problems: list[Problem]) -> set[str]:
    """Take the units of argument with the texts of their segments; return the segments they use."""
    order = {edu.attributes.get("id", ""): place for place, edu in enumerate(top.all("edu"))}
    segments = {edu.attributes.get("id", ""): edu for edu in top.all("edu")}
    joints = {joint.attributes.get("id", "") for joint in top.all("joint")}
    into: defaultdict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.attributes.get("type") == "seg":
            into[edge.attributes.get("trg", "")].append(edge.attributes.get("src", ""))
    used: set[str] = set()
    for unit in top.all("adu"):
        key = unit.attributes.get("id", "")
        if not key or key in graph.statements:
            problems.append(unit.problem("an <adu> has an id of its own"))
            continue
        parts = [part for each in into[key] for part in (into[each] if each in joints else [each])]
        mine = sorted({part for part in parts if part in segments}, key=order.__getitem__)
        used.update(mine)
        text = " ".join(segments[part].text.strip() for part in mine)
        implicit = bool(mine) and all(segments[part].attributes.get("implicit") == "true" for part in mine)
        side = _SIDES.get(unit.attributes.get("type", ""))
        anchor = {} if implicit or not text.strip() else {"anchor": {"quote": text}}
        said = {"by": side} if side else {}
        graph.statements[key] = {"text": text, "implicit": implicit, **said, **anchor}
    return used


def _edge(edge: Tag, graph: ArgumentGraph, problems: list[Problem]) -> None:
    """Take an edge that makes a step; `add` comes after all of them."""
    said = edge.attributes
    sort, key = said.get("type", ""), said.get("id", "")
    if sort in _STEPS and key and key not in graph.steps and key not in graph.statements:
        fields = {"relation": _STEPS[sort], **({"scheme": "example"} if sort == "exa" else {})}
        graph.step(key, said.get("src", ""), said.get("trg", ""), **fields)
    elif sort not in {"seg", "add"}:
        message = (
            f"an <edge> has an id of its own and a type: seg, sup, exa, reb, und or add, not {sort[:40]}"
        )
        problems.append(edge.problem(visible(message)))
