"""GraphML of other hands, read as an argument as far as it says something.

Labels become texts, an attribute or label that is called a support or an attack becomes the
relation, groups become tags, and the rest is kept in notes as `key: value`. A node of kind
`inference` becomes the link it stands for. What only looks (boxes, places of yEd's drawing) goes.

Source: what networkx, igraph, Gephi, yEd and Argdown's map export write.
"""

import colorsys
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from argmap.formats._graphml_xml import Element
from argmap.model import ID_LONGEST, ID_PATTERN, KINDS, RESERVED, Relation
from argmap.wire import Data

_TEXT_NAMES: Final = ("text", "statement", "content", "proposition")
_LABEL_NAMES: Final = ("label", "title", "name")
_LAST_NAMES: Final = ("description", "desc")
_KIND_NAMES: Final = ("kind", "type", "nodetype", "node_type")
_RELATION_NAMES: Final = (
    "relation", "interaction", "relationship", "type", "edge_type", "edgetype", "kind", "role",
    "polarity", "stance", "sign", "label", "labels", "name", "desc", "description",
)  # fmt: skip
_INFERENCES: Final = frozenset({"inference", "ra", "ca", "ra-node", "ca-node"})
_STAKES: Final = frozenset({"gain", "cost"})
_NATURES: Final = frozenset({"tangible", "intangible", "both"})
_NUMBER: Final = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.A)
_ID: Final = re.compile(ID_PATTERN)


# --- the words for a relation ---------------------------------------------------------------------


def _words(listed: str) -> frozenset[str]:
    return frozenset(word.strip() for word in listed.split(","))


_SPELT: Final[tuple[tuple[Relation, frozenset[str]], ...]] = (
    ("supports", _words(
        "supports, support, supporting, supportive, because, pro, for, reason, evidence, evidence for,"
        " in favour, in favor, in favour of, confirms, corroborates, backs, entails, entailment,"
        " implies, proves, justifies, premise, positive, +, stützt, unterstützt, begründet, weil,"
        " dafür, soutient, appuie, parce que, car, apoya, sostiene, porque, a favor, supporta, perché,"
        " apoia, sustenta, ondersteunt, steunt, omdat, wspiera, поддерживает, потому что, 支持, 因为, 支える"
    )),
    ("rebuts", _words(
        "rebuts, rebut, rebuttal, rebutting, attacks, attack, attacking, but, con, contra, against,"
        " objection, objects, objects to, opposes, oppose, opposition, contradicts, contradict,"
        " contradiction, contradictory, contrary, conflict, conflicts, conflicts with, refutes, refute,"
        " denies, disputes, challenges, counters, counterargument, defeats, defeat, undermines,"
        " undermine, negative, -, −, -1, greift an, angriff, widerspricht, widerlegt, einwand, aber,"
        " dagegen, attaque, réfute, contredit, s'oppose, mais, contre, ataca, refuta, contradice, pero,"
        " contra, en contra, attacca, confuta, contraddice, ma, contro, contradiz, mas, valt aan,"
        " weerlegt, maar, tegen, atakuje, атакует, опровергает, против, но, 反对, 反駁, 反驳, 攻击, 攻撃"
    )),
    ("undercuts", _words(
        "undercuts, undercut, undercutter, undercutting, unless, exception, untergräbt, unterminiert,"
        " es sei denn, außer wenn, sape, à moins que, sauf si, socava, a menos que, salvo que, mina,"
        " a meno che, tenzij, ondergraaft, если не, 除非"
    )),
)  # fmt: skip
RELATIONS: Final = {word.casefold(): relation for relation, words in _SPELT for word in words}
"""The relation each word stands for, in several tongues; small letters, spaces between words."""
_YES: Final = frozenset({"1", "1.0", "true", "yes"})


def relation_of(value: str) -> Relation | None:
    """Return the relation a word or a label names, whatever its case; None when it names none."""
    if len(value) > ID_LONGEST:
        return None
    word = " ".join(value.replace("_", " ").split()).casefold()
    found = RELATIONS.get(word) or RELATIONS.get(word.strip(" .:;!()[]<>\"'"))
    return found or RELATIONS.get(re.split(r"[#/:]", word)[-1].replace("-", " "))


def relation_of_edge(edge: Element) -> tuple[Relation | None, list[str]]:
    """Return what an edge says of its relation, if anything, and its data that says no more."""
    values = edge.values
    named = {name.casefold(): name for name in values}
    for name in _RELATION_NAMES:
        if name in named and (found := relation_of(values[named[name]])):
            return found, [each for each in values if relation_of(values[each]) == found]
    for label in edge.labels:
        if found := relation_of(label):
            return found, []
    for name, value in values.items():
        if value.strip().casefold() in _YES and (found := relation_of(name)):
            return found, [name]
    return _of_colour(edge.colour), []


def _of_colour(colour: str) -> Relation | None:
    """Return what a line's colour says where nothing else does: red attacks, as Argdown draws it."""
    if not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        return None
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < 0.4 or value < 0.2:
        return None
    if 0.76 <= hue < 0.92:
        return "undercuts"
    return "rebuts" if hue >= 0.92 or hue <= 0.11 else "supports"


# --- nodes ----------------------------------------------------------------------------------------


def is_inference(node: Element) -> bool:
    """Tell whether a node stands for a link: an inference, or AIF's RA and CA nodes."""
    return any(
        value.strip().casefold() in _INFERENCES
        for name, value in node.values.items()
        if name.casefold() in _KIND_NAMES
    )


def ids_for(nodes: Iterable[Element], taken: set[str]) -> list[str]:
    """Return an id of argmap for each node: its own where that will do, else one made from it."""
    listed = list(nodes)
    fit = {node.id for node in listed if _fits(node.id)} - taken
    used = taken | fit
    counts: dict[str, int] = {}
    given: list[str] = []
    for node in listed:
        if node.id in fit:
            given.append(node.id)
            continue
        slug = _slug(node.id)
        made = slug
        while made in used or made in RESERVED:
            counts[slug] = counts.get(slug, 1) + 1
            made = f"{slug}-{counts[slug]}"
        used.add(made)
        given.append(made)
    return given


def _fits(node_id: str) -> bool:
    return len(node_id) <= ID_LONGEST and node_id not in RESERVED and bool(_ID.fullmatch(node_id))


def _slug(node_id: str) -> str:
    plain = unicodedata.normalize("NFKD", node_id[: ID_LONGEST * 2]).encode("ascii", "ignore").decode()
    slug = re.sub("[^a-z0-9]+", "-", plain.lower())[: ID_LONGEST - 10].strip("-")
    return slug if slug[:1].isalpha() else f"n{slug}" if slug else "node"


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
        fields["tags"] = [_label_and_text(group, _stripped(group))[1] for group in node.inside]
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
    text = next((rest.pop(names[name]) for name in _TEXT_NAMES if rest.get(names.get(name, ""))), shown)
    label = next((rest.pop(names[name]) for name in _LABEL_NAMES if rest.get(names.get(name, ""))), title)
    if not text:
        last = next((rest.pop(names[name]) for name in _LAST_NAMES if rest.get(names.get(name, ""))), "")
        text, label = label or last or node.id.strip() or "?", ""
    elif title and title not in (label, text):
        rest["label"] = title
    for name in [name for name, value in rest.items() if value in (label, text)]:
        del rest[name]  # what says the same again (igraph's name, a description) says no more
    return label, text


def _named(rest: dict[str, str], names: Sequence[str], values: Iterable[str]) -> str | None:
    wanted = frozenset(values)
    return next(
        (name for name, value in rest.items() if name.casefold() in names and value.casefold() in wanted), None
    )


def _graded(rest: dict[str, str], kind: str) -> Data:
    """Take out of `rest` the fields of argmap that it holds, where their values will do."""
    fields = _sure(rest)
    for name in ("domain", "by", "hedge"):
        if rest.get(name):
            fields[name] = rest.pop(name)
    if kind not in _STAKES:
        return fields
    if rest.get("nature") in _NATURES:
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
    rest = _stripped(node)
    for name in [each for each, value in rest.items() if value.casefold() in _INFERENCES]:
        del rest[name]
    scheme = rest.pop("scheme", "")
    return ({"scheme": scheme} if scheme else {}) | _sure(rest) | _note(rest)


def is_conflict(node: Element) -> bool:
    """Tell whether an inference node is one of conflict, as AIF's CA nodes are."""
    return any(value.strip().casefold() in {"ca", "ca-node"} for value in node.values.values())


def joined_notes(*notes: str | None) -> Data:
    """Return a note of several, or nothing."""
    said = [note for note in notes if note]
    return {"note": "\n".join(said)} if said else {}


def _stripped(element: Element) -> dict[str, str]:
    return {name: value.strip() for name, value in element.values.items()}


def _note(rest: dict[str, str]) -> Data:
    said = {name: value for name, value in rest.items() if value and value.casefold() != "nan"}
    return {"note": "\n".join(f"{name}: {value}" for name, value in said.items())} if said else {}
