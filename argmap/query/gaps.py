"""What a map leaves open: reasons, answers, places in the source, holders.

Asked by `show gaps`, which lists what is missing, and by the checks, which say how grave it is.
"""

from collections import defaultdict
from collections.abc import Iterator

from argmap.model import ArgumentMap, Node, stake_of
from argmap.query.standing import Objection, objections


def without_reason(m: ArgumentMap, node: Node) -> bool:
    """Tell whether a statement that is argued for has no reason and is not taken for granted."""
    argued = node.kind in {"claim", "gain", "cost"}
    onto = m.links_onto.get(node.id, ())
    return argued and node.given is not True and not any(link.relation == "supports" for link in onto)


def without_answer(m: ArgumentMap) -> Iterator[Objection]:
    """Yield the objections, answers to others aside, that nothing answers."""
    return (each for each in objections(m) if not each.answered and not each.is_answer)


def without_place(m: ArgumentMap, node: Node) -> bool:
    """Tell whether a statement should have a place in the map's source and has none."""
    return m.source is not None and node.anchor is None and not node.implicit


def without_holder(node: Node) -> bool:
    """Tell whether it is a gain or a cost, and nobody's."""
    stake = stake_of(node)
    return stake is not None and not stake.holder


def gaps(m: ArgumentMap) -> Iterator[tuple[Node, str]]:
    """Yield what is missing, statement by statement, in words."""
    unanswered = defaultdict(list)
    for each in without_answer(m):
        unanswered[each.link.premises[0]].append(each.target)
    for node in m.nodes:
        if without_reason(m, node):
            yield node, "no reason given" if node.anchor is None else "no reason, only the source's word"
        if node.id in unanswered:
            yield node, f"no answer to it, against {', '.join(unanswered[node.id])}"
        if without_place(m, node):
            yield node, "no place in the source"
        if without_holder(node):
            yield node, "no holder"
