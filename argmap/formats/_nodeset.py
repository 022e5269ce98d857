"""AIF's nodes, edges and locutions, whatever file they come in: read into a map, and brought up to date.

Of a nodeset a map says the propositions, the inferences, the conflicts and the rephrases. The
dialogue (locutions, transitions, illocutions), preferences, times, scheme ids and whatever else a
file holds is kept beside the map, by the files that are written back.

Source: AIFdb's JSON, http://www.aifdb.org; the Argument Interchange Format (Chesñevar et al. 2006).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from argmap.formats._argument_graph import ArgumentGraph, Assembled, Spot, sound
from argmap.formats._records import Records
from argmap.losses import Loss, Reading, counted
from argmap.malformed import DANGLING
from argmap.places import Path
from argmap.wire import Data
from argmap.wording import sort_of

STATEMENT: Final = "I"
STEPS: Final = {"RA": "supports", "CA": "rebuts", "MA": "supports"}
DEFAULTS: Final = {"RA": "Default Inference", "CA": "Default Conflict", "MA": "Default Rephrase"}
_USUAL: Final = {sort: frozenset({"", sort, usual}) for sort, usual in DEFAULTS.items()}
_DIALOGUE: Final = {"L": "locutions", "TA": "transitions", "YA": "illocutions", "PA": "preferences"}
SCHEMES: Final = {
    "1": "Analogy", "4": "CauseToEffect", "14": "Example", "15": "ExpertOpinion", "26": "PositionToKnow",
    "28": "PracticalReasoning", "30": "Sign",
}  # fmt: skip
"""Names of AIFdb's scheme ids, where a file has no other; the rest keep their number."""
_DEFAULT_IDS: Final = frozenset({"", "0", "71", "72", "144"})
_SPOKEN: Final = re.compile(r"([^:\n]{1,60}?) : +\S")
"""A locution's text: who speaks, and the words."""


class Keys(NamedTuple):
    """What a file calls the parts of its records."""

    node: str = "nodeID"
    source: str = "fromID"
    target: str = "toID"
    schemes: tuple[str, ...] = ("scheme", "text")


class Record(NamedTuple):
    """A node of the dialogue, as far as it matters here."""

    type: str
    text: str


class Nodeset(Records):
    """Reads the records of a file, one by one, and notes those that are none."""

    def __init__(self, text: str, keys: Keys | None = None) -> None:
        """Begin; the text is looked into again only where something is wrong."""
        super().__init__(text)
        self.graph = ArgumentGraph()
        self.others: dict[str, Record] = {}
        self.counts: Counter[str] = Counter()
        self.by: dict[str, str] = {}
        self.keys = keys or Keys()
        self._edges: list[tuple[str, str]] = []
        self._listed: list[tuple[Spot, Iterable[Any], Path]] = []

    def read_nodes(self, nodes: Iterable[Any], path: Path) -> None:
        """Take the nodes: statements and steps for the map, all others for who said what."""
        statements, steps, others = self.graph.statements, self.graph.steps, self.others
        seen: set[str] = set()
        self._listed.append(((self.keys.node,), nodes, path))
        rephrases = timestamps = scheme_ids = 0
        for place, data in enumerate(nodes):
            record = self._record(data, path, place)
            if record is None:
                continue
            key, sort, text = record
            if key in seen:
                self.fault((*path, place), f"the id {key[:60]} is there twice")
            elif sort == STATEMENT:
                statements[key] = {"text": text}
            elif sort in STEPS:
                steps[key] = {"relation": STEPS[sort], "scheme": scheme_of(data, self.keys.schemes)}
                rephrases += sort == "MA"
            else:
                others[key] = Record(sort, text)
                self.counts[_DIALOGUE.get(sort, "nodes of other types")] += 1
            seen.add(key)
            if data.get("timestamp"):
                timestamps += 1
            if data.get("schemeID"):
                scheme_ids += 1
        self.counts += Counter({"rephrases": rephrases, "timestamps": timestamps, "scheme ids": scheme_ids})

    def _record(self, data: Any, path: Path, place: int) -> tuple[str, str, str] | None:  # noqa: ANN401
        """Return the key, the type and the text of a node; None where it is none."""
        if not isinstance(data, dict):
            self.fault((*path, place), f"a node is an object, not {sort_of(data)}")
            return None
        key, sort, text = data.get(self.keys.node), data.get("type", ""), data.get("text")
        if type(key) is not str:
            key = _key(key)
        if key is None:
            self.fault((*path, place), f"a node has its {self.keys.node}, a text or a whole number")
            return None
        if not isinstance(sort, str) or not isinstance(text, str | None):
            wrong = "text" if isinstance(sort, str) else "type"
            self.fault((*path, place, wrong), f"the {wrong} of a node is text, not {sort_of(data[wrong])}")
            return None
        return key, sort, text or ""

    def read_edges(self, edges: Iterable[Any], path: Path) -> None:
        """Take the edges: those between statements and steps for the map, all others for the dialogue."""
        source_key, target_key = self.keys.source, self.keys.target
        joined, others = self.graph.edges, self.others
        self._listed.append(((source_key, target_key), edges, path))
        for place, data in enumerate(edges):
            source = target = None
            if isinstance(data, dict):
                source, target = data.get(source_key), data.get(target_key)
            if type(source) is not str or type(target) is not str:  # as they nearly always are
                source, target = self._end(source), self._end(target)
            if source is None or target is None:
                self.fault((*path, place), f"an edge has a {source_key} and a {target_key}")
            elif source in others or target in others:
                self._edges.append((source, target))
                missing = {source, target}.difference(others, self.graph.statements, self.graph.steps)
                for key in missing:
                    message = "is an end of an edge, and is not there"
                    self.graph.note(DANGLING, key, message, (source, target))
            else:
                joined.append((source, target))

    def _end(self, value: Any) -> str | None:  # noqa: ANN401 - any JSON value
        return _key(value.get(self.keys.node) if isinstance(value, dict) else value)

    def speakers(self, persons: Mapping[str, str] | None = None) -> None:
        """Find who says each statement: who speaks the locutions that lead to it, where all agree.

        Args:
            persons: Names by the keys of locutions; where there is none, the text tells.
        """
        illocutions: defaultdict[str, set[str]] = defaultdict(set)
        statements, others = self.graph.statements, self.others
        for source, target in self._edges:
            if source in others and others[source].type == "L" and target in others:
                speaker = (persons or {}).get(source) or _speaker(others[source].text)
                if speaker:
                    illocutions[target].add(speaker)
        said: defaultdict[str, set[str]] = defaultdict(set)
        for source, target in self._edges:
            if target in statements and source in illocutions:
                said[target] |= illocutions[source]
        for key, names in said.items():
            if len(names) == 1:
                statements[key]["by"] = sound(next(iter(names)))

    def quote(self, words: Mapping[str, str]) -> None:
        """Give each statement the words of its own span, or of a locution's that it comes from."""
        statements, others = self.graph.statements, self.others
        spoken = {
            target: words[source] for source, target in self._edges if source in words and target in others
        }
        for source, target in self._edges:
            if target in statements and source in spoken:
                statements[target]["anchor"] = {"quote": sound(spoken[source])}
        for key in words:
            if key in statements:
                statements[key]["anchor"] = {"quote": sound(words[key])}

    def reading(self, head: Data, thesis: str | None = None) -> Reading:
        """Return what came of it."""
        done = self.assembled(head, thesis)
        losses: tuple[Loss, ...] = counted(
            "approximated", {"rephrases": self.counts.pop("rephrases", 0)}, _HOW
        )
        kept = {name: self.counts[name] for name in sorted(self.counts)}
        findings = done.placed(self._places)
        return Reading(done.map, counted("kept beside", kept) + losses, findings, self.problems())

    def _places(self, spots: Sequence[Spot]) -> list[tuple[int, int]]:
        """Return where the records are that findings are about: nodes by their keys, edges by their ends."""
        lengths = {len(spot) for spot in spots}
        paths: dict[Spot, Path] = {}
        for names, records, path in self._listed:
            for place, data in enumerate(records) if len(names) in lengths else ():
                if isinstance(data, dict):
                    spot = tuple(self._end(data.get(name)) or "" for name in names)
                    paths.setdefault(spot, (*path, place))
        return self.places(paths.get(spot, ()) for spot in spots)

    def assembled(self, head: Data, thesis: str | None = None) -> Assembled:
        """Return the map and which of its parts is what in the file."""
        return self.graph.assembled(head, thesis)


_HOW: Final = {"rephrases": "as reasons with the scheme Default Rephrase"}


def _key(value: Any) -> str | None:  # noqa: ANN401 - any JSON value
    """Return an id as text: they are texts here and whole numbers there."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def scheme_of(data: Data, names: tuple[str, ...] = ("scheme", "text")) -> str | None:
    """Return the scheme that a step names, where it is not the usual one."""
    sort = data["type"]
    for name in names:
        value = data.get(name)
        if isinstance(value, str) and value.strip() not in _USUAL[sort]:
            return sound(value)
    return DEFAULTS["MA"] if sort == "MA" else None


def scheme_named(number: Any) -> str | None:  # noqa: ANN401 - any JSON value
    """Return the scheme of an id of AIFdb; None where there is none or it is the usual one."""
    if number is None or str(number) in _DEFAULT_IDS:
        return None
    return SCHEMES.get(str(number), sound(str(number)).strip() or None)


def names_of(participants: Iterable[Any], key: str) -> dict[str, str]:
    """Return the names of participants by their keys; OVA writes `None` where there is no surname."""
    names = {}
    for each in participants:
        if isinstance(each, dict):
            parts = [each.get("firstname"), each.get("surname")]
            said = [part.strip() for part in parts if isinstance(part, str)]
            names[str(each.get(key))] = " ".join(part for part in said if part not in {"", "None"})
    return names


def _speaker(text: str) -> str | None:
    found = _SPOKEN.match(text)
    return found[1].strip() if found else None
