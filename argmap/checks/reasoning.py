"""A2, reasoning: what the reasons and objections of a map are worth as they are put."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from argmap.checks.likeness import LONGEST, content_of, words_of
from argmap.checks.row import Told
from argmap.checks.subject import Subject
from argmap.model import ArgumentMap, Link, Relation
from argmap.query.gaps import without_answer
from argmap.query.standing import reasons

STAR: Final = 6
"""Reasons from which on a conclusion whose reasons have none themselves is called a flat star."""
BREADTH: Final = 100
"""Links that are followed from one statement when ways of two steps are looked for."""
BOTH: Final = 2
SHARED: Final = 2
"""Words that a rule and its case must share."""
_RULE: Final = r"(?:if|whenever|whoever|wherever|unless|only if|every|all|any|no one who|only those)\b"
_RULE_BEGINS: Final = frozenset(
    ("if", "whenever", "whoever", "wherever", "unless", "only", "every", "all", "any", "no")
)


def claim_without_reason(subject: Subject) -> Iterator[Told]:
    """Find what is claimed without a reason and without anyone's word for it."""
    for node in subject.unreasoned:
        if node.anchor is None and node.by is None:
            yield Told(node.id, f"this {node.kind} has no reason")


def word_alone(subject: Subject) -> Iterator[Told]:
    """Find what rests on nothing but the word of the source, or of whoever says so."""
    for node in subject.unreasoned:
        if not (node.anchor is None and node.by is None):
            yield Told(node.id, f"only the word of {node.by or 'the source'} stands behind this {node.kind}")


def objection_without_answer(subject: Subject) -> Iterator[Told]:
    """Find objections that nothing answers."""
    for each in without_answer(subject.m):
        against = each.target if each.link.relation == "rebuts" else f"the step to {each.target}"
        yield Told(each.link.id, f"objection {' + '.join(each.link.premises)} to {against} has no answer")


def single_premise(subject: Subject) -> Iterator[Told]:
    """Find conclusions for which one premise does all the work."""
    for target, links in subject.reasons.items():
        if len(links) > 1:
            yield from _shared_premises(target, links)
        elif not links[0].linked and subject.thesis is not None and target == subject.thesis.id:
            yield Told(target, f"the thesis rests on {links[0].premises[0]} alone")


def _shared_premises(target: str, links: Sequence[Link]) -> Iterator[Told]:
    shared = set(links[0].premises).intersection(*(link.premises for link in links[1:]))
    if shared and len({frozenset(link.premises) for link in links}) > 1:  # doubled ones are told already
        many = "both" if len(links) == BOTH else f"all {len(links)}"
        for premise in sorted(shared):
            yield Told(target, f"{many} reasons for it need {premise}: they are not independent")


def flat_star(subject: Subject) -> Iterator[Told]:
    """Find conclusions with many reasons that have neither reasons nor objections of their own."""
    onto = subject.m.links_onto
    for target, links in subject.reasons.items():
        if len(links) >= STAR and not any(name in onto for link in links for name in link.premises):
            yield Told(target, f"its {len(links)} reasons stand side by side, and nothing stands under any")


def evidence_on_both_sides(subject: Subject) -> Iterator[Told]:
    """Find evidence that speaks by itself both for and against the same statement."""
    for node in subject.m.nodes:
        if node.kind == "evidence":
            links = [link for link in subject.m.links_from.get(node.id, ()) if not link.linked]
            supported = {link.target for link in links if link.relation == "supports"}
            for target in dict.fromkeys(link.target for link in links if link.relation == "rebuts"):
                if target in supported:
                    yield Told(node.id, f"it supports {target} and rebuts it as well")


def both_sides(subject: Subject) -> Iterator[Told]:
    """Find statements that speak for another one by one way and against it by another.

    Ways of one step or two are looked at: further off, that a fact serves both sides is how debates go.
    """
    m = subject.m
    for target, links in m.links_onto.items():
        if target not in subject.reasons or all(link.relation == "supports" for link in links):
            continue
        against = _near(m, target, "rebuts")
        for name, way in _near(m, target, "supports").items():
            if name in against and not (target == way == against[name] and _is_told(subject, name, target)):
                yield Told(name, _ways(target, way, against[name]))


def _ways(target: str, way: str, against: str) -> str:
    if way == against:
        return f"it speaks both for and against {target}{'' if way == target else f', by way of {way}'}"
    one, other = ("directly" if each == target else f"by way of {each}" for each in (way, against))
    return f"it speaks for {target} {one}, and against it {other}"


def _is_told(subject: Subject, name: str, target: str) -> bool:
    """Tell whether evidence speaks by itself for and against a statement, which is worse."""
    links = [link for link in subject.m.links_from[name] if link.target == target and not link.linked]
    relations = {link.relation for link in links}
    return subject.m.by_id[name].kind == "evidence" and relations >= {"supports", "rebuts"}


def _near(m: ArgumentMap, target: str, relation: Relation) -> dict[str, str]:
    """Return the statements that do this to another one, or are reasons for one that does, with the next."""
    links = [link for link in m.links_onto.get(target, ()) if link.relation == relation]
    direct = [name for link in links for name in link.premises]
    found = dict.fromkeys(direct, target)
    for name in direct[:BREADTH]:
        for link in reasons(m, name)[:BREADTH]:
            for premise in link.premises:
                found.setdefault(premise, name)
    return found


def unlinked_premises(subject: Subject) -> Iterator[Told]:
    """Find separate reasons of which one is a rule and the other its case: together they are one.

    Only rules that begin with a word of rules (if, whenever, every, all, …) are looked for, and only
    beside reasons that share two of the words in which the rule states its case.
    """
    for links in subject.reasons.values():
        alone = [link for link in links if not link.linked] if len(links) > 1 else []
        rules = [link for link in alone if _is_rule(subject, link)]
        named = {rule.id for rule in rules}
        for rule in rules[:STAR]:
            content = _content(subject, rule)
            for other in alone:
                if other.id not in named and len(content & _content(subject, other)) >= SHARED:
                    name, case = rule.premises[0], other.premises[0]
                    yield Told(rule.id, f"{name} is a rule and {case} its case: do they work only together?")


def _content(subject: Subject, link: Link) -> frozenset[str]:
    return content_of(words_of(subject.m.by_id[link.premises[0]].text))


def _is_rule(subject: Subject, link: Link) -> bool:
    text = subject.m.by_id[link.premises[0]].text[:LONGEST].lower()
    return text.partition(" ")[0] in _RULE_BEGINS and re.match(_RULE, text) is not None
