"""From what Argdown means to a map: statements become nodes, premises with a conclusion one link.

An argument in words only is a node of its own. Relations that a map has no word for are said in
another way, and counted.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from argmap import assembly
from argmap.controls import visible
from argmap.errors import LoadError, Problem
from argmap.findings import Finding
from argmap.formats._argdown_meaning import SYMMETRIC, Argument, Document, End, Statement, Step, Tie
from argmap.formats._argdown_syntax import Data
from argmap.losses import Loss, Reading, counted
from argmap.malformed import NOT_UNDERSTOOD, ODD
from argmap.model import KINDS, WORDS, ArgumentMap, Relation
from argmap.naming import ids_for
from argmap.places import Lines
from argmap.unfolding import Fault
from argmap.wire import HEAD_FIELDS, NODE_FIELDS, VERSION

PLACE: Final = r"[a-z][a-z0-9-]*(?:\.(?:because|but|unless)\.[0-9]+)+"
"""The title of an argument that is a link without a name of its own; a regular expression."""
_WORDS_OF_ID: Final = 6
_FIELDS: Final = frozenset(NODE_FIELDS)
_LINK_DATA: Final = frozenset({"scheme", "sure", "note", "argmap", "place"})
_HOW: Final = {
    "contradictions and contraries": "as rebuttals, each of the other",
    "entailments": "as reasons",
    "undercuts of statements": "as rebuttals",
    "undercuts of arguments in words": "as undercutters of what the argument does",
    "attacks on arguments": "as undercutters of their last step",
    "supports of arguments": "as reasons for their conclusion",
}


@dataclass(slots=True, eq=False)
class _Draft:
    """A link on its way: its target is a node's id, or another draft."""

    premises: list[str]
    target: "str | _Draft"
    relation: Relation
    name: str = ""
    data: Data = field(default_factory=dict)


class Mapping:
    """Makes the map of a document."""

    def __init__(self, document: Document, name: str, lines: Lines | None = None) -> None:
        """Keep the document, the name of its text for messages, and its lines where places are in it."""
        self._document = document
        self._name = name
        self._lines = lines
        self._starts: dict[str, int] = {}
        self._ids: dict[int, str] = {}
        self._positions: dict[str, int] = {}
        self._steps: dict[int, _Draft] = {}
        self._drafts: list[_Draft] = []
        self._findings: list[Finding] = []
        self._said: defaultdict[str, int] = defaultdict(int)
        self._dropped: defaultdict[str, int] = defaultdict(int)
        self._beside: defaultdict[str, int] = defaultdict(int)
        self._seen: set[tuple[object, ...]] = set()
        self._from: defaultdict[str, list[_Draft]] = defaultdict(list)

    def reading(self, head: Data, counts: dict[str, int], oddities: Iterable[Problem]) -> Reading:
        """Return the map with what it does not say."""
        auxiliary = self._auxiliary()
        ends = self._ends(auxiliary)
        nodes = [self._node(each) for each in ends]
        self._positions = {node["id"]: at for at, node in enumerate(nodes)}
        for argument in self._document.arguments:
            self._argument(argument)
        ties = sorted(self._document.ties, key=lambda tie: tie.place)
        waiting = [tie for tie in ties if not self._tie(tie, auxiliary)]
        for tie in waiting:
            self._undercut_sketch(tie)
        self._drafts += [
            self._steps[id(step)]
            for argument in self._document.arguments
            for step in argument.steps
            if id(step.conclusion) not in auxiliary
        ]
        m = self._map(head, nodes)
        odd = (ODD.at("", each.message, each.line, each.column) for each in oddities)
        return Reading(m, self._losses(counts), (*odd, *self._findings))

    def _losses(self, counts: dict[str, int]) -> tuple[Loss, ...]:
        return (
            *counted("kept beside", {**counts, **self._beside}),
            *counted("approximated", self._said, _HOW),
            *counted("dropped", self._dropped),
        )

    # --- nodes --------------------------------------------------------------------------------

    def _auxiliary(self) -> dict[int, Argument]:
        """Find the conclusions that stand only for the link they come from, as argmap writes them."""
        outward = {id(tie.source) for tie in self._document.ties}
        return {
            id(argument.steps[0].conclusion): argument
            for argument in self._document.arguments
            if len(argument.steps) == 1
            and argument.steps[0].data.get("argmap") in ("rebuts", "undercuts")
            and id(argument.steps[0].conclusion) in outward
        }

    def _ends(self, auxiliary: dict[int, Argument]) -> list[Statement]:
        """Return what becomes a node, in the order of the text, and give each its id."""
        ends: list[Statement] = [each for each in self._document.statements if id(each) not in auxiliary]
        ends += [each for each in self._document.arguments if not each.steps]
        ends.sort(key=_start)
        names = [each.title if each.title is not None else _beginning(each.text) for each in ends]
        self._ids = {id(each): made for each, made in zip(ends, ids_for(names), strict=True)}
        self._starts = {self._ids[id(each)]: _start(each) for each in ends}
        return ends

    def _node(self, end: Statement) -> Data:
        node_id = self._ids[id(end)]
        data = end.data
        fields = {name: value for name, value in data.items() if name in _FIELDS}
        self._beside["metadata of other programs"] += len(data) - len(fields)
        if fields.get("kind", "claim") not in KINDS:
            self._not_understood(node_id, f"the kind {visible(str(fields.pop('kind'))[:60])} is unknown")
        text = fields.get("text")
        if not isinstance(text, str) or not text.strip():
            text = end.text or (end.title or "").strip() or "…"
        title = (end.title or "").strip()
        if title and title not in (node_id, text) and "label" not in fields:
            fields["label"] = title
        if end.tags:
            own = fields.get("tags", [])
            said = own if isinstance(own, list) else [own]
            fields["tags"] = [*end.tags, *(each for each in said if each not in end.tags)]
        return {"kind": "claim", **fields, "id": node_id, "text": text}

    def _not_understood(self, where: str, message: str) -> None:
        self._dropped["metadata that is not understood"] += 1
        place = self._lines.at(self._starts[where]) if self._lines and where in self._starts else (0, 0)
        self._findings.append(NOT_UNDERSTOOD.at(where, message, *place))

    # --- links --------------------------------------------------------------------------------

    def _argument(self, argument: Argument) -> None:
        """Make a link of each step of an argument."""
        for number, step in enumerate(argument.steps, 1):
            data = {key: value for key, value in step.data.items() if key in _LINK_DATA}
            self._beside["metadata of other programs"] += len(step.data) - len(data)
            if step.rules and "scheme" not in data:
                data["scheme"] = ", ".join(step.rules)
            target = self._ids.get(id(step.conclusion), "")
            ids = (self._ids.get(id(each), "") for each in step.premises)
            premises = [each for each in dict.fromkeys(ids) if each and each != target]
            draft = _Draft(premises, target, "supports", data=data)
            self._steps[id(step)] = draft
            if number == len(argument.steps):
                self._entitle(draft, argument)

    def _entitle(self, draft: _Draft, argument: Argument) -> None:
        """Give a link the name its argument's title makes; what the argument says in words is its note."""
        title = (argument.title or "").strip()
        if title and not re.fullmatch(PLACE, title):
            draft.name = title
        text = argument.text
        if text and "note" not in draft.data:
            draft.data["note"] = text

    def _tie(self, tie: Tie, auxiliary: dict[int, Argument]) -> bool:
        """Take a relation, unless what it undercuts must be known first."""
        if tie.kind == "undercut" and isinstance(tie.target, Argument) and not tie.target.steps:
            return False
        through = auxiliary.get(id(tie.source))
        if through is not None:
            draft = self._steps[id(through.steps[0])]
            draft.relation, draft.target = "rebuts", self._target(tie)
            if isinstance(draft.target, _Draft):
                draft.relation = "undercuts"
            self._drafts.append(draft)
            return True
        relation: Relation = "supports" if tie.kind in ("support", "entails") else "rebuts"
        target = self._target(tie)
        self._count(tie)
        if isinstance(target, _Draft):
            relation = "undercuts"
        self._plain(self._source(tie.source), target, relation)
        if tie.kind in SYMMETRIC and not isinstance(target, _Draft):
            self._plain(target, self._source(tie.source), relation)
        return True

    def _source(self, end: End) -> str:
        while isinstance(end, Argument) and end.steps:
            end = end.steps[-1].conclusion
        return self._ids.get(id(end), "")

    def _target(self, tie: Tie) -> "str | _Draft":
        target = tie.target
        if isinstance(target, Step):
            return self._steps[id(target)]
        if isinstance(target, Argument) and target.steps:
            step = target.steps[-1]
            return self._source(target) if tie.kind in ("support", "entails") else self._steps[id(step)]
        return self._ids.get(id(target), "")

    def _count(self, tie: Tie) -> None:
        """Count what is said in another way."""
        whole = isinstance(tie.target, Argument) and bool(tie.target.steps)
        match tie.kind:
            case "contradictory" | "contrary":
                self._said["contradictions and contraries"] += 1
            case "entails":
                self._said["entailments"] += 1
            case "undercut" if not isinstance(tie.target, Step):
                self._said["undercuts of statements"] += 1
            case "attack" if whole:
                self._said["attacks on arguments"] += 1
            case "support" if whole:
                self._said["supports of arguments"] += 1
            case _:
                pass

    def _plain(self, premise: str, target: "str | _Draft", relation: Relation) -> None:
        if not premise or premise == target:
            self._dropped["relations of a statement to itself"] += 1
            return
        key = (premise, target if isinstance(target, str) else id(target), relation)
        if key not in self._seen:
            self._seen.add(key)
            self._drafts.append(_Draft([premise], target, relation))
            if relation != "undercuts":
                self._from[premise].append(self._drafts[-1])

    def _undercut_sketch(self, tie: Tie) -> None:
        """Undercut what an argument in words does; where it does nothing, rebut it."""
        sketch = self._ids[id(tie.target)]
        steps = list(self._from.get(sketch, ()))
        self._said["undercuts of arguments in words" if steps else "undercuts of statements"] += 1
        for each in steps:
            self._plain(self._source(tie.source), each, "undercuts")
        if not steps:
            self._plain(self._source(tie.source), sketch, "rebuts")

    # --- the whole ----------------------------------------------------------------------------

    def _links(self) -> list[Data]:
        """Return the links in their order, each after what it undercuts, with their names."""
        onto: defaultdict[object, list[_Draft]] = defaultdict(list)
        for draft in self._drafts:
            if not draft.premises or draft.target == "":
                self._dropped["steps from a statement to itself"] += 1
                continue
            target = draft.target if isinstance(draft.target, str) else id(draft.target)
            onto[target, draft.relation].append(draft)
        named = [draft.name for draft in self._drafts if draft.name]
        names = dict(zip(map(id, (each for each in self._drafts if each.name)),
                         ids_for(named, self._ids.values()), strict=True))  # fmt: skip
        links: list[Data] = []
        pending = [(key, str(key[0])) for key in onto if isinstance(key, tuple) and isinstance(key[0], str)]
        while pending:
            key, target = pending.pop()
            for number, draft in enumerate(_placed(onto[key]), 1):
                name = names.get(id(draft), f"{target}.{WORDS[draft.relation]}.{number}")
                links.append(self._link(draft, name, target))
                if (id(draft), "undercuts") in onto:
                    pending.append(((id(draft), "undercuts"), name))
        self._dropped["undercutters in a ring"] += sum(map(len, onto.values())) - len(links)
        return links

    def _link(self, draft: _Draft, name: str, target: str) -> Data:
        link: Data = {"from": draft.premises, "to": target, "relation": draft.relation}
        link |= {key: draft.data[key] for key in ("scheme", "sure", "note") if key in draft.data}
        if draft.name and draft.name != name:
            link["note"] = f"{draft.name}: {link['note']}" if "note" in link else draft.name
        return {**link, "id": name} if "." not in name else link

    def _map(self, head: Data, nodes: list[Data]) -> ArgumentMap:
        """Return the map; a field that is not understood is left out and told."""
        links = self._links()
        whole = {"argmap": VERSION, **head}
        while True:
            m, faults = assembly.built_flat(
                dict(whole), [dict(node) for node in nodes], [dict(link) for link in links]
            )
            if m is not None:
                return m
            mended = [self._mend(fault, whole, nodes, links) for fault in faults]
            if not any(mended):
                raise LoadError(self._name, [Problem(0, 0, fault.message) for fault in faults])
            links = [link for link in links if link]

    def _mend(self, fault: Fault, whole: Data, nodes: list[Data], links: list[Data]) -> bool:
        """Take out what is at fault: a field of metadata, or a whole relation; tell whether it was there."""
        match fault.path:
            case ("links", int(index), str(key), *_) if key in _LINK_DATA:
                return self._leave_out(links[index], key, fault.message, "")
            case ("links", int(index), *_) if links[index]:
                self._dropped["relations that make no sound map"] += 1
                links[index].clear()
                return True
            case ("nodes", str(node_id), str(key), *_) if key not in ("id", "text"):
                at = self._positions[node_id]
                return self._leave_out(nodes[at], key, fault.message, node_id)
            case (str(key), *_) if key in HEAD_FIELDS:
                return self._leave_out(whole, key, fault.message, "")
            case _:
                return False

    def _leave_out(self, fields: Data, key: str, message: str, where: str) -> bool:
        if key not in fields:
            return False
        del fields[key]
        self._not_understood(where, message)
        return True


def _placed(drafts: list[_Draft]) -> list[_Draft]:
    """Return links onto one target in their order: some say which of them they are."""
    wanted = {str(each.data.get("place", "")): each for each in drafts}
    fixed = {number: wanted[str(number)] for number in range(1, len(drafts) + 1) if str(number) in wanted}
    kept = {id(each) for each in fixed.values()}
    rest = iter([each for each in drafts if id(each) not in kept])
    return [fixed.get(number) or next(rest) for number in range(1, len(drafts) + 1)]


def _start(end: Statement) -> int:
    """Return where a statement is worded, or where it is only named."""
    return end.place if end.defined is None else end.defined


def _beginning(text: str) -> str:
    """Return the first words of a text, to make an id of."""
    return " ".join(text[:200].split()[:_WORDS_OF_ID])
