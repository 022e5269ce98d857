"""brat's standoff annotations, as of the Argument Annotated Essays: spans, relations, stances.

Read. Claims bear on the major claim as their stance says; a second major claim restates the first.
The words of a span become text and quotation, what an annotator notes of it a note; its offsets
stay in the file kept beside the map.

Source: brat, https://brat.nlplab.org/standoff.html; Stab and Gurevych 2017.
"""

import re
from collections import Counter
from typing import Final

from argmap.controls import visible
from argmap.errors import Problem
from argmap.formats._argument_graph import ArgumentGraph, sound
from argmap.losses import Reading, counted
from argmap.places import with_line_feeds

_SPAN: Final = re.compile(r"(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", re.ASCII)
_RELATION: Final = re.compile(r"(R\S+)\t(\S+) ([^\s:]+):(\S+) ([^\s:]+):(\S+)\s*")
_NOTE: Final = re.compile(r"#\S+\t\S+ (\S+)\t(.*)")
_ATTRIBUTE: Final = re.compile(r"[AM]\S+\t(\S+) (\S+)(?: (\S+))?\s*")
_RELATIONS: Final = {"supports": "supports", "support": "supports", "attacks": "rebuts", "attack": "rebuts"}
_STANCES: Final = {"For": "supports", "Against": "rebuts"}
_OTHERS: Final = {"#": "notes", "E": "events", "N": "normalisations", "*": "equivalences"}
_TARGETS: Final = frozenset({"arg2", "target"})
"""Roles of what a relation leads to; its two ends may stand in any order."""
_MAJOR: Final = "MajorClaim"


def read(text: str, name: str) -> Reading:  # noqa: ARG001 - problems are placed by whoever reads
    """Make the map that annotations describe; their lines may stand in any order."""
    reader = _Annotations()
    for number, line in enumerate(with_line_feeds(text).split("\n"), 1):
        if line.strip():
            reader.take(number, line)
    return reader.reading()


class _Annotations:
    """Takes the lines, one by one."""

    def __init__(self) -> None:
        self._graph = ArgumentGraph()
        self._types: dict[str, str] = {}
        self._stances: dict[str, str] = {}
        self._notes: list[tuple[str, str]] = []
        self._kept: Counter[str] = Counter()
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
        if key in self._types:
            self._problems.append(Problem(number, 1, f"{visible(key[:60])} is there twice"))
            return
        self._types[key] = sort
        self._kept["offsets"] += 1
        kind = "evidence" if sort == "Evidence" else "claim"
        anchor = {"anchor": {"quote": sound(words)}} if words.strip() and ";" not in places else {}
        self._graph.statements[key] = {"kind": kind, "text": words, "tags": (sort.lower(),), **anchor}

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
        relation = _RELATIONS.get(sort.lower())
        if relation is None or key in self._graph.steps:
            message = "is there twice" if relation else f"says {sort[:40]}, and not supports or attacks"
            self._problems.append(Problem(number, 1, visible(f"{key[:60]} {message}")))
            return
        self._graph.step(key, source, target, relation=relation)

    def reading(self) -> Reading:
        """Return what came of it."""
        majors = [key for key, sort in self._types.items() if sort == _MAJOR]
        for major in majors[1:]:
            self._bear(major, majors[0], relation="supports", scheme="rephrase")
        for key, relation in self._stances.items():
            if majors:
                self._bear(key, majors[0], relation=relation)
            else:
                self._kept["stances without a major claim"] += 1
        for key, words in self._notes:
            said = self._graph.statements.get(key)
            if said is None or not words:
                self._kept["notes"] += 1
            else:
                said["note"] = "\n".join(each for each in (said.get("note"), sound(words)) if each)
        done = self._graph.assembled({}, majors[0] if majors else None)
        restated = {"major claims after the first": len(majors[1:])}
        how = {"major claims after the first": "as reasons with the scheme rephrase"}
        losses = (*counted("kept beside", self._kept), *counted("approximated", restated, how))
        return Reading(done.map, losses, done.findings, tuple(self._problems))

    def _bear(self, source: str, target: str, **fields: str) -> None:
        self._graph.step(f"{source} to {target}", source, target, **fields, named=None)
