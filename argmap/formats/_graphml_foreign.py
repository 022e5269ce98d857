"""GraphML of other hands, read as an argument as far as it says something.

Labels become texts, an attribute or label that is called a support or an attack becomes the
relation, groups become tags, and the rest is kept in notes as `key: value`. A node of kind
`inference` becomes the link it stands for, and so does a box between statements whose label only
names a relation. What only looks (boxes, places of yEd's drawing) goes.

Source: what networkx, igraph, Gephi, yEd and Argdown's map export write; of arguments as AIF drawn
in yEd, with the proposition's text as its description, https://dstl.github.io/eleatics/argumentation/graphml/.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from argmap.formats._graphml_elements import Element
from argmap.formats._graphml_relations import relation_of, relation_of_edge
from argmap.model import KINDS, NATURES, Relation
from argmap.wire import STAKES, Data

_TEXT_NAMES: Final = ("text", "statement", "content", "proposition")
_LABEL_NAMES: Final = ("label", "title", "name")
_LAST_NAMES: Final = ("description", "desc")
_KIND_NAMES: Final = ("kind", "type", "nodetype", "node_type")
_SORTS: Final = {
    "inference": "RA", "ra": "RA", "ra-node": "RA", "ca": "CA", "ca-node": "CA", "ma": "MA", "ma-node": "MA",
}  # fmt: skip
"""Kinds of a node that stands for a link, to AIF's sort of it; small letters."""
_SHOWN: Final = {
    "RA": "RA", "CA": "CA", "MA": "MA",
    "Default Inference": "RA", "Default Conflict": "CA", "Default Rephrase": "MA",
}  # fmt: skip
"""What boxes show that say no more than the sort, to it."""
_STATEMENTS: Final = frozenset({"i", "i-node", *KINDS})
_REPHRASE: Final = "rephrase"
"""The scheme of a link that AIF's MA node stands for."""
_NUMBER: Final = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)


def is_inference(node: Element) -> bool:
    """Tell whether a node says that it stands for a link: an inference, or AIF's RA, CA and MA nodes."""
    return any(value in _SORTS for value in _kinds(node))


def shows_relation(node: Element) -> bool:
    """Tell whether all a node shows is the name of a relation, or of AIF's RA, CA or MA nodes."""
    shown = _shown(node)
    stated = any(name.casefold() in _TEXT_NAMES for name in _stripped(node))
    if stated or not shown or any(value in _STATEMENTS for value in _kinds(node)):
        return False
    return all(_names_link(each) for each in shown)


def _kinds(node: Element) -> list[str]:
    values = node.values.items()
    return [value.strip().casefold() for name, value in values if name.casefold() in _KIND_NAMES]


def _shown(node: Element) -> list[str]:
    values = _stripped(node).items()
    return node.labels or [value for name, value in values if name.casefold() in _LABEL_NAMES]


def _names_link(label: str) -> bool:
    return " ".join(label.split()) in _SHOWN or bool(relation_of(label))


def _sort(node: Element) -> str:
    """Return AIF's sort of an inference node, where it says one: RA, CA or MA."""
    said = [_SORTS[value] for value in _kinds(node) if value in _SORTS]
    if "CA" in said or any(_SORTS.get(value.strip().casefold()) == "CA" for value in node.values.values()):
        return "CA"
    shown = (_SHOWN.get(" ".join(label.split()), "") for label in _shown(node))
    return next((each for each in (*said, *shown) if each), "")


def statement(node: Element, node_id: str) -> Data:
    """Return the fields of the statement a foreign node makes."""
    rest = _stripped(node)
    label, text = _label_and_text(node, rest)
    kind_name = _named(rest, _KIND_NAMES, KINDS)
    kind = rest.pop(kind_name).casefold() if kind_name else "claim"
    fields: Data = {"id": node_id, "kind": kind, "text": text}
    if label and label != text:
        fields["label"] = label
    fields |= _graded(rest, kind)
    if node.inside:
        fields["tags"] = [_name(group) for group in node.inside]
    if node.id != node_id:
        rest = {"id": node.id, **rest}
    return fields | _note(rest)


def _label_and_text(node: Element, rest: dict[str, str]) -> tuple[str, str]:
    """Return a node's title, if it has one beside its text, and its text; take both out of `rest`."""
    # yEd draws a group open and closed, with the same label: only the first one counts
    labels = [label.strip() for label in (node.labels[:1] if node.holds else node.labels)]
    shown = " ".join(labels[1:])
    title = labels[0] if labels else ""
    names = {name.casefold(): name for name in reversed(rest)}
    text = next((rest.pop(names[name]) for name in _TEXT_NAMES if rest.get(names.get(name, name))), shown)
    label = next((rest.pop(names[name]) for name in _LABEL_NAMES if rest.get(names.get(name, name))), title)
    last = next((names[name] for name in _LAST_NAMES if rest.get(names.get(name, name))), "")
    if not text and last and (not label or _is_short_for(node, label, rest[last])):
        text = rest.pop(last)
    if not text:
        text, label = label or node.id.strip() or "?", ""
    elif title and title not in (label, text):
        rest["label"] = title
    for name in [name for name, value in rest.items() if value in (label, text)]:
        del rest[name]  # what says the same again (igraph's name, a description) says no more
    return label, text


def _is_short_for(node: Element, label: str, description: str) -> bool:
    """Tell whether a label is but the name of what the description states."""
    is_one_word = len(label.split()) == 1 < len(description.split())
    return is_one_word or any(value in {"i", "i-node"} for value in _kinds(node))


def _name(group: Element) -> str:
    label, text = _label_and_text(group, _stripped(group))
    return label or text


def _named(rest: dict[str, str], names: Sequence[str], values: Iterable[str]) -> str | None:
    wanted = frozenset(values)
    fitting = (name for name, value in rest.items() if value.casefold() in wanted)
    return next((name for name in fitting if name.casefold() in names), None)


def _graded(rest: dict[str, str], kind: str) -> Data:
    """Take out of `rest` the fields of argmap that it holds, where their values will do."""
    fields = _sure(rest)
    for name in ("domain", "by", "hedge"):
        if rest.get(name):
            fields[name] = rest.pop(name)
    if kind not in STAKES:
        return fields
    if rest.get("nature") in NATURES:
        fields["nature"] = rest.pop("nature")
    if _NUMBER.fullmatch(rest.get("amount", "")):
        fields["amount"] = rest.pop("amount")
    if rest.get("holder"):
        fields["holder"] = rest.pop("holder").split("; ")
    if rest.get("unit"):
        fields["unit"] = rest.pop("unit")
    return fields


def _sure(rest: dict[str, str]) -> Data:
    sure = rest.get("sure", "")
    fits = _NUMBER.fullmatch(sure) and 0 <= float(sure) <= 1
    return {"sure": float(rest.pop("sure"))} if fits else {}


def link_rest(edge: Element, without: Iterable[str]) -> Data:
    """Return scheme and note of a foreign edge's link: all it says beside its relation."""
    rest = {name: value for name, value in _stripped(edge).items() if name not in without}
    more = [label.strip() for label in edge.labels if not relation_of(label)]
    rest |= {f"label {at}": label for at, label in enumerate(more, 1) if label not in rest.values()}
    scheme = rest.pop("scheme", "")
    return ({"scheme": scheme} if scheme else {}) | _note(rest)


def graph_rest(graph: Element) -> Data:
    """Return title and source of a foreign graph; what it says besides stands in the source's note."""
    rest = _stripped(graph)
    head: Data = {}
    for name in ("title", "label", "name", "desc"):
        if rest.get(name):
            head["title"] = rest.pop(name)
            break
    note = _note(rest)
    return head | ({"source": note} if note else {})


def link_of_inference(node: Element) -> Data:
    """Return scheme, strength and note of the link that a foreign inference node stands for."""
    spent = [] if _sort(node) else relation_of_edge(node)[1]
    rest = {
        name: value
        for name, value in _stripped(node).items()
        if value.casefold() not in _SORTS and name not in spent
    }
    shown = " ".join(word for label in node.labels if not _names_link(label) for word in label.split())
    scheme = rest.pop("scheme", "") or shown or (_REPHRASE if is_rephrase(node) else "")
    if shown and shown not in {scheme, *rest.values()}:
        rest["label"] = shown
    return ({"scheme": scheme} if scheme else {}) | _sure(rest) | _note(rest)


def relation_of_inference(node: Element) -> Relation:
    """Return the relation of an inference node: AIF's sort, or else what its label names."""
    sort = _sort(node)
    if sort:
        named = None if sort != "RA" else relation_of_edge(node)[0]
        return named or ("rebuts" if sort == "CA" else "supports")
    return relation_of_edge(node)[0] or "supports"


def is_rephrase(node: Element) -> bool:
    """Tell whether an inference node says the same again, as AIF's MA nodes do."""
    return _sort(node) == "MA"


def joined_notes(*notes: str | None) -> Data:
    """Return a note of several, or nothing."""
    said = [note for note in notes if note]
    return {"note": "\n".join(said)} if said else {}


def _stripped(element: Element) -> dict[str, str]:
    """Return an element's data; what is not there, igraph and pandas write as NaN."""
    stripped = {name: value.strip() for name, value in element.values.items()}
    return {name: value for name, value in stripped.items() if value and value.casefold() != "nan"}


def _note(rest: dict[str, str]) -> Data:
    return {"note": "\n".join(f"{name}: {value}" for name, value in rest.items())} if rest else {}
