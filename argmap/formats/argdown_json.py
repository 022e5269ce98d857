"""Argdown's JSON: what its own tool makes of an Argdown text, without the text's layout.

Read, by the relations at its top: those inside statements and arguments repeat them, and lose some.
A map of boxes and arrows, where one was built, says nothing further and is kept beside.

Source: the JSON export of Argdown's command-line tool, https://argdown.org/api/.
"""

from typing import Any, Final

from argmap.controls import visible
from argmap.errors import LoadError, Problem
from argmap.formats._argdown_map import Mapping
from argmap.formats._argdown_meaning import Argument, Document, End, Statement, Step, Tie, sections_in
from argmap.formats._argdown_syntax import Data
from argmap.jsontext import parsed, placed
from argmap.losses import Reading
from argmap.places import Path

_KINDS: Final = ("support", "attack", "contradictory", "contrary", "entails", "undercut")
_UNTITLED: Final = "Untitled "


def read(text: str, name: str) -> Reading:
    """Make the map that an Argdown export in JSON describes.

    Raises:
        LoadError: it is no JSON, or no object.
    """
    data = parsed(text, name)
    if not isinstance(data, dict):
        raise LoadError(name, [Problem(1, 1, "an Argdown export is one object: { … }")])
    building = _Building()
    building.statements(data.get("statements"))
    building.arguments(data.get("arguments"))
    building.relations(data.get("relations"))
    counts = {"headings": sections_in(data.get("sections")), "maps of boxes and arrows": "map" in data}
    found = Mapping(building.document, name).reading({}, counts, ())
    return found._replace(problems=tuple(placed(text, building.faults)))


class _Building:
    """Builds the document that an export describes, and keeps what is wrong with the export."""

    def __init__(self) -> None:
        self.document = Document()
        self.faults: list[tuple[Path, str]] = []
        self._statements: dict[str, Statement] = {}
        self._arguments: dict[str, Argument] = {}
        self._steps: dict[tuple[str, int], Step] = {}

    def statements(self, entries: Any) -> None:  # noqa: ANN401 - any JSON value
        """Take the statements, by their titles."""
        for title, entry in self._entries(entries, "statements"):
            whole = Statement(_title(title), len(self._statements))
            self._take(whole, entry)
            self._statements[title] = whole
            self.document.statements.append(whole)

    def arguments(self, entries: Any) -> None:  # noqa: ANN401 - any JSON value
        """Take the arguments, by their titles, with their premises and conclusions."""
        for title, entry in self._entries(entries, "arguments"):
            whole = Argument(_title(title), len(self._statements) + len(self._arguments))
            self._take(whole, entry)
            self._arguments[title] = whole
            self.document.arguments.append(whole)
            self._structure(title, whole, entry.get("pcs"))

    def _entries(self, entries: Any, field: str) -> list[tuple[str, Data]]:  # noqa: ANN401 - any JSON value
        if not isinstance(entries, dict):
            self.faults.append(((field,), f"an Argdown export has {field}, by their titles"))
            return []
        bad = [title for title, entry in entries.items() if not isinstance(entry, dict)]
        self.faults += [((field, title), "this is no object: { … }") for title in bad]
        return [(title, entry) for title, entry in entries.items() if isinstance(entry, dict)]

    def _take(self, whole: Statement, entry: Data) -> None:
        """Take wordings, tags and metadata."""
        data = entry.get("data")
        whole.data = data if isinstance(data, dict) else {}
        tags = entry.get("tags")
        whole.tags = [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
        self.document.tags.update(dict.fromkeys(whole.tags))
        for member in _objects(entry.get("members")):
            text, own = member.get("text"), member.get("data")
            if isinstance(text, str) and text.strip() and not member.get("isReference"):
                whole.texts.append((text, own if isinstance(own, dict) else {}))

    def _structure(self, title: str, argument: Argument, pcs: Any) -> None:  # noqa: ANN401 - any JSON value
        since: list[Statement] = []
        for position, member in enumerate(_objects(pcs)):
            named = member.get("title")
            whole = self._statements.get(named) if isinstance(named, str) else None
            if whole is None:
                said = f" {visible(named[:60])}" if isinstance(named, str) else " without a title"
                message = f"there is no statement{said}"
                self.faults.append((("arguments", title, "pcs", position, "title"), message))
                continue
            if member.get("role") == "premise":
                since.append(whole)
                continue
            inference = member.get("inference")
            rule = inference if isinstance(inference, dict) else {}
            rules, data = rule.get("inferenceRules"), rule.get("data")
            words = [each for each in rules if isinstance(each, str)] if isinstance(rules, list) else []
            step = Step(since, whole, words, data if isinstance(data, dict) else {})
            argument.steps.append(step)
            self._steps[title, position] = step
            since = [whole]

    def relations(self, entries: Any) -> None:  # noqa: ANN401 - any JSON value
        """Take the relations; each joins what is there."""
        if not isinstance(entries, list):
            self.faults.append((("relations",), "an Argdown export has a list of relations"))
            return
        for at, entry in enumerate(entries):
            kind = entry.get("relationType") if isinstance(entry, dict) else None
            if kind not in _KINDS:
                path: Path = ("relations", at, "relationType")
                self.faults.append((path, f"a relation is {', '.join(_KINDS[:-1])} or {_KINDS[-1]}"))
                continue
            source, target = self._end(entry, at, "from"), self._end(entry, at, "to")
            if source is not None and target is not None:
                self.document.ties.append(Tie(kind, source, target, at))

    def _end(self, entry: Data, at: int, side: str) -> End | None:
        name, sort = entry.get(side), entry.get(f"{side}Type")
        found: End | None = None
        if isinstance(name, str):
            if sort == "argument":
                found = self._arguments.get(name)
            elif sort == "inference":
                found = self._inference(name, entry.get("conclusionIndex"))
            else:
                found = self._statements.get(name)
            if found is None:
                thing = sort if sort in {"argument", "inference"} else "statement"
                self.faults.append((("relations", at, side), f"there is no {thing} {visible(name[:60])}"))
        else:
            self.faults.append((("relations", at, side), f"a relation leads {side} what has a title"))
        return found

    def _inference(self, title: str, position: Any) -> End | None:  # noqa: ANN401 - any JSON value
        argument = self._arguments.get(title)
        if isinstance(position, int) and (title, position) in self._steps:
            return self._steps[title, position]
        return argument.steps[-1] if argument is not None and argument.steps else None


def _title(title: str) -> str | None:
    """Return a title; None for what the tool calls what has none."""
    return None if title.startswith(_UNTITLED) and title[len(_UNTITLED) :].isdecimal() else title


def _objects(values: Any) -> list[Data]:  # noqa: ANN401 - any JSON value
    return [each for each in values if isinstance(each, dict)] if isinstance(values, list) else []
