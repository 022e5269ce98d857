"""How a statement stands among its links: reasons for, objections against, answers to those.

Read off the map's links, one step each; nothing here walks the graph or weighs anything.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from argmap.model import ArgumentMap, Link, Node


class Objection(NamedTuple):
    """One link that attacks: a rebuttal of a statement, or an undercutter of a step.

    Attributes:
        link: The attack.
        target: Id of the statement attacked, or of the one the attacked step leads to.
        answers: What answers it: rebuttals of its premises, undercutters of the attack.
        is_answer: Whether it attacks an attack, or a statement that serves attacks alone, and so is
            an answer to an objection itself.
    """

    link: Link
    target: str
    answers: tuple[Link, ...]
    is_answer: bool

    @property
    def answered(self) -> bool:
        """Whether anything in the map answers it; not whether the answer is good."""
        return bool(self.answers)


def reasons(m: ArgumentMap, node_id: str) -> tuple[Link, ...]:
    """Return the links that support a statement."""
    return tuple(link for link in m.links_onto.get(node_id, ()) if link.relation == "supports")


def rebuttals(m: ArgumentMap, node_id: str) -> tuple[Link, ...]:
    """Return the links that rebut a statement."""
    return tuple(link for link in m.links_onto.get(node_id, ()) if link.relation == "rebuts")


def is_given(m: ArgumentMap, node: Node) -> bool:
    """Tell whether a statement is taken for granted until attacked."""
    return node.given if node.given is not None else not reasons(m, node.id)


def is_granted(m: ArgumentMap, node: Node) -> bool:
    """Tell whether a statement needs no reason: it is given, and not with a confidence of 0."""
    return is_given(m, node) and node.sure != 0


def objections(m: ArgumentMap) -> tuple[Objection, ...]:
    """Return every attack in the map, in the map's order, each with what answers it."""
    ends = m.ends
    attacks = [link for link in m.links if link.relation != "supports"]
    reasoning = {name for link in m.links if link.relation == "supports" for name in link.premises}
    attacking = {link.id for link in attacks}
    attacking |= {name for link in attacks for name in link.premises if name not in reasoning}
    rebutted = {name: rebuttals(m, name) for link in attacks for name in link.premises}
    found = []
    for link in attacks:
        answers: tuple[Link, ...] = ()  # the same one as in `rebutted` where nothing is added to it
        for premise in link.premises:
            answers += rebutted[premise]
        answers += m.links_onto.get(link.id, ())
        found.append(Objection(link, ends[link.id], answers, link.target in attacking))
    return tuple(found)


def objections_by_target(m: ArgumentMap) -> Mapping[str, tuple[Objection, ...]]:
    """Return the attacks by the statement they attack, or whose support they undercut."""
    onto: defaultdict[str, list[Objection]] = defaultdict(list)
    for objection in objections(m):
        onto[objection.target].append(objection)
    return {target: tuple(found) for target, found in onto.items()}


def roots(m: ArgumentMap) -> tuple[Node, ...]:
    """Return the statements that bear on nothing further, in the map's order."""
    return tuple(node for node in m.nodes if node.id not in m.bearing)
