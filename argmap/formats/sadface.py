"""SADFace, all three generations: atoms, schemes between them, and what they were found in.

Read and written. What SADFace has no slot for stands in the metadata of each node, under `argmap`,
so that everything comes back; other programs see texts, supports, conflicts and quotations.

Source: https://github.com/Open-Argumentation/SADFace. Conflicts called `attack` that the library
writes from version 0.5 on lead from the attacked to the attacker, against all others.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from argmap import wire
from argmap.findings import Finding
from argmap.formats._argument_graph import ArgumentGraph, said_texts, sound
from argmap.formats._own_fields import own_node, own_source, own_step, said_of_link, said_of_node
from argmap.formats._records import Records, refuse
from argmap.jsontext import dumped, parsed
from argmap.losses import Reading, counted
from argmap.model import ArgumentMap
from argmap.wire import Data

BACKWARDS: Final = "X120"
MUTUAL: Final = "X121"
"""Codes of conflicts that are read in another way than they are drawn."""
_GENERIC: Final = frozenset(
    {"", "support", "conflict", "attack", "disagree", "inference", "default support", "default conflict"}
)
_CONFLICTS: Final = re.compile(r"conflict|attack|disagree|contra|rebut", re.IGNORECASE)
_FIRST_BACKWARDS: Final = (0, 5)


def read(text: str, name: str) -> Reading:
    """Make the map that a SADFace document describes.

    Raises:
        LoadError: it is no JSON, or no SADFace.
    """
    data = parsed(text, name)
    if not isinstance(data, dict) or not isinstance(data.get("nodes"), list):
        raise refuse(name, "this is no SADFace document: it has no list of nodes")
    return _Document(text, data).reading()


class _Document:
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
        self._counts = {"further sources": 0, "metadata": len(metadata.keys() - {"core", "argmap"})}

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
        return Reading(
            done.map, counted("kept beside", self._counts), done.findings, self._records.problems()
        )

    def _node(self, node: Any, place: int) -> None:  # noqa: ANN401 - any JSON value
        path = ("nodes", place)
        key = node.get("id") if isinstance(node, dict) else None
        if not isinstance(key, str):
            self._records.fault(path, "a node is an object with an id")
            return
        if key in self._graph.statements or key in self._graph.steps:
            self._records.fault(path, "this id is there twice")
            return
        metadata = node.get("metadata")
        own = metadata.get("argmap") if isinstance(metadata, dict) else None
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
        sources = [each for each in node.get("sources") or () if isinstance(each, dict)]
        self._counts["further sources"] += len(sources[1:])
        quote = sources[0].get("text") if sources else None
        return {"anchor": {"quote": sound(quote)}} if isinstance(quote, str) and quote.strip() else {}

    def _ends(self, edge: Any, place: int) -> tuple[str, str] | None:  # noqa: ANN401 - any JSON value
        pair = (edge.get("source_id"), edge.get("target_id")) if isinstance(edge, dict) else (None, None)
        source, target = pair
        if isinstance(source, str) and isinstance(target, str):
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
            self._find(
                BACKWARDS, key, "is an attack of SADFace 0.5: what follows it attacks what leads to it"
            )
        for key in sorted(mutual):
            first, second = out[key]
            fields = self._graph.steps[key]
            self._graph.step(key, first, second, **fields)
            self._graph.step(f"{key} back", second, first, **fields)
            self._find(MUTUAL, key, "has two sides and no direction: read as two rebuttals")

    def _find(self, code: str, key: str, message: str) -> None:
        self._graph.findings.append(Finding(code, "advice", "", f"{sound(key)[:60]} {message}"))


def _version(core: Data) -> tuple[int, ...]:
    numbers = re.findall(r"\d{1,6}", str(core.get("version", "")))
    return tuple(map(int, numbers[:2]))


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the map as a document of generation 0.2, in which every arrow runs to the conclusion."""
    quoted = any(node.anchor is not None and node.anchor.quote for node in m.nodes)
    core: Data = {"version": "0.2"}
    if m.title is not None:
        core["title"] = m.title
    if m.thesis is not None:
        core["claim"] = m.thesis
    own = {"source": wire.head(m)["source"]} if m.source is not None else {}
    yield f'{{"metadata": {dumped({"core": core, "argmap": own})},\n"resources": '
    resources = [{"id": "source", "type": "text", "content": "", "metadata": {}}] if quoted else []
    yield f'{dumped(resources)},\n"nodes": ['
    mark = "\n"
    for node in m.nodes:
        quote = node.anchor.quote if node.anchor is not None else None
        sources = [{"resource_id": "source", "text": quote}] if quote else []
        atom = {"id": node.id, "type": "atom", "text": node.text, "sources": sources}
        yield mark + dumped({**atom, "metadata": {"argmap": said_of_node(node)}})
        mark = ",\n"
    for link in m.links:
        name = "support" if link.relation == "supports" else "conflict"
        step = {"id": link.id, "type": "scheme", "name": name}
        yield mark + dumped({**step, "metadata": {"argmap": said_of_link(link)}})
    yield '\n],\n"edges": ['
    mark = "\n"
    for link in m.links:
        for source, target in (*((premise, link.id) for premise in link.premises), (link.id, link.target)):
            yield mark + dumped({"id": f"{source} {target}", "source_id": source, "target_id": target})
            mark = ",\n"
    yield "\n]}\n"
