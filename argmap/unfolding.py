"""Plain data taken apart: nested nodes and links become the flat fields of a map.

The short forms are understood here, and what is wrong with the shape is told with its path. The
data is taken apart as it is read, so that a large map is never held twice.
"""

from array import array
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final, NamedTuple, cast

from argmap.model import KINDS, RELATIONS, WORDS, Link, Node, Relation
from argmap.places import Path
from argmap.soundness import UNDERCUT_DEEPEST
from argmap.spelling import Hints
from argmap.wire import ANCHOR_FIELDS, HEAD_FIELDS, LINK_FIELDS, LINK_LISTS, VERSION, Data
from argmap.wording import choice, listed, shown, sort_of

_NEEDED: Final = frozenset({"kind", "text", "from"})
"""Fields that are never left out: of a null there, more is said elsewhere."""


class Fault(NamedTuple):
    """One problem and its path through the data."""

    path: Path
    message: str


class _Onto(NamedTuple):
    """What a list of links bears on: an id, under which word, inside which link, how deep."""

    target: str
    word: str
    owner: int
    depth: int


class Unfolded:
    """Nested data, taken apart into the flat fields of an `ArgumentMap`."""

    def __init__(self) -> None:
        """Begin with nothing; read what there is."""
        self.fields: Data = {}
        self.nodes: list[Data | Node] = []
        self.links: list[Data | Link] = []
        self.faults: list[Fault] = []
        self.hints = Hints()
        # Where each link stood: its position in its list, the link it stands inside, or -1, and
        # whether its premises stand under `from`.
        self._positions = array("l")
        self._owners = array("l")
        self._long = bytearray()
        self._flat = False

    def read(self, data: Any) -> None:  # noqa: ANN401 - whatever a reader gives
        """Take the whole of a map, links inside their targets."""
        self._head(data, "nodes")
        nodes = data.get("nodes", {}) if isinstance(data, dict) else {}
        if isinstance(nodes, dict):
            for node_id in list(nodes):
                self._node(node_id, nodes.pop(node_id))
        else:
            self._fault(("nodes",), f"nodes is a mapping from ids to nodes, not {sort_of(nodes)}")

    def read_flat(self, head: Data, nodes: Iterable[Data], links: Iterable[Data]) -> None:
        """Take a header, nodes with their ids, and links that stand by themselves."""
        self._flat = True
        self._head(head, "")
        for fields in nodes:
            rest = {key: value for key, value in fields.items() if key != "id"}
            self._only_alone(("nodes", fields["id"]), rest, LINK_LISTS)
            self._node(fields["id"], rest)
        counts: Counter[tuple[str, str]] = Counter()
        for index, fields in enumerate(links):
            self._flat_link(("links", index), fields, counts)

    def _flat_link(self, path: Path, fields: Data, counts: Counter[tuple[str, str]]) -> None:
        target, relation = fields.get("to"), fields.get("relation")
        word = WORDS.get(cast("Relation", relation)) if isinstance(relation, str) else None
        if not isinstance(target, str) or word is None:
            wrong = "relation" if isinstance(target, str) else "to"
            self._fault((*path, wrong), f"a link has `from`, `to` and `relation` ({listed(tuple(WORDS))})")
            return
        counts[target, word] += 1
        entry = {key: value for key, value in fields.items() if key not in {"to", "relation"}}
        self._only_alone(path, entry, ("unless",))
        self._link(path, _Onto(target, word, -1, 0), counts[target, word], entry)

    def _only_alone(self, path: Path, fields: Data, words: Iterable[str]) -> None:
        """Take out of a line what must stand on a line of its own."""
        for word in words:
            if fields.pop(word, None) is not None:
                self._fault((*path, word), f"{word} stands on a line of its own here")

    def _head(self, data: Any, nodes_field: str) -> None:  # noqa: ANN401 - whatever a reader gives
        if not isinstance(data, dict):
            self._fault((), f"a map begins with `argmap: {VERSION}`, not with {sort_of(data)}")
            return
        version = data.get("argmap")
        if "argmap" not in data:
            self._fault((), f"this is no argument map: it has no `argmap: {VERSION}`")
        elif version not in (VERSION, str(VERSION)) or isinstance(version, bool):
            self._fault(("argmap",), f"version {shown(version)} is unknown; this argmap reads {VERSION}")
        known = ("argmap", *HEAD_FIELDS, *((nodes_field,) if nodes_field else ()))
        for key in data:
            if key not in known:
                self._fault((key, None), f"unknown field {shown(key)}{self.hints.of(key, known)}")
        self.fields = {key: data[key] for key in HEAD_FIELDS if key in data}
        self._without_null((), self.fields)
        if isinstance(self.fields.get("source"), dict):
            self.fields["source"] = dict(self.fields["source"])
            self._without_null(("source",), self.fields["source"])
        self.fields["nodes"] = self.nodes
        self.fields["links"] = self.links

    def _node(self, node_id: str, fields: Any) -> None:  # noqa: ANN401 - whatever a reader gives
        path: Path = ("nodes", node_id)
        if not isinstance(fields, dict):
            self._fault(path, f"{shown(node_id)} is a mapping of fields, not {sort_of(fields)}")
            fields = {"kind": "claim", "text": "?"}  # so that only this is said of it
        if fields.get("kind") not in KINDS:
            self._unknown_kind(path, fields)
            fields["kind"] = "gain"  # which has every field there is, so that the others are looked at
        self._without_null(path, fields)
        for wrong in ("id", "anchor"):
            if wrong in fields:
                self._fault((*path, wrong, None), f"unknown field {wrong} in {shown(node_id)}")
                del fields[wrong]
        anchor = {name: fields.pop(name) for name in ANCHOR_FIELDS if name in fields}
        if any(value != [] for value in anchor.values()):
            fields["anchor"] = anchor
        fields["id"] = node_id
        self.nodes.append(fields)
        for word in LINK_LISTS:
            if word in fields:
                self._links((*path, word), _Onto(node_id, word, -1, 0), fields.pop(word))

    def _without_null(self, path: Path, fields: Data) -> None:
        """Take out fields that are null: they would say neither something nor that they are missing."""
        if None in fields.values():
            for key in [key for key, value in fields.items() if value is None and key not in _NEEDED]:
                self._fault((*path, key), f"{shown(key)} is null; leave it out")
                del fields[key]

    def _unknown_kind(self, path: Path, fields: Data) -> None:
        owner = shown(path[-1])
        if "kind" in fields:
            self._fault((*path, "kind"), choice("kind", fields["kind"], owner, self.hints))
        else:
            self._fault(path, f"{owner} has no kind: {listed(KINDS)}")

    def _links(self, path: Path, onto: _Onto, entries: Any) -> None:  # noqa: ANN401 - whatever a reader gives
        if isinstance(entries, dict) or (isinstance(entries, str) and entries):
            entries = [entries]
        if not isinstance(entries, list):
            self._fault(path, f"{onto.word} is a list of ids, not {sort_of(entries)}")
        elif onto.depth > UNDERCUT_DEEPEST:
            self._fault(path, f"unless stands inside unless at most {UNDERCUT_DEEPEST} deep")
        else:
            for position, entry in enumerate(entries):
                self._link((*path, position), onto, position + 1, entry)

    def _link(self, path: Path, onto: _Onto, number: int, entry: Any) -> None:  # noqa: ANN401 - whatever a reader gives
        self._long.append(isinstance(entry, dict))
        fields: Data = entry if isinstance(entry, dict) else {"from": entry}
        for key in [key for key in fields if key not in LINK_FIELDS]:
            message = f"unknown field {shown(key)} in a link{self.hints.of(key, LINK_FIELDS)}"
            self._fault((*path, key, None), message)
            del fields[key]
        self._without_null(path, fields)
        name = self._link_id(path, fields, f"{onto.target}.{onto.word}.{number}")
        fields |= {"id": name, "target": onto.target, "relation": RELATIONS[onto.word]}
        fields["premises"] = self._premises(path, onto.word, fields)
        undercutters = fields.pop("unless", None)
        index = len(self.links)
        self.links.append(fields)
        self._positions.append(int(path[-1] or 0))
        self._owners.append(onto.owner)
        if undercutters is not None:
            self._links((*path, "unless"), _Onto(name, "unless", index, onto.depth + 1), undercutters)

    def _link_id(self, path: Path, fields: Data, name: str) -> str:
        """Return the id the mapmaker gave a link where it is one, else the name of its place."""
        own = fields.get("id", name)
        if own == name or (isinstance(own, str) and own and "." not in own):
            return str(own)
        self._fault((*path, "id"), "the id of a link has small letters, digits and hyphens")
        return name

    def _premises(self, path: Path, word: str, fields: Data) -> list[str]:
        if "from" not in fields:
            self._fault(path, "a link says where it comes from: {from: …}")
            return []
        premises = fields.pop("from")
        if isinstance(premises, str):
            premises = [premises]
        if (
            isinstance(premises, list)
            and premises
            and all(isinstance(each, str) and each for each in premises)
        ):
            return premises
        self._fault((*path, "from"), f"{word} names an id, or a list of ids that work together")
        return []

    def path(self, index: int) -> Path:
        """Return the path to a link, from the places kept."""
        if self._flat:
            return ("links", self._positions[index])
        link, owner = self.links[index], self._owners[index]
        word = WORDS[field(link, "relation")]
        above = ("nodes", field(link, "target"), word) if owner < 0 else (*self.path(owner), word)
        return (*above, self._positions[index])

    def path_of_premise(self, index: int, position: int) -> Path:
        """Return the path to a premise of a link, which may stand under `from`."""
        return (*self.path(index), *(("from",) if self._long[index] else ()), position)

    def _fault(self, path: Path, message: str) -> None:
        self.faults.append(Fault(path, message))


def field(value: Any, name: str) -> Any:  # noqa: ANN401 - a model, or the data it is made of
    """Return a field of a model, or of the data it is made of."""
    return value.get(name) if isinstance(value, dict) else getattr(value, name)
