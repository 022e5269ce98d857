"""By which words, and at last by which colours, other programs tell a support from an attack."""

import colorsys
import re
from typing import Final

from argmap.formats._graphml_elements import Element
from argmap.model import Relation
from argmap.soundness import ID_LONGEST

_RELATION_NAMES: Final = (
    "relation", "interaction", "relationship", "type", "edge_type", "edgetype", "kind", "role",
    "polarity", "stance", "sign", "label", "labels", "edge label", "name", "desc", "description",
)  # fmt: skip
"""Attributes that may name a relation, the surest first; small letters."""

_GREY, _BLACK, _ORANGE, _VIOLET, _PINK = 0.4, 0.2, 0.11, 0.71, 0.92
"""Borders between colours: saturation, value, and three hues, from 0 to 1."""
_COLOUR_NAMES: Final = ("color", "colour", "edge color", "edge_color", "linecolor", "stroke")
"""Attributes in which networkx, igraph and others write an edge's colour; Gephi writes r, g and b."""
_BASIC: Final = {
    "red": "#f00", "darkred": "#8b0000", "crimson": "#dc143c", "tomato": "#ff6347", "orange": "#ffa500",
    "orangered": "#ff4500", "maroon": "#800000", "green": "#008000", "darkgreen": "#006400",
    "lime": "#0f0", "limegreen": "#32cd32", "forestgreen": "#228b22", "seagreen": "#2e8b57",
    "blue": "#00f", "darkblue": "#00008b", "navy": "#000080", "royalblue": "#4169e1",
    "steelblue": "#4682b4", "teal": "#008080", "purple": "#800080", "magenta": "#f0f", "violet": "#ee82ee",
}  # fmt: skip
"""Names of colours that people give to edges, as CSS has them."""
_NUMBER: Final = re.compile(r"\d+", re.ASCII)
_BYTE: Final = 255


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
    """Return what an edge says of its relation in words, if anything, and its data that says no more."""
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
    return None, []


def relation_of_looks(edge: Element) -> Relation | None:
    """Return what an edge's colour says where nothing else does: red attacks, as Argdown draws it."""
    values = {name.casefold(): value.strip().casefold() for name, value in edge.values.items()}
    said = edge.colour or next((values[name] for name in _COLOUR_NAMES if name in values), "")
    levels = _levels(_BASIC.get(said, said)) if said else _bytes([values.get(name, "") for name in "rgb"])
    return _relation_of_colour(*levels) if levels else None


def _bytes(parts: list[str]) -> list[int]:
    """Return the three numbers, from 0 to 255, that three words are; nothing where they are none."""
    fit = len(parts) == len("rgb") and all(re.fullmatch(r"\d{1,3}", part, re.ASCII) for part in parts)
    return [min(int(part), _BYTE) for part in parts] if fit else []


def _levels(colour: str) -> list[int]:
    """Return red, green and blue, from 0 to 255, of `#RRGGBB`, `#RRGGBBAA`, `#RGB` or `rgb(1, 2, 3)`."""
    if colour.startswith("rgb"):
        return _bytes(_NUMBER.findall(colour)[:3])
    if not re.fullmatch("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}([0-9a-fA-F]{2})?)", colour):
        return []
    width = 1 if len(colour) == len("#RGB") else 2
    pairs = (colour[at : at + width] for at in range(1, 1 + 3 * width, width))
    return [int(pair * (3 - width), 16) for pair in pairs]


def _relation_of_colour(*levels: int) -> Relation | None:
    hue, saturation, value = colorsys.rgb_to_hsv(*(level / _BYTE for level in levels))
    if saturation < _GREY or value < _BLACK:
        return None
    if _VIOLET <= hue < _PINK:
        return "undercuts"
    return "rebuts" if hue >= _PINK or hue <= _ORANGE else "supports"
