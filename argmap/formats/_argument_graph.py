"""A graph in which relations are nodes too, made into a map: statements, steps and edges.

The shape that AIF and its relatives share. A step (an inference, a conflict) has premises and one
conclusion; a step that leads to another one undercuts it. What a map cannot say of it becomes a
finding, and the rest is read.

Source: the Argument Interchange Format (Chesñevar et al. 2006), RA and CA nodes.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from argmap import malformed
from argmap.controls import visible
from argmap.findings import Code, Finding
from argmap.model import ArgumentMap
from argmap.naming import ids_for
from argmap.soundness import UNDERCUT_DEEPEST
from argmap.wire import Data

Spot = tuple[str, ...]
"""Where something is malformed: the key of a record, or the two keys that an edge joins."""


class Assembled(NamedTuple):
    """What came of a graph.

    Attributes:
        map: The map.
        ids: The map's id of each statement, by the key of the statement.
        names: The names of the links that each step became, by the key of the step.
        findings: What was malformed.
        spots: Where each of these is, in the words of the file.
    """

    map: ArgumentMap
    ids: dict[str, str]
    names: dict[str, list[str]]
    findings: tuple[Finding, ...]
    spots: tuple[Spot, ...]

    def placed(self, places: Callable[[Sequence[Spot]], Iterable[tuple[int, int]]]) -> tuple[Finding, ...]:
        """Return the findings with line and column; what gives these is asked only where there are any."""
        if not self.findings:
            return ()
        told = zip(self.findings, places(self.spots), strict=True)
        return tuple(replace(each, line=line, column=column) for each, (line, column) in told)

    def on_lines(self, lines: Mapping[str, int]) -> tuple[Finding, ...]:
        """Return the findings with the lines of the records that have these keys; of several, the last."""
        found = (max(lines.get(key, 0) for key in spot) for spot in self.spots)
        return self.placed(lambda _: ((line, min(line, 1)) for line in found))


def direct(source: str, target: str) -> str:
    """Return the key of the step that an edge from statement to statement stands for."""
    return f"{source} -> {target}"


@dataclass(slots=True)
class ArgumentGraph:
    """Gathers statements, steps and edges, by their keys in the file.

    Attributes:
        statements: The fields of each statement, as the model has them, without its id.
        steps: The fields of each step: its `relation` (supports or rebuts), scheme and note.
        edges: From key to key.
        findings: What is malformed.
        spots: Where each of these is.
    """

    statements: dict[str, Data] = field(default_factory=dict)
    steps: dict[str, Data] = field(default_factory=dict)
    edges: list[tuple[str, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    _ids: dict[str, str] = field(default_factory=dict)
    _names: dict[str, list[str]] = field(default_factory=dict)
    _first_names: dict[str, str] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)
    _premises: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _leads: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def note(self, code: Code, key: str, message: str, ends: Spot = ()) -> None:
        """Note something malformed at a statement or a step; or at an edge, where its ends are given."""
        self.findings.append(code.at("", f"{visible(key[:60])} {message}"))
        self.spots.append(ends or (key,))

    def step(self, key: str, source: str, target: str, **fields: Any) -> None:  # noqa: ANN401 - as `steps`
        """Take a step from one statement to what it bears on."""
        self.steps[key] = fields
        self.edges += [(source, key), (key, target)]

    def assembled(self, head: Data, thesis: str | None = None) -> Assembled:
        """Return the map.

        Args:
            head: Title and source.
            thesis: Key of the main claim.
        """
        self._join()
        made = self._named_by(self._own_ids())
        self._used.update(made)
        self._ids.update(zip(self.statements, made, strict=False))
        self._first_names.update(zip(self.steps, made[len(self._ids) :], strict=True))
        self._take_own_names()
        links = list(self._links())
        ids = self._ids
        nodes = list(self.statements.values())
        for key, node in self.statements.items():  # completed where they are: of copies there would be many
            node.setdefault("kind", "claim")
            node["id"] = ids[key]
            text = node["text"] = sound(node["text"])
            if not text or text.isspace():
                self.note(malformed.NO_TEXT, key, "has no text")
                node["text"] = "?"
        data = {**head, "nodes": nodes, "links": links}
        if thesis in ids:
            data["thesis"] = ids[thesis]
        m = ArgumentMap.model_validate(data)
        return Assembled(m, ids, self._names, tuple(self.findings), tuple(self.spots))

    def _own_ids(self) -> dict[str, str]:
        """Return the ids that argmap wrote of statements whose keys are another program's, each once."""
        said = ((key, fields.pop("id")) for key, fields in self.statements.items() if "id" in fields)
        once: dict[str, str] = {}
        for key, name in said:
            once.setdefault(name, key)
        return {key: name for name, key in once.items()}

    def _named_by(self, own: Mapping[str, str]) -> list[str]:
        """Return an id for each statement and each step: its own, or one made from its key."""
        keys = [*self.statements, *self.steps]
        if not own:
            return ids_for(keys)
        made = iter(ids_for([key for key in keys if key not in own], own.values()))
        return [own.get(key) or next(made) for key in keys]

    def _take_own_names(self) -> None:
        """Give steps that argmap wrote the names they had: their own, or one that the map sets anew."""
        for key, fields in self.steps.items():
            if "named" in fields:
                name = fields.pop("named")
                free = name is not None and (name == self._first_names[key] or name not in self._used)
                # a name with a dot stands for none: the map gives the link the name of its place
                self._first_names[key] = name if free else f"{self._first_names[key]}.unnamed"
                self._used.add(self._first_names[key])

    def _join(self) -> None:
        """Sort the edges into premises and conclusions of steps."""
        statements, steps = self.statements, self.steps
        premises, leads = self._premises, self._leads
        for source, target in self.edges:
            if source == target:
                self.note(malformed.ITSELF, source, "is joined with itself", (source, target))
            elif target in steps and source in statements:
                premises[target].append(source)
            elif source in steps and (target in statements or target in steps):
                leads[source].append(target)
            elif source in statements and target in statements:
                message = f"leads to {visible(target[:60])} without a step: read as a reason"
                self.note(malformed.DIRECT, source, message, (source, target))
                key = direct(source, target)
                steps[key] = {"relation": "supports"}
                premises[key].append(source)
                leads[key].append(target)
            else:
                missing = source if source not in statements and source not in steps else target
                self.note(
                    malformed.DANGLING, missing, "is an end of an edge, and is not there", (source, target)
                )

    def _links(self) -> Iterator[Data]:
        """Yield the links onto statements, then those that undercut one that is there."""
        undercutting: defaultdict[str, list[str]] = defaultdict(list)
        ids = self._ids
        for key, fields in self.steps.items():
            premises, leads = self._premises.get(key), self._leads.get(key)
            if not premises or not leads:
                self.note(malformed.HALF, key, f"is a step without {'premise' if leads else 'conclusion'}")
                continue
            if _doubled(premises) or _doubled(leads):
                self.note(malformed.TWICE, key, "is joined with the same twice: one edge counts")
            for target in dict.fromkeys(leads) if len(leads) > 1 else leads:
                if target in ids:
                    if bearing := self._others(key, premises, target):
                        yield self._link(key, bearing, ids[target])
                elif fields["relation"] == "rebuts":
                    undercutting[target].append(key)
                else:
                    self.note(
                        malformed.ON_A_STEP, key, "supports a step, and in a map only statements have reasons"
                    )
        ready = deque((key, 0) for key in self._names)
        while ready:
            target, depth = ready.popleft()
            for key in undercutting.pop(target, ()) if depth < UNDERCUT_DEEPEST else ():
                yield from self._undercuts(key, target)
                ready.append((key, depth + 1))
        for keys in undercutting.values():
            for key in keys:
                self.note(malformed.RING, key, "attacks a step that leads to no statement")

    def _others(self, key: str, premises: list[str], target: str) -> list[str]:
        """Return the premises of a step, without what it leads to."""
        if target not in premises:
            return premises
        self.note(malformed.ITSELF, key, "leads from a statement to itself")
        return [each for each in premises if each != target]

    def _undercuts(self, key: str, target: str) -> Iterator[Data]:
        for attacked in self._names[target][:]:
            yield self._link(key, self._premises[key], attacked) | {"relation": "undercuts"}

    def _link(self, key: str, premises: list[str], target: str) -> Data:
        """Return the next link that a step becomes: for the first one its fields are completed."""
        ids, fields = self._ids, self.steps[key]
        link = fields.copy() if key in self._names else fields
        once = dict.fromkeys(premises) if len(premises) > 1 else premises
        link["premises"] = [ids[each] for each in once]
        link["target"] = target
        link["id"] = self._name(key)
        return link

    def _name(self, key: str) -> str:
        """Return a name for the next link that a step becomes: the step's own for the first."""
        first = name = self._first_names[key]
        given = self._names.get(key)
        if given is None:
            self._names[key] = [name]
        else:
            number = len(given)
            while name in self._used:
                number += 1
                name = f"{first[:90]}-{number}"
            given.append(name)
            self._used.add(name)
        return name


def _doubled(keys: list[str]) -> bool:
    return len(keys) > 1 and len(set(keys)) < len(keys)


def sound(text: str) -> str:
    """Return a text as it is, or with half characters (lone surrogates) made visible."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return visible(text)
    return text


def said_texts(said: Mapping[str, Any]) -> dict[str, str]:
    """Return those of some values that are texts and say something, sound."""
    return {name: sound(value) for name, value in said.items() if isinstance(value, str) and value.strip()}
