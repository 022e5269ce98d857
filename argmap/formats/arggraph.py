"""The XML of the argumentative microtexts: segments, units of argument, and edges onto edges.

Read. A unit's text is that of its segments, in their order; `add` joins a further premise to a
step, `und` undercuts one. Proponent and opponent become who says so. The file is kept beside the
map: which segments a unit has, segments outside of the argument, the stance.

Source: Peldszus and Stede, https://github.com/peldszus/arg-microtexts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from argmap.controls import visible
from argmap.errors import Problem
from argmap.formats._argument_graph import ArgumentGraph, Spot
from argmap.formats._records import refuse
from argmap.formats._xml import Tag, places_of, tree
from argmap.losses import Reading, counted
from argmap.wire import Data

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
    return _Microtext(top).reading()


class _Microtext:
    """Takes the elements: segments, units, then edges."""

    def __init__(self, top: Tag) -> None:
        self._top = top
        self._graph = ArgumentGraph()
        self._problems: list[Problem] = []
        self._kept: Counter[str] = Counter()
        self._further: list[tuple[str, str]] = []  # premises of steps that may stand behind them

    def reading(self) -> Reading:
        """Return what came of it."""
        edges = list(self._top.all("edge"))
        self._read_units(edges)
        for edge in edges:
            self._read_edge(edge)
        self._graph.edges += self._further
        topic = (self._top.attributes.get("topic_id") or "").replace("_", " ").strip()
        done = self._graph.assembled({"title": topic} if topic else {})
        self._kept["stance"] += "stance" in self._top.attributes
        others = {"edu", "joint", "adu", "edge"}
        self._kept["other elements"] += sum(
            len(each.inside) + (each.name not in others) for each in self._top.inside
        )
        findings = done.placed(self._places)
        return Reading(done.map, counted("kept beside", self._kept), findings, tuple(self._problems))

    def _places(self, spots: Sequence[Spot]) -> Iterator[tuple[int, int]]:
        """Return where the elements begin that findings are about; of an edge and what it joins, the edge."""
        return places_of(spots, {tag.attributes.get("id", ""): tag for tag in self._top.inside}, "edge")

    def _named(self, sort: str, taken: Iterable[str] = ()) -> dict[str, Tag]:
        """Return the elements of a sort by their ids, and note those without one of their own."""
        found: dict[str, Tag] = {}
        for each in self._top.all(sort):
            key = each.attributes.get("id", "")
            if not key or key in found or key in taken:
                self._problems.append(each.problem(f"each <{sort}> has an id of its own"))
            else:
                found[key] = each
        return found

    def _read_units(self, edges: list[Tag]) -> None:
        """Take the units of argument with the texts of their segments."""
        segments = self._named("edu")
        joints = self._named("joint", segments)
        units = self._named("adu", {**segments, **joints})
        sources, targets = {*segments, *joints}, {*joints, *units}
        into: defaultdict[str, list[str]] = defaultdict(list)
        for edge in edges:
            source, target = edge.attributes.get("src", ""), edge.attributes.get("trg", "")
            if edge.attributes.get("type") != "seg":
                continue
            into[target].append(source)
            if source not in sources or target not in targets or {source, target} <= joints.keys():
                message = "a seg leads from an <edu> to a <joint> or an <adu>, or from a <joint> to an <adu>"
                self._problems.append(edge.problem(message))
        order = {key: place for place, key in enumerate(segments)}
        used: set[str] = set()
        for key, unit in units.items():
            parts = [part for each in into[key] for part in (into[each] if each in joints else [each])]
            mine = sorted({part for part in parts if part in segments}, key=order.__getitem__)
            used.update(mine)
            self._kept["units of several segments"] += len(mine) > 1
            self._graph.statements[key] = _statement(unit, mine, segments, order)
        self._kept["segments outside of the argument"] += len(segments) - len(used)

    def _read_edge(self, edge: Tag) -> None:
        """Take an edge that makes a step, or joins a further premise to one."""
        said = edge.attributes
        sort, key = said.get("type", ""), said.get("id", "")
        if sort not in {*_STEPS, "add", "seg"}:
            message = f"an <edge> is of type seg, sup, exa, reb, und or add, not {sort[:40] or 'none'}"
        elif not said.get("src") or not said.get("trg"):
            message = "an <edge> has a src and a trg"
        elif sort in _STEPS and (not key or key in self._graph.steps or key in self._graph.statements):
            message = "an <edge> has an id of its own"
        else:
            self._join(sort, key, said["src"], said["trg"])
            return
        self._problems.append(edge.problem(visible(message)))

    def _join(self, sort: str, key: str, source: str, target: str) -> None:
        if sort == "add":
            self._further.append((source, target))
        elif sort in _STEPS:
            scheme = {"scheme": "example"} if sort == "exa" else {}
            self._graph.step(key, source, target, relation=_STEPS[sort], **scheme)


def _statement(unit: Tag, mine: list[str], segments: Mapping[str, Tag], order: Mapping[str, int]) -> Data:
    """Return what a unit of these segments states; its words are quoted where they stand together."""
    texts = [segments[part].text.strip() for part in mine]
    unsaid = [segments[part].attributes.get("implicit") == "true" for part in mine]
    fields: Data = {"text": " ".join(texts), "implicit": bool(mine) and all(unsaid)}
    if side := _SIDES.get(unit.attributes.get("type", "")):
        fields["by"] = side
    together = mine and order[mine[-1]] - order[mine[0]] == len(mine) - 1
    if together and not any(unsaid) and fields["text"].strip():
        fields["anchor"] = {"quote": fields["text"]}
    return fields
