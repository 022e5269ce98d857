"""brat's standoff annotations, as of the Argument Annotated Essays: spans, relations, stances.

Read. Claims bear on the major claim as their stance says; a second major claim restates the first.
The words of a span become text and quotation; its offsets stay in the file kept beside the map.

Source: brat, https://brat.nlplab.org/standoff.html; Stab and Gurevych 2017.
"""

import re
from collections import Counter
from typing import Final

from argmap.controls import visible
from argmap.errors import Problem
from argmap.formats._argument_graph import ArgumentGraph
from argmap.losses import Reading, counted

_SPAN: Final = re.compile(r"(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", re.ASCII)
_RELATION: Final = re.compile(r"(R\S+)\t(\S+) \S+?:(\S+) \S+?:(\S+)\s*")
_ATTRIBUTE: Final = re.compile(r"[AM]\S+\t(\S+) (\S+)(?: (\S+))?\s*")
_RELATIONS: Final = {"supports": "supports", "support": "supports", "attacks": "rebuts", "attack": "rebuts"}
_STANCES: Final = {"For": "supports", "Against": "rebuts"}
_OTHERS: Final = {"#": "notes", "E": "events", "N": "normalisations", "*": "equivalences"}
_MAJOR: Final = "MajorClaim"


def read(text: str, name: str) -> Reading:  # noqa: ARG001 - problems are placed by whoever reads
    """Make the map that annotations describe; their lines may stand in any order."""
    reader = _Annotations()
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            reader.take(number, line.rstrip("\r"))
    return reader.reading()


class _Annotations:
    """Takes the lines, one by one."""

    def __init__(self) -> None:
        self._graph = ArgumentGraph()
        self._types: dict[str, str] = {}
        self._stances: dict[str, str] = {}
        self._kept: Counter[str] = Counter()
        self._problems: list[Problem] = []

    def take(self, number: int, line: str) -> None:
        """Take a line that is not blank."""
        if found := _SPAN.fullmatch(line):
            self._span(number, found)
        elif found := _RELATION.fullmatch(line):
            self._relation(number, found)
        elif found := _ATTRIBUTE.fullmatch(line):
            attribute, span, value = found.groups()
            if attribute == "Stance" and value in _STANCES:
                self._stances[span] = _STANCES[value]
            else:
                self._kept["attributes"] += 1
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
        anchor = {"anchor": {"quote": words}} if words.strip() and ";" not in places else {}
        self._graph.statements[key] = {"kind": kind, "text": words, "tags": (sort.lower(),), **anchor}

    def _relation(self, number: int, found: re.Match[str]) -> None:
        key, sort, source, target = found.groups()
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
            if majors and key in self._types:
                self._bear(key, majors[0], relation=relation)
            else:
                self._kept["stances without a major claim"] += 1
        done = self._graph.assembled({}, majors[0] if majors else None)
        restated = {"major claims after the first": len(majors[1:])}
        how = {"major claims after the first": "as reasons with the scheme rephrase"}
        losses = (*counted("kept beside", self._kept), *counted("approximated", restated, how))
        return Reading(done.map, losses, done.findings, tuple(self._problems))

    def _bear(self, source: str, target: str, **fields: str) -> None:
        self._graph.step(f"{source} to {target}", source, target, **fields, named=None)
