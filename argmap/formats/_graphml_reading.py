"""From the elements of a GraphML file to a map: own ones word for word, foreign ones by meaning.

An element is argmap's own when it carries `argmap_json`, whatever else another program has done
to the file; so own and foreign nodes and edges may stand side by side.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from argmap import assembly, wire
from argmap.controls import visible
from argmap.errors import LoadError
from argmap.formats import _graphml_foreign as foreign
from argmap.formats._graphml_edges import (
    BY_COLOUR,
    REPHRASES,
    UNDERCUTS_STATEMENT,
    UNDIRECTED,
    UNNAMED,
    ForeignEdges,
    Record,
)
from argmap.formats._graphml_elements import Document, Element
from argmap.formats._graphml_relations import relation_of_edge, relation_of_looks
from argmap.jsontext import parsed
from argmap.losses import Reading, counted, read_leniently
from argmap.model import WORDS
from argmap.naming import ids_for
from argmap.places import Path
from argmap.wire import Data

JSON: Final = "argmap_json"
"""The attribute that carries what argmap says of an element, whole."""
_IDS: Final = "ids"
_ATTRIBUTES: Final = "attributes"
_GROUPS: Final = "groups"
_BOXES: Final = "boxes that only name a relation"
_HOW: Final = {
    _IDS: "made into ids of argmap; the old ones are in notes",
    _ATTRIBUTES: "kept in notes",
    _GROUPS: "as tags",
    _BOXES: "read as the links they stand for",
    REPHRASES: "as reasons with the scheme rephrase",
    UNNAMED: "read as reasons",
    BY_COLOUR: "red attacks, violet undercuts, green and blue support",
    UNDERCUTS_STATEMENT: "read as rebuttals",
    UNDIRECTED: "read from the first end to the second",
}
"""What becomes of what a foreign file says and a map does not."""


class Gathering:
    """Gathers statements and links from a document, and every problem on the way."""

    def __init__(self, document: Document, name: str) -> None:
        """Read all of a document; `name` is that of the text, for messages."""
        self._name = name
        self._problems = list(document.problems)
        self._graph = document.graph
        self._nodes: list[Data] = []
        self._strange: list[Data] = []  # what elements of other hands say in notes and tags
        self._links: list[Record] = []
        self._places: dict[str, Element] = {}
        self._records: list[Record] = []
        self._foreign = ForeignEdges(self.refuse)
        strange = list(self._own_edges(document.edges))
        self._read_nodes(document)
        made = self._foreign.links(strange, self._records)
        self._strange += [{"note": record.flat["note"]} for record in made if "note" in record.flat]
        self._records += made
        self._name_links()

    def read(self) -> Reading:
        """Return the map, and what it says in another way than the document did.

        Raises:
            LoadError: with every problem of the document.
        """
        own = self._own(self._graph)
        head = {"argmap": wire.VERSION, **foreign.graph_rest(self._graph)} if own is None else own
        links = [record.flat for record in self._links]
        m, faults, further = assembly.from_flat(head, self._nodes, links)
        self._problems += [self._element(fault.path).problem(fault.message) for fault in faults]
        if m is None:
            raise LoadError(self._name, self._problems)
        done = read_leniently(m, self._problems, further)
        return done._replace(losses=counted("approximated", self._counts(), _HOW))

    def _counts(self) -> dict[str, int]:
        """Return how much of the foreign elements is said in another way."""
        counts = dict.fromkeys(_HOW, 0)
        for data in self._strange:
            lines = data.get("note", "").split("\n") if "note" in data else []
            renamed = any(line.startswith("id: ") for line in lines)
            counts[_IDS] += renamed
            counts[_ATTRIBUTES] += len(lines) - renamed
            counts[_GROUPS] += len(data.get("tags", ()))
        return counts | self._foreign.approximated

    def _element(self, path: Path) -> Element:
        match path:
            case ("nodes", str(node_id), *_):
                return self._places.get(node_id, self._graph)
            case ("links", int(index), *_):
                return self._links[index].element
            case _:
                return self._graph

    # --- own elements -----------------------------------------------------------------------------

    def _own(self, element: Element) -> Data | None:
        """Return what argmap said of an element; None where it said nothing."""
        text = element.values.get(JSON, "")
        if not text.strip():
            return None
        try:
            data = parsed(text, self._name)
        except LoadError as error:
            message = visible(error.problems[0].message)
            self.refuse(element, f"the {JSON} of this {element.tag}: {message}")
            return None
        if isinstance(data, dict):
            return data
        self.refuse(element, f"the {JSON} of this {element.tag} is no object: {{ … }}")
        return None

    def _own_edges(self, edges: Iterable[Element]) -> Iterator[Element]:
        """Take the own edges, in the map's order; yield the foreign ones."""
        ordered: list[tuple[int, Record]] = []
        for edge in edges:
            data = self._own(edge)
            if data is None:
                yield edge
            elif "premise" in data:
                continue  # the inference's own edge names all its premises
            elif _is_link(data):
                order, key = data.pop("order"), data.pop("name")
                ordered.append((order, Record(key, data, edge)))
            else:
                self.refuse(edge, f"the {JSON} of this edge is not as argmap writes it")
        ordered.sort(key=lambda pair: pair[0])
        self._records = [record for _, record in ordered]

    def _read_nodes(self, document: Document) -> None:
        seen: set[str] = set()
        strangers: list[Element] = []
        ends = {end for edge in document.edges for end in (edge.source, edge.target)}
        boxes = _relations_drawn(document)
        for node in document.nodes:
            if node.id in seen:
                self.refuse(node, f"the id {visible(node.id[:60])} is there twice")
                continue
            seen.add(node.id)
            data = self._own(node)
            if data is not None and isinstance(data.get("inference"), str):
                self._foreign.boxes[node.id] = data["inference"]
            elif data is not None and isinstance(data.get("id"), str):
                self._take(node, data)
            elif data is not None:
                self.refuse(node, f"the {JSON} of this node is not as argmap writes it")
                strangers.append(node)
            elif foreign.is_inference(node) or node.id in boxes:
                self._foreign.add_inference(node)
                self._foreign.approximated[_BOXES] += node.id in boxes
            elif not node.holds or node.id in ends:
                strangers.append(node)
        names = {record.flat["id"] for record in self._records if "id" in record.flat}
        taken = names | {data["id"] for data in self._nodes}
        for node, node_id in zip(strangers, ids_for((node.id for node in strangers), taken), strict=True):
            made = foreign.statement(node, node_id)
            self._strange.append({name: made[name] for name in ("note", "tags") if name in made})
            self._take(node, made)

    def _take(self, node: Element, data: Data) -> None:
        self._foreign.ids[node.id] = data["id"]
        self._places[data["id"]] = node
        self._nodes.append(data)

    # --- links ------------------------------------------------------------------------------------

    def _name_links(self) -> None:
        """Put undercutters after what they attack, and call that by the name it has here.

        Links without a name of their own are counted; where another program has taken one out,
        the rest count anew, and what undercuts them must follow.
        """
        waiting: defaultdict[str, list[Record]] = defaultdict(list)
        for record in self._records:
            if record.flat["relation"] == "undercuts":
                waiting[record.flat["to"]].append(record)
        ready = deque(record for record in self._records if record.flat["relation"] != "undercuts")
        counts: Counter[tuple[str, str]] = Counter()
        while ready:
            record = ready.popleft()
            self._links.append(record)
            target, relation = record.flat["to"], record.flat["relation"]
            counts[target, relation] += 1
            name = record.flat.get("id")
            if name is None and relation in WORDS:
                name = f"{target}.{WORDS[relation]}.{counts[target, relation]}"
            for undercutter in waiting.pop(record.key, ()):
                undercutter.flat["to"] = name
                ready.append(undercutter)
        for target, records in waiting.items():
            for record in records:
                message = f"this undercuts {visible(target[:60])}, and there is no such link"
                self.refuse(record.element, message)

    def refuse(self, element: Element, message: str) -> None:
        """Note a problem of an element."""
        self._problems.append(element.problem(message))


def _relations_drawn(document: Document) -> frozenset[str]:
    """Return the ids of foreign boxes that stand between statements and only name a relation.

    Such a box has one line out of it, and a line into it from a statement that does not attack it;
    and what leads from box to box must come to a statement at last.
    """
    others = [node for node in document.nodes if JSON not in node.values and not node.holds]
    shown = {node.id for node in others if not foreign.is_inference(node) and foreign.shows_relation(node)}
    if not shown:
        return frozenset()
    boxes = shown | {node.id for node in others if foreign.is_inference(node)}
    leads = Counter(edge.source for edge in document.edges)
    led = {edge.target for edge in document.edges if edge.source not in boxes and not _attacks(edge)}
    fitting = {each for each in shown & led if leads[each] == 1}
    onward = {edge.source: edge.target for edge in document.edges if edge.source in fitting}
    return frozenset(_arriving(onward))


def _arriving(onward: Mapping[str, str]) -> set[str]:
    """Return what leads to something that is not itself among `onward`, and so in no circle."""
    before: defaultdict[str, list[str]] = defaultdict(list)
    for source, target in onward.items():
        before[target].append(source)
    ready = [each for each, target in onward.items() if target not in onward]
    for each in ready:  # it grows on the way
        ready += before[each]
    return set(ready)


def _attacks(edge: Element) -> bool:
    return (relation_of_edge(edge)[0] or relation_of_looks(edge)) in {"rebuts", "undercuts"}


def _is_link(data: Data) -> bool:
    texts = (data.get("name"), data.get("relation"), data.get("to"), data.get("id", ""))
    order, premises = data.get("order"), data.get("from")
    listed = premises if isinstance(premises, list) else [None]
    return type(order) is int and all(isinstance(each, str) for each in (*texts, *listed))
