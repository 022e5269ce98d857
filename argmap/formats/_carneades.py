"""Carneades' graphs, whatever their XML: arguments pro and con, negated premises, exceptions.

A negated premise becomes a statement of its own, which the statement itself rebuts. What undercuts
an argument is told by an exception, or by a statement that says so of the argument.

Source: Carneades, https://carneades.github.io.
"""

import re
from typing import Any, Final

from argmap.errors import Problem
from argmap.formats._argument_graph import ArgumentGraph, said_texts
from argmap.formats._xml import Tag, places_of
from argmap.losses import Reading, counted
from argmap.wire import Data

HOW: Final = {
    "negated premises": "as statements of their own, which the statement rebuts",
    "weights of arguments": "as strengths of steps",
    "statements assumed true": "as given",
}
_DROPPED: Final = (
    "values of statements", "proof standards", "roles of premises", "premises that are assumed",
    "premises left unsaid", "strict arguments",
)  # fmt: skip
_CARRIED: Final = frozenset({"unknown", "true"})
"""Values that a map says: nothing, or that a statement is given."""
_SHARE: Final = re.compile(r"0(\.\d{1,15})?|1(\.0{1,15})?|\.\d{1,15}", re.ASCII)


class Carneades:
    """Gathers statements and arguments."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.graph = ArgumentGraph()
        self._tags: dict[str, Tag] = {}
        self.problems: list[Problem] = []
        self.dropped = dict.fromkeys(_DROPPED, 0)
        self.approximated = dict.fromkeys(HOW, 0)
        self._argued: set[str] = set()

    def state(self, tag: Tag, text: str, fields: Data) -> None:
        """Take a statement."""
        key = tag.attributes.get("id", "")
        if not key or key in self.graph.statements:
            self.problems.append(tag.problem("a statement has an id of its own"))
            return
        self.approximated["statements assumed true"] += bool(fields.get("given"))
        self.dropped["values of statements"] += tag.attributes.get("value", "unknown") not in _CARRIED
        self.dropped["proof standards"] += tag.attributes.get("standard", "PE") != "PE"
        self.graph.statements[key] = {"text": " ".join(text.split()), **fields}
        self._tags[key] = tag

    def argue(self, tag: Tag, *, pro: bool, target: str = "") -> None:
        """Take an argument: for or against its conclusion, or against the argument that is its target."""
        key = tag.attributes.get("id", "")
        conclusion = target or tag.first("conclusion").attributes.get("statement", "")
        if not key or not conclusion or key in self.graph.steps or key in self.graph.statements:
            self.problems.append(tag.problem("an argument has an id of its own and a conclusion"))
            return
        self.graph.steps[key] = {"relation": "supports" if pro else "rebuts", **self._said(tag)}
        self._tags[key] = tag
        for place, premise in enumerate(tag.first("premises").all("premise")):
            self._premise(premise, key, f"{key} exception {place}")
        self.graph.edges.append((key, conclusion))
        if pro:
            self._argued.add(conclusion)

    def open(self) -> None:
        """Let each statement of which nothing is said, and for which there is no argument, need one."""
        for key, fields in self.graph.statements.items():
            if key not in self._argued and not fields.get("implicit"):
                fields.setdefault("given", False)

    def _said(self, tag: Tag) -> Data:
        scheme, weight = tag.attributes.get("scheme", "").strip(), tag.attributes.get("weight", "")
        self.dropped["strict arguments"] += tag.attributes.get("strict") == "true"
        self.approximated["weights of arguments"] += bool(_SHARE.fullmatch(weight))
        fields: Data = {"scheme": scheme} if scheme else {}
        fields |= said_texts({"note": tag.attributes.get("title")})
        return {**fields, "sure": float(weight)} if _SHARE.fullmatch(weight) else fields

    def _premise(self, tag: Tag, argument: str, exception: str) -> None:
        said = tag.attributes
        key = said.get("statement", "")
        self.dropped["roles of premises"] += bool(said.get("role"))
        self.dropped["premises left unsaid"] += said.get("implicit") == "true"
        if "negative" in {said.get("polarity"), {"false": "negative"}.get(said.get("positive", ""))}:
            key = self._negated(key)
        if said.get("type") == "assumption":
            self._assume(key)
        if said.get("type") == "exception" or said.get("exception") == "true":
            self.graph.step(exception, key, argument, relation="rebuts", named=None)
        else:
            self.graph.edges.append((key, argument))

    def _assume(self, key: str) -> None:
        """Take a premise for given, unless it is the contrary of a statement."""
        fields = self.graph.statements.get(key, {"implicit": True})
        if fields.get("implicit"):
            self.dropped["premises that are assumed"] += 1
        elif not fields.get("given"):
            fields["given"] = True
            self.approximated["statements assumed true"] += 1

    def _negated(self, key: str) -> str:
        """Return the key of the statement that says the contrary; make it where there is none."""
        self.approximated["negated premises"] += 1
        negated = f"not {key}"
        if key in self.graph.statements and negated not in self.graph.statements:
            text = self.graph.statements[key]["text"] or key
            self.graph.statements[negated] = {"text": f"It is not so: {text}", "implicit": True}
            self.graph.step(f"{negated} step", key, negated, relation="rebuts", named=None)
        return negated

    def reading(self, head: Data, thesis: str | None) -> Reading:
        """Return what came of it."""
        done = self.graph.assembled(head, thesis)
        losses = (*counted("approximated", self.approximated, HOW), *counted("kept beside", self.dropped))
        findings = done.placed(lambda spots: places_of(spots, self._tags, "argument"))
        return Reading(done.map, losses, findings, tuple(self.problems))


def titled(**texts: Any) -> Data:  # noqa: ANN401 - texts, some of them missing
    """Return those that say something, on one line each."""
    lines = {name: " ".join(text.split()) for name, text in texts.items() if text}
    return {name: line for name, line in lines.items() if line}
