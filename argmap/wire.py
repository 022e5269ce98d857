"""The map in its normal form, as plain dicts and lists: what the own formats carry.

Going out, every default is left out and every link stands on its target in its long form, so that
maps that are equal give the same data. Coming in, the short forms are understood and every problem
is told in the mapmaker's words, with its path through the data; text and its lines are the
formats' business.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, Final, NamedTuple, TypeAlias

from pydantic import Field, TypeAdapter, ValidationError

from argmap.errors import Flaw, LoadError, Problem, UnsoundMapError
from argmap.model import (
    KINDS,
    NODE_KINDS,
    WORDS,
    ArgumentMap,
    Link,
    Node,
    Relation,
    Source,
    flaws,
)
from argmap.spelling import suggestion

VERSION: Final = 1
DEEPEST: Final = 60
"""How deep lists and mappings of a file may nest."""
LINKS_DEEPEST: Final = 20
"""How deep `unless` may stand inside `unless`."""

Path: TypeAlias = tuple[str | int | None, ...]
"""Way through the data: keys and positions; None at the end means the key itself."""
Data: TypeAlias = dict[str, Any]

RELATIONS: Final[Mapping[str, Relation]] = {word: relation for relation, word in WORDS.items()}
ANCHOR_FIELDS: Final = ("quote", "at", "also")
LINK_FIELDS: Final = ("from", "unless", "scheme", "sure", "note", "id")
HEAD_FIELDS: Final = ("title", "source", "thesis")
NODE_FIELDS: Final = (
    "kind", "text", "label", "holder", "nature", "domain", "amount", "unit", "status", "by",
    "sure", "hedge", "implicit", "given", "quote", "at", "also", "tags", "note",
)  # fmt: skip
"""The fields of a node as a file has them, in the order they are written."""
LINK_LISTS: Final = ("because", "but")
STAKE_FIELDS: Final = ("holder", "nature", "amount", "unit", "status")

AT_A_TIME: Final = 1_000
"""Nodes or links that are made into models at a time."""

_NODES: Final = TypeAdapter(list[Annotated[Node, Field(discriminator="kind")]], config={"defer_build": True})
_LINKS: Final = TypeAdapter(list[Link], config={"defer_build": True})
_ANCHOR_AT = NODE_FIELDS.index("quote")


# --- out ----------------------------------------------------------------------------------------


def plain(m: ArgumentMap) -> Data:
    """Return the whole map as plain data; equal maps give equal data in equal order."""
    return {**head(m), "nodes": {node.id: node_with_links(m, node) for node in m.nodes}}


def head(m: ArgumentMap) -> Data:
    """Return all of the map that is neither node nor link."""
    out: Data = {"argmap": VERSION}
    if m.title is not None:
        out["title"] = m.title
    if m.source is not None:
        out["source"] = {
            name: _value(value)
            for name in Source.model_fields
            if (value := getattr(m.source, name)) not in (None, ())
        }
    if m.thesis is not None:
        out["thesis"] = m.thesis
    return out


def node_fields(node: Node) -> Data:
    """Return the fields of a node as a file has them, without id and links."""
    out: Data = {"kind": node.kind}
    values = node.__dict__
    for name in NODE_FIELDS[1:_ANCHOR_AT]:
        value = values.get(name)
        if value is None or value == () or (name == "implicit" and not value):
            continue
        if name != "status" or value != "actual":
            out[name] = _value(value)
    if node.anchor is not None:
        for name in ANCHOR_FIELDS:
            if value := getattr(node.anchor, name):
                out[name] = _value(value)
    if node.tags:
        out["tags"] = list(node.tags)
    if node.note is not None:
        out["note"] = node.note
    return out


def node_with_links(m: ArgumentMap, node: Node) -> Data:
    """Return the fields of a node and the links onto it."""
    out = node_fields(node)
    for link in m.links_onto.get(node.id, ()):
        out.setdefault(WORDS[link.relation], []).append(link_with_undercutters(m, link))
    return out


def link_with_undercutters(m: ArgumentMap, link: Link) -> Data:
    """Return a link in its long form, with what undercuts it inside."""
    out: Data = {"from": list(link.premises), **link_fields(link)}
    undercutters = m.links_onto.get(link.id, ())
    if undercutters:  # nests at most as deep as the model allows
        out["unless"] = [link_with_undercutters(m, each) for each in undercutters]
    return out


def link_fields(link: Link) -> Data:
    """Return what a link says beside its premises, its target and its relation."""
    out: Data = {}
    if link.scheme is not None:
        out["scheme"] = link.scheme
    if link.sure is not None:
        out["sure"] = _value(link.sure)
    if link.note is not None:
        out["note"] = link.note
    if link.named:
        out["id"] = link.id
    return out


def flat_link(link: Link) -> Data:
    """Return a link that stands alone: where it comes from, what it does, and to what."""
    ends = {"from": list(link.premises), "relation": link.relation, "to": link.target}
    return {**ends, **link_fields(link)}


def number(value: Decimal) -> int | float | str:
    """Return the amount as a JSON number where that keeps it exactly, else as text."""
    if value == value.to_integral_value() and abs(value) < 2**53:
        return int(value)
    if Decimal(repr(float(value))) == value:
        return float(value)
    return format(value, "f")


def _value(value: Any) -> Any:  # noqa: ANN401 - a field of any type
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


# --- in -----------------------------------------------------------------------------------------


class Fault(NamedTuple):
    """One problem and its path through the data."""

    path: Path
    message: str


class Draft(NamedTuple):
    """A link as it was written, before it is known to be sound."""

    id: str
    premises: Sequence[str]
    target: str
    relation: Relation


Locate: TypeAlias = Callable[[Path], tuple[int, int]]
"""From a path to its line and column; asked only when something is wrong."""


def from_plain(data: Any, name: str, locate: Callable[[], Locate]) -> ArgumentMap:  # noqa: ANN401
    """Make the map that plain data describes.

    Args:
        data: What a YAML or JSON reader gives: dicts, lists and scalars; scalars may be words.
            It is taken apart, and no use afterwards.
        name: Name of the text, for messages.
        locate: Gives the function from paths to places; called only when something is wrong.

    Raises:
        LoadError: with every problem of the data at once.
    """
    m, faults = built(data)
    if m is None:
        place = locate()
        raise LoadError(name, (Problem(*place(path), message) for path, message in faults))
    return m


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
        _validate_in_place(assembly.nodes, _NODES)
        _validate_in_place(assembly.links, _LINKS)
        return ArgumentMap.model_validate(assembly.fields), []
    except (ValidationError, UnsoundMapError):
        return None, assembly.all_faults()


def _validate_in_place(values: list[Any], adapter: TypeAdapter[Any]) -> None:
    """Put models in the place of their data, some at a time, so that both are never held whole."""
    for start in range(0, len(values), AT_A_TIME):
        values[start : start + AT_A_TIME] = adapter.validate_python(values[start : start + AT_A_TIME])


class _Assembly:
    """Takes the nested data apart into the flat fields of an `ArgumentMap`."""

    def __init__(self) -> None:
        self.fields: Data = {}
        self.nodes: list[Data | Node] = []
        self.links: list[Data | Link] = []
        self.faults: list[Fault] = []
        # Where each link stood: its position in its list, and the link it stands inside, or -1.
        self._positions = array("l")
        self._owners = array("l")
        self._flat = False

    def read(self, data: Any) -> None:  # noqa: ANN401
        self._head(data, "nodes")
        nodes = data.get("nodes", {}) if isinstance(data, dict) else {}
        if isinstance(nodes, dict):
            for node_id in list(nodes):
                self._node(node_id, nodes.pop(node_id))
        else:
            self._fault(("nodes",), f"nodes is a mapping from ids to nodes, not {_sort_of(nodes)}")

    def read_flat(self, head: Data, nodes: Iterable[Data], links: Iterable[Data]) -> None:
        self._flat = True
        self._head(head, "")
        for fields in nodes:
            rest = {key: value for key, value in fields.items() if key != "id"}
            for word in LINK_LISTS:
                if rest.pop(word, None) is not None:
                    self._fault(("nodes", fields["id"], word), f"{word} stands on a line of its own here")
            self._node(fields["id"], rest)
        counts: Counter[tuple[str, str]] = Counter()
        for index, fields in enumerate(links):
            self._flat_link(("links", index), fields, counts)

    def _flat_link(self, path: Path, fields: Data, counts: Counter[tuple[str, str]]) -> None:
        target, relation = fields.get("to"), fields.get("relation")
        if not isinstance(target, str) or relation not in WORDS:
            self._fault(path, f"a link has `from`, `to` and `relation` ({_listed(tuple(WORDS))})")
            return
        word = WORDS[relation]
        counts[target, word] += 1
        entry = {key: value for key, value in fields.items() if key not in {"to", "relation"}}
        self._link(path, f"{target}.{word}.{counts[target, word]}", target, word, entry, 0)

    def _head(self, data: Any, nodes_field: str) -> None:  # noqa: ANN401
        if not isinstance(data, dict):
            self._fault((), f"a map begins with `argmap: {VERSION}`, not with {_sort_of(data)}")
            return
        version = data.get("argmap")
        if "argmap" not in data:
            self._fault((), f"this is no argument map: it has no `argmap: {VERSION}`")
        elif version not in (VERSION, str(VERSION)) or isinstance(version, bool):
            self._fault(("argmap",), f"version {_shown(version)} is unknown; this argmap reads {VERSION}")
        known = ("argmap", *HEAD_FIELDS, *((nodes_field,) if nodes_field else ()))
        for key in data:
            if key not in known:
                self._fault((key, None), f"unknown field {_shown(key)}{suggestion(key, known)}")
        self.fields = {key: data[key] for key in HEAD_FIELDS if key in data}
        self.fields["nodes"] = self.nodes
        self.fields["links"] = self.links

    def _node(self, node_id: str, fields: Any) -> None:  # noqa: ANN401
        if not isinstance(fields, dict):
            self._fault(
                ("nodes", node_id), f"{_shown(node_id)} is a mapping of fields, not {_sort_of(fields)}"
            )
            fields = {"kind": "claim", "text": "?"}  # so that only this is said of it
        for wrong in ("id", "anchor"):
            if wrong in fields:
                self._fault(("nodes", node_id, wrong, None), _unknown_field(wrong, node_id, None))
                del fields[wrong]
        anchor = {name: fields.pop(name) for name in ANCHOR_FIELDS if name in fields}
        if anchor:
            fields["anchor"] = anchor
        fields["id"] = node_id
        self.nodes.append(fields)
        for word in LINK_LISTS:
            if word in fields:
                self._links(("nodes", node_id, word), node_id, word, fields.pop(word), -1)

    def _links(self, path: Path, target: str, word: str, entries: Any, owner: int) -> None:  # noqa: ANN401
        if isinstance(entries, str | dict):
            entries = [entries]
        if not isinstance(entries, list):
            self._fault(path, f"{word} is a list of ids, not {_sort_of(entries)}")
        elif len(path) > 2 * LINKS_DEEPEST:
            self._fault(path, f"unless stands inside unless at most {LINKS_DEEPEST} deep")
        else:
            for position, entry in enumerate(entries):
                self._link((*path, position), f"{target}.{word}.{position + 1}", target, word, entry, owner)

    def _link(self, path: Path, name: str, target: str, word: str, entry: Any, owner: int) -> None:  # noqa: ANN401
        if not isinstance(entry, dict):
            entry = {"from": entry}
        for key in [key for key in entry if key not in LINK_FIELDS]:
            message = f"unknown field {_shown(key)} in a link{suggestion(key, LINK_FIELDS)}"
            self._fault((*path, key, None), message)
            del entry[key]
        if "from" not in entry:
            self._fault(path, "a link says where it comes from: {from: …}")
        premises = entry.pop("from", ["?"])
        undercutters = entry.pop("unless", None)
        if isinstance(premises, str):
            premises = [premises]
        if not isinstance(premises, list) or not premises or not all(isinstance(p, str) for p in premises):
            self._fault(path, f"{word} names an id, or a list of ids that work together")
            premises = []
        link_id = entry.setdefault("id", name)
        if not isinstance(link_id, str) or ("." in link_id and link_id != name):
            self._fault((*path, "id"), "the id of a link has small letters, digits and hyphens")
            entry["id"] = link_id = name
        entry |= {"premises": premises, "target": target, "relation": RELATIONS[word]}
        index = len(self.links)
        self.links.append(entry)
        self._positions.append(int(path[-1] or 0))
        self._owners.append(owner)
        if undercutters is not None:
            self._links((*path, "unless"), link_id, "unless", undercutters, index)

    def _path(self, index: int) -> Path:
        """Return the path to a link, from the places kept."""
        if self._flat:
            return ("links", index)
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

    def all_faults(self) -> list[Fault]:
        """Return the faults of shape, of fields and of references together."""
        return [*self.faults, *self._of_fields(), *self._of_references()]

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
                    yield Fault((*self._path(index), *rest[:1]), _worded(error, self._name(index), location))
            case ("nodes", int(index), *rest):
                yield self._of_node(error, self.nodes[index], [part for part in rest if part not in _UNSEEN])
            case _:
                path = (*location, None) if error["type"] == "extra_forbidden" else location
                owner = "source" if location[:1] == ("source",) else "the map"
                yield Fault(path, _worded(error, owner, location))

    def _of_node(self, error: Mapping[str, Any], node: Any, rest: list[Any]) -> Fault:  # noqa: ANN401
        node_id = _of(node, "id")
        path: Path = ("nodes", node_id, *rest)
        if rest == ["id"]:
            path = ("nodes", node_id, None)
        elif error["type"] == "extra_forbidden":
            path = (*path, None)
        elif error["type"] == "union_tag_invalid":
            path = (*path, "kind")
        return Fault(path, _worded(error, _shown(node_id), rest, _of(node, "kind")))

    def _of_references(self) -> Iterator[Fault]:
        ids = [_of(node, "id") for node in self.nodes]
        drafts = [Draft(*(_of(link, name) for name in Draft._fields)) for link in self.links]
        thesis = self.fields.get("thesis")
        for flaw in flaws(ids, drafts, thesis if isinstance(thesis, str) else None):
            yield self._placed(flaw, ids)

    def _placed(self, flaw: Flaw, ids: Sequence[str]) -> Fault:
        hint = suggestion(flaw.unknown, ids) if flaw.unknown is not None else ""
        if flaw.node is not None:
            return Fault(("nodes", ids[flaw.node], None), flaw.message)
        if flaw.link is None:
            return Fault(("thesis",), flaw.message + hint)
        path = self._path(flaw.link)
        if flaw.premise is not None:
            path = (*path, flaw.premise)
        return Fault(path, f"{flaw.message} in {self._name(flaw.link)}{hint}")


def _of(value: Any, name: str) -> Any:  # noqa: ANN401 - a model, or the data it is made of
    return value.get(name) if isinstance(value, dict) else getattr(value, name)


_UNSEEN: Final = (*KINDS, "anchor")
"""Parts of Pydantic's paths that a file does not have."""


# --- words for what Pydantic finds ---------------------------------------------------------------

_CHOICES: Final = {
    name: tuple(values)
    for name, values in {
        "kind": KINDS,
        "nature": ("tangible", "intangible", "both"),
        "status": ("actual", "sought", "expected", "presumed"),
    }.items()
}
_NUMBERS: Final = {
    "sure": "sure is a number from 0 to 1",
    "amount": "amount is a number such as 6 or 4.2, without its unit",
}


def _worded(error: Mapping[str, Any], owner: str, location: Iterable[Any], kind: Any = None) -> str:  # noqa: ANN401
    names = [part for part in location if isinstance(part, str)]
    field = names[-1] if names else ""
    what = error["type"]
    value = error["input"]
    if what == "missing":
        return f"{owner} has no {field}"
    if what == "extra_forbidden":
        return _unknown_field(field, owner, kind)
    if what == "union_tag_not_found":
        return f"{owner} has no kind: {_listed(KINDS)}"
    if what in {"union_tag_invalid", "literal_error"}:
        field = "kind" if what == "union_tag_invalid" else field
        given = value.get("kind") if isinstance(value, dict) else value
        hint = suggestion(given, _CHOICES[field]) if isinstance(given, str) else ""
        return f"{field} is {_listed(_CHOICES[field])}, not {_shown(given)} (in {owner}){hint}"
    if field in _NUMBERS:
        return f"{_NUMBERS[field]}, not {_shown(value)} (in {owner})"
    return f"{_of_text(what, field, value, error)} (in {owner})"


def _of_text(what: str, field: str, value: Any, error: Mapping[str, Any]) -> str:  # noqa: ANN401
    if what == "string_type":
        return f"{field} is text, not {_sort_of(value)}"
    if what == "string_too_short":
        return f"{field} is empty"
    if what == "string_unicode":
        return f"{field} holds half a character (a lone surrogate)"
    if what == "string_too_long":
        return f"{field} is longer than {error['ctx']['max_length']} characters"
    if what == "string_pattern_mismatch" and field == "sha256":
        return "sha256 is 64 hexadecimal digits, in small letters"
    if what == "string_pattern_mismatch":
        return f"an id has small letters, digits and hyphens and begins with a letter, not {_shown(value)}"
    if what == "tuple_type":
        return f"{field} is one word or a list of them, not {_sort_of(value)}"
    if what in {"model_type", "dict_type", "model_attributes_type"}:
        return f"{field} is a mapping of fields, not {_sort_of(value)}"
    if what == "value_error":
        return f"{field} {_shown(value)}: {error['ctx']['error']}"
    return f"{field} is not as it should be: {error['msg']}"


def _unknown_field(field: str, owner: str, kind: Any) -> str:  # noqa: ANN401
    if field in STAKE_FIELDS and kind in KINDS:
        return f"{field} belongs to a gain or a cost, and {owner} is of kind {kind}"
    known = (*NODE_FIELDS, *LINK_LISTS) if owner != "source" else tuple(Source.model_fields)
    return f"unknown field {_shown(field)} in {owner}{suggestion(field, known)}"


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _shown(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, str):
        return value if len(value) <= 40 else value[:39] + "…"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "nothing"}[value]
    if isinstance(value, dict | list):
        return _sort_of(value)
    return str(value)[:40]


def _sort_of(value: Any) -> str:  # noqa: ANN401
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a word"
        case list() | tuple():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return "something else"
