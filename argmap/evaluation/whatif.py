"""What if: a map with something dropped, weakened or added, and what that changes downstream.

Only what rests on the change is weighed again. What was given stays given, and what needed a
reason goes on needing one, also when its last reason is dropped.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from argmap.errors import RequestError, UnknownNameError
from argmap.evaluation.frame import Frame
from argmap.evaluation.labels import labelled
from argmap.evaluation.verdicts import Verdict, Weighed, strengths_of
from argmap.model import RELATIONS, ArgumentMap, Claim, Link
from argmap.query.names import node_called
from argmap.query.standing import is_given
from argmap.soundness import ID_PATTERN
from argmap.spelling import near

MOVED: Final = 0.005
"""By how much a strength moves before it is worth telling."""
_ADDED: Final = re.compile(r"\s*(because|but|unless)\s+(\S+?)\s*:\s*(.*\S)\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is changed, by id.

    Attributes:
        dropped: Nodes that do not stand whatever speaks for them, and links that are gone.
        sure: Other confidences of given nodes, and weights of links.
        nodes: New statements, given.
        links: New links.
    """

    dropped: tuple[str, ...] = ()
    sure: tuple[tuple[str, float], ...] = ()
    nodes: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one statement.

    Attributes:
        before: What it came to; None when it is new.
        after: What it comes to.
    """

    before: Verdict | None
    after: Verdict

    @property
    def relabelled(self) -> bool:
        """Whether it is labelled otherwise."""
        return self.before is not None and self.before.label != self.after.label

    @property
    def moved(self) -> bool:
        """Whether its strength moved far enough to be told, or came or went."""
        if self.before is None:
            return False
        old, new = self.before.strength, self.after.strength
        if old is None or new is None:
            return old is not new
        return abs(old - new) >= MOVED


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A map weighed again.

    Attributes:
        after: The changed map, weighed.
        touched: Positions of the claims that were weighed again.
        changes: What became of each of them, in the map's order.
    """

    after: Weighed
    touched: tuple[int, ...]
    changes: tuple[Change, ...]


def requested(
    m: ArgumentMap, drop: Sequence[str] = (), sets: Sequence[str] = (), add: Sequence[str] = ()
) -> Changes:
    """Return the changes that words describe.

    Args:
        m: The map.
        drop: Ids of nodes or links.
        sets: `ID=0.3`: a given node's confidence, or the weight of a link.
        add: `but charge: text of an objection`; also because and unless (before the id of a link);
            in place of a text one or more ids, joined by +.

    Raises:
        ArgmapError: an unknown id, a malformed request, a value outside [0, 1], or contradictions.
    """
    links = {link.id: link for link in m.links}
    dropped = tuple(dict.fromkeys(_called(m, links, name) for name in drop))
    sure: dict[str, float] = {}
    for words in sets:
        name, value = _set(m, links, words)
        if sure.setdefault(name, value) != value:
            raise RequestError(f"{name} is set to {sure[name]:g} and to {value:g}")
        if name in dropped:
            raise RequestError(f"{name} is dropped and set to {value:g}")
        _settable(m, name)
    nodes, new = _additions(m, links, add)
    for link in new:
        if link.target in dropped:
            raise RequestError(f"{link.target} is dropped, and something is added to it")
    return Changes(dropped, tuple(sure.items()), nodes, new)


def _called(m: ArgumentMap, links: dict[str, Link], name: str) -> str:
    """Return the id of the node or link that is meant."""
    if name in links or name in m.by_id:
        return name
    if "." in name:
        raise UnknownNameError("link", name, near=near(name, links, 3))
    return node_called(m, name).id


def _set(m: ArgumentMap, links: dict[str, Link], words: str) -> tuple[str, float]:
    name, sign, written = words.rpartition("=")
    share = written.strip().endswith("%")
    try:
        value = float(written.strip().removesuffix("%")) / (100 if share else 1)
    except ValueError:
        value = -1.0
    if not sign or not name.strip():
        raise RequestError(f"{words} sets nothing", "write --set ID=0.3")
    if not 0 <= value <= 1:
        raise RequestError(f"{name} is set to a number from 0 to 1, not to {written or 'nothing'}")
    return _called(m, links, name.strip()), value


def _settable(m: ArgumentMap, name: str) -> None:
    node = m.by_id.get(name)
    if node is not None and not is_given(m, node):
        under = [link for link in m.links_onto.get(name, ()) if link.relation == "supports"]
        others = [*(premise for link in under for premise in link.premises), *(link.id for link in under)]
        rest = f", or set what it rests on: {', '.join(dict.fromkeys(others[:6]))}" if others else ""
        raise RequestError(
            f"{name} is not given but argued for: its strength is that of its reasons", f"drop it{rest}"
        )


def _additions(
    m: ArgumentMap, links: dict[str, Link], add: Sequence[str]
) -> tuple[tuple[Claim, ...], tuple[Link, ...]]:
    nodes: dict[str, Claim] = {}
    new: dict[str, Link] = {}
    fresh = (name for number in count(1) if (name := f"new-{number}") not in m.by_id and name not in links)
    for number, words in enumerate(add, 1):
        found = _ADDED.match(words)
        if found is None or not any(map(str.isalnum, found[3])):
            raise RequestError(f"{words} adds nothing", 'write --add "but ID: the objection in a sentence"')
        word, name, text = found.groups()
        target = name if name in nodes else _called(m, {**links, **new}, name)
        if (word == "unless") != (target in links or target in new):
            what = "a step, by the id of a link" if word == "unless" else "a node"
            raise RequestError(f"`{word}` stands before {what}, and {target} is none")
        premises = [part.strip() for part in text.split("+")]
        unknown = [part for part in premises if part not in m.by_id and part not in nodes]
        if unknown and all(re.fullmatch(ID_PATTERN, part) for part in premises):  # ids, not a sentence
            raise UnknownNameError("id", unknown[0], near=near(unknown[0], (*m.by_id, *nodes), 3))
        if unknown:
            premises = [next(fresh)]
            nodes[premises[0]] = Claim(id=premises[0], text=text, given=True)
        if target in premises or len(set(premises)) < len(premises):
            raise RequestError(f"{words}: no node bears on itself, and none stands in a link twice")
        link = Link(id=f"added-{number}", premises=tuple(premises), target=target, relation=RELATIONS[word])
        new[link.id] = link
    return tuple(nodes.values()), tuple(new.values())


def whatif(before: Weighed, changes: Changes) -> WhatIf:
    """Return what changes in a weighed map, weighing again only what is downstream of the change."""
    frame, claims = _changed(before, changes)
    touched = tuple(sorted(frame.downstream(claims)))
    shaken = frame.downstream(claim for claim in claims if _shaken(before, frame, claim))
    labels = labelled(frame, before.standard, sorted(shaken), before.labels) if shaken else before.labels
    strengths = strengths_of(frame, before.semantics, touched, before.strengths.claims)
    again = set(touched)
    kept = tuple(ring for ring in before.strengths.rings if again.isdisjoint(ring.claims))
    strengths = replace(strengths, rings=(*kept, *strengths.rings))
    after = replace(before, frame=frame, labels=labels, strengths=strengths)
    after.__dict__["at"] = _at(before, changes)
    old = before.map.nodes
    nodes = (old[claim] if claim < len(old) else changes.nodes[claim - len(old)] for claim in touched)
    compared = tuple(_compared(before, after, node.id) for node in nodes)
    return WhatIf(after, touched, compared)


def _shaken(before: Weighed, frame: Frame, claim: int) -> bool:
    """Tell whether what is said of a claim and its reasons may have changed its label.

    How sure something is moves a strength; a label asks whether it is there, unless steps are weighed.
    """
    old = before.frame
    if before.standard.weighed or claim >= len(old.given) or old.granted(claim) != frame.granted(claim):
        return True
    here = tuple(frame.onto(claim))
    return here != tuple(old.onto(claim)) or any(
        (old.weight[reason] > 0) != (frame.weight[reason] > 0) for reason in here
    )


def _at(before: Weighed, changes: Changes) -> dict[str, int]:
    """Return the position of each node's claim, the new ones after the old."""
    new = {node.id: len(before.at) + index for index, node in enumerate(changes.nodes)}
    return {**before.at, **new} if new else before.at


def _compared(before: Weighed, after: Weighed, name: str) -> Change:
    return Change(before.verdict(name) if name in before.at else None, after.verdict(name))


def _changed(before: Weighed, changes: Changes) -> tuple[Frame, list[int]]:
    """Return the frame with the changes made, and the claims they begin at."""
    frame, at = before.frame, before.at
    reason_at = before.reason_at
    claims = [at[name] for name in changes.dropped if name in at]
    gone = [reason_at[name] for name in changes.dropped if name not in at]
    sure = {at[name]: value for name, value in changes.sure if name in at}
    weight = {reason_at[name]: value for name, value in changes.sure if name not in at}
    begun = [*claims, *sure, *(frame.lands[reason] for reason in (*gone, *weight))]
    if claims or gone:
        frame = frame.without(claims, gone)
    if sure or weight:
        frame = frame.with_sure(sure, weight)
    if changes.links:
        frame, more = _grown(frame, before, changes)
        begun += more
    return frame, begun


def _grown(frame: Frame, before: Weighed, changes: Changes) -> tuple[Frame, Iterable[int]]:
    """Return the frame with new claims and reasons, and the claims that the reasons land on."""
    n, m = len(frame.given), len(frame.premises)
    at = _at(before, changes)
    reason_at = {**before.reason_at, **{link.id: m + index for index, link in enumerate(changes.links)}}
    fresh: list[Sequence[int]] = [()] * len(changes.nodes)
    pros, cons, uses = [*frame.pros, *fresh], [*frame.cons, *fresh], [*frame.uses, *fresh]
    under: list[Sequence[int]] = [*frame.under, *[()] * len(changes.links)]
    hits, lands = list(frame.hits), list(frame.lands)
    premises = [*frame.premises, *([at[name] for name in link.premises] for link in changes.links)]
    for reason, link in enumerate(changes.links, m):
        hit = reason_at[link.target] if link.relation == "undercuts" else -1
        hits.append(hit)
        lands.append(lands[hit] if hit >= 0 else at[link.target])
        onto, place = (under, hit) if hit >= 0 else (pros if link.relation == "supports" else cons, lands[-1])
        onto[place] = [*onto[place], reason]
        for premise in premises[reason]:
            uses[premise] = [*uses[premise], reason]
    favours = [*frame.favours, *(link.relation == "supports" for link in changes.links)]
    grown = Frame(
        given=[*frame.given, *[True] * len(changes.nodes)],
        sure=[*frame.sure, *[1.0] * len(changes.nodes)],
        weight=[*frame.weight, *[1.0] * len(changes.links)],
        premises=premises, lands=lands, hits=hits, favours=favours,
        pros=pros, cons=cons, under=under, uses=uses,
    )  # fmt: skip
    return grown, [*range(n, n + len(changes.nodes)), *lands[m:]]
