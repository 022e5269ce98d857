"""arguebuf's JSON: atoms, schemes and edges in mappings by their ids.

Read and written. What arguebuf has no slot for stands in the `userdata` of each node, under
`argmap`, so that everything comes back; other programs see texts, schemes of its fixed list,
quotations and the major claim. Library and dates of a file that was read are kept beside the map.

Source: https://github.com/recap-utr/arguebuf; the JSON mapping of Protocol Buffers, version 3.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from argmap import wire
from argmap.formats._argument_graph import ArgumentGraph, said_texts, sound
from argmap.formats._own_fields import own_node, own_source, own_step, said_of_link, said_of_node
from argmap.formats._records import Records, refuse
from argmap.jsontext import dumped, parsed
from argmap.losses import Reading, counted
from argmap.model import ArgumentMap, Link
from argmap.wire import Data

SCHEMES: Final = frozenset(
    {
        *("analogy", "cause-to-effect", "example", "expert-opinion", "negative-consequences"),
        *("position-to-know", "positive-consequences", "practical-reasoning", "sign"),
    }
)
"""Names of schemes that are surely on arguebuf's fixed list."""
_KINDS: Final = {"support": "supports", "attack": "rebuts", "rephrase": "supports"}
_HOW: Final = {
    "rephrases": "as reasons with the scheme rephrase",
    "preferences": "as reasons with the scheme preference",
}
_NAMED: Final = frozenset({"rephrase", "preference"})
"""Relations that a map says as reasons with a scheme of that name."""


def read(text: str, name: str) -> Reading:
    """Make the map that an arguebuf message describes.

    Raises:
        LoadError: it is no JSON, or no arguebuf.
    """
    data = parsed(text, name)
    if not isinstance(data, dict) or not isinstance(data.get("nodes", {}), dict):
        raise refuse(name, "this is no arguebuf graph: its nodes are no mapping by their ids")
    return _Message(text, data).reading()


class _Message:
    """Takes a message apart."""

    def __init__(self, text: str, data: Data) -> None:
        self._records = Records(text)
        self._graph = ArgumentGraph()
        self._data = data
        self._resources = self._records.mapped(data.get("resources"), ("resources",))
        self._participants = self._records.mapped(data.get("participants"), ("participants",))
        names = ("dates", "participants", "resources", "analysts", "premise descriptors")
        self._kept = dict.fromkeys(names, 0)
        self._approximated = {"rephrases": 0, "preferences": 0}

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
            else:
                self._records.fault(("edges", key), "an edge has a source and a target")
        self._kept["participants"] = len(self._participants)
        self._kept["resources"] = len(self._resources)
        self._kept["analysts"] = len(self._records.mapped(self._data.get("analysts"), ("analysts",)))
        thesis = _either(self._data, "majorClaim", "major_claim")
        done = self._graph.assembled(self._head(), thesis if isinstance(thesis, str) else None)
        losses = (*counted("kept beside", self._kept), *counted("approximated", self._approximated, _HOW))
        return Reading(done.map, losses, done.findings, self._records.problems())

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
        self._kept["dates"] += bool(node.get("metadata"))
        if isinstance(atom, dict):
            text = self._records.worded(atom, "text", (*path, "atom"))
            self._graph.statements[key] = {**(own_node(own) or self._said(atom)), "text": text}
        elif isinstance(scheme, dict):
            self._graph.steps[key] = self._step(scheme, own)

    def _said(self, atom: Data) -> Data:
        """Return whose words a statement is, and where it stands."""
        fields: Data = {}
        reference = atom.get("reference")
        quote = reference.get("text") if isinstance(reference, dict) else None
        if isinstance(quote, str) and quote.strip():
            fields["anchor"] = {"quote": sound(quote)}
        person = self._participants.get(str(atom.get("participant")))
        name = _either(person, "name", "username") if isinstance(person, dict) else None
        if isinstance(name, str) and name.strip():
            fields["by"] = sound(name)
        return fields

    def _step(self, scheme: Mapping[str, Any], own: Any) -> Data:  # noqa: ANN401 - any JSON value
        kind = next((name for name in (*_KINDS, "preference") if scheme.get(name)), "support")
        self._approximated["rephrases"] += kind == "rephrase"
        self._approximated["preferences"] += kind == "preference"
        self._kept["premise descriptors"] += bool(
            _either(scheme, "premiseDescriptors", "premise_descriptors")
        )
        relation = _KINDS.get(kind, "supports")
        said = str(scheme.get(kind, "")).removeprefix(f"{kind.upper()}_").lower().replace("_", "-")
        usual = said in {"", "default", "unspecified"}
        named = kind if kind in _NAMED else None
        return {**(own_step(own) or {"scheme": named if usual else sound(said)}), "relation": relation}


def _either(data: Mapping[str, Any], name: str, other: str) -> Any:  # noqa: ANN401 - any JSON value
    return data[name] if name in data else data.get(other)


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the map as a message; ids are those of the map, and no date is made up."""
    yield '{"nodes": {'
    mark = "\n"
    for node in m.nodes:
        atom: Data = {"text": node.text}
        if node.anchor is not None and node.anchor.quote:
            atom["reference"] = {"resource": "source", "text": node.anchor.quote}
        said = {"atom": atom, "userdata": {"argmap": said_of_node(node)}}
        yield f"{mark}{dumped(node.id)}: {dumped(said)}"
        mark = ",\n"
    for link in m.links:
        said = {"scheme": _scheme(link), "userdata": {"argmap": said_of_link(link)}}
        yield f"{mark}{dumped(link.id)}: {dumped(said)}"
    yield '\n},\n"edges": {'
    mark = "\n"
    for link in m.links:
        for source, target in (*((premise, link.id) for premise in link.premises), (link.id, link.target)):
            yield f"{mark}{dumped(f'{source} {target}')}: {dumped({'source': source, 'target': target})}"
            mark = ",\n"
    yield "\n}" + "".join(f",\n{dumped(name)}: {dumped(value)}" for name, value in _rest(m).items()) + "}\n"


def _scheme(link: Link) -> Data:
    if link.relation != "supports":
        return {"attack": "ATTACK_DEFAULT"}
    listed = link.scheme in SCHEMES
    name = (link.scheme or "").upper().replace("-", "_") if listed else "DEFAULT"
    return {"support": f"SUPPORT_{name}"}


def _rest(m: ArgumentMap) -> Data:
    """Return what stands beside nodes and edges."""
    rest: Data = {}
    head = wire.head(m)
    if any(node.anchor is not None and node.anchor.quote for node in m.nodes):
        told = {"title": m.source.title, "source": m.source.url} if m.source is not None else {}
        rest["resources"] = {"source": {"text": "", **{name: value for name, value in told.items() if value}}}
    if m.thesis is not None:
        rest["majorClaim"] = m.thesis
    own = {name: head[name] for name in ("title", "source") if name in head}
    return {**rest, "schemaVersion": 1, "userdata": {"argmap": own}}
