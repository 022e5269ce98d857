"""From plain data to a map: the short forms understood, every problem told with its path.

The data is taken apart as it is read, so that a large map is never held twice. Nothing here knows
of lines and columns: a format gives the function that finds them, and it is asked only when
something is wrong.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Final, NamedTuple, TypeAlias, cast

from pydantic import Field, TypeAdapter, ValidationError

from argmap.controls import visible
from argmap.errors import Flaw, LoadError, Problem, UnsoundMapError
from argmap.model import KINDS, WORDS, ArgumentMap, Link, Node, Relation, Source, flaws
from argmap.spelling import suggestion
from argmap.wire import (
    ANCHOR_FIELDS,
    HEAD_FIELDS,
    LINK_FIELDS,
    LINK_LISTS,
    NODE_FIELDS,
    STAKE_FIELDS,
    VERSION,
    Data,
    Path,
)
from argmap.wording import CHOICES, cut, listed, of_value, shown, sort_of

LINKS_DEEPEST: Final = 20
"""How deep `unless` may stand inside `unless`."""
HINTS_MOST: Final = 20
MESSAGE_LONGEST: Final = 300
RELATIONS: Final[Mapping[str, Relation]] = {word: relation for relation, word in WORDS.items()}
_SHARED_FIELDS_SET: Final[set[str]] = set()
AT_A_TIME: Final = 1_000
"""Nodes or links that are made into models at a time."""


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


class Draft(NamedTuple):
    """A link as it was written, before it is known to be sound."""

    id: str
    premises: Sequence[str]
    target: str
    relation: Relation


Locate: TypeAlias = Callable[[Sequence[Path]], Iterable[tuple[int, int]]]
"""From paths to their lines and columns; asked once, and only when something is wrong."""


def from_plain(data: Any, name: str, locate: Locate) -> ArgumentMap:  # noqa: ANN401
    """Make the map that plain data describes.

    Args:
        data: What a YAML or JSON reader gives: dicts, lists and scalars; scalars may be words.
            It is taken apart, and no use afterwards.
        name: Name of the text, for messages.
        locate: Gives the places of paths through the data.

    Raises:
        LoadError: with every problem of the data at once.
    """
    m, faults = built(data)
    if m is None:
        raise LoadError(name, problems(faults, locate))
    return m


def problems(faults: Sequence[Fault], locate: Locate) -> list[Problem]:
    """Return the faults with their places in the text."""
    places = locate([fault.path for fault in faults])
    return [Problem(*place, fault.message) for place, fault in zip(places, faults, strict=True)]


def built(data: Any) -> tuple[ArgumentMap | None, list[Fault]]:  # noqa: ANN401
    """Return the map that plain data describes, or None and every fault."""
    assembly = _Assembly()
    assembly.read(data)
    return _made(assembly)


def built_flat(
    head: Data, nodes: Iterable[Data], links: Iterable[Data]
) -> tuple[ArgumentMap | None, list[Fault]]:
    """Return the map that a header and flat lists of nodes and links describe, or every fault.

    Args:
        head: What `head` gives.
        nodes: Each as `node_fields` gives it, with its `id`.
        links: Each as `flat_link` gives it; the fault of a link has the path `("links", index)`.
    """
    assembly = _Assembly()
    assembly.read_flat(head, nodes, links)
    return _made(assembly)


def _made(assembly: "_Assembly") -> tuple[ArgumentMap | None, list[Fault]]:
    if assembly.faults:
        return None, assembly.all_faults()
    try:
        if len(assembly.nodes) > AT_A_TIME:
            _validate_in_place(
                assembly.nodes, TypeAdapter(list[Annotated[Node, Field(discriminator="kind")]])
            )
            _validate_in_place(assembly.links, TypeAdapter(list[Link]))
        return ArgumentMap.model_validate(assembly.fields), []
    except (ValidationError, UnsoundMapError):
        return None, assembly.all_faults()


def _validate_in_place(values: list[Any], adapter: TypeAdapter[Any]) -> None:
    """Put models in the place of their data, some at a time, so that both are never held whole."""
    for start in range(0, len(values), AT_A_TIME):
        models = adapter.validate_python(values[start : start + AT_A_TIME])
        for model in models:
            # One set for all: each model's own, of which nobody asks, weighs as much as its fields.
            object.__setattr__(model, "__pydantic_fields_set__", _SHARED_FIELDS_SET)
        values[start : start + AT_A_TIME] = models


class _Assembly:
    """Takes the nested data apart into the flat fields of an `ArgumentMap`."""

    def __init__(self) -> None:
        self.fields: Data = {}
        self.nodes: list[Data | Node] = []
        self.links: list[Data | Link] = []
        self.faults: list[Fault] = []
        # Where each link stood: its position in its list, the link it stands inside, or -1, and
        # whether its premises stand under `from`.
        self._positions = array("l")
        self._owners = array("l")
        self._long = bytearray()
        self._flat = False
        self._hints_left = HINTS_MOST

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
            self._fault(path, f"a link has `from`, `to` and `relation` ({listed(tuple(WORDS))})")
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
                self._fault((key, None), f"unknown field {shown(key)}{self._hint(key, known)}")
        self.fields = {key: data[key] for key in HEAD_FIELDS if key in data}
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

    def _unknown_kind(self, path: Path, fields: Data) -> None:
        owner = shown(path[-1])
        if "kind" in fields:
            self._fault((*path, "kind"), self._choice("kind", fields["kind"], owner))
        else:
            self._fault(path, f"{owner} has no kind: {listed(KINDS)}")

    def _links(self, path: Path, onto: _Onto, entries: Any) -> None:  # noqa: ANN401 - whatever a reader gives
        if isinstance(entries, dict) or (isinstance(entries, str) and entries):
            entries = [entries]
        if not isinstance(entries, list):
            self._fault(path, f"{onto.word} is a list of ids, not {sort_of(entries)}")
        elif onto.depth > LINKS_DEEPEST:
            self._fault(path, f"unless stands inside unless at most {LINKS_DEEPEST} deep")
        else:
            for position, entry in enumerate(entries):
                self._link((*path, position), onto, position + 1, entry)

    def _link(self, path: Path, onto: _Onto, number: int, entry: Any) -> None:  # noqa: ANN401 - whatever a reader gives
        self._long.append(isinstance(entry, dict))
        fields: Data = entry if isinstance(entry, dict) else {"from": entry}
        for key in [key for key in fields if key not in LINK_FIELDS]:
            message = f"unknown field {shown(key)} in a link{self._hint(key, LINK_FIELDS)}"
            self._fault((*path, key, None), message)
            del fields[key]
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

    def _path(self, index: int) -> Path:
        """Return the path to a link, from the places kept."""
        if self._flat:
            return ("links", self._positions[index])
        link, owner = self.links[index], self._owners[index]
        word = WORDS[_of(link, "relation")]
        above = ("nodes", _of(link, "target"), word) if owner < 0 else (*self._path(owner), word)
        return (*above, self._positions[index])

    def _name(self, index: int) -> str:
        """Return what messages call a link: `charge.because`."""
        link = self.links[index]
        return f"{_of(link, 'target')}.{WORDS[_of(link, 'relation')]}"

    def _fault(self, path: Path, message: str) -> None:
        self.faults.append(Fault(path, message))

    def _hint(self, name: str, known: Iterable[str]) -> str:
        """Return `; did you mean …?` for the first problems of a text; later ones go without."""
        if not self._hints_left:
            return ""
        self._hints_left -= 1
        return suggestion(name, known)

    def all_faults(self) -> list[Fault]:
        """Return the faults of shape, of fields and of references together, safe to show."""
        faults = [*self.faults, *self._of_fields(), *self._of_references()]
        return [Fault(path, visible(cut(message, MESSAGE_LONGEST))) for path, message in faults]

    def _of_fields(self) -> Iterator[Fault]:
        try:
            ArgumentMap.model_validate(self.fields)
        except ValidationError as error:
            for each in error.errors(include_url=False):
                yield from self._of_field(each)
        except UnsoundMapError:
            pass  # told with the references

    def _of_field(self, error: Mapping[str, Any]) -> Iterator[Fault]:
        location = error["loc"]
        match location:
            case ("links", int(index), *rest):
                if "premises" not in rest:  # those are told with the references, or with the shape
                    path = (*self._path(index), *rest[:1])
                    yield Fault(path, self._worded(error, self._name(index), rest))
            case ("nodes", int(index), *rest):
                yield self._of_node(error, self.nodes[index], rest[1:])
            case ("thesis",) if self._thesis() is not None:
                pass  # told with the references
            case _:
                path = (*location, None) if error["type"] == "extra_forbidden" else location
                owner = "source" if location[:1] == ("source",) != location else "the map"
                yield Fault(path, self._worded(error, owner, location))

    def _of_node(self, error: Mapping[str, Any], node: Any, rest: Sequence[Any]) -> Fault:  # noqa: ANN401 - model or data
        """Return the fault of a node; `rest` is the way to it, below the node's kind."""
        if rest[:1] == ["anchor"]:  # a file has no such level
            rest = rest[1:]
        node_id = _of(node, "id")
        path: Path = ("nodes", node_id, *rest)
        if rest == ["id"]:
            path = ("nodes", node_id, None)
        elif error["type"] == "extra_forbidden":
            path = (*path, None)
        return Fault(path, self._worded(error, shown(node_id), rest, _of(node, "kind")))

    def _of_references(self) -> Iterator[Fault]:
        ids = [_of(node, "id") for node in self.nodes]
        drafts = [Draft(*(_of(link, name) for name in Draft._fields)) for link in self.links]
        for flaw in flaws(ids, drafts, self._thesis()):
            yield self._placed(flaw, ids)

    def _thesis(self) -> str | None:
        """Return the thesis where it is a word that could name a node."""
        thesis = self.fields.get("thesis")
        return thesis if isinstance(thesis, str) and thesis else None

    def _placed(self, flaw: Flaw, ids: Sequence[str]) -> Fault:
        known = ids
        if flaw.link is not None and flaw.premise is None:  # its target: of an undercutter, a link
            link = self.links[flaw.link]
            known = [_of(each, "id") for each in self.links] if _of(link, "relation") == "undercuts" else ids
        hint = self._hint(flaw.unknown, known) if flaw.unknown is not None else ""
        if flaw.node is not None:
            return Fault(("nodes", ids[flaw.node], None), flaw.message)
        if flaw.link is None:
            return Fault(("thesis",), flaw.message + hint)
        path = self._path(flaw.link)
        if flaw.premise is not None:
            path = (*path, *(("from",) if self._long[flaw.link] else ()), flaw.premise)
        return Fault(path, f"{flaw.message} in {self._name(flaw.link)}{hint}")

    def _worded(
        self, error: Mapping[str, Any], owner: str, location: Sequence[Any], kind: object = None
    ) -> str:
        """Say in the mapmaker's words what Pydantic found."""
        names = [part for part in location if isinstance(part, str)]
        field = names[-1] if names else ""
        match error["type"]:
            case "missing":
                return f"{owner} has no {field}"
            case "extra_forbidden" if field in STAKE_FIELDS and kind in KINDS:
                return f"{field} belongs to a gain or a cost, and {owner} is of kind {kind}"
            case "extra_forbidden":
                known = tuple(Source.model_fields) if owner == "source" else (*NODE_FIELDS, *LINK_LISTS)
                return f"unknown field {shown(field)} in {owner}{self._hint(field, known)}"
            case "literal_error":
                return self._choice(field, error["input"], owner)
            case what:
                return f"{of_value(what, field, error)} (in {owner})"

    def _choice(self, field: str, given: object, owner: str) -> str:
        words = CHOICES[field]
        hint = self._hint(given, words) if isinstance(given, str) else ""
        return f"{field} is {listed(words)}, not {shown(given)} (in {owner}){hint}"


def _of(value: Any, name: str) -> Any:  # noqa: ANN401 - a model, or the data it is made of
    return value.get(name) if isinstance(value, dict) else getattr(value, name)
