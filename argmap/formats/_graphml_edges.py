"""Foreign edges of a GraphML file, made into links: separate, linked, undercutting.

Source: inference nodes as in the Argument Interchange Format (Chesñevar et al. 2006); an
undercutter that points at a statement, as Argdown's does, attacks the one link that leaves it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from argmap.controls import visible
from argmap.formats import _graphml_foreign as foreign
from argmap.formats._graphml_elements import Element
from argmap.formats._graphml_relations import (
    RELATIONS,
    relation_of,
    relation_of_edge,
    relation_of_looks,
)
from argmap.model import Relation
from argmap.spelling import Hints
from argmap.wire import Data

BY_COLOUR: Final = "relations told by colour alone"
REPHRASES: Final = "rephrases"
UNDERCUTS_STATEMENT: Final = "undercutters of a statement"
UNDIRECTED: Final = "edges without a direction"
UNNAMED: Final = "edges that name no relation"


@dataclass(slots=True)
class Record:
    """A link on its way: what the file calls it, its flat data, where it stands."""

    key: str
    flat: Data
    element: Element


@dataclass(slots=True)
class _Edge:
    """A foreign edge, and what it says: relation, and all else as fields of a link."""

    element: Element
    relation: Relation | None
    rest: Data


class ForeignEdges:
    """Makes links of foreign edges, once all nodes are known."""

    def __init__(self, refuse: Callable[[Element, str], None]) -> None:
        """Begin with no nodes; `refuse` takes problems."""
        self.ids: dict[str, str] = {}
        """The file's id of each statement, to argmap's."""
        self.boxes: dict[str, str] = {}
        """The file's id of each inference node, to the key of its link."""
        self.approximated: Counter[str] = Counter()
        """How many edges were read as something they do not say."""
        self._inferences: dict[str, Element] = {}
        self._refuse = refuse
        self._hints = Hints()
        self._into: defaultdict[str, list[str]] = defaultdict(list)
        self._out_of: defaultdict[str, list[_Edge]] = defaultdict(list)

    def add_inference(self, node: Element) -> None:
        """Take a foreign node that stands for a link."""
        self._inferences[node.id] = node
        self.boxes[node.id] = f"#box {node.id}"

    def links(self, edges: Iterable[Element], own: Iterable[Record]) -> list[Record]:
        """Return the links that foreign edges and inference nodes make, beside the own ones."""
        made: list[Record] = []
        for element in edges:
            if self._known(element):
                relation, spent = relation_of_edge(element)
                if relation is None and (relation := relation_of_looks(element)):
                    self.approximated[BY_COLOUR] += 1
                elif relation is None and element.stroke not in {"", "line"}:
                    element.values.setdefault("line", element.stroke)  # what it means, only its author knows
                self.approximated[UNDIRECTED] += element.undirected
                edge = _Edge(element, relation, foreign.link_rest(element, spent))
                made += self._made(edge, f"#edge {len(made)}")
        for node in self._inferences.values():
            made += self._inferred(node)
        self.approximated[UNDERCUTS_STATEMENT] += _aim_undercutters(made, [*own, *made])
        return made

    def _known(self, edge: Element) -> bool:
        """Refuse an edge with an unknown end, or with a relation that is none."""
        known = True
        for end in (edge.source, edge.target):
            if end not in self.ids and end not in self.boxes:
                shown = visible(end[:60])
                hint = self._hints.of(end, [*self.ids, *self.boxes])
                self._refuse(edge, f"unknown id {shown} as an end of this edge{hint}")
                known = False
        word = edge.values.get("relation", "").strip()
        if word and not relation_of(word):
            hint = self._hints.of(word, RELATIONS)
            message = f"the relation {visible(word[:60])} is unknown; write supports, rebuts or undercuts"
            self._refuse(edge, message + hint)
            known = False
        return known

    def _made(self, edge: _Edge, key: str) -> Iterator[Record]:
        """Yield the links an edge makes by itself; keep what an inference node will need."""
        element, relation = edge.element, edge.relation
        source, target = element.source, element.target
        if source in self.boxes:
            if source in self._inferences:
                self._out_of[source].append(edge)
            else:
                self._refuse(element, "an inference bears on one target; draw this edge from a statement")
        elif target in self.ids:
            ends: Data = {"from": [self.ids[source]], "to": self.ids[target]}
            self.approximated[UNNAMED] += relation is None
            yield Record(key, {**ends, "relation": relation or "supports", **edge.rest}, element)
            if relation == "rebuts" and element.two_headed:
                back: Data = {"from": [self.ids[target]], "to": self.ids[source]}
                yield Record(f"{key} back", {**back, "relation": relation, **edge.rest}, element)
        elif relation in {"rebuts", "undercuts"}:
            ends = {"from": [self.ids[source]], "to": self.boxes[target]}
            yield Record(key, {**ends, "relation": "undercuts", **edge.rest}, element)
        elif target in self._inferences:
            self._into[target].append(self.ids[source])
        else:
            self._refuse(element, "an edge into an inference undercuts it; say so in its label")

    def _inferred(self, node: Element) -> Iterator[Record]:
        """Yield the link that a foreign inference node stands for."""
        premises, leads = self._into[node.id], self._out_of[node.id]
        if not premises or len(leads) != 1:
            message = "an inference has premises and one target, this one has"
            self._refuse(node, f"{message} {len(premises)} and {len(leads)}")
            return
        edge = leads[0]
        relation = edge.relation or foreign.relation_of_inference(node)
        self.approximated[REPHRASES] += foreign.is_rephrase(node)
        target = edge.element.target
        if target in self.boxes:
            relation = "undercuts"
        to = self.boxes.get(target) or self.ids[target]
        said = foreign.link_of_inference(node)
        note = foreign.joined_notes(said.pop("note", None), edge.rest.get("note"))
        flat = {"from": list(dict.fromkeys(premises)), "to": to, "relation": relation}
        yield Record(f"#box {node.id}", {**flat, **edge.rest, **said, **note}, node)


def _aim_undercutters(made: Iterable[Record], known: Iterable[Record]) -> int:
    """Let an undercutter of a statement attack the one link that leaves it, or else rebut it.

    Returns:
        How many rebut.
    """
    rebutting = 0
    keys = {record.key for record in known}
    leaving: defaultdict[str, list[str]] = defaultdict(list)
    for record in known:
        if record.flat["relation"] != "undercuts":
            for premise in record.flat["from"]:
                leaving[premise].append(record.key)
    for record in made:
        flat = record.flat
        if flat["relation"] == "undercuts" and flat["to"] not in keys:
            links = leaving[flat["to"]]
            if len(links) == 1:
                flat["to"] = links[0]
            else:
                note = foreign.joined_notes(flat.get("note"), "relation: undercuts")
                record.flat = {**flat, "relation": "rebuts", **note}
                rebutting += 1
    return rebutting
