"""brat's standoff annotations: spans of a text, relations between them, stances.

Read, as of the Argument Annotated Essays, of medical abstracts (AbstRCT) and scientific articles.
Claims bear on the major claim as their stance says; a second major claim, and what is said to be the
same, restates what it leads to. The words of a span become text and quotation, parts of the same one
statement, what an annotator notes of it a note; its offsets stay in the file kept beside the map.

Source: brat, https://brat.nlplab.org/standoff.html; Stab and Gurevych 2017; Mayer et al. 2020;
Lauscher et al. 2018.
"""

import re
from collections import Counter, defaultdict
from typing import Final, NamedTuple

from argmap.controls import visible
from argmap.errors import Problem
from argmap.formats._argument_graph import ArgumentGraph, sound
from argmap.losses import Marked, Reading, counted
from argmap.places import with_line_feeds

_SPAN: Final = re.compile(r"(T\S+)\t(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*)\t(.*)", re.ASCII)
_RELATION: Final = re.compile(r"(R\S+)\t(\S+) ([^\s:]+):(\S+) ([^\s:]+):(\S+)\s*")
_NOTE: Final = re.compile(r"#\S+\t\S+ (\S+)\t(.*)")
_ATTRIBUTE: Final = re.compile(r"[AM]\S+\t(\S+) (\S+)(?: (\S+))?\s*")
_ATTACKS: Final = frozenset({"attacks", "attack", "contradicts", "partial-attack"})
_PARTIAL: Final = "partial-attack"
_SAME: Final = "semantically_same"
_PARTS: Final = "parts_of_same"
_RELATIONS: Final = frozenset({"supports", "support", _SAME, _PARTS}) | _ATTACKS
_STANCES: Final = {"For": "supports", "Against": "rebuts"}
_OTHERS: Final = {"#": "notes", "E": "events", "N": "normalisations", "*": "equivalences"}
_TARGETS: Final = frozenset({"arg2", "target"})
"""Roles of what a relation leads to; its two ends may stand in any order."""
_MAJOR: Final = "MajorClaim"
_EVIDENCE: Final = frozenset({"evidence", "data"})
_RESTATES: Final = "as reasons with the scheme rephrase"
_MAJORS: Final = "major claims after the first"
_SAMES: Final = "statements that are the same"
_PARTIALS: Final = "partial attacks"
_JOINED: Final = "parts of the same"
_HOW: Final = {_MAJORS: _RESTATES, _SAMES: _RESTATES, _PARTIALS: "as attacks", _JOINED: "as one statement"}


def read(text: str, name: str) -> Reading:  # noqa: ARG001 - problems are placed by whoever reads
    """Make the map that annotations describe; their lines may stand in any order."""
    reader = _Annotations()
    for number, line in enumerate(with_line_feeds(text).split("\n"), 1):
        if line.strip():
            reader.take(number, line)
    return reader.reading()


class _Span(NamedTuple):
    """A span: the line that tells it, its sort, where it stands in the text, and its words."""

    line: int
    sort: str
    ranges: tuple[tuple[int, int], ...]
    words: str


class _Relation(NamedTuple):
    """A relation: the line that tells it, its sort, from which span to which."""

    line: int
    sort: str
    source: str
    target: str


class _Annotations:
    """Takes the lines, one by one."""

    def __init__(self) -> None:
        self._graph = ArgumentGraph()
        self._spans: dict[str, _Span] = {}
        self._relations: dict[str, _Relation] = {}
        self._stances: dict[str, str] = {}
        self._notes: list[tuple[str, str]] = []
        self._kept: Counter[str] = Counter()
        self._said: Counter[str] = Counter()
        self._problems: list[Problem] = []

    def take(self, number: int, line: str) -> None:
        """Take a line that is not blank."""
        if found := _SPAN.fullmatch(line):
            self._span(number, found)
        elif found := _RELATION.fullmatch(line):
            self._relation(number, found)
        elif found := _ATTRIBUTE.fullmatch(line):
            self._attribute(number, *found.groups())
        elif found := _NOTE.fullmatch(line):
            self._notes.append((found[1], found[2].strip()))
        elif line[0] in _OTHERS and "\t" in line:
            self._kept[_OTHERS[line[0]]] += 1
        else:
            message = "this is no annotation of brat: a span, a relation, an attribute"
            self._problems.append(Problem(number, 1, message))

    def _span(self, number: int, found: re.Match[str]) -> None:
        key, sort, places, words = found.groups()
        if key in self._spans:
            self._problems.append(Problem(number, 1, f"{visible(key[:60])} is there twice"))
            return
        numbers = [int(each) for each in re.findall(r"\d+", places)]
        self._spans[key] = _Span(number, sort, tuple(zip(numbers[::2], numbers[1::2], strict=True)), words)
        self._kept["offsets"] += 1

    def _attribute(self, number: int, attribute: str, span: str, value: str | None) -> None:
        relation = _STANCES.get(value or "") if attribute == "Stance" else None
        if relation is None:
            self._kept["attributes"] += 1
        elif self._stances.setdefault(span, relation) != relation:
            message = f"{visible(span[:60])} has another stance already"
            self._problems.append(Problem(number, 1, message))

    def _relation(self, number: int, found: re.Match[str]) -> None:
        key, sort, role, source, _, target = found.groups()
        if role.lower() in _TARGETS:
            source, target = target, source
        known = sort.lower() in _RELATIONS
        if not known or key in self._relations:
            message = "is there twice" if known else f"says {sort[:40]}, and not supports or attacks"
            self._problems.append(Problem(number, 1, visible(f"{key[:60]} {message}")))
            return
        self._relations[key] = _Relation(number, sort.lower(), source, target)

    def reading(self) -> Reading:
        """Return what came of it."""
        whole = self._wholes()
        parts: defaultdict[str, list[str]] = defaultdict(list)
        for key in self._spans:
            parts[whole[key]].append(key)
        for key in self._spans:
            if key in parts:
                self._state(key, sorted(parts[key], key=self._place))
        for key, relation in self._relations.items():
            self._step(key, relation, whole)
        majors = list(dict.fromkeys(whole[key] for key, span in self._spans.items() if span.sort == _MAJOR))
        self._bear(majors, whole)
        for key, words in self._notes:
            self._note(whole.get(key, key), words)
        done = self._graph.assembled({}, majors[0] if majors else None)
        losses = (*counted("kept beside", self._kept), *counted("approximated", self._said, _HOW))
        marked = (
            Marked(done.ids[whole[key]], key, span.line, span.words, span.ranges)
            for key, span in self._spans.items()
        )
        lines = {key: span.line for key, span in self._spans.items()}
        lines |= {key: relation.line for key, relation in self._relations.items()}
        return Reading(done.map, losses, done.on_lines(lines), tuple(self._problems), tuple(marked))

    def _place(self, key: str) -> tuple[int, int]:
        return self._spans[key].ranges[0]

    def _wholes(self) -> dict[str, str]:
        """Return for each span the first one of the statement that it is a part of."""
        above = {key: key for key in self._spans}

        def first(key: str) -> str:
            while above[key] != key:
                above[key] = key = above[above[key]]
            return key

        for relation in self._relations.values():
            if relation.sort == _PARTS and relation.source in above and relation.target in above:
                one, other = sorted((first(relation.source), first(relation.target)), key=self._place)
                self._said[_JOINED] += one != other
                above[other] = one
        return {key: first(key) for key in self._spans}

    def _state(self, key: str, parts: list[str]) -> None:
        """Make a statement of a span, or of several that are parts of the same."""
        spans = [self._spans[part] for part in parts]
        words = " ".join(span.words for span in spans)
        sorts = dict.fromkeys(span.sort.lower() for span in spans)
        quoted = words.strip() and len(spans) == len(spans[0].ranges) == 1
        self._graph.statements[key] = {
            "kind": "evidence" if sorts.keys() <= _EVIDENCE else "claim",
            "text": words,
            "tags": tuple(sorts),
            **({"anchor": {"quote": sound(words)}} if quoted else {}),
        }

    def _step(self, key: str, relation: _Relation, whole: dict[str, str]) -> None:
        """Make a step of a relation, unless it has joined its two ends."""
        _, sort, source, target = relation
        if sort == _PARTS:
            if source not in whole or target not in whole:
                self._graph.edges.append((source, target))  # one of them is not there, which is told
            return
        self._said[_PARTIALS] += sort == _PARTIAL
        self._said[_SAMES] += sort == _SAME
        fields = {"relation": "rebuts" if sort in _ATTACKS else "supports"}
        fields |= {"scheme": "rephrase"} if sort == _SAME else {}
        self._graph.step(key, whole.get(source, source), whole.get(target, target), **fields)

    def _bear(self, majors: list[str], whole: dict[str, str]) -> None:
        """Let the major claims after the first, and all that has a stance, bear on the first."""
        self._said[_MAJORS] += len(majors[1:])
        for major in majors[1:]:
            fields = {"relation": "supports", "scheme": "rephrase"}
            self._graph.step(f"{major} is {majors[0]}", major, majors[0], **fields, named=None)
        stances = {(whole.get(span, span), relation): None for span, relation in self._stances.items()}
        for source, relation in stances:
            if majors:
                key = f"{source} {relation} {majors[0]}"
                self._graph.step(key, source, majors[0], relation=relation, named=None)
            else:
                self._kept["stances without a major claim"] += 1

    def _note(self, key: str, words: str) -> None:
        """Take what an annotator notes of a statement or a relation."""
        said = self._graph.statements.get(key, self._graph.steps.get(key))
        if said is None or not words:
            self._kept["notes"] += 1
        else:
            said["note"] = "\n".join(each for each in (said.get("note"), sound(words)) if each)
