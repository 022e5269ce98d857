"""What Argdown's blocks mean: statements, arguments, and the relations between them.

Members of one title are joined, premises and conclusions find their argument, and relations are
changed as the language says: what a reconstructed argument relates to, its conclusion does.

Source: https://argdown.org/syntax/, and what the reference tool does after parsing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.controls import visible
from argmap.formats._argdown_syntax import Block, Data, Heading, Inference, Item, Relation, Structure


@dataclass(slots=True, eq=False)
class Statement:
    """All places that state one proposition; those of one title are one.

    Attributes:
        title: Its title; None where it has none.
        place: Where it first appears.
        texts: Its wordings, with their metadata, in order.
        defined: Where it is first worded; None where it is only named.
        tags: Its tags, each once.
        data: Its metadata, merged.
    """

    title: str | None
    place: int
    texts: list[tuple[str, Data]] = field(default_factory=list)
    defined: int | None = None
    tags: list[str] = field(default_factory=list)
    data: Data = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The wording that counts: the last one, or the last that is called canonical."""
        canonical = [text for text, data in self.texts if data.get("isCanonical") in ("true", True)]
        return (canonical or [text for text, _ in self.texts] or [""])[-1].strip()


@dataclass(slots=True, eq=False)
class Step:
    """One inference of an argument: what it rests on, what follows, by which rules."""

    premises: list[Statement]
    conclusion: Statement
    rules: list[str]
    data: Data


@dataclass(slots=True, eq=False)
class Argument(Statement):
    """An argument: a sketch in words, or premises and conclusions, or both."""

    steps: list[Step] = field(default_factory=list)


End = Statement | Argument | Step


@dataclass(slots=True, eq=False)
class Tie:
    """A relation of two ends: support, attack, contradictory, contrary, entails or undercut."""

    kind: str
    source: End
    target: End
    place: int = 0

    @property
    def key(self) -> tuple[object, ...]:
        """What two relations share that are one: the ends of a symmetric one go either way."""
        ends = id(self.source), id(self.target)
        return (self.kind, *(sorted(ends) if self.kind in SYMMETRIC else ends))


SYMMETRIC: Final = {"contradictory", "contrary"}
_STRICT: Final = {"support": "entails", "attack": "contrary"}
_SYMBOLS: Final = {
    "+": ("support", False), "<+": ("support", False), "+>": ("support", True),
    "-": ("attack", False), "<-": ("attack", False), "->": ("attack", True),
    "><": ("contradictory", True),
    "_": ("undercut", False), "<_": ("undercut", False), "_>": ("undercut", True),
}  # fmt: skip
"""Each symbol's relation, and whether it goes from the parent to the child."""


@dataclass(slots=True)
class Document:
    """Everything a text says.

    Attributes:
        statements: In the order of their first appearance.
        arguments: Likewise.
        ties: The relations, each once.
        sections: How many headings there are.
        tags: Every tag, once.
        problems: What is wrong, with its place.
        oddities: What is read, and perhaps not meant, with its place.
    """

    statements: list[Statement] = field(default_factory=list)
    arguments: list[Argument] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    sections: int = 0
    tags: dict[str, None] = field(default_factory=dict)
    problems: list[tuple[int, str]] = field(default_factory=list)
    oddities: list[tuple[int, str]] = field(default_factory=list)


class Builder:
    """Builds a document of blocks and relations."""

    def __init__(self, settings: Data) -> None:
        """Keep the settings that change what a text means: those under `model` in its front matter."""
        self._settings = settings
        self._titled: dict[tuple[str, str], Statement] = {}
        self._of: dict[int, End] = {}
        self._ties: dict[tuple[object, ...], Tie] = {}
        self.document = Document()

    def build(
        self, items: Iterable[Item], blocks: Iterable[Block], relations: Iterable[Relation]
    ) -> Document:
        """Return what the items, in the order of the text, and the blocks and relations of them mean."""
        owner: Argument | None = None
        for item in items:
            self._member(item)
        for block in blocks:
            match block:
                case Heading():
                    self.document.sections += 1
                    self._note_tags(block.tags)
                    owner = None
                case Structure():
                    self._structure(block, owner)
                    owner = None
                case Item():
                    member = self._member(block)
                    owner = member if isinstance(member, Argument) and not block.listed else None
        for relation in relations:
            self._relation(relation)
        self._settle()
        return self.document

    def _note_tags(self, tags: Iterable[str]) -> None:
        self.document.tags.update(dict.fromkeys(tags))

    def _member(self, item: Item) -> Statement:
        """Return the statement or argument an item belongs to, with the item's share in it."""
        known = self._of.get(id(item))
        if isinstance(known, Statement):
            return known
        whole = self._titled.get((item.sort, item.title)) if item.title is not None else None
        if whole is None:
            whole = self._new(item.sort, item.title, item.place)
        self._of[id(item)] = whole
        if item.text is not None:
            whole.defined = item.place if whole.defined is None else whole.defined
            whole.texts.append((item.text, item.data))
        whole.tags += [tag for tag in dict.fromkeys(item.tags) if tag not in whole.tags]
        self._note_tags(item.tags)
        if item.data:
            _merge(whole.data, item.data)
        return whole

    def _new(self, sort: str, title: str | None, place: int) -> Statement:
        if sort == "argument":
            whole: Statement = Argument(title, place)
            self.document.arguments.append(whole)  # type: ignore[arg-type]
        else:
            whole = Statement(title, place)
            self.document.statements.append(whole)
        if title is not None:
            self._titled[sort, title] = whole
        return whole

    def _structure(self, block: Structure, owner: Argument | None) -> None:
        if owner is None:
            owner = Argument(None, block.place)
            self.document.arguments.append(owner)
        elif owner.steps:
            name = visible((owner.title or "")[:60])
            message = f"the argument <{name}> has premises and a conclusion already, and takes no second ones"
            self.document.problems.append((block.place, message))
        since: list[Statement] = []
        numbered: list[Statement] = []
        inference: Inference | None = None
        for step in block.steps:
            if isinstance(step, Inference):
                inference = step
                continue
            whole = self._member(step)
            numbered.append(whole)
            if inference is not None and step.inference is inference:
                premises = _used(inference.data, step.data, numbered[:-1]) or since
                made = Step(premises, whole, inference.rules, inference.data)
                owner.steps.append(made)
                self._of[id(inference)] = made
                since = [whole]
            else:
                since.append(whole)

    def _relation(self, relation: Relation) -> None:
        kind, outwards = _SYMBOLS[relation.symbol]
        child = self._member(relation.child)
        parent = self._parent(relation.parent, relation.symbol)
        source, target = (parent, child) if outwards else (child, parent)
        tie = Tie(kind, source, target, relation.place)
        self._ties.setdefault(tie.key, tie)

    def _parent(self, parent: "Item | Inference", symbol: str) -> End:
        if isinstance(parent, Inference):
            return self._of[id(parent)]
        undercut = _SYMBOLS[symbol] == ("undercut", False)
        if undercut and parent.inference is not None:
            return self._of[id(parent.inference)]
        return self._member(parent)

    # --- what follows from the whole ----------------------------------------------------------

    def _settle(self) -> None:
        """Change the relations as the language says once everything is read."""
        if self._settings.get("transformArgumentRelations") != "false":
            self._settle_arguments()
        if self._settings.get("mode") == "strict":
            for tie in self._ties.values():
                if type(tie.source) is Statement and type(tie.target) is Statement:
                    tie.kind = _STRICT.get(tie.kind, tie.kind)
            self._once()
        self._drop_doubled_attacks()
        if self._settings.get("explodeArguments") == "true":
            self.document.arguments = [part for each in self.document.arguments for part in _exploded(each)]
        self.document.ties = list(self._ties.values())

    def _settle_arguments(self) -> None:
        for tie in self._ties.values():
            if isinstance(tie.source, Argument) and tie.source.steps:
                tie.source = tie.source.steps[-1].conclusion
            if tie.kind == "undercut" and isinstance(tie.target, Argument) and tie.target.steps:
                tie.target = tie.target.steps[-1]
        self._once()

    def _once(self) -> None:
        ties = list(self._ties.values())
        self._ties = {}
        for tie in ties:
            self._ties.setdefault(tie.key, tie)

    def _drop_doubled_attacks(self) -> None:
        """Drop attacks on an argument of what attacks one of its premises already."""
        hostile = {"attack", "contradictory", "contrary"}
        pairs = {(id(tie.source), id(tie.target)) for tie in self._ties.values() if tie.kind in hostile}
        pairs |= {(id(tie.target), id(tie.source)) for tie in self._ties.values() if tie.kind in SYMMETRIC}
        for key, tie in list(self._ties.items()):
            if tie.kind == "attack" and isinstance(tie.target, Argument) and type(tie.source) is Statement:
                premises = {id(each) for step in tie.target.steps for each in step.premises}
                if any((id(tie.source), premise) in pairs for premise in premises):
                    del self._ties[key]


def _used(inference: Data, conclusion: Data, numbered: list[Statement]) -> list[Statement]:
    """Return the statements an inference says it uses, by their numbers."""
    for data in (inference, conclusion):
        for key in ("uses", "from"):
            numbers = data.get(key)
            if isinstance(numbers, list):
                places = [int(each) for each in numbers if isinstance(each, str) and each.isdigit()]
                return [numbered[place - 1] for place in places if 0 < place <= len(numbered)]
    return []


def _exploded(argument: Argument) -> list[Argument]:
    """Return an argument of several steps as one argument a step."""
    if len(argument.steps) < 2:  # noqa: PLR2004 - one step is no chain
        return [argument]
    return [
        Argument(f"{argument.title or ''} - {number}", argument.place, steps=[step])
        for number, step in enumerate(argument.steps, 1)
    ]


def _merge(into: Data, data: Data) -> None:
    """Merge metadata, later ones over earlier ones; lists are replaced whole."""
    pairs: list[tuple[Data, Data]] = [(into, data)]
    while pairs:
        old, new = pairs.pop()
        for key, value in new.items():
            there: Any = old.get(key)
            if isinstance(there, dict) and isinstance(value, dict):
                pairs.append((there, value))
            else:
                old[key] = value


def sections_in(sections: Any) -> int:  # noqa: ANN401 - any JSON or YAML value
    """Count the sections of a list, those inside others too."""
    count = 0
    pending = [sections]
    while pending:
        here = pending.pop()
        for each in here if isinstance(here, list) else ():
            count += 1
            pending.append(each.get("children") if isinstance(each, dict) else None)
    return count
