"""SADFace's documents taken apart: atoms, schemes, what they were found in, and what else is said."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, Self

from argmap.formats._argument_graph import ArgumentGraph, Spot, said_texts, sound
from argmap.formats._carrying import Ends, Kept
from argmap.formats._own_fields import own_node, own_source, own_step
from argmap.formats._records import Records
from argmap.losses import Reading, counted
from argmap.malformed import BACKWARDS, MUTUAL
from argmap.places import Path
from argmap.wire import Data

_GENERIC: Final = frozenset(
    {"", "support", "conflict", "attack", "disagree", "inference", "default support", "default conflict"}
)
_CONFLICTS: Final = re.compile(r"conflict|attack|disagree|contra|rebut", re.IGNORECASE)
_FIRST_BACKWARDS: Final = (0, 5)
_CORE: Final = frozenset({"title", "claim", "version"})
_NODE: Final = frozenset({"id", "type", "text", "name", "sources", "metadata"})
_EDGE: Final = frozenset({"id", "source_id", "target_id", "metadata"})


class Document:
    """Takes a document apart."""

    def __init__(self, text: str, data: Data) -> None:
        self._records = Records(text)
        self._graph = ArgumentGraph()
        self._data = data
        metadata = self._records.mapped(data.get("metadata"), ("metadata",))
        own = metadata.get("argmap")
        self._own: Data = own if isinstance(own, dict) else {}
        core = metadata.get("core")
        self._core: Data = core if isinstance(core, dict) else data
        self._backwards: set[str] = set()
        self._mutual: set[str] = set()
        self._counts: Counter[str] = Counter()
        self._counts["metadata"] += len(metadata.keys() - {"core", "argmap"})
        if core is not self._data:
            self._counts["facts about the document"] += len(self._core.keys() - _CORE)
        self._nodes: dict[str, Data] = {}
        self._edges: dict[Ends, tuple[str, Data]] = {}

    def read(self) -> Self:
        """Read it, and return itself."""
        self.reading()
        return self

    def cut(self, data: Data) -> bool:
        """Take what cannot be read out of the data; tell whether there is anything."""
        return self._records.cut(data)

    def reading(self) -> Reading:
        """Return what came of it."""
        for place, node in enumerate(self._records.listed(self._data["nodes"], ("nodes",))):
            self._node(node, place)
        edges = self._records.listed(self._data.get("edges"), ("edges",))
        ends = [pair for place, edge in enumerate(edges) if (pair := self._ends(edge, place)) is not None]
        self._join(ends)
        self._counts["resources"] = len(self._records.listed(self._data.get("resources"), ("resources",)))
        head: Data = said_texts({"title": self._core.get("title")})
        if (source := own_source(self._own.get("source"))) is not None:
            head["source"] = source
        done = self._graph.assembled(head, self._core.get("claim"))
        self.kept = Kept(self._nodes, self._edges, done)
        counts = {name: self._counts[name] for name in sorted(self._counts)}
        findings = done.placed(self._places)
        return Reading(done.map, counted("kept beside", counts), findings, self._records.problems())

    def _places(self, spots: Sequence[Spot]) -> list[tuple[int, int]]:
        """Return where the records stand that findings are about; an edge may have been turned."""
        paths: dict[Spot, Path] = {}
        for place, node in enumerate(self._data["nodes"]):
            if isinstance(node, dict):
                paths.setdefault((str(node.get("id")),), ("nodes", place))
        for place, edge in enumerate(self._data.get("edges") or ()):
            if isinstance(edge, dict):
                ends = (str(edge.get("source_id")), str(edge.get("target_id")))
                paths.setdefault(ends, ("edges", place))
                paths.setdefault(ends[::-1], ("edges", place))
        return self._records.places(paths.get(spot, ()) for spot in spots)

    def _node(self, node: Any, place: int) -> None:  # noqa: ANN401 - any JSON value
        path = ("nodes", place)
        key = node.get("id") if isinstance(node, dict) else None
        if not isinstance(key, str):
            self._records.fault(path, "a node is an object with an id")
            return
        if key in self._graph.statements or key in self._graph.steps:
            self._records.fault(path, "this id is there twice")
            return
        self._nodes[key] = node
        metadata = node.get("metadata")
        own = metadata.get("argmap") if isinstance(metadata, dict) else None
        self._count_further(node, _NODE)
        if node.get("type") == "atom":
            fields = own_node(own) or self._sources(node)
            self._graph.statements[key] = {**fields, "text": self._records.worded(node, "text", path)}
            return
        name = self._records.worded(node, "name", path)
        conflict = node.get("type") == "conflict" or bool(_CONFLICTS.search(name))
        scheme = None if " ".join(name.lower().split()) in _GENERIC else sound(name)
        step = own_step(own) or {"scheme": scheme}
        self._graph.steps[key] = {**step, "relation": "rebuts" if conflict else "supports"}
        if node.get("type") == "conflict" and name == "attack" and _version(self._core) >= _FIRST_BACKWARDS:
            self._backwards.add(key)
        elif conflict:
            self._mutual.add(key)

    def _sources(self, node: Data) -> Data:
        """Return the quotation of a statement: the words of its first source."""
        listed = node.get("sources")
        sources = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
        self._counts["further sources"] += len(sources[1:])
        self._counts["offsets"] += sum("offset" in each for each in sources)
        quote = quoted(node)
        return {"anchor": {"quote": quote}} if quote else {}

    def _count_further(self, record: Data, known: frozenset[str]) -> None:
        """Count what a record says that is no part of SADFace, and further metadata."""
        self._counts["further fields"] += len(record.keys() - known)
        metadata = record.get("metadata")
        if isinstance(metadata, dict):
            self._counts["metadata"] += sum(bool(metadata[name]) for name in metadata if name != "argmap")

    def _ends(self, edge: Any, place: int) -> tuple[str, str] | None:  # noqa: ANN401 - any JSON value
        pair = (edge.get("source_id"), edge.get("target_id")) if isinstance(edge, dict) else (None, None)
        source, target = pair
        if isinstance(source, str) and isinstance(target, str):
            self._edges.setdefault((source, target), (str(edge.get("id", "")), edge))
            self._count_further(edge, _EDGE)
            return source, target
        self._records.fault(("edges", place), "an edge has a source_id and a target_id")
        return None

    def _join(self, ends: list[tuple[str, str]]) -> None:
        """Take the edges; turn those of backward conflicts, and double those of mutual ones."""
        into = {target for _, target in ends}
        out: dict[str, list[str]] = {}
        for source, target in ends:
            out.setdefault(source, []).append(target)
        mutual = {key for key in self._mutual if key not in into and len(out.get(key, ())) == 2}  # noqa: PLR2004 - two sides
        for source, target in ends:
            if source in self._backwards or target in self._backwards:
                self._graph.edges.append((target, source))
            elif source not in mutual:
                self._graph.edges.append((source, target))
        for key in sorted(self._backwards):
            message = "is an attack of SADFace 0.5: what follows it attacks what leads to it"
            self._graph.note(BACKWARDS, key, message)
        for key in sorted(mutual):
            first, second = out[key]
            fields = self._graph.steps[key]
            self._graph.step(key, first, second, **fields)
            self._graph.step(f"{key} back", second, first, **fields)
            self._graph.note(MUTUAL, key, "has two sides and no direction: read as two rebuttals")


def _version(core: Data) -> tuple[int, ...]:
    numbers = re.findall(r"\d{1,6}", str(core.get("version", "")))
    return tuple(map(int, numbers[:2]))


def quoted(node: Data) -> str | None:
    """Return the quotation of a statement's record: the words of its first source."""
    listed = node.get("sources")
    sources = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    quote = sources[0].get("text") if sources else None
    return sound(quote) if isinstance(quote, str) and quote.strip() else None
