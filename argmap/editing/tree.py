"""The parts of a YAML text and where each stands, so that one can be changed and the rest left alone.

Only for texts that have been read well: nothing is refused here.
"""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from yaml import events
from yaml._yaml import CParser

from argmap.yamltext import without_foreign_breaks


@dataclass(slots=True)
class Scalar:
    """A word or a text.

    Attributes:
        start: Position of its first sign, in code points from 0.
        end: Position after its last; after the last line that is not blank, in block style.
        value: What it says.
    """

    start: int
    end: int
    value: str


@dataclass(slots=True)
class Sequence:
    """A list, in brackets (`flow`) or with a hyphen before each item."""

    start: int
    end: int
    flow: bool
    items: list["Tree"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """A mapping, in braces (`flow`) or with a line for each key."""

    start: int
    end: int
    flow: bool
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, "Tree"] = field(default_factory=dict)


Tree: TypeAlias = Scalar | Sequence | Mapping


def tree_of(text: str) -> Mapping:
    """Return the tree of a text in which a map was read."""
    safe, back = without_foreign_breaks(text)
    builder = _Builder(safe, back)
    next_event = CParser(safe).get_event
    while type(event := next_event()) is not events.StreamEndEvent:
        builder.take(event)
    assert isinstance(builder.root, Mapping)  # noqa: S101 - it was read as a map
    return builder.root


class _Builder:
    """Makes a tree of events, without recursion."""

    def __init__(self, text: str, back: dict[int, str] | None) -> None:
        self.root: Tree | None = None
        self._text = text
        self._back = back
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []

    def take(self, event: Any) -> None:  # noqa: ANN401 - the parser's stubs say less than C events have
        kind, start, end = type(event), event.start_mark.index, event.end_mark.index
        if kind is events.ScalarEvent:
            self._scalar(event)
        elif kind is events.MappingStartEvent:
            self._begin(Mapping(start, end, bool(event.flow_style)))
        elif kind is events.SequenceStartEvent:
            self._begin(Sequence(start, end, bool(event.flow_style)))
        elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
            self._end(end)

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - as above
        start, end = event.start_mark.index, event.end_mark.index
        value = event.value if self._back is None else event.value.translate(self._back)
        self._put(Scalar(start, start + len(self._text[start:end].rstrip(" \r\n")), value))

    def _put(self, tree: Tree) -> None:
        if not self._open:
            self.root = tree
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(tree)
        elif (key := self._keys[-1]) is None:
            assert isinstance(tree, Scalar)  # noqa: S101 - other keys are no map's
            self._keys[-1] = tree
        else:
            parent.keys[key.value] = key
            parent.values[key.value] = tree
            self._keys[-1] = None
        parent.end = max(parent.end, tree.end)

    def _begin(self, tree: Sequence | Mapping) -> None:
        self._open.append(tree)
        self._keys.append(None)

    def _end(self, end: int) -> None:
        tree = self._open.pop()
        self._keys.pop()
        if tree.flow:
            tree.end = end
        self._put(tree)
