"""Carneades 4's YAML: statements, arguments for them, and issues between them.

Read and written. There is no attack there: what rebuts a statement argues for its contrary, `¬y`, in
an issue with it, and what undercuts an argument argues for its undercutter. What argmap says beside
that stands in `meta`, under `argmap`, so that everything comes back. Rules, languages, weighing
functions and tests are kept beside the map.

Source: https://github.com/carneades/carneades-4. What is not assumed and has no argument is out
there, and in need of a reason here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import Any, Final

from argmap import wire
from argmap.errors import LoadError, Problem
from argmap.formats._argument_graph import ArgumentGraph, Spot, said_texts, sound
from argmap.formats._own_fields import own_node, own_source, own_step, said_of_link, said_of_node
from argmap.formats._records import refuse
from argmap.formats._yaml_scalars import flow, scalar
from argmap.losses import Reading, counted
from argmap.model import ArgumentMap, Link, Node
from argmap.places import nearest
from argmap.wire import Data
from argmap.wording import sort_of
from argmap.yamltext import marked, walked

_SECTIONS: Final = {
    "language": "sentences of the language",
    "argument_schemes": "schemes of arguments",
    "issue_schemes": "schemes of issues",
    "weighing_functions": "weighing functions",
    "references": "references",
    "tests": "tests",
}
_HOW: Final = {
    "issues": "as rebuttals of one another",
    "arguments without premises": "as given",
}
_READ: Final = ("meta", "statements", "arguments", "issues", "assumptions")
Path = tuple[str | int | None, ...]


def read(text: str, name: str) -> Reading:
    """Make the map that an argument graph describes.

    Raises:
        LoadError: it is no YAML, or no argument graph.
    """
    walk = walked(text, name)
    if walk.problems and (walk.partial or not isinstance(walk.root, dict)):
        raise LoadError(name, walk.problems)
    if not isinstance(walk.root, dict) or not {*_READ, *_SECTIONS} & walk.root.keys():
        raise refuse(name, "this is no argument graph of Carneades: it has no statements and no arguments")
    graph = _Graph(walk.root, text)
    found = graph.reading()
    places = _places(text, [path for path, _ in graph.faults])
    told = zip(places, graph.faults, strict=True)
    faults = (Problem(*place, message) for place, (_, message) in told)
    return found._replace(problems=(*walk.problems, *faults))


def _places(text: str, paths: Sequence[Path]) -> list[tuple[int, int]]:
    """Return line and column of what each path leads to."""
    marks = marked(text, paths) if paths else {}
    return [nearest(path, marks, (1, 1)) for path in paths]


class _Graph:
    """Takes an argument graph apart."""

    def __init__(self, data: Data, text: str) -> None:
        self._text = text
        self.faults: list[tuple[Path, str]] = []
        self._data = data
        self._graph = ArgumentGraph()
        self._steps: dict[str, str] = {}
        self._contraries: dict[str, str] = {}
        self._undercutters: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._about: Counter[str] = Counter()

    def reading(self) -> Reading:
        """Return what came of it."""
        for key, said in self._mapped("statements").items():
            self._state(key, said)
        arguments = self._mapped("arguments")
        for key in arguments:
            self._steps[key] = key if key not in self._graph.statements else f"argument {key}"
        for key, said in arguments.items():
            self._argue(key, said)
        for key, said in self._mapped("issues").items():
            self._settle(key, said)
        self._assume()
        meta = self._mapped("meta")
        own = _own(meta)
        head: Data = said_texts({"title": meta.get("title")})
        if (source := own_source(own.get("source"))) is not None:
            head["source"] = source
        self._about["facts about the graph"] += len(meta.keys() - {"title", "argmap"})
        for section, words in _SECTIONS.items():
            value = self._data.get(section)
            self._about[words] += len(value) if isinstance(value, dict | list) else 0
        self._about["further sections"] += len(self._data.keys() - {*_READ, *_SECTIONS})
        thesis = own.get("thesis")
        done = self._graph.assembled(head, thesis if isinstance(thesis, str) else None)
        kept = counted("kept beside", dict(sorted(self._about.items())))
        losses = (*kept, *counted("approximated", self._counts, _HOW))
        return Reading(done.map, losses, done.placed(self._places))

    def _places(self, spots: Sequence[Spot]) -> list[tuple[int, int]]:
        """Return where the arguments and statements stand that findings are about."""
        stated = self._mapped("statements")
        paths: dict[str, Path] = {_key(name): ("statements", name, None) for name in stated}
        paths |= {step: ("arguments", name, None) for name, step in self._steps.items()}
        ways = ([paths[key] for key in spot if key in paths] for spot in spots)
        return _places(self._text, [min(way, default=()) for way in ways])

    def _mapped(self, name: str) -> Data:
        value = self._data.get(name)
        if value in (None, "", []):
            return {}
        if not isinstance(value, dict):
            self.faults.append(((name,), f"{name} is a mapping, not {sort_of(value)}"))
            return {}
        return value

    def _state(self, key: str, said: Any) -> None:  # noqa: ANN401 - a text, or a mapping
        fields = {"text": said} if isinstance(said, str) else said
        if not isinstance(fields, dict) or not isinstance(fields.get("text", ""), str):
            self.faults.append((("statements", key), "a statement is a text, or a mapping with a text"))
            return
        name, own = _key(key), _own(fields.get("meta"))
        if isinstance(target := own.get("contrary"), str):
            self._contraries[name] = _key(target)
        elif isinstance(target := own.get("undercuts"), str):
            self._undercutters[name] = target
        else:
            known = own_node(own) or {"given": fields.get("assumed") == "true"}
            self._graph.statements[name] = {**known, "text": fields.get("text") or key}
            self._about["labels of statements"] += "label" in fields
            self._about["facts about statements"] += _further(fields.get("meta"))

    def _argue(self, key: str, said: Any) -> None:  # noqa: ANN401 - a mapping, if all is well
        conclusion = said.get("conclusion") if isinstance(said, dict) else None
        if not isinstance(conclusion, str):
            self.faults.append((("arguments", key), "an argument is a mapping with a conclusion"))
            return
        step, target = self._steps[key], _key(conclusion)
        fields = own_step(_own(said.get("meta"))) or _said(said)
        relation = "supports"
        if target in self._contraries:
            relation, target = "rebuts", self._contraries[target]
        elif target in self._undercutters:
            relation, target = "rebuts", self._steps.get(self._undercutters[target], "")
        else:
            target = self._stated(target)
        premises = self._premises(key, said.get("premises"))
        if not premises:
            self._counts["arguments without premises"] += 1
            self._take_for_given(key, target, said)
            return
        self._graph.steps[step] = {**fields, "relation": relation}
        self._graph.edges += [*((self._stated(each), step) for each in premises), (step, target)]
        self._about["parameters"] += "parameters" in said
        self._about["facts about arguments"] += _further(said.get("meta"))
        undercutter = said.get("undercutter")
        if isinstance(undercutter, str) and _key(undercutter) not in self._undercutters:
            self._graph.step(
                f"{key} undercut", self._stated(_key(undercutter)), step, relation="rebuts", named=None
            )

    def _take_for_given(self, key: str, target: str, said: Data) -> None:
        """Take the conclusion of an argument without premises for given; what undercuts it rebuts that."""
        self._graph.statements.get(target, {})["given"] = True
        self._about["schemes of arguments without premises"] += "scheme" in said or "weight" in said
        undercutter = said.get("undercutter")
        if isinstance(undercutter, str):
            source = self._stated(_key(undercutter))
            self._graph.step(f"{key} undercut", source, target, relation="rebuts", named=None)

    def _premises(self, key: str, said: Any) -> list[str]:  # noqa: ANN401 - a list, or a mapping of roles
        listed = list(said.values()) if isinstance(said, dict) else said or []
        if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
            self.faults.append((("arguments", key, "premises"), "premises are a list of statements"))
            return []
        self._about["roles of premises"] += len(said) if isinstance(said, dict) else 0
        return [_key(each) for each in listed]

    def _stated(self, key: str) -> str:
        """Return the key of a statement; make it where only its name is used."""
        if key not in self._graph.statements:
            self._graph.statements[key] = {"text": sound(key), "given": False}
        return key

    def _settle(self, key: str, said: Any) -> None:  # noqa: ANN401 - a mapping, if all is well
        positions = said.get("positions") if isinstance(said, dict) else None
        if not isinstance(positions, list) or not all(isinstance(each, str) for each in positions):
            self.faults.append((("issues", key), "an issue is a mapping with positions"))
            return
        names = list(dict.fromkeys(map(_key, positions)))
        if any(name in self._contraries for name in names):
            return
        self._counts["issues"] += 1
        self._about["proof standards"] += "standard" in said
        if len(names) > MOST_POSITIONS:
            self.faults.append((("issues", key), f"an issue has at most {MOST_POSITIONS} positions"))
            return
        for one, other in permutations(map(self._stated, names), 2):
            self._graph.step(f"{key} {one} {other}", one, other, relation="rebuts", named=None)

    def _assume(self) -> None:
        """Let what is assumed be given, and what has no argument be in need of one."""
        listed = self._data.get("assumptions") or []
        if not isinstance(listed, list):
            self.faults.append((("assumptions",), f"assumptions is a list, not {sort_of(listed)}"))
            listed = []
        for each in listed:
            statement = self._graph.statements.get(_key(each)) if isinstance(each, str) else None
            if statement is None:
                self._about["assumptions about no statement"] += 1
            elif "kind" not in statement:
                statement["given"] = True
        argued = {
            target
            for source, target in self._graph.edges
            if source in self._graph.steps and self._graph.steps[source]["relation"] == "supports"
        }
        for key, statement in self._graph.statements.items():
            if "kind" not in statement and not statement.get("given"):
                statement["given"] = None if key in argued else False


MOST_POSITIONS: Final = 100
"""Positions of one issue; each rebuts every other one."""


def _key(name: str) -> str:
    """Return an id without the white space that means nothing in it."""
    return "".join(name.split())


def _own(meta: Any) -> Data:  # noqa: ANN401 - whatever stands there
    """Return what argmap wrote; its truth values come back as words."""
    own = meta.get("argmap") if isinstance(meta, dict) else None
    if not isinstance(own, dict):
        return {}
    return {**own, "link": own.get("link") == "true"} if "link" in own else own


def _further(meta: Any) -> int:  # noqa: ANN401 - whatever stands there
    return len(meta.keys() - {"argmap"}) if isinstance(meta, dict) else 0


def _said(said: Data) -> Data:
    """Return the scheme and the weight of an argument."""
    fields: Data = said_texts({"scheme": said.get("scheme")})
    weight = said.get("weight")
    if isinstance(weight, str):
        try:
            share = float(weight)
        except ValueError:
            return fields
        if 0 <= share <= 1:
            fields["sure"] = share
    return fields


# --- out ----------------------------------------------------------------------------------------


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the map as an argument graph, one statement or argument a line."""
    head = wire.head(m)
    own = {name: head[name] for name in ("thesis", "source") if name in head}
    meta = {**({"title": m.title} if m.title is not None else {}), "argmap": own}
    yield f"meta: {flow(meta)}\n"
    onto: dict[str, list[Link]] = defaultdict(list)
    for link in m.links:
        onto[link.target].append(link)
    contraries = {
        node.id: f"¬{node.id}" for node in m.nodes if any(link.relation == "rebuts" for link in onto[node.id])
    }
    undercutters = {link.id: f"¬app({link.id})" for link in m.links if onto[link.id]}
    yield "statements:\n" if m.nodes else "statements: {}\n"
    yield from (f"  {scalar(node.id)}: {flow(_statement(m, node))}\n" for node in m.nodes)
    for target, name in contraries.items():
        yield f"  {scalar(name)}: {flow({'text': name, 'meta': {'argmap': {'contrary': target}}})}\n"
    for target, name in undercutters.items():
        yield f"  {scalar(name)}: {flow({'text': name, 'meta': {'argmap': {'undercuts': target}}})}\n"
    if contraries:
        yield "issues:\n"
    for number, (target, name) in enumerate(contraries.items(), 1):
        yield f"  i{number}: {flow({'positions': [target, name]})}\n"
    if m.links:
        yield "arguments:\n"
    for link in m.links:
        yield f"  {scalar(link.id)}: {flow(_argument(link, contraries, undercutters))}\n"


def _statement(m: ArgumentMap, node: Node) -> Data:
    given = (
        node.given
        if node.given is not None
        else not any(link.relation == "supports" for link in m.links_onto.get(node.id, ()))
    )
    return {"text": node.text, "assumed": given, "meta": {"argmap": said_of_node(node)}}


def _argument(link: Link, contraries: Mapping[str, str], undercutters: Mapping[str, str]) -> Data:
    conclusion = {
        "supports": link.target,
        "rebuts": contraries.get(link.target),
        "undercuts": undercutters.get(link.target),
    }
    said: Data = {"conclusion": conclusion[link.relation], "premises": list(link.premises)}
    if link.sure is not None:
        said["weight"] = link.sure
    if link.id in undercutters:
        said["undercutter"] = undercutters[link.id]
    return {**said, "meta": {"argmap": said_of_link(link)}}
