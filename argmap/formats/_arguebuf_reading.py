"""arguebuf's messages taken apart: atoms, schemes, edges, and what else is said."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, Self

from argmap.formats._argument_graph import ArgumentGraph, Spot, said_texts, sound
from argmap.formats._carrying import Ends, Kept
from argmap.formats._own_fields import own_node, own_source, own_step
from argmap.formats._records import Records
from argmap.losses import Reading, counted
from argmap.wire import Data

_KINDS: Final = {"support": "supports", "attack": "rebuts", "rephrase": "supports"}
_HOW: Final = {
    "rephrases": "as reasons with the scheme rephrase",
    "preferences": "as reasons with the scheme preference",
}
_NAMED: Final = frozenset({"rephrase", "preference"})
"""Relations that a map says as reasons with a scheme of that name."""


_NODE: Final = frozenset({"atom", "scheme", "metadata", "userdata"})
_ATOM: Final = frozenset({"text", "reference", "participant"})
_EDGE: Final = frozenset({"source", "target", "metadata", "userdata"})
_TOP: Final = frozenset(
    {
        *("nodes", "edges", "resources", "participants", "analysts", "majorClaim", "major_claim"),
        *("schemaVersion", "schema_version", "libraryVersion", "library_version", "metadata", "userdata"),
    }
)


class Message:
    """Takes a message apart."""

    def __init__(self, text: str, data: Data) -> None:
        self._records = Records(text)
        self._graph = ArgumentGraph()
        self._data = data
        self._resources = self._records.mapped(data.get("resources"), ("resources",))
        self._participants = self._records.mapped(data.get("participants"), ("participants",))
        self._kept: Counter[str] = Counter()
        self._nodes: dict[str, Data] = {}
        self._edges: dict[Ends, tuple[str, Data]] = {}
        self._approximated = {"rephrases": 0, "preferences": 0}

    def read(self) -> Self:
        """Read it, and return itself."""
        self.reading()
        return self

    def cut(self, data: Data) -> bool:
        """Take what cannot be read out of the data; tell whether there is anything."""
        return self._records.cut(data)

    def reading(self) -> Reading:
        """Return what came of it."""
        for key, node in self._data.get("nodes", {}).items():
            self._node(key, node)
        for key, edge in self._records.mapped(self._data.get("edges"), ("edges",)).items():
            source, target = (
                (edge.get("source"), edge.get("target")) if isinstance(edge, dict) else (None, None)
            )
            if isinstance(source, str) and isinstance(target, str):
                self._graph.edges.append((source, target))
                self._edges.setdefault((source, target), (key, edge))
                self._count(edge, _EDGE)
            else:
                self._records.fault(("edges", key), "an edge has a source and a target")
        self._kept["participants"] = len(self._participants)
        self._kept["resources"] = len(self._resources)
        self._kept["analysts"] = len(self._records.mapped(self._data.get("analysts"), ("analysts",)))
        self._count(self._data, _TOP)
        thesis = either(self._data, "majorClaim", "major_claim")
        done = self._graph.assembled(self._head(), thesis if isinstance(thesis, str) else None)
        self.kept = Kept(self._nodes, self._edges, done)
        kept = {name: self._kept[name] for name in sorted(self._kept)}
        losses = (*counted("kept beside", kept), *counted("approximated", self._approximated, _HOW))
        return Reading(done.map, losses, done.placed(self._places), self._records.problems())

    def _places(self, spots: Sequence[Spot]) -> list[tuple[int, int]]:
        """Return where the records stand that findings are about: nodes, and edges by their ends."""
        edges = {ends: ("edges", key) for ends, (key, _) in self._edges.items()}
        return self._records.places(
            edges.get((spot[0], spot[-1]), ()) if len(spot) > 1 else ("nodes", *spot) for spot in spots
        )

    def _head(self) -> Data:
        """Return title and source: argmap's own, or what the only resource says of itself."""
        userdata = self._data.get("userdata")
        own = userdata.get("argmap") if isinstance(userdata, dict) else None
        if isinstance(own, dict):
            title, source = own.get("title"), own_source(own.get("source"))
            head: Data = said_texts({"title": title})
            return head if source is None else {**head, "source": source}
        if len(self._resources) != 1:
            return {}
        (resource,) = self._resources.values()
        about = resource if isinstance(resource, dict) else {}
        said = {"title": about.get("title"), "url": about.get("source")}
        told = said_texts(said)
        return {"source": told} if told else {}

    def _node(self, key: str, node: Any) -> None:  # noqa: ANN401 - any JSON value
        path = ("nodes", key)
        atom, scheme = (node.get("atom"), node.get("scheme")) if isinstance(node, dict) else (None, None)
        if not isinstance(atom, dict) and not isinstance(scheme, dict):
            self._records.fault(path, "a node holds an atom or a scheme")
            return
        userdata = node.get("userdata")
        own = userdata.get("argmap") if isinstance(userdata, dict) else None
        self._nodes[key] = node
        self._count(node, _NODE)
        if isinstance(atom, dict):
            reference = atom.get("reference")
            self._kept["offsets"] += isinstance(reference, dict) and "offset" in reference
            self._kept["further fields"] += len(atom.keys() - _ATOM)
            text = self._records.worded(atom, "text", (*path, "atom"))
            self._graph.statements[key] = {**(own_node(own) or self._said(atom)), "text": text}
        elif isinstance(scheme, dict):
            self._graph.steps[key] = self._step(scheme, own)

    def _count(self, record: Data, known: frozenset[str]) -> None:
        """Count what a record says beside what a map says: dates, data of other programs, further fields."""
        userdata = record.get("userdata")
        self._kept["dates"] += bool(record.get("metadata"))
        self._kept["further fields"] += len(record.keys() - known)
        self._kept["data of other programs"] += (
            len(userdata.keys() - {"argmap"}) if isinstance(userdata, dict) else bool(userdata)
        )

    def _said(self, atom: Data) -> Data:
        """Return whose words a statement is, and where it stands."""
        fields: Data = {}
        if (quote := quoted(atom)) is not None:
            fields["anchor"] = {"quote": quote}
        person = self._participants.get(str(atom.get("participant")))
        name = either(person, "name", "username") if isinstance(person, dict) else None
        if isinstance(name, str) and name.strip():
            fields["by"] = sound(name)
        return fields

    def _step(self, scheme: Mapping[str, Any], own: Any) -> Data:  # noqa: ANN401 - any JSON value
        kind = next((name for name in (*_KINDS, "preference") if scheme.get(name)), "support")
        self._approximated["rephrases"] += kind == "rephrase"
        self._approximated["preferences"] += kind == "preference"
        self._kept["premise descriptors"] += bool(either(scheme, "premiseDescriptors", "premise_descriptors"))
        relation = _KINDS.get(kind, "supports")
        said = str(scheme.get(kind, "")).removeprefix(f"{kind.upper()}_").lower().replace("_", "-")
        usual = said in {"", "default", "unspecified"}
        named = kind if kind in _NAMED else None
        return {**(own_step(own) or {"scheme": named if usual else sound(said)}), "relation": relation}


def either(data: Mapping[str, Any], name: str, other: str) -> Any:  # noqa: ANN401 - any JSON value
    """Return a field under either of its two spellings."""
    return data[name] if name in data else data.get(other)


def quoted(atom: Mapping[str, Any]) -> str | None:
    """Return the quotation of an atom: the words of its reference."""
    reference = atom.get("reference")
    quote = reference.get("text") if isinstance(reference, dict) else None
    return sound(quote) if isinstance(quote, str) and quote.strip() else None
